"""An organisation's own rules, from a TOML file: refused with every mistake at once, or kept from beginning to end."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused

NEW = ("cycle", "new", "trees", "--title", "Trees", "--question", "Which trees?", "--definition")


@pytest.mark.parametrize("name", ["plein66", "focus-group"])
def test_the_built_in_rules_as_toml_can_be_used_as_they_are(call: Cli, run: Cli, at: At, tmp_path: Path, name: str) -> None:
    """Making your own begins with a copy of what works."""
    at("empty")
    printed = call("cycle", "rules", name, "--toml", as_=None)
    assert printed.code == 0
    (tmp_path / "ours.toml").write_text(printed.out, encoding="utf-8")

    assert (run if name == "plein66" else call)(*NEW, "ours.toml").code == 0

    assert call("cycle", "rules", "trees", "--json").json() == call("cycle", "rules", name, "--json").json()
    assert tomllib.loads(call("cycle", "rules", "trees", "--toml").out) == tomllib.loads(printed.out)


def test_a_definition_with_mistakes_lists_all_of_them(
    call: Cli, at: At, tmp_path: Path, unchanged: Callable[[], AbstractContextManager[None]]
) -> None:
    """One round of mending, not seven."""
    at("empty")
    toml = call("cycle", "rules", "plein66", "--toml").out
    broken = toml.replace("deadline_open", "deadline_opne").replace('"invitation"', '"invitatoin"', 1).replace('"nudge"', '"nugde"')
    broken = broken.replace("\nnudge =", "\nnugde =").replace("nudge", "nugde")
    (tmp_path / "ours.toml").write_text(broken, encoding="utf-8")

    with unchanged():
        refused(call(*NEW, "ours.toml"), 2, "deadline_opne", "invitatoin", "nugde", "mistakes")


def test_a_file_that_is_no_toml_is_refused(
    call: Cli, at: At, tmp_path: Path, unchanged: Callable[[], AbstractContextManager[None]]
) -> None:
    """With the place where reading stopped, not a traceback."""
    at("empty")
    for content in ("phases = [", "# nothing but a remark\n", "phases = 3\n", "[[phases]]\nname = 1\n"):
        (tmp_path / "ours.toml").write_text(content, encoding="utf-8")
        with unchanged():
            refused(call(*NEW, "ours.toml"), 2, "ours.toml")


def test_a_definition_that_is_none_is_not_found(call: Cli, at: At) -> None:
    """A name is one of the two, or a file that is there."""
    at("empty")

    refused(call(*NEW, "plein67"), (2, 3), "plein66", "focus-group")
    refused(call(*NEW, "missing.toml"), 3, "missing.toml")


def test_a_running_cycle_keeps_the_rules_it_began_with(call: Cli, at: At, tmp_path: Path) -> None:
    """Nobody changes the rules under a conversation."""
    at("empty")
    file = tmp_path / "ours.toml"
    file.write_text(call("cycle", "rules", "plein66", "--toml").out, encoding="utf-8")
    call(*NEW, "ours.toml")
    before = call("cycle", "rules", "trees", "--json").json()

    file.unlink()

    assert call("cycle", "rules", "trees", "--json").json() == before
    assert call("cycle", "move", "trees", "inventory").code == 0
