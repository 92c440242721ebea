"""The first chapter in the open: what people say, how they answer each other, and what was said elsewhere."""

from __future__ import annotations

from plein.demo.stage.turns import read
from plein.demo.story.kinds import Called, Ref, Said

INVENTORY = (
    "2026-10-01 09:00",
    "2026-10-23",
    "Vertel hoe u woont, of waarom dat niet lukt. U hoeft geen lid te zijn. Wat u zegt, lezen wij allemaal.",
)
_FANS = ("sanne", "patrick", "monique", "rob", "dennis", "kim", "stefan")
SAID = (
    Said("2026-10-01 20:12", "karim", "experience",
         "Ik ben 29, geef les op de Regenboogschool en slaap nog in mijn jongenskamer. Voor sociale huur verdien ik te veel, voor een "
         "hypotheek te weinig. Ik wil hier niet weg, maar zo laat Overwaard mij wel gaan.",
         supported_by=("lieke", "fatma", "coby", "sjoerd")),
    Said("2026-10-01 21:00", "ronald", "opinion",
         "Als makelaar ken ik Overwaard als geen ander. Met mij erbij komt het goed. Ik stel mij graag beschikbaar voor de werkgroep!",
         supported_by=_FANS),
    Said("2026-10-02 10:40", "coby", "experience",
         "Mijn huis heeft vier kamers en ik gebruik er één. Ik zou morgen kleiner gaan wonen, als dat in mijn eigen straat kon en mij "
         "geen honderdtachtig euro per maand méér kostte.",
         topic="doorwonen", supported_by=("karim", "wim")),
    Said("2026-10-03 14:05", "gijs", "position",
         "Ik bouw huizen en ik verdien daaraan, dat weet u dus. Met dertig procent sociale huur krijg ik het veilingterrein nog net rond. "
         "Vraag meer, en er komt niets.", topic="bouwen"),
    Said("2026-10-04 11:30", "ronald", "opinion",
         "Zoals ik al zei: Overwaard heeft iemand nodig die de markt kent. Die iemand ben ik.", supported_by=_FANS[:5]),
    Said("2026-10-05 21:30", "mirjam", "experience",
         "Als wijkverpleegkundige fiets ik elke dag langs veertig voordeuren. De helft van mijn tijd gaat op aan trappen en aan "
         "eenzaamheid. Geen van beide staat ooit in een bouwplan.",
         topic="doorwonen", supported_by=("coby", "noor", "tineke")),
    Said("2026-10-06 18:20", "joost", "opinion",
         "Weer dat gezeur over de bus. Wie parkeren wil afschaffen, heeft nog nooit gewerkt."),
    Said("2026-10-07 19:02", "noor", "idea",
         "Begin in de Waterwijk. Als energiecoach kom ik daar in huizen waar stoken meer kost dan de huur.",
         topic="warm-huis", supported_by=("fatma",)),
    Said("2026-10-08 07:15", "joost", "experience",
         "Terecht, dat kon beter. Wat ik bedoel: ik rijd om vijf uur 's ochtends naar de haven, en dan gaat er geen bus.",
         reply_to=("joost", "gezeur"), supported_by=("fatma",)),
    Said("2026-10-08 20:10", "bea", "question",
         "Dat wist ik niet, Mirjam. Zou jij op de kaart kunnen aanwijzen waar je de meeste trappen loopt?",
         reply_to=("mirjam", "voordeuren")),
    Said("2026-10-09 09:00", "ronald", "opinion",
         "Mijn filmpje over wonen in Overwaard is al vierduizend keer bekeken. Kijken en delen!", supported_by=_FANS[:3]),
    Said("2026-10-10 11:00", "hendrik", "position",
         "Wie zegt dat de weilanden langs de Waard leeg zijn, heeft nooit een boer gesproken. Bouw eerst vol wat wél leegstaat.",
         topic="bouwen"),
    Said("2026-10-11 23:20", "danny", "experience",
         "Op mijn kamer staat de schimmel tot het plafond, voor 870 euro. Wie klaagt, krijgt in maart geen nieuw contract. Daarom zonder naam.",
         topic="warm-huis", supported_by=("noor", "fatma"), pseudonym="Bewoner Havenkade"),
    Said("2026-10-12 22:45", "lieke", "question",
         "Telt een student ook als inwoner? Voor de tweeënzestig kamers in deze stad staan vierhonderd mensen op de lijst.",
         topic="doorwonen", supported_by=("karim",)),
    Said("2026-10-13 08:30", "henk", "opinion",
         "Kijk maar eens wie er op Dijkstraat 14 woont, dan weet je waarom ik al negen jaar op de lijst sta."),
    Said("2026-10-14 16:30", "sjoerd", "idea",
         "Bouw hofjes: dertig kleine woningen om een tuin, oud en jong door elkaar, in elke wijk een. Dan komt het grote huis vanzelf vrij.",
         topic="doorwonen", supported_by=("coby", "karim", "mirjam", "tineke")),
    Said("2026-10-14 21:10", "sjoerd", "idea",
         "Als daar een kamer voor de wijkverpleging bij komt, hoef jij minder te fietsen. Hoeveel vierkante meter is dat?",
         reply_to=("mirjam", "voordeuren")),
    Said("2026-10-15 20:00", "bea", "idea",
         "Het veilingterrein ligt al zes jaar braak, op tien minuten lopen van het station. Ik heb het nagetekend: er passen achthonderd "
         "woningen op, zonder één toren.", topic="bouwen"),
    Said("2026-10-16 12:10", "willemijn", "position",
         "De fractie vraagt hier al jaren om. Als er één ding in de woonvisie moet, dan dat we afspraken vooraf maken."),
    Said("2026-10-17 10:15", "rosa", "experience",
         "Na mijn scheiding kon ik de huur niet alleen betalen. Ik schrijf dit vanaf de logeerkamer van mijn zus, tachtig kilometer verderop."),
    Said("2026-10-18 15:40", "coby", "experience",
         "Mirjam komt ook bij mij. Zij is de enige die vraagt of ik die trap nog wel op moet.", reply_to=("mirjam", "voordeuren")),
)  # fmt: skip
NUDGES = (
    Called("2026-10-06 20:50", "fatma", ("joost", "gezeur"), "Dit gaat over mensen en niet over parkeren. Wat bedoel je wel?"),
    Called("2026-10-09 12:00", "lieke", ("ronald", "filmpje"), "Dit gaat over jou, en niet over wonen."),
    Called("2026-10-13 09:05", "coby", ("henk", "Dijkstraat"), "Daar wonen mensen. Vertel liever hoe het jou vergaat."),
)
WARM_AT = "2026-10-13 20:00"
"""When els looks how the conversations go."""
HIDDEN = Called("2026-10-14 09:00", "els", ("henk", "Dijkstraat"), "Wijst mensen aan met hun adres. Zeg gerust dat u te lang wacht.")
LINKED: tuple[str, str, Ref, Ref] = ("2026-10-18 16:05", "lieke", ("coby", "vier kamers"), ("sjoerd", "Bouw hofjes"))
ELSEWHERE_AT = "2026-10-20 09:30"
ELSEWHERE = read("elsewhere.csv")
