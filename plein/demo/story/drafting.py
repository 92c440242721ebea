"""The closed circle: the first version, what is said about it inside, and the words that are mended before it goes out."""

from __future__ import annotations

from plein.demo.story.kinds import Drafted, Remark

TEXT = "wonen-in-overwaard.md"
"""The first version, in the folder ``texts``."""
DRAFTING = "2026-11-02 09:00"
FIRST = ("2026-11-05 22:10", "bea", "Eerste opzet")
REMARKS = (
    Remark("2026-11-06 09:20", "ton", "Dertig sociale huur halen wij, als de grond niet duurder wordt. Meer heb ik nog niet doorgerekend.",
           quote="dertig sociale huur", version=1),
    Remark("2026-11-06 20:40", "bea", "Wil je vijfendertig narekenen? Die vraag komt vast.", reply_to=1),
    Remark("2026-11-07 16:00", "yvonne", "Dat wie huurt niet meebetaalt, is voor ons de kern. Laat die zin staan.",
           quote="wie huurt betaalt daar niet aan mee", version=1),
)  # fmt: skip
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
WORDS_AT = ("2026-11-12 20:00", "bea")
MENDED = Drafted("2026-11-12 20:15", "bea", "Niemand noemt zichzelf doorstromer", (
    ("om doorstromers hun oude", "om huurders die kleiner gaan wonen hun oude"),
))  # fmt: skip
