"""``plein person``: the register, what is somebody's to take, and erasing, on the command line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused

Unchanged = Callable[[], AbstractContextManager[None]]
ADD = ("person", "add", "piet", "--name", "Piet Jansen", "--contact", "piet@example.org", "--relation", "alumnus", "--language", "nl")


def test_somebody_is_entered_shown_and_changed(call: Cli, at: At) -> None:
    """One command each, and one line of what comes next."""
    at("inventory")
    done = call(*ADD)
    assert done.code == 0, done
    assert done.next == ["plein person show piet"]

    assert call("person", "show", "piet").out.splitlines() == [
        "piet: Piet Jansen", "Relation: alumnus (outside)", "Contact: piet@example.org", "Language: nl",
    ]  # fmt: skip
    assert call("person", "add", "piet", "--contact", "", "--json").json()["contact"] is None
    assert call("person", "usual", "piet", "--json").json()["usual_suspect"] is True
    assert call("person", "usual", "piet", "--no", "--json").json()["usual_suspect"] is False


def test_a_list_for_people_scripts_and_spreadsheets(call: Cli, at: At) -> None:
    """Contact is in none of what others than hosts get."""
    at("inventory")
    call(*ADD)

    assert call("person", "list").out.splitlines() == ["anna\t\t\t\tno", "piet\tPiet Jansen\talumnus\tno\tno"]
    assert [one["person"] for one in call("person", "list", "--json").json()] == ["anna", "piet"]
    assert call("person", "list", "--csv").out.splitlines()[0].startswith("person,name,contact,relation,inside,language")
    assert [one["person"] for one in call("person", "list", "--json", as_="piet").json()] == ["piet"]
    assert call("person", "list", "--json", as_="kim").json() == []
    assert call("person", "list", "--json", as_=None).json() == []


@pytest.mark.parametrize(
    ("args", "as_", "code", "words"),
    [
        (("add", "piet", "--relation", "uncle"), "anna", 2, "member, employee"),
        (("add", "piet", "--language", "fy"), "anna", 2, "en, nl"),
        (("add", "~piet"), "anna", 2, "pseudonym"),
        (("add", ""), "anna", 2, "id"),
        (("add", "piet", "--name", "P"), "kim", 4, "Only hosts"),
        (("add", "piet"), None, 4, "--as"),
        (("show", "piet"), "kim", 3, "nobody"),
        (("show", "nobody-at-all"), "anna", 3, "nobody"),
        (("usual", "piet"), "kim", 4, "Only hosts"),
        (("usual", "nobody-at-all"), "anna", 3, "nobody"),
        (("export", "piet"), "kim", 3, "nobody"),
        (("erase", "piet", "--yes"), "kim", 4, "yourself"),
        (("erase", "anna", "--yes"), "anna", 1, "only host"),
        (("erase", "piet"), "anna", 2, "--yes"),
        (("erase", "nobody-at-all", "--yes"), "anna", 3, "nobody"),
        (("import", "nowhere.csv"), "anna", 3, "nowhere.csv"),
    ],
)
def test_what_is_refused_changes_nothing(
    call: Cli, at: At, unchanged: Unchanged, args: tuple[str, ...], as_: str | None, code: int, words: str
) -> None:
    """Each with the exit code that scripts rely on, and a sentence that says what to do."""
    at("inventory")
    call(*ADD)

    with unchanged():
        refused(call("person", *args, as_=as_), code, words)


def test_a_file_is_taken_in_all_or_nothing_and_twice_adds_nothing(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path) -> None:
    """The list from the membership system, with its semicolons, its tabs and its byte order mark."""
    at("inventory")
    for name, between in (("a.csv", ","), ("b.csv", ";"), ("c.csv", "\t")):
        rows = (("Person", "NAME", "relation"), ("piet", '"Jansen, Piet; jr."', "member"), ("", "", ""), ("kim", "Kim", ""))
        (tmp_path / name).write_text("\ufeff" + "".join(between.join(row) + "\r\n" for row in rows), encoding="utf-8")

    with unchanged():
        assert [one["person"] for one in call("person", "import", "a.csv", "--dry-run", "--json").json()] == ["piet", "kim"]
    done = call("person", "import", "a.csv")
    assert done.code == 0, done
    assert done.next == ["plein person list"]
    assert call("person", "show", "piet", "--json").json()["name"] == "Jansen, Piet; jr."
    for name in ("a.csv", "b.csv", "c.csv"):
        with unchanged():
            assert call("person", "import", name, "--json").json() == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("person,relation\npiet,uncle\n", ":2:relation: “uncle” is no relation"),
        ("person,language\npiet,nl\nkim,fy\n", ":3:language: “fy”"),
        ("person,name\npiet,P\npiet,Q\n", ":3:person: “piet” stands in the file twice"),
        ("person,name\n,P\n", ":2:person: “” cannot"),
        ("person\n~piet\n", ":2:person: “~piet” cannot"),
        ("person,name\npiet,P,Q\n", ":2:person: more values"),
        ('person,name\npiet,"P\n', ":2:person: unexpected end of data"),
        ("person,name\npiet," + "x" * 201 + "\n", ":2:name: The name has 201 characters"),
        ("name\nP\n", "column “person” is missing"),
        ("person,shoe\npiet,43\n", "“shoe” is no column"),
        ("person,person\npiet,kim\n", "a column stands there twice"),
    ],
)
def test_mistakes_in_a_file_are_named_by_row_and_column(call: Cli, at: At, unchanged: Unchanged, text: str, told: str) -> None:
    """As a spreadsheet counts, the heading being row 1; nothing is taken in."""
    at("inventory")

    with unchanged():
        refused(call("person", "import", "-", stdin=text), 2, told)


def test_all_mistakes_are_told_at_once(call: Cli, at: At) -> None:
    """Whoever mends the file mends it once."""
    at("inventory")
    refused(
        call("person", "import", "-", stdin="person,relation,language\npiet,uncle,fy\nkim,aunt,\n"),
        2,
        "2:relation",
        "2:language",
        "3:relation",
    )


def test_all_that_is_somebodys_goes_to_a_file_or_to_standard_output(call: Cli, at: At, tmp_path: Path) -> None:
    """As JSON, alone."""
    at("suggested")
    told = call("person", "export", "piet", as_="piet").json()
    assert [one["kind"] for one in told["cycles"][0]["suggestions"]] == ["suggestion", "refinement"]

    done = call("person", "export", "piet", "--to", "mine.json", as_="piet")
    assert (done.code, json.loads((tmp_path / "mine.json").read_text())) == (0, told)
    refused(call("person", "export", "piet", "--to", "nowhere/mine.json", as_="piet"), 1, "cannot be written")
    assert (tmp_path / "mine.json").stat().st_mode & 0o777 == 0o600


def test_what_somebody_took_away_before_is_not_written_over_in_silence(call: Cli, at: At, tmp_path: Path) -> None:
    """It may be all that is left of theirs."""
    at("suggested")
    (tmp_path / "mine.json").write_text("before")

    refused(call("person", "export", "piet", "--to", "mine.json", as_="piet"), 1, "mine.json is there already", "--force")

    assert (tmp_path / "mine.json").read_text() == "before"
    assert call("person", "export", "piet", "--to", "mine.json", "--force", as_="piet").code == 0
    assert json.loads((tmp_path / "mine.json").read_text())["person"]["person"] == "piet"
    assert [path.name for path in tmp_path.iterdir() if ".new" in path.name] == []


def test_somebody_is_erased_from_the_file(call: Cli, at: At, database: Path) -> None:
    """To the last byte; and verify says so at once."""
    at("suggested")
    call("person", "add", "piet", "--name", "Piet Jansen")
    words = ("Piet Jansen", "nine years", "Homes are what people make of them")
    assert all(word.encode() in b"".join(path.read_bytes() for path in database.parent.glob("plein.db*")) for word in words)
    tried = call("person", "erase", "piet", "--texts", "--dry-run", as_="piet")
    assert "piet would be erased" in tried.out
    assert tried.next == []

    done = call("person", "erase", "piet", "--texts", "--yes", as_="piet")

    assert done.code == 0, done
    assert done.next == ["plein verify"]
    assert "contributions: 1" in done.out
    assert call("verify").code == 0
    left = b"".join(path.read_bytes() for path in database.parent.glob("plein.db*"))
    assert [word for word in (*words, "piet") if word.encode() in left] == []
    assert "Erased at the person's request." in call("inventory", "list", "housing").out
    assert "Erased at the person's request." in call("inventory", "show", "housing", "1").out
    for number in ("1", "8"):
        shown = call("suggestion", "show", "housing", number).out
        assert "Erased at the person's request." in shown
        assert "{+" not in shown
        assert "[-" not in shown


def test_a_person_erased_looks_erased_wherever_a_command_looks(call: Cli, at: At) -> None:
    """No command stumbles over what is not there any more."""
    at("decided")
    assert call("person", "erase", "piet", "--texts", "--yes").code == 0
    for command in (
        *(("suggestion", verb, "housing") for verb in ("list", "collisions")),
        *(("decision", "list", "housing"), ("draft", "list", "housing"), ("draft", "blame", "housing"), ("group", "list", "housing")),
        *(("status", "housing"), ("log", "housing"), ("inventory", "list", "housing"), ("person", "list"), ("cycle", "show", "housing")),
        ("publish", "housing", "--to", "site"),
    ):
        done = call(*command)
        assert done.code == 0, done
        assert "piet" not in done.out, command


def test_the_file_is_written_anew_when_nobody_is_in_the_way(call: Cli, at: At, database: Path) -> None:
    """A reader keeps old pages alive; afterwards one command sees to it."""
    at("suggested")
    reader = sqlite3.connect(database)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM plein_person").fetchone()
    call("person", "add", "lot", "--name", "Lot")
    reader.close()

    done = call("person", "overwrite")
    assert (done.code, done.next) == (0, ["plein verify"])


def test_something_is_said_under_a_pseudonym(call: Cli, at: At) -> None:
    """Hosts see whose it is, on the page of it; in the list it is nobody's."""
    at("inventory")
    done = call("inventory", "add", "housing", "Who looks after the children?", "--pseudonym", "Een moeder uit Delft", as_="lena")
    assert done.code == 0, done

    assert "A pseudonym of lena" in call("inventory", "show", "housing", "2").out
    assert "lena" not in call("inventory", "list", "housing").out
    for who in ("piet", "lena", None):
        assert "lena" not in call("inventory", "show", "housing", "2", as_=who).out
        assert call("inventory", "show", "housing", "2", "--json", as_=who).json()["behind"] is None
    refused(call("status", "housing", as_="~Een moeder uit Delft"), 4, "Nobody acts as a pseudonym")
    refused(call("inventory", "add", "housing", "x", "--pseudonym", "Anna", as_="piet"), 2, "not free")
    assert call("person", "show", "~Een moeder uit Delft").out.splitlines()[1] == "A pseudonym of lena."
    refused(call("person", "show", "~Een moeder uit Delft", as_="piet"), 3, "nobody")


def test_one_person_under_two_spellings_is_asked_about(call: Cli, at: At, unchanged: Unchanged) -> None:
    """A host reads whom it looks like and what to type; whoever acts reads neither."""
    at("inventory")

    with unchanged():
        refused(call("person", "add", "Piet"), 1, "“Piet” reads like “piet”", "plein person add PERSON --exact")
        refused(call("inventory", "add", "housing", "Me too.", as_="Piet"), 1, "“Piet” reads like the id of somebody who is here already")
        refused(call("board", "set", "quays", "una", "P\u0456et"), 1, "reads like “piet”")
        refused(call("person", "add", "Piet", "--exact", as_="Piet"), 4, "Only hosts")

    assert call("person", "add", "Piet", "--exact").code == 0
    assert call("inventory", "add", "housing", "Me too.", as_="Piet").code == 0
    assert call("board", "set", "quays", "una", "Piet").code == 0


def test_a_list_of_people_names_all_who_look_alike(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path) -> None:
    """By file and row, all at once; and the list may say that its ids are exact."""
    at("inventory")
    (tmp_path / "people.csv").write_text("person,name\nPiet,Piet J.\nlot,Lot\nLOT,Lot too\n", encoding="utf-8")

    with unchanged():
        refused(
            call("person", "import", "people.csv", cwd=tmp_path), 2, "people.csv:2:person: “Piet” reads", "people.csv:4:person: “LOT” reads"
        )
    assert call("person", "import", "people.csv", "--exact", cwd=tmp_path).code == 0


def test_an_intranet_says_once_that_its_ids_are_exact(call: Cli, at: At, tmp_path: Path) -> None:
    """In plein.toml, beside the database."""
    at("inventory")
    (tmp_path / "plein.toml").write_text('database = "plein.db"\n[people]\nexact_ids = true\n', encoding="utf-8")
    assert call("inventory", "add", "housing", "Me too.", as_="Piet", db=None, cwd=tmp_path).code == 0

    (tmp_path / "plein.toml").write_text('database = "plein.db"\n[people]\nexact_ids = "yes"\n', encoding="utf-8")
    refused(call("status", db=None, cwd=tmp_path), 2, "people.exact_ids: true or false, not yes")


def test_no_outsider_learns_by_a_pseudonym_who_is_in_the_register(call: Cli, at: At) -> None:
    """The same words, the same code, to the byte, whether or not somebody is called so."""
    told = []
    for person, name in (("rosa", "Rosa Smit"), ("xena", "Xena Smit")):
        at("inventory")
        assert call("person", "add", person, "--name", name).code == 0
        for tried in ("rosa", "Rosa Smit", "ROSA-SMIT", "xena", "Xena Smit"):
            done = call("inventory", "add", "housing", "I wonder.", "--pseudonym", tried, as_="stranger")
            told.append((tried, done.code, done.out, done.err))

    assert [code for _, code, _, _ in told] == [0] * 10
    assert told[:5] == told[5:]
