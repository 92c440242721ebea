"""What other processes do in the tests of concurrency. Nothing here asserts: it says what happened, and the test looks."""

from __future__ import annotations

from typing import Any

from plein import Plein
from plein.errors import PleinError
from tests.conftest import NOON
from tests.cycles import TEXT

PARAGRAPHS = 100


def long_text() -> str:
    """A text with a paragraph for every suggestion."""
    return "# Housing\n\n" + "\n\n".join(f"Paragraph {number} says something about homes." for number in range(PARAGRAPHS)) + "\n"


def contribute(where: str, worker: int, times: int) -> list[int]:
    """Say something *times* times; the numbers it got."""
    with Plein(where, clock=lambda: NOON) as plein:
        seat = plein.acting_as(f"p{worker}")
        return [seat.cycle("housing").inventory.add(f"{worker} says {turn}.").id for turn in range(times)]


def suggest(where: str, worker: int, times: int) -> list[int]:
    """Suggest *times* times, each on a paragraph of its own; the numbers it got."""
    with Plein(where, clock=lambda: NOON) as plein:
        seat = plein.acting_as(f"p{worker}")
        found = []
        for turn in range(times):
            quote = f"Paragraph {worker * times + turn} says"
            found += [one.id for one in seat.cycle("housing").suggestions.add_quote(quote, f"{quote} today").suggestions]
        return found


def move(where: str, phase: str) -> str:
    """Move the cycle; what came of it."""
    return _said(where, lambda plein: plein.acting_as("anna").cycle("housing").move(phase).phase)


def save(where: str, word: str) -> str:
    """Save a draft on version 1."""
    return _said(where, lambda plein: plein.acting_as("anna").cycle("housing").draft.save(TEXT.replace("homes", word), base=1).number)


def begin(where: str, slug: str) -> str:
    """Begin a cycle."""
    return _said(where, lambda plein: plein.acting_as("anna").cycles.new(slug, title="X", question="X?").phase)


def support(where: str, person: str) -> str:
    """Support contribution 1, as somebody who may be new."""
    return _said(where, lambda plein: plein.acting_as(person).cycle("housing").inventory.support(1).supports)


def _said(where: str, do: Any) -> str:
    with Plein(where, clock=lambda: NOON) as plein:
        try:
            return f"ok: {do(plein)}"
        except PleinError as refusal:
            return f"{type(refusal).__name__}: {refusal}"
