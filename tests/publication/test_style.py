"""The style sheet keeps its promise: every colour of words stands out from its ground, light and dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("plein").joinpath("templates/style.css").read_text(encoding="utf-8")
WORDS_ON_GROUNDS = [
    *((ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("ground", "paper")),
    *((ink, f"{kind}-ground") for kind in ("open", "closed") for ink in ("ink", kind, "accent")),
    *((kind, f"{kind}-ground") for kind in ("ins", "del", "warn")),
    ("accent-ink", "accent"),
    ("ink", "mark"),
]


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("which", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(which: int) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    block = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[which]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for ink, ground in WORDS_ON_GROUNDS:
        light, dark = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_nothing_is_fetched_from_elsewhere() -> None:
    """Fonts and pictures of others would tell them who reads here."""
    assert "url(" not in CSS
    assert "@import" not in CSS
