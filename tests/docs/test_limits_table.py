"""How long a text may be stands in the documentation as it is, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plein.limits import LIMITS, SETTABLE

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("page", ["organisation.md", "nl/organisatie.md"])
def test_the_table_of_limits_is_the_one_there_is(page: str) -> None:
    """Whoever looks up how much goes in a field can rely on it."""
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| ([0-9.,]+) \|$", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)

    assert [(name, int(re.sub("[.,]", "", most))) for name, most in rows] == [(name, LIMITS[name].most) for name in SETTABLE]
