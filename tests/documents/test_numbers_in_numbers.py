"""Numbers that stand in another number: 2.1 in article 2, A.1 in part A, 2a in 2. They follow it, and count on by themselves."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.documents import apply, merge, places, rebase
from tests.documents.statutes import ROMAN, merged_of
from tests.laws import looks

Parts = list[tuple[str, list[str]]]
"""Of each part of a text what it is about, and what it says."""

WAYS = {
    "sub-numbers": ("## Artikel {n} {title}", "{n}.{s} {says}"),
    "letters in an article": ("Artikel {n}. {title}", "{a}. {says}"),
    "brackets in a paragraph": ("§ {n} {title}", "({s}) {says}"),
    "brackets in a short article": ("## Art. {n} {title}", "({s}) {says}"),
    "letters in a paragraph": ("Lid {n}. {title}", "({a}) {says}"),
    "behind a letter": ("## {A}. {title}", "{A}.{s} {says}"),
    "headings behind a letter": ("## {A}. {title}", "### {A}.{s} {says}"),
    "behind the letter of an annex": ("## Bijlage {A}. {title}", "{A}.{s}. {says}"),
    "headings behind the letter of a part": ("# Deel {A}: {title}", "## {A}.{s} {says}"),
    "bold": ("**{n}. {title}**", "**{n}.{s}** {says}"),
    "letters behind a number": ("## Artikel {n} {title}", "{n}{a}. {says}"),
    "articles with a letter": ("## Artikel {n} {title}", "### Artikel {n}{a} {says}"),
    "articles in a chapter": ("## Hoofdstuk {I} {title}", "### Artikel {s} {says}"),
    "numbered headings": ("## {n}. {title}", "{n}.{s}. {says}"),
}
TITLES = ("Wonen en bouwen", "Werk en inkomen", "Zorg voor elkaar", "Groen en water", "Sport en spel", "Een open stad", "Kunst in de wijk")
_WHO = ("De gemeente", "Een huurder", "Wie hier woont", "Elke school", "Het buurthuis", "De haven")
_DOES = ("betaalt mee aan de brug.", "krijgt voortaan sneller antwoord.", "plant ieder najaar bomen.", "houdt de stoepen schoon.")
SAYS = tuple(f"{who} {does}" for does, who in product(_DOES, _WHO))


def text_of(way: str, parts: Parts) -> str:
    head, sub = WAYS[way]
    blocks: list[str] = []
    for at, (title, says) in enumerate(parts, 1):
        signs = {"n": at, "A": chr(64 + at), "I": ROMAN[at - 1].upper()}
        blocks.append(head.format(title=title, **signs))
        blocks += [sub.format(says=one, s=number, a=chr(96 + number), **signs) for number, one in enumerate(says, 1)]
    return "\n\n".join(blocks) + "\n"


def parts_of(text: str) -> Parts:
    """What a text is made of, whatever its numbers; a sentence that stands in no part is in one without a title."""
    parts: Parts = []
    for block in text.strip().split("\n\n"):
        title = next((one for one in TITLES if one in block), None)
        says = [one for one in SAYS if one in block]
        if title:
            parts.append((title, []))
        elif not parts:
            parts.append(("", []))
        parts[-1][1].extend(says)
    return parts


def numbered_by_one(way: str, text: str) -> str:
    """A text with the numbers it would have if one person had written it."""
    return text_of(way, parts_of(text)).strip("\n")


@st.composite
def wishes(draw: st.DrawFn) -> tuple[Parts, list[Parts]]:
    """Some parts, and what two or three people make of them who each put one thing in, take it out or move it."""
    says = list(draw(st.permutations(SAYS)))
    parts: Parts = [(title, [says.pop() for _ in range(draw(st.integers(1, 3)))]) for title in TITLES[:4]]
    texts: list[Parts] = []
    for who in range(draw(st.integers(2, 3))):
        mine = [(title, list(those)) for title, those in parts]
        what, inside = draw(st.sampled_from(("in", "out", "move"))), draw(st.booleans())
        at, to = draw(st.integers(0, 3)), draw(st.integers(0, 4))
        if inside:
            those = mine[at][1]
            one = says.pop() if what == "in" else those.pop(to % len(those))
            if what != "out":
                those.insert(draw(st.integers(0, len(those))), one)
            if not those:
                those.append(one)
        else:
            part = (TITLES[4 + who], [says.pop()]) if what == "in" else mine.pop(at)
            if what != "out":
                mine.insert(to, part)
        texts.append(mine)
    return parts, texts


@looks(300)
@given(st.sampled_from(sorted(WAYS)), wishes())
def test_numbers_in_numbers_are_what_one_writer_would_make_them(way: str, wished: tuple[Parts, list[Parts]]) -> None:
    parts, texts = wished
    text, _ = merged_of(text_of(way, parts), *(text_of(way, one) for one in texts))
    assert text.strip("\n") == numbered_by_one(way, text)


@looks(300)
@given(st.sampled_from(sorted(WAYS)), wishes())
def test_also_in_the_next_version(way: str, wished: tuple[Parts, list[Parts]]) -> None:
    """The first goes in, the others are carried into what came of it."""
    parts, (first, *others) = wished
    base = text_of(way, parts)
    then = apply(base, [edit for one in places(base, text_of(way, first)) for edit in one.edits])
    carried = [rebase(one.edits, base, then) for other in others for one in places(base, text_of(way, other))]
    found = merge(then, dict(enumerate(one.edits for one in carried if one.status == "carried")))
    assert found.text.strip("\n") == numbered_by_one(way, found.text)


@pytest.mark.parametrize("way", WAYS)
def test_what_two_put_into_a_part_and_one_before_it_all_stands(way: str) -> None:
    """Nobody waits: the new part gives what is put into the one behind it its new number."""
    parts: Parts = [(title, list(SAYS[3 * at : 3 * at + 2])) for at, title in enumerate(TITLES[:3])]
    second = parts[1][1]
    new: Parts = [parts[0], (TITLES[4], [SAYS[20]]), *parts[1:]]
    one: Parts = [parts[0], (parts[1][0], [SAYS[21], *second]), parts[2]]
    two: Parts = [parts[0], (parts[1][0], [*second, SAYS[22]]), parts[2]]
    every: Parts = [parts[0], new[1], (parts[1][0], [SAYS[21], *second, SAYS[22]]), parts[2]]
    texts = [text_of(way, those) for those in (new, one, two)]
    assert merged_of(text_of(way, parts), *texts) == (text_of(way, every), frozenset())
