"""Lay-out makes no collisions, and what Markdown keeps together is not torn; in every script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import canonical, diff, merge, merge3
from plein.documents.text.tokens import tokens
from tests.laws import looks

VOCABULARY = "de wij bouwen huren 1.000,50 betaalbaar woningen straat wijk jaar plan café 医療 国民 の ประเทศ नमस्ते 👨‍👩‍👧‍👦 🇳🇱 👍🏽"
word = st.sampled_from(VOCABULARY.split())
sentence = st.lists(word, min_size=4, max_size=14).map(lambda words: " ".join(words) + ".")


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Markdown of headings, paragraphs, lists, tables and code, each block with a number of its own."""
    blocks: list[str] = []
    for number in range(draw(st.integers(2, 7))):
        kind = draw(st.sampled_from(("heading", "paragraph", "list", "numbered", "table", "code", "link")))
        text = draw(sentence)
        if kind == "heading":
            blocks.append(f"## Deel {number} {text}")
        elif kind == "paragraph":
            blocks.append(f"Alinea{number} {text} {draw(sentence)}")
        elif kind == "list":
            blocks.append("\n".join(f"- punt{number}{n} {draw(sentence)}" for n in range(3)))
        elif kind == "numbered":
            blocks.append("\n".join(f"{n}. punt{number}{n} {draw(sentence)}" for n in range(1, 4)))
        elif kind == "table":
            rows = [f"| rij{number}{n} | {draw(word)} | {draw(word)} |" for n in range(3)]
            blocks.append("\n".join([f"| tafel{number} | b | c |", "|---|---|---|", *rows]))
        elif kind == "code":
            blocks.append(f"```sh\nroep{number} --aan {draw(word)}\n```")
        else:
            blocks.append(f"Zie{number} [{draw(word)}](https://voorbeeld.nl/{number}/plan) en {text}")
    return canonical("\n\n".join(blocks) + "\n")


def wrapped(text: str, width: int) -> str:
    """The paragraphs of a text wrapped at another width; everything else as it was."""
    done: list[str] = []
    for block in text.split("\n\n"):
        if re.match(r"Alinea|Zie", block):
            lines = [""]
            for part in block.split():
                if lines[-1] and len(lines[-1]) + len(part) >= width:
                    lines.append("")
                lines[-1] += (" " if lines[-1] else "") + part
            if any(re.match(r"\d+\.|[-#|+>]", line) for line in lines):
                lines = [" ".join(lines)]
            block = "\n".join(lines)
        done.append(block)
    return "\n\n".join(done).rstrip("\n") + "\n"


def aligned(text: str) -> str:
    """The tables of a text with their columns lined up."""
    return re.sub(r"^\| (\S+) \|", lambda row: f"| {row[1]:<12} |", text, flags=re.MULTILINE).replace("|---|---|", "|--------------|---|")


def changed_word(draw: st.DrawFn, text: str) -> str:
    """The text with one of its words another."""
    places = list(re.finditer(r"(?<= )(?:wij|bouwen|huren|betaalbaar|woningen|straat|wijk|jaar)(?= )", text))
    if not places:
        return text
    found = draw(st.sampled_from(places))
    return text[: found.start()] + "anders" + text[found.end() :]


@looks(150)
@given(st.data())
def test_lay_out_never_collides_with_words(data: st.DataObject) -> None:
    """Who wraps a paragraph, lines up a table or numbers a list takes nothing from anybody, and stands in nobody's way."""
    base = data.draw(documents())
    neat = wrapped(aligned(base), data.draw(st.integers(20, 60)))
    if data.draw(st.booleans()):
        neat = neat.replace("\n\n", " \n\n")
    if data.draw(st.booleans()):
        neat = re.sub(r"^\d\. punt", "1. punt", neat, flags=re.MULTILINE)
    other = changed_word(data.draw, base)
    result = merge(base, {1: diff(base, neat), 2: diff(base, other)})
    assert not result.held
    assert re.findall(r"[^\W\d]+", result.text) == re.findall(r"[^\W\d]+", other)
    assert ("anders" in result.text) == (other != base)


@looks(150)
@given(st.data())
def test_a_merge_keeps_the_form_of_every_block(data: st.DataObject) -> None:
    """Items stay items, rows stay rows, fences stay closed, links stay whole."""
    base = data.draw(documents())
    sides = [changed_word(data.draw, base) for _ in range(3)]
    result = merge(base, {n: diff(base, side) for n, side in enumerate(sides)})
    for mark in (r"^- punt", r"^\d\. punt", r"^\| rij", r"^## ", r"^```", r"\]\(https://voorbeeld\.nl/\d/plan\)"):
        assert len(re.findall(mark, result.text, re.MULTILINE)) == len(re.findall(mark, base, re.MULTILINE))
    assert all(row.count("|") == 4 for row in result.text.split("\n") if row.startswith("| "))


@looks(150)
@given(st.data())
def test_blocks_put_in_stand_as_their_author_wrote_them(data: st.DataObject) -> None:
    """A list item, row, heading or block of code goes in whole, at a line of its own."""
    base = data.draw(documents())
    lines = base.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    block = data.draw(st.sampled_from(("- nieuw punt een\n", "\n## Nieuw deel\n\nNieuwe tekst.\n", "\nNieuw stuk tekst.\n")))
    proposed = "\n".join(lines[:at]) + ("\n" if at else "") + block + "\n".join(lines[at:])
    edits = diff(base, canonical(proposed))
    assert all(edit.start == 0 or base[edit.start - 1] == "\n" for edit in edits)
    assert sum(len(edit.text) for edit in edits) <= len(block) + 2


@given(st.data())
def test_no_character_of_any_script_is_cut(data: st.DataObject) -> None:
    """Half a family, flag or syllable is another one, or none."""
    pieces = st.lists(
        st.sampled_from(("国", "民", "データ", "の", "ประ", "เท", "ศ", "नम", "स्ते", "👨‍👩‍👧‍👦", "👍🏽", "🇳🇱", "🇧🇪", "e\u0323\u0301", " ")),
        max_size=20,
    )
    base, proposed = (canonical("".join(data.draw(pieces)) + "\n") for _ in range(2))
    edges = {0}
    for token in tokens(base):
        edges.add(max(edges) + len(token))
    for edit in diff(base, proposed):
        assert {edit.start, edit.end} <= edges
        for at in (edit.start, edit.end):
            assert not (at < len(base) and unicodedata.combining(base[at]))


@pytest.mark.parametrize(
    ("name", "base", "ours", "theirs", "expected"),
    [
        (
            "Japanese",
            "国民の医療費を推進します。\n",
            "国民の医療費を強く推進します。\n",
            "市民の医療費を推進します。\n",
            "市民の医療費を強く推進します。\n",
        ),
        ("Thai", "ประเทศไทยมีบ้าน\n", "ประเทศไทยมีบ้านใหม่\n", "ประเทศลาวมีบ้าน\n", "ประเทศลาวมีบ้านใหม่\n"),
        ("families", "wij 👨‍👩‍👧‍👦 en 🇳🇱 hier\n", "wij 👨‍👩‍👦 en 🇳🇱 hier\n", "wij 👨‍👩‍👧‍👦 en 🇧🇪 hier\n", "wij 👨‍👩‍👦 en 🇧🇪 hier\n"),
        (
            "a word at the end of a link's text",
            "[een twee](a.md) drie\n",
            "[een 2](a.md) drie\n",
            "[een twee](a.md) 3\n",
            "[een 2](a.md) 3\n",
        ),
    ],
    ids=lambda value: value if "\n" not in value else "",
)
def test_both_go_in(name: str, base: str, ours: str, theirs: str, expected: str) -> None:
    """Different parts of one thing."""
    both = merge(base, {1: diff(base, ours), 2: diff(base, theirs)})
    assert (both.text, both.held) == (expected, frozenset())
    assert merge3(base, ours, theirs).text == expected


def test_the_same_part_of_an_address_is_one_persons_or_the_others() -> None:
    """Half of one address and half of another lead nowhere."""
    base = "Zie https://voorbeeld.nl/artikelen/huren nu.\n"
    sides = [base.replace("huren", word) for word in ("kopen", "bouwen")]
    assert merge(base, {n: diff(base, side) for n, side in enumerate(sides)}).held == {0, 1}
    assert not merge3(base, *sides).clean


def test_the_same_signs_put_in_twice_are_no_merge() -> None:
    """`**` by one and `**Wonen` by another would be four stars."""
    assert not merge3("Wij willen wonen hier\n", "Wij willen **wonen** hier\n", "Wij willen **Wonen** hier\n").clean
    assert not merge3("1. Overzicht\n", "## 1. Overzicht\n", "## Overzicht\n").clean


@pytest.mark.parametrize(
    ("base", "proposed", "start", "text"),
    [
        ("```\na\n```\n\n# B\n", "```\na\n```\n```\nc\n```\n\n# B\n", 10, "```\nc\n```\n"),
        ("<dd>\n een\n</dd>\n<p>\n", "<dd>\n een\n</dd>\n<dt>\n twee\n</dd>\n<p>\n", 16, "<dt>\n twee\n</dd>\n"),
        ("a\n\nb\n", "a\n\nc\n\nb\n", 2, "\nc\n"),
    ],
)
def test_lines_put_in_begin_where_their_block_begins(base: str, proposed: str, start: int, text: str) -> None:
    """Not with the end of the block before them, only because both end alike."""
    (edit,) = diff(base, proposed)
    assert (edit.start, edit.text) == (start, text)
