"""Who says what, and when, in the example. Data only: the acting is ``play``'s. The town, its people and its newspaper are invented.

Moments are local to Overwaard, which keeps Amsterdam time. Suggestions are numbered by the engine, so a decision points at one by its
author and some words of it.
"""

from __future__ import annotations

from dataclasses import dataclass

SLUG = "woonnotitie"
HOST = "anna"
TITLE = "Wonen in Overwaard"
QUESTION = "Wat moet er gebeuren zodat iedereen in Overwaard prettig kan wonen, nu en in 2035?"
TEXT = "wonen-in-overwaard.md"
"""The first version, in the folder ``texts``."""

Changes = tuple[tuple[str, str], ...]
"""What somebody changes in a text: each passage, which stands in it once, and what comes in its place."""
Ref = tuple[str, str]
"""One suggestion: its author, and some words of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution to the inventory."""

    at: str
    by: str
    kind: str
    text: str
    reply_to: int | None = None
    supported_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation, and what the guest answers."""

    at: str
    person: str
    role: str
    because: str
    answered: str
    yes: bool = True
    contribution: int | None = None
    topic: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A version that somebody saves: some changes in an earlier one. ``base``: the version it was made from, where that is not the newest."""

    at: str
    by: str
    note: str
    changes: Changes
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A suggestion on one passage."""

    at: str
    by: str
    quote: str
    replace: str
    why: str
    kind: str = "suggestion"


@dataclass(frozen=True, slots=True)
class Tip:
    """A remark on a passage."""

    at: str
    by: str
    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A whole text that somebody edited: the version with *changes*, or *file* in its place."""

    at: str
    by: str
    why: str
    changes: Changes = ()
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision of the group on one or more suggestions."""

    at: str
    by: str
    on: tuple[Ref, ...]
    outcome: str
    because: str | None = None
    text: str | None = None
    covered_by: Ref | None = None
    together: bool = False


# --- 1. the inventory -------------------------------------------------------------------------------------------------------------

INVENTORY = (
    "2026-10-01 09:00",
    "2026-10-23",
    "Vertel hoe u woont, of waarom dat niet lukt. U hoeft geen lid te zijn. Wat u zegt, lezen wij allemaal.",
)
SAID = (
    Said("2026-10-01 20:12", "karim", "experience",
         "Ik ben 29, geef les op de Regenboogschool en slaap nog in mijn jongenskamer. Voor sociale huur verdien ik te veel, voor een "
         "hypotheek te weinig. Ik wil hier niet weg, maar zo laat Overwaard mij wel gaan.",
         supported_by=("lieke", "fatma", "coby", "sjoerd")),
    Said("2026-10-02 10:40", "coby", "experience",
         "Mijn huis heeft vier kamers en ik gebruik er één. Ik zou morgen kleiner gaan wonen, als dat in mijn eigen straat kon en mij "
         "geen honderdtachtig euro per maand méér kostte.",
         supported_by=("karim", "wim")),
    Said("2026-10-03 14:05", "gijs", "position",
         "Ik bouw huizen en ik verdien daaraan, dat weet u dus. Met dertig procent sociale huur krijg ik het veilingterrein nog net rond. "
         "Vraag meer, en er komt niets."),
    Said("2026-10-05 21:30", "mirjam", "experience",
         "Als wijkverpleegkundige fiets ik elke dag langs veertig voordeuren. De helft van mijn tijd gaat op aan trappen en aan "
         "eenzaamheid. Geen van beide staat ooit in een bouwplan.",
         supported_by=("coby", "noor", "tineke")),
    Said("2026-10-06 18:20", "joost", "opinion",
         "Weer dat gezeur over de bus. Wie parkeren wil afschaffen, heeft nog nooit gewerkt."),
    Said("2026-10-07 19:02", "noor", "idea",
         "Begin in de Waterwijk. Als energiecoach kom ik daar in huizen waar stoken meer kost dan de huur.",
         supported_by=("fatma",)),
    Said("2026-10-08 07:15", "joost", "experience",
         "Terecht, dat kon beter. Wat ik bedoel: ik rijd om vijf uur 's ochtends naar de haven, en dan gaat er geen bus.", reply_to=5,
         supported_by=("fatma",)),
    Said("2026-10-10 11:00", "hendrik", "position",
         "Wie zegt dat de weilanden langs de Waard leeg zijn, heeft nooit een boer gesproken. Bouw eerst vol wat wél leegstaat."),
    Said("2026-10-12 22:45", "lieke", "question",
         "Telt een student ook als inwoner? Voor de tweeënzestig kamers in deze stad staan vierhonderd mensen op de lijst.",
         supported_by=("karim",)),
    Said("2026-10-14 16:30", "sjoerd", "idea",
         "Bouw hofjes: dertig kleine woningen om een tuin, oud en jong door elkaar, in elke wijk een. Dan komt het grote huis vanzelf vrij.",
         supported_by=("coby", "karim", "mirjam", "tineke")),
    Said("2026-10-15 20:00", "bea", "idea",
         "Het veilingterrein ligt al zes jaar braak, op tien minuten lopen van het station. Ik heb het nagetekend: er passen achthonderd "
         "woningen op, zonder één toren."),
    Said("2026-10-16 12:10", "willemijn", "position",
         "De fractie vraagt hier al jaren om. Als er één ding in de woonvisie moet, dan dat we afspraken vooraf maken."),
)  # fmt: skip
NUDGE = ("2026-10-06 20:50", "fatma", 5, "Dit gaat over mensen en niet over parkeren. Wat bedoel je wel?")
ELSEWHERE_AT = "2026-10-20 09:30"
ELSEWHERE = """\
author,kind,date,source,text
tineke,opinion,2026-10-09,"Overwaards Weekblad, ingezonden brief","Mijn kleindochter woont nu in Duitsland, omdat een huis daar de helft kost."
wim,experience,2026-10-13,buurtavond Waterwijk,"Bij mij staat het vocht in de kast. Ik wil best isoleren, maar niet als de huur dan omhoog gaat."
"""

# --- 2. the invitation ------------------------------------------------------------------------------------------------------------

INVITATION = "2026-10-26 09:00"
ASKED = (
    Asked("2026-10-26 10:00", "bea", "drafter", "Tekende na wat er op het veilingterrein past; brengt feiten mee.", "2026-10-26 19:45",
          contribution=11),
    Asked("2026-10-26 10:05", "sjoerd", "drafter", "Zijn hofjes kregen steun van jong en van oud.", "2026-10-27 08:10", contribution=10),
    Asked("2026-10-26 10:10", "mirjam", "drafter", "Geen lid, wel elke dag bij mensen thuis; ziet wat in geen plan staat.",
          "2026-10-28 22:05", contribution=4),
    Asked("2026-10-26 10:15", "willemijn", "drafter", "Kent de afspraken van de fractie.", "2026-10-27 12:30", yes=False, contribution=12),
    Asked("2026-10-26 10:20", "ton", "adviser", "Rekent voor de woningcorporatie en kan zeggen wat haalbaar is.", "2026-10-29 09:00",
          topic="sociale huur", until="2027-01-31"),
)  # fmt: skip

# --- 3. the drafting --------------------------------------------------------------------------------------------------------------

DRAFTING = "2026-11-02 09:00"
FIRST = ("2026-11-05 22:10", "bea", "Eerste opzet")
DRAFTED = (
    Drafted("2026-11-09 21:00", "mirjam", "Zorg in het hofje", (
        ("voor jong en oud door elkaar.",
         "voor jong en oud door elkaar, met een gezamenlijke kamer waar ook de wijkverpleegkundige zit."),
    )),
    Drafted("2026-11-09 23:20", "sjoerd", "Vijf jaar, zoals andere steden", (
        ("een zelfbewoningsplicht van vier jaar", "een zelfbewoningsplicht van vijf jaar"),
    ), base=1),
)  # fmt: skip
PEEK = ("2026-11-10 08:00", "joost")

# --- 4. the first review ----------------------------------------------------------------------------------------------------------

REVIEW = ("2026-11-16 09:00", "2026-11-29", "Herkent u wat u ons verteld hebt? Zeg per zin wat er beter moet, en waarom.")
_SHARES = "dertig sociale huur, veertig betaalbaar voor een middeninkomen en dertig vrije sector"
SUGGESTED: tuple[Passage | Tip | Edited, ...] = (
    Passage("2026-11-16 20:30", "karim", _SHARES,
            "veertig sociale huur, veertig betaalbaar voor een middeninkomen en twintig vrije sector",
            "Negen jaar wachten krijg je met dertig procent niet weg."),
    Passage("2026-11-17 09:10", "gijs", _SHARES,
            "vijfentwintig sociale huur, veertig betaalbaar voor een middeninkomen en vijfendertig vrije sector",
            "Met minder vrije sector kan niemand het veilingterrein bouwen."),
    Passage("2026-11-17 21:00", "joost", "een halve parkeerplaats per woning", "één parkeerplaats per woning",
            "Wie in ploegendienst werkt, heeft 's nachts niets aan een deelauto."),
    Passage("2026-11-18 08:20", "noor", "Bij nieuwbouw rond het station rekenen wij met een halve parkeerplaats per woning.", "",
            "Een getal hoort in het bouwplan, niet in een visie."),
    Edited("2026-11-18 15:45", "coby", "Zo helpt het iemand van achtenzeventig ook echt.", (
        ("twintig tot veertig kleine woningen", "twintig tot veertig kleine, gelijkvloerse woningen"),
        ("hun oude huurprijs te laten meenemen.", "hun oude huurprijs te laten meenemen, en te helpen met verhuizen."),
    )),
    Passage("2026-11-19 10:00", "lieke", "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.",
            "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.\n- Ook een kamer is een huis: studenten tellen mee.",
            "Anders tellen we pas mee als we weg zijn."),
    Passage("2026-11-20 19:30", "fatma", "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.",
            "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij.\n"
            "- Wie je bent mag nooit bepalen of je een huis krijgt: bij verhuur loten wij.",
            "Met mijn achternaam krijg ik geen bezichtiging. Met die van mijn collega wel."),
    Passage("2026-11-21 08:00", "hendrik", "De weilanden langs de Waard blijven leeg tot 2035.",
            "Het land aan de Waard, waar vee graast en het hoge water staat, houden wij vrij: ook na 2035.",
            "Leeg is een woord van iemand die er nooit loopt."),
    Passage("2026-11-21 09:15", "lieke", "De weilanden langs de Waard blijven leeg tot 2035.",
            "De weilanden langs de Waard blijven groen tot 2035.", "Een weiland is niet leeg."),
    Passage("2026-11-22 13:00", "fatma", "een zelfbewoningsplicht van vijf jaar", "een zelfbewoningsplicht van zeven jaar",
            "In vijf jaar koopt een belegger hem gewoon op naam van zijn zoon."),
    Passage("2026-11-23 20:00", "joost", "achthonderd woningen", "zeshonderd woningen", "Er moet ook nog licht in."),
    Tip("2026-11-24 18:00", "noor", "De energiecoach komt langs bij iedereen die dat wil.",
        "Wij zijn met z'n tweeën voor heel Overwaard. Zeg er eerlijk bij hoe lang de wachtlijst is."),
    Passage("2026-11-25 11:30", "gijs",
            "De gemeente legt dat vast voordat zij grond verkoopt, want achteraf valt er niets meer te onderhandelen.", "",
            "Laat ruimte om per plek te kijken wat er kan."),
)  # fmt: skip
WITHDRAWN = ("2026-11-26 21:40", "joost", ("joost", "zeshonderd"))
MAILED_AT = "2026-11-27 16:00"
MAILED = (
    Edited("", "pim", "Lang is een vorm van uitstel. Dit past op één kant.", file="pim.md"),
    Edited("", "tineke", "Mijn buurvrouw kent het woord beurs alleen van Amsterdam.", (("met een dikkere beurs", "met meer geld"),)),
    Edited("", "wim", "Kleine woningen met een trap hebben wij al.", (
        ("twintig tot veertig kleine woningen", "twintig tot veertig kleine, gelijkvloerse woningen"),
        ("en wie huurt betaalt daar niet aan mee.", "en wie huurt betaalt daar niet aan mee, ook later niet."),
    )),
    Edited("", "youssef", "Juist de bestaande huizen worden nu weggekocht.", (
        ("opkoopbescherming in de hele stad.", "opkoopbescherming voor elk huis in de stad, ook voor de huizen die er al staan."),
    )),
)  # fmt: skip

# --- 5. the decisions on it -------------------------------------------------------------------------------------------------------

DECIDING = "2026-11-30 09:00"
AT_ODDS = (
    Answer("2026-12-01 19:30", "sjoerd", (("joost", "parkeerplaats"),), "adopted"),
    Answer("2026-12-01 19:35", "bea", (("noor", "Bij nieuwbouw"),), "adopted"),
)
REHEARSED_AT = "2026-12-01 19:40"
ANSWERS = (
    Answer("2026-12-01 20:15", "bea", (("joost", "parkeerplaats"),), "adapted",
           "Een hele plaats per woning past niet op het terrein. Voor wie zorgt en voor wie 's nachts werkt, houden wij wel plaatsen vrij.",
           text="een halve parkeerplaats per woning, met vaste plaatsen voor zorg en nachtdienst"),
    Answer("2026-12-01 20:20", "bea", (("noor", "Bij nieuwbouw"),), "rejected",
           "Zonder getal begint bij elk bouwplan dezelfde ruzie. Wij spreken het liever nu uit."),
    Answer("2026-12-02 19:30", "mirjam", (("coby", "gelijkvloers"), ("wim", "gelijkvloers")), "adopted"),
    Answer("2026-12-02 19:40", "mirjam", (("coby", "verhuizen"),), "adopted"),
    Answer("2026-12-02 19:50", "sjoerd", (("fatma", "loten"), ("lieke", "studenten")), "adopted", together=True),
    Answer("2026-12-02 20:00", "sjoerd", (("hendrik", "graast"),), "adopted"),
    Answer("2026-12-02 20:05", "sjoerd", (("lieke", "blijven groen"),), "covered",
           "Hendrik zegt hetzelfde en legt het uit; zijn zin staat er nu.", covered_by=("hendrik", "graast")),
    Answer("2026-12-02 20:20", "bea", (("fatma", "zeven jaar"), ("youssef", "al staan")), "adopted"),
    Answer("2026-12-02 20:30", "bea", (("tineke", "meer geld"), ("wim", "ook later niet")), "adopted"),
    Answer("2026-12-02 20:40", "mirjam", (("noor", "wachtlijst"),), "noted",
           "Eerlijk punt. Een wachtlijst hoort niet in een visie; wij vragen het college er in mei over te berichten."),
    Answer("2026-12-02 20:50", "bea", (("gijs", "legt dat vast"),), "rejected",
           "Elke plek apart bekijken is hoe wij aan negen jaar wachttijd kwamen. Vooraf is voor iedereen duidelijk."),
    Answer("2026-12-02 21:00", "bea", (("pim", "Bouwen, bouwen"),), "rejected",
           "Wij hebben er met plezier in gelezen, maar een hele nieuwe tekst wist het werk van elf anderen uit. Kies wat u het liefst "
           "terugziet en stel dat voor."),
)  # fmt: skip
PUBLISHED_AT = "2026-12-04 10:00"
MERGED = ("2026-12-04 10:15", "bea", "Verwerkt wat de eerste ronde gaf")

# --- 6. the second review ---------------------------------------------------------------------------------------------------------

SECOND = (
    "2026-12-07 09:00",
    "2026-12-20",
    "Wij zijn het over één zin niet eens: hoeveel sociale huur? Zeg wat u zou kiezen, en waarom.",
)
SUGGESTED_AGAIN: tuple[Passage | Tip | Edited, ...] = (
    Passage("2026-12-08 20:00", "tineke", _SHARES,
            "veertig sociale huur, veertig betaalbaar voor een middeninkomen en twintig vrije sector",
            "Dan kan mijn kleindochter misschien terugkomen."),
    Passage("2026-12-10 21:15", "youssef", _SHARES,
            "vijfendertig sociale huur, veertig betaalbaar voor een middeninkomen en vijfentwintig vrije sector",
            "Ik heb Gijs gebeld. Vijfendertig kan, als de gemeente de grond niet voor de hoofdprijs verkoopt."),
    Tip("2026-12-11 08:30", "dewi", "| Sociale huur | 6.200 | 7.100 |",
        "Ik zit in vijf havo, maar volgens mij klopt de tabel niet meer als u de zin erboven verandert."),
    Passage("2026-12-14 22:00", "pim", "leesbare bladzijde", "leesbare bladzijde, en elke maand op een teller in het stadhuis,",
            "U vroeg mij te kiezen. Dan kies ik de teller."),
    Passage("2026-12-16 17:00", "coby", "vaak in dezelfde straat", "het liefst in dezelfde straat", "Zo voelt het.", kind="refinement"),
)  # fmt: skip

# --- 7. the final version ---------------------------------------------------------------------------------------------------------

CLOSING = "2026-12-21 09:00"
LAST_ANSWERS = (
    Answer("2027-01-05 19:30", "sjoerd", (("youssef", "vijfendertig"),), "adopted",
           "Beide kanten kunnen hiermee bouwen; Ton rekende het na."),
    Answer("2027-01-05 19:40", "sjoerd", (("karim", "veertig sociale"), ("tineke", "veertig sociale")), "covered",
           "Het wordt vijfendertig: meer dan wij durfden, minder dan u vroeg, en het kan gebouwd worden.",
           covered_by=("youssef", "vijfendertig")),
    Answer("2027-01-05 19:50", "sjoerd", (("gijs", "vijfentwintig sociale"),), "rejected",
           "Met minder sociale huur dan nu groeit de wachtlijst. Aan de grondprijs komen wij u wel tegemoet."),
    Answer("2027-01-05 20:00", "bea", (("pim", "leesbare bladzijde"), ("coby", "het liefst")), "adopted"),
)  # fmt: skip
TOO_SOON_AT = "2027-01-05 21:00"
LAST_ANSWER = Answer("2027-01-06 19:30", "bea", (("dewi", "tabel"),), "noted",
                     "Goed gezien, en u bent de enige. De tabel klopt weer.")  # fmt: skip
LAST_MERGE = ("2027-01-06 19:45", "bea", "Verwerkt wat de tweede ronde gaf")
TABLE = Drafted("2027-01-06 20:10", "bea", "Tabel sluit weer aan, met dank aan Dewi", (
    ("| Sociale huur | 6.200 | 7.100 |", "| Sociale huur | 6.200 | 7.250 |"),
    ("| Vrije sector | 9.500 | 10.400 |", "| Vrije sector | 9.500 | 10.250 |"),
))  # fmt: skip
LAST_PUBLISHED_AT = "2027-01-07 09:00"
FINAL = ("2027-01-08 12:00", "Vastgesteld op de nieuwjaarsbijeenkomst van de afdeling.")
