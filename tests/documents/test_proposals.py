"""Ready texts for a place where people collide."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plein.documents import Edit, Proposal, apply, crowd, diff, merge, merge3, proposals, shares
from plein.documents.propose.propose import propose, shape
from plein.documents.propose.two import Two, flat
from plein.documents.text.tokens import is_word, tokens
from tests.laws import looks

from .strategies import edited, texts

PLACE = "# Huur\n\nDe gemeente bouwt elk jaar woningen bij het station.\n\nWie huurt, beslist mee.\n"


def words(text: str) -> set[str]:
    """The words of a text."""
    return {token for token in tokens(text) if is_word(token)}


def wishes(base: str, *wanted: tuple[str, str]) -> dict[int, tuple[Edit, ...]]:
    """Suggestions from 1 that replace something in a text."""
    return {number: diff(base, base.replace(old, new)) for number, (old, new) in enumerate(wanted, 1)}


def at_once(base: str, suggestions: Mapping[int, tuple[Edit, ...]]) -> tuple[Proposal[int], ...]:
    """The proposals for the only place where suggestions collide."""
    (place,) = crowd(base, suggestions).screens
    return proposals(base, suggestions, place)


def read(base: str, proposal: Proposal[int]) -> str:
    """The whole text with a proposal in it."""
    return base[: proposal.start] + proposal.text + base[proposal.end :]


@st.composite
def crowds(draw: st.DrawFn) -> tuple[str, dict[int, tuple[Edit, ...]]]:
    """A text and what some people want of it."""
    base = draw(texts(25))
    return base, {number: diff(base, draw(edited(base, 3))) for number in range(1, draw(st.integers(2, 5)) + 1)}


@looks(300)
@given(crowds())
def test_nothing_is_invented_and_everybody_is_named(made: tuple[str, dict[int, tuple[Edit, ...]]]) -> None:
    """At most four, no two alike, every word written by somebody; who is not named in ``leaves`` has all of theirs in it."""
    base, suggestions = made
    for place in merge(base, suggestions).collisions:
        found = proposals(base, suggestions, place)
        passage = {base[one.start : one.end] for one in found}

        assert len(found) <= 4
        assert len({flat(one.text) for one in found} | {flat(text) for text in passage}) == len(found) + len(passage)
        assert found == proposals(base, dict(reversed(suggestions.items())), place)
        for one in found:
            put_in = {number: "\n".join(edit.text for edit in suggestions[number]) for number in place.suggestions}
            assert one.start - 1 <= place.start <= place.end <= one.end + 1
            assert set(one.takes) | set(one.leaves) <= set(place.suggestions)
            assert one.takes
            here = words(base[one.start : one.end])
            assert words(one.text) <= here.union(*(words(apply(base, suggestions[number])) for number in one.takes))
            for number in set(one.takes) - set(one.leaves):
                assert words(put_in[number]) - here <= words(one.text)


@looks(200)
@given(crowds())
def test_the_parts_of_a_text_make_it_when_they_are_merged(made: tuple[str, dict[int, tuple[Edit, ...]]]) -> None:
    """Everybody it takes from has a part, and all parts together are the text."""
    base, suggestions = made
    for place in merge(base, suggestions).collisions:
        for one in proposals(base, suggestions, place):
            parts = shares(base, suggestions, one)
            together = merge(base, parts)
            assert parts.keys() == set(one.takes)
            assert all(parts.values())
            assert (together.text, together.held) == (read(base, one), frozenset())


@looks(300)
@given(texts(25).flatmap(lambda base: st.tuples(st.just(base), edited(base), edited(base))))
@example(("", "- a b c d e f g h i\n", "- a b c d e f g h i\n- j\n"))
def test_what_two_wanted(made: tuple[str, str, str]) -> None:
    """Ready texts of a merge of three: a few, all different, and none of them with a word that neither wrote."""
    base, ours, theirs = made
    for one in merge3(base, ours, theirs).conflicts:
        found = one.proposals
        assert found == one.proposals
        assert 0 < len(found) <= 4
        assert len({flat(text) for text in (*found, one.base)}) == len(found) + 1
        for text in found:
            assert words(text) <= words(one.base) | words(one.ours) | words(one.theirs)


@given(st.lists(st.sampled_from(("- bread\n", "- milk\n", "- tea\n", "- beer\n")), min_size=2, max_size=4, unique=True))
def test_what_is_put_in_at_one_place_is_offered_together(items: list[str]) -> None:
    """In the order of their numbers first, whoever is named in whatever order."""
    base = "Bring:\n\n- cups\n\nThanks.\n"
    at = base.index("\nThanks")
    suggestions = {number: (Edit(at, at, item),) for number, item in enumerate(items, 1)}
    first = at_once(base, suggestions)[0]
    assert (first.text, first.takes, first.leaves) == ("".join(items), tuple(suggestions), ())


def test_two_words_at_one_point_go_in_together_in_either_order() -> None:
    """Nobody has to type what both wrote."""
    suggestions = wishes(PLACE, ("woningen", "betaalbare woningen"), ("woningen", "groene woningen"))
    texts = [one.text for one in at_once(PLACE, suggestions)]
    assert texts[2:] == [
        "De gemeente bouwt elk jaar betaalbare groene woningen bij het station.\n",
        "De gemeente bouwt elk jaar groene betaalbare woningen bij het station.\n",
    ]


def test_a_typo_is_mended_inside_the_words_of_another() -> None:
    """One rewrites the end of a sentence, one mends the beginning and the end: the mended beginning goes with the rewrite."""
    base = "The councl builds homes near the station, on land of its own.\n"
    both = wishes(base, ("homes near the station, on land of its own", "for whoever waits longest"))
    both[2] = diff(base, base.replace("councl", "council").replace("its own", "our own"))
    texts = {one.text: (one.takes, one.leaves) for one in at_once(base, both)}
    assert texts["The council builds for whoever waits longest.\n"] == ((1, 2), (2,))


def test_a_new_name_is_written_into_the_words_of_another() -> None:
    """Who renames a thing meets who writes more about it: the new text gets the new name."""
    base = "A tenant may stay. The landlord asks the tenant first.\n"
    renamed = base.replace("tenant", "renter")
    more = base.replace("The landlord asks the tenant first.", "No tenant leaves a home that is sold.")
    both = [(one.text, one.takes, one.leaves) for one in propose(Two(base, more, renamed))]
    assert ("A renter may stay. No renter leaves a home that is sold.\n", (True, True), (False, False)) in both


def test_either_the_deletion_or_the_change() -> None:
    """Where one takes a line out and another changes it, both are offered and nothing else."""
    suggestions = {
        1: diff(PLACE, PLACE.replace("\nWie huurt, beslist mee.\n", "")),
        2: diff(PLACE, PLACE.replace("beslist mee", "heeft een stem")),
    }
    found = {read(PLACE, one): (one.takes, one.leaves) for one in at_once(PLACE, suggestions)}
    assert found == {
        PLACE.replace("\nWie huurt, beslist mee.\n", ""): ((1,), (2,)),
        PLACE.replace("beslist mee", "heeft een stem"): ((2,), (1,)),
    }


def test_what_most_ask_for_comes_first() -> None:
    """Of many wordings the one with most people, and what goes with it; the others follow."""
    suggestions = wishes(PLACE, ("elk jaar", "elke maand"), ("elk jaar", "nooit"), ("elk jaar", "elke maand"), ("elk jaar", "altijd"))
    found = at_once(PLACE, suggestions)
    assert [(one.takes, one.leaves) for one in found] == [((1, 3), (2, 4)), ((2,), (1, 3, 4)), ((4,), (1, 2, 3))]


def test_of_many_all_that_goes_together_is_one_text() -> None:
    """Three who collide at one word, and a fourth who changes another one of the same sentence."""
    suggestions = wishes(PLACE, ("elk jaar", "nooit"), ("elk jaar", "altijd"), ("elk jaar", "vaak"))
    suggestions[4] = diff(PLACE, PLACE.replace("elk jaar", "altijd").replace("het station", "de haven"))
    first = at_once(PLACE, suggestions)[0]
    assert first.text == "De gemeente bouwt altijd woningen bij de haven.\n"
    assert (first.takes, first.leaves) == ((2, 4), (1, 3))


def test_what_is_changed_elsewhere_too_is_left_out_and_said() -> None:
    """A suggestion that reaches further than the place is taken in part."""
    suggestions = wishes(PLACE, ("elk jaar", "nooit"), ("elk jaar", "altijd"))
    suggestions[1] = diff(PLACE, PLACE.replace("elk jaar", "nooit").replace("# Huur", "# Wonen"))
    (place,) = merge(PLACE, suggestions).collisions
    taken = next(one for one in proposals(PLACE, suggestions, place) if "nooit" in one.text)
    assert (taken.takes, taken.leaves) == ((1,), (1, 2))


@pytest.mark.parametrize(
    ("base", "one", "other", "named"),
    [
        ("", "- a\n", "- b\n", "same-place"),
        ("", "- a b c\n", "- a b d\n", "same-place, alike"),
        ("We build.\n", "", "We rent.\n", "contrary"),
        ("We build homes here.\n", "Nobody sells land of the town.\n", "We build flats here.\n", "contained"),
        ("We build homes here.\n", "We build flats here.\n", "We build yards here.\n", "overlap"),
        ("We build homes here now.\n", "We build many homes here nowadays.\n", "We build many homes here today.\n", "overlap, alike"),
    ],
)
def test_shapes(base: str, one: str, other: str, named: str) -> None:
    """How two changes collide, whoever is named first."""
    assert shape(Two(base, one, other)) == shape(Two(base, other, one)) == named


@given(texts(20).flatmap(lambda base: st.tuples(st.just(base), edited(base), edited(base))))
def test_it_does_not_matter_who_is_who_where_one_rewrote_it(made: tuple[str, str, str]) -> None:
    """Whoever rewrote the passage is known by what they wrote, not by standing first."""
    two = Two(*made)
    if two.is_uneven():
        assert [one.text for one in propose(two)] == [one.text for one in propose(two.turned())]
        assert [one.takes for one in propose(two)] == [one.takes[::-1] for one in propose(two.turned())]
