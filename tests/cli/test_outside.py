"""``plein inventory import``: files as people have them, and mistakes by file, row and column."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused

Unchanged = Callable[[], AbstractContextManager[None]]
IMPORT = ("inventory", "import", "housing")
PLAIN = "author,text,date,source,link\njan,More trees.,2026-02-14,Letter,https://example.org/1\n"


def taken_in(call: Cli) -> list[tuple[str, str]]:
    return [(one["author"], one["text"]) for one in call("inventory", "list", "housing", "--json").json()[1:]]


FILES: list[tuple[str, str | bytes, list[tuple[str, str]]]] = [
    ("commas", PLAIN, [("jan", "More trees.")]),
    ("semicolons, as a Dutch spreadsheet writes them", "author;text\njan;Trees, please\n", [("jan", "Trees, please")]),
    ("tabs", "author\ttext\njan\tTrees, please; now\n", [("jan", "Trees, please; now")]),
    ("a byte order mark and CRLF", b"\xef\xbb\xbfauthor,text\r\njan,More trees.\r\n", [("jan", "More trees.")]),
    ("headings with capitals and blanks", " Author , TEXT\njan,More trees.\n", [("jan", "More trees.")]),
    ("a text of two lines in quotes", 'author,text\njan, "Trees,\nand ""more"" trees."\n', [("jan", 'Trees,\nand "more" trees.')]),
    ("blank rows and empty columns", "author,text,,\n\njan,More trees.,,\n,,,\n\n", [("jan", "More trees.")]),
    ("a short row", "author,text,source\njan,More trees.\n", [("jan", "More trees.")]),
    ("accents in two ways", "author,text\njan,Cafe\u0301\njan,Café\n", [("jan", "Café")]),
]


@pytest.mark.parametrize(("content", "found"), [pytest.param(*case[1:], id=case[0]) for case in FILES])
def test_files_are_read_as_people_have_them(call: Cli, at: At, tmp_path: Path, content: str | bytes, found: list[tuple[str, str]]) -> None:
    """Nobody should have to learn what a delimiter is; a pipe is a file too."""
    at("inventory")
    (tmp_path / "talk.csv").write_bytes(content if isinstance(content, bytes) else content.encode())

    assert call(*IMPORT, "talk.csv").code == 0

    assert taken_in(call) == found
    again = call(*IMPORT, "-", stdin=content)
    assert (again.code, again.out.splitlines()[0]) == (0, "Took in 0 contributions.")
    assert taken_in(call) == found


def test_where_it_comes_from_is_kept_and_shown(call: Cli, at: At) -> None:
    """Source, date and link are for whoever wants to look."""
    at("inventory")
    call(*IMPORT, "-", stdin=PLAIN)

    shown = call("inventory", "show", "housing", "2")
    assert "From: Letter, 2026-02-14, https://example.org/1" in shown.out
    found = call("inventory", "show", "housing", "2", "--json").json()
    assert [found[key] for key in ("author", "said", "source", "link")] == ["jan", "2026-02-14", "Letter", "https://example.org/1"]


# the file · what is wrong with it
WRONG: list[tuple[str, tuple[str, ...]]] = [
    ("author,text\njan,Trees.\njan,\n", ("talk.csv:3:text: empty",)),
    ("author,text\n,Trees.\n", ("talk.csv:2:author: empty",)),
    ('author,text\njan,"one\ntwo"\n\njan,\n', ("talk.csv:4:text: empty",)),
    ("author,text,kind,date,link\njan,T.,rant,soon,ftp://x\n", (
        "talk.csv:2:kind: “rant”", "talk.csv:2:date: “soon”", "talk.csv:2:link: “ftp://x”")),
    ("author,text,topic\njan,T.,ferry\njan,T.,harbour\njan,T.,\n", ("talk.csv:2:topic: “ferry” is no open topic: choose harbour",)),
    ("author,text\njan,Trees, please\n", ("talk.csv:2:text: more values than columns",)),
    ('author,text\njan,"Trees\n', ("talk.csv:2:text: cannot be read",)),
    ("author\njan\n", ("talk.csv: column “text” is missing", "text, author, kind, topic, date, source, link")),
    ("author,text,text,mood\njan,a,b,c\n", ("“mood” is no column", "column “text” stands there twice")),
]  # fmt: skip


@pytest.mark.parametrize("form", [[], ["--dry-run"]])
@pytest.mark.parametrize(("content", "words"), WRONG, ids=[words[0] for _, words in WRONG])
def test_mistakes_are_named_by_file_row_and_column_and_nothing_is_taken_in(
    call: Cli, at: At, unchanged: Unchanged, tmp_path: Path, form: list[str], content: str, words: tuple[str, ...]
) -> None:
    """Rows as a spreadsheet counts them, the heading being 1; all mistakes at once; a rehearsal says the same."""
    at("inventory")
    note = ("--aim", "A.", "--scope", "S.", "--outcome", "O.")
    call("topic", "add", "housing", "harbour", "--title", "Harbour", *note)
    call("topic", "open", "housing", "harbour")
    (tmp_path / "talk.csv").write_text(content, encoding="utf-8")

    with unchanged():
        refused(call(*IMPORT, "talk.csv", *form), 2, *words)


def test_help_tells_the_columns(call: Cli) -> None:
    """Nobody looks for a manual first."""
    text = call("inventory", "import", "--help", db=None).out

    for column in ("text", "author", "kind", "topic", "date", "source", "link", "FILE:ROW:COLUMN"):
        assert column in text


def test_a_hidden_text_reaches_nobody_but_hosts(call: Cli, at: At, tmp_path: Path) -> None:
    """Whichever way one asks: a tombstone with the reason, and where it came from is gone too."""
    at("inventory")
    secret = ("gasometer", "example.org/secret", "Secret Gazette")
    call(*IMPORT, "-", stdin=f"author,text,source,link\njan,The {secret[0]} stinks.,{secret[2]},https://{secret[1]}\n")
    call("inventory", "nudge", "housing", "2", "--because", "Be kind.", as_="kim")
    call("inventory", "hide", "housing", "2", "--because", "Names a neighbour.")

    questions = [
        "inventory show housing 2", "inventory show housing 2 --json", "inventory list housing", "inventory list housing --json",
        "inventory list housing --csv", "inventory list housing --topic question", "topic list housing --json", "topic show housing question",
        "status housing", "status housing --json", "log housing --json", "log housing --csv", "cycle show housing --json",
        "group candidates housing --json", "inventory support housing 2 --json", "inventory nudge housing 2 --because B. --json",
        "inventory link housing 1 2 --json", "publish housing --to pages",
    ]  # fmt: skip
    for who in (None, "kim", "jan"):
        for words in questions:
            answer = call(*words.split(), as_=who)
            for word in secret:
                assert word not in answer.out + answer.err, (who, words)
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "pages").rglob("*.*")]
    assert any("Names a neighbour." in page for page in pages)
    assert not [word for word in secret for page in pages if word in page]

    assert "Names a neighbour." in call("inventory", "list", "housing", as_="kim").out
    assert secret[0] in call("inventory", "show", "housing", "2", as_="anna").out
