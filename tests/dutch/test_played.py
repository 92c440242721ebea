"""Whatever stands on the screen of somebody who reads Dutch is Dutch: lists, answers, refusals, help, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import typer

from plein.cli import app
from plein.exchange import contributions, people
from tests.dutch.conftest import Line, Player
from tests.dutch.english import english
from tests.tiers import thorough

_REFUSED_ON_PURPOSE = ("piet: draft save wonen botst.md --base 1",)
_FOUND = 5
"""How a command ends that looked for words to avoid, and found some."""
_LITERAL: tuple[tuple[str, frozenset[str]], ...] = (
    ("topic ", frozenset({"question"})),  # the name of the topic that every cycle begins with
    ("inventory import", frozenset(contributions.COLUMNS)),
    ("person import", frozenset(people.COLUMNS)),
    ("draft diff", frozenset({"a", "b"})),  # two versions
    ("--format", frozenset({"text", "html", "criticmarkup", "json"})),  # names of formats
    ("--definition", frozenset({"focus", "group"})),  # the name of a definition
    ("verify", frozenset({"ok", "entries"})),  # scripts read this line
)
"""What stands on the screen as it is typed, where something of this kind was typed."""


@thorough
def test_what_is_played_goes_as_it_was_meant(played: list[Line], refused: list[Line]) -> None:
    """Else nobody would know what was seen."""
    wrong = [line for line in played if (line.code not in (0, _FOUND)) != (line.typed in _REFUSED_ON_PURPOSE)]
    wrong += [line for line in refused if line.code == 0]
    wrong += [line for line in (*played, *refused) if "fout in plein zelf" in line.seen]

    assert not wrong, "\n\n".join(f"$ plein {line.typed} ({line.code})\n{line.seen}" for line in wrong)


@thorough
def test_every_command_is_played(played: list[Line]) -> None:
    """What nobody looked at is where English stays."""
    typed = {" ".join(line.words[:length]) for line in played for length in (1, 2)} | {"demo", "init"}

    assert not [name for name, command in commands() if not hasattr(command, "list_commands") and name.removeprefix("plein ") not in typed]


@thorough
def test_answers_and_refusals_are_dutch(played: list[Line], refused: list[Line]) -> None:
    """To the last word of every table, and of every line beside it."""
    found = {}
    for line in (*played, *refused):
        literal = frozenset().union(*(words for typed, words in _LITERAL if typed in line.typed))
        for told in read_by_people(line.seen):
            if left := english(told, but=literal):
                found[f"$ plein {line.typed}\n{told}"] = left

    assert not found, "\n".join(f"{left}: {dutch}" for dutch, left in found.items())


def read_by_people(seen: str) -> Iterator[str]:
    """What people read of what is seen: not the keys of JSON, CSV and TOML, not the names of Mermaid, not the styles of a page."""
    if seen.startswith(("{", "[\n", "number,")):
        return
    toml, mermaid, style = "[[phases]]" in seen, seen.startswith("stateDiagram"), False
    for line in seen.splitlines():
        style = (style or line == "<style>") and line != "</style>"
        if toml:
            yield line.partition("#")[2] if "#" in line else ""
        elif mermaid:
            yield " ".join([*re.findall(r'"(.*)"', line), *line.partition(" : ")[2:]])
        elif not style:
            yield re.sub(r"^  [a-z]+ {2,}", "", line)  # the name of a command, in a list of them


@thorough
@pytest.mark.parametrize("site", ["openbaar", "bomen"])
def test_pages_are_dutch(folder: Path, played: list[Line], site: str) -> None:
    """What stands on them, what a mouse shows of it, and what a screen reader says."""
    pages = sorted((folder / site).glob("*.html"))
    assert len(pages) > 3
    found = {}
    for page in pages:
        read = _Page()
        read.feed(page.read_text(encoding="utf-8"))
        assert read.language == "nl"
        found |= {f"{page.name}: {told}": left for told in read.told if (left := english(told))}

    assert not found, "\n".join(f"{left}: {told}" for told, left in found.items())


class _Page(HTMLParser):
    """A page: its language, and every piece of it that is shown or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.language: str | None = None
        self.told: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside.append(tag)
        said = dict(attrs)
        self.language = said.get("lang") if tag == "html" else self.language
        self.told += [value for name in ("title", "aria-label", "alt", "placeholder") if (value := said.get(name))]

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "code", "script"} & set(self._inside):
            self.told.append(data.strip())


def commands() -> Iterator[tuple[str, Any]]:
    """Every command, with how it is typed."""
    below: list[tuple[str, Any]] = [("plein", typer.main.get_command(app))]
    while below:
        name, command = below.pop(0)
        yield name, command
        if hasattr(command, "list_commands"):
            context = command.make_context("plein", [], resilient_parsing=True)
            below += [(f"{name} {one}", command.get_command(context, one)) for one in command.list_commands(context)]


def test_help_is_dutch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first word, which Typer writes, to what is to be filled in and what stands there otherwise."""
    found = {}
    for name, _ in commands():
        typed = f"{name} --help".removeprefix("plein ")
        line = Player(folder, monkeypatch).type(typed)
        assert line.code == 0
        assert line.seen.startswith("Gebruik: ")
        literal = frozenset().union(*(words for part, words in _LITERAL if part in line.seen))
        found |= {f"$ plein {typed}\n{told}": left for told in read_by_people(line.seen) if (left := english(told, but=literal))}

    assert not found, "\n".join(f"{left}: {line}" for line, left in found.items())
