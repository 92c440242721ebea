"""People edit what they have: last month's version, a copy out of a mail. Which one it was is told for sure, or asked."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from plein.documents import canonical, recognise
from plein.documents.text.typography import plain
from tests.laws import looks

PARAGRAPHS = [
    "We plant trees in every street.",
    "We place benches where people wait.",
    "Dogs may run on the field behind the school.",
    "The pond is old and has no fish.",
    "Every village has a park of its own.",
    "Nobody pays for the playground.",
    "The council mows the grass in June.",
    "Cars stay outside the gate.",
]


def text_of(paragraphs: list[str]) -> str:
    return canonical("\n\n".join(paragraphs))


V1 = text_of(PARAGRAPHS)
V2 = text_of([one.replace("trees", "oaks").replace("old", "new") for one in PARAGRAPHS])
V3 = text_of([*[one.replace("trees", "oaks").replace("old", "new").replace("June", "May") for one in PARAGRAPHS], "Children decide too."])
VERSIONS = {1: V1, 2: V2, 3: V3}


@looks(100)
@given(st.sampled_from(sorted(VERSIONS)), st.sets(st.sampled_from((1, 2, 4, 5, 7)), max_size=3), st.booleans())
def test_a_text_is_recognised_by_what_its_writer_left_alone(number: int, touched: set[int], curled: bool) -> None:
    """The whole difference between versions would else be this person's wish."""
    parts = VERSIONS[number].strip().split("\n\n")
    for at in touched:
        parts[at] = f"Here stands something else, number {at}."
    proposed = text_of(parts)

    assert recognise(proposed.replace("h", "h\u00ad") if curled else proposed, VERSIONS) == (number,)


@looks(100)
@given(st.permutations(sorted(VERSIONS)), st.integers(0, 5))
def test_the_order_in_which_versions_are_named_does_not_matter(order: list[int], at: int) -> None:
    """It is told by the texts."""
    parts = V2.strip().split("\n\n")
    parts[at] = "Here stands something else."

    found = recognise(text_of(parts), {number: VERSIONS[number] for number in order})

    assert set(found) == set(recognise(text_of(parts), VERSIONS))


@looks(50)
@given(st.sampled_from(sorted(VERSIONS)), st.sampled_from(sorted(VERSIONS)))
def test_a_version_is_recognised_as_itself(number: int, other: int) -> None:
    """Unchanged it is a pile of reverts to every other."""
    assume(plain(VERSIONS[number]).text)

    assert recognise(VERSIONS[number], VERSIONS) == (number,)


def test_a_text_that_reads_as_neither_where_they_differ_is_asked_about() -> None:
    """Of "Dogs may swim" nobody can tell whether its writer had "run" or "walk" before them."""
    assert recognise("A.\n\nDogs may swim.\n", {1: "A.\n\nDogs may run.\n", 2: "A.\n\nDogs may walk.\n"}) == (2, 1)


def test_half_of_one_and_half_of_another_is_asked_about() -> None:
    """Two changes, one of them as it was and one as it is: a wish to revert, or a happy chance?"""
    half = V1.replace("trees", "oaks")

    assert set(recognise(half + "\nAnd more.\n", {1: V1, 2: V2})) == {1, 2}


def test_one_change_of_many_taken_back_is_a_wish_on_the_version_with_the_others() -> None:
    """Whoever reads a version may want one thing back as it was."""
    many = text_of([f"{one} So it is in {number}." for number, one in enumerate(PARAGRAPHS)])
    back = many.replace(" So it is in 3.", "")

    assert recognise(back, {1: V1, 2: many}) == (2,)


def test_a_text_written_anew_stands_on_the_newest() -> None:
    """It has nothing in common with any, and would else have to be asked about for nothing."""
    anew = "Quite another programme begins here.\n\nIt has words of its own, and no more of them than needed.\n"

    assert recognise(anew, VERSIONS) == (3,)


def test_a_passage_that_is_only_moved_says_nothing_about_the_version() -> None:
    """It reads as before, and is shorter or longer by what changed inside it: that must not weigh as if it were new."""
    first, *rest = V2.strip().split("\n\n")

    assert recognise(text_of([*rest, first]), {1: V1, 2: V2}) == (2,)


def test_of_many_versions_the_right_one_is_told() -> None:
    """A working group saves sixty drafts, and somebody goes on with the fifth."""
    drafts = {0: V1}
    for number in range(1, 60):
        parts = drafts[number - 1].strip().split("\n\n")
        parts[number % len(parts)] = f"{parts[number % len(parts)]} More of it in {number}."
        drafts[number] = text_of(parts)

    for number in (0, 5, 30, 59):
        assert recognise(drafts[number] + "\nMy own sentence.\n", drafts) == (number,)


def test_of_versions_that_read_the_same_the_last_stands_for_all() -> None:
    """What was changed and changed back."""
    assert recognise(V1 + "\nAnd more.\n", {1: V1, 2: V2, 3: V1}) == (3,)
    assert recognise("Anything.\n", {}) == ()
