"""Which database, which person, what time: by option, by environment, by looking around; and what is said when there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import DEADLINE, At, Cli, dump, refused
from tests.tiers import thorough

QUOTE = ("suggestion", "add", "housing", "--quote", "homes", "--replace", "houses")


def slugs(call: Cli, *, db: str | Path | None = None, cwd: Path | None = None, **env: str) -> set[str]:
    """The cycles in whatever database is found: how the tests see which one it was."""
    return {cycle["slug"] for cycle in call("cycle", "list", "--json", db=db, cwd=cwd, env=env).json()}


@pytest.fixture
def office(at: At, tmp_path: Path) -> Path:
    """A folder far below others, with a database of two cycles beside it, called ``two.db``, and one of none, called ``none.db``."""
    shutil.copy(at("two"), tmp_path / "two.db")
    shutil.copy(at("empty"), tmp_path / "none.db")
    (tmp_path / "plein.db").unlink()
    inside = tmp_path / "office" / "2026" / "letters"
    inside.mkdir(parents=True)
    return inside


def test_a_database_is_found_in_a_folder_above(call: Cli, office: Path) -> None:
    """People work in the folder of their letters; plein looks upward, as git does."""
    shutil.copy(office.parents[2] / "two.db", office.parents[1] / "plein.db")

    assert slugs(call, cwd=office) == {"housing", "trees"}


def test_a_settings_file_above_names_the_database_beside_it(call: Cli, office: Path) -> None:
    """The name is meant from where the file is, not from where one happens to be."""
    (office.parents[1] / "plein.toml").write_text('database = "../two.db"\n', encoding="utf-8")

    assert slugs(call, cwd=office) == {"housing", "trees"}


def test_the_nearest_wins(call: Cli, office: Path) -> None:
    """A folder for practice inside the real one must not write in the real one."""
    shutil.copy(office.parents[2] / "two.db", office.parents[2] / "plein.db")
    shutil.copy(office.parents[2] / "none.db", office.parents[0] / "plein.db")

    assert slugs(call, cwd=office) == set()
    assert slugs(call, cwd=office.parents[1]) == {"housing", "trees"}


def test_the_option_goes_before_the_environment_and_that_before_looking_around(call: Cli, office: Path) -> None:
    """The nearer to the command, the stronger."""
    two, none = office.parents[2] / "two.db", office.parents[2] / "none.db"
    shutil.copy(none, office / "plein.db")

    assert slugs(call, cwd=office) == set()
    assert slugs(call, cwd=office, PLEIN_DATABASE=str(two)) == {"housing", "trees"}
    assert slugs(call, cwd=office, PLEIN_DATABASE=f"sqlite:///{two}") == {"housing", "trees"}
    assert slugs(call, cwd=office, db=none, PLEIN_DATABASE=str(two)) == set()
    assert slugs(call, cwd=office, db=f"sqlite:///{two}", PLEIN_DATABASE=str(none)) == {"housing", "trees"}


@pytest.mark.parametrize("words", ["status", "cycle list", "verify", "cycle show housing", "log housing"])
def test_without_a_database_plein_says_how_to_make_one(call: Cli, office: Path, words: str) -> None:
    """Exit code 3, and nothing is made behind anybody's back."""
    before = sorted(office.parents[2].rglob("*"))

    refused(call(*words.split(), db=None, cwd=office), 3, "plein init")

    assert sorted(office.parents[2].rglob("*")) == before


@thorough
def test_without_a_database_the_installed_command_says_the_same(run: Cli, office: Path) -> None:
    """Once as a process of its own."""
    refused(run("status", db=None, cwd=office), 3, "plein init")


def test_a_named_database_that_is_not_there_is_not_made(call: Cli, tmp_path: Path) -> None:
    """A typing mistake must not give somebody an empty plein."""
    refused(call("status", db=tmp_path / "tpyo.db"), 3, "plein init")

    assert list(tmp_path.iterdir()) == []


def test_init_makes_the_database_that_is_named_in_the_environment(call: Cli, tmp_path: Path) -> None:
    """Whoever is told to run `plein init` runs it; after that it works."""
    env = {"PLEIN_DATABASE": str(tmp_path / "named.db")}
    refused(call("status", db=None, env=env), 3, "plein init")

    assert call("init", db=None, env=env).code == 0

    assert call("status", db=None, env=env).code == 0


def test_a_settings_file_that_cannot_be_read_is_named(call: Cli, tmp_path: Path) -> None:
    """One line that says which file, not a traceback of the reader's."""
    (tmp_path / "plein.toml").write_text("database = nowhere\n", encoding="utf-8")

    refused(call("status", db=None), 2, "plein.toml")


CHANGES = [
    ("preparation", ["cycle", "move", "housing", "inventory"]),
    ("inventory", ["inventory", "add", "housing", "More trees."]),
    ("review", [*QUOTE]),
    ("processing", ["decision", "set", "housing", "1", "--adopt"]),
    ("processing", ["draft", "save", "housing", "-"]),
]


@thorough
@pytest.mark.parametrize(("state", "words"), CHANGES)
def test_a_change_by_nobody_is_refused(call: Cli, at: At, state: str, words: list[str]) -> None:
    """Everything done belongs to someone; the sentence names the flag."""
    before = dump(at(state))

    refused(call(*words, as_=None, stdin="# Another\n\nText.\n"), 4, "--as")

    assert dump(at(state)) == before


def test_a_change_by_nobody_is_refused_by_the_installed_command(run: Cli, at: At) -> None:
    """Once as a process of its own."""
    at("review")

    refused(run(*QUOTE, as_=None), 4, "--as")


LOOKS = ["status", "status housing", "cycle list", "draft show housing", "suggestion list housing", "log housing", "verify"]


@pytest.mark.parametrize("words", LOOKS)
def test_looking_needs_no_name(call: Cli, at: At, words: str) -> None:
    """What is open is open to everybody."""
    at("suggested")

    assert call(*words.split(), as_=None).code == 0


def test_the_person_named_on_the_line_goes_before_the_environment(call: Cli, at: At) -> None:
    """Staff enter for others what came in by letter."""
    at("inventory")

    assert call("inventory", "add", "housing", "By environment.", "--json", as_="kim").json()["author"] == "kim"
    assert call("--as", "lot", "inventory", "add", "housing", "By name.", "--json", as_="kim").json()["author"] == "lot"


@pytest.mark.parametrize("person", ["Piet de Vries", "piet@example.org", "https://id.example.org/u/1?x=y", "пётр", "王", "a" * 200])
def test_a_person_is_an_opaque_id_and_a_new_one_is_public(call: Cli, at: At, person: str) -> None:
    """An intranet's ids are what they are; taking part needs no registration."""
    at("review")

    made = call(*QUOTE, "--json", as_=person)

    assert made.json()[0]["author"] == person
    assert call("draft", "save", "housing", "-", as_=person, stdin="# T\n\nText.\n").code in (1, 4)


@thorough
def test_a_date_alone_is_the_end_of_that_day(run: Cli, at: At) -> None:
    """A suggestion on the last day counts, whatever the hour it was entered at; on the day after it is refused."""
    at("review")

    late = run("--now", "2026-12-19", *QUOTE, as_="jan")
    accepted = run("--now", DEADLINE, *QUOTE, as_="piet")

    assert accepted.code == 0, accepted
    refused(late, 1, "18 December 2026")


@pytest.mark.parametrize(
    ("now", "code"),
    [
        ("2026-12-18", 0),
        ("2026-12-18T23:59:59", 0),
        ("2026-12-18T22:59:59Z", 0),
        ("2026-12-19T04:59:59+06:00", 0),
        ("2026-12-19T00:00:00", 1),
        ("2026-12-18T23:00:00Z", 1),
        ("2026-12-19", 1),
        ("tomorrow", 2),
        ("18-12-2026", 2),
        ("2026-13-01", 2),
    ],
)
def test_the_clock_is_read_in_the_zone_of_the_cycle(call: Cli, at: At, now: str, code: int) -> None:
    """By option and by environment alike; the cycle is in Amsterdam, where the deadline is 22:59:59 UTC."""
    at("review")
    answer = call("--now", now, *QUOTE, as_="piet")
    assert answer.code == code, answer
    at("review")
    assert call(*QUOTE, as_="piet", now=now).code == code


def test_the_option_goes_before_the_environment_for_the_clock_too(call: Cli, at: At) -> None:
    """The nearer to the command, the stronger."""
    at("review")

    assert call("--now", "2026-12-18", *QUOTE, now="2027-01-01").code == 0


@pytest.fixture
def new_york(call: Cli, at: At) -> str:
    """A cycle in New York with an invitation for bea; its token."""
    at("empty")
    new = ("cycle", "new", "housing", "--title", "Housing", "--question", "What?", "--timezone", "America/New_York")
    assert call("--now", "2026-11-01", *new).code == 0
    for words in (
        ["cycle", "move", "housing", "inventory"],
        ["inventory", "add", "housing", "X."],
        ["cycle", "move", "housing", "invitation"],
    ):
        assert call("--now", "2026-11-02", *words).code == 0
    invite = call("--now", "2026-11-03", "group", "invite", "housing", "bea", "--role", "drafter", "--because", "B.", "--json")
    return str(invite.json()["token"])


@pytest.mark.parametrize("act", ["accept", "decline"])
def test_an_answer_to_an_invitation_is_at_the_end_of_the_day_where_the_cycle_is(call: Cli, new_york: str, act: str) -> None:
    """The token does not say which cycle it is for, but plein knows."""
    assert call("--now", "2026-11-10", "group", act, new_york, as_="bea").code == 0

    entries = call("log", "housing", "--json").json()

    assert entries[0]["at"] == "2026-11-02T04:59:59+00:00"
    assert entries[-1]["at"] == "2026-11-11T04:59:59+00:00"


def test_status_without_a_name_reads_the_clock_where_the_cycle_is(call: Cli, new_york: str) -> None:
    """With one cycle the home screen is that cycle's, whether it is named or not."""
    accepted = call("--now", "2026-11-03", "group", "accept", new_york, as_="bea")
    assert accepted.code == 0
    for words in (["cycle", "move", "housing", "drafting"], ["draft", "save", "housing", "-"],
                  ["cycle", "move", "housing", "review", "--closes", "2026-11-20T20:00"]):  # fmt: skip
        assert call("--now", "2026-11-05", *words, stdin="# Housing\n\nWe build.\n").code == 0

    named = call("--now", "2026-11-20", "status", "housing", as_="piet")
    alone = call("--now", "2026-11-20", "status", as_="piet")

    assert "plein suggestion add" not in named.out
    assert alone == named
