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


FOUR: Parts = [(title, list(SAYS[3 * at : 3 * at + 3])) for at, title in enumerate(TITLES[:4])]


def four(*says: int, of: int = 3) -> Parts:
    """Four parts, of which one says these of its three things in this order; from 20 on something new."""
    return [
        (title, [SAYS[one if one >= 20 else 3 * at + one] for one in says] if at == of else those) for at, (title, those) in enumerate(FOUR)
    ]


WITHOUT_FIRST, WITHOUT_THIRD, WITHOUT_LAST = FOUR[1:], [*FOUR[:2], FOUR[3]], FOUR[:3]
ONE_MORE: Parts = [*FOUR, (TITLES[4], [SAYS[20]])]
FIRST_MOVED: Parts = [FOUR[1], FOUR[0], *FOUR[2:]]
THIRD_FIRST: Parts = [FOUR[2], FOUR[0], FOUR[1], FOUR[3]]


@pytest.mark.parametrize(
    ("way", "wishes"),
    [
        ("letters in a paragraph", [four(1, 2), four(0, 20, 1, 2)]),
        ("letters in a paragraph", [four(0, 2, 1), four(0)]),
        ("brackets in a paragraph", [four(1, 2), four(0, 20, 1, 2), WITHOUT_FIRST]),
        ("letters in an article", [WITHOUT_THIRD, THIRD_FIRST, WITHOUT_THIRD]),
        ("articles in a chapter", [four(1, 2), four(0, 2, 1)]),
        ("sub-numbers", [WITHOUT_FIRST, four(0, 1, 20, 2)]),
        ("brackets in a paragraph", [[FOUR[0], FOUR[3], *FOUR[1:3]], WITHOUT_LAST]),
    ],
)
def test_what_the_law_found_comes_out_right_at_once(way: str, wishes: list[Parts]) -> None:
    text, _ = merged_of(text_of(way, FOUR), *(text_of(way, one) for one in wishes))
    assert text.strip("\n") == numbered_by_one(way, text)


@pytest.mark.parametrize(
    ("way", "first", "then"),
    [
        ("articles in a chapter", four(1, 2), four(0, 2, 1)),
        ("letters in a paragraph", four(1, 2), four(0, 20, 1, 2)),
        ("sub-numbers", WITHOUT_THIRD, ONE_MORE),
        ("behind the letter of an annex", WITHOUT_THIRD, four(0, 20, 1, 2)),
        ("sub-numbers", four(20, 0, 1, 2), four(0, 1, 2, 21)),
        ("brackets in a short article", four(0, 1, 2, 20), four(0, 1)),
        ("letters behind a number", WITHOUT_LAST, ONE_MORE),
    ],
)
def test_what_the_law_found_comes_out_right_in_the_next_version(way: str, first: Parts, then: Parts) -> None:
    base = text_of(way, FOUR)
    new = apply(base, [edit for one in places(base, text_of(way, first)) for edit in one.edits])
    carried = [rebase(one.edits, base, new) for one in places(base, text_of(way, then))]
    found = merge(new, dict(enumerate(one.edits for one in carried if one.status == "carried")))
    assert {one.status for one in carried} <= {"carried", "already-in"}
    assert found.text.strip("\n") == numbered_by_one(way, found.text)
    assert found.text != new


def test_what_is_left_of_a_list_is_not_counted_with_the_one_of_the_article_before() -> None:
    """One is moved behind the other, which somebody takes out: it was b, and would go on with the a of the article above."""
    way = "letters in an article"
    first, last = (TITLES[0], [SAYS[0]]), (TITLES[2], [SAYS[3], SAYS[4]])
    base, out, moved, both = (
        text_of(way, [first, (TITLES[1], [SAYS[at] for at in those]), last]) for those in ((1, 2), (1,), (2, 1), (1,))
    )
    assert merged_of(base, out, moved) == (both, frozenset())


def test_what_is_put_in_with_its_own_article_keeps_to_that_where_another_chapter_has_that_number() -> None:
    def text(*chapters: tuple[int, ...]) -> str:
        return "".join(
            f"# {TITLES[at]}\n\n" + "".join(f"## Artikel {n}\n\n{n}.1 {SAYS[one]}\n\n" for n, one in enumerate(those, 1))
            for at, those in enumerate(chapters)
        )

    base, first, then = text((0, 1), (2,)), text((3, 0, 1), (2,)), text((0, 1), (2, 4))
    (place,) = places(base, then)
    assert apply(first, rebase(place.edits, base, first).edits) == text((3, 0, 1), (2, 4))


def test_what_is_moved_behind_what_is_gone_by_then_stands_there_already() -> None:
    """It was carried as a move that moves nothing, and whatever others put into it had a number twice."""
    third, last = (TITLES[2], list(SAYS[6:8])), (TITLES[3], [SAYS[8]])
    base, new, moved = (text_of("letters in a paragraph", [*FOUR[:2], *those]) for those in ([third, last], [last], [last, third]))
    assert [rebase(one.edits, base, new).status for one in places(base, moved)] == ["already-in"]


def test_what_comes_to_stand_at_the_top_brings_no_blank_line_there() -> None:
    way = "sub-numbers"
    base = text_of(way, FOUR)
    new = text_of(way, WITHOUT_FIRST)
    put_in = text_of(way, [FOUR[0], (TITLES[4], [SAYS[20]]), *FOUR[1:]])
    carried = rebase(places(base, put_in)[0].edits, base, new)
    assert apply(new, carried.edits) == text_of(way, [(TITLES[4], [SAYS[20]]), *FOUR[1:]])


def test_what_is_put_at_the_end_of_a_part_under_a_bold_line_does_not_outlive_it() -> None:
    base = text_of("bold", FOUR)
    found = merged_of(base, text_of("bold", WITHOUT_THIRD), text_of("bold", four(0, 1, 2, 20, of=2)))
    assert found == (base, frozenset({(0, 0), (1, 0)}))


def test_what_one_person_left_without_a_number_of_its_own_is_left_so() -> None:
    """Carried, too: whoever does not count is not counted for."""
    base = text_of("sub-numbers", FOUR)
    twice = base.replace(f"4.2 {SAYS[10]}", f"4.1 {SAYS[20]}\n\n4.2 {SAYS[10]}")
    new = base.replace(SAYS[0], "Iets heel anders.")
    (place,) = places(base, twice)
    assert apply(new, rebase(place.edits, base, new).edits) == twice.replace(SAYS[0], "Iets heel anders.")
