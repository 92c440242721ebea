"""The second review: one question is left."""

from __future__ import annotations

from plein.demo.story.kinds import Edited, Passage, Tip
from plein.demo.story.review import SHARES

SECOND = (
    "2026-12-07 09:00",
    "2026-12-20",
    "Wij zijn het over één zin niet eens: hoeveel sociale huur? Zeg wat u zou kiezen, en waarom.",
)
SUGGESTED_AGAIN: tuple[Passage | Tip | Edited, ...] = (
    Passage("2026-12-08 20:00", "tineke", SHARES,
            "veertig sociale huur, veertig betaalbaar voor een middeninkomen en twintig vrije sector",
            "Dan kan mijn kleindochter misschien terugkomen."),
    Passage("2026-12-10 21:15", "youssef", SHARES,
            "vijfendertig sociale huur, veertig betaalbaar voor een middeninkomen en vijfentwintig vrije sector",
            "Ik heb Gijs gebeld. Vijfendertig kan, als de gemeente de grond niet voor de hoofdprijs verkoopt."),
    Tip("2026-12-11 08:30", "dewi", "| Sociale huur | 6.200 | 7.100 |",
        "Ik zit in vijf havo, maar volgens mij klopt de tabel niet meer als u de zin erboven verandert."),
    Passage("2026-12-14 22:00", "pim", "leesbare bladzijde", "leesbare bladzijde, en elke maand op een teller in het stadhuis,",
            "U vroeg mij te kiezen. Dan kies ik de teller."),
    Passage("2026-12-16 17:00", "coby", "vaak in dezelfde straat", "het liefst in dezelfde straat", "Zo voelt het.", kind="refinement"),
)  # fmt: skip
