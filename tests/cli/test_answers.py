"""What commands print: for people, as JSON, as CSV; on which stream, with which keys, and the Next line at the end of a change."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from plein.exchange.cells import bare
from tests.cli.conftest import At, Cli, Result, command, environment
from tests.cycles import TEXT
from tests.tiers import spread, thorough

KEYS = {
    "cycle": "slug title question phase round definition closes hosts",
    "contribution": "id author kind topic text reply_to supports nudges hidden source",
    "topic": "name title host aim scope outcome opened closed contributions people replies nudges hidden heat",
    "member": "person role status because until",
    "invitation": "token person role because until",
    "version": "number author note published digest base",
    "text": "number author note published digest base text",
    "suggestion": "id author submission kind status version paragraph quote replace why collides_with same_as sweeping decision",
    "decision": "suggestion outcome because by published",
    "collision": "id kind suggestions paragraph quote",
    "merge": "version digest applied held collisions",
    "entry": "number at by act cycle digest previous",
}
"""The promise, word for word: kind of thing, and the keys its JSON has."""

# state, words of the command, what each item is
LISTS = [
    ("final", "cycle list", "cycle"),
    ("final", "topic list housing", "topic"),
    ("final", "inventory list housing", "contribution"),
    ("final", "inventory list housing --topic question", "contribution"),
    ("final", "group list housing", "member"),
    ("final", "draft list housing", "version"),
    ("final", "suggestion list housing", "suggestion"),
    ("suggested", "suggestion list housing --undecided", "suggestion"),
    ("suggested", "suggestion list housing --colliding", "suggestion"),
    ("suggested", "suggestion list housing --paragraph 2", "suggestion"),
    ("suggested", "suggestion list housing --limit 1 --after 1", "suggestion"),
    ("suggested", "suggestion collisions housing", "collision"),
    ("final", "decision list housing", "decision"),
    ("final", "log housing", "entry"),
]
SHOWS = [
    ("final", "cycle show housing", "cycle"),
    ("final", "topic show housing question", "topic"),
    ("final", "inventory show housing 1", "contribution"),
    ("final", "draft show housing", "text"),
    ("final", "draft show housing --version 1", "text"),
    ("final", "suggestion show housing 2", "suggestion"),
]
NEW = ("--title", "Trees", "--question", "Which trees?")
# state, who, words of the command, standard input, what its JSON holds
CHANGES: list[tuple[str, str, tuple[str, ...], str | None, str | None]] = [
    ("empty", "anna", ("cycle", "new", "trees", *NEW), None, "cycle"),
    ("preparation", "anna", ("cycle", "move", "housing", "inventory", "--closes", "2026-12-24", "--ask", "What do you see?"), None, "cycle"),
    ("preparation", "anna", ("cycle", "move", "housing", "stopped", "--because", "No money."), None, "cycle"),
    ("inventory", "piet", ("inventory", "add", "housing", "More trees.", "--kind", "idea", "--topic", "green"), None, "contribution"),
    ("inventory", "piet", ("inventory", "add", "housing", "-", "--reply-to", "1"), "I agree.\n", "contribution"),
    ("inventory", "jan", ("inventory", "support", "housing", "1"), None, "contribution"),
    ("inventory", "jan", ("inventory", "nudge", "housing", "1", "--because", "Off the topic."), None, "contribution"),
    ("inventory", "anna", ("inventory", "hide", "housing", "1", "--because", "Names a child."), None, "contribution"),
    ("inventory", "anna", ("inventory", "import", "housing", "-"), "author,text\njan,More trees.\n", "contribution"),
    ("invitation", "anna", ("group", "invite", "housing", "bea", "--role", "drafter", "--because", "Knows it.", "--for", "1"), None,
     "invitation"),
    ("invitation", "anna", ("group", "invite", "housing", "kim", "--role", "adviser", "--because", "Law.", "--topic", "law", "--until",
     "2027-01-31"), None, "invitation"),
    ("drafting", "anna", ("group", "remove", "housing", "bea", "--because", "Moved away."), None, "member"),
    ("drafting", "bea", ("draft", "save", "housing", "-", "--note", "Shorter."), "# Housing\n\nWe build.\n", "version"),
    ("drafting", "anna", ("cycle", "move", "housing", "review", "--closes", "2026-12-24"), None, "cycle"),
    ("review", "piet", ("suggestion", "add", "housing", "-", "--why", "Clear."), TEXT.replace("homes", "houses"), "suggestion"),
    ("review", "piet", ("suggestion", "add", "housing", "--quote", "We build", "--replace", "We rent", "--kind", "refinement"), None,
     "suggestion"),
    ("review", "piet", ("suggestion", "add", "housing", "--quote", "trees", "--tip", "Which?"), None, "suggestion"),
    ("suggested", "piet", ("suggestion", "withdraw", "housing", "1"), None, "suggestion"),
    ("processing", "bea", ("decision", "set", "housing", "3", "7", "--adopt"), None, "decision"),
    ("processing", "bea", ("decision", "set", "housing", "1", "--reject", "--because", "No."), None, "decision"),
    ("decided", "bea", ("decision", "undo", "housing", "2"), None, "decision"),
    ("decided", "bea", ("decision", "publish", "housing"), None, "decision"),
]  # fmt: skip


def items(found: Any) -> list[dict[str, Any]]:
    """What a JSON answer holds, whether one or many."""
    return list(found) if isinstance(found, list) else [found]


def has_keys(found: Any, kind: str) -> None:
    """Check that every item has what the contract says; more is fine."""
    assert items(found)
    for item in items(found):
        assert set(KEYS[kind].split()) <= set(item), item


def steps_on(result: Result) -> None:
    """Check the one Next line: there once, a command of plein's, and nothing after it on its stream."""
    assert len(result.next) == 1, result
    assert result.next[0].startswith("plein "), result
    (stream,) = [stream for stream in (result.out, result.err) if "Next: " in stream]
    assert stream.rstrip("\n").splitlines()[-1] == f"Next: {result.next[0]}"


def exists(call: Cli, step: str) -> None:
    """Check that a Next line names a command there is: a hint that ends in "no such command" is worse than none."""
    asked = step.removeprefix("plein ").split()
    while asked[0].startswith("--"):
        asked = asked[2:]
    depth = 1 if asked[0] in ("init", "demo", "status", "publish", "log", "verify") else 2
    assert call(*asked[:depth], "--help").code == 0


def named(case: tuple[Any, ...]) -> str:
    words = case[1] if isinstance(case[1], str) else " ".join(case[2])
    return f"{case[0]}: {words}"[:70]


@pytest.mark.parametrize(("state", "words", "kind"), LISTS + SHOWS, ids=map(named, LISTS + SHOWS))
def test_json_is_alone_on_standard_output_with_the_promised_keys(call: Cli, at: At, state: str, words: str, kind: str) -> None:
    """Scripts of others are written against these keys."""
    at(state)

    answer = call(*words.split(), "--json")

    has_keys(answer.json(), kind)
    assert answer.err == ""


@pytest.mark.parametrize(("state", "words", "kind"), LISTS, ids=map(named, LISTS))
def test_csv_has_the_same_rows_under_the_same_keys(call: Cli, at: At, state: str, words: str, kind: str) -> None:
    """Staff open lists in a spreadsheet; a column that is missing there is a question they cannot answer."""
    at(state)
    expected = call(*words.split(), "--json").json()

    answer = call(*words.split(), "--csv")

    rows = list(csv.DictReader(io.StringIO(answer.out, newline="")))
    assert (answer.code, answer.err, len(rows)) == (0, "", len(expected))
    assert set(KEYS[kind].split()) <= set(rows[0])
    for row, item in zip(rows, expected, strict=True):
        for key, value in item.items():
            if isinstance(value, str) and key in KEYS[kind].split():
                assert bare(row[key]) == value


@pytest.mark.parametrize(("state", "words"), [(state, words) for state, words, _ in LISTS + SHOWS])
def test_a_list_for_people_says_something_on_standard_output(call: Cli, at: At, state: str, words: str) -> None:
    """`plein suggestion list housing | grep piet` is how people look for things; no ornaments and no colours in it."""
    at(state)

    answer = call(*words.split())

    assert answer.code == 0
    assert answer.out.strip()
    assert "\x1b" not in answer.out + answer.err
    assert "─" not in answer.out


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("empty", "cycle list"),
        ("preparation", "inventory list housing"),
        ("drafting", "suggestion list housing"),
        ("drafting", "suggestion collisions housing"),
        ("drafting", "decision list housing"),
        ("preparation", "draft list housing"),
        ("suggested", "suggestion list housing --paragraph 99"),
    ],
)
def test_an_empty_list_is_empty_in_every_form(call: Cli, at: At, state: str, words: str) -> None:
    """A script that counts must find nothing where there is nothing, and CSV still has its heading."""
    at(state)

    assert call(*words.split(), "--json").json() == []
    assert len(call(*words.split(), "--csv").out.splitlines()) == 1
    people = call(*words.split())
    assert (people.code, people.out) == (0, "")
    assert people.err.strip()


@pytest.mark.parametrize(("state", "who", "words", "stdin", "kind"), CHANGES, ids=[f"{c[0]}: {' '.join(c[2])}"[:70] for c in CHANGES])
def test_a_change_says_what_it_did_and_what_comes_next(
    call: Cli, at: At, state: str, who: str, words: tuple[str, ...], stdin: str | None, kind: str | None
) -> None:
    """Whoever does this twice a year does not remember the next command."""
    at(state)

    answer = call(*words, as_=who, stdin=stdin)

    assert answer.code == 0, answer
    assert answer.out.strip()
    steps_on(answer)
    exists(call, answer.next[0])


@pytest.mark.parametrize(("state", "who", "words", "stdin", "kind"), CHANGES, ids=[f"{c[0]}: {' '.join(c[2])}"[:70] for c in CHANGES])
def test_a_change_prints_json_alone_on_standard_output(
    call: Cli, at: At, state: str, who: str, words: tuple[str, ...], stdin: str | None, kind: str | None
) -> None:
    """`plein … --json | jq` must never meet a sentence; the sentence for people is on standard error."""
    at(state)

    answer = call(*words, "--json", as_=who, stdin=stdin)

    found = answer.json()
    if kind is not None:
        has_keys(found, kind)
    assert len(answer.next) == 1
    assert "Next: plein " in answer.err


def test_an_invitation_is_answered_with_its_token(call: Cli, at: At) -> None:
    """The token is shown once; whoever answers with it is in, or is not."""
    at("invitation")
    invite = ("group", "invite", "housing", "--role", "drafter", "--because", "Knows it.")
    token = call(*invite, "bea", "--json").json()["token"]
    printed = call(*invite, "kim").out.split()[-1]

    accepted = call("group", "accept", token, "--json", as_="bea")
    declined = call("group", "decline", printed, as_="kim")

    has_keys(accepted.json(), "member")
    assert accepted.json()["status"] == "accepted"
    assert declined.code == 0
    steps_on(declined)
    circle = {member["person"]: member["status"] for member in call("group", "list", "housing", "--json").json()}
    assert (circle["bea"], circle["kim"]) == ("accepted", "declined")


def test_a_merge_has_the_promised_keys_and_a_next_step(call: Cli, at: At) -> None:
    """The group reads off what went in and what did not."""
    at("processing")
    call("decision", "set", "housing", "3", "8", "--adopt", as_="bea")

    plan = call("draft", "merge", "housing", "--dry-run", "--json", as_="bea")
    done = call("draft", "merge", "housing", as_="bea")

    has_keys(plan.json(), "merge")
    assert (plan.json()["applied"], plan.json()["held"], plan.json()["collisions"]) == ([3, 8], [], [])
    assert done.code == 0
    steps_on(done)


@pytest.mark.parametrize("form", ["text", "html", "criticmarkup", "json"])
def test_a_diff_comes_in_every_promised_format(call: Cli, at: At, form: str) -> None:
    """For reading, for a page, for an editor, for a script."""
    at("decided")

    answer = call("draft", "diff", "housing", "1", "2", "--format", form)

    assert answer.code == 0
    assert ("the pages show it laid out" in answer.err) if form == "html" else (answer.err == "")
    mark = {"text": "castles", "html": "<del", "criticmarkup": "{", "json": "["}[form]
    assert mark in answer.out or form == "text"
    assert "houses" in answer.out
    if form == "json":
        json.loads(answer.out)


def test_a_format_that_is_none_is_a_usage_error(call: Cli, at: At) -> None:
    """And the ones there are get named."""
    at("decided")

    answer = call("draft", "diff", "housing", "1", "2", "--format", "pdf")

    assert answer.code == 2
    assert "criticmarkup" in answer.err


def test_status_is_the_home_screen(call: Cli, at: At) -> None:
    """Where are we, what can I do, until when with weekday, time and zone, and what is next."""
    at("review")

    mine = call("status", "housing", as_="piet")
    host = call("status")

    assert "review" in mine.out
    assert "Friday 18 December 2026, 23:59 (Europe/Amsterdam)" in mine.out
    assert "plein suggestion add housing" in mine.out
    assert "plein cycle extend" not in mine.out
    assert "plein cycle extend" in host.out
    for answer in (mine, host):
        assert (answer.code, len(answer.next)) == (0, 1)
        assert answer.next[0].startswith("plein ")
    assert isinstance(call("status", "housing", "--json").json(), dict)


def test_status_without_a_cycle_lists_them_where_there_are_several(call: Cli, at: At) -> None:
    """Staff of a party have five cycles running."""
    at("two")

    answer = call("status")

    assert answer.code == 0
    assert "housing" in answer.out
    assert "trees" in answer.out
    assert {cycle["slug"] for cycle in call("status", "--json").json()} == {"housing", "trees"}


def test_the_rules_and_the_diagram_can_be_read(call: Cli, at: At) -> None:
    """The table is the law of the cycle; everybody may read it, also without a cycle."""
    at("review")

    assert "drafting\tclosed\tdecide\thost drafter" in call("cycle", "rules", "housing", as_=None).out
    rows = call("cycle", "rules", "plein66", "--json", as_=None).json()
    assert {row["phase"] for row in rows} >= {"inventory", "drafting", "review", "final"}
    assert call("cycle", "rules", "focus-group", as_=None).code == 0
    assert len(list(csv.DictReader(io.StringIO(call("cycle", "rules", "plein66", "--csv").out)))) == len(rows)
    for words in ("cycle diagram", "cycle diagram housing"):
        diagram = call(*words.split(), as_=None)
        assert diagram.code == 0
        assert diagram.out.startswith("stateDiagram")


def test_verify_says_how_many_entries_are_well(call: Cli, at: At) -> None:
    """The line that an auditor looks for, word for word."""
    at("final")
    entries = len(call("log", "housing", "--json").json())

    for words in (["verify"], ["verify", "housing"]):
        answer = call(*words, as_=None)
        assert (answer.code, answer.out, answer.err) == (0, f"ok: {entries} entries\n", "")
    assert call("verify", "--json", as_=None).code == 0
    json.loads(call("verify", "--json", as_=None).out)


def test_a_draft_is_printed_to_the_letter(call: Cli, at: At) -> None:
    """`plein draft show housing > text.md` is how people get at the text."""
    at("review")

    answer = call("draft", "show", "housing", as_=None)

    assert (answer.code, answer.out, answer.err) == (0, TEXT, "")


def test_a_hidden_contribution_leaves_its_place_and_the_reason(call: Cli, at: At) -> None:
    """Nothing is silently deleted."""
    at("inventory")
    call("inventory", "hide", "housing", "1", "--because", "Names a child.")

    (left,) = call("inventory", "list", "housing", "--json", as_=None).json()

    assert (left["hidden"], left["text"]) == ("Names a child.", None)
    assert "nine years" not in call("inventory", "show", "housing", "1", as_="jan").out


def test_publish_writes_pages_and_dry_run_none(call: Cli, at: At, tmp_path: Path) -> None:
    """The pages are what the public sees of it all."""
    at("final")
    to = tmp_path / "public"

    plan = call("publish", "housing", "--to", str(to), "--dry-run")
    assert plan.code == 0, plan
    assert not to.exists()
    done = call("publish", "housing", "--to", str(to))

    assert done.code == 0, done
    assert (to / "index.html").is_file()
    assert "What should change about housing?" in (to / "index.html").read_text(encoding="utf-8")
    steps_on(done)
    assert "pages" in call("publish", "housing", "--to", str(to), "--json").json()


def test_init_makes_a_database_and_twice_does_no_harm(call: Cli, tmp_path: Path) -> None:
    """The first command anybody runs."""
    first = call("init", "office", db=None)
    assert first.code == 0
    steps_on(first)
    assert call("cycle", "new", "housing", *NEW, db=None, cwd=tmp_path / "office").code == 0

    assert call("init", "office", db=None).code == 0

    assert len(call("cycle", "list", "--json", db=None, cwd=tmp_path / "office").json()) == 1


@thorough
def test_the_demo_runs_a_whole_cycle_and_says_where_its_pages_are(run: Cli, tmp_path: Path) -> None:
    """The first thing somebody tries; it must show two rounds, and end where one can look."""
    answer = run("demo", "--to", "show", db=None, as_=None, now=None)

    assert answer.code == 0, answer.err
    assert list((tmp_path / "show").rglob("index.html"))
    assert "index.html" in "\n".join((answer.out + answer.err).strip().splitlines()[-3:])
    (database,) = (tmp_path / "show").rglob("plein.db")
    assert run("verify", db=database).code == 0
    (cycle,) = [one for one in run("cycle", "list", "--json", db=database).json() if one["slug"] == "woonnotitie"]
    assert (cycle["phase"], cycle["round"]) == ("final", 2)


def test_the_installed_command_keeps_its_two_streams_apart(run: Cli, at: At) -> None:
    """The same promises, once as a process of its own with pipes on both ends."""
    at("review")

    made = run("suggestion", "add", "housing", "--quote", "homes", "--replace", "houses", "--json", as_="piet")
    listed = run("suggestion", "list", "housing", "--csv")
    moved = run("cycle", "move", "housing", "drafting", "--because", "Enough.")

    has_keys(made.json(), "suggestion")
    assert "Next: plein " in made.err
    assert (listed.code, listed.err) == (0, "")
    assert len(list(csv.DictReader(io.StringIO(listed.out)))) == 1
    steps_on(moved)


@thorough
def test_a_reader_who_leaves_early_is_no_error(run: Cli, at: At) -> None:
    """`plein log housing | head -1` is what people type."""
    database = at("decided")
    plein = Path(sys.executable).with_name("plein")

    done = subprocess.run(
        ["bash", "-c", f"'{plein}' --db '{database}' suggestion list housing --json | head -c 1"],
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"[", b"")


def on_a_terminal(*words: str, database: Path, env: Mapping[str, str]) -> str:
    """What a person sees: a run with a terminal on all three streams."""
    import pty

    parent, child = pty.openpty()
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("plein")), *command(*words, db=database)],
        stdin=child,
        stdout=child,
        stderr=child,
        env=environment("piet", "2026-11-24T12:00Z", {"TERM": "xterm-256color", "COLUMNS": "120"} | dict(env)),
    )
    os.close(child)
    seen = b""
    try:
        while select.select([parent], [], [], 60)[0]:
            try:
                part = os.read(parent, 65536)
            except OSError:  # Linux says so when the other side is closed
                break
            if not part:
                break
            seen += part
    finally:
        os.close(parent)
        process.wait(timeout=60)
    assert process.returncode == 0, seen
    return seen.decode().replace("\r\n", "\n")


COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")


@pytest.mark.parametrize("env", spread([{}, {"NO_COLOR": "1"}], [{}]))
def test_on_a_terminal_a_list_is_a_table(at: At, env: Mapping[str, str]) -> None:
    """Columns that line up, under headings; and no colour for those who cannot use it."""
    seen = on_a_terminal("suggestion", "list", "housing", database=at("suggested"), env=env)

    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen)
    assert "\t" not in plain
    heading = next(line for line in plain.splitlines() if "author" in line)
    row = next(line for line in plain.splitlines() if "noor" in line)
    assert row.index("noor") == heading.index("author")
    if "NO_COLOR" in env:
        assert not COLOUR.search(seen)


@thorough
def test_on_a_terminal_a_change_ends_with_the_next_line(at: At) -> None:
    """The last thing on the screen is what to type next."""
    seen = on_a_terminal("inventory", "add", "housing", "More trees.", database=at("inventory"), env={"NO_COLOR": "1"})

    assert seen.strip().splitlines()[-1].startswith("Next: plein ")
    assert seen.count("Next:") == 1
    assert not COLOUR.search(seen)
