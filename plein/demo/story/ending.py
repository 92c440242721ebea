"""The last four scenes: one more round, the final version, what comes after it, and the check that anyone can make."""

from __future__ import annotations

from plein.demo.script import TOKEN, Said, Scene, Suggested, Text, do, show
from plein.demo.story.listening import SLUG
from plein.demo.story.writing import SHARES
from plein.demo.telling import Told
from plein.sentences import sentence

ROUND_2 = Scene(SLUG, sentence("7. Review, round 2: one question is left, so that one is asked"), "2026-12-07", "2026-12-20", (
    show("2026-12-07 09:00", "anna", "cycle move", "review", closes="2026-12-20",
         ask="Wij zijn het over één zin niet eens: hoeveel sociale huur? Zeg wat u zou kiezen, en waarom."), Told.carried,
    do("2026-12-08 20:00", "tineke", "suggestion add", quote=SHARES,
       replace="veertig sociale huur, veertig betaalbaar voor een middeninkomen en twintig vrije sector",
       why="Dan kan mijn kleindochter misschien terugkomen."),
    sentence("youssef, who asked around, finds the middle."),
    show("2026-12-10 21:15", "youssef", "suggestion add", quote=SHARES,
         replace="vijfendertig sociale huur, veertig betaalbaar voor een middeninkomen en vijfentwintig vrije sector",
         why="Ik heb Gijs gebeld. Vijfendertig kan, als de gemeente de grond niet voor de hoofdprijs verkoopt."),
    sentence("dewi, who is sixteen, reads more closely than anyone."),
    show("2026-12-11 08:30", "dewi", "suggestion add", quote="| Sociale huur | 6.200 | 7.100 |",
         tip="Ik zit in vijf havo, maar volgens mij klopt de tabel niet meer als u de zin erboven verandert."),
    sentence("And pim, who rewrote everything, was asked to choose. He does."),
    show("2026-12-14 22:00", "pim", "suggestion add", quote="leesbare bladzijde",
         replace="leesbare bladzijde, en elke maand op een teller in het stadhuis,", why="U vroeg mij te kiezen. Dan kies ik de teller."),
    do("2026-12-16 17:00", "coby", "suggestion add", quote="vaak in dezelfde straat", replace="het liefst in dezelfde straat",
       why="Zo voelt het.", kind="refinement"),
))  # fmt: skip

FINAL = Scene(SLUG, sentence("8. The final version: not before everyone has an answer"), "2026-12-21", "2027-01-08", (
    do("2026-12-21 09:00", "anna", "cycle move", "drafting"),
    do("2027-01-05 19:30", "sjoerd", "decision set", Suggested("youssef", "vijfendertig"), adopt=True,
       because="Beide kanten kunnen hiermee bouwen; Ton rekende het na."), Told.decided,
    show("2027-01-05 19:40", "sjoerd", "decision set", Suggested("karim", "veertig sociale"), Suggested("tineke", "veertig sociale"),
         covered_by=Suggested("youssef", "vijfendertig"),
         because="Het wordt vijfendertig: meer dan wij durfden, minder dan u vroeg, en het kan gebouwd worden."), Told.decided,
    do("2027-01-05 19:50", "sjoerd", "decision set", Suggested("gijs", "vijfentwintig sociale"), reject=True,
       because="Met minder sociale huur dan nu groeit de wachtlijst. Aan de grondprijs komen wij u wel tegemoet."), Told.decided,
    do("2027-01-05 20:00", "bea", "decision set", Suggested("pim", "leesbare bladzijde"), Suggested("coby", "het liefst"), adopt=True),
    Told.adopted_as_they_stand,
    sentence("anna would like to be done before the New Year's party, but somebody is still without an answer."),
    show("2027-01-05 21:00", "anna", "cycle move", "final", refused=True), Told.refused,
    show("2027-01-06 19:30", "bea", "decision set", Suggested("dewi", "tabel"), noted=True,
         because="Goed gezien, en u bent de enige. De tabel klopt weer."),
    show("2027-01-06 19:45", "bea", "draft merge", note="Verwerkt wat de tweede ronde gaf"), Told.merged,
    show("2027-01-06 20:10", "bea", "draft save", Text("bea-2027-01-06.md", (
        ("| Sociale huur | 6.200 | 7.100 |", "| Sociale huur | 6.200 | 7.250 |"),
        ("| Vrije sector | 9.500 | 10.400 |", "| Vrije sector | 9.500 | 10.250 |"),
    )), note="Tabel sluit weer aan, met dank aan Dewi"),
    show("2027-01-07 09:00", "bea", "decision publish"),
    show("2027-01-08 12:00", "anna", "cycle move", "final", because="Vastgesteld op de nieuwjaarsbijeenkomst van de afdeling."),
    show("2027-01-08 12:30", "anna", "cycle promise", "In oktober 2027 vragen wij u opnieuw hoe u woont."),
    sentence("The two rounds as a story: what was asked, what came, what was answered, what changed."),
    show("2027-01-08 12:30", "karim", "cycle show"), Told.rounds,
))  # fmt: skip

NEXT = "woonnotitie-2027"
AFTERWARDS = Scene("waterwijk", sentence("9. And on: not an incident, but a conversation that goes on"), "2027-02-01", "2027-10-01", (
    sentence("A focus group has no document. It hears people, asks some of them inside, and ends in a report."),
    show("2027-02-01 09:00", "anna", "cycle new", title="Isoleren in de Waterwijk",
         question="Wat moet er geregeld zijn voordat de isoleerders bij u aanbellen?", definition="focus-group"),
    do("2027-02-01 09:10", "anna", "cycle move", "inventory", closes="2027-02-14"),
    do("2027-02-02 19:00", "wim", "inventory add", "Zeg vooraf hoelang ik zonder keuken zit. Twee weken red ik, zes niet.",
       kind="experience"),
    do("2027-02-03 20:30", "bea", "inventory add", "Begin met één modelwoning in de straat, waar iedereen binnen mag kijken.", kind="idea"),
    show("2027-02-04 08:40", "amira", "inventory add", "Ik werk 's nachts en slaap overdag. Boren kan, maar spreek het per huis af.",
         kind="experience"),
    do("2027-02-04 08:40", ("wim", "noor"), "inventory support", Said("amira", "slaap overdag")),
    do("2027-02-05 21:15", "wim", "inventory add", "Dat geldt voor de halve flat: vraag bij elke deur wanneer er iemand slaapt.",
       kind="opinion", reply_to=Said("amira", "slaap overdag")),
    do("2027-02-15 09:00", "anna", "cycle move", "invitation"), Told.usual_suspects,
    do("2027-02-15 10:00", "anna", "group invite", "amira", role="drafter", because="Zegt wat niemand bedacht: overdag slapen er mensen.",
       for_=Said("amira", "slaap overdag")),
    do("2027-02-15 10:05", "anna", "group invite", "wim", role="drafter", because="Weet wat een week zonder keuken is.",
       for_=Said("wim", "keuken")),
    do("2027-02-15 17:00", "amira", "group accept", TOKEN),
    do("2027-02-16 12:00", "wim", "group accept", TOKEN),
    do("2027-02-17 09:00", "anna", "cycle move", "conversation"),
    do("2027-02-18 20:00", "wim", "inventory add", "Een briefje op de deur: hier slaapt iemand tot drie uur.", kind="idea"),
    show("2027-02-25 21:00", "amira", "report save", Text("report.md")),
    do("2027-03-01 09:00", "anna", "cycle move", "final"),
    show("2027-03-01 09:00", "karim", "report show"), Told.report,
    sentence("In October the next one begins. It takes over topics, hosts and words, and remembers what was promised."),
    show("2027-10-01 09:00", "anna", "cycle new", title="Wonen in Overwaard, een jaar later", after=SLUG, cycle=NEXT),
    show("2027-10-01 09:00", "anna", "cycle memory", cycle=NEXT), Told.memory,
))  # fmt: skip

END = "2027-10-01 12:00"
ANYONE = Scene(SLUG, sentence("10. Afterwards: anyone can check it"), "2027-10-01", "2027-10-01", (
    Told.tally,
    show(END, "karim", "suggestion show", Suggested("karim", "veertig sociale")), Told.answered,
    sentence("rosa told of her divorce. Things are better now: she takes along what is hers, and has herself erased."),
    show("2027-10-01 10:00", "rosa", "person export", "rosa", to="rosa.json"),
    show("2027-10-01 10:15", "rosa", "person erase", "rosa", texts=True, yes=True), Told.erased,
    show(END, "anna", "verify"), Told.verified,
    show(END, "anna", "publish", to="pages"), Told.pages,
))  # fmt: skip
