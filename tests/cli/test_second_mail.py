"""A text that was edited from another version, and a second one of the same person, as people meet them on the command line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from tests.cli.conftest import DEADLINE, At, Cli, refused
from tests.cli.terminal import Terminal
from tests.cycles import TEXT
from tests.tiers import thorough

ADD = ("suggestion", "add", "housing")
IMPORT = ("suggestion", "import", "housing", "letters")
Unchanged = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def second_round(call: Cli, at: At) -> None:
    """Version 2 is before the public: of version 1, *homes* has become *flats*."""
    at("review")
    call("cycle", "move", "housing", "drafting", "--because", "Enough.")
    assert call("draft", "save", "housing", "-", as_="bea", stdin=TEXT.replace("homes", "flats")).code == 0
    assert call("cycle", "move", "housing", "review", "--closes", DEADLINE).code == 0


@pytest.mark.usefixtures("second_round")
def test_the_answer_says_from_which_version_and_how_it_fared(call: Cli) -> None:
    """Somebody who edited the mail of last month sees that nobody's change is taken back in their name."""
    done = call(*ADD, "-", as_="kees", stdin=TEXT.replace("trees", "oaks"))

    assert (done.code, done.out.splitlines()[:2]) == (
        0,
        [
            "Edited from version 1: 1 change is carried to version 2.",
            "Suggestion 1 on paragraph 7 of version 2: [-trees-]{+oaks+}",
        ],
    )
    shown = call("suggestion", "show", "housing", "1", "--json").json()
    assert (shown["version"], shown["edited_from"], shown["status"], shown["replaced_by"]) == (2, 1, "carried", [])
    refused(call(*ADD, "-", as_="lot", stdin=TEXT), 1, "version 1 to the letter, and version 2 is before the public now")


@pytest.mark.usefixtures("second_round")
def test_a_text_that_may_be_of_either_is_asked_about(call: Cli, unchanged: Unchanged) -> None:
    """In a script the refusal names the option; nothing was taken in."""
    with unchanged():
        refused(call(*ADD, "-", as_="kees", stdin=TEXT.replace("homes", "ships")), 1, "it may be 2 or 1", "--base 2")

    done = call(*ADD, "-", "--base", "1", as_="kees", stdin=TEXT.replace("homes", "ships"))
    assert "1 collides with what changed since" in done.out
    assert "(collided)" in done.out


@pytest.mark.usefixtures("second_round")
def test_on_a_terminal_it_is_asked_there(database: Path, tmp_path: Path) -> None:
    """Until the answer is one of those there are."""
    (tmp_path / "kees.md").write_text(TEXT.replace("homes", "ships"), encoding="utf-8")

    with closing(Terminal((*ADD, str(tmp_path / "kees.md")), database, "kees")) as terminal:
        terminal.until("Which version did you edit (2/1)?")
        terminal.answer("7")
        terminal.until("Which version did you edit (2/1)?")
        terminal.answer("2")
        assert terminal.end() == 0
    assert "{+ships+}" in terminal.said


def test_a_second_text_takes_the_place_of_the_first_or_comes_beside_it(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path) -> None:
    """With a file, --replace stands alone; with a passage it says how that should read."""
    at("review")
    anew = tmp_path / "kees.md"
    anew.write_text(TEXT.replace("trees", "ferns"), encoding="utf-8")
    assert call(*ADD, "-", as_="kees", stdin=TEXT.replace("trees", "oaks")).code == 0

    with unchanged():
        refused(call(*ADD, str(anew), as_="kees"), 1, "kees handed in 1 in this round before", "--replace, or --beside")
        refused(call(*ADD, str(anew), "--replace", "--beside", as_="kees"), 2, "not both")
    done = call(*ADD, "--replace", str(anew), as_="kees")
    assert (done.code, "It takes the place of 1" in done.out) == (0, True)
    assert "Replaced by: 2" in call("suggestion", "show", "housing", "1").out
    beside = call(*ADD, "-", "--beside", as_="kees", stdin=TEXT.replace("trees", "moss"))
    assert "It collides with your own 2" in beside.out
    assert call(*ADD, "--quote", "homes", "--replace", "houses", as_="kees").code == 0
    assert call("verify").code == 0


@thorough
def test_on_a_terminal_it_is_asked_what_becomes_of_the_first(call: Cli, at: At, database: Path, tmp_path: Path) -> None:
    """One key is easier than an option nobody knows."""
    at("review")
    anew = tmp_path / "kees.md"
    anew.write_text(TEXT.replace("trees", "ferns"), encoding="utf-8")
    call(*ADD, "-", as_="kees", stdin=TEXT.replace("trees", "oaks"))

    with closing(Terminal((*ADD, str(anew)), database, "kees")) as terminal:
        terminal.until("In this round 1 was handed in before")
        terminal.answer("y")
        assert terminal.end() == 0
    assert "It takes the place of 1" in terminal.said


def test_typography_is_left_as_it_is_and_said(call: Cli, at: At, tmp_path: Path) -> None:
    """Word curls the quotes of a whole programme."""
    at("drafting")
    call("draft", "save", "housing", "-", as_="bea", stdin=TEXT.replace("homes", '"homes" - now'))
    call("cycle", "move", "housing", "review", "--closes", DEADLINE)
    curled = TEXT.replace("homes", "“homes” – now")

    refused(call(*ADD, "-", as_="kees", stdin=curled), 1, "in typography alone", "--typography")
    done = call(*ADD, "-", as_="kees", stdin=curled.replace("trees", "oaks"))
    assert "In 3 places quotes, dashes or blanks were set in another way; they stay as in version 2." in done.out
    assert "Suggestion 2" in call(*ADD, "-", "--typography", "--beside", as_="kees", stdin=curled).out


def test_every_file_of_a_folder_is_taken_in_or_named(call: Cli, at: At, tmp_path: Path) -> None:
    """Nine were handed in and six taken in, and nobody was told about the three."""
    at("review")
    letters = tmp_path / "letters"
    (letters / "more").mkdir(parents=True)
    for name, new in (("piet.md", "oaks"), ("UPPER.MD", "ferns"), ("noor.markdown", "moss")):
        (letters / name).write_text(TEXT.replace("trees", new), encoding="utf-8")
    for name in ("notes.txt", "ghost.why.txt", ".DS_Store", "~$piet.md", "piet.md~"):
        (letters / name).write_text("x", encoding="utf-8")

    done = call(*IMPORT, cwd=tmp_path)

    assert done.code == 0, done
    assert {one["author"] for one in call("suggestion", "list", "housing", "--json").json()} == {"piet", "UPPER", "noor"}
    named = {line.split(": ")[1] for line in (done.out + done.err).splitlines() if line.startswith("Passed over: ")}
    assert named == {"notes.txt", "ghost.why.txt", ".DS_Store", "~$piet.md", "piet.md~", "more"}


def test_all_that_is_wrong_with_a_folder_is_said_at_once(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path) -> None:
    """One fault at a time makes an evening of it."""
    at("review")
    letters = tmp_path / "letters"
    letters.mkdir()
    for name, data in (
        ("empty.md", b""),
        ("latin.md", b"caf\xe9\n"),
        ("jan.md", b"x\n"),
        ("jan.markdown", b"y\n"),
        ("ok.md", TEXT.encode()),
    ):
        (letters / name).write_bytes(data)

    with unchanged():
        done = call(*IMPORT, cwd=tmp_path)

    assert done.code == 2, done
    for name in ("empty.md", "latin.md", "jan.md", "jan.markdown"):
        assert name in done.err
    assert "ok.md" not in done.err


def test_a_text_in_another_format_is_named_with_what_to_do(call: Cli, at: At, tmp_path: Path) -> None:
    """Somebody wrote it in Word, and somebody else has to put it right."""
    at("review")
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "piet.md").write_text(TEXT.replace("trees", "oaks"), encoding="utf-8")
    others = ("kim.docx", "kim.DOC", "kim.odt", "kim.rtf", "kim.pdf", "kim.html")
    for name in (*others, "kim.txt", "kim.xyz"):
        (letters / name).write_bytes(b"x")

    done = call(*IMPORT, cwd=tmp_path)

    told = {line.split(": ")[1]: line for line in (done.out + done.err).splitlines() if line.startswith("Passed over: ")}
    assert all(
        "is not read here; if it is somebody's text, save it as plain text (Markdown), as AUTHOR.md" in told[name] for name in others
    )
    assert "Word (.docx)" in told["kim.docx"]
    assert "OpenDocument (.odt)" in told["kim.odt"]
    assert all("texts are called AUTHOR.md; rename it if it is one" in told[name] for name in ("kim.txt", "kim.xyz"))


def test_a_folder_without_a_text_says_what_is_in_it(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path) -> None:
    """All of them were written in Word."""
    at("review")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "kim.docx").write_bytes(b"PK")

    with unchanged():
        refused(call(*IMPORT, cwd=tmp_path), 2, "There is no edited text in letters: kim.docx: Word (.docx) is not read here", "AUTHOR.md")


def test_what_is_passed_over_is_said_with_what_is_wrong_and_nothing_is_left_out(
    call: Cli, at: At, unchanged: Unchanged, tmp_path: Path
) -> None:
    """Nine faults and two files that are no text: mend them in one go."""
    at("review")
    letters = tmp_path / "letters"
    letters.mkdir()
    broken = [f"p{number}.md" for number in range(9)]
    for name in broken:
        (letters / name).write_bytes(b"\xff")
    (letters / "kim.docx").write_bytes(b"PK")
    (letters / "notes.txt").write_bytes(b"x")

    with unchanged():
        refused(call(*IMPORT, cwd=tmp_path), 2, *broken, "Passed over besides: kim.docx: Word (.docx)", "notes.txt: ")


def test_folder_names_that_read_like_somebody_are_asked_about(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path) -> None:
    """Named by their files, all at once; and a host says who is somebody else."""
    at("review")
    letters = tmp_path / "letters"
    letters.mkdir()
    for name, new in (("Piet.md", "oaks"), ("Kees de Wit.md", "ferns"), ("kees-de-wit.md", "moss"), ("lot.md", "heather")):
        (letters / name).write_text(TEXT.replace("trees", new), encoding="utf-8")

    with unchanged():
        refused(
            call(*IMPORT, cwd=tmp_path), 2, "Piet.md: “Piet” reads like “piet”", "kees-de-wit.md: “kees-de-wit” reads like “Kees de Wit”"
        )
    for person in ("Piet", "Kees de Wit", "kees-de-wit"):
        assert call("person", "add", person, "--exact").code == 0
    assert call(*IMPORT, cwd=tmp_path).code == 0
