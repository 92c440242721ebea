"""Suggestions carried on to the next version: exactly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plein.documents import Edit, apply, diff, merge, rebase
from tests.laws import looks

ARTICLES = (
    "# Huur\n\nArtikel een: de huur is tien euro per maand, vooraf te betalen.\n\n"
    "Artikel twee: de huur is acht euro per maand, vooraf te betalen.\n\nArtikel drie: wie bouwt betaalt niets.\n"
)


@st.composite
def two_changes(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...], tuple[Edit, ...]]:
    """A text of words that all differ, and two sets of edits that do not touch."""
    n = draw(st.integers(4, 24))
    glue = draw(st.lists(st.sampled_from((" ", " ", " ", ". ", "\n\n", "\n- ")), min_size=n, max_size=n))
    base = "".join(f"woord{i}{mark}" for i, mark in enumerate(glue)).rstrip(" \n-") + "\n"
    words = [(base.index(f"woord{i}"), base.index(f"woord{i}") + len(f"woord{i}")) for i in range(n)]
    kinds = draw(st.lists(st.sampled_from(("", "", "A", "B")), min_size=n, max_size=n))
    sets: dict[str, list[Edit]] = {"A": [], "B": []}
    for i, who in enumerate(kinds):
        if who and (i == 0 or not kinds[i - 1]):
            start, end = words[i]
            how = draw(st.sampled_from(("swap", "put")))
            sets[who].append(Edit(start, end, f"{who}{i}") if how == "swap" else Edit(end, end, f" {who}{i} extra"))
    return base, tuple(sets["A"]), tuple(sets["B"])


@looks(300)
@given(two_changes())
def test_carrying_over_an_unrelated_change_and_merging_equals_merging_both(case: tuple[str, tuple[Edit, ...], tuple[Edit, ...]]) -> None:
    """It may not matter whether the group took in the other suggestion before or together with this one."""
    base, mine, theirs = case
    assume(mine)
    new = apply(base, theirs)
    carried = rebase(mine, base, new)

    if carried.status == "carried":
        assert apply(new, carried.edits) == apply(base, [*mine, *theirs]) == merge(base, {1: mine, 2: theirs}).text
    told = rebase(mine, base, new, change=theirs)
    assert told.status == "carried"
    assert apply(new, told.edits) == apply(base, [*mine, *theirs])


@looks(200)
@given(two_changes())
def test_what_the_next_version_already_says_is_already_in(case: tuple[str, tuple[Edit, ...], tuple[Edit, ...]]) -> None:
    """An adopted suggestion must not stay open."""
    base, mine, theirs = case
    assume(mine)
    assert rebase(mine, base, apply(base, mine)).status == "already-in"
    assert rebase(mine, base, apply(base, [*mine, *theirs]), change=sorted([*mine, *theirs])).status == "already-in"


@given(two_changes())
def test_onto_the_same_text_nothing_moves(case: tuple[str, tuple[Edit, ...], tuple[Edit, ...]]) -> None:
    """A version without changes changes nothing."""
    base, mine, _ = case
    assert rebase(mine, base, base).edits == mine


def _replacing(text: str, old: str, new: str) -> tuple[Edit, ...]:
    start = text.index(old)
    assert text.count(old) == 1
    return (Edit(start, start + len(old), new),)


@pytest.mark.parametrize(
    ("name", "old", "new", "edit", "status"),
    [
        ("a preface", ARTICLES, "Vooraf een lang verhaal.\n\n" + ARTICLES, ("acht", "negen"), "carried"),
        ("another word of the paragraph", ARTICLES, ARTICLES.replace("tien euro", "elf euro"), ("acht", "negen"), "carried"),
        ("a paragraph wrapped elsewhere", ARTICLES, ARTICLES.replace("acht euro per", "acht euro\nper"), ("acht", "negen"), "carried"),
        ("the same word", ARTICLES, ARTICLES.replace("acht", "zeven"), ("acht", "negen"), "collided"),
        ("the same change", ARTICLES, ARTICLES.replace("acht", "negen"), ("acht", "negen"), "already-in"),
        (
            "its paragraph deleted",
            ARTICLES,
            ARTICLES.replace("Artikel drie: wie bouwt betaalt niets.\n", ""),
            ("niets", "alles"),
            "orphaned",
        ),
        (
            "its look-alike stays",
            ARTICLES,
            ARTICLES.replace("Artikel twee: de huur is acht euro per maand, vooraf te betalen.\n\n", ""),
            ("acht", "negen"),
            "orphaned",
        ),
        (
            "its look-alike stays and is edited",
            ARTICLES,
            ARTICLES.replace("Artikel een: de huur is tien euro per maand, vooraf te betalen.\n\n", "").replace("acht", "zes"),
            ("tien", "elf"),
            "orphaned",
        ),
        ("everything new", ARTICLES, "Een heel andere tekst over fietsen.\n", ("acht", "negen"), "orphaned"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_a_suggestion_meets_the_next_version(name: str, old: str, new: str, edit: tuple[str, str], status: str) -> None:
    """Never dropped, never placed by guess, never moved onto a look-alike passage."""
    edits = _replacing(old, *edit)
    result = rebase(edits, old, new)

    assert result.status == status
    if status == "carried":
        assert apply(new, result.edits) == new.replace("acht", "negen")
    else:
        assert result.edits == ()


def test_one_of_two_equal_passages_deleted_is_no_place_for_a_guess() -> None:
    """Which of the two was meant cannot be known any more."""
    old = "# Een\n\nDe huur is vrij.\n\nDe huur is vrij.\n\n# Twee\n"
    first = old.index("vrij")
    result = rebase([Edit(first, first + 4, "vast")], old, old.replace("De huur is vrij.\n\n", "", 1))
    assert result.status in ("orphaned", "collided")


def test_a_paragraph_put_in_where_another_was_put_in_collides() -> None:
    """It is a question of order, and the group answers it."""
    old = "Een.\n\nTwee.\n"
    mine, theirs = diff(old, "Een.\n\nIk.\n\nTwee.\n"), "Een.\n\nZij.\n\nTwee.\n"
    assert rebase(mine, old, theirs).status == "collided"
    assert rebase(mine, old, "Een.\n\nTwee.\n\nDrie.\n").status == "carried"


def test_half_already_in_carries_the_other_half() -> None:
    """What is still asked for stays open."""
    old = "Een twee drie vier.\n"
    result = rebase([Edit(0, 3, "1"), Edit(9, 13, "3")], old, "1 twee drie vier.\n")
    assert (result.status, result.edits) == ("carried", (Edit(7, 11, "3"),))


PARAGRAPHS = st.lists(
    st.sampled_from([f"Alinea {word} zegt iets over {word}." for word in ("wonen", "water", "wegen", "werk")]),
    min_size=1,
    max_size=4,
    unique=True,
)


@given(PARAGRAPHS, st.data())
@looks(300)
def test_a_new_passage_that_was_put_in_elsewhere_is_not_said_twice(those: list[str], data: st.DataObject) -> None:
    """What a merge of both would hold may not slip in because the other was published first."""
    base = "\n\n".join(those) + "\n"
    points = [0, *(base.index(one) + len(one) + 1 for one in those)]
    passage = data.draw(st.sampled_from(("De daken worden groen.\n", "De daken worden groen.\n\n- en de muren ook\n")))
    first, second = data.draw(st.sampled_from(points)), data.draw(st.sampled_from(points))
    more = data.draw(st.sampled_from(("", "Ook dit is nieuw.\n\n")))
    mine, theirs = ([Edit(at, at, "\n" * (at > 0) + put + "\n" * (at == 0))] for at, put in ((first, passage), (second, more + passage)))
    new = apply(base, theirs)

    for found in (rebase(mine, base, new), rebase(mine, base, new, change=theirs)):
        text = apply(new, found.edits)
        assert found.status != "carried"
        assert (found.status == "already-in") <= (text.count(passage) == 1)
        assert (first == second and not more) <= (found.status == "already-in")
    if not more and first != second:
        assert merge(base, {1: mine, 2: theirs}).held == {1, 2}


def test_what_stood_in_the_text_already_may_be_put_in_once_more() -> None:
    """A line that is said of every chapter is no passage somebody put in elsewhere."""
    line = "Dit hoofdstuk wordt jaarlijks herzien.\n"
    base = f"# Een\n\n{line}\n# Twee\n\nTekst twee.\n\n# Drie\n\nTekst drie.\n"
    two, three = base.index("# Drie"), len(base)
    new = apply(base, [Edit(two, two, line + "\n")])

    found = rebase([Edit(three, three, "\n" + line)], base, new)

    assert found.status == "carried"
    assert apply(new, found.edits).count(line) == 3


def test_a_passage_put_in_beside_its_place_is_there_already() -> None:
    """Whether a blank line is told before or behind it is no difference."""
    base, passage = "Alinea een.\n\nAlinea twee.\n", "De daken worden groen.\n"
    new = apply(base, [Edit(12, 12, "\n" + passage)])

    found = rebase([Edit(13, 13, passage + "\n")], base, new, change=[Edit(12, 12, "\n" + passage)])

    assert found.status == "already-in"
