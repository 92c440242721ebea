"""Who is asked into the circle, and why."""

from __future__ import annotations

from plein.demo.story.kinds import Asked, Board

INVITATION = "2026-10-26 09:00"
CANDIDATES_AT = "2026-10-26 09:30"
TOP = 6
"""So many candidates anna looks at."""
ASKED = (
    Asked("2026-10-26 10:00", "bea", "drafter", "Tekende na wat er op het veilingterrein past; brengt feiten mee.", "2026-10-26 19:45",
          contribution=("bea", "braak")),
    Asked("2026-10-26 10:05", "mirjam", "drafter", "Geen lid, wel elke dag bij mensen thuis; ziet wat in geen plan staat.",
          "2026-10-28 22:05", contribution=("mirjam", "voordeuren")),
    Asked("2026-10-26 10:10", "sjoerd", "drafter", "Zijn hofjes kregen steun van jong en van oud.", "2026-10-27 08:10",
          contribution=("sjoerd", "Bouw hofjes")),
    Asked("2026-10-26 10:15", "willemijn", "drafter", "Kent de afspraken van de fractie.", "2026-10-27 12:30", yes=False,
          contribution=("willemijn", "fractie")),
    Asked("2026-10-26 10:20", "lieke", "drafter", "Stelt de vraag die niemand stelde: wie telt mee?", "", yes=None,
          contribution=("lieke", "student")),
    Asked("2026-10-26 10:25", "ton", "adviser", "Rekent voor de woningcorporatie en kan zeggen wat haalbaar is.", "2026-10-29 09:00",
          topic="sociale huur", until="2027-01-31"),
)  # fmt: skip
TAKEN_BACK = ("2026-10-28 09:00", "lieke", "Lieke heeft in november tentamens en vroeg het zelf; wij zien haar in de consultatie.")
BOARD = Board(
    "2026-10-29 10:00", "Huurdersraad", ("kees", "yvonne", "ahmed"), "Zij wonen in de huizen waar het over gaat.", "isoleren en huur",
    "2026-11-29", (("yvonne", "2026-10-30 20:15"), ("kees", "2026-10-31 11:00")),
)  # fmt: skip
