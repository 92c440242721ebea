"""A word that is chosen from a few is understood as people read it: in Dutch and in English, whatever the cycle and the reader speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import typer

from plein.cli import app
from plein.language import LANGUAGES, Language
from plein.organisation import RELATIONS
from plein.terms import TERMS, term
from plein.vocabulary import CONTRIBUTION_KINDS, PLACES, SUGGESTION_KINDS
from plein.workflow import PLEIN66
from tests.cli.conftest import At, Cli, refused

PHASES = tuple(phase.name for phase in PLEIN66.phases)
CHOSEN: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("plein inventory add", "--kind"): CONTRIBUTION_KINDS,
    ("plein group invite", "--role"): PLACES,
    ("plein person add", "--relation"): tuple(RELATIONS),
    ("plein suggestion add", "--kind"): SUGGESTION_KINDS,
    ("plein suggestion change", "--kind"): SUGGESTION_KINDS,
    ("plein suggestion import", "--kind"): SUGGESTION_KINDS,
    ("plein cycle move", "PHASE"): PHASES,
}
"""Every option and argument that takes such a word, and the words there are."""


def options(command: Any, name: str = "plein") -> Iterator[tuple[str, Any]]:
    """Every option and argument, with the command it belongs to."""
    yield from ((name, parameter) for parameter in command.params)
    if hasattr(command, "list_commands"):
        context = command.make_context("plein", [], resilient_parsing=True)
        for one in command.list_commands(context):
            yield from options(command.get_command(context, one), f"{name} {one}")


def test_the_table_has_every_option_that_takes_such_a_word() -> None:
    """One that is new is in no test until it is in the table: its help lists the words, or its name is that of a vocabulary."""
    found = set()
    for name, parameter in options(typer.main.get_command(app)):
        typed = parameter.opts[-1] if parameter.param_type_name == "option" else parameter.metavar
        offered = str(parameter.metavar or "").split("|")
        if parameter.metavar == "TEXT":
            continue  # somebody's own words
        if typed in ("--kind", "--role", "--relation", "--outcome", "--phase", "PHASE") or (
            len(offered) > 1 and set(offered) <= set(TERMS)
        ):
            found.add((name, typed))

    assert found == set(CHOSEN)


def _ways(name: str) -> list[str]:
    """The name, and what people call it in each language, as they may write it."""
    called = [Language(code).say(term(name)) for code in LANGUAGES]
    return list(dict.fromkeys([name, *called, *(word.upper() for word in called), *(f" {word.title()} " for word in called)]))


def _all_ways(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, word) for name in names for word in _ways(name)]


def test_kinds_of_contributions(call: Cli, at: At) -> None:
    at("inventory")
    for name in CONTRIBUTION_KINDS:
        for word in _ways(name):
            assert call("inventory", "add", "housing", f"I say {word}.", "--kind", word, "--json").json()["kind"] == name, word


def test_kinds_of_contributions_in_a_file(call: Cli, at: At) -> None:
    at("inventory")
    ways = _all_ways(CONTRIBUTION_KINDS)
    rows = "".join(f'p{n},"Text {n}.","{word}"\n' for n, (_, word) in enumerate(ways))

    assert call("inventory", "import", "housing", "-", stdin=f"author,text,kind\n{rows}").code == 0

    taken_in = call("inventory", "list", "housing", "--json").json()[1:]
    assert [one["kind"] for one in taken_in] == [name for name, _ in ways]


def test_roles(call: Cli, at: At) -> None:
    at("invitation")
    for n, (name, word) in enumerate(_all_ways(PLACES)):
        made = call("group", "invite", "housing", f"guest{n}x", "--role", word, "--because", "Knows it.", "--json")
        assert made.json()["role"] == name, word


def test_relations(call: Cli, at: At) -> None:
    at("preparation")
    for name in RELATIONS:
        for word in _ways(name):
            assert call("person", "add", "piet", "--relation", word, "--json").json()["relation"] == name, word


def test_relations_in_a_file_in_an_organisations_own_words_too(call: Cli, at: At, tmp_path: Path) -> None:
    """The mistakes of a file are named before anything is written, so that the file is read by the same words."""
    at("preparation")
    (tmp_path / "plein.toml").write_text('database = "plein.db"\n[terms.nl]\nklant = "gast"\n', encoding="utf-8")
    ways = [*_all_ways(RELATIONS), ("customer", "Gast")]
    rows = "".join(f'{chr(97 + n % 26)}{n},"{word}"\n' for n, (_, word) in enumerate(ways))

    assert call("person", "import", "-", "--exact", stdin=f"person,relation\n{rows}", db=None).code == 0

    found = {one["person"]: one["relation"] for one in call("person", "list", "--json", db=None).json()}
    assert [found[f"{chr(97 + n % 26)}{n}"] for n in range(len(ways))] == [name for name, _ in ways]


def test_kinds_of_suggestions(call: Cli, at: At, tmp_path: Path) -> None:
    at("review")
    text = call("draft", "show", "housing").out
    for n, (name, word) in enumerate(_all_ways(SUGGESTION_KINDS)):
        passage = ("--quote", "trees", "--replace", f"trees{n}")
        made = call("suggestion", "add", "housing", *passage, "--kind", word, "--json", as_=f"reader{chr(97 + n)}").json()
        assert [one["kind"] for one in made] == [name], word
        (tmp_path / f"folder{n}").mkdir()
        (tmp_path / f"folder{n}" / f"writer{chr(97 + n)}.md").write_text(text.replace("waiting list", f"queue{n}"), encoding="utf-8")
        assert call("suggestion", "import", "housing", f"folder{n}", "--kind", word).code == 0
        assert call("suggestion", "list", "housing", "--json").json()[-1]["kind"] == name, word


def test_kinds_that_a_suggestion_becomes(call: Cli, at: At) -> None:
    """Where it is that already, nothing is to be changed, and plein says so."""
    at("review")
    for name, word in _all_ways(SUGGESTION_KINDS):
        made = call("suggestion", "add", "housing", "--quote", "trees", "--replace", f"trees {word}", "--json", as_="kees").json()
        changed = call(
            "suggestion", "change", "housing", str(made[0]["id"]), "--kind", word, "--why", f"So {word}.", "--json", as_="kees"
        ).json()
        assert changed[-1]["kind"] == name, word


@pytest.mark.parametrize("name", PHASES)
def test_phases(call: Cli, at: At, name: str) -> None:
    """A move is made, or refused, as under the phase's own name."""
    at("inventory")
    asked = ("cycle", "move", "housing")
    expected = call(*asked, name, "--because", "So.", "--dry-run")

    for word in _ways(name):
        assert call(*asked, word, "--because", "So.", "--dry-run") == expected, word


@pytest.mark.parametrize(("state", "words", "offered"), [
    ("inventory", ("inventory", "add", "housing", "T.", "--kind", "rant"), "mening, standpunt, ervaring, vraag, idee"),
    ("review", ("suggestion", "add", "housing", "--quote", "trees", "--replace", "t", "--kind", "rant"), "suggestie of verfijning"),
    ("invitation", ("group", "invite", "housing", "piet", "--role", "boss", "--because", "B."), "schrijver of adviseur"),
    ("preparation", ("person", "add", "piet", "--relation", "foe"),
        "lid, medewerker, freelancer, oud-lid, oud-medewerker, klant, oud-klant, deskundige, concurrent, anders"),
    ("preparation", ("cycle", "move", "housing", "limbo"),
        "voorbereiding, inventarisatie, uitnodiging, schrijffase, consultatie, eindversie, gestopt"),
])  # fmt: skip
def test_what_can_be_chosen_is_said_in_the_language_of_the_reader(
    call: Cli, at: At, state: str, words: tuple[str, ...], offered: str
) -> None:
    """Whoever reads them can type them."""
    at(state)

    refused(call(*words, env={"PLEIN_LANGUAGE": "nl"}), (1, 2), offered)
