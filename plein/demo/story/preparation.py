"""Before the doors open: what the organisation sets for itself, who its people are, and what there is to talk about."""

from __future__ import annotations

from plein.demo.stage.turns import read
from plein.demo.story.kinds import Note

TOML = read("plein.toml")
BEGINS = "2026-09-28 09:00"
PEOPLE_AT = "2026-09-28 10:00"
PEOPLE = read("people.csv")
USUAL = ("2026-09-28 10:10", "willemijn")
HOSTS = ("2026-09-28 10:20", "els", "Leidt de gesprekken over de Waterwijk; kent de huurders, en zij kennen haar.")
_REPLY = "De schrijvers lezen alles. In de verantwoording staat wat er met uw verhaal gebeurd is."
TOPICS = (
    Note("2026-09-28 11:00", "bouwen", "Wat en waar wij bouwen", "anna",
         "Weten welke huizen er missen, voor wie, en welke plek u zelf zou kiezen.",
         "Heel Overwaard, ook het veilingterrein en de Waard. Geen lopende vergunningen.", _REPLY, "2026-09-29 09:00"),
    Note("2026-09-28 11:10", "doorwonen", "Jong en oud: wonen waar je past", "els",
         "Begrijpen waarom mensen blijven zitten of juist wegtrekken.",
         "Starters, kamers, zorg thuis, kleiner gaan wonen.", _REPLY, "2026-09-29 09:05"),
    Note("2026-09-28 11:20", "warm-huis", "Een warm en droog huis", "els",
         "Horen waar het tocht en schimmelt, en wat het kost.",
         "Isoleren, stoken en vocht; niet de energieprijs zelf.", None, "2026-09-29 09:10"),
)  # fmt: skip
OUTCOME = ("2026-09-29 09:20", "De Waterwijk krijgt een eigen stuk in de notitie; de corporatie leest mee.")
"""What the last topic still lacked."""
