"""What stands where somebody's words were erased at their request. Erasing itself is not here."""

from __future__ import annotations

from typing import Protocol

from plein.sentences import sentence

ERASED = sentence("Erased at the person's request.")
"""What is told in place of the words."""


class Sealed(Protocol):
    """A row with words of somebody's, and the salt of their seal."""

    salt: str


def is_erased(row: Sealed) -> bool:
    """Whether the words of a row were erased: their salt went with them."""
    return row.salt == ""
