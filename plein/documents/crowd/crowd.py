"""What a crowd suggests, made decidable: one screen per place with its alternatives. Which of them is best is for people.

Suggestions that say the same are one alternative. Alternatives that collide are put on the screen of the paragraph where they begin. One
that reaches over several paragraphs does not chain their screens together: it stands where it begins, and the other screens name it. Only
what collides with nothing but such a long one is shown with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product
from typing import Generic, TypeVar

from plein.documents.crowd.alike import EFFORT, Wording, effort, near
from plein.documents.crowd.fold import Alternative, by_support, fold, in_order
from plein.documents.edit import Edit
from plein.documents.merge.merge import merge
from plein.documents.text.paragraphs import paragraphs

K = TypeVar("K", bound=Hashable)

_KINDS = ("contrary", "contained", "overlap", "same-place", "structure")
_LEADERS = 200
_PAIRS = 64


@dataclass(frozen=True, slots=True)
class Screen(Generic[K]):
    """One place to decide on: what a group looks at together.

    Attributes:
        kind: The kind of its collisions; of several the first of ``contrary``, ``contained``, ``overlap``, ``same-place``.
        paragraph: Number of the first paragraph of the passage, from 1.
        last_paragraph: Number of the last.
        start: Where the passage begins in the base.
        end: Where it ends.
        quote: The passage as it stands.
        alternatives: What it might read instead, those with the most people first, then in order of the text, then by number.
        also: Suggestions of earlier screens that reach into this one and collide here.
        agreed: Whether nothing is in dispute: all that collides here says the same.
    """

    kind: str
    paragraph: int
    last_paragraph: int
    start: int
    end: int
    quote: str
    alternatives: tuple[Alternative[K], ...]
    also: tuple[K, ...]
    agreed: bool

    @property
    def suggestions(self) -> tuple[K, ...]:
        """All suggestions on it, by number."""
        return tuple(in_order(key for one in self.alternatives for key in one.suggestions))


@dataclass(frozen=True, slots=True)
class Crowd(Generic[K]):
    """All suggestions on one text, sorted for those who decide; each is in exactly one of the three.

    Attributes:
        screens: The places where something collides, in order of the text.
        clean: Alternatives that collide with nothing, in the order of alternatives.
        sweeping: Alternatives that rewrite most of the text; each is decided by itself.
    """

    screens: tuple[Screen[K], ...]
    clean: tuple[Alternative[K], ...]
    sweeping: tuple[Alternative[K], ...]

    @property
    def acts(self) -> int:
        """How many acts settle everything: one per screen in dispute, one per sweeping alternative, one for all the rest together."""
        disputed = sum(1 for screen in self.screens if not screen.agreed)
        return disputed + len(self.sweeping) + bool(self.clean or disputed < len(self.screens))


def crowd(
    base: str,
    suggestions: Mapping[K, Sequence[Edit]],
    *,
    people: Mapping[K, str] | None = None,
    sweeping: Collection[K] = (),
    order: Sequence[K] = (),
    homes: Mapping[K, int] | None = None,
    liken: bool = True,
) -> Crowd[K]:
    r"""Sort what many people want for those who decide. The order of the mapping means nothing.

    Args:
        base: The text all of them were made against.
        suggestions: The edits of each; positions are code points into *base*, from 0.
        people: Who made each; without it, each is by somebody else.
        sweeping: Those that rewrite most of the text; they are set apart and collide with nothing.
        order: Insertions at one and the same place by suggestions named here do not collide, as in ``merge``.
        homes: For suggestions whose screen is known already, the ``paragraph`` of that screen: those of them that collide stand there, and
            are not placed anew.
        liken: Whether alternatives in nearly the same words are marked so, for people to look at together; it takes as long as all the rest.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> found = crowd("We build.\n", {1: [Edit(3, 8, "buy")], 2: [Edit(2, 8, "  buy")], 3: [Edit(3, 8, "rent")], 4: [Edit(0, 2, "You")]})
    >>> [[a.suggestions for a in screen.alternatives] for screen in found.screens], [a.suggestions for a in found.clean]
    ([[(1, 2), (3,)]], [(4,)])
    """
    apart = set(sweeping)
    placed = {key: edits for key, edits in suggestions.items() if key not in apart}
    alternatives = fold(base, placed, people=people)
    leads, variants = {one.first: one.edits for one in alternatives}, _variants(placed, alternatives)
    every = merge(base, leads | variants, order=order)
    held = merge(base, leads, order=order).held if variants and every.held else every.held
    owner = {key: number for number, one in enumerate(alternatives) for key in one.suggestions}
    found = [(collision.kind, [owner[key] for key in collision.suggestions]) for collision in every.collisions]
    disputes = {number for number, one in enumerate(alternatives) if one.first in held}  # each taken in the wording that stands for it
    for pair in _said_twice(base, alternatives, disputes):
        found.append(("same-place", pair))
        disputes.update(pair)
    placed_at = _homes(alternatives, [numbers for _, numbers in found])
    if homes:
        placed_at |= {number: homes[alternatives[number].first] for number in placed_at if alternatives[number].first in homes}
    screens = _screens(base, alternatives, placed_at, found, disputes, liken)
    clean = tuple(one for number, one in enumerate(alternatives) if number not in placed_at)
    rewrites = fold(base, {key: edits for key, edits in suggestions.items() if key in apart}, people=people, loosely=False)
    return Crowd(screens, clean, rewrites)


def _variants(placed: Mapping[K, Sequence[Edit]], alternatives: Sequence[Alternative[K]]) -> dict[K, Sequence[Edit]]:
    """The edits of suggestions that say the same as another, set in another way."""
    return {key: placed[key] for one in alternatives for key in one.suggestions[len(one.same) :]}


def _said_twice(base: str, alternatives: Sequence[Alternative[K]], disputes: Collection[int]) -> list[list[int]]:
    """Pairs of alternatives that only touch, so that a merge takes in both, though they are nearly alike: the text would say it twice."""
    ends: dict[int, list[int]] = defaultdict(list)
    begins: dict[int, list[int]] = defaultdict(list)
    free = [one for number, one in enumerate(alternatives) if number not in disputes]
    borders = {point for one in free for edit in one.edits for point in (edit.start, edit.end)}
    for number, each in enumerate(alternatives if borders else ()):
        for edit in each.edits:
            if edit.text and edit.end in borders:
                ends[edit.end].append(number)
            if edit.text and edit.start in borders:
                begins[edit.start].append(number)
    pairs: dict[tuple[int, int], None] = {}
    left = EFFORT
    for point in sorted(ends.keys() & begins.keys()):
        for one, two in islice(product(ends[point], begins[point]), _PAIRS):
            if one == two or (one in disputes and two in disputes):
                continue
            ours, theirs = (_wording(base, alternatives[number]) for number in (one, two))
            cost = effort(ours, theirs)
            if cost > left:
                continue
            left -= cost
            if near(base, ours, theirs):
                pairs[min(one, two), max(one, two)] = None
    return [list(pair) for pair in pairs]


def _homes(alternatives: Sequence[Alternative[K]], collisions: Sequence[Sequence[int]]) -> dict[int, int]:
    """For every alternative that collides, by number, the paragraph whose screen it stands on."""
    begin = [one.paragraph for one in alternatives]
    inner: set[int] = set()
    partners: dict[int, set[int]] = defaultdict(set)
    for numbers in collisions:
        here = sorted(begin[number] for number in numbers)
        inner.update(one for one, two in pairwise(here) if one == two)
        for paragraph in set(here):
            partners[paragraph].update((here[0], here[-1]))
    screen: dict[int, int] = {paragraph: paragraph for paragraph in inner}
    for paragraph in sorted(partners.keys() - inner):
        others = partners[paragraph] - {paragraph}
        hosts = [other for other in others if screen.get(other) == other]
        if hosts:
            screen[paragraph] = min(hosts)
        elif max(others) > paragraph:
            screen[paragraph] = paragraph
        else:
            screen[paragraph] = screen[min(others)]
    for paragraph in sorted(partners.keys() - inner):  # one that waited for a later one, which went elsewhere
        if screen[paragraph] == paragraph and sum(1 for host in screen.values() if host == paragraph) == 1:
            screen[paragraph] = screen[min(partners[paragraph] - {paragraph})]
    return {number: screen[begin[number]] for numbers in collisions for number in numbers}


def _screens(
    base: str,
    alternatives: Sequence[Alternative[K]],
    homes: Mapping[int, int],
    found: Sequence[tuple[str, Sequence[int]]],
    disputes: Collection[int],
    liken: bool,
) -> tuple[Screen[K], ...]:
    on: dict[int, list[Alternative[K]]] = defaultdict(list)
    disputed: set[int] = set()
    for number in sorted(homes):
        on[homes[number]].append(alternatives[number])
        if number in disputes:
            disputed.add(homes[number])
    kinds: dict[int, set[str]] = defaultdict(set)
    also: dict[int, dict[int, None]] = defaultdict(dict)
    for kind, numbers in found:
        for number in numbers:
            kinds[homes[number]].add(kind)
        here = dict.fromkeys(homes[number] for number in numbers)
        if len(here) > 1:
            for home in here:
                also[home].update((number, None) for number in numbers if homes[number] < home)
    blocks = paragraphs(base)
    screens = []
    for home, those in sorted(on.items()):
        last = max(one.last_paragraph for one in those)
        first = max(home, min(one.paragraph for one in those))
        start, end = (blocks[first - 1].start, blocks[last - 1].end) if blocks else (0, 0)
        others = tuple(in_order(alternatives[number].first for number in also[home]))
        kind = min(kinds[home], key=_KINDS.index)
        shown = _grouped(base, those) if liken else tuple(sorted(those, key=by_support))
        screens.append(Screen(kind, first, last, start, end, base[start:end], shown, others, home not in disputed))
    return tuple(screens)


def _grouped(base: str, those: Sequence[Alternative[K]]) -> tuple[Alternative[K], ...]:
    """The alternatives of one screen in their order, each that is nearly the same as one before it marked so."""
    leaders: dict[object, list[tuple[Alternative[K], Wording]]] = defaultdict(list)
    grouped: list[Alternative[K]] = []
    left, room = EFFORT, _LEADERS
    for one in sorted(those, key=by_support):
        made = _wording(base, one)
        here = leaders[one.paragraph, one.last_paragraph, not one.quote]
        like: K | None = None
        for leader, other in here if left >= 0 else ():
            left -= effort(other, made)
            if left < 0:
                break
            if near(base, other, made):
                like = leader.first
                break
        if like is None and room:
            here.append((one, made))
            room -= 1
        grouped.append(one if like is None else replace(one, like=like))
    return tuple(grouped)


def _wording(base: str, one: Alternative[K]) -> Wording:
    return Wording.of(base, ((edit.start, edit.end, edit.text) for edit in one.edits))
