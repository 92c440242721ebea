"""What the group answers after the first review."""

from __future__ import annotations

from plein.demo.story.kinds import Answer, Remark

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

TALK = Remark("2026-12-01 19:50", "sjoerd", "Halve plaatsen, en vaste voor wie 's nachts werkt? Dan hebben ze allebei iets.",
              on=("joost", "parkeerplaats"))  # fmt: skip
ENDED = ("2026-12-05 10:00", "yvonne", 5)
"""When an adviser whose time is over tries to read the version after that."""
PROMISE = ("2026-12-05 11:00", "Wij vragen het college in mei 2027 hoe lang de wachtlijst van de energiecoach is.")
AVOID = ("2026-12-05 11:10", "beurs", "geld", "Tineke: mijn buurvrouw kent dat woord alleen van Amsterdam.")
