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


def test_a_cycle_in_ones_own_words(call: Cli, at: At, tmp_path: Path) -> None:
    """Whatever its phases are called: the Next lines name them, and the words people read are understood where they type them."""
    at("empty")
    toml = call("cycle", "rules", "plein66", "--toml").out
    for name, ours in (
        ("inventory", "ophalen"),
        ("invitation", "vragen"),
        ("drafting", "schrijven"),
        ("review", "consultatie"),
        ("final", "klaar"),
    ):
        toml = toml.replace(f'"{name}"', f'"{ours}"')
    (tmp_path / "ours.toml").write_text(toml, encoding="utf-8")
    began = call("cycle", "new", "wonen", "--title", "Wonen", "--question", "Wat?", "--definition", str(tmp_path / "ours.toml"))
    assert "plein cycle move wonen ophalen --closes YYYY-MM-DD" in began.err
    assert "plein inventory add wonen" in call("cycle", "move", "wonen", "ophalen").err
    said = call("inventory", "add", "wonen", "Wij wachten negen jaar.", "--kind", "ervaring", "--json", as_="piet").json()
    assert said["kind"] == "experience"
    assert "plein group invite wonen" in call("cycle", "move", "wonen", "vragen").err
    token = call("group", "invite", "wonen", "bea", "--role", "schrijver", "--because", "Weet ervan.", "--json").json()["token"]
    call("group", "accept", token, as_="bea")
    assert "plein draft save wonen" in call("cycle", "move", "wonen", "schrijven").err
    saved = call("draft", "save", "wonen", "-", stdin="Wij bouwen huizen.\n", as_="bea")
    assert saved.next == ["plein draft show wonen"]  # only a host moves it on
    assert call("status", "wonen").next == ["plein cycle move wonen consultatie --closes YYYY-MM-DD --ask TEXT"]
    moved = call("cycle", "move", "wonen", "consultatie", "--closes", "2027-01-31")
    assert "plein suggestion add wonen" in moved.err
    assert "round 1" in moved.out + moved.err
    assert call("draft", "show", "wonen", as_=None).out == "Wij bouwen huizen.\n"
    assert call("cycle", "change", "wonen", "--title", "Wonen hier", "--because", "Beter.", "--json").json()["title"] == "Wonen hier"
    assert call("verify").out.startswith("ok: ")


def test_a_mistake_in_a_definition_is_told_with_its_line(call: Cli, at: At, tmp_path: Path) -> None:
    at("empty")
    toml = call("cycle", "rules", "plein66", "--toml").out.replace('"publish-version", "open-round"', '"open-rond"')
    (tmp_path / "ours.toml").write_text(toml, encoding="utf-8")
    line = next(number for number, text in enumerate(toml.splitlines(), start=1) if "open-rond" in text)

    done = call("cycle", "new", "x", "--title", "X", "--question", "X?", "--definition", str(tmp_path / "ours.toml"))

    assert done.code == 2
    assert f"line {line}: phase review: there is no effect “open-rond”; did you mean open-round?" in done.err
