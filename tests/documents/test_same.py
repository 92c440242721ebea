"""Opposites never fold: what says the same reads the same, sign for sign; only how it is set may differ."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plein.documents import Edit, apply, canonical, crowd, fold
from plein.documents.crowd.same import signature, signature_with, signature_within
from plein.documents.edit import spans
from tests.documents.same import visible
from tests.documents.strategies import edit_sets, pairs, texts, wild_texts
from tests.laws import looks

PLAIN = (
    '- De raad kiest drie leden - wie dat wil - voor \'n jaar.\n- Elk lid zegt "ja" of "nee"... en niets anders.\n\n'
    "# Werkwijze\n\nWie kiest? Wij kiezen samen, *zonder* dwang. Dat is, zo'n 1.5 keer per jaar, **genoeg**: ook in Café Één."
)
"""Holds a place for every way of setting it that is tried below; each word below a heading, a stop or a mark begins something."""


def _blanks(text: str) -> str:
    return re.sub(r"(?<=\w) (?=\w)", " \u00a0 ", text)


def _wrapped(text: str) -> str:
    return re.sub(r"(?<=[a-z]) (?=[a-z])", "\n", text)


def _uncapitalised(text: str) -> str:
    for word in ("De raad", "Elk", "Werkwijze", "Wie", "Wij", "Dat"):
        text = text.replace(word, word[0].lower() + word[1:])
    return text


WAYS = {
    "more blanks": _blanks,
    "wrapped elsewhere": _wrapped,
    "blanks at the end of lines": lambda text: text.replace("\n", "  \n"),
    "items apart": lambda text: text.replace("\n- ", "\n\n- "),
    "other bullets": lambda text: re.sub(r"(?m)^- ", "* ", text),
    "a plus as bullet": lambda text: re.sub(r"(?m)^- ", "+   ", text),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "curly quotes": lambda text: re.sub('"(\\w+)"', "“\\1”", text),
    "low quotes": lambda text: re.sub('"(\\w+)"', "„\\1“", text),
    "an acute for an apostrophe": lambda text: text.replace("'", "´"),
    "en dashes": lambda text: text.replace(" - ", " – "),
    "em dashes": lambda text: text.replace(" - ", " — "),
    "an ellipsis": lambda text: text.replace("...", "…"),
    "stress with low lines": lambda text: text.replace("*zonder*", "_zonder_").replace("**genoeg**", "__genoeg__"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "full width": lambda text: text.replace(",", "，").replace("jaar", "ｊａａｒ").replace("?", "？").replace("Één", "Ｅ\u0301én"),
    "soft hyphens": lambda text: text.replace("kiezen", "kie\u00adzen").replace("anders", "an\u200bders"),
    "small letters where something begins": _uncapitalised,
}


@pytest.mark.parametrize("way", WAYS)
def test_how_a_text_is_set_does_not_matter(way: str) -> None:
    """Who writes in another program is no other opinion."""
    other = WAYS[way](PLAIN)

    assert other != PLAIN
    assert signature(other) == signature(PLAIN)


@given(st.permutations(list(WAYS)), st.integers(0, len(WAYS)))
def test_nor_does_it_in_several_ways_at_once(ways: list[str], many: int) -> None:
    """Programs change more than one thing when they save a text."""
    other = PLAIN
    for way in ways[:many]:
        other = WAYS[way](other)

    assert signature(other) == signature(PLAIN)


variants = st.tuples(texts(12), st.lists(st.sampled_from(sorted(WAYS)), max_size=3)).map(
    lambda case: canonical(WAYS[case[1][0]](case[0])) if case[1] else case[0]
)


@looks(60)
@given(
    st.lists(
        st.one_of(st.sampled_from(["we build.", "We build.", "We build", "we  build.", "We Build."]), variants), min_size=3, max_size=5
    )
)
def test_saying_the_same_is_an_equivalence(wordings: list[str]) -> None:
    """Each is with itself, with all it says the same as and with nobody else, whoever else is there and whoever came first."""
    base = "The town waits.\n"
    suggestions = {number: (Edit(0, len(base) - 1, text.strip("\n")),) for number, text in enumerate(wordings, 1) if text.strip("\n")}
    together = {pair for one in fold(base, suggestions) for pair in combinations(sorted(one.suggestions), 2)}

    for one, two in combinations(sorted(suggestions), 2):
        both = fold(base, {number: suggestions[number] for number in (one, two)})
        assert ((one, two) in together) == (len(both) == 1)
    for one, two, three in combinations(sorted(suggestions), 3):
        pairs_ = [(one, two), (two, three), (one, three)]
        assert sum(pair in together for pair in pairs_) != 2


@looks(200)
@given(pairs())
def test_what_says_the_same_has_the_same_signs_in_the_same_order(case: tuple[str, str]) -> None:
    """Told apart by another hand than plein's: nothing is in one that is not in the other."""
    one, two = case
    assert signature(one) != signature(two) or visible(one) == visible(two)


@given(texts(20), st.sampled_from(sorted(WAYS)))
def test_nor_do_signs_go_lost_by_setting_it_in_another_way(text: str, way: str) -> None:
    """The same law where most is the same."""
    other = canonical(WAYS[way](text))
    assert signature(other) != signature(text) or visible(other) == visible(text)


@looks(300)
@given(st.one_of(texts(12), wild_texts(), st.just(PLAIN)), st.data())
def test_one_sign_more_says_something_else(text: str, data: st.DataObject) -> None:
    """A comma, a bracket, a minus: whoever put it there wanted it there."""
    at = data.draw(st.integers(0, len(text)))
    sign = data.draw(st.sampled_from("?!.,;:()[]{}-–—−+%€$§&/\\|*_~^=<>#@\"'“’«`…°x5é国。、"))

    assert signature(text[:at] + sign + text[at:]) != signature(text)


@given(st.one_of(texts(12), st.just(PLAIN)), st.data())
def test_one_capital_more_says_something_else_but_where_something_begins(text: str, data: st.DataObject) -> None:
    """Of a word that stands between two others in a line the case is never nothing."""
    places = [found.span(1) for found in re.finditer(r"[^\W\d_] ([a-z])(?=[a-z]* [a-z])", text)]
    if not places:
        return
    start, end = data.draw(st.sampled_from(places))

    assert signature(text[:start] + text[start:end].upper() + text[end:]) != signature(text)


FAMILIES = {
    "signs of sums": ["€ 15", "€ 1.5", "€ 1,5", "€ -15", "€ −15", "€ 15,-", "€ 15%", "$ 15", "15"],
    "shares": ["een derde", "twee derde", "1/3", "2/3", "½", "1 2"],
    "units": ["5 MW", "5 mW", "5 Mw", "5 km", "5 km²", "5 km2", "5 m", "5 °C", "5 C"],
    "dates": ["1-2-2027", "1/2/2027", "2-1-2027", "12-2027", "1 februari 2027"],
    "spaces in numbers": ["1 000", "10 00", "1000", "1.000", "1,000", "1'000"],
    "negations": ["het mag wel", "het mag niet", "het mag", "het mag, niet", "het mag niet?", "het mag niet!"],
    "brackets": ["voor iedereen (leden)", "voor iedereen leden", "voor iedereen [leden]", "voor iedereen, leden", "voor iedereen: leden"],
    "questions": ["dit is genoeg.", "dit is genoeg?", "dit is genoeg", "dit is genoeg!", "dit is genoeg...", "dit is genoeg.."],
    "whom": ["zij vroegen: kom, Jan", "zij vroegen: kom Jan", "zij vroegen, kom: Jan"],
    "hyphens": ["wij na-richten", "wij narichten", "wij na richten", "wij na–richten", "wij na - richten", "wij na -richten"],
    "irony": ["de experts komen", "de 'experts' komen", 'de "experts" komen', "de ''experts'' komen", "de «experts» komen"],
    "capitals": ["geef het Ons", "geef het ons", "geef het ONS", "geef Het ons"],
    "nations": ["het Turkse bad", "het turkse bad", "de Turkse bad"],
    "accents": ["maar één keer", "maar een keer", "maar èèn keer", "maar éen keer"],
    "other letters": ["Maße", "Masse", "ﬁets", "fiets", "ijs", "ĳs", "ĸ", "k", "ﬀ"],
    "stress": [
        "wij *moeten* weg",
        "wij moeten weg",
        "wij **moeten** weg",
        "wij ~~moeten~~ weg",
        "wij `moeten` weg",
        "wij <b>moeten</b> weg",
    ],
    "names": ["het veld a_b", "het veld a*b", "het veld _a_b", "het veld ab"],
    "addresses": [
        "http://a.nl/b-c",
        "http://a.nl/bc",
        "http://a.nl/B-c",
        "Http://a.nl/b-c",
        "https://a.nl/b-c",
        "http://a.nl/b_",
        "http://a.nl/b*",
    ],
    "blocks": ["Nu", "# Nu", "## Nu", "> Nu", "- Nu", "1. Nu", "1) Nu", "2. Nu", "– Nu", "| Nu |"],
    "lines": ["a\n\nnu", "a nu", "- a\n- nu", "- a nu", "- a\n  - nu", "a\n---\nnu", "a\n\n---\n\nnu", "a --- nu"],
    "cells": ["| a | b |\n|---|---|", "| a b |\n|---|---|", "| a | b |\n|---|--:|", "a b", "| a | b"],
    "shortened words": ["zo bijv. Poolse worst", "zo bijv. poolse worst", "zo m.b.t. Poolse worst", "zo m.b.t. poolse worst"],
    "numbers before it": ["op 5. Poolse worst", "op 5. poolse worst", "op 5... Poolse worst", "op 5... poolse worst"],
    "quotes before it": ['roep "nee!" Poolse worst', 'roep "nee!" poolse worst', "roep (nee.) Poolse worst", "roep (nee.) poolse worst"],
    "names that begin something": ["US gaat", "Us gaat", "uS gaat", "D66 gaat", "d66 gaat", "pH", "PH", "Ons@a.nl", "ons@a.nl"],
    "code": ["```\nif a:\n  b\n```", "```\nif a:\n    b\n```", "```\nIf a:\n  b\n```", "draai `A`", "Draai `A`", "draai `a`", "draai  `a`"],
}
"""In each row, no two say the same."""


@pytest.mark.parametrize("family", FAMILIES)
def test_what_may_be_meant_in_another_way_is_never_folded(family: str) -> None:
    """Whoever meant the other thing would have been told that their wish was granted."""
    said = {wording: signature(wording) for wording in FAMILIES[family]}

    assert [(one, two) for one, two in combinations(said, 2) if said[one] == said[two]] == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We build.", "we build."),
        ("We build. Then we rest.", "We build. then we rest."),
        ("Wij bouwen. 'Dan' rusten wij.", "wij bouwen. ‘dan’ rusten wij."),
        ("> - **Wij** bouwen", "> * __wij__ bouwen"),
        ("# IJsbanen", "# ijsbanen"),
        ("1. Één huis", "1. één huis"),
        ("1) E-mail", "1) e-mail"),
        ("- [ ] Bomen planten", "- [ ] bomen planten"),
        ("| Huis | Tuin |", "|huis|Tuin|"),
        ("> (Wij) bouwen", "> (wij) bouwen"),
        ("Wie?! Wij.", "Wie?! wij."),
        ("Wij bouwen in\n2027. Daarna niet", "Wij bouwen in 2027. Daarna niet"),
        ("Kop\n\n- een\n- twee", "Kop\n- een\n\n- twee"),
        ("５０％ ＷＬＡＮ", "50% WLAN"),
        ("Zij zeggen: ‘nee’ – en gaan", "zij zeggen: 'nee' — en gaan"),
        ("国民の医療、です。", "国民の医療、です。"),
        ("", "\n"),
    ],
)
def test_what_says_the_same(one: str, two: str) -> None:
    """A group should not have to choose between a curly and a straight quote."""
    assert signature(one) == signature(two)


@given(texts().flatmap(lambda base: st.tuples(st.just(base), edit_sets(len(base)) if base else st.just(()))))
@example(("", (Edit(0, 0, "Homes"),)))
@example((" a-5 b ", (Edit(0, 1, "-"), Edit(6, 7, "%"))))
@example(("We build. They rent.\n", (Edit(8, 9, ""),)))
@example(("a | b\nc", (Edit(2, 3, ""),)))
@example(("# a\nb\nc", (Edit(0, 2, ""),)))
@example(("1. a\n2. b\n3. c", (Edit(0, 3, ""),)))
@example(("a\n\n\n- b", (Edit(2, 3, "c"),)))
@example(("a `b c", (Edit(3, 4, "\u00ad"),)))
@example(("e x", (Edit(1, 1, "\u0301"),)))
def test_what_edits_leave_alone_need_not_be_looked_at_again(case: tuple[str, tuple[Edit, ...]]) -> None:
    """A passage is read once for all who change a word of it, though a stop or a mark may change how the words behind it are read."""
    base, edits = case
    changes = spans(base, edits)
    assert not changes or signature_with(base, changes) == signature(apply(base, edits))


@given(wild_texts().flatmap(lambda base: st.tuples(st.just(base), edit_sets(len(base)) if base else st.just(()))))
def test_nor_in_any_text_at_all(case: tuple[str, tuple[Edit, ...]]) -> None:
    """The same law where signs are stranger."""
    base, edits = case
    changes = spans(base, edits)
    assert not changes or signature_with(base, changes) == signature(apply(base, edits))


LINE = "Wij planten elk jaar een boom. " * 200
"""A paragraph so long that only the words around a change are compared."""


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("twee bomen. Dan", "twee  bomen. Dan", True),
        ("twee 'bomen'. Dan", "twee ‘bomen’. Dan", True),
        ("een boom. Dan", "een boom. dan", True),
        ("de Turkse boom. Dan", "de turkse boom. Dan", False),
        ("geen boom. Dan", "een boom. Dan", False),
        ("een boom, Dan", "een boom Dan", False),
        ("een `boom`. Dan", "een  `boom`. Dan", False),
    ],
)
def test_it_is_so_in_an_endless_paragraph_too(one: str, two: str, same: bool) -> None:
    """There only the words around a change are looked at, and the one before them."""
    start = LINE.index("een boom. Wij", 3_000)
    end = start + len("een boom. Wij")

    folded = fold(LINE + "\n", {1: [Edit(start, end, one)], 2: [Edit(start, end, two)]})

    assert (len(folded) == 1) is same
    assert signature_within("Dan") != signature_within("dan")


def test_code_says_the_same_to_the_letter_only() -> None:
    """In a program a blank may be the whole difference."""
    base = "Zo:\n\n    een = 1\n\nDus.\n"
    at = base.index("1")

    assert len(fold(base, {1: [Edit(at, at + 1, "2  + 3")], 2: [Edit(at, at + 1, "2 + 3")]})) == 2


def test_opposites_stand_beside_each_other_and_both_are_seen() -> None:
    """Four wishes about one word: two say the same."""
    base = "Leden betalen de bijdrage.\n"
    at = base.index("de bijdrage")
    wishes = ["nooit de bijdrage", "ooit de bijdrage", "ooit  de bijdrage", "ooit de bijdrage (half)"]

    (screen,) = crowd(base, {number: [Edit(at, at + 11, text)] for number, text in enumerate(wishes, 1)}).screens

    assert sorted(one.suggestions for one in screen.alternatives) == [(1,), (2, 3), (4,)]
    assert not screen.agreed
