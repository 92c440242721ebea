"""What people see as one thing is told, put in and taken out as one thing."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plein.documents import apply, canonical, diff, merge, moves
from plein.documents.text.units import hangs
from tests.laws import looks

from .blocks import Text, known_texts


def even(text: str) -> str:
    """A text in which one blank line stands between two blocks."""
    return canonical(re.sub(r"\n{2,}", "\n\n", text).strip("\n"))


@looks(200)
@given(known_texts(), st.data())
def test_taking_out_different_units_goes_together(text: Text, data: st.DataObject) -> None:
    """Two people who each take out something else never wait for each other, whatever blank stands between."""
    units = data.draw(st.lists(st.sampled_from(text.units()), min_size=2, max_size=3, unique=True))
    tables = [at for at, block in enumerate(text.blocks) if block.kind == "rows"]
    assume(all({(at, n) for n in range(len(text.blocks[at].units))} - set(units) for at in tables))  # a head without rows stays
    base = text.written()

    merged = merge(base, {number: diff(base, text.without(unit)) for number, unit in enumerate(units)})

    assert not merged.held
    assert even(merged.text) == even(text.without(*units))


@looks(100)
@given(known_texts(("paragraph", "bullets", "quote"), alike=True), st.data())
def test_a_unit_goes_beside_a_word_that_changes(text: Text, data: st.DataObject) -> None:
    """Sentences that begin alike are still different sentences."""
    one, two = data.draw(st.lists(st.sampled_from(text.units()), min_size=2, max_size=2, unique=True))
    base = text.written()
    old = text.blocks[two[0]].units[two[1]]
    new = old.replace(old.split()[0], "Niemand", 1)

    merged = merge(base, {"out": diff(base, text.without(one)), "word": diff(base, base.replace(old, new, 1))})

    assert not merged.held
    assert merged.text == text.without(one).replace(old, new, 1)


@looks(100)
@given(known_texts(("paragraph", "bullets", "loose", "rows")), st.data())
def test_a_unit_is_taken_out_as_a_whole(text: Text, data: st.DataObject) -> None:
    """One deletion, that begins and ends where the unit does, at the beginning and end of a block alike."""
    at, number = data.draw(st.sampled_from(text.units()))
    assume(len(text.blocks[at].units) > 1)
    base = text.written()

    (edit,) = diff(base, text.without((at, number)))

    unit = text.blocks[at].units[number]
    assert edit.text == ""
    assert base[edit.start : edit.end].strip(" \n-|") == unit


@looks(100)
@given(known_texts(("paragraph", "bullets", "numbers", "rows", "quote")), st.data())
def test_a_title_above_and_a_paragraph_below_change_nothing(text: Text, data: st.DataObject) -> None:
    """What happens at the top of a text happens as it does anywhere else."""
    units = data.draw(st.lists(st.sampled_from(text.units()), min_size=2, max_size=2, unique=True))
    base, above, below = text.written(), "# Titel\n\n", "\nEinde van het stuk.\n"
    alone = merge(base, {unit: diff(base, text.without(unit)) for unit in units})
    whole = above + base + below

    framed = merge(whole, {unit: diff(whole, above + text.without(unit) + below) for unit in units})

    assert framed.held == alone.held
    assert even(framed.text) == even(above + alone.text + below)


@pytest.mark.parametrize(
    ("base", "gone", "put", "goes"),
    [
        ("Bakkers rusten. Slagers werken. Boeren zaaien.\n", " Slagers werken.", ("werken.", "[^4]"), True),
        ("Bakkers rusten. Slagers werken. Boeren zaaien.\n", " Slagers werken.", ("werken.", " Vissers varen."), False),
        ("Wij komen morgen vroeg en gaan laat.\n", " vroeg", ("vroeg", ","), True),
        ("Wij komen morgen vroeg en gaan laat.\n", " vroeg", ("vroeg", " of nooit"), False),
        ("Wij komen morgen vroeg en gaan laat.\n", "morgen ", ("komen ", "("), True),
        ("- brood\n- melk\n- kaas\n", "- melk\n", ("- melk\n", "  - van de boer\n"), True),
        ("- brood\n- melk\n- kaas\n", "- melk\n", ("- melk\n", "- boter\n"), False),
        ("- brood\n- melk\n\nKlaar.\n", "- brood\n- melk\n", ("- melk\n", "- boter\n"), True),
        ("- brood\n  - wit\n- melk\n  - mager\n", "- melk\n  - mager\n", ("mager\n", "  - vol\n"), True),
        ("- brood\n  - wit\n- melk\n  - mager\n", "  - mager\n", ("mager\n", "  - vol\n"), True),
        ("- brood\n  - wit\n  - bruin\n- melk\n", "  - bruin\n", ("bruin\n", "  - grijs\n"), False),
        ("1. brood\n2. melk\n\n- los\n", "1. brood\n2. melk\n", ("melk\n", "3. boter\n"), True),
        ("Zie:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", ("| 2 |\n", "| 3 | 4 |\n"), True),
        ("Zie:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "| 1 | 2 |\n", ("| 2 |\n", "| 3 | 4 |\n"), False),
        ("> Ooit.\n> Nu.\n\nDus.\n", "> Ooit.\n> Nu.\n", ("> Nu.\n", "> Straks.\n"), True),
        ("## Een\n\nTekst.\n\n## Twee\n", "## Een\n\nTekst.\n\n", ("Tekst.\n", "\nMeer tekst.\n"), True),
        ("## Een\n\nTekst.\n\n## Twee\n", "## Een\n\nTekst.\n", ("Tekst.\n", "\n### Onder een\n"), True),
        ("## Een\n\nTekst.\n\n## Twee\n", "## Een\n\nTekst.\n", ("Tekst.\n", "\n## Anderhalf\n"), False),
        ("## Een\n\nTekst.\n\nSlot.\n", "\nTekst.\n", ("Tekst.\n", "\nMeer tekst.\n"), False),
        ("Een\n===\n\nTekst.\n\nTwee\n===\n", "Een\n===\n\nTekst.\n", ("Tekst.\n", "\nMeer.\n"), True),
        ("Kop.\n\nEen regel\nen nog een.\n\nSlot.\n", "\nEen regel\nen nog een.\n", ("nog een.\n", "en de laatste.\n"), True),
    ],
)
def test_what_is_put_in_hangs_on_what_it_belongs_to(base: str, gone: str, put: tuple[str, str], goes: bool) -> None:
    """A row is nothing without its table, a note nothing without its words; a neighbour stands by itself."""
    start = base.index(gone)
    point = base.index(put[0]) + len(put[0])

    assert hangs(base, start, start + len(gone), point, put[1]) is goes


@pytest.mark.parametrize(
    ("base", "new", "old", "put"),
    [
        ("Wij willen rust. Wij willen ruimte.\n", "Wij willen ruimte.\n", "Wij willen rust. ", ""),
        ("Wij willen rust. Wij willen ruimte.\n", "Wij willen rust.\n", " Wij willen ruimte.", ""),
        ("Zij zei ja. Wij zeiden nee.\n", "Wij zeiden iets. Zij zei ja. Wij zeiden nee.\n", "", "Wij zeiden iets. "),
        ("- Morgen komt de tram\n- Klaar\n", "- komt de tram\n- Klaar\n", "Morgen ", ""),
        ("> Morgen komt de tram.\n", "> Komt morgen. Morgen komt de tram.\n", "", "Komt morgen. "),
        ('Hij zei "ja". Hij zei "nee".\n', 'Hij zei "nee".\n', 'Hij zei "ja". ', ""),
        ("Het daalt.[^1] Het stijgt.\n", "Het stijgt.\n", "Het daalt.[^1] ", ""),
        ("- kool\n  - rood\n- biet\n  - rood\n", "- kool\n  - rood\n", "- biet\n  - rood\n", ""),
    ],
)
def test_a_change_is_told_by_whole_units(base: str, new: str, old: str, put: str) -> None:
    """The same text can be told in several ways; one of them is what a person did."""
    (edit,) = diff(base, new)

    assert (base[edit.start : edit.end], edit.text) == (old, put)
    assert apply(base, [edit]) == new


def test_every_word_of_a_sentence_by_another_person_leaves_nothing() -> None:
    """Where all words of a block go, its sign goes too, and its line."""
    base = "Vooraf.\n\n- Oude regel\n- Nieuwe regel\n\nSlot.\n"
    out = {"a": diff(base, base.replace("Oude regel", "regel")), "b": diff(base, base.replace("Oude regel", "Oude"))}

    assert merge(base, out).text == "Vooraf.\n\n- Nieuwe regel\n\nSlot.\n"


def test_bold_words_that_all_go_leave_no_stars() -> None:
    """Two people who each take out one of two bold words have taken out what was bold."""
    base = "Wij bouwen **hoge huizen** voor iedereen.\n"
    out = {"a": diff(base, base.replace("hoge huizen", "huizen")), "b": diff(base, base.replace("hoge huizen", "hoge"))}

    assert merge(base, out).text == "Wij bouwen voor iedereen.\n"


def test_what_is_put_in_goes_along_with_what_moves() -> None:
    """A section that moves takes the paragraph that another adds at its end."""
    base = "# Plan\n\n## Wonen\n\nWij bouwen.\n\n## Zorg\n\nWij helen.\n"
    moved = "# Plan\n\n## Zorg\n\nWij helen.\n\n## Wonen\n\nWij bouwen.\n"
    longer = base.replace("Wij bouwen.\n", "Wij bouwen.\n\nEn verbouwen.\n")
    assert moves(base, diff(base, moved))

    merged = merge(base, {"mover": diff(base, moved), "writer": diff(base, longer)})

    assert merged.text == "# Plan\n\n## Zorg\n\nWij helen.\n\n## Wonen\n\nWij bouwen.\n\nEn verbouwen.\n"


@pytest.mark.parametrize("kind", ["- {}", "| {} | 1 |"])
def test_short_items_and_rows_move_too(kind: str) -> None:
    """What is moved by one and taken out by another is for people, however short it is."""
    lines = [kind.format(word) for word in ("zee", "duin", "bos")]
    head = ["| a | b |", "|---|---|"] if kind.startswith("|") else []
    base, moved, gone = ("\n".join([*head, *those]) + "\n" for those in (lines, [lines[0], lines[2], lines[1]], [lines[0], lines[2]]))

    merged = merge(base, {"move": diff(base, moved), "out": diff(base, gone)})

    assert [collision.kind for collision in merged.collisions] == ["contrary"]


def test_the_order_of_people_means_nothing_where_blanks_are_shared() -> None:
    """Told one way or the other, the same set gives the same bytes."""
    base = "Een zin. Twee zinnen. Drie zinnen. Vier zinnen.\n"
    out = {word: diff(base, re.sub(rf" ?{word} zin\w*\.", "", base).lstrip()) for word in ("Een", "Twee", "Drie")}

    results = {merge(base, dict(order)).text for order in permutations(out.items())}

    assert results == {"Vier zinnen.\n"}


def test_a_collision_is_said_once() -> None:
    """A note on a sentence that goes hangs on it, and would stand glued to the next: one quarrel all the same."""
    base = "- Kok kookt. Ober serveert.\n- Slot\n"
    out, note = base.replace("Kok kookt. ", ""), base.replace("kookt.", "kookt.[^9]")

    merged = merge(base, {"out": diff(base, out), "note": diff(base, note)})

    assert [collision.kind for collision in merged.collisions] == ["contrary"]
