"""Suggestions that say the same, folded into one alternative with everybody behind it. What collides with what is not known here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern
from typing import Any, Generic, TypeVar

from plein.documents.crowd.same import has_code, signature, signature_with, signature_within
from plein.documents.diff.places import placed
from plein.documents.edit import Edit, apply, spans
from plein.documents.spans import Span
from plein.documents.text.paragraphs import Paragraph, paragraphs

K = TypeVar("K", bound=Hashable)

_LONG = 2_000
_WORD = 60
_CODE = frozenset({"code", "front-matter"})
_WEIGHTS = [pow(5, ord(chr(code).lower()), 2**61 - 1) if chr(code).isalnum() else 0 for code in range(128)]
"""A number for each letter and digit of ASCII, whatever its case; what sums of them have in common is the letters."""
_signature_of_passage = lru_cache(maxsize=64)(signature)


@dataclass(frozen=True, slots=True)
class Alternative(Generic[K]):
    """One way a passage might read, with all who want it.

    Attributes:
        suggestions: Those that ask for it; the first stands for all, and is the wording most of them chose.
        same: Those of them that are to the letter as the first; the others differ in blanks, layout, typography or the capital of a sentence.
        people: Who is behind it, each once, in the order of *suggestions*.
        edits: The edits of the first.
        paragraph: Number of the first paragraph it changes, from 1; for new paragraphs that of the one before.
        last_paragraph: Number of the last.
        start: Where *quote* begins in the base.
        end: Where it ends.
        quote: Those paragraphs as they stand; empty where new ones are put in.
        replace: How they would read.
        moved_to: Behind which paragraph the passage stands afterwards, 0 for the top; None where it is not moved.
        like: The first suggestion of an alternative with more support in nearly the same words, None if there is none; it may say the
            opposite.
    """

    suggestions: tuple[K, ...]
    same: tuple[K, ...]
    people: tuple[str, ...]
    edits: tuple[Edit, ...]
    paragraph: int
    last_paragraph: int
    start: int
    end: int
    quote: str
    replace: str
    moved_to: int | None = None
    like: K | None = None

    @property
    def first(self) -> K:
        """The suggestion that stands for all of it."""
        return self.suggestions[0]

    @property
    def support(self) -> int:
        """How many people are behind it."""
        return len(self.people)


def fold(
    base: str, suggestions: Mapping[K, Sequence[Edit]], *, people: Mapping[K, str] | None = None, loosely: bool = True
) -> tuple[Alternative[K], ...]:
    r"""Fold suggestions that say the same into one alternative each.

    They say the same if they change the same paragraphs so that these read the same sign for sign, but for blanks, layout, typography and
    a capital where a sentence begins. One that changes nothing but those is folded with its like to the letter only, and so is a change of
    code.

    Args:
        base: The text all of them were made against.
        suggestions: The edits of each.
        people: Who made each; without it, each is by somebody else.
        loosely: False to fold only what is the same to the letter.

    Returns:
        The alternatives, those with the most people first, then in order of the text, then by number. The order of the mapping means nothing.

    >>> [a.suggestions for a in fold("We build.\n", {1: [Edit(8, 8, " homes")], 2: [Edit(8, 8, "  homes")], 3: [Edit(8, 9, " homes!")]})]
    [(1, 2), (3,)]
    """
    first: dict[tuple[Span, ...], K] = {}
    more: dict[tuple[Span, ...], list[K]] = {}
    for key in in_order(suggestions):
        found = tuple(spans(base, suggestions[key]))
        if first.setdefault(found, key) is not key:
            more.setdefault(found, []).append(key)
    paras = paragraphs(base)
    ones = [  # neighbours after each other, for what is remembered of a passage
        (found, _alternative(base, paras, found, (key, *more.get(found, ())), people)) for found, key in sorted(first.items(), key=_begins)
    ]
    alike: dict[object, Alternative[K]] = {}
    variants: dict[object, list[Alternative[K]]] = {}
    for (found, one), alone in zip(ones, _alone(base, ones), strict=True):
        sense = found if alone or not loosely else _sense(base, paras, one, found)
        like = alike.setdefault(sense, one)
        if like is not one:
            variants.setdefault(sense, [like]).append(one)
    every = (_joined(variants[sense], people) if sense in variants else one for sense, one in alike.items())
    return tuple(sorted(every, key=by_support))


def _alone(base: str, ones: Sequence[tuple[tuple[Span, ...], Alternative[K]]]) -> Iterator[bool]:
    """Of each whether it surely says what none of the others says: on balance none puts in and takes out the same letters at its paragraphs.

    Where somebody's change is of other letters than those of ASCII, whose signs may stand for several, nobody there is sure of it.
    """
    told = [((one.paragraph, one.last_paragraph), _balance(base, one, found)) for found, one in ones]
    unsure = {where for where, balance in told if balance is None}
    times = Counter(told)
    return (where not in unsure and times[where, balance] == 1 for where, balance in told)


def _balance(base: str, one: Alternative[K], found: tuple[Span, ...]) -> int | None:
    """A number that changes of a passage have in common if they make it the same but for blanks, signs and capitals; None if they may do so
    without.
    """
    if len(found) == 1 and one.start <= found[0][0] and found[0][1] <= one.end and one.quote:
        start, end, put = found[0]
        gone = base[start:end]
    else:
        put, gone = one.replace, one.quote
    if not (put.isascii() and gone.isascii()):
        return None
    return sum(map(_WEIGHTS.__getitem__, put.encode())) - sum(map(_WEIGHTS.__getitem__, gone.encode()))


def _begins(item: tuple[tuple[Span, ...], object]) -> int:
    return item[0][0][0] if item[0] else 0


def by_support(one: Alternative[K]) -> tuple[object, ...]:
    """The order of alternatives: those with the most people first, then in order of the text, then by number."""
    return -one.support, one.start, by_key(one.first)


def by_key(key: object) -> tuple[int, int, str]:
    """An order of keys of any kind that is the same in every run: numbers by size, then everything else by its spelling."""
    return (0, key, "") if isinstance(key, int) else (1, 0, repr(key))


def in_order(keys: Iterable[K]) -> list[K]:
    """Keys in that order.

    >>> in_order(["b", 10, 9])
    [9, 10, 'b']
    """
    found: list[Any] = list(keys)
    return sorted(found) if set(map(type, found)) == {int} else sorted(found, key=by_key)


def _alternative(
    base: str, paras: Sequence[Paragraph], found: tuple[Span, ...], numbers: tuple[K, ...], people: Mapping[K, str] | None
) -> Alternative[K]:
    """The alternative of suggestions that are the same to the letter."""
    edits = tuple(Edit(*span) for span in found)
    where = placed(base, edits, paras) if edits else ()
    if not where:
        return Alternative(numbers, numbers, _people(numbers, people), edits, 1, 1, 0, 0, "", "")
    first, last = where[0].paragraph, where[0].last_paragraph
    start, end, quote, reads = where[0].start, where[0].end, intern(where[0].quote), where[0].replace  # one copy for all who change it
    if len(where) > 1:
        last = max(place.last_paragraph for place in where)
        start, end = min(place.start for place in where), max(place.end for place in where)
        lo, hi = min(start, found[0][0]), max(end, found[-1][1])
        quote, reads = base[start:end], apply(base[lo:hi], [Edit(a - lo, b - lo, text) for a, b, text in found]).strip("\n")
    moved_to = where[0].moved_to if len(where) == 1 else None
    return Alternative(numbers, numbers, _people(numbers, people), edits, first, last, start, end, quote, reads, moved_to)


def _sense(base: str, paras: Sequence[Paragraph], one: Alternative[K], found: tuple[Span, ...]) -> object:
    """What an alternative says, for comparing."""
    first, last, start, end, quote = one.paragraph, one.last_paragraph, one.start, one.end, one.quote
    if not found or one.moved_to is not None or (quote and _is_code(paras, first, last)):
        return found
    if len(quote) > _LONG:
        return _said_in_passing(base, start, quote, found)
    inside = quote and start <= found[0][0] and found[-1][1] <= end
    said = signature_with(quote, [(lo - start, hi - start, text) for lo, hi, text in found]) if inside else signature(one.replace)
    if said == _signature_of_passage(quote):
        return found
    before = start == end and bool(paras) and start <= paras[0].start  # at the top: also "paragraph 1", but not behind it
    return first, last, start == end, before, said


def _is_code(paras: Sequence[Paragraph], first: int, last: int) -> bool:
    """Whether every blank and every sign may matter there, though nothing in the letters says so."""
    return bool(paras) and not _CODE.isdisjoint((paras[first - 1].kind, paras[last - 1].kind))


def _said_in_passing(base: str, start: int, quote: str, found: tuple[Span, ...]) -> object:
    """What a change of an endless line says, for comparing: only the words around it, else many such changes take for ever.

    The word before them tells whether they begin a sentence.
    """
    if has_code(quote):
        return found
    lo, hi, end = found[0][0], found[-1][1], start + len(quote)
    far, further = max(start, lo - _LONG), min(end, hi + _LONG)
    while lo > far and not base[lo - 1].isspace():
        lo -= 1
    while hi < further and not base[hi].isspace():
        hi += 1
    if lo == far != start or hi == further != end:
        return found
    before = lo
    while before > start and base[before - 1].isspace():
        before -= 1
    while before > max(start, lo - _WORD) and not base[before - 1].isspace():
        before -= 1
    sign = signature if before == start else signature_within
    was, said = sign(base[before:hi]), sign(apply(base[before:hi], [Edit(a - before, b - before, text) for a, b, text in found]))
    return found if was == said else (lo, hi, said)


def _joined(variants: Sequence[Alternative[K]], people: Mapping[K, str] | None) -> Alternative[K]:
    """One alternative of several wordings that say the same."""
    lead = min(variants, key=by_support)
    rest = in_order(key for one in variants if one is not lead for key in one.suggestions)
    everybody = (*lead.suggestions, *rest)
    return replace(lead, suggestions=everybody, people=_people(everybody, people))


def _people(keys: Sequence[K], people: Mapping[K, str] | None) -> tuple[str, ...]:
    if people is None:
        return tuple(map(str, keys))
    return tuple(dict.fromkeys([people[key] for key in keys]))
