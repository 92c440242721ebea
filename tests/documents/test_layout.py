"""What renders the same is layout: nobody's wish, and no suggestion."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import Edit, apply, diff, places
from plein.documents.diff.layout import parted
from tests.laws import looks

from .strategies import are_parts_of, pairs
from .writers import Block, Hand, documents, hands, page


@looks(200)
@given(documents(), hands, hands)
def test_a_text_written_back_by_another_editor_is_layout_alone(document: list[Block], one: Hand, other: Hand) -> None:
    """Who opens a text, changes nothing and sends it back asks nothing."""
    base, again = one.text(document), other.text(document)
    assert page(base) == page(again)

    assert [place.layout for place in places(base, again)] == [True] * (base != again)


@looks(200)
@given(documents(), hands, hands, st.data())
def test_one_word_changed_in_such_a_text_is_one_place(document: list[Block], one: Hand, other: Hand, data: st.DataObject) -> None:
    """The group has one thing to decide, and reads it where it stands."""
    base, again = one.text(document), other.text(document)
    word = data.draw(st.sampled_from(sorted({word for word in base.split() if word.isalnum() and not word.isdecimal()})))
    found = places(base, again.replace(word, "anders", 1))

    assert [place.layout for place in found] in ([False], [False, True])
    assert page(apply(base, found[0].edits)) == page(base.replace(word, "anders", 1))


@looks(300)
@given(pairs())
def test_layout_changes_nothing_that_is_shown_and_words_need_none_of_it(pair: tuple[str, str]) -> None:
    """What is left out must not be missed: neither by who wrote it, nor by who reads the text without the rest."""
    base, proposed = pair
    edits = diff(base, proposed)
    words, layout = parted(base, edits)

    assert are_parts_of([*words, *layout], edits)
    assert apply(base, [*words, *layout]) == proposed
    assert page(apply(base, layout)) == page(base)
    assert page(apply(base, words)) == page(proposed)
    fitting, _ = parted(base, edits, fitting=True)
    assert page(apply(base, fitting)) == page(proposed)


SAME = {
    "bullets": ("* brood\n* melk\n", "- brood\n- melk\n"),
    "emphasis": ("Wij zijn _open_ en __eerlijk__.\n", "Wij zijn *open* en **eerlijk**.\n"),
    "a heading underlined": ("Inleiding\n=========\n\nTekst.\n", "# Inleiding\n\nTekst.\n"),
    "a fence": ("~~~\nx = 1\n~~~\n", "```\nx = 1\n```\n"),
    "wraps": ("Een lange regel\ndie doorloopt.\n", "Een lange\nregel die doorloopt.\n"),
    "cells": ("| a | b |\n|-|-|\n| 10 | 2 |\n", "| a  | b |\n| -- | - |\n| 10 | 2 |\n"),
    "a rule": ("Een.\n\n***\n\nTwee.\n", "Een.\n\n---\n\nTwee.\n"),
    "escapes": ("Zie plan_noord en 2 * 4.\n", "Zie plan\\_noord en 2 \\* 4.\n"),
    "entities": ("Jansen & zoon.\n", "Jansen &amp; zoon.\n"),
    "items apart": ("- een\n- twee\n", "- een\n\n- twee\n"),
    "an address": ("Zie <https://voorbeeld.nl/a>.\n", "Zie [https://voorbeeld.nl/a](https://voorbeeld.nl/a).\n"),
    "a quotation": ("> Eerst dit\n> en dan dat.\n", "> Eerst dit\nen dan dat.\n"),
    "a line break": ("Straat 1  \nPlaats\n", "Straat 1\\\nPlaats\n"),
    "numbers": ("1. een\n1. twee\n1. drie\n", "1. een\n2. twee\n3. drie\n"),
    "the sign behind a number": ("1) een\n2) twee\n", "1. een\n2. twee\n"),
    "trailing blanks": ("Een.   \n\nTwee.\n", "Een.\n\nTwee.\n"),
    "blank lines": ("Een.\n\nTwee.\n", "Een.\n\n\n\nTwee.\n"),
    "a title in other quotes": ('[a](https://a.nl "Wet")\n', "[a](https://a.nl 'Wet')\n"),
    "an item deeper": ("1. een\n   - twee\n", "1.  een\n    - twee\n"),
    "below settings": ("---\ntitle: a\n---\n\n* een\n", "---\ntitle: a\n---\n\n- een\n"),
    "two lists that trade signs": ("* een\n\n- twee\n", "- een\n\n* twee\n"),
}


@pytest.mark.parametrize(("base", "proposed"), SAME.values(), ids=SAME)
def test_another_sign_for_the_same_is_layout(base: str, proposed: str) -> None:
    """Every one of them was an empty suggestion once."""
    assert page(base) == page(proposed)
    assert [place.layout for place in places(base, proposed)] == [True]


OTHER = {
    "a blank line": ("Een\ntwee.\n", "Een\n\ntwee.\n"),
    "emphasis put on": ("Wij zijn open.\n", "Wij zijn *open*.\n"),
    "more emphasis": ("Wij zijn *open*.\n", "Wij zijn **open**.\n"),
    "a deeper heading": ("# Inleiding\n", "## Inleiding\n"),
    "the first number": ("3. een\n4. twee\n", "1. een\n2. twee\n"),
    "a list in two": ("- een\n- twee\n- drie\n", "- een\n- twee\n* drie\n"),
    "blanks in code": ("`a  b`\n", "`a b`\n"),
    "a name that is a link": ("Zie [wet].\n\n[wet]: https://a.nl\n", "Zie \\[wet\\].\n\n[wet]: https://a.nl\n"),
    "where a name leads": ("Zie [wet].\n\n[wet]: https://a.nl\n", "Zie [wet].\n\n[wet]: https://a.nl#b\n"),
    "words crossed out": ("~~weg~~\n", "\\~~weg~~\n"),
    "an item of another": ("- een\n- twee\n", "- een\n  - twee\n"),
    "settings": ("***\na: 1\n***\n", "---\na: 1\n---\n"),
    "a tag that is words": ("Zet <b> neer.\n", "Zet \\<b> neer*.\n"),
}


@pytest.mark.parametrize(("base", "proposed"), OTHER.values(), ids=OTHER)
def test_what_a_reader_would_see_is_no_layout(base: str, proposed: str) -> None:
    """Better a suggestion too many than somebody's wish lost."""
    assert parted(base, diff(base, proposed))[1] == () or page(apply(base, parted(base, diff(base, proposed))[0])) == page(proposed)
    assert not all(place.layout for place in places(base, proposed))


@pytest.mark.parametrize(
    ("base", "proposed", "words"),
    [
        ("* old bread\n* milk\n", "- fresh bread\n- milk\n", "* fresh bread\n* milk\n"),
        ("Oude opzet\n---\n\nTekst.\n", "## Nieuwe opzet\n\nTekst.\n", "Nieuwe opzet\n---\n\nTekst.\n"),
        ("Wij _oude_ bakkers.\n", "Wij *jonge* bakkers.\n", "Wij _jonge_ bakkers.\n"),
        ("Wij _blijven_ hier.\n", "Wij *blijven* daar.\n", "Wij _blijven_ daar.\n"),
        ("* melk\n* kaas\n", "- melk\n- oude kaas\n", "* melk\n* oude kaas\n"),
        ("1. een\n1. twee\n1. drie\n", "1. een\n2. twee\n3. vier\n", "1. een\n1. twee\n1. vier\n"),
    ],
)
def test_a_sign_and_the_word_beside_it_are_told_apart(base: str, proposed: str, words: str) -> None:
    """An item with a sign of its own would fall out of its list."""
    found = places(base, proposed)
    assert [place.layout for place in found] == [False, True]
    assert apply(base, found[0].edits) == words


@pytest.mark.parametrize(
    ("base", "proposed", "words"),
    [
        ("* melk\n* kaas\n", "- melk\n- kaas\n- boter\n", "* melk\n* kaas\n* boter\n"),
        ("1) melk\n2) kaas\n", "1. melk\n2. kaas\n3. boter\n", "1) melk\n2) kaas\n3) boter\n"),
        ("* melk\n* kaas\n* boter\n", "- melk\n\n- boter\n", "* melk\n* boter\n"),
        ("* melk\n* kaas\n\nTot slot.\n", "- melk\n\nTot slot.\n", "* melk\n\nTot slot.\n"),
        ("* melk\n* kaas\n\nTot slot.\n", "- brood\n\n- melk\n\n- kaas\n\nTot slot.\n", "* brood\n\n* melk\n* kaas\n\nTot slot.\n"),
    ],
)
def test_items_put_in_and_taken_out_leave_the_list_its_signs(base: str, proposed: str, words: str) -> None:
    """Two signs in one list are two lists."""
    found, layout = parted(base, diff(base, proposed), fitting=True)
    assert layout
    assert apply(base, found) == words


def test_what_cannot_be_told_apart_takes_nothing_else_along() -> None:
    """A heading that is also reworded at its head stays as it was handed in; the rest of the text is no wish for that."""
    base = "Markt\n=====\n\n* kramen\n* _tenten_\n\nPlein\n-----\n\n~~~\nx\n~~~\n"
    proposed = "# Oude Markt\n\n- kramen\n- *tenten*\n\n## Plein\n\n```\nx\n```\n"
    words, _ = parted(base, diff(base, proposed), fitting=True)
    assert {base.count("\n", 0, edit.start) for edit in words} <= {0, 1}
    assert page(apply(base, words)) == page(proposed)


def test_new_numbers_stay_with_the_item_that_was_put_in() -> None:
    """Left out, two items would have one number."""
    base, proposed = "1. een\n2. twee\n3. drie\n", "1. een\n2. nieuw\n3. twee\n4. drie\n"
    (place,) = places(base, proposed)
    assert apply(base, place.edits) == proposed


def test_edits_that_touch_stay_as_they_were_given() -> None:
    """Other programs may hand them in so."""
    given = [Edit(0, 1, "-"), Edit(1, 5, " oud"), Edit(5, 5, "er")]
    assert sorted(edit for place in places("* nieuw\n", given) for edit in place.edits) == given


def test_a_long_text_with_a_few_words_changed_costs_nothing_more() -> None:
    """No block is read for a word."""
    base = "".join(f"## Kop {n}\n\nWij bouwen _huis{n}_ aan de haven.\n\n* een {n}\n* twee {n}\n\n" for n in range(6_000))
    edits = diff(base, base.replace("Kop 70\n", "Hoofd 70\n").replace("huis300_", "woning300_").replace("twee 5000", "drie 5000"))
    start = process_time()
    assert parted(base, edits) == (edits, ())
    assert process_time() - start < 0.05
