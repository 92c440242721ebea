"""Every table on a terminal, at every width, in every language: nothing of a row is lost, and nothing is wider than the terminal.

A new list is tried here by itself: the commands are those of the tree that take ``--csv``, or print a table in another way.
"""

from __future__ import annotations

import contextlib
import dataclasses
import itertools
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from plein import Plein
from plein.commands import layout, show
from plein.commands.layout import Column
from plein.commands.tables import Table
from plein.errors import PleinError
from plein.language import Language
from plein.terms import term
from plein.visible import tame
from plein.workflow import show_when
from tests.cli.conftest import Cli, screen
from tests.cycles import TEXT, Housing
from tests.docs.test_printed import printed
from tests.tiers import spread

WIDTHS = (40, 60, 80, 100, 140)
LANGUAGES = ("en", "nl")
TREE = printed.tree()

LINK = "https://example.org/raad/2026/11/27/vergadering/agendapunt-7/bijlage-verkeersonderzoek-Overwaard-definitief.pdf"
WORD = "Meerjarenonderhoudsplanningsbegrotingsverantwoordelijkheid"
CJK = "住宅政策は住民みんなのものです。待っている人が最初です。住宅政策は住民みんなのものです。"
EMOJI = "👩‍👩‍👧 🏳️‍🌈 👍🏽 🇳🇱 🏠"
MARKS = "e\u0301e\u0301n re\u0302ve Z̴a̴l̴g̴o̴ क्षत्रिय"
RIGHT_TO_LEFT = "שלום לכל הדיירים مرحبا بكل السكان"
HIDDEN = "safe\u202eevil"
ALL = f"{CJK} {LINK} {EMOJI} {WORD} {MARKS} {RIGHT_TO_LEFT} {HIDDEN}"
LONG = "wijkvereniging-de-oude-haven-en-omstreken@bewoners.example.org"
BLANKS = "Bewonersvereniging van de Oude Haven aan de Kade"
FAR = "한국어를말하는사람들의모임"
PEOPLE = (LONG, BLANKS, FAR)
CYCLE = "een-traject-met-de-langste-naam-die-er-voor-een-traject-mag"

PLACES = {"FILE|CYCLE": CYCLE, "CYCLE": CYCLE, "[CYCLE]": CYCLE}
"""What the arguments of a list are here, by what the help calls them; each other one needs a line in :data:`ARGUMENTS`."""
ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "group board": (),  # it invites; its list of tokens is tried apart
    "suggestion collisions": (),  # no table but a screen for each place, among the lines below
    "draft show": (("draft", "show", CYCLE, "--asides"),),
    "cycle rules": (("cycle", "rules", CYCLE), ("cycle", "rules", CYCLE, "--as", "bea")),
    "words list": (("words", "list"), ("words", "list", CYCLE)),
    "status": (("status",),),
}
"""How a command is called that is not called with the cycle alone."""


def calls() -> Iterator[tuple[str, ...]]:
    """Every call that prints a table."""
    for command, made in TREE.items():
        if command in ARGUMENTS:
            yield from ARGUMENTS[command]
        elif any("--csv" in one.opts for one in made.params):
            needed = [one.metavar for one in made.params if one.param_type_name == "argument" and (one.required or one.metavar in PLACES)]
            yield (*command.split(), *(PLACES[metavar] for metavar in needed))


CALLS = list(calls())
LINES = [
    ("draft", "diff", CYCLE, "1", "2"),
    ("suggestion", "collisions", CYCLE),
    ("suggestion", "show", CYCLE, "1"),
    ("inventory", "show", CYCLE, "1"),
    ("comment", "show", CYCLE, "1"),
    ("topic", "show", CYCLE, "haven-en-omstreken"),
    ("cycle", "show", CYCLE),
    ("person", "show", LONG),
    ("verify",),
]
"""Calls that print no table."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    """A cycle full of what does not fit: back in the circle after its first review, with a second one behind it in the list."""
    path = tmp_path_factory.mktemp("world") / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    (path.parent / "plein.toml").write_text(f'[[avoid]]\nword = "stakeholder*"\nbetter = "betrokkene"\nbecause = "{ALL}"\n', "utf-8")
    moments = itertools.count(int(datetime(2026, 11, 23, 12, tzinfo=UTC).timestamp()))
    with Plein(path, clock=lambda: datetime.fromtimestamp(next(moments), UTC)) as plein:
        _fill(plein)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.chmod(0o600)
    return path


class _Long(Housing):
    """The cycle with the longest name."""

    slug = CYCLE


def _fill(plein: Plein) -> None:
    long = f"De stakeholders zeggen: {ALL} {ALL}"
    cycle = _Long(plein).anna.cycle(CYCLE)
    anna, bea = cycle, plein.acting_as("bea").cycle(CYCLE)
    for person, name in zip(PEOPLE, (f"{MARKS} 🏠", CJK[:40], WORD), strict=True):
        plein.acting_as("anna").people.add(person, name=name, relation="employee")
    plein.acting_as("anna").boards.set("Klankbordgroep van alle mensen aan de oude haven", PEOPLE)
    anna.change(title=f"Wonen 🏠 {CJK} {WORD}", question=long[:1900], because=ALL)
    anna.topics.add("haven-en-omstreken", title=f"De haven {CJK} {WORD}", aim=long, scope=long, outcome=long)
    anna.topics.open("haven-en-omstreken")
    anna.words.avoid("beheersmaatregel*", better=f"wat wij doen {CJK}", because=ALL)
    anna.move("inventory", closes="2026-11-25")
    for person in PEOPLE:
        plein.acting_as(person).cycle(CYCLE).inventory.add(long, topic="haven-en-omstreken", kind="experience")
    plein.acting_as("anna").cycle(CYCLE).inventory.nudge(1, ALL)
    anna.move("invitation", because=ALL)
    token = anna.group.invite("bea", role="drafter", because=long, for_=1, until="2027-03-01").token
    plein.acting_as("bea").invitations.accept(token)
    anna.group.invite(LONG, role="adviser", because=ALL, topic="haven-en-omstreken", until="2027-03-01")
    anna.move("drafting")
    bea.draft.save(TEXT, note=long[:1900])
    bea.draft.save(TEXT.replace("homes", f"homes {CJK}"), base=1, note=MARKS)
    with contextlib.suppress(PleinError):  # set aside, and so in a list
        bea.draft.save(TEXT.replace("homes", f"castles {WORD}"), base=1)
    bea.comments.add(long, version=2, paragraph=3)
    anna.move("review", closes="2026-12-18", ask=long[:1900])
    for person, new in zip(PEOPLE, (ALL, WORD, LINK), strict=True):
        plein.acting_as(person).cycle(CYCLE).suggestions.add_quote("waiting list", f"list {new}", why=long)
        plein.acting_as(person).cycle(CYCLE).suggestions.tip("trees", long)
    anna.move("drafting", because=ALL)
    bea.decisions.set([1], "rejected", because=long)
    bea.decisions.set([2, 4], "noted", because=ALL)
    plein.acting_as("zoe").cycles.new("trees", title="Trees", question="Which?", language="en")


@pytest.fixture
def database(world: Path, tmp_path: Path) -> Path:
    """Nothing here changes it. The settings are in the folder of whoever runs a command too."""
    shutil.copy(world.with_name("plein.toml"), tmp_path)
    return world


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> _Seen:
    """What is drawn while a test runs."""
    return _Seen(monkeypatch)


class _Seen:
    """The tables that were printed, and the columns that were drawn of them and of what is no such table."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.tables: list[tuple[Table, list[dict[str, Any]]]] = []
        self.columns: list[Column] = []
        draw, put = layout.drawn, Table.put

        def drawn(columns: Sequence[Column], width: int, **apart: Any) -> Iterator[str]:
            self.columns += columns
            return draw(columns, width, **apart)

        def kept(table: Table) -> None:
            values = [show.plain(value, language=show.language()) for value in table.values]
            self.tables.append((table, values))
            put(dataclasses.replace(table, values=values))

        patch.setattr(layout, "drawn", drawn)
        patch.setattr(Table, "put", kept)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", spread(WIDTHS, [80]))
@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_nothing_of_a_row_is_lost_on_a_terminal(call: Cli, seen: _Seen, words: tuple[str, ...], width: int, language: str) -> None:
    """People answer from what stands there, type the numbers and ids that they read, and send the links on."""
    shown = call(*words, env=screen(width, language))

    assert shown.code in (0, 5), shown
    assert seen.columns, f"plein {' '.join(words)} shows no table"
    lines = shown.out.splitlines()
    streams = list(_streams(lines))
    for column in seen.columns:
        for word in _words_of(column):
            assert _in_any(word, streams), f"{word} is lost of {column.heading}: {shown.out}"
    for table, rows in seen.tables:
        for row, (_, key) in itertools.product(rows, table.columns):
            for word in _expected(key, row, table, language):
                assert _in_any(word, streams), f"{word}, the {key}, is lost: {shown.out}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", spread(WIDTHS, [80]))
@pytest.mark.parametrize("words", [*CALLS, *LINES], ids=" ".join)
def test_no_line_is_wider_than_the_terminal(call: Cli, words: tuple[str, ...], width: int, language: str) -> None:
    """What a terminal folds, it folds within words. Words and commands that are wider than it are left to it where no table needs its room."""
    shown = call(*words, env=screen(width, language))

    wide = [re.sub(r"^\s*(?:> |\d+\. |- )?", "", line) for line in shown.out.splitlines() if cell_len(line) > width]
    assert [
        one for one in wide if len(one.split()) > 1 and not one.removeprefix("Next: ").removeprefix("Verder: ").startswith("plein ")
    ] == []
    table = itertools.dropwhile(lambda line: not _is_rule(line), shown.out.splitlines())
    assert [line for line in table if cell_len(line) > width and "plein " not in line] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", spread(WIDTHS, [80]))
@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_ids_and_dates_are_folded_in_no_middle_and_words_in_no_narrow_column(
    call: Cli, seen: _Seen, words: tuple[str, ...], width: int, language: str
) -> None:
    """Half an id is another id, and words of three letters to a line are no words."""
    lines = call(*words, env=screen(width, language)).out.splitlines()

    for cell in (cell for column in seen.columns for cell in column.cells):
        for word in itertools.chain.from_iterable(cell.lines):
            if cell_len(word) <= (width if cell.kept else 16):
                assert any(word in line for line in lines), "\n".join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", spread(WIDTHS, [80]))
@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_lines_are_folded_and_nothing_else(call: Cli, words: tuple[str, ...], width: int, language: str) -> None:
    """A pipe gets the same words."""
    shown, piped = call(*words, env=screen(width, language)), call(*words, env={"PLEIN_LANGUAGE": language})

    assert (shown.code, piped.code) == (0, 0)
    assert _bare(shown.out) == _bare(tame(piped.out + piped.err))


def _bare(text: str) -> str:
    """Without blanks, and without the sign that a fold repeats before quoted lines."""
    return "".join(text.split()).replace(">", "")


@pytest.mark.parametrize("words", [
    ("cycle", "diagram", CYCLE), ("cycle", "rules", CYCLE, "--toml"), ("cycle", "show", CYCLE, "--json"), ("inventory", "list", CYCLE, "--csv"),
    ("draft", "show", CYCLE), *(("draft", "diff", CYCLE, "1", "2", "--format", form) for form in ("html", "criticmarkup", "json")),
], ids=" ".join)  # fmt: skip
def test_what_is_copied_into_a_file_is_as_it_is(call: Cli, words: tuple[str, ...]) -> None:
    """A line end that nobody wrote would be part of it."""
    assert call(*words, env=screen(40)).out.startswith(call(*words).out.rstrip())


def test_a_pipe_has_no_width(call: Cli) -> None:
    """A script reads one row to a line."""
    piped = [call("suggestion", "list", CYCLE, env={"PLEIN_LANGUAGE": "nl"}).out for _ in WIDTHS]

    assert len(set(piped)) == 1
    assert [line.split("\t")[1] for line in piped[0].splitlines()] == [person for person in PEOPLE for _ in "12"]


def _streams(lines: Sequence[str]) -> Iterator[str]:
    """What is read with all folds undone: down each column of a table, and along the lines."""
    yield "".join("".join(line.split()) for line in lines)
    for rule in filter(_is_rule, lines):
        for column in re.finditer("─+", rule):
            yield "".join("".join(_cut(line, *column.span()).split()) for line in lines)


def _is_rule(line: str) -> bool:
    """Whether it is what stands under the headings."""
    return bool(line) and not set(line) - {"─", " "}


def _cut(line: str, start: int, end: int) -> str:
    """The part of a line between two places of the terminal."""
    if line.isascii():
        return line[start:end]
    places = [cell_len(line[:at]) for at in range(len(line))]
    return "".join(letter for letter, place in zip(line, places, strict=True) if start <= place < end)


def _in_any(word: str, streams: Sequence[str]) -> bool:
    return any(word in stream for stream in streams)


def _words_of(column: Column) -> Iterator[str]:
    for word in itertools.chain.from_iterable(line for cell in column.cells for line in cell.lines):
        yield "".join(word.split())


def _expected(key: str, row: dict[str, Any], table: Table, language: str) -> Iterator[str]:
    """The words that a value has for people, worked out apart from what prints them."""
    speaks = Language(language, command_line=True)
    value = row.get(key)
    for one in value if isinstance(value, list) else [value]:
        if one is None:
            continue
        if isinstance(one, bool):
            yield {"en": "yes", "nl": "ja"}[language] if one else {"en": "no", "nl": "nee"}[language]
        elif isinstance(one, dict):
            yield speaks.say(term(one["outcome"])).split()[0]
        elif isinstance(one, int):
            yield str(one)
        elif key in MOMENTS:
            yield from speaks.say(show_when(datetime.fromisoformat(one), table.zone or row.get("timezone") or "UTC")).split()
        elif key in table.words:
            yield from tame(speaks.say(table.words[key].get(one, one))).split()
        elif key in NAMED:
            yield from speaks.say(term(one)).split()
        else:
            yield from tame(" ".join(one.split())[: 60 if table.whole else None]).split()[: -1 if table.whole and len(one) > 60 else None]


MOMENTS = ("at", "closes", "expires", "until")
NAMED = ("status", "kind", "role", "roles", "phase", "space", "outcome", "decision", "relation", "guards")
