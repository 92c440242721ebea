"""From two texts to edits that people recognise as their own."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plein.documents import Edit, apply, diff
from plein.documents.diff import lines, words
from plein.documents.diff.align import Effort, align
from plein.documents.text.tokens import tokens, unspaced
from tests.laws import looks
from tests.tiers import thorough

from .strategies import pairs, texts


@looks(400)
@given(pairs())
@example(("", "a\n"))
@example(("a\n", ""))
@example(("a\n\n\nb\n", "a\n\n\n\n\nb\n"))
def test_the_edits_make_the_proposed_text(pair: tuple[str, str]) -> None:
    """Not a word of what somebody wrote may get lost on the way in."""
    base, proposed = pair
    assert apply(base, diff(base, proposed)) == proposed


@looks(200)
@given(pairs())
def test_edits_are_sorted_and_never_touch(pair: tuple[str, str]) -> None:
    """Two edits with nothing between them are one."""
    edits = diff(*pair)
    assert all(one.end < two.start for one, two in pairwise(edits))
    assert all(edit.text != pair[0][edit.start : edit.end] for edit in edits)


@looks(300)
@given(pairs())
def test_an_edit_never_begins_or_ends_inside_a_word(pair: tuple[str, str]) -> None:
    """A redline with half a word in it cannot be read, and half an emoji is another one."""
    base = pair[0]
    for edit in diff(*pair):
        for at in (edit.start, edit.end):
            if 0 < at < len(base):
                before, after = base[at - 1], base[at]
                inside = before.isalnum() and after.isalnum() and not unspaced(before) and not unspaced(after)
                assert not inside, (edit, base[max(at - 10, 0) : at + 10])
                assert after not in "\u0301\u200d\ufe0f🏽"
                assert before != "\u200d"


@looks(400)
@given(pairs(), st.sampled_from((0, 4, 12, words.NEAR)))
@example(("`a b\n", "`a b` c\n"), 0)
@example(("a  b\n", "a \u0301 b\n"), 0)
@example(("so so so so so so\n", "so so so so so so so\n"), 4)
@example(("we build\n", "we build one two three four five six seven eight nine ten\n"), 0)
def test_looking_near_a_change_only_saves_time_and_nothing_else(pair: tuple[str, str], near: int) -> None:
    """Words that both wordings begin or end with are not even cut, unless something depends on them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "NEAR", near)
        quickly = words.by_words(*pair, Effort())
    assert quickly == words.by_tokens(tokens(pair[0]), tokens(pair[1]), Effort())


@looks(400)
@given(pairs())
@example(("one two three\n\nfour five six\n\nseven eight\n", "zero\n\nfour five six\n\nend\n"))
@example(("a\none two three\nb\nx\nx\nc\n", "d\none two three\nx\nb\nx\ne\n"))
def test_lines_in_one_order_are_matched_quickly_and_not_otherwise(pair: tuple[str, str]) -> None:
    """The short cut is taken only where it leads to the very same place."""
    a, b = map(lines.lines_of, pair)
    code_a, code_b, codes = lines.coded(a, b)
    quick, slow = Effort(), Effort()
    carefully = align(code_a, code_b, [lines._solid(line) for line in codes], slow)
    assert lines._quickly(a, b, quick) in (None, carefully)
    assert quick in (Effort(), slow)


def test_a_long_text_with_a_few_changes_takes_the_short_cut() -> None:
    """Else it would be of no use to anybody."""
    base = [f"Line {number} says something of its own.\n" if number % 2 else "\n" for number in range(400)]
    assert lines._quickly(base, [*base[:101], "Other words.\n", *base[102:300], *base[302:]], Effort()) == [
        (0, 0, 101),
        (102, 102, 198),
        (302, 300, 98),
    ]


@pytest.mark.parametrize(
    ("moved", "expected"),
    [([], [(0, 0, 100), (101, 101, 297)]), ([7, 0], [(0, 0, 100), (101, 101, 198), (299, 301, 99)])],
    ids=["one changed", "one changed, one repeated"],
)
def test_long_stretches_without_a_change_are_matched_whole(moved: list[int], expected: list[tuple[int, int, int]]) -> None:
    """The blanks between lines that anchor each other belong to them, until something changes."""
    old = [code for line in range(1, 200) for code in (line, 0)]
    new = [*old[:100], 500, *old[101:300], *moved, *old[300:]]

    assert align(old, new, [False] + [True] * 500, Effort()) == expected


@given(texts())
def test_tokens_joined_are_the_text(text: str) -> None:
    """Nothing falls between two tokens."""
    assert "".join(tokens(text)) == text
    assert all(tokens(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.000,50 3%", ["1.000,50", " ", "3%"]),
        ("foto's don’t", ["foto's", " ", "don’t"]),
        ("[plan](../a/b.md).", ["[", "plan", "](../a/b.md)", "."]),
        ("zie https://a.nl/b?c=d.", ["zie", " ", "https://a.nl/b?c=d", "."]),
        ("`a b` **c**", ["`a b`", " ", "**", "c", "**"]),
        ("国民のデータを", ["国", "民", "の", "データ", "を"]),
        ("👨‍👩‍👧‍👦👍🏽🇳🇱🇧🇪", ["👨‍👩‍👧‍👦", "👍🏽", "🇳🇱", "🇧🇪"]),
        ("नमस्ते é́x", ["नमस्ते", " ", "é́x"]),
        ("ก็ได้", ["ก็", "ไ", "ด้"]),
    ],
)
def test_a_token_is_what_a_reader_sees_as_one(text: str, expected: list[str]) -> None:
    """Every script has its own idea of a word."""
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("base", "proposed", "expected"),
    [
        ("We build homes.\n", "We build affordable homes.\n", [Edit(8, 8, " affordable")]),
        ("een twee drie.\n", "een drie.\n", [Edit(3, 8, "")]),
        ("een twee drie.\n", "een twee.\n", [Edit(8, 13, "")]),
        ("een oude man liep.\n", "de jonge man liep.\n", [Edit(0, 8, "de jonge")]),
        ("X\n\nY\n", "X\n\nP\n\nY\n", [Edit(2, 2, "\nP\n")]),
        ("X\n", "X\n\nP\n", [Edit(2, 2, "\nP\n")]),
        ("X\n\nY\n", "P\n\nX\n\nY\n", [Edit(0, 0, "P\n\n")]),
        ("X\n\nP\n\nY\n", "X\n\nY\n", [Edit(2, 5, "")]),
        ("A. De hond liep.\n", "A. De kat zat. De hond liep.\n", [Edit(2, 2, " De kat zat.")]),
        ("- a een\n- b twee\n", "- a een\n- c drie\n- b twee\n", [Edit(8, 8, "- c drie\n")]),
        ("rood, groen en blauw\n", "rood, geel, groen en blauw\n", [Edit(4, 4, ", geel")]),
        ("国民の医療費を推進します。\n", "国民の医療費を強く推進します。\n", [Edit(7, 7, "強く")]),
        ("wij zien [hier](a.md) meer\n", "wij zien [hier](b.md) meer\n", [Edit(14, 21, "](b.md)")]),
        ("kost 1.000,50 euro\n", "kost 1.000,75 euro\n", [Edit(5, 13, "1.000,75")]),
    ],
)
def test_a_change_reads_as_a_person_would_tell_it(base: str, proposed: str, expected: list[Edit]) -> None:
    """Whoever decides on it should see at once what is asked."""
    assert list(diff(base, proposed)) == expected


def test_a_paragraph_that_was_edited_keeps_its_partner_when_its_neighbour_goes() -> None:
    """Else a suggestion on one article would end up in the next one."""
    base = (
        "Artikel een gaat over de wijk.\n\nArtikel twee: de huur is tien euro, vooraf te voldoen.\n\n"
        "Artikel drie: de huur is zes euro, achteraf te voldoen.\n"
    )
    new = "Artikel een gaat over de wijk.\n\nArtikel drie: de huur is acht euro, achteraf te voldoen.\n"
    two, three = base.index("\nArtikel twee"), base.index("zes")

    assert diff(base, new) == (Edit(two, base.index("\nArtikel drie"), ""), Edit(three, three + 3, "acht"))


def test_a_paragraph_wrapped_elsewhere_changes_no_word() -> None:
    """Editors wrap lines as they like; that is no proposal."""
    edits = diff("een twee drie vier\nvijf zes zeven\n", "een twee drie\nvier vijf zes\nzeven\n")
    assert edits
    assert all(edit.text.isspace() for edit in edits)


def _line(seed: int, n: int, letters: str, glue: str) -> str:
    pick = random.Random(seed)
    return "".join(pick.choice(letters) + glue for _ in range(n)) + "\n"


def _prose(seed: int, size: int, per: int) -> str:
    pick = random.Random(seed)
    words = ["".join(pick.choice("abcdefghijklmnop") for _ in range(pick.randint(2, 9))) for _ in range(4000)]
    return "".join(pick.choice(words) + (" " if i % per else "\n\n") for i in range(1, size // 6)) + "\n"


@pytest.mark.parametrize(
    ("name", "base", "proposed"),
    [
        pytest.param("two wholly different megabytes", _prose(1, 1_000_000, 60), _prose(2, 1_000_000, 60), marks=thorough),
        ("a line of a megabyte", _prose(1, 1_000_000, 10**9), _prose(2, 1_000_000, 10**9)),
        pytest.param(
            "short paragraphs of the same few words", _line(1, 100_000, "ab", "\n\n"), _line(2, 100_000, "ab", "\n\n"), marks=thorough
        ),
        ("equal letters", "a" * 100_000 + "\n", "a" * 99_999 + "\n"),
        ("equal words", "a " * 100_000 + "\n", "a " * 99_993 + "\n"),
        ("two words at random", _line(1, 100_000, "ab", " "), _line(2, 100_000, "ab", " ")),
        ("a script without blanks", _line(1, 150_000, "医療国民費", ""), _line(2, 150_000, "医療国民費", "")),
    ],
    ids=lambda value: value if len(value) < 50 else "",
)
def test_hostile_texts_are_taken_in(name: str, base: str, proposed: str) -> None:
    """Nobody may bring a server down with a text; what each costs, the bench measures."""
    edits = diff(base, proposed)

    assert apply(base, edits) == proposed


@thorough
def test_the_same_texts_give_the_same_edits_in_every_process() -> None:
    """Suggestions are numbered and hashed; they may not depend on the run."""
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.documents.test_diff import _prose; from plein.documents import diff\n"
        "import hashlib; print(hashlib.sha256(repr(diff(_prose(1, 60000, 40), _prose(1, 50000, 37))).encode()).hexdigest())"
    )
    outputs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1


def test_importing_the_documents_loads_no_parser_and_no_framework() -> None:
    """`plein --help` must be quick."""
    slow = ("markdown_it", "diff_match_patch", "sqlmodel", "typer", "jinja2")
    code = f"import sys, plein.documents; print([name for name in {slow} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_blocks_without_words_are_compared_too() -> None:
    """Rows of empty cells say nothing, and a text of them is a text."""
    base, new = "de\n\n|  |\n|---|\n|  |\n|  |\n|  |\n\nde\n", "de\n|  |\n|---|\n|  |\n|  |\n|  |\nde\n"

    assert apply(base, diff(base, new)) == new


@pytest.mark.parametrize("sign", ["👨‍👩‍👧‍👦", "!!!", "…", "**", "→ →"])
def test_a_line_without_words_that_leaves_its_paragraph_is_not_told(sign: str) -> None:
    """The first line became a heading by itself; the second stands where it stood, whatever it is part of now."""
    base, new = f"het\n{sign}\n1. de \n", f"de\n\n## het\n{sign}\n1. \n"

    edits = diff(base, new)

    assert apply(base, edits) == new
    assert not any(edit.start < base.index(sign) + len(sign) and base.index(sign) < edit.end for edit in edits)
