"""One edited text taken apart into the places it changes, so that each can be decided by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from plein.documents.diff.diff import diff
from plein.documents.diff.layout import parted
from plein.documents.diff.moves import Move, moved
from plein.documents.diff.noted import belong, one_by_one
from plein.documents.diff.numbering import is_typed_number
from plein.documents.diff.renumbered import causes
from plein.documents.diff.soft import is_soft
from plein.documents.diff.touched import index_before, overlapped, touched
from plein.documents.edit import Edit, apply, spans
from plein.documents.text.labels import difference
from plein.documents.text.paragraphs import BEGINS, Paragraph, paragraph_at, paragraphs
from plein.documents.thresholds import SWEEPING_PARAGRAPHS, SWEEPING_SHARE

_EDITS, _BEGINS = attrgetter("edits"), attrgetter("start", "edits")


@dataclass(frozen=True, slots=True)
class Place:
    """What one person changes in one paragraph, or in a run of paragraphs that belong together.

    Attributes:
        edits: The edits, sorted and disjoint; positions are code points into the base, from 0.
        paragraph: Number of the first paragraph touched, from 1; for new paragraphs that of the one before them (1 at the top). Where a
            note is put in or taken out with what refers to it, of the latter; so are the others, but for *quote* and *replace*, which tell
            both, with a blank line between.
        last_paragraph: Number of the last paragraph touched.
        start: Where *quote* begins in the base.
        end: Where it ends; equal to *start* for new paragraphs.
        quote: The whole old text of the touched paragraphs, ``base[start:end]``; empty for new paragraphs.
        replace: How it would read; empty where the paragraphs are deleted; of a moved passage what stands at its new place.
        moved_to: For a passage that is moved, number of the paragraph of the base behind which it stands afterwards, 0 for the top of
            the text; the other fields tell where it stood. None for everything else.
        layout: Whether it is all that changes the layout alone, wherever it stands: bullets, wraps, padding, escapes. It quotes nothing.
    """

    edits: tuple[Edit, ...]
    paragraph: int
    last_paragraph: int
    start: int
    end: int
    quote: str
    replace: str
    moved_to: int | None = None
    layout: bool = False


def places(base: str, proposed: str | Sequence[Edit], *, moves: bool = True) -> tuple[Place, ...]:
    r"""Split one edited text into the places it changes.

    The edits of all places together are the edits of the whole, and each place applies without the others. A paragraph
    split in two, two joined into one, a heading put in with its paragraph, a run of paragraphs deleted: each is one place.
    New numbers of list items go with the item that was put in or taken out, and so do those of articles and sub-numbers
    (``renumbered``); a note goes with what refers to it; of notes put in at one point, in order of their names, each by itself. What
    changes the layout alone is the last place; an edit of a sign and the word beside it is parted for that.

    Args:
        base: The text as it stands.
        proposed: The whole text as it should read, canonical; or edits of *base*.
        moves: Whether paragraphs that stand elsewhere afterwards, word for word, are one place. Else they are two, each where it is in
            the text: for who reads what changed.

    Returns:
        The places in order of the text, a moved passage where it stood, the layout last; none if nothing changes.

    Raises:
        EditsOverlap: Edits were given, and two of them touch the same characters.
        EditOutside: Edits were given, and one reaches beyond the end of *base*.

    >>> [(p.paragraph, p.quote, p.replace) for p in places("# Wonen\n\nWij bouwen.\n", "# Wonen\n\nWij bouwen snel.\n")]
    [(2, 'Wij bouwen.', 'Wij bouwen snel.')]
    >>> text = "Wij bouwen nieuwe huizen.\n\nWij kappen bomen.\n\nWij rusten.\n"
    >>> [(p.quote, p.moved_to) for p in places(text, text[27:] + "\n" + text[:26])]
    [('Wij bouwen nieuwe huizen.', 3)]
    >>> [(p.replace, p.layout) for p in places("* huur\n* koop\n", "- huur\n- dure koop\n")]
    [('* dure koop', False), ('', True)]
    """
    edits = diff(base, proposed) if isinstance(proposed, str) else tuple(Edit(*span) for span in spans(base, proposed))
    words, layout = parted(base, edits)
    found = placed(base, words, paragraphs(base), moves=moves) if words else ()
    return (*found, _layout(base, layout)) if layout else found


def _layout(base: str, edits: tuple[Edit, ...]) -> Place:
    near = paragraph_at(paragraphs(base), edits[0].start)
    number = near.number if near else 1
    return Place(edits, number, number, edits[0].start, edits[0].start, "", "", layout=True)


def placed(base: str, edits: Sequence[Edit], paras: Sequence[Paragraph], *, moves: bool = True) -> tuple[Place, ...]:
    r"""The same for edits that are sorted and disjoint, layout among them, by who has the paragraphs of the text at hand.

    >>> text = "We build homes.\n"
    >>> [place.replace for place in placed(text, [Edit(9, 14, "flats")], paragraphs(text))]
    ['We build flats.']
    """
    if len(edits) == 1 and (single := _inside_one(base, edits[0], paras)):
        return (single,)
    found = _grouped(base, list(one_by_one(base, edits)) if moves else edits, paras, moves=moves)
    if not moves or len(found) < 2:
        return found
    noted = sorted((_noted(base, those) for those in belong(base, found, _EDITS)), key=_BEGINS)
    return tuple(sorted(map(_with_numbers, causes(base, noted, _told)), key=_BEGINS))


def _grouped(base: str, edits: Sequence[Edit], paras: Sequence[Paragraph], *, moves: bool) -> tuple[Place, ...]:
    """The places of edits, each by itself."""
    halves = _halves(base, edits, paras) if moves else {}
    groups: list[tuple[list[Edit], int, int]] = []
    for edit in edits:
        first, last = touched(base, edit, paras)
        if groups:
            if edit not in halves and first < last:
                _join(groups, first, halves)
            run, lo, hi = groups[-1]
            shares = lo < hi and first < last and first < hi
            alone = edit in halves or not halves.keys().isdisjoint(run)
            touch = run[-1].end == edit.start and not _told_apart(base, run[-1], edit)
            if (not alone and (shares or touch)) or _only_numbers(base, [edit]):
                run.append(edit)
                if not _only_numbers(base, [edit]):
                    groups[-1] = (run, *_hull((lo, hi), (first, last)))
                continue
            if _only_numbers(base, run):
                groups[-1] = ([*run, edit], first, last)
                continue
        groups.append(([edit], first, last))
    if not halves:
        return tuple(_place(base, run, lo, hi, paras) for run, lo, hi in groups)
    return tuple(sorted(_gathered(base, groups, halves, paras), key=_BEGINS))


def _told(one: Place) -> tuple[Sequence[Edit], str, str]:
    """What gives other numbers; a passage that is only moved is none that got one."""
    return one.edits, one.quote, one.replace if one.moved_to is None else one.quote


def _with_numbers(those: Sequence[Place]) -> Place:
    """A place with the new numbers that come of it: they are not told, as those of items are not."""
    first, *others = those
    edits = _joined(sorted([*first.edits, *(edit for one in others for edit in one.edits)]))
    return replace(first, edits=edits) if others else first


def _noted(base: str, those: Sequence[Place]) -> Place:
    """The place of notes and what refers to them."""
    if len(those) == 1:
        return those[0]
    used = [one for one in those if difference(base, [(edit.start, edit.end, edit.text) for edit in one.edits]).used]
    first = next((one for one in used if one.quote), (used or those)[0])
    told = [first, *(one for one in those if one is not first)]
    edits = _joined(sorted(edit for one in those for edit in one.edits))
    quote, reads = ("\n\n".join(side for one in told if (side := getattr(one, name))) for name in ("quote", "replace"))
    return replace(first, edits=edits, quote=quote, replace=reads)


def _told_apart(base: str, one: Edit, two: Edit) -> bool:
    """Whether two edits at one point are two notes, or an item that is put in and the new number of the one behind it."""
    return one.start == two.start and (two.start == two.end or is_typed_number(base, two.start, two.end, two.text))


def _joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits, those that put something in at one point as one."""
    found: list[Edit] = []
    for edit in edits:
        if found and found[-1].start == edit.start == edit.end:
            edit = Edit(edit.start, edit.end, found.pop().text + edit.text)
        found.append(edit)
    return tuple(found)


def _join(groups: list[tuple[list[Edit], int, int]], first: int, halves: Mapping[Edit, Move]) -> None:
    """Make one group of the last that reaches into paragraph *first* and of those put in behind it, which lie inside what both change."""
    at = len(groups) - 1
    while at > 0 and groups[at][1] == groups[at][2]:
        at -= 1
    inside = groups[at:]
    if len(inside) == 1 or groups[at][2] <= first or any(edit in halves for run, _, _ in inside for edit in run):
        return
    groups[at:] = [([edit for run, _, _ in inside for edit in run], *groups[at][1:])]


def _inside_one(base: str, edit: Edit, paras: Sequence[Paragraph]) -> Place | None:
    """The place of an edit well inside one paragraph: what nearly everybody makes, and quickly told."""
    at = bisect_left(paras, edit.start, key=BEGINS) - 1
    if at < 0 or edit.end >= paras[at].end or "\n" in edit.text:
        return None
    start, end, number = paras[at].start, paras[at].end, paras[at].number
    replace = (base[start : edit.start] + edit.text + base[edit.end : end]).strip("\n")
    return Place((edit,), number, number, start, end, base[start:end], replace)


def is_sweeping(base: str, edits: Sequence[Edit]) -> bool:
    """Whether edits replace most of a text: at least 5 paragraphs, and more than 60 % of what is not blank.

    What is only moved is not replaced, however long it is: all its words stay.

    Args:
        base: The text they were made against.
        edits: All edits of one person.

    Raises:
        EditsOverlap: Two edits touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> is_sweeping("Wij bouwen.\\n", [Edit(0, 11, "Zij slopen!")])
    False
    """
    changed = 0
    changes: set[int] = set()
    paras = paragraphs(base)
    swept = spans(base, edits)
    elsewhere = {move.gone for move in moved(base, swept)}
    for start, end, _ in (span for span in swept if span not in elsewhere):
        gone = len("".join(base[start:end].split()))
        changed += gone
        if gone:
            first, last = overlapped(paras, start, end)
            changes.update(range(first, last))
    return len(changes) >= SWEEPING_PARAGRAPHS and changed > SWEEPING_SHARE * len("".join(base.split()))


def _only_numbers(base: str, edits: Sequence[Edit]) -> bool:
    """Whether edits do nothing but number list items anew."""
    return all(edit.text.isdecimal() and is_soft(base, edit.start, edit.end, edit.text) for edit in edits)


def _hull(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    """The range that holds both, where an empty one holds nothing."""
    if one[0] == one[1]:
        return two
    if two[0] == two[1]:
        return one
    return min(one[0], two[0]), max(one[1], two[1])


def _place(base: str, run: Sequence[Edit], first: int, last: int, paras: Sequence[Paragraph]) -> Place:
    """The value for the edits of one place."""
    run = _joined(run)
    if first >= last:
        near = paragraph_at(paras, max(run[0].start - 1, 0))
        number = near.number if near else 1
        own = [edit for edit in run if not _only_numbers(base, [edit])]
        at = own[0].start
        return Place(tuple(run), number, number, at, at, "", "".join(edit.text for edit in own).strip("\n"))
    start, end = paras[first].start, paras[last - 1].end
    inside = [edit for edit in run if (edit.end >= start and edit.start <= end) or not _only_numbers(base, [edit])]
    lo, hi = min(start, inside[0].start), max(end, inside[-1].end)
    moved = [Edit(edit.start - lo, edit.end - lo, edit.text) for edit in inside]
    replace = apply(base[lo:hi], moved).strip("\n")
    return Place(tuple(run), paras[first].number, paras[last - 1].number, start, end, base[start:end], replace)


def _halves(base: str, edits: Sequence[Edit], paras: Sequence[Paragraph]) -> dict[Edit, Move]:
    """The edits that take moved paragraphs out and put them in, with their move."""
    found: dict[Edit, Move] = {}
    for move in moved(base, [(edit.start, edit.end, edit.text) for edit in edits]):
        if _whole(base, move, paras):
            found |= {Edit(*move.gone): move, Edit(*move.come): move}
    return found


def _whole(base: str, move: Move, paras: Sequence[Paragraph]) -> bool:
    """Whether a move takes whole paragraphs between two others; else their neighbours change with it, and each half is a place."""
    first, last = overlapped(paras, move.start, move.end)
    before, after = base[paras[first].start : move.start], base[move.end : paras[last - 1].end]
    comes = touched(base, Edit(*move.come), paras)
    stands = not (before + after).strip() and touched(base, Edit(*move.gone), paras) == (first, last)
    return stands and comes[0] == comes[1] and not first <= index_before(paras, move.to) + 1 <= last


def _gathered(
    base: str, groups: Sequence[tuple[list[Edit], int, int]], halves: Mapping[Edit, Move], paras: Sequence[Paragraph]
) -> Iterator[Place]:
    """The places of groups of edits, the two halves of each move as one."""
    runs: dict[Move, list[Edit]] = {}
    for run, lo, hi in groups:
        move = next((halves[edit] for edit in run if edit in halves), None)
        if move is None:
            yield _place(base, run, lo, hi, paras)
        else:
            runs.setdefault(move, []).extend(run)
    for move, run in runs.items():
        first, last = overlapped(paras, move.start, move.end)
        start, end = paras[first].start, paras[last - 1].end
        reads, behind = move.come[2].strip("\n"), index_before(paras, move.to) + 1
        yield Place(tuple(run), first + 1, last, start, end, base[start:end], reads, behind)
