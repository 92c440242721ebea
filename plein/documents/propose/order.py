"""In which order ready texts are shown, by how two changes collide. How a text is made is ``ways``'s.

Found by ``python bench/proposals.py`` on what groups really made of such places; change nothing here by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNEVEN = 0.25
"""Share of a passage's words, 0 to 1: where one keeps so much more of it than the other, the other rewrote it."""

ALIKE = 0.8
"""Share of the words of two wordings, 0 to 1: where so many are the same, they differ in a word or two."""

ADDED_ALIKE = 0.5
"""The same of two passages that are put in at one place: then they are two tellings of one thing."""

SAID_TWICE = 8
"""Words in a row: a text that has so many more often than any it was made of comes after those that have not."""

ORDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "contained": (
            "lines: one",
            "touching words: other",
            "words: one",
            "same ends: one, other",
            "one",
            "same ends: other, one",
            "other",
            "words: one, other",
            "words: other, one",
            "one, other",
            "other, one",
        ),
        "contrary": (
            "lines: one",
            "one, other",
            "one",
            "words: one",
            "other",
            "words: one, other",
            "words: other, one",
            "other, one",
        ),
        "overlap": (
            "words: one",
            "other",
            "names: one",
            "same ends: one, other",
            "names: other",
            "same ends: other, one",
            "one",
            "words: one, other",
            "words: other, one",
            "one, other",
            "other, one",
        ),
        "overlap, alike": (
            "touching words: one",
            "lines: other",
            "lines: one",
            "words: one",
            "one",
            "other",
            "words: one, other",
            "words: other, one",
            "one, other",
            "other, one",
        ),
        "same-place": (
            "one, other",
            "other, one",
            "one",
            "other",
            "words: one, other",
            "words: other, one",
        ),
        "same-place, alike": (
            "one",
            "other",
            "other, one",
            "same ends: one, other",
            "words: one, other",
            "words: other, one",
            "one, other",
        ),
    }
)
"""For each way in which two changes collide (``propose.shape``), the ways to make a text (``ways.WAYS``), best first."""
