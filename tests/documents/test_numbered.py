"""Numbered lists that several people put items into and take items out of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, apply, diff, merge, merge_step
from plein.documents.carry import provenance
from plein.documents.diff.numbered import numbered_lists
from tests.laws import looks


@dataclass(frozen=True)
class Entry:
    """An item of a list as somebody writes it, with the items inside it."""

    words: str
    inside: tuple[Entry, ...] = field(default=())


def written(entries: Sequence[Entry], indent: str = "") -> str:
    """The list, counted from 1."""
    return "".join(f"{indent}{n}. {one.words}\n{written(one.inside, indent + '   ')}" for n, one in enumerate(entries, 1))


def counts(text: str) -> bool:
    """Whether every list counts from 1 to its end."""
    expected: dict[int, int] = {}
    for line in text.splitlines():
        found = re.match(r"( *)(\d+)\. ", line)
        if not found:
            return False
        depth, number = len(found[1]), int(found[2])
        expected = {at: so_far for at, so_far in expected.items() if at <= depth}
        expected[depth] = expected.get(depth, 0) + 1
        if number != expected[depth]:
            return False
    return True


LETTERS = "bcdfghjklmnprstvwz"
WORDS = st.lists(st.sampled_from(["huur", "koop", "dak", "tuin", "straat", "school", "trein", "fiets"]), min_size=1, max_size=6).map(
    " ".join
)
ENTRIES = st.builds(Entry, WORDS, st.lists(st.builds(Entry, WORDS), max_size=3).map(tuple))


@st.composite
def changed(draw: st.DrawFn, entries: Sequence[Entry], who: str) -> str:
    """The list as one person would have it: items put in, taken out or written on, at its top or inside others.

    Nobody takes items out and puts others inside, which may read as one item that goes deeper.
    """
    mine = list(entries)
    acts = draw(st.sampled_from((("put in", "write on", "put inside"), ("put in", "take out", "write on"))))
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(mine) - 1))
        act = draw(st.sampled_from(acts))
        if act == "put in":
            mine.insert(at, Entry(f"nieuw van {who}"))
        elif act == "take out" and len(mine) > 1:
            del mine[at]
        elif act == "put inside":
            mine[at] = replace(mine[at], inside=(*mine[at].inside, Entry(f"ook van {who}")))
        else:
            mine[at] = replace(mine[at], words=f"{mine[at].words} {who}")
    return written(mine)


@looks(200)
@given(st.data())
def test_lists_of_several_people_count_on(data: st.DataObject) -> None:
    """Whatever goes in, nobody gets a list in which a number is missing or stands twice."""
    drawn = data.draw(st.lists(ENTRIES, min_size=1, max_size=9))
    entries = [
        replace(one, words=f"{one.words} {LETTERS[n]}oe{n}") for n, one in enumerate(drawn)
    ]  # no two alike: which one goes is no guess
    base = written(entries)
    texts = {who: data.draw(changed(entries, who)) for who in ("anna", "bob", "kees")}

    edits = {who: diff(base, text) for who, text in texts.items()}
    merged = merge(base, edits)
    assert counts(merged.text)
    assert provenance.written(base, merge_step(base, edits)) == merged.text


@looks(200)
@given(st.data())
def test_what_is_told_of_a_list_can_be_written(data: st.DataObject) -> None:
    """The new number of an item told apart meets no other change at the beginning of its line."""
    entries = data.draw(st.lists(ENTRIES, min_size=1, max_size=9))
    base, wanted = written(entries), written(data.draw(st.lists(ENTRIES, min_size=1, max_size=9)))
    assert apply(base, diff(base, wanted)) == wanted


@pytest.mark.parametrize("size", [60, 90, 410, 900])
@pytest.mark.parametrize("second", ["near the top", "near the end"])
def test_a_list_counts_on_however_long_it_is(size: int, second: str) -> None:
    """Statutes have lists of hundreds; a number that is one too low is cited by somebody."""
    entries = [Entry(f"artikel {chr(97 + n % 26)}{n} zegt iets") for n in range(size)]
    at = 7 if second == "near the top" else size - 20
    anna = [*entries[:3], Entry("nieuw van anna"), *entries[3:]]
    bob = [*entries[:at], Entry("nieuw van bob"), *entries[at:]]
    both = [*entries[:3], Entry("nieuw van anna"), *entries[3:at], Entry("nieuw van bob"), *entries[at:]]

    merged = merge(written(entries), {"anna": diff(written(entries), written(anna)), "bob": diff(written(entries), written(bob))})

    assert not merged.collisions
    assert merged.text == written(both)


def test_one_puts_an_item_at_the_end_and_another_takes_the_last_one_out() -> None:
    """Neither has a number to change, and yet the new one has another."""
    base = "1. huur\n2. koop\n"
    merged = merge(base, {"anna": [Edit(16, 16, "3. dak\n")], "bob": [Edit(8, 16, "")]})
    assert not merged.collisions
    assert merged.text == "1. huur\n2. dak\n"


def test_lists_inside_items_count_on_too() -> None:
    """The one outside counts on as well, at the same time."""
    base = "1. wonen\n   1. huur\n   2. koop\n2. werk\n"
    anna = "1. wonen\n   1. dak\n   2. huur\n   3. koop\n2. werk\n"
    bob = "1. wonen\n   1. huur\n   2. tuin\n   3. koop\n2. werk\n"
    kees = "1. vooraf\n2. wonen\n   1. huur\n   2. koop\n3. werk\n"
    dora = "1. wonen\n   1. huur\n   2. koop\n2. vrije tijd\n3. werk\n"
    merged = merge(base, {name: diff(base, text) for name, text in {"anna": anna, "bob": bob, "kees": kees, "dora": dora}.items()})
    assert merged.text == "1. vooraf\n2. wonen\n   1. dak\n   2. huur\n   3. tuin\n   4. koop\n3. vrije tijd\n4. werk\n"


@pytest.mark.parametrize(
    ("base", "anna", "bob", "both"),
    [
        pytest.param(
            "> 1. huur\n> 2. koop\n",
            "> 1. huur\n> 2. dak\n> 3. koop\n",
            "> 1. tuin\n> 2. huur\n> 3. koop\n",
            "> 1. tuin\n> 2. huur\n> 3. dak\n> 4. koop\n",
            id="in a quotation",
        ),
        pytest.param(
            "- wonen\n\t1. huur\n\t2. koop\n",
            "- wonen\n\t1. dak\n\t2. huur\n\t3. koop\n",
            "- wonen\n\t1. huur\n\t2. koop\n\t3. tuin\n",
            "- wonen\n\t1. dak\n\t2. huur\n\t3. koop\n\t4. tuin\n",
            id="behind a tab",
        ),
        pytest.param(
            "1) huur\n\n2) koop\n",
            "1) huur\n\n2) dak\n\n3) koop\n",
            "1) huur\n\n2) koop\n\n3) tuin\n",
            "1) huur\n\n2) dak\n\n3) koop\n\n4) tuin\n",
            id="apart, with another sign",
        ),
        pytest.param(
            "5. huur\n6. koop\n",
            "4. dak\n5. huur\n6. koop\n",
            "5. huur\n6. tuin\n7. koop\n",
            "4. dak\n5. huur\n6. tuin\n7. koop\n",
            id="from before the first",
        ),
        pytest.param(
            "1. huur\n1. koop\n",
            "1. huur\n1. dak\n1. koop\n",
            "1. tuin\n1. huur\n1. koop\n",
            "1. tuin\n1. huur\n1. dak\n1. koop\n",
            id="all say one",
        ),
    ],
)
def test_every_kind_of_list_counts_on(base: str, anna: str, bob: str, both: str) -> None:
    """However it is written; and one that does not count is left alone."""
    edits = {"anna": diff(base, anna), "bob": diff(base, bob)}
    assert merge(base, edits).text == both
    assert provenance.written(base, merge_step(base, edits)) == both


def test_two_lists_between_which_a_heading_goes_keep_their_numbers() -> None:
    """Whoever took the heading out said nothing of numbers, nor did who took out an item."""
    base = "1. huur\n2. koop\n\n## Werk\n\n1. dak\n2. tuin\n"
    edits = {
        name: diff(base, text) for name, text in {"anna": base.replace("## Werk\n\n", ""), "bob": base.replace("1. huur\n2.", "1.")}.items()
    }
    assert merge(base, edits).text == "1. koop\n\n1. dak\n2. tuin\n"


def test_what_one_person_counts_stays_as_they_counted_it() -> None:
    """Somebody may skip a number, or keep an old one for those who cite it; who changes a word elsewhere has no say in that."""
    base = "1. huur\n2. koop\n3. dak\n"
    anna = [Edit(8, 8, "1a. tuin\n2. straat\n"), Edit(16, 16, "2. trein\n")]
    assert merge(base, {"anna": anna}).text == apply(base, anna)
    assert merge(base, {"anna": anna, "bob": [Edit(19, 22, "zolder")]}).text == apply(base, anna).replace("dak", "zolder")


def test_an_item_replaced_by_another_with_another_number_is_its_number_and_its_words() -> None:
    """So that who counts anew because of an item before it is in nobody's way."""
    assert diff("1. huur\n2. koop\n3. dak\n", "1. huur\n2. iets heel anders\n3. koop\n") == (
        Edit(8, 8, "2. iets heel anders\n"),
        Edit(8, 9, "3"),
        Edit(16, 23, ""),
    )


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        pytest.param("1. a\n\n2. b\n", [[1, 2]], id="a blank line between"),
        pytest.param("1. a\n   more\n2. b\n", [[1, 2]], id="a line indented deeper"),
        pytest.param("1. a\nmore\n2. b\n", [[1, 2]], id="a line that is no item"),
        pytest.param("1. a\n2. b\n\nmore\n\n3. c\n", [[1, 2, 3]], id="words between, and the next number"),
        pytest.param("1. a\n2. b\n\nmore\n\n4. c\n", [[1, 2], [4]], id="words between, and another number"),
        pytest.param("1. a\n   1. x\n2. b\n   2. y\n", [[1, 2], [1], [2]], id="lists inside two items"),
        pytest.param("1. a\n1) b\n2. c\n", [[1, 2], [1]], id="another sign"),
        pytest.param("  1. a\n2. b\n  3. c\n", [[1], [2], [3]], id="a line indented less"),
        pytest.param("1. a\n\t1. x\n   1. y\n2. b\n", [[1, 2], [1], [1]], id="a list inside, by tab and by blanks"),
        pytest.param("2027. a\n1.b\n", [[2027]], id="a number without a blank"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_which_items_are_one_list(text: str, lists: list[list[int]]) -> None:
    """Only those count together."""
    found = {those: [item.number for item in those.items] for those in numbered_lists(text).values()}
    assert list(found.values()) == lists
