"""Words to avoid on the command line, and in which language it speaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused

TOML = """\
database = "plein.db"

[[avoid]]
word = "stakeholder*"
better = "people involved"
because = "Nobody calls himself that."
"""


@pytest.fixture
def careful(at: At, tmp_path: Path) -> Path:
    """A folder with a cycle and an organisation's settings."""
    at("review")
    (tmp_path / "plein.toml").write_text(TOML)
    return tmp_path


def test_a_file_is_checked(call: Cli, careful: Path) -> None:
    """Exit 5 says that there is work; JSON says where."""
    (careful / "letter.md").write_text("Dear all,\n\nstakeholders matter.\n")

    found = call("words", "check", "letter.md", db=None)
    assert found.code == 5
    assert "stakeholders" in found.out
    [one] = json.loads(call("words", "check", "letter.md", "--json", db=None).out)
    assert (one["where"], one["line"], one["word"], one["better"]) == ("letter.md", 3, "stakeholders", "people involved")
    (careful / "letter.md").write_text("Dear all.\n")
    assert call("words", "check", "letter.md", db=None).code == 0
    assert call("words", "check", "-", db=None, stdin="a stakeholder").code == 5


def test_a_cycle_is_checked_with_its_own_words_too(call: Cli, careful: Path) -> None:
    """A word to avoid here need not be one elsewhere."""
    assert call("words", "check", "housing", db=None).code == 0
    assert call("words", "avoid", "housing", "change", "--better", "mend", db=None).next == ["plein words check housing"]
    assert call("words", "check", "housing", db=None).code == 5
    assert [row["word"] for row in call("words", "list", "housing", "--json", db=None).json()] == ["stakeholder*", "change"]
    assert [row["word"] for row in call("words", "list", "--json", db=None).json()] == ["stakeholder*"]
    assert call("words", "avoid", "housing", "change", "--undo", db=None).code == 0
    assert call("words", "check", "housing", db=None).code == 0
    refused(call("words", "avoid", "housing", "x", as_="piet", db=None), 4)
    refused(call("words", "check", "nowhere", db=None), 3)


def test_mistakes_in_the_settings_are_listed(call: Cli, careful: Path) -> None:
    """All of them at once; but help is still given."""
    (careful / "plein.toml").write_text('language = "fy"\n[group]\nsize = 0\n[[avoid]]\nwrod = "x"\n')

    refused(call("status", db=None), 2, "language", "group.size", "avoid 1", "3 mistakes")
    assert call("--help", db=None).code == 0
