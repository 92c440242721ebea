"""What changed, for people to read."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, Words, apply, changes, redline, synopsis
from plein.documents.text.tokens import tokens
from tests.laws import looks

from .strategies import pairs

OLD = "# Wonen\n\nWij bouwen woningen.\n\nWij slopen niet.\n"
NEW = "# Wonen\n\nWij bouwen betaalbare woningen.\n\nWij slopen nooit.\n"


@looks(200)
@given(pairs())
def test_both_texts_can_be_read_back_from_the_changes(pair: tuple[str, str]) -> None:
    """A redline that leaves something out is a lie."""
    runs = changes(*pair)
    assert "".join(run.old for run in runs) == pair[0]
    assert "".join(run.new for run in runs) == pair[1]
    at = 0
    for run in runs:
        assert run.start == at
        at += len(run.old)


@looks(200)
@given(pairs())
def test_html_holds_both_texts_and_nothing_of_theirs_that_a_browser_would_run(pair: tuple[str, str]) -> None:
    """Suggestions come from anybody."""
    html = redline(*pair, "html")
    plain = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", html)
    was = re.sub(r"<ins[^>]*>.*?</ins>|</?del[^>]*>", "", plain, flags=re.DOTALL)
    now = re.sub(r"<del[^>]*>.*?</del>|</?ins[^>]*>", "", plain, flags=re.DOTALL)
    assert [unescape(text).replace("¶", "") for text in (was, now)] == [text.replace("¶", "") for text in pair]
    assert set(re.findall(r"<[^>]*>", html)) <= {
        "<ins>", "</ins>", "<del>", "</del>", '<span class="visually-hidden">', "</span>", '<ins class="moved">', '<del class="moved">',
    }  # fmt: skip


@given(pairs())
def test_the_json_of_a_redline_holds_edits_that_lead_from_one_to_the_other(pair: tuple[str, str]) -> None:
    """Other programs build on it."""
    rows = json.loads(redline(*pair, "json"))
    assert apply(pair[0], [Edit(row["start"], row["end"], row["text"]) for row in rows]) == pair[1]


def test_text_shows_the_changed_paragraphs_alone() -> None:
    """For a terminal and for mail."""
    assert redline(OLD, NEW) == (
        "@@ paragraph 2 @@\nWij bouwen{+ betaalbare+} woningen.\n@@ paragraph 3 @@\nWij slopen [-niet-]{+nooit+}.\n"
    )
    assert redline(OLD, OLD) == ""
    assert redline("Een.\n", "Een.\n\nTwee.\n") == "@@ after paragraph 1 @@\n{+\nTwee.\n+}\n"


def test_criticmarkup_shows_the_whole_text() -> None:
    """Editors of Markdown know it."""
    assert redline(OLD, NEW, "criticmarkup") == ("# Wonen\n\nWij bouwen{++ betaalbare++} woningen.\n\nWij slopen {~~niet~>nooit~~}.\n")
    assert redline("een twee\n", "een\n", "criticmarkup") == "een{-- twee--}\n"


@looks(200)
@given(pairs(), st.booleans())
def test_criticmarkup_can_be_read_back(pair: tuple[str, str], signs: bool) -> None:
    """Signs that are the text's own must not end a change, nor begin one."""
    tail = "{++a++} {--b--} {~~c~>d~~} {==e==} {>>f<<} {++} x+}\n" if signs else ""
    old, new = (text + tail for text in pair)
    marked = redline(old, new, "criticmarkup")
    sides = r"\{\+\+(.*?)\+\+\}|\{--(.*?)--\}|\{~~(.*?)~>(.*?)~~\}"
    now = re.sub(sides, lambda found: found[1] or found[4] or "", marked, flags=re.DOTALL)
    was = re.sub(sides, lambda found: found[2] or found[3] or "", marked, flags=re.DOTALL)
    assert [_without_escapes(text) for text in (was, now)] == [old, new]


def _without_escapes(text: str) -> str:
    text = re.sub(r"([+\-~=<])\\(?=\\*\1\})|(~)\\(?=\\*>)", r"\1\2", text)
    return re.sub(r"\{\\(?=\\*(?:\+\+|--|~~|==|>>))", "{", text)


@given(pairs())
def test_a_change_never_begins_or_ends_inside_a_word_link_or_number(pair: tuple[str, str]) -> None:
    """Nobody should have to read half of one."""
    edges = {0}
    at = 0
    for token in tokens(pair[0]):
        at += len(token)
        edges.add(at)
    for run in changes(*pair):
        assert {run.start, run.start + len(run.old)} <= edges


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("zie [x](https://a.example/en/beleid/wonen) nu\n", "zie [x](https://a.example/beleid/wonen) nu\n",
         "zie [x[-](https://a.example/en/beleid/wonen)-]{+](https://a.example/beleid/wonen)+} nu\n"),
        ("Een twee. Drie vier.\n", "Een twee.\n\nDrie vier.\n", "Een twee.[- -]{+¶\n\n+}Drie vier.\n"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a  | b |\n|----|---|\n| 12 | 2 |\n", "| [-1-]{+12+} | 2 |\n"),
    ],
)  # fmt: skip
def test_a_line_of_text_can_be_read(old: str, new: str, expected: str) -> None:
    """Links whole, a paragraph's end visible, rows without the blanks that line them up."""
    assert redline(old, new).endswith(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "1. bakker\n2. slager\n3. smid\n",
            "1. bakker\n2. kaasboer\n3. slager\n4. smid\n",
            "@@ after paragraph 1 @@\n{+2. kaasboer+}\n[-2-]{+3+}. slager\n[-3-]{+4+}. smid\n",
        ),
        (
            "1. bakker\n2. kaasboer\n3. slager\n4. smid\n",
            "1. bakker\n2. slager\n3. smid\n",
            "@@ paragraph 2 @@\n[-2. kaasboer-]\n[-3-]{+2+}. slager\n[-4-]{+3+}. smid\n",
        ),
        ("- bakker\n   1. wit\n   2. bruin\n", "- bakker\n   1. wit\n   2. rogge\n   3. bruin\n",
         "@@ after paragraph 2 @@\n{+   2. rogge+}\n   [-2-]{+3+}. bruin\n"),
        ("- bakker\n- smid\n", "- bakker\n- slager\n- smid\n", "@@ after paragraph 1 @@\n{+- slager+}\n"),
    ],
)  # fmt: skip
def test_an_item_put_in_or_taken_out_is_a_line(old: str, new: str, expected: str) -> None:
    """Its number is not that of the next one, and the others only count on."""
    assert redline(old, new) == expected
    (line,) = (run for run in changes(old, new) if "\n" in run.old + run.new and run.kind != "equal")
    assert line.kind in ("insert", "delete")


def test_another_layout_is_named_where_nothing_else_differs() -> None:
    """An empty answer would look like a mistake; beside words it would be in the way."""
    assert redline("* een\n* twee\n", "- een\n- twee\n") == "@@ another layout, which changes nothing that is shown @@\n"
    assert redline("* een\n* twee\n", "- een\n- drie\n") == "@@ paragraph 2 @@\n* [-twee-]{+drie+}\n"
    assert synopsis("* een\n* twee\n", "- een\n- twee\n") == ()


def test_edits_inside_words_are_shown_as_whole_words() -> None:
    """Other programs may hand in edits letter by letter."""
    assert [(run.old, run.new) for run in changes("home sweet\n", [Edit(4, 4, "s"), Edit(7, 8, "x")]) if run.kind != "equal"] == [
        ("home", "homes"),
        ("sweet", "swxet"),
    ]


def test_html_says_where_a_change_begins_and_ends() -> None:
    """Colour alone tells nothing to who cannot see it; and an aria-label on these elements is not read."""
    html = redline("Wij <b>.\n", "Wij <i>.\n", "html", words=Words(inserted="ingevoegd:", inserted_end="einde invoeging"))
    assert "&lt;" in html
    assert '<span class="visually-hidden">ingevoegd: </span>i<span class="visually-hidden"> einde invoeging</span></ins>' in html
    assert "aria-label" not in html


def test_a_split_and_a_join_can_be_seen() -> None:
    """A change of nothing but an empty line would else be invisible."""
    assert "¶" in redline("Een twee. Drie vier.\n", "Een twee.\n\nDrie vier.\n", "html")


def test_a_moved_paragraph_is_marked_as_moved() -> None:
    """It was not thrown away, and it is not new."""
    old = "Eerst dit verhaal.\n\nDan een ander verhaal.\n\nTen slotte het laatste.\n"
    new = "Dan een ander verhaal.\n\nTen slotte het laatste.\n\nEerst dit verhaal.\n"
    assert [(run.kind, run.moved) for run in changes(old, new) if run.kind != "equal"] == [("delete", True), ("insert", True)]
    assert '<del class="moved"><span class="visually-hidden">moved to after paragraph 3: </span>' in redline(old, new, "html")
    assert "moved here from paragraph 1: " in redline(old, new, "html")
    assert "@@ paragraph 1, moved to after paragraph 3 @@" in redline(old, new)
    assert "@@ after paragraph 3, moved from paragraph 1 @@" in redline(old, new)


def test_a_paragraph_moved_to_the_top_says_so() -> None:
    """There is no paragraph that it goes behind."""
    old = "Eerst dit verhaal.\n\nDan een ander verhaal.\n\nTen slotte het laatste.\n"
    new = "Ten slotte het laatste.\n\nEerst dit verhaal.\n\nDan een ander verhaal.\n"
    assert [(run.moved, run.elsewhere) for run in changes(old, new) if run.kind != "equal"] == [(True, 3), (True, 0)]
    assert '<del class="moved"><span class="visually-hidden">moved to the top: </span>' in redline(old, new, "html")
    assert redline(old, new).startswith("@@ before paragraph 1, moved from paragraph 3 @@\n")
    assert "@@ paragraph 3, moved to the top @@" in redline(old, new)


def test_a_synopsis_has_old_and_new_beside_each_other() -> None:
    """What the working group puts on the table."""
    assert [(row.paragraph, row.old, row.new) for row in synopsis(OLD, NEW)] == [
        (2, "Wij bouwen woningen.", "Wij bouwen betaalbare woningen."),
        (3, "Wij slopen niet.", "Wij slopen nooit."),
    ]


def test_an_unknown_format_is_refused() -> None:
    """A misspelt name must not give some other format."""
    with pytest.raises(ValueError, match="criticmarkup"):
        redline(OLD, NEW, "pdf")  # type: ignore[arg-type]


def test_where_a_change_is_can_be_said_in_another_language() -> None:
    """The text is people's; what stands between the @@ is ours."""
    old, new = "One.\n\nTwo.\n\nThree.\n", "One.\n\nTwo, too.\n\nThree.\n"

    assert redline(old, new, say=lambda said: f"<{said}>").splitlines()[0] == "@@ <paragraph 2> @@"
