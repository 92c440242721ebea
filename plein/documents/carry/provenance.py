"""Where every word of a text comes from: the edits of its versions folded into one row of runs. Who made the edits is not known here.

    first version --step--> next --step--> … --step--> the text

A step says what each source changed; a run is a stretch of the text that came in at once, with everybody who asked for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from plein.documents.diff.moves import Move, moved
from plein.documents.edit import Edit, spans
from plein.documents.merge.bring import brought
from plein.documents.merge.lifted import Lifted
from plein.documents.merge.turns import in_turn
from plein.documents.spans import Span
from plein.documents.spans import written as write
from plein.documents.thresholds import WORDS_STAY_WHOSE
from plein.errors import EditsOverlap
from plein.sentences import sentence

K = TypeVar("K", bound=Hashable)

_WORD = re.compile(r"\S+")


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
        edits: The edits of each; positions are code points into the text before this step. The same edit by several is one. What one
            changes inside a passage that another moves follows it, as in a merge.
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
        changes, brought = _changes(text, step)
        if changes:
            pieces = _after(text, pieces, changes, brought)
            text = _written(text, changes)
    return tuple(_runs(pieces))


def merge_step(base: str, suggestions: Mapping[K, Sequence[Edit]], *, order: Sequence[K] = ()) -> Step[K]:
    r"""The step that merging these suggestions is: :func:`written` gives the text that ``merge`` gives, but for blank lines at either end.

    Those that collide are not in it, nor is lay-out that gives way, nor what another at its place says too. Where two meet in a blank, theirs are
    told as they are written, which may be a blank further on. Numbers of items that count on because of several are with whoever put in or took
    out the items before them.

    Args:
        base: The text they were merged into.
        suggestions: The edits of each; positions are code points into *base*.
        order: As for ``merge``.

    >>> merge_step("We build.\n", {1: [Edit(8, 8, " homes")], 2: [Edit(0, 2, "You")], 3: [Edit(0, 2, "They")]})
    Step(edits={1: (Edit(start=8, end=8, text=' homes'),)}, order=())
    """
    merged = brought(base, suggestions, order)
    numbers: dict[K, list[Span]] = {}
    for number, maker in merged.counted.items():
        numbers.setdefault(maker, []).append(number)
    edits: dict[K, tuple[Edit, ...]] = {}
    for key in suggestions:
        if key not in merged.held:
            mine = [merged.told.get(span, span) for span in spans(base, suggestions[key])]
            mine += numbers.get(key, ())
            stay = sorted(Edit(*span) for span in mine if span is not None)
            if stay:
                edits[key] = tuple(stay)
    return Step(edits, tuple(order))


def written(base: str, step: Step[K]) -> str:
    r"""The text after a step.

    Raises:
        EditsOverlap, EditOutside: As in :func:`trace`.

    >>> written("We build.\n", Step({1: [Edit(8, 8, " homes")], 2: [Edit(0, 2, "They")]}))
    'They build homes.\n'
    """
    return _written(base, _changes(base, step)[0])


_Pieces = list[tuple[int, frozenset[K]]]
"""Stretches of a text as (length, sources)."""

_Change = tuple[int, int, str, frozenset[K]]

_Brought = dict[tuple[int, str], tuple[Move, list[_Change[K]]]]
"""For what a change puts in that moves a passage: the move, and what others changed in the text that it puts in."""


def _changes(text: str, step: Step[K]) -> tuple[list[_Change[K]], _Brought[K]]:
    """The edits of a step in the order of the text, each once and with all who made it; and what follows the moves among them."""
    swept = {key: spans(text, edits) for key, edits in step.edits.items()}
    owners: dict[Span, list[K]] = {}
    for key, mine in swept.items():
        for span in mine:
            owners.setdefault(span, []).append(key)
    turns = {key: turn for turn, key in reversed(list(enumerate(step.order)))}

    alike: dict[Span, int] = {}

    def place(span: Span) -> tuple[int, int, int, str]:
        turn = min((turns[key] for key in owners[span] if key in turns), default=-1) if span[0] == span[1] else -1
        return span[0], span[1], alike.get(span, turn), span[2]

    brought: _Brought[K] = {}
    lifted = _lifted(text, swept)
    if lifted is not None:
        stands = sorted((span for span in owners if span not in lifted.moves), key=place)
        for move, landed in lifted.landed(stands, sorted(lifted.moves)):
            put = write(move.come[2], [to for _, to in landed])
            brought[move.to, put] = move, [(*to, frozenset(owners.pop(other))) for other, to in landed]
            owners[move.to, move.to, put] = owners.pop(move.come)
    ordered = sorted(owners, key=place) if turns else sorted(owners)
    if several := [one for one, two in pairwise(ordered) if one[0] == one[1] == two[0] == two[1] and -1 in (place(one)[2], place(two)[2])]:
        for point in {span[0] for span in several}:
            alike |= in_turn(text, [span for span in ordered if span[0] == span[1] == point]) or {}
        ordered.sort(key=place)
    for before, after in pairwise(ordered):
        unordered = before[0] == before[1] == after[0] == after[1] and -1 in (place(before)[2], place(after)[2])
        if after[0] < before[1] or unordered:
            raise EditsOverlap(
                sentence(
                    "The edits of {start}–{end} and {next_start}–{next_end} touch the same place; only one can be its source.",
                    start=before[0],
                    end=before[1],
                    next_start=after[0],
                    next_end=after[1],
                )
            )
    return [(*span, frozenset(owners[span])) for span in ordered], brought


def _lifted(text: str, edits: Mapping[K, Sequence[Span]]) -> Lifted | None:
    """The moves among sorted edits of several, as a merge sees them; None if there are none."""
    found: dict[Span, list[Move]] = {}
    for swept in edits.values():
        for move in moved(text, swept):
            found.setdefault(move.gone, []).append(move)
    takers = Counter(span for swept in edits.values() for span in swept if span in found) if found else {}
    return Lifted(text, found, takers) if found else None


def _after(text: str, pieces: _Pieces[K], changes: Sequence[_Change[K]], brought: _Brought[K]) -> _Pieces[K]:
    """The pieces of the text after the changes."""
    return _joined(_swept(pieces, changes, _moved(text, pieces, changes) | _followed(text, pieces, brought)))


def _swept(
    pieces: _Pieces[K], changes: Sequence[_Change[K]], elsewhere: Mapping[tuple[int, str], _Pieces[K]]
) -> Iterator[tuple[int, frozenset[K]]]:
    """The pieces one after the other, in one sweep over the old ones and the changes; what was brought from elsewhere in its own pieces."""
    number, used, at = 0, 0, 0  # the piece we are in, how much of it is behind us, and where in the text that is
    for start, end, put, sources in changes:
        for stop, keep in ((start, True), (end, False)):
            while at < stop:
                length, whose = pieces[number]
                step = min(length - used, stop - at)
                if keep:
                    yield step, whose
                at, used = at + step, used + step
                if used == length:
                    number, used = number + 1, 0
        if put and (start, put) in elsewhere:
            yield from elsewhere[start, put]
        elif put:
            yield len(put), sources
    if number < len(pieces):
        yield pieces[number][0] - used, pieces[number][1]
        yield from pieces[number + 1 :]


def _moved(text: str, pieces: _Pieces[K], changes: Sequence[_Change[K]]) -> dict[tuple[int, str], _Pieces[K]]:
    """For what a change puts in that the same source took out elsewhere, the pieces it was made of."""
    put_in: dict[tuple[K, str], list[tuple[int, str]]] = {}
    for start, _, put, sources in changes:
        body = put.strip()
        if len(body) >= WORDS_STAY_WHOSE:
            for key in sources:
                put_in.setdefault((key, body), []).append((start, put))
    found: dict[tuple[int, str], _Pieces[K]] = {}
    number, begin = 0, 0
    for start, end, _, sources in changes if put_in else ():
        body = text[start:end].strip() if end - start >= WORDS_STAY_WHOSE else ""
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


def _followed(text: str, pieces: _Pieces[K], brought: _Brought[K]) -> dict[tuple[int, str], _Pieces[K]]:
    """For what puts a moved passage in, the pieces it is made of: those of the passage, and what others changed in it."""
    starts = list(accumulate((length for length, _ in pieces), initial=0)) if brought else []
    found: dict[tuple[int, str], _Pieces[K]] = {}
    for place, (move, changes) in brought.items():
        first = bisect_right(starts, move.start) - 1
        inside = _cut(pieces, first, move.start - starts[first], move.end - move.start)
        found[place] = _after(move.come[2], _laid_out(text[move.start : move.end], inside, move.come[2]), changes, {})
    return found


def _laid_out(old: str, pieces: _Pieces[K], new: str) -> _Pieces[K]:
    """The pieces of a text that holds the same words, perhaps with other blanks; those belong to the word before them."""
    lead = new.find(old)
    if lead >= 0:
        return [(lead, pieces[0][1]), *pieces, (len(new) - lead - len(old), pieces[-1][1])]
    starts = list(accumulate((length for length, _ in pieces), initial=0))
    out: _Pieces[K] = []
    at, whose = 0, pieces[0][1]
    for was, now in zip(_WORD.finditer(old), _WORD.finditer(new), strict=True):
        first = bisect_right(starts, was.start()) - 1
        word = _cut(pieces, first, was.start() - starts[first], was.end() - was.start())
        out += [(now.start() - at, whose), *word]
        at, whose = now.end(), word[-1][1]
    return [*out, (len(new) - at, whose)]


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
