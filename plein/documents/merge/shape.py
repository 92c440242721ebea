"""What nobody asked for though everybody's change is clean: blocks and marks that only come of several changes together.

Where the rules of :mod:`plein.documents.merge.meet` foresee nothing, the text is parsed around what may change its shape: once as it
stands, once with each change, once with all. Blocks and marks add up, or those that meet there are held. It is a net behind the rules, not
one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TypeVar

from plein.documents.diff.counting import recounted
from plein.documents.diff.items import ITEM, is_new_number
from plein.documents.merge.pairs import halves
from plein.documents.merge.turns import lined_up
from plein.documents.spans import Span, written
from plein.documents.text.markdown import parser
from plein.documents.text.remembered import remembered
from plein.documents.text.units import MARKER
from plein.documents.thresholds import SHAPE_CHARACTERS

K = TypeVar("K", bound=Hashable)

MOST = 10
"""Of more people who meet in one passage, only those are compared two by two who stand side by side."""
WINDOW = 20_000
"""A passage of more characters is not parsed."""


_LINES = re.compile(r"\n|\|")
_PLAIN_BLOCKS = re.compile(r"\n*(?:(?:#{1,6} )?[^\W\d_][^\n|<]*\n+)+")
_SAFE = re.compile(r"(?<=\n\n)(?=#{1,6} |[^\W\d_]|[(\"'“„*_])")
_FENCED = re.compile(r"^ {0,3}(```+|~~~+)[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_SIGNS = re.compile(r"[*_~`\[\]|]|\A *(?:#{1,6} |[-+>] |\d{1,9}[.)] )")
_DIGITS = re.compile(r"\d+")
_HEAD = re.compile(r"^(.*\|.*)\n[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:|-]*$", re.MULTILINE)
_PIPE = re.compile(r"(?<!\\)\|")
_UNCOUNTED = frozenset(("inline", "td_open", "th_open"))
_CONTAINERS = frozenset(
    (
        "bullet_list_open",
        "ordered_list_open",
        "dl_open",
        "paragraph_open",
        "table_open",
        "blockquote_open",
        "thead_open",
        "tbody_open",
    )
)


def may_reshape(base: str, span: Span) -> bool:
    r"""Whether a change may, together with others, make blocks or marks that nobody asked for.

    >>> may_reshape("We build.\n", (3, 8, "rent")), may_reshape("We build.\n", (3, 3, "**")), may_reshape("We build.\n", (0, 0, "# "))
    (False, True, True)
    """
    start, end, text = span
    was = base[start:end]
    if _LINES.search(text) or _LINES.search(was):
        return not _sealed(base, start, end, text, was)
    first, old = text.lstrip()[:1], was.lstrip()[:1]
    if not (first.isalpha() or not first) or not (old.isalpha() or not old) or (start == end and text.isspace()):
        line = base.rfind("\n", 0, start) + 1
        if start - line < 12 and MARKER.fullmatch(base, line, start):
            return True
    return bool(halves(base, span))


def shaping(base: str, clean: Sequence[Span], parts: Collection[Span] = ()) -> list[Span]:
    """Those of sorted, disjoint changes that may reshape the text together, because others stand not far from them; none of *parts*."""
    found: list[Span] = []
    reach = -SHAPE_CHARACTERS
    for number, span in enumerate(clean):
        start, end, text = span
        put, was = text.replace(" ", ""), base[start:end].replace(" ", "")
        plain = (put or was) and (not put or (put[0].isalpha() and put.isalnum())) and (not was or (was[0].isalpha() and was.isalnum()))
        if not plain and span not in parts:
            close = start - reach < SHAPE_CHARACTERS or (number + 1 < len(clean) and clean[number + 1][0] - end < SHAPE_CHARACTERS)
            if close and may_reshape(base, span):
                found.append(span)
        reach = end
    return found


def _sealed(base: str, start: int, end: int, text: str, was: str) -> bool:
    """Whether only plain paragraphs or headings are put in or taken out, with blank lines on both sides."""
    if (text and was) or not _PLAIN_BLOCKS.fullmatch(text or was):
        return False
    lines = text or was
    above = start == 0 or base[start - 2 : start] == "\n\n" or (lines[0] == "\n" and base[start - 1] == "\n")
    return above and (end == len(base) or base[end] == "\n" or lines.endswith("\n\n"))


def reshaped(base: str, clean: Sequence[Span], makers: Mapping[Span, Sequence[K]]) -> Iterator[tuple[int, int, list[K]]]:
    """Where clean changes together make a shape that none leads to: (start, end, those who meet there).

    Args:
        base: The text.
        clean: Sorted, disjoint changes that may reshape it.
        makers: Who makes each of them.
    """
    for lo, hi, inside in _windows(base, clean):
        units = _units([span for span in inside if len(makers[span]) < 2 or not is_new_number(base, *span)], makers)
        if len(units) < 2:
            continue
        cut = base[lo:hi]
        units = {keys: [(start - lo, end - lo, text) for start, end, text in spans] for keys, spans in units.items()}
        alone = {keys: _census(_counted(cut, spans)) for keys, spans in units.items()}
        stands = _census(cut)
        for keys in _columns(cut, stands, units, alone):
            yield lo + units[keys[0]][0][0], lo + units[keys[1]][-1][1], [key for one in keys for key in one]
        if not _odd(cut, stands, units, alone):
            continue
        order = sorted(units, key=lambda keys: units[keys])
        two = combinations(order, 2) if len(order) <= MOST else pairwise(order)
        found: list[tuple[tuple[K, ...], ...]] = [pair for pair in two if _odd(cut, stands, {keys: units[keys] for keys in pair}, alone)]
        for meeting in found or [tuple(order)]:
            spans = sorted(span for one in meeting for span in units[one])
            yield lo + spans[0][0], lo + spans[-1][1], [key for one in meeting for key in one]


def _columns(
    cut: str, stands: Counter[object], units: Mapping[tuple[K, ...], Sequence[Span]], alone: Mapping[tuple[K, ...], Counter[object]]
) -> Iterator[tuple[tuple[K, ...], tuple[K, ...]]]:
    """Who puts the columns of a table in another order, with who puts a row into it in the old one."""
    heads = _heads(cut)
    if not heads:
        return
    turning = [
        keys for keys in units if (now := _heads(written(cut, units[keys]))) != heads and [*map(sorted, now)] == [*map(sorted, heads)]
    ]
    rows = ("tr_open", "tr", 2)
    for keys in turning:
        yield from ((keys, other) for other in units if other != keys and alone[other][rows] > stands[rows])


def _heads(text: str) -> list[list[str]]:
    """The cells of the heads of all tables of a passage."""
    return [[cell.strip() for cell in found[1].strip().strip("|").split("|")] for found in _HEAD.finditer(text)]


def _windows(base: str, clean: Sequence[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """Passages between two safe places, with two changes or more in them."""
    inside: list[Span] = []
    lo = hi = -1
    safe: list[int] = []
    for span in clean:
        if inside and span[0] <= hi:
            inside.append(span)
            hi = max(hi, _next(safe, span[1], len(base)))
            continue
        if len(inside) > 1 and hi - lo <= WINDOW:
            yield lo, hi, inside
        safe = safe or _safe(base)
        at = bisect_left(safe, span[0])
        lo, hi, inside = safe[at - 1] if at else 0, _next(safe, span[1], len(base)), [span]
    if len(inside) > 1 and hi - lo <= WINDOW:
        yield lo, hi, inside


def _next(safe: Sequence[int], at: int, size: int) -> int:
    """The second safe place behind a place."""
    number = bisect_left(safe, at + 1)
    return safe[number + 1] if number + 1 < len(safe) else size


@remembered(4)
def _safe(base: str) -> list[int]:
    """Where a block begins whatever stands before it: unindented words behind a blank line, not inside a fence."""
    found = [match.start() for match in _SAFE.finditer(base)]
    if "```" in base or "~~~" in base:
        for fence in _FENCED.finditer(base):
            first, last = bisect_left(found, fence.start() + 1), bisect_left(found, fence.end())
            del found[first:last]
    return found


def _units(inside: Sequence[Span], makers: Mapping[Span, Sequence[K]]) -> dict[tuple[K, ...], list[Span]]:
    """The changes by who makes them; what several make is apart from what each of them makes alone."""
    units: dict[tuple[K, ...], list[Span]] = {}
    for span in inside:
        units.setdefault(tuple(makers[span]), []).append(span)
    return units


def _odd(
    cut: str, stands: Counter[object], units: Mapping[tuple[K, ...], Sequence[Span]], alone: Mapping[tuple[K, ...], Counter[object]]
) -> bool:
    """Whether all changes together come to other blocks and marks than those of each added up."""
    every = _census(_counted(cut, lined_up(cut, {span for spans in units.values() for span in spans})))
    expected = Counter(stands)
    for keys in units:
        expected.update(alone[keys])
        expected.subtract(stands)
    goes = sum(1 for spans in units.values() if any(not text and end > start for start, end, text in spans))
    evened = every["uneven rows"] < expected["uneven rows"]  # cells beyond the head of a table are not shown, and are now
    for kind in expected.keys() | every.keys():
        more = every[kind] - expected[kind]
        if evened and (more > 0 or kind == "uneven rows") and isinstance(kind, str):
            continue
        if more > 0 or (more < 0 and not (goes > 1 and isinstance(kind, tuple) and kind[0] in _CONTAINERS)):
            return True
    return False


def _counted(cut: str, spans: Sequence[Span]) -> str:
    """A passage with changes, and with the numbers that follow from them where lines are told apart by those."""
    told = any("\n" in text or "\n" in cut[start:end] for start, end, text in spans)
    told = told and any(found["typed"] is not None for found in ITEM.finditer(cut))
    return written(cut, recounted(cut, spans) if told else spans)


@lru_cache(maxsize=4_096)
def _census(text: str) -> Counter[object]:
    """How many blocks and marks of each kind a passage has, and signs that are shown as they are."""
    count: Counter[object] = Counter()
    lines = text.split("\n")
    for token in parser(html=True).parse(text):
        if token.nesting >= 0 and token.type not in _UNCOUNTED:
            count[token.type, token.tag, token.level] += 1
            if token.type == "table_open" and token.map:
                count["uneven rows"] += _uneven(lines[token.map[0] : token.map[1]])
            elif token.type in ("fence", "code_block"):
                count["lines of code"] += token.content.count("\n")
        for child in token.children or ():
            if child.type == "text":
                for sign in _SIGNS.findall(child.content):
                    count[_DIGITS.sub("1", sign)] += 1
            elif child.nesting >= 0 and child.type not in ("softbreak", "hardbreak"):
                count[child.type] += 1
    return count


def _uneven(rows: Sequence[str]) -> int:
    """How many rows of a table have other columns than its head."""
    columns = [len(_PIPE.findall(row.strip().strip("|"))) for row in rows if row.strip()]
    return sum(1 for number in columns if number != columns[0])
