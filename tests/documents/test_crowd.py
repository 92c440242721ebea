"""A crowd sorted for those who decide: nobody is lost, nobody is joined with who says something else, and the order of arrival means nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, apply, cannot_stand, compatible, crowd, diff, fold, merge, places
from plein.documents.crowd.alike import Wording, distance, near
from plein.documents.crowd.same import within
from plein.documents.spans import Span
from plein.documents.thresholds import WORDINGS_ALIKE, WORDINGS_APART
from tests.documents.same import visible
from tests.documents.strategies import edited, texts
from tests.laws import looks

Suggestions = Mapping[int, tuple[Edit, ...]]


@st.composite
def crowds(draw: st.DrawFn) -> tuple[str, Suggestions, dict[int, str]]:
    """A text, and what several people want of it, one suggestion per place; some want the same, or nearly."""
    base = draw(texts(most=40))
    wanted: list[str] = []
    for _ in range(draw(st.integers(1, 8))):
        text = draw(edited(base, 3)) if not wanted or draw(st.booleans()) else draw(st.sampled_from(wanted))
        wanted.append(draw(st.sampled_from([text, text.replace(" ", "  "), text.replace("'", "’"), text.upper(), text.replace(".", "!")])))
    found: dict[int, tuple[Edit, ...]] = {}
    people: dict[int, str] = {}
    for number, text in enumerate(wanted):
        for place in places(base, diff(base, text)):
            found[len(found) + 1] = place.edits
            people[len(found)] = f"person {number % 5}"
    return base, found, people


@looks(50)
@given(crowds(), st.data())
def test_every_suggestion_stands_in_exactly_one_place(case: tuple[str, Suggestions, dict[int, str]], data: st.DataObject) -> None:
    """Who took the trouble to write is seen once: not twice, and never nowhere."""
    base, suggestions, people = case
    sweeping = data.draw(st.sets(st.sampled_from(sorted(suggestions)))) if suggestions else set()

    found = crowd(base, suggestions, people=people, sweeping=sweeping)

    seen = Counter(number for screen in found.screens for number in screen.suggestions)
    seen.update(number for one in (*found.clean, *found.sweeping) for number in one.suggestions)
    assert seen == Counter(suggestions.keys())
    assert {number for one in found.sweeping for number in one.suggestions} == sweeping
    narrow = {number: edits for number, edits in suggestions.items() if number not in sweeping}
    clean = {number: narrow[number] for one in found.clean for number in one.suggestions}
    assert merge(base, narrow).held.isdisjoint(clean)


@looks(50)
@given(crowds(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_means_nothing(case: tuple[str, Suggestions, dict[int, str]], random: object) -> None:
    """Whoever was first is not right because of it."""
    base, suggestions, people = case
    items = list(suggestions.items())
    random.shuffle(items)  # type: ignore[attr-defined]

    assert crowd(base, dict(items), people=people) == crowd(base, suggestions, people=people)
    assert compatible(base, dict(items), people=people) == compatible(base, suggestions, people=people)


@looks(50)
@given(crowds())
def test_only_what_reads_alike_is_folded(case: tuple[str, Suggestions, dict[int, str]]) -> None:
    """A group that adopts one wording must not bury another wish under it."""
    base, suggestions, people = case

    for one in fold(base, suggestions, people=people):
        reads = {visible(apply(base, suggestions[number])) for number in one.suggestions}
        assert len(reads) == 1
        assert all(suggestions[number] == suggestions[one.first] for number in one.same)
        assert one.support == len({people[number] for number in one.suggestions})


@looks(50)
@given(crowds())
def test_what_goes_together_does(case: tuple[str, Suggestions, dict[int, str]]) -> None:
    """Help that a merge would refuse is none."""
    base, suggestions, people = case

    found = compatible(base, suggestions, people=people)

    chosen = {number: suggestions[number] for number in found.suggestions}
    assert not merge(base, chosen).held
    assert found.suggestions | found.covered.keys() | found.left == suggestions.keys()
    assert len(found.suggestions) + len(found.covered) + len(found.left) == len(suggestions)


@looks(50)
@given(crowds())
def test_no_set_has_more_people_where_it_says_so(case: tuple[str, Suggestions, dict[int, str]]) -> None:
    """`exact` is a promise: tried against every set there is."""
    base, suggestions, people = case
    alternatives = fold(base, suggestions, people=people)
    if len(alternatives) > 9:
        return
    best = 0
    for bits in range(1 << len(alternatives)):
        chosen = [one for number, one in enumerate(alternatives) if bits >> number & 1]
        support = sum(one.support for one in chosen)
        if support > best and not merge(base, {one.first: one.edits for one in chosen}).held:
            best = support

    found = compatible(base, suggestions, people=people)

    assert found.support <= best
    assert found.support == best or not found.exact


def test_a_changed_number_or_another_wish_in_the_same_sentence_is_not_near() -> None:
    """Nearly the same is for typing errors and small words, not for what people disagree on."""
    base = "We will build a great many new homes near the station.\n"
    ten = [(0, len(base) - 1, "The town builds ten thousand homes in 10 years, near every station.")]
    twelve = [(0, len(base) - 1, "The town builds ten thousand homes in 12 years, near every station.")]
    typed = [(0, len(base) - 1, "The town builds ten thousand homes in 10 years, near every statoin.")]

    assert are_near(base, ten, typed)
    assert not are_near(base, ten, twelve)
    assert not are_near(base, [(0, 2, "You")], [(46, 53, "harbour")])


def are_near(base: str, one: Sequence[Span], two: Sequence[Span]) -> bool:
    return near(base, Wording.of(base, one), Wording.of(base, two))


CHANGES = st.tuples(st.integers(0, 60), st.integers(0, 12), st.text("aAbe1,. ", max_size=8))


@looks(400)
@given(st.text("aAbeé12,.- ", min_size=1, max_size=60), st.lists(CHANGES, min_size=2, max_size=2), st.integers(0, 3))
def test_what_is_told_from_letters_alone_is_what_the_whole_passages_say(base: str, changes: list[tuple[int, int, str]], times: int) -> None:
    """Of a passage in which two change a word each nothing is written to tell that they want something else."""
    base = base * (times + 1)
    one, two = ([(min(at, len(base)), min(at + gone, len(base)), text)] for at, gone, text in changes)
    lo, hi = min(one[0][0], two[0][0]), max(one[0][1], two[0][1])
    a, b, stands = *sorted((within(base, one, lo, hi), within(base, two, lo, hi))), base[lo:hi]
    at_most = (1 - WORDINGS_ALIKE) * (len(a) + len(b))
    letters = [re.sub(r"[\W_]+", "", text.casefold()) for text in (a, b, stands)]
    same = abs(len(a) - len(b)) <= max(at_most, 12) and letters[0] == letters[1] != letters[2]
    close = distance(a, b) <= at_most
    close = close and all(distance(a, b) <= WORDINGS_APART * distance(*sorted((text, stands))) for text in (a, b))
    numbers = [re.findall(r"(?:(?<!\w)[-−])?\d+(?:[.,]\d+)*", text) for text in (a, b)]
    assert are_near(base, one, two) is (numbers[0] == numbers[1] and (same or close))


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("three (old) barns", "three old barns", True),
        ("drie schuren, oude", "drie schuren oude.", True),
        ("het Turkse bad", "het turkse bad", True),
        ("1.5 meter", "15 meter", False),
        ("€ -15", "€ 15", False),
        ("€ -15", "€ −15", True),
    ],
)
def test_what_differs_in_signs_and_capitals_only_is_looked_at_together(one: str, two: str, alike: bool) -> None:
    """It may be a slip of the pen or the whole point: people see both beside each other, and nobody folds them."""
    base = "We mend them.\n"

    assert are_near(base, [(8, 12, one)], [(8, 12, two)]) is alike
    (screen,) = crowd(base, {1: [Edit(8, 12, one)], 2: [Edit(8, 12, two)]}).screens
    assert [(found.suggestions, found.like) for found in screen.alternatives] == [((1,), None), ((2,), 1 if alike else None)]


BASE = "# Plan\n\nOne red house.\n\nTwo blue houses.\n\nThree green houses.\n\nFour white houses.\n"


def _edit(old: str, new: str) -> tuple[Edit, ...]:
    return (Edit(BASE.index(old), BASE.index(old) + len(old), new),)


def test_a_long_suggestion_does_not_chain_the_screens_it_reaches_over() -> None:
    """Else one who rewrites a chapter makes one screen of it that nobody can decide on."""
    long = _edit("One red house.\n\nTwo blue houses.\n\nThree green houses.", "Some houses.")
    suggestions = {1: long, 2: _edit("red", "pink"), 3: _edit("red", "brown"), 4: _edit("green", "gold"), 5: _edit("green", "grey")}

    found = crowd(BASE, suggestions | {6: _edit("blue", "black")})

    assert [(screen.paragraph, screen.suggestions, screen.also) for screen in found.screens] == [
        (2, (1, 2, 3, 6), ()),
        (4, (4, 5), (1,)),
    ]
    assert found.acts == 2


def test_what_collides_only_in_its_typography_is_agreed() -> None:
    """Two who want the same are no dispute, though a merge can take in only one of them."""
    found = crowd(BASE, {1: _edit("red", "don't"), 2: _edit("red", "don’t"), 3: _edit("white", "grey")}, people={1: "a", 2: "b", 3: "c"})

    (screen,) = found.screens
    assert screen.agreed
    assert [(one.suggestions, one.support) for one in screen.alternatives] == [((1, 2), 2)]
    assert found.acts == 1


def test_what_only_touches_but_would_be_said_twice_is_shown_together() -> None:
    """One puts a word before the stop, another that word and a question mark in its place: no text should say both."""
    base = "Every house gets a garden.\n\nThe bridge stays.\n"
    at = base.index(".")

    found = crowd(
        base, {1: [Edit(at, at, " and a tree")], 2: [Edit(at, at + 1, " and a tree?")], 3: [Edit(at, at + 1, "!")], 4: [Edit(0, 5, "Each")]}
    )

    (screen,) = found.screens
    assert [(one.suggestions, one.like) for one in screen.alternatives] == [((1,), None), ((2,), 1), ((3,), None)]
    assert not screen.agreed
    assert [one.suggestions for one in found.clean] == [(4,)]


def test_a_very_dense_crowd_is_bounded_and_says_that_it_is_not_sure() -> None:
    """A thousand who rewrite one sentence get an answer, and no claim that cannot be kept."""
    suggestions = {number: _edit("red", f"red {number}") for number in range(1, 1001)}

    found = compatible(BASE, suggestions)

    assert (len(found.suggestions), found.exact) == (1, False)
    assert len(crowd(BASE, suggestions).screens) == 1


def test_two_that_a_third_makes_go_together_are_not_called_certain() -> None:
    """An item put in before a line and one put in behind it collide; whoever takes the line away lifts that."""
    base = "de\n1. de \n"
    item, other, new = [Edit(0, 0, ".de\n- ")], [Edit(3, 3, "- DE\n")], [Edit(0, 2, "het\n\nhet het")]

    assert merge(base, {1: item, 2: other}).held
    assert not merge(base, {1: item, 2: other, 3: new}).held
    short = [Edit(0, 2, ".DE")]
    found = compatible(base, {1: item, 2: other, 3: new, 4: new, 5: short})
    assert found.support == 4 or not found.exact


@looks(50)
@given(crowds(), st.data())
def test_what_is_left_stands_where_it_stood(case: tuple[str, Suggestions, dict[int, str]], data: st.DataObject) -> None:
    """Going through the places moves none: what is left of a screen is on one screen still, and on none with what stood elsewhere."""
    base, suggestions, people = case
    homes = {number: screen.paragraph for screen in crowd(base, suggestions, people=people).screens for number in screen.suggestions}
    settled = data.draw(st.sets(st.sampled_from(sorted(suggestions)))) if suggestions else set()
    left = {number: edits for number, edits in suggestions.items() if number not in settled}

    found = crowd(base, left, people=people, homes=homes)

    for screen in found.screens:
        assert len({homes[number] for number in screen.suggestions if number in homes}) <= 1
    stands = [homes[screen.suggestions[0]] for screen in found.screens if screen.suggestions[0] in homes]
    assert len(set(stands)) == len(stands)


@looks(50)
@given(crowds(), st.data())
def test_what_cannot_stand_is_what_a_merge_holds(case: tuple[str, Suggestions, dict[int, str]], data: st.DataObject) -> None:
    """Nothing else is answered by a choice, and what is not may be taken over on top of it."""
    base, suggestions, _ = case
    adopted = data.draw(st.sets(st.sampled_from(sorted(suggestions)))) if suggestions else set()
    chosen = {number: suggestions[number] for number in adopted}
    others = {number: edits for number, edits in suggestions.items() if number not in adopted}

    fallen = cannot_stand(base, chosen, others)

    assert fallen <= others.keys()
    assert not fallen or adopted
    for number, edits in others.items() if adopted else ():
        assert (number in fallen) == (number in merge(base, {**chosen, number: edits}).held)


@looks(100)
@given(crowds())
def test_whether_wordings_are_likened_changes_nothing_else(case: tuple[str, Suggestions, dict[int, str]]) -> None:
    base, suggestions, people = case
    told, plain = crowd(base, suggestions, people=people), crowd(base, suggestions, people=people, liken=False)
    assert plain.clean == told.clean
    without = [replace(screen, alternatives=tuple(replace(one, like=None) for one in screen.alternatives)) for screen in told.screens]
    assert list(plain.screens) == without
