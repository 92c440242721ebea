"""A crowd sorted for those who decide: nobody is lost, nobody is joined with who says something else, and the order of arrival means nothing."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plein.documents import Edit, apply, compatible, crowd, diff, fold, merge, places
from plein.documents.crowd_alike import near, signature, signature_with
from plein.documents.edit import spans
from tests.documents.strategies import edit_sets, edited, texts

Suggestions = Mapping[int, tuple[Edit, ...]]


@st.composite
def crowds(draw: st.DrawFn) -> tuple[str, Suggestions, dict[int, str]]:
    """A text, and what several people want of it, one suggestion per place; some want the same, or nearly."""
    base = draw(texts(most=40))
    wanted: list[str] = []
    for _ in range(draw(st.integers(1, 8))):
        text = draw(edited(base, 3)) if not wanted or draw(st.booleans()) else draw(st.sampled_from(wanted))
        wanted.append(draw(st.sampled_from([text, text.upper(), text.replace(".", "!")])))
    found: dict[int, tuple[Edit, ...]] = {}
    people: dict[int, str] = {}
    for number, text in enumerate(wanted):
        for place in places(base, diff(base, text)):
            found[len(found) + 1] = place.edits
            people[len(found)] = f"person {number % 5}"
    return base, found, people


def letters(text: str) -> str:
    """What is read when punctuation, case and white space are not."""
    return "".join(one for one in text.lower() if not one.isspace() and not unicodedata.category(one).startswith("P"))


@settings(max_examples=50)
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


@settings(max_examples=50)
@given(crowds(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_means_nothing(case: tuple[str, Suggestions, dict[int, str]], random: object) -> None:
    """Whoever was first is not right because of it."""
    base, suggestions, people = case
    items = list(suggestions.items())
    random.shuffle(items)  # type: ignore[attr-defined]

    assert crowd(base, dict(items), people=people) == crowd(base, suggestions, people=people)
    assert compatible(base, dict(items), people=people) == compatible(base, suggestions, people=people)


@settings(max_examples=50)
@given(crowds())
def test_only_what_reads_alike_is_folded(case: tuple[str, Suggestions, dict[int, str]]) -> None:
    """A group that adopts one wording must not bury another wish under it."""
    base, suggestions, people = case

    for one in fold(base, suggestions, people=people):
        reads = {letters(apply(base, suggestions[number])) for number in one.suggestions}
        assert len(reads) == 1
        assert all(suggestions[number] == suggestions[one.first] for number in one.same)
        assert one.support == len({people[number] for number in one.suggestions})


@settings(max_examples=50)
@given(crowds())
def test_what_goes_together_does(case: tuple[str, Suggestions, dict[int, str]]) -> None:
    """Help that a merge would refuse is none."""
    base, suggestions, people = case

    found = compatible(base, suggestions, people=people)

    chosen = {number: suggestions[number] for number in found.suggestions}
    assert not merge(base, chosen).held
    assert found.suggestions | found.covered.keys() | found.left == suggestions.keys()
    assert len(found.suggestions) + len(found.covered) + len(found.left) == len(suggestions)


@settings(max_examples=50)
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


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("We build homes.", "we build  homes!", True),
        ("**We** build “homes”", "We build homes", True),
        ("国民の医療、です。", "国民の医療です", True),
        ("We build 5 homes", "We build 50 homes", False),
        ("at most 1.5 %", "at most 15 %", False),
        ("1 000", "10 00", False),
        ("-5 degrees", "5 degrees", False),
        ("5 %", "5", False),
        ("# Homes", "Homes", False),
        ("https://a.nl/b-c", "https://a.nl/bc", False),
        ("Maße", "Masse", False),
        ("", "—", True),
    ],
)
def test_what_counts_as_the_same(one: str, two: str, same: bool) -> None:
    """Punctuation, case and blanks do not; what carries meaning does."""
    assert (signature(one) == signature(two)) is same


@given(texts(), texts(), st.sampled_from((" ", "\n", " - ", " -5 ", "\u3000")))
def test_what_is_said_before_a_blank_does_not_change_what_is_said_after_it(one: str, two: str, blank: str) -> None:
    """Words are remembered by themselves, so that thousands of wordings of one long passage cost little."""
    assert signature(one + blank + two) == signature(one) + signature(blank) + signature(two)


@given(texts().flatmap(lambda base: st.tuples(st.just(base), edit_sets(len(base)) if base else st.just(()))))
@example(("", (Edit(0, 0, "Homes"),)))
@example((" a-5 b ", (Edit(0, 1, "-"), Edit(6, 7, "%"))))
def test_what_edits_leave_alone_need_not_be_looked_at_again(case: tuple[str, tuple[Edit, ...]]) -> None:
    """A passage is read once for all who change a word of it."""
    base, edits = case
    changes = spans(base, edits)
    assert not changes or signature_with(base, changes) == signature(apply(base, edits))


def test_a_changed_number_or_another_wish_in_the_same_sentence_is_not_near() -> None:
    """Nearly the same is for typing errors and small words, not for what people disagree on."""
    base = "We will build a great many new homes near the station.\n"
    ten = [(0, len(base) - 1, "The town builds ten thousand homes in 10 years, near every station.")]
    twelve = [(0, len(base) - 1, "The town builds ten thousand homes in 12 years, near every station.")]
    typed = [(0, len(base) - 1, "The town builds ten thousand homes in 10 years, near every statoin.")]

    assert near(base, ten, typed)
    assert not near(base, ten, twelve)
    assert not near(base, [(0, 2, "You")], [(46, 53, "harbour")])


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


def test_what_collides_only_in_its_letters_is_agreed() -> None:
    """Two who want the same are no dispute, though a merge can take in only one of them."""
    found = crowd(BASE, {1: _edit("red", "pink"), 2: _edit("red", "Pink,"), 3: _edit("white", "grey")}, people={1: "a", 2: "b", 3: "c"})

    (screen,) = found.screens
    assert screen.agreed
    assert [(one.suggestions, one.support) for one in screen.alternatives] == [((1, 2), 2)]
    assert found.acts == 1


def test_a_very_dense_crowd_is_bounded_and_says_that_it_is_not_sure() -> None:
    """A thousand who rewrite one sentence get an answer, and no claim that cannot be kept."""
    suggestions = {number: _edit("red", f"red {number}") for number in range(1, 1001)}

    found = compatible(BASE, suggestions)

    assert (len(found.suggestions), found.exact) == (1, False)
    assert len(crowd(BASE, suggestions).screens) == 1
