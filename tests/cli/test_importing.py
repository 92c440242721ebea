"""``plein suggestion import``: a folder of edited texts, for hosts, all or nothing, and twice the same adds nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import At, Cli, refused
from tests.cycles import TEXT

Unchanged = Callable[[], AbstractContextManager[None]]
IMPORT = ("suggestion", "import", "housing", "letters")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """What three people handed in: piet with a reason, jan in two places, kim nothing new."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "piet.md").write_text(TEXT.replace("homes", "houses"), encoding="utf-8")
    (folder / "piet.why.txt").write_text("Homes are what people make of them.\n", encoding="utf-8")
    (folder / "jan.md").write_text(TEXT.replace("waiting list", "queue").replace("trees", "flowers"), encoding="utf-8")
    (folder / "kim.md").write_text(TEXT, encoding="utf-8")
    (folder / "notes.txt").write_text("Not a text.\n", encoding="utf-8")
    return folder


def suggestions(call: Cli) -> list[dict[str, Any]]:
    """All suggestions, for a look at who is behind them."""
    return list(call("suggestion", "list", "housing", "--json").json())


def test_a_folder_becomes_a_submission_per_person(call: Cli, run: Cli, at: At, letters: Path) -> None:
    """The file's name is the person, the text beside it their reason; one suggestion per place."""
    at("review")

    done = run(*IMPORT)

    assert done.code == 0, done
    assert len(done.next) == 1
    found = suggestions(call)
    assert sorted((one["author"], one["why"]) for one in found) == [
        ("jan", None),
        ("jan", None),
        ("piet", "Homes are what people make of them."),
    ]
    assert len({one["submission"] for one in found}) == 2
    assert call("verify").code == 0


def test_a_reason_for_all_is_for_those_who_gave_none(call: Cli, at: At, letters: Path) -> None:
    """--why says where the letters came from; it does not put words in anyone's mouth."""
    at("review")
    assert call(*IMPORT, "--why", "By letter.").code == 0

    assert {one["author"]: one["why"] for one in suggestions(call)} == {
        "jan": "By letter.", "piet": "Homes are what people make of them.",
    }  # fmt: skip


def test_an_import_as_json_is_alone_on_standard_output(call: Cli, at: At, letters: Path) -> None:
    """And names everybody, also those whose text brought nothing."""
    at("review")

    found = call(*IMPORT, "--json")

    assert {one["author"] for one in found.json()} == {"piet", "jan", "kim"}


def test_twice_adds_nothing(call: Cli, at: At, unchanged: Unchanged, letters: Path) -> None:
    """Nobody remembers whether the letters of Monday are in already."""
    at("review")
    assert call(*IMPORT).code == 0

    with unchanged():
        again = call(*IMPORT)
        assert again.code == 0
        assert len(again.next) == 1


def test_a_letter_more_adds_that_letter(call: Cli, at: At, letters: Path) -> None:
    """The folder fills up during the week."""
    at("review")
    call(*IMPORT)
    (letters / "lot.md").write_text(TEXT.replace("in every street", "in every lane"), encoding="utf-8")

    assert call(*IMPORT).code == 0

    assert [one["author"] for one in suggestions(call)] == ["jan", "jan", "piet", "lot"]


def test_what_somebody_suggested_already_does_not_stop_the_others(call: Cli, at: At, letters: Path) -> None:
    """Piet said it on the site and sent a letter too; the letters of the others go in all the same."""
    at("review")
    first = call("suggestion", "add", "housing", "-", as_="piet", stdin=TEXT.replace("homes", "houses"))
    assert first.code == 0
    (letters / "piet.why.txt").unlink()
    (letters / "piet.md").write_text(TEXT.replace("homes", "houses").replace("\n", "\r\n"), encoding="utf-8")

    assert call(*IMPORT).code == 0

    assert [one["author"] for one in suggestions(call)] == ["piet", "jan", "jan"]


def test_nor_does_what_somebody_suggested_by_its_parts(call: Cli, at: At, letters: Path) -> None:
    """Jan said the one half on Monday and the other on Tuesday; his letter holds both."""
    at("review")
    for old, new in (("waiting list", "queue"), ("trees", "flowers")):
        assert call("suggestion", "add", "housing", "-", "--beside", as_="jan", stdin=TEXT.replace(old, new)).code == 0

    done = call(*IMPORT)

    assert done.code == 0, done
    assert [one["author"] for one in suggestions(call)] == ["jan", "jan", "piet"]


BROKEN = {
    "broken UTF-8": b"caf\xe9\n",
    "NUL": b"a\0b\n",
    "empty": b"",
    "10 MB": b"We build homes.\n" * (10 * 1024 * 1024 // 16),
}


@pytest.mark.parametrize("file", ["aad.md", "zoe.md", "piet.why.txt"])
@pytest.mark.parametrize("content", BROKEN)
def test_one_broken_file_and_nothing_goes_in(call: Cli, at: At, unchanged: Unchanged, letters: Path, file: str, content: str) -> None:
    """Half an import is work for two days; the broken file is named."""
    at("review")
    (letters / file).write_bytes(BROKEN[content])
    if (file, content) == ("piet.why.txt", "empty"):
        assert call(*IMPORT).code in (0, 2)  # no reason given, or a reason that is empty: both are fair
        return

    with unchanged():
        refused(call(*IMPORT), 2, file)


def test_all_broken_files_are_named_at_once(call: Cli, at: At, unchanged: Unchanged, letters: Path) -> None:
    """Mend them in one go."""
    at("review")
    for name in ("aad", "zoe"):
        (letters / f"{name}.md").write_bytes(b"\xff\n")

    with unchanged():
        refused(call(*IMPORT), 2, "aad.md", "zoe.md")


def test_an_author_nobody_can_be_called_is_refused(call: Cli, at: At, unchanged: Unchanged, letters: Path) -> None:
    """A file called " .md" is a slip of the keyboard."""
    at("review")
    (letters / " .md").write_text(TEXT.replace("homes", "huts"), encoding="utf-8")

    with unchanged():
        refused(call(*IMPORT), 2)


@pytest.mark.parametrize(
    ("state", "person", "code"),
    [("review", "piet", 4), ("review", "bea", 4), ("review", None, 4), ("processing", "anna", 1), ("drafting", "anna", 1)],
)
def test_only_a_host_imports_and_only_in_the_review(
    call: Cli, at: At, unchanged: Unchanged, letters: Path, state: str, person: str | None, code: int
) -> None:
    """It speaks in other people's names."""
    at(state)

    with unchanged():
        refused(call(*IMPORT, as_=person), code)


def test_after_the_deadline_nothing_is_imported(call: Cli, at: At, unchanged: Unchanged, letters: Path) -> None:
    """What came too late came too late, by whatever way."""
    at("review")

    with unchanged():
        refused(call("--now", "2026-12-19", *IMPORT), 1, "18 December 2026")


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_a_folder_without_a_text_is_named(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path, name: str) -> None:
    """A typing mistake in the folder's name must not look like success."""
    at("review")
    (tmp_path / "empty").mkdir()

    with unchanged():
        refused(call("suggestion", "import", "housing", name), (2, 3), name)


def test_a_rewriting_of_everything_is_set_apart(call: Cli, at: At, letters: Path) -> None:
    """It never puts everybody else's suggestions in collision."""
    at("review")
    (letters / "max.md").write_text(
        "# Something else\n\nAll of this should be about parking.\n\nAnd about nothing more.\n", encoding="utf-8"
    )

    assert call(*IMPORT).code == 0

    found = suggestions(call)
    assert [one["author"] for one in found if one["sweeping"]] == ["max"]
    assert all(not one["collides_with"] for one in found)


# --- dry runs, of everything that has one

LETTERS_CSV = "author,text\njan,More trees.\n"
DRY: list[tuple[str, str, tuple[str, ...], str | None]] = [
    ("review", "anna", IMPORT, None),
    ("inventory", "anna", ("inventory", "import", "housing", "-"), LETTERS_CSV),
    ("preparation", "anna", ("cycle", "move", "housing", "inventory", "--closes", "2026-12-24"), None),
    ("drafting", "anna", ("cycle", "move", "housing", "review"), None),
    ("final", "anna", ("publish", "housing", "--to", "pages"), None),
]


@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.parametrize(("state", "who", "words", "stdin"), DRY, ids=[" ".join(c[2][:2]) + " " + c[0] for c in DRY])
def test_a_dry_run_says_what_would_happen_and_changes_nothing(
    call: Cli, at: At, unchanged: Unchanged, letters: Path, tmp_path: Path, form: list[str], state: str, who: str, words: tuple[str, ...],
    stdin: str | None,
) -> None:  # fmt: skip
    """Look before you leap; then leaping does what was said."""
    at(state)
    log = call("log", "housing", "--json").json()

    with unchanged():
        plan = call(*words, "--dry-run", *form, as_=who, stdin=stdin)

    assert plan.code == 0, plan
    assert plan.out.strip()
    assert call("log", "housing", "--json").json() == log
    assert not (tmp_path / "pages").exists()
    if form:
        plan.json()
    assert call(*words, as_=who, stdin=stdin).code == 0


@pytest.mark.parametrize(
    ("state", "who", "words", "code"),
    [
        ("invitation", "anna", ("cycle", "move", "housing", "drafting", "--because", "Enough."), 1),
        ("invitation", "piet", ("cycle", "move", "housing", "stopped", "--because", "B."), 4),
        ("review", "piet", IMPORT, 4),
        ("processing", "piet", ("draft", "merge", "housing"), 4),
    ],
)
def test_a_dry_run_is_refused_where_the_act_would_be(
    call: Cli, at: At, unchanged: Unchanged, letters: Path, state: str, who: str, words: tuple[str, ...], code: int
) -> None:
    """A rehearsal that goes well before an evening that does not is of no use."""
    at(state)

    with unchanged():
        refused(call(*words, "--dry-run", as_=who), code)


def test_a_dry_merge_gives_the_digest_that_the_merge_gives(call: Cli, run: Cli, at: At, unchanged: Unchanged) -> None:
    """Once as a process of its own: the plan and the deed are the same to the byte."""
    at("processing")
    call("decision", "set", "housing", "1", "3", "--adopt", as_="bea")
    with unchanged():
        plan = run("draft", "merge", "housing", "--dry-run", "--json", as_="bea").json()

    done = call("draft", "merge", "housing", "--json", as_="bea").json()

    assert {key: plan[key] for key in ("version", "digest", "applied", "held")} == {
        "version": 2, "digest": done["digest"], "applied": [1, 3], "held": [],
    }  # fmt: skip
    assert call("draft", "show", "housing", "--json").json()["digest"] == done["digest"]


def test_a_text_in_another_layout_is_named_and_not_taken_in(call: Cli, run: Cli, at: At, letters: Path) -> None:
    """Whoever mailed it can be told why there is nothing of it on the list."""
    (letters / "wil.md").write_text(TEXT.replace("\n\n", "\n\n\n"), encoding="utf-8")
    at("review")

    done = run(*IMPORT)

    assert "  wil: another layout of version 1, which reads the same" in done.out
    assert "  kim: the text is version 1 to the letter" in done.out
    assert "wil" not in {one["author"] for one in suggestions(call)}
