"""Where every word of a text comes from: the edits of its versions folded into one row of runs. Who made the edits is not known here.

    first version --step--> next --step--> … --step--> the text

A step says what each source changed; a run is a stretch of the text that came in at once, with everybody who asked for it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from plein.documents.collide import Span, runs
from plein.documents.edit import Edit, spans
from plein.documents.merge import merge
from plein.documents.moves import moved
from plein.documents.soft import is_soft
from plein.errors import EditsOverlap

K = TypeVar("K", bound=Hashable)

MOVED = 20
"""So many characters, taken out and put in again elsewhere by one source, are moved: they stay whose they were."""


@dataclass(frozen=True, slots=True)
class Run(Generic[K]):
    """A stretch of the text that came in at once.

    Attributes:
        start: Its first code point, from 0.
        end: The code point after its last one; never equal to *start*.
        sources: Everybody who made that very change.
    """

    start: int
    end: int
    sources: frozenset[K]


@dataclass(frozen=True, slots=True)
class Step(Generic[K]):
    """What each source changed of one text.

    Attributes:
        edits: The edits of each; positions are code points into the text before this step. The same edit by several is one.
        order: Insertions at one and the same place go in in the order of these sources.
    """

    edits: Mapping[K, Sequence[Edit]]
    order: Sequence[K] = ()


def trace(first: str, source: K, steps: Iterable[Step[K]]) -> tuple[Run[K], ...]:
    r"""The runs of the text that *first* became.

    They follow each other without a gap, two neighbours never have the same sources, and words that nobody touched are of the first
    *source*. Words that one source moved stay whose they were. The order in which a step names its sources means nothing.

    Args:
        first: The first version.
        source: Where it came from.
        steps: What happened to it, each step onto what the one before it left.

    Raises:
        EditsOverlap: Different edits of one step touch the same characters, or insert at one place without an order.
        EditOutside: An edit reaches beyond the end of the text.

    >>> step = Step({"kim": [Edit(8, 8, " affordable")], "lea": [Edit(8, 8, " affordable")]})
    >>> [(run.start, run.end, sorted(run.sources)) for run in trace("We build homes.\n", "bea", [step])]
    [(0, 8, ['bea']), (8, 19, ['kim', 'lea']), (19, 27, ['bea'])]
    """
    text = first
    pieces: _Pieces[K] = [(len(first), frozenset({source}))] if first else []
    for step in steps:
        changes = _changes(text, step)
        if changes:
            pieces = _after(text, pieces, changes)
            text = _written(text, changes)
    return tuple(_runs(pieces))


def merge_step(base: str, suggestions: Mapping[K, Sequence[Edit]], *, order: Sequence[K] = ()) -> Step[K]:
    r"""The step that merging these suggestions is. Those that collide are not in it, nor is lay-out that gives way.

    Nor is a move in whose passage others made changes; :func:`written` then differs from what ``merge`` gives, and the difference is a
    step of its own.

    Args:
        base: The text they were merged into.
        suggestions: The edits of each; positions are code points into *base*.
        order: As for ``merge``.

    >>> merge_step("We build.\n", {1: [Edit(8, 8, " homes")], 2: [Edit(0, 2, "You")], 3: [Edit(0, 2, "They")]})
    Step(edits={1: (Edit(start=8, end=8, text=' homes'),)}, order=())
    """
    held = merge(base, suggestions, order=order).held
    kept = _alone(base, {key: spans(base, edits) for key, edits in suggestions.items() if key not in held}, order)
    return Step({key: tuple(Edit(*span) for span in mine) for key, mine in kept.items() if mine}, tuple(order))


def written(base: str, step: Step[K]) -> str:
    r"""The text after a step.

    Raises:
        EditsOverlap, EditOutside: As in :func:`trace`.

    >>> written("We build.\n", Step({1: [Edit(8, 8, " homes")], 2: [Edit(0, 2, "They")]}))
    'They build homes.\n'
    """
    return _written(base, _changes(base, step))


_Pieces = list[tuple[int, frozenset[K]]]
"""Stretches of a text as (length, sources)."""

_Change = tuple[int, int, str, frozenset[K]]


def _changes(text: str, step: Step[K]) -> list[_Change[K]]:
    """The edits of a step in the order of the text, each once and with all who made it."""
    owners: dict[Span, list[K]] = {}
    for key, edits in step.edits.items():
        for span in spans(text, edits):
            owners.setdefault(span, []).append(key)
    turns = {key: turn for turn, key in reversed(list(enumerate(step.order)))}

    def place(span: Span) -> tuple[int, int, int, str]:
        turn = min((turns[key] for key in owners[span] if key in turns), default=-1) if span[0] == span[1] else -1
        return span[0], span[1], turn, span[2]

    ordered = sorted(owners, key=place) if turns else sorted(owners)
    for before, after in pairwise(ordered):
        unordered = before[0] == before[1] == after[0] == after[1] and -1 in (place(before)[2], place(after)[2])
        if after[0] < before[1] or unordered:
            raise EditsOverlap(
                f"The edits of {before[0]}–{before[1]} and {after[0]}–{after[1]} touch the same place; only one can be its source."
            )
    return [(*span, frozenset(owners[span])) for span in ordered]


def _after(text: str, pieces: _Pieces[K], changes: Sequence[_Change[K]]) -> _Pieces[K]:
    """The pieces of the text after the changes: one sweep over both."""
    elsewhere = _moved(text, pieces, changes)
    out: _Pieces[K] = []
    number, used, at = 0, 0, 0  # the piece we are in, how much of it is behind us, and where in the text that is
    for start, end, put, sources in changes:
        for stop, keep in ((start, True), (end, False)):
            while at < stop:
                length, whose = pieces[number]
                step = min(length - used, stop - at)
                if keep:
                    out.append((step, whose))
                at, used = at + step, used + step
                if used == length:
                    number, used = number + 1, 0
        if put:
            out.extend(elsewhere.get((start, put), [(len(put), sources)]))
    if number < len(pieces):
        out.append((pieces[number][0] - used, pieces[number][1]))
        out.extend(pieces[number + 1 :])
    return _joined(out)


def _moved(text: str, pieces: _Pieces[K], changes: Sequence[_Change[K]]) -> dict[tuple[int, str], _Pieces[K]]:
    """For what a change puts in that the same source took out elsewhere, the pieces it was made of."""
    put_in: dict[tuple[K, str], list[tuple[int, str]]] = {}
    for start, _, put, sources in changes:
        body = put.strip()
        if len(body) >= MOVED:
            for key in sources:
                put_in.setdefault((key, body), []).append((start, put))
    found: dict[tuple[int, str], _Pieces[K]] = {}
    number, begin = 0, 0
    for start, end, _, sources in changes if put_in else ():
        body = text[start:end].strip() if end - start >= MOVED else ""
        places = [place for key in sources for place in put_in.get((key, body), ())]
        if not places:
            continue
        lo = text.index(body, start)
        while begin + pieces[number][0] <= lo:
            begin, number = begin + pieces[number][0], number + 1
        inside = _cut(pieces, number, lo - begin, len(body))
        for place in places:
            if place not in found:
                lead = place[1].index(body)
                found[place] = [(lead, inside[0][1]), *inside, (len(place[1]) - lead - len(body), inside[-1][1])]
    return found


def _cut(pieces: _Pieces[K], number: int, used: int, length: int) -> _Pieces[K]:
    """The pieces of *length* characters that begin *used* characters into a piece."""
    out: _Pieces[K] = []
    while length:
        step = min(pieces[number][0] - used, length)
        out.append((step, pieces[number][1]))
        number, used, length = number + 1, 0, length - step
    return out


def _joined(pieces: Iterable[tuple[int, frozenset[K]]]) -> _Pieces[K]:
    """The same without empty pieces, and with neighbours of the same sources as one."""
    out: _Pieces[K] = []
    for length, sources in pieces:
        if not length:
            continue
        if out and out[-1][1] == sources:
            out[-1] = (out[-1][0] + length, sources)
        else:
            out.append((length, sources))
    return out


def _runs(pieces: _Pieces[K]) -> Iterable[Run[K]]:
    at = 0
    for length, sources in pieces:
        yield Run(at, at + length, sources)
        at += length


def _written(text: str, changes: Sequence[_Change[K]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, put, _ in changes:
        parts += (text[at:start], put)
        at = end
    parts.append(text[at:])
    return "".join(parts)


def _alone(base: str, edits: Mapping[K, Sequence[Span]], order: Sequence[K]) -> dict[K, list[Span]]:
    """The edits that share their place with no other, or in a given order.

    Lay-out gives way to words, as in a merge; so does a move to what others changed inside the passage, which follows it.
    """
    everything = {span for mine in edits.values() for span in mine}
    touching = {span for run in runs(sorted(everything)) for span in run}
    gone = {span for span in touching if is_soft(base, *span)}
    for mine in edits.values() if touching - gone else ():
        gone.update(edit for move in moved(base, mine) if move.gone in touching for edit in (move.gone, move.come))
    ordered = {span for key in order for span in edits.get(key, ()) if span[0] == span[1]}
    for run in runs(sorted(everything - gone)) if touching else ():
        if not ordered.issuperset(run):
            gone.update(run)
    return {key: [span for span in mine if span not in gone] for key, mine in edits.items()}
