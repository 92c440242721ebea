"""Which edits of one person change the layout alone: with them and without them a reader is shown the same.

A bullet that is another sign, a heading underlined or not, words wrapped elsewhere, padded, escaped. It is found by reading both
texts as a page does (``reading``); only where an edit changes nothing but signs and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import accumulate

from plein.documents.diff.align import Effort, align, hunks_of
from plein.documents.diff.lines import coded
from plein.documents.diff.reading import Reading, opens
from plein.documents.edit import Edit, apply

_SIGN = re.compile(r"[*_`~#>+\-=|\\<\[&;\"']")
_LEAD = re.compile(r"[\W_]*")
_BEGINS = re.compile(r"[ \t>\n]*(?:[-*+]|#{1,6}|\d{0,9}[.)])(?![^ \t\n])")
_TRAIL = re.compile(r"[\W_]*\Z")
_HEAD = re.compile(r"\s*(?:[^\w\s.,;:!?]|_)+")
_TAIL = re.compile(r"(?:[^\w\s.,;:!?]|_)*\Z")
_TARGET = re.compile(r"\](?:\([^()\n]*\)|\[[^][\n]*\])")
_ITEM = re.compile(r"[-*+]|\d{1,9}[.)]?")
_ITEMS = re.compile(rf"(.*\S.*\n)([ \t]*(?:{_ITEM.pattern}))", re.DOTALL)
_TOKEN = re.compile(r"[^\W_]+|[^\S\n]+|\n|.", re.DOTALL)
_AROUND = 80
_LONG, _RUN = 2_000, 8


def parted(base: str, edits: Sequence[Edit], *, fitting: bool = False) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    r"""Tell the edits that change what is shown from those that change the layout alone.

    The second, written in alone, leave what is shown as it is; the first, written in alone, show what all together show. An edit of a
    sign and the word beside it comes back as two that touch. New numbers of items belong to the item that was put in or taken out.

    Args:
        base: The text.
        edits: Sorted and disjoint.
        fitting: Whether only the words are wanted, fit for the text as it is written: an item that is put in takes the sign of the list it
            comes into though the edits say another, and what is left out need not stand by itself. Else the two together are the edits.

    Returns:
        Words and layout, each sorted.

    >>> parted("* old\n* new\n", [Edit(0, 5, "- older"), Edit(6, 7, "-")])
    ((Edit(start=2, end=5, text='older'),), (Edit(start=0, end=1, text='-'), Edit(start=6, end=7, text='-')))
    """
    borders = {edit.start for edit in edits}.intersection(edit.end for edit in edits)
    parts = [tuple(_apart(base, edit)) if borders.isdisjoint((edit.start, edit.end)) else (edit,) for edit in edits]
    apart = [part for those in parts for part in those]
    rewrapped = set(_rewrapped(base, apart))
    may = [part for part in apart if part in rewrapped or _may_be(base, part)]
    if not may:
        return tuple(edits), ()
    reading = Reading(base, apart, fitting)
    layout = set(reading.layout(may))
    words: list[Edit] = []
    for edit, those in zip(edits, parts, strict=True):
        whole = layout.isdisjoint(those) and reading.fitted.keys().isdisjoint(those)
        words += [edit] if whole else _joined(reading.fitted.get(part, part) for part in those if part not in layout)
    return tuple(words), tuple(sorted(layout))


def _may_be(base: str, edit: Edit) -> bool:
    """Whether an edit might change the layout alone; quickly, because nearly none does."""
    changed = base[edit.start : edit.end] + edit.text
    if changed.isalpha():
        return False
    begins = opens(base, edit)
    if not begins and changed.strip() and not _SIGN.search(changed):
        return False
    before, after = base[max(edit.start - _AROUND, 0) : edit.start], base[edit.end : edit.end + _AROUND]
    left = "" if not before or before[-1].isspace() else before.split()[-1]
    right = "" if not after or after[0].isspace() else after.split()[0]
    return _letters(left + base[edit.start : edit.end] + right, begins) == _letters(left + edit.text + right, begins)


def _rewrapped(base: str, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Runs of edits that only carry words over to another line, where each line has a sign before it."""
    at = 0
    while at < len(edits):
        gone = come = ""
        done = at
        for number, edit in enumerate(edits[at : at + _RUN], at):
            between = base[edits[number - 1].end : edit.start] if number > at else ""
            if len(between) > _LONG or "\n\n" in between:
                break
            gone, come = gone + base[edit.start : edit.end], come + edit.text
            carried = number > at and "\n" in base[edits[at].start : edit.end] + come
            if carried and sorted(_letters(gone, False)) == sorted(_letters(come, False)):
                lo, hi = edits[at].start, edit.end
                run = [Edit(one.start - lo, one.end - lo, one.text) for one in edits[at : number + 1]]
                if _letters(base[lo:hi], False) == _letters(apply(base[lo:hi], run), False):
                    done = number + 1
        yield from edits[at:done]
        at = max(done, at + 1)


def _letters(text: str, begins: bool) -> list[str]:
    """The letters a reader is shown of some characters; at the beginning of a line without digits, for they may be the number of an item."""
    plain = unescape(_TARGET.sub("]", text))
    return [letter for letter in plain if letter.isalnum() and not (begins and letter.isdecimal())]


def _apart(base: str, edit: Edit) -> Iterator[Edit]:
    """An edit in parts: that of words by itself, and those of the signs beside them, where they are others."""
    old, new, at, end = base[edit.start : edit.end], edit.text, edit.start, edit.end
    begins = opens(base, edit)
    if _letters(old, False) == _letters(new, False) or len(old + new) > _LONG or not (begins or _SIGN.search(old + new)):
        yield edit
        return
    if old[:1] == new[:1] == "\n":
        yield Edit(at, at + 1, "\n")
        old, new, at, begins = old[1:], new[1:], at + 1, True
    come = _ITEMS.fullmatch(new) if begins and _ITEM.fullmatch(old.lstrip("\n")) else None
    gone = _ITEMS.fullmatch(old) if begins and _ITEM.fullmatch(new.lstrip("\n")) else None
    if come:  # the sign of an item, told as that of the items put in before it
        apart = at + len(old) - len(old.lstrip("\n"))
        yield from (*([Edit(at, apart, "")] if apart > at else []), Edit(apart, apart, come[1]), Edit(apart, end, come[2]))
        return
    if gone:
        yield Edit(at, at + gone.end(1), "")
        yield Edit(at + gone.end(1), end, new)
        return
    was, becomes = (_BEGINS.match(side) if begins else None for side in (old, new))
    if was and becomes and was[0] != becomes[0]:
        yield Edit(at, at + was.end(), becomes[0])
        old, new, at = old[was.end() :], new[becomes.end() :], at + was.end()
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    code_a, code_b, codes = coded(a, b)
    hunks = hunks_of(align(code_a, code_b, [token.isalnum() for token in codes], Effort()), len(a), len(b))
    cuts = list(accumulate(map(len, a), initial=at))
    for i0, i1, j0, j1 in hunks:
        yield from (part for part in _bare("".join(a[i0:i1]), "".join(b[j0:j1]), cuts[i0]) if part.text or part.start < part.end)


def _bare(old: str, new: str, at: int) -> Iterator[Edit]:
    """The edits of words, and before and after them those of the signs around them, where they are others; some may do nothing."""
    (a, b), (c, d) = ((_LEAD.match(side).end(), _TRAIL.search(side).start()) for side in (old, new))  # type: ignore[union-attr]  # they match nothing too
    end = at + len(old)
    if a < b and c < d:
        if old[:a] == new[:c]:
            a = c = 0
        if old[b:] == new[d:]:
            b, d = len(old), len(new)
        yield from (Edit(at, at + a, new[:c]), Edit(at + a, at + b, new[c:d]), Edit(at + b, end, new[d:]))
    elif not old or not new or (a >= b and c >= d):
        yield Edit(at, end, new)
    elif c < d:  # words put in beside a sign that becomes another, or goes
        head, tail = _signs(new)
        if head:
            yield from (Edit(at, end, new[:head]), Edit(end, end, new[head:]))
        elif tail < len(new) or old[-1] != "\n":
            yield from (Edit(at, at, new[:tail]), Edit(at, end, new[tail:]))
        else:
            yield from (Edit(at, end, ""), Edit(end, end, new))
    else:  # words taken out there
        head, tail = _signs(old) if new.strip() else (0, len(old))
        if head:
            yield from (Edit(at, at + head, new), Edit(at + head, end, ""))
        elif tail < len(old) or not new.strip():
            yield from (Edit(at, at + tail, ""), Edit(at + tail, end, new))
        else:
            yield from (Edit(at, at, new), Edit(at, end, ""))


def _signs(text: str) -> tuple[int, int]:
    """Where the signs end that a text begins with, 0 where it begins with none, and where those begin that it ends with."""
    head = _HEAD.match(text)
    return head.end() if head else 0, _TAIL.search(text).start()  # type: ignore[union-attr]  # they match nothing too


def _joined(parts: Iterable[Edit]) -> Iterator[Edit]:
    """Edits, those that touch as one."""
    last: Edit | None = None
    for part in parts:
        if last is not None and last.end == part.start:
            last = Edit(last.start, part.end, last.text + part.text)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last
