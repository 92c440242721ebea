"""Merge cases that an editor can read and add to: one file each in ``cases/``.

A file has a title (``# …``), the text before (``## Base``), one part per person (``## Suggestion by anna``: the whole text as it
should read), what comes out (``## Expected``) and, where somebody is held, a line ``Held: anna piet`` above the first part. Each part
stands between two lines of four tildes.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plein.documents import apply, canonical, diff, merge

CASES = sorted(Path(__file__).with_name("cases").glob("*.md"))
_PART = re.compile(r"^## (?P<name>[^\n]+)\n+~~~~\n(?P<text>.*?)^~~~~$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_comes_out_as_the_file_says(path: Path) -> None:
    """What an editor wrote down is what plein does."""
    page = path.read_text(encoding="utf-8")
    parts = {part["name"].strip(): canonical(part["text"]) for part in _PART.finditer(page)}
    base, expected = parts.pop("Base"), parts.pop("Expected")
    people = {name.removeprefix("Suggestion by "): diff(base, text) for name, text in parts.items()}
    held = re.search(r"^Held: (.+)$", page, re.MULTILINE)
    order = re.search(r"^Order: (.+)$", page, re.MULTILINE)

    result = merge(base, people, order=order[1].split() if order else ())

    assert people
    assert result.held == frozenset(held[1].split() if held else ())
    assert result.text == expected
    assert all(apply(base, edits) == parts[f"Suggestion by {name}"] for name, edits in people.items())


def test_there_are_cases() -> None:
    """An empty folder would pass too."""
    assert len(CASES) >= 8
