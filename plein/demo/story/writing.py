"""Scenes 4 to 6: a closed circle writes, everyone proposes, and the circle answers."""

from __future__ import annotations

from plein.demo.script import Paragraph, Ready, Scene, Suggested, Text, do, show
from plein.demo.story.listening import SLUG
from plein.demo.telling import Told
from plein.sentences import sentence

DRAFTING = Scene(SLUG, sentence("4. Drafting: a closed circle writes the first version"), "2026-11-02", "2026-11-12", (
    show("2026-11-02 09:00", "anna", "cycle move", "drafting"),
    show("2026-11-05 22:10", "bea", "draft save", Text("wonen-in-overwaard.md"), note="Eerste opzet"),
    sentence("ton, who calculates, and yvonne of the sounding board think along beside the text."),
    show("2026-11-06 09:20", "ton", "comment add",
         "Dertig sociale huur halen wij, als de grond niet duurder wordt. Meer heb ik nog niet doorgerekend.",
         version=1, paragraph=Paragraph("dertig sociale huur")),
    do("2026-11-06 20:40", "bea", "comment add", "Wil je vijfendertig narekenen? Die vraag komt vast.", reply_to=1),
    do("2026-11-07 16:00", "yvonne", "comment add", "Dat wie huurt niet meebetaalt, is voor ons de kern. Laat die zin staan.",
       version=1, paragraph=Paragraph("wie huurt betaalt daar niet aan mee")),
    sentence("mirjam and sjoerd both go on from version 1, on the same evening."),
    show("2026-11-09 21:00", "mirjam", "draft save", Text("mirjam-2026-11-09.md", (
        ("voor jong en oud door elkaar.",
         "voor jong en oud door elkaar, met een gezamenlijke kamer waar ook de wijkverpleegkundige zit."),
    )), note="Zorg in het hofje"),
    show("2026-11-09 23:20", "sjoerd", "draft save", Text("sjoerd-2026-11-09.md", (
        ("een zelfbewoningsplicht van vier jaar", "een zelfbewoningsplicht van vijf jaar"),
    ), of=1), base=1, note="Vijf jaar, zoals andere steden"), Told.both_changes,
    sentence("joost is curious. Who is in the circle is public; what it is writing and saying is not there for him."),
    show("2026-11-10 08:00", "joost", "draft show", refused=True), Told.refused, Told.comments_for_joost,
    sentence("Before it goes out, bea looks for words that the branch rather does not use."),
    show("2026-11-12 20:00", "bea", "words check"), Told.words_to_avoid,
    show("2026-11-12 20:15", "bea", "draft save", Text("bea-2026-11-12.md", (
        ("om doorstromers hun oude", "om huurders die kleiner gaan wonen hun oude"),
    )), note="Niemand noemt zichzelf doorstromer"), Told.words_left,
))  # fmt: skip

SHARES = "dertig sociale huur, veertig betaalbaar voor een middeninkomen en dertig vrije sector"
_NEIGHBOURHOOD = "- Een buurt is meer dan huizen: groen, een winkel en een bushalte horen erbij."
_MEADOWS = "De weilanden langs de Waard blijven leeg tot 2035."
_LEVEL = ("twintig tot veertig kleine woningen", "twintig tot veertig kleine, gelijkvloerse woningen")
ROUND_1 = Scene(SLUG, sentence("5. Review, round 1: back into the open, on one frozen version"), "2026-11-16", "2026-11-29", (
    show("2026-11-16 09:00", "anna", "cycle move", "review", closes="2026-11-29",
         ask="Herkent u wat u ons verteld hebt? Zeg per zin wat er beter moet, en waarom."), Told.published_until,
    sentence("Anyone can say how a passage should read, leave a tip, or hand in the whole text as they would have it."),
    show("2026-11-16 20:30", "karim", "suggestion add", quote=SHARES,
         replace="veertig sociale huur, veertig betaalbaar voor een middeninkomen en twintig vrije sector",
         why="Negen jaar wachten krijg je met dertig procent niet weg."),
    do("2026-11-17 09:10", "gijs", "suggestion add", quote=SHARES,
       replace="vijfentwintig sociale huur, veertig betaalbaar voor een middeninkomen en vijfendertig vrije sector",
       why="Met minder vrije sector kan niemand het veilingterrein bouwen."),
    do("2026-11-17 21:00", "joost", "suggestion add", quote="een halve parkeerplaats per woning", replace="één parkeerplaats per woning",
       why="Wie in ploegendienst werkt, heeft 's nachts niets aan een deelauto."),
    do("2026-11-18 08:20", "noor", "suggestion add",
       quote="Bij nieuwbouw rond het station rekenen wij met een halve parkeerplaats per woning.", replace="",
       why="Een getal hoort in het bouwplan, niet in een visie."),
    show("2026-11-18 15:45", "coby", "suggestion add", Text("coby.md", (
        _LEVEL, ("hun oude huurprijs te laten meenemen.", "hun oude huurprijs te laten meenemen, en te helpen met verhuizen."),
    )), why="Zo helpt het iemand van achtenzeventig ook echt."), Told.one_text,
    do("2026-11-19 10:00", "lieke", "suggestion add", quote=_NEIGHBOURHOOD,
       replace=_NEIGHBOURHOOD + "\n- Ook een kamer is een huis: studenten tellen mee.", why="Anders tellen we pas mee als we weg zijn."),
    do("2026-11-20 19:30", "fatma", "suggestion add", quote=_NEIGHBOURHOOD,
       replace=_NEIGHBOURHOOD + "\n- Wie je bent mag nooit bepalen of je een huis krijgt: bij verhuur loten wij.",
       why="Met mijn achternaam krijg ik geen bezichtiging. Met die van mijn collega wel."),
    do("2026-11-21 08:00", "hendrik", "suggestion add", quote=_MEADOWS,
       replace="Het land aan de Waard, waar vee graast en het hoge water staat, houden wij vrij: ook na 2035.",
       why="Leeg is een woord van iemand die er nooit loopt."),
    do("2026-11-21 09:15", "lieke", "suggestion add", quote=_MEADOWS, replace="De weilanden langs de Waard blijven groen tot 2035.",
       why="Een weiland is niet leeg."),
    do("2026-11-22 13:00", "fatma", "suggestion add", quote="een zelfbewoningsplicht van vijf jaar",
       replace="een zelfbewoningsplicht van zeven jaar", why="In vijf jaar koopt een belegger hem gewoon op naam van zijn zoon."),
    do("2026-11-22 21:10", "karim", "suggestion add", quote="die er zelf gaat wonen. Daarom willen wij een zelfbewoningsplicht van vijf jaar",
       replace="die er zelf gaat wonen, of voor een ouder of een kind. Daarom willen wij een zelfbewoningsplicht van tien jaar",
       why="Vijf jaar is zo om. Maar wie voor zijn moeder koopt, is geen belegger."),
    do("2026-11-23 20:00", "joost", "suggestion add", quote="achthonderd woningen", replace="zeshonderd woningen",
       why="Er moet ook nog licht in."),
    show("2026-11-24 18:00", "noor", "suggestion add", quote="De energiecoach komt langs bij iedereen die dat wil.",
         tip="Wij zijn met z'n tweeën voor heel Overwaard. Zeg er eerlijk bij hoe lang de wachtlijst is."),
    do("2026-11-25 11:30", "gijs", "suggestion add",
       quote="De gemeente legt dat vast voordat zij grond verkoopt, want achteraf valt er niets meer te onderhandelen.", replace="",
       why="Laat ruimte om per plek te kijken wat er kan."),
    sentence("joost thinks better of one of his and takes it back."),
    show("2026-11-26 21:40", "joost", "suggestion withdraw", Suggested("joost", "zeshonderd")),
    sentence("{n} people mailed their edited text to anna, who takes all of them in at once.", n=4),
    show("2026-11-27 16:00", "anna", "suggestion import", (
        (Text("pim.md"), "Lang is een vorm van uitstel. Dit past op één kant."),
        (Text("tineke.md", (("met een dikkere beurs", "met meer geld"),)), "Mijn buurvrouw kent het woord beurs alleen van Amsterdam."),
        (Text("wim.md", (
            _LEVEL, ("en wie huurt betaalt daar niet aan mee.", "en wie huurt betaalt daar niet aan mee, ook later niet."),
        )), "Kleine woningen met een trap hebben wij al."),
        (Text("youssef.md", (
            ("opkoopbescherming in de hele stad.", "opkoopbescherming voor elk huis in de stad, ook voor de huizen die er al staan."),
        )), "Juist de bestaande huizen worden nu weggekocht."),
    )), Told.mailed, Told.crowd,
    show("2026-11-27 16:00", "anna", "suggestion collisions"), Told.collisions,
))  # fmt: skip

DECIDING = Scene(SLUG, sentence("6. Drafting again: every suggestion gets an answer, and a reason"), "2026-11-30", "2026-12-04", (
    do("2026-11-30 09:00", "anna", "cycle move", "drafting"),
    sentence("In a hurry, sjoerd and bea adopt two that contradict each other. Trying the merge tells them so."),
    do("2026-12-01 19:30", "sjoerd", "decision set", Suggested("joost", "parkeerplaats"), adopt=True),
    do("2026-12-01 19:35", "bea", "decision set", Suggested("noor", "Bij nieuwbouw"), adopt=True),
    show("2026-12-01 19:40", "anna", "draft merge", dry_run=True), Told.held,
    sentence("So they talk, among themselves, and decide again. Every reason will be public."),
    show("2026-12-01 19:50", "sjoerd", "comment add", "Halve plaatsen, en vaste voor wie 's nachts werkt? Dan hebben ze allebei iets.",
         suggestion=Suggested("joost", "parkeerplaats")),
    show("2026-12-01 20:15", "bea", "decision set", Suggested("joost", "parkeerplaats"),
         adapt="een halve parkeerplaats per woning, met vaste plaatsen voor zorg en nachtdienst",
         because="Een hele plaats per woning past niet op het terrein. Voor wie zorgt en voor wie 's nachts werkt, houden wij wel plaatsen "
                 "vrij."), Told.decided,
    do("2026-12-01 20:20", "bea", "decision set", Suggested("noor", "Bij nieuwbouw"), reject=True,
       because="Zonder getal begint bij elk bouwplan dezelfde ruzie. Wij spreken het liever nu uit."), Told.decided,
    do("2026-12-02 19:30", "mirjam", "decision set", Suggested("coby", "gelijkvloers"), Suggested("wim", "gelijkvloers"), adopt=True),
    do("2026-12-02 19:40", "mirjam", "decision set", Suggested("coby", "verhuizen"), adopt=True),
    show("2026-12-02 19:50", "sjoerd", "decision set", Suggested("fatma", "loten"), Suggested("lieke", "studenten"),
         adopt=True, together=True), Told.adopted_together,
    do("2026-12-02 20:00", "sjoerd", "decision set", Suggested("hendrik", "graast"), adopt=True),
    do("2026-12-02 20:05", "sjoerd", "decision set", Suggested("lieke", "blijven groen"), covered_by=Suggested("hendrik", "graast"),
       because="Hendrik zegt hetzelfde en legt het uit; zijn zin staat er nu."), Told.decided,
    sentence("Of fatma and karim, who want another number of years, a ready text has what they do not dispute too. One act takes it."),
    show("2026-12-02 20:15", "bea", "decision settle", Suggested("fatma", "zeven jaar"),
         proposal=Ready(Suggested("fatma", "zeven jaar"), ("zeven jaar", "of voor een ouder of een kind")),
         because="Zeven jaar houdt beleggers weg en past bij een gezin. Wie voor een ouder of een kind koopt, is welkom."), Told.put_together,
    do("2026-12-02 20:20", "bea", "decision set", Suggested("youssef", "al staan"), adopt=True),
    do("2026-12-02 20:30", "bea", "decision set", Suggested("tineke", "meer geld"), Suggested("wim", "ook later niet"), adopt=True),
    do("2026-12-02 20:40", "mirjam", "decision set", Suggested("noor", "wachtlijst"), noted=True,
       because="Eerlijk punt. Een wachtlijst hoort niet in een visie; wij vragen het college er in mei over te berichten."), Told.decided,
    do("2026-12-02 20:50", "bea", "decision set", Suggested("gijs", "legt dat vast"), reject=True,
       because="Elke plek apart bekijken is hoe wij aan negen jaar wachttijd kwamen. Vooraf is voor iedereen duidelijk."), Told.decided,
    do("2026-12-02 21:00", "bea", "decision set", Suggested("pim", "Bouwen, bouwen"), reject=True,
       because="Wij hebben er met plezier in gelezen, maar een hele nieuwe tekst wist het werk van elf anderen uit. Kies wat u het liefst "
               "terugziet en stel dat voor."), Told.decided, Told.adopted_as_they_stand, Told.divided,
    show("2026-12-04 10:00", "bea", "decision publish"), Told.public,
    show("2026-12-04 10:15", "bea", "draft merge", note="Verwerkt wat de eerste ronde gaf"), Told.merged,
    sentence("The sounding board was there until 29 November. What is written after that is closed to yvonne again."),
    show("2026-12-05 10:00", "yvonne", "draft show", version=5, refused=True), Told.refused,
    sentence("What noor asked goes beyond a note, so it becomes a promise. And tineke's remark on “beurs” becomes a rule."),
    show("2026-12-05 11:00", "anna", "cycle promise", "Wij vragen het college in mei 2027 hoe lang de wachtlijst van de energiecoach is."),
    show("2026-12-05 11:10", "anna", "words avoid", "beurs", better="geld",
         because="Tineke: mijn buurvrouw kent dat woord alleen van Amsterdam."),
))  # fmt: skip
