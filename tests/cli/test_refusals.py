"""What cannot be done: a clear line, the right exit code, and a database in which nothing has changed."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, environment, refused, tamper
from tests.cycles import TEXT
from tests.tiers import thorough

Unchanged = Callable[[], AbstractContextManager[None]]
NEW = ("--title", "T", "--question", "Q")
INVITE = ("--role", "drafter", "--because", "B.")

# state, who, words of the command, exit code, words of the refusal
CASES: list[tuple[str, str, str, int, str]] = [
    # an unknown cycle, whatever is asked of it
    ("review", "anna", "cycle show nope", 3, "nope"),
    ("review", "anna", "cycle rules nope", 3, "nope"),
    ("review", "anna", "cycle diagram nope", 3, "nope"),
    ("review", "anna", "cycle move nope inventory", 3, "nope"),
    ("review", "anna", "status nope", 3, "nope"),
    ("review", "anna", "inventory add nope X", 3, "nope"),
    ("review", "anna", "inventory list nope", 3, "nope"),
    ("review", "anna", "group list nope", 3, "nope"),
    ("review", "anna", "group invite nope bea --role drafter --because B", 3, "nope"),
    ("review", "anna", "draft list nope", 3, "nope"),
    ("review", "anna", "draft show nope", 3, "nope"),
    ("review", "anna", "draft diff nope 1 2", 3, "nope"),
    ("review", "anna", "draft merge nope", 3, "nope"),
    ("review", "anna", "suggestion list nope", 3, "nope"),
    ("review", "anna", "suggestion collisions nope", 3, "nope"),
    ("review", "anna", "suggestion add nope --quote homes --replace X", 3, "nope"),
    ("review", "anna", "decision list nope", 3, "nope"),
    ("review", "anna", "decision set nope 1 --adopt", 3, "nope"),
    ("review", "anna", "decision publish nope", 3, "nope"),
    ("review", "anna", "log nope", 3, "nope"),
    ("review", "anna", "verify nope", 3, "nope"),
    ("review", "anna", "publish nope --to pages", 3, "nope"),
    # an unknown person, number, version or token
    ("drafting", "anna", "group remove housing nobody --because B", 3, "nobody"),
    ("drafting", "anna", "group remove housing piet --because B", 3, "piet"),
    ("invitation", "anna", "group invite housing bea --role drafter --because B --for 99", 3, "99"),
    ("invitation", "bea", "group accept abcdefgh", 3, "token"),
    ("invitation", "bea", "group decline abcdefgh", 3, "token"),
    ("inventory", "jan", "inventory show housing 99", 3, "99"),
    ("inventory", "jan", "inventory show housing 0", 3, "0"),
    ("inventory", "jan", "inventory support housing 99", 3, "99"),
    ("inventory", "jan", "inventory nudge housing 99 --because B", 3, "99"),
    ("inventory", "anna", "inventory hide housing 99 --because B", 3, "99"),
    ("inventory", "jan", "inventory add housing X --reply-to 99", 3, "99"),
    ("review", "anna", "draft show housing --version 99", 3, "99"),
    ("review", "anna", "draft show housing --version 0", 3, "0"),
    ("review", "anna", "draft show housing --aside 99", 3, "99"),
    ("review", "anna", "draft diff housing 1 99", 3, "99"),
    ("suggested", "piet", "suggestion show housing 99", 3, "99"),
    ("suggested", "piet", "suggestion withdraw housing 99", 3, "99"),
    ("processing", "bea", "decision set housing 99 --adopt", 3, "99"),
    ("processing", "bea", "decision set housing 1 99 --adopt", 3, "99"),
    ("processing", "bea", "decision set housing 1 --covered-by 99 --because B", 3, "99"),
    ("processing", "bea", "decision undo housing 1", 3, "1"),
    ("processing", "bea", "decision undo housing 99", 3, "99"),
    ("processing", "bea", "decision set housing 1 --adapt @missing.md --because B", 3, "missing.md"),
    ("drafting", "bea", "draft save housing missing.md", 3, "missing.md"),
    ("review", "piet", "suggestion add housing missing.md", 3, "missing.md"),
    ("review", "anna", "suggestion import housing missing", 3, "missing"),
    ("inventory", "anna", "inventory import housing missing.csv", 3, "missing.csv"),
    # a number beyond what a database can hold is a number that is not there
    ("inventory", "jan", "inventory show housing 99999999999999999999", 3, "99999999999999999999"),
    ("inventory", "jan", "inventory support housing 99999999999999999999", 3, "99999999999999999999"),
    ("inventory", "jan", "inventory add housing X --reply-to 99999999999999999999", 3, "99999999999999999999"),
    ("suggested", "piet", "suggestion show housing 99999999999999999999", 3, "99999999999999999999"),
    ("review", "anna", "draft show housing --version 99999999999999999999", 3, "99999999999999999999"),
    ("processing", "bea", "decision set housing 99999999999999999999 --adopt", 3, "99999999999999999999"),
    ("processing", "bea", "decision set housing 1 --covered-by 99999999999999999999 --because B", 3, "99999999999999999999"),
    ("processing", "bea", "decision undo housing 99999999999999999999", 3, "99999999999999999999"),
    ("invitation", "anna", "group invite housing bea --role drafter --because B --for 99999999999999999999", 3, "99999999999999999999"),
    # a phase in which it is not done; the refusal says in which it is
    ("review", "piet", "inventory add housing X", 1, "inventory"),
    ("invitation", "piet", "inventory support housing 1", 1, "inventory"),
    ("preparation", "piet", "inventory add housing X", 1, "inventory"),
    ("inventory", "anna", "group invite housing bea --role drafter --because B", 1, "inventory"),
    ("preparation", "anna", "group invite housing bea --role drafter --because B", 1, "preparation"),
    ("inventory", "anna", "cycle move housing drafting", 1, "drafting"),
    ("invitation", "anna", "cycle move housing drafting", 1, "drafter"),
    ("preparation", "anna", "cycle move housing stopped", 1, "--because"),
    ("review", "anna", "cycle move housing review", 1, "review"),
    ("drafting", "piet", "suggestion add housing --quote homes --replace X", 1, "review"),
    ("processing", "piet", "suggestion add housing --quote homes --replace X", 1, "review"),
    ("drafting", "bea", "decision set housing 1 --adopt", 1, "review"),
    ("final", "anna", "cycle move housing review", 1, "review"),
    ("final", "bea", "decision undo housing 1", 1, "final"),
    ("processing", "anna", "cycle move housing final", 1, "decision"),
    ("processing", "bea", "draft merge housing", 1, "decide"),
    ("empty", "anna", "cycle new housing --title T --question Q --definition nowhere.toml", 3, "nowhere.toml"),
    ("two", "anna", "cycle new trees --title T --question Q", 1, "trees"),
    # what others may and this person may not
    ("preparation", "piet", "cycle move housing inventory", 4, ""),
    ("inventory", "piet", "inventory hide housing 1 --because B", 4, ""),
    ("invitation", "piet", "group invite housing bea --role drafter --because B", 4, ""),
    ("drafting", "bea", "group remove housing bea --because B", 4, ""),
    ("drafting", "piet", "draft save housing -", 4, ""),
    ("processing", "piet", "decision set housing 1 --adopt", 4, ""),
    ("decided", "piet", "decision undo housing 1", 4, ""),
    ("decided", "piet", "decision publish housing", 4, ""),
    ("decided", "piet", "draft merge housing", 4, ""),
    ("suggested", "jan", "suggestion withdraw housing 1", 4, "1"),
    ("review", "bea", "cycle move housing drafting", 4, ""),
    # a passage
    ("review", "piet", "suggestion add housing --quote zeppelins --replace X", 3, "nowhere"),
    ("review", "piet", "suggestion add housing --quote zeppelins --tip X", 3, "nowhere"),
    ("review", "piet", "suggestion add housing --quote We --replace X", 2, "2 times"),
    ("review", "piet", "suggestion add housing --quote homes --replace homes", 1, ""),
    # usage: what is missing or makes no sense is named
    ("review", "piet", "suggestion add housing", 2, "--quote"),
    ("review", "piet", "suggestion add housing --quote homes", 2, "--replace"),
    ("review", "piet", "suggestion add housing --replace X", 2, "--quote"),
    ("review", "piet", "suggestion add housing --quote homes --replace X --tip Y", 2, "--tip"),
    ("review", "piet", "suggestion add housing --quote homes --replace X --kind tip", 2, "refinement"),
    ("processing", "bea", "decision set housing", 2, "N"),
    ("processing", "bea", "decision set housing 1", 2, "--adopt"),
    ("processing", "bea", "decision set housing 1 --adopt --noted", 2, "--noted"),
    ("processing", "bea", "decision set housing 1 --reject", 2, "--because"),
    ("processing", "bea", "decision set housing 4 --noted", 2, "--because"),
    ("processing", "bea", "decision set housing 1 --adapt X", 2, "--because"),
    ("processing", "bea", "decision set housing 7 --covered-by 3", 2, "--because"),
    ("processing", "bea", "decision set housing 1 --reject --together --because B", 2, "--together"),
    ("processing", "bea", "decision set housing one --adopt", 2, "N"),
    ("inventory", "piet", "inventory add housing X --kind rant", 2, "opinion"),
    ("inventory", "piet", "inventory nudge housing 1", 2, "--because"),
    ("inventory", "anna", "inventory hide housing 1", 2, "--because"),
    ("invitation", "anna", "group invite housing bea --because B", 2, "--role"),
    ("invitation", "anna", "group invite housing bea --role drafter", 2, "--because"),
    ("invitation", "anna", "group invite housing bea --role king --because B", 2, "adviser"),
    ("invitation", "anna", "group invite housing bea --role drafter --because B --until soon", 2, "soon"),
    ("drafting", "anna", "group remove housing bea", 2, "--because"),
    ("preparation", "anna", "cycle move housing inventory --closes soon", 2, "soon"),
    ("preparation", "anna", "cycle move housing inventory --closes 2020-01-01", 2, "2020-01-01"),
    ("empty", "anna", "cycle new trees --question Q", 2, "--title"),
    ("empty", "anna", "cycle new trees --title T", 2, "--question"),
    ("empty", "anna", "cycle new TREES! --title T --question Q", 2, "TREES!"),
    ("empty", "anna", "cycle new trees --title T --question Q --timezone Mars", 2, "Mars"),
    ("empty", "anna", "cycle new trees --title T --question Q --language xx", 2, "nl"),
    ("final", "anna", "publish housing", 2, "--to"),
    ("review", "anna", "suggestion lits housing", 2, "lits"),
    ("review", "anna", "suggestion list housing --jsno", 2, "--jsno"),
    ("review", "anna", "frobnicate", 2, "frobnicate"),
]


@pytest.mark.parametrize(("state", "who", "words", "code", "says"), CASES, ids=[f"{c[0]}: {c[2]}"[:70] for c in CASES])
def test_a_refusal_is_a_clear_line_and_changes_nothing(
    call: Cli, at: At, unchanged: Unchanged, state: str, who: str, words: str, code: int, says: str
) -> None:
    """Whoever gets it must know what to do, and scripts go by the code."""
    at(state)

    with unchanged():
        refused(call(*words.split(), as_=who, stdin="# Housing\n\nAnother text.\n"), code, says)


EMPTY: list[tuple[str, str, tuple[str, ...]]] = [
    ("empty", "anna", ("cycle", "new", "trees", "--title", " ", "--question", "Q")),
    ("empty", "anna", ("cycle", "new", "trees", "--title", "T", "--question", "")),
    ("empty", "anna", ("cycle", "new", "", *NEW)),
    ("inventory", "piet", ("inventory", "add", "housing", "")),
    ("inventory", "piet", ("inventory", "add", "housing", " \n")),
    ("inventory", "jan", ("inventory", "nudge", "housing", "1", "--because", "")),
    ("inventory", "anna", ("inventory", "hide", "housing", "1", "--because", " ")),
    ("invitation", "anna", ("group", "invite", "housing", "bea", "--role", "drafter", "--because", "")),
    ("invitation", "anna", ("group", "invite", "housing", "", "--role", "drafter", "--because", "B.")),
    ("drafting", "anna", ("group", "remove", "housing", "bea", "--because", "")),
    ("review", "piet", ("suggestion", "add", "housing", "--quote", "", "--replace", "X")),
    ("review", "piet", ("suggestion", "add", "housing", "--quote", " ", "--replace", "X")),
    ("review", "piet", ("suggestion", "add", "housing", "--quote", "homes", "--tip", " ")),
    ("processing", "bea", ("decision", "set", "housing", "1", "--reject", "--because", " ")),
]


@pytest.mark.parametrize(("state", "who", "words"), EMPTY, ids=[" ".join(c[2])[:60] for c in EMPTY])
def test_what_is_needed_may_not_be_blank(call: Cli, at: At, unchanged: Unchanged, state: str, who: str, words: tuple[str, ...]) -> None:
    """A reason of one space is no reason."""
    at(state)

    with unchanged():
        refused(call(*words, as_=who), (2, 3) if "--quote" in words else 2)


HALF = "half a pair: \udcff."
"""What Python makes of an argument with a byte in it that is not UTF-8."""
BROKEN_WORDS: list[tuple[str, tuple[str, ...]]] = [
    ("empty", ("cycle", "new", "trees", "--title", HALF, "--question", "Q")),
    ("empty", ("cycle", "new", "trees", "--title", "T", "--question", HALF)),
    ("empty", ("cycle", "new", HALF, *NEW)),
    ("empty", ("--as", HALF, "cycle", "new", "trees", *NEW)),
    ("preparation", ("cycle", "move", "housing", "inventory", "--ask", HALF)),
    ("preparation", ("cycle", "move", "housing", "stopped", "--because", HALF)),
    ("inventory", ("inventory", "add", "housing", HALF)),
    ("inventory", ("inventory", "add", "housing", "X", "--topic", HALF)),
    ("inventory", ("inventory", "nudge", "housing", "1", "--because", HALF)),
    ("inventory", ("inventory", "hide", "housing", "1", "--because", HALF)),
    ("invitation", ("group", "invite", "housing", HALF, *INVITE)),
    ("invitation", ("group", "invite", "housing", "bea", "--role", "drafter", "--because", HALF)),
    ("invitation", ("group", "invite", "housing", "bea", *INVITE, "--topic", HALF)),
    ("drafting", ("group", "remove", "housing", "bea", "--because", HALF)),
    ("drafting", ("draft", "save", "housing", "-", "--note", HALF)),
    ("review", ("suggestion", "add", "housing", "--quote", "homes", "--replace", HALF)),
    ("review", ("suggestion", "add", "housing", "--quote", "homes", "--replace", "X", "--why", HALF)),
    ("review", ("suggestion", "add", "housing", "--quote", "homes", "--tip", HALF)),
    ("processing", ("decision", "set", "housing", "1", "--reject", "--because", HALF)),
    ("processing", ("decision", "set", "housing", "1", "--adapt", HALF, "--because", "B.")),
]


@pytest.mark.parametrize(("state", "words"), BROKEN_WORDS, ids=[f"{i}: {' '.join(c[1][:2])}" for i, c in enumerate(BROKEN_WORDS)])
def test_an_argument_that_is_no_text_is_refused(call: Cli, at: At, unchanged: Unchanged, state: str, words: tuple[str, ...]) -> None:
    """A Latin-1 script hands over such bytes; what cannot be kept must not be half kept, and not be called a mistake in plein."""
    at(state)

    with unchanged():
        refused(call(*words, stdin="# Housing\n\nAnother text.\n"), 2)


@pytest.mark.parametrize("words", [("cycle", "show", HALF), ("suggestion", "add", "housing", "--quote", HALF, "--replace", "X")])
def test_what_is_no_text_is_nowhere(call: Cli, at: At, unchanged: Unchanged, words: tuple[str, ...]) -> None:
    """Looking for it finds nothing, and says so."""
    at("review")

    with unchanged():
        refused(call(*words), (2, 3))


MEBI = 1024 * 1024
BYTES = {
    "broken UTF-8": TEXT.encode().replace(b"homes", b"caf\xe9s"),
    "NUL": TEXT.encode().replace(b"homes", b"ho\0mes"),
    "empty": b"",
    "blank": b" \n\t\n",
    "10 MB": b"We build homes.\n" * (10 * MEBI // 16),
    "a Word file": b"PK\x03\x04" + b"\x14\x00\x06\x00" * 99,
    "UTF-16": TEXT.encode("utf-16"),
}
# state, who, words; FILE stands for the file
TAKES_TEXT: list[tuple[str, str, str]] = [
    ("drafting", "bea", "draft save housing FILE"),
    ("review", "piet", "suggestion add housing FILE"),
    ("inventory", "piet", "inventory add housing -"),
    ("inventory", "anna", "inventory import housing FILE"),
    ("processing", "bea", "decision set housing 1 --adapt @FILE --because B"),
    ("empty", "anna", "cycle new trees --title T --question Q --definition FILE"),
]


@pytest.mark.parametrize("content", BYTES)
@pytest.mark.parametrize(("state", "who", "words"), TAKES_TEXT, ids=[" ".join(c[2].split()[:2]) for c in TAKES_TEXT])
def test_a_file_that_is_no_text_is_refused(
    call: Cli, at: At, unchanged: Unchanged, tmp_path: Path, state: str, who: str, words: str, content: str
) -> None:
    """People hand in Word files, pictures and the wrong export; one line says what is wrong with it."""
    at(state)
    file = tmp_path / "text.toml"
    file.write_bytes(BYTES[content])

    with unchanged():
        if content in ("empty", "blank") and "--adapt" in words:
            return  # adapting to nothing takes the passage out, which is no mistake
        refused(call(*words.replace("FILE", str(file)).split(), as_=who, stdin=BYTES[content]), 2)


@thorough
@pytest.mark.parametrize("content", ["broken UTF-8", "10 MB"])
def test_the_installed_command_refuses_it_from_a_pipe(run: Cli, at: At, unchanged: Unchanged, content: str) -> None:
    """Once as a process of its own, by way of standard input."""
    at("review")

    with unchanged():
        refused(run("suggestion", "add", "housing", "-", as_="piet", stdin=BYTES[content]), 2)


def test_a_folder_in_place_of_a_file_is_refused(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path) -> None:
    """And the other way round."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.md").write_text(TEXT, encoding="utf-8")
    at("review")

    with unchanged():
        refused(call("suggestion", "add", "housing", "folder"), 2, "folder")
        refused(call("suggestion", "import", "housing", "folder"), 2, "folder")
        refused(call("suggestion", "import", "housing", "file.md"), 2, "file.md")


def test_a_text_identical_to_the_version_is_refused(run: Cli, at: At, unchanged: Unchanged) -> None:
    """Somebody saved the wrong file; better to hear it now."""
    at("review")
    with unchanged():
        refused(run("suggestion", "add", "housing", "-", as_="piet", stdin=TEXT), 1, "version 1")
    at("drafting")
    with unchanged():
        refused(run("draft", "save", "housing", "-", as_="bea", stdin=TEXT), 1, "version 1")


FORMS: dict[str, Callable[[str], bytes]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "BOM": lambda text: text.encode("utf-8-sig"),
    "CRLF and BOM": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "no newline at the end": lambda text: text.rstrip("\n").encode(),
    "newlines at the end": lambda text: (text + "\n\n").encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_how_an_editor_saved_the_file_makes_no_difference(call: Cli, at: At, unchanged: Unchanged, tmp_path: Path, form: str) -> None:
    """Notepad writes CRLF and a BOM; that is nobody's suggestion."""
    changed = TEXT.replace("homes", "houses")
    file = tmp_path / "text.md"
    file.write_bytes(FORMS[form](changed))
    at("review")
    expected = call("suggestion", "add", "housing", "-", "--json", as_="piet", stdin=changed).json()
    at("review")

    assert call("suggestion", "add", "housing", str(file), "--json", as_="piet").json() == expected
    with unchanged():
        refused(call("suggestion", "add", "housing", "-", as_="jan", stdin=FORMS[form](TEXT)), 1, "version 1")

    at("drafting")
    digest = call("draft", "save", "housing", "-", "--json", as_="bea", stdin=changed).json()["digest"]
    at("drafting")
    assert call("draft", "save", "housing", str(file), "--json", as_="bea").json()["digest"] == digest


def test_a_csv_from_a_spreadsheet_is_read(call: Cli, at: At, tmp_path: Path) -> None:
    """Excel writes a BOM, CRLF and, in half of Europe, semicolons."""
    at("inventory")
    file = tmp_path / "letters.csv"
    file.write_bytes('author;text;kind\r\njan;“More; trees.”;idea\r\nkim;"Fewer;\r\ncars.";opinion\r\n'.encode("utf-8-sig"))
    file.write_bytes(file.read_bytes().replace("“More; trees.”".encode(), b'"More; trees."'))

    assert call("inventory", "import", "housing", str(file)).code == 0

    said = [(one["author"], one["text"], one["kind"]) for one in call("inventory", "list", "housing", "--json").json()]
    assert said[1:] == [("jan", "More; trees.", "idea"), ("kim", "Fewer;\ncars.", "opinion")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("author,text\njan,\nkim,Good.\n", "text"),
        ("author,text\n,Trees.\n", "author"),
        ("name,text\njan,Trees.\n", "author"),
        ("author,text,kind\njan,Trees.,rant\n", "rant"),
        ("author,text,link\njan,Trees.,javascript:alert(1)\n", "link"),
        ("author,text,date\njan,Trees.,someday\n", "someday"),
    ],
)
def test_a_csv_with_a_mistake_in_it_brings_nothing_in(call: Cli, at: At, unchanged: Unchanged, content: str, says: str) -> None:
    """The good rows wait until the bad ones are mended; half an import is work for two days."""
    at("inventory")

    with unchanged():
        refused(call("inventory", "import", "housing", "-", stdin=content), 2, says)


def test_the_same_csv_twice_adds_nothing(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Nobody remembers whether the letters of Monday are in already."""
    at("inventory")
    letters = "author,text\njan,More trees.\nkim,Fewer cars.\n"
    assert call("inventory", "import", "housing", "-", stdin=letters).code == 0

    with unchanged():
        assert call("inventory", "import", "housing", "-", stdin=letters).code == 0


@thorough
def test_a_pipe_with_a_name_is_read_like_a_file(run: Cli, at: At) -> None:
    """`plein suggestion add housing <(pandoc …)` is what people at home in a terminal type."""
    at("review")

    answer = run("suggestion", "add", "housing", "/dev/stdin", "--json", as_="piet", stdin=TEXT.replace("homes", "houses"))

    assert "houses" in answer.json()[0]["replace"]


@thorough
def test_nothing_prompts_when_standard_input_is_closed(at: At, unchanged: Unchanged) -> None:
    """From cron there is nobody to ask: it names what is missing and leaves."""
    database = at("processing")
    plein = Path(sys.executable).with_name("plein")
    commands = [
        ("decision set housing 1 --reject", 2, "--because"),
        ("cycle new trees", 2, "--title"),
        ("draft save housing -", 2, "standard input"),
    ]
    with unchanged():
        for words, code, says in commands:
            done = subprocess.run(
                ["bash", "-c", f"exec '{plein}' --db '{database}' {words} <&-"],
                env=environment("anna", None, None),
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            assert done.returncode == code, done
            assert says in done.stderr
            assert "Traceback" not in done.stderr
            assert "mistake in plein itself" not in done.stderr


@thorough
def test_debug_shows_where_an_error_comes_from(run: Cli, at: At) -> None:
    """And only then."""
    at("review")

    assert "Traceback" in run("--debug", "cycle", "show", "nope").err
    refused(run("cycle", "show", "nope"), 3, "nope")


def test_a_revision_that_was_read_before_somebody_else_wrote_is_refused(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Whoever writes onto what they have not seen is told so."""
    at("inventory")
    revision = call("cycle", "show", "housing", "--json").json()["revision"]
    call("inventory", "add", "housing", "First.", as_="jan")

    with unchanged():
        refused(call("--revision", str(revision), "inventory", "add", "housing", "Second."), 1, "housing")


# --- databases that are none, may not be written, or come from the future


def no_database(kind: str, folder: Path) -> Path:
    """A thing in the place where the database should be."""
    path = folder / "not-ours.db"
    if kind == "a text":
        path.write_text(TEXT * 99, encoding="utf-8")
    elif kind == "a short text":
        path.write_text("hello\n", encoding="utf-8")
    elif kind == "a folder":
        path.mkdir()
    elif kind == "an empty file":
        path.write_bytes(b"")
    elif kind == "noise after the first line":
        path.write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 32)
    elif kind == "somebody else's":
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE invoices (id INTEGER)")
            connection.commit()
    return path


KINDS = ["a text", "a short text", "a folder", "an empty file", "noise after the first line", "somebody else's"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", ["status", "cycle new trees --title T --question Q", "verify"])
def test_what_is_no_database_of_pleins_is_left_alone(call: Cli, tmp_path: Path, kind: str, words: str) -> None:
    """It may be the only copy of somebody's book-keeping."""
    path = no_database(kind, tmp_path)
    before = path.read_bytes() if path.is_file() else b""

    refused(call(*words.split(), db=path), (1, 2, 3, 5), path.name)

    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("kind", ["a text", "a folder", "noise after the first line"])
@pytest.mark.parametrize("words", ["init", "db upgrade"])
def test_nor_are_tables_made_in_it(call: Cli, tmp_path: Path, kind: str, words: str) -> None:
    """Not even by the command that makes databases."""
    path = no_database(kind, tmp_path)
    before = path.read_bytes() if path.is_file() else b""

    refused(call(*words.split(), db=path), (1, 2, 3, 5), path.name)

    assert (path.read_bytes() if path.is_file() else b"") == before


def test_the_installed_command_says_it_too(run: Cli, tmp_path: Path) -> None:
    """Once as a process of its own."""
    refused(run("status", db=no_database("a text", tmp_path)), (1, 2, 3), "not-ours.db")


@pytest.mark.parametrize(
    "url", ["postgresql://plein@127.0.0.1:1/nothing", "oracle://somewhere/x", "sqlite:////nowhere/at/all.db", "://", "mysql://x/y"]
)
def test_an_address_where_no_database_answers_is_a_clear_line(call: Cli, url: str) -> None:
    """The server is down, or the address was copied by half."""
    refused(call("status", db=url), (1, 2, 3))


WRITES = [
    ("suggested", "piet", "suggestion add housing --quote trees --tip X"),
    ("suggested", "anna", "cycle move housing drafting --because Enough."),
    ("suggested", "bea", "decision set housing 1 --adopt"),
    ("suggested", "anna", "cycle new trees --title T --question Q"),
    ("suggested", "anna", "suggestion import housing handed-in"),
]


@pytest.mark.parametrize(("state", "who", "words"), WRITES)
def test_a_database_that_is_read_only_is_read_and_not_written(call: Cli, at: At, tmp_path: Path, state: str, who: str, words: str) -> None:
    """A backup on a shelf can be looked into; whoever writes in it is told why not."""
    path = at(state)
    before = path.read_bytes()
    (tmp_path / "handed-in").mkdir()
    (tmp_path / "handed-in" / "kim.md").write_text(TEXT.replace("homes", "huts"), encoding="utf-8")
    shelf = f"sqlite:///file:{path}?mode=ro&uri=true"

    assert call("status", "housing", db=shelf).code == 0
    assert len(call("suggestion", "list", "housing", "--json", db=shelf).json()) == 8
    refused(call(*words.split(), as_=who, db=shelf), 1, "read-only")

    assert path.read_bytes() == before


FUTURE = ["status", "cycle list --json", "verify", "suggestion add housing --quote trees --tip X", "cycle new trees --title T --question Q",
          "db upgrade"]  # fmt: skip


@pytest.mark.parametrize("words", FUTURE)
def test_a_database_from_a_newer_plein_is_left_alone(call: Cli, at: At, words: str) -> None:
    """Half the office has the new one already; the old one must not spoil what it does not know."""
    path = at("suggested")
    tamper(path, "UPDATE plein_schema_version SET version_num = '9999'")
    before = path.read_bytes()

    refused(call(*words.split()), (1, 2, 3, 4, 5), "newer")

    assert path.read_bytes() == before


def test_init_leaves_a_database_from_a_newer_plein_alone(run: Cli, at: At, tmp_path: Path) -> None:
    """Also as a process of its own."""
    path = at("suggested")
    tamper(path, "UPDATE plein_schema_version SET version_num = '9999'")
    before = path.read_bytes()

    refused(run("init", db=path), (1, 2, 3, 4, 5), "newer")
    refused(run("init", str(tmp_path), db=None), (1, 2, 3, 4, 5), "newer")

    assert path.read_bytes() == before
