"""What is left of a paragraph when all its words are taken out: nothing. Its bullet, number or mark goes with them.

Who deletes the words of an item wants no empty item; but one that others stand in cannot go without them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plein.documents.diff.diff import diff
from plein.documents.edit import Edit, apply
from plein.documents.text.canonical import canonical
from plein.documents.text.paragraphs import BEGINS, ENDS, Paragraph, paragraphs

_SIGNS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|\Z))*(?:\[[ xX]\](?=\s|\Z)|\[\^[^][\s]+\]:|[:~](?=\s|\Z))?")
_LINK = re.compile(r"(?<!!)\[\W*\](?:\([^()]*\)|\[[^][]*\])")
_PAIR = re.compile(r"(?<![\w*_~`\\!])(?:\*{2}|\*{4}|\*{6}|_{2}|_{4}|~{4}|`{2}|\[\](?:\([^()]*\)|\[[^][]*\]))(?![\w*_~`])")
_QUOTED = re.compile(r"[ \t]*>[ \t>]*")
_QUOTATION = re.compile(r"\A[ \t]*> ?")
_QUOTATIONS = re.compile(r"(?:[ \t]*>)*")
_KINDS = ("heading", "paragraph", "list-item", "note", "definition", "table-row")


@dataclass(frozen=True, slots=True)
class _Left:
    """A paragraph that loses words, or the first of a run; where what is left stands in the edited text; whether others stand in it that stay."""

    paragraph: Paragraph
    start: int
    end: int
    holds_others: bool


def emptied(base: str, edits: Sequence[Edit], *, kept: bool = False) -> tuple[Edit, ...]:
    r"""Edits that leave no sign behind where they take all words out: of an item, a heading, a row, a quotation, a note, or in marks.

    Whole lines go as those of a paragraph do. An item in which others stand that stay is left as it is, see :func:`hanging`; so is the
    head of a table.

    Args:
        base: The text.
        edits: Sorted and disjoint.
        kept: Whether to tell it as plein always did, for edits that were written in earlier: a quotation behind an item stood in it.

    >>> emptied("- rent\n- buy\n", [Edit(9, 12, "")])
    (Edit(start=7, end=13, text=''),)
    """
    touched = _touched(base, edits)
    if not touched:
        return tuple(edits)
    text = proposed = apply(base, edits)
    for left in sorted(_left(base, edits, touched, kept), key=lambda left: left.start, reverse=True):
        lo, hi = left.start, left.end
        if _is_bare(left.paragraph, text[lo:hi]):
            lo, hi = (lo, hi) if left.holds_others else lines_gone(text, lo, hi)
            text = text if left.holds_others else text[:lo] + text[hi:]
        else:
            there = set(_PAIR.findall(base[left.paragraph.start : left.paragraph.end]))
            text = text[:lo] + _without(text[lo:hi], there) + text[hi:]
    return tuple(edits) if text == proposed else diff(base, canonical(text))


def hanging(base: str, edits: Sequence[Edit]) -> Paragraph | None:
    """The first item of which edits take all words out while others that stand in it stay; None if there is none."""
    after = apply(base, edits)
    found = (left for left in _left(base, edits, _touched(base, edits)) if left.holds_others)
    return next((left.paragraph for left in found if _is_bare(left.paragraph, after[left.start : left.end])), None)


def lines_gone(text: str, start: int, end: int) -> tuple[int, int]:
    r"""From where to where to cut so that a passage of whole lines goes with its line end, and with a gap that nothing needs any more.

    >>> text = "one\n\ntwo\n\nthree\n"
    >>> start, end = lines_gone(text, 5, 8)
    >>> text[:start] + text[end:]
    'one\n\nthree\n'
    """
    lo, hi = text.rfind("\n", 0, start) + 1, text.find("\n", end) + 1 or len(text)
    above, below = _line_above(text, lo), _line_at(text, hi)
    if above is None or not above.strip():
        while hi < len(text) and not _line_at(text, hi).strip():
            hi = text.find("\n", hi) + 1 or len(text)
    elif _QUOTED.fullmatch(above) and not below.lstrip().startswith(">"):
        lo -= len(above) + 1
    if _QUOTED.fullmatch(below) and (above is None or not above.lstrip().startswith(">")):
        hi = text.find("\n", hi) + 1 or len(text)
    return lo, hi


def passage_gone(text: str, start: int, end: int) -> tuple[int, int]:
    r"""From where to where to cut so that a passage goes with the blank beside it, or, where it is whole lines, with its line end.

    >>> text = "We mow many lawns.\n"
    >>> passage_gone(text, 7, 11)
    (6, 11)
    """
    if start and text[start - 1] != "\n":
        end -= len(text[start:end]) - len(text[start:end].rstrip("\n"))  # what stands before it keeps its line end
    before, after = text[:start], text[end:]
    if (not before or before.endswith("\n")) and after.startswith("\n"):
        return lines_gone(text, start, end)
    if before.endswith(" ") and (after[:1] in (" ", "\n", "") or after[:1] in ".,;:!?"):
        return start - 1, end
    return start, end + ((not before or before.endswith("\n")) and after.startswith(" "))


def _line_above(text: str, at: int) -> str | None:
    return text[text.rfind("\n", 0, at - 1) + 1 : at - 1] if at else None


def _line_at(text: str, at: int) -> str:
    return text[at : text.find("\n", at)] if "\n" in text[at:] else text[at:]


def _touched(base: str, edits: Sequence[Edit]) -> list[Edit]:
    """Edits that take words out and put none in."""
    return [edit for edit in edits if _says(base[edit.start : edit.end]) and not _says(edit.text)]


def _left(base: str, edits: Sequence[Edit], touched: Sequence[Edit], kept: bool = False) -> Iterator[_Left]:
    """The paragraphs, or runs of them, that lose words, in order, where no edit reaches over their ends."""
    paras = paragraphs(base) if touched else ()
    done = -1
    for edit in touched:
        first, last = bisect_left(paras, edit.start + 1, key=ENDS), bisect_left(paras, edit.end, key=BEGINS) - 1
        if first > last or first <= done or paras[first].kind not in _KINDS:
            continue
        done, start, end = last, paras[first].start, paras[last].end
        if any(one.start < start < one.end or one.start <= end < one.end for one in edits):
            continue
        shift = sum(len(one.text) - (one.end - one.start) for one in edits if one.start < start)
        grown = sum(len(one.text) - (one.end - one.start) for one in edits if start <= one.start <= end)
        yield _Left(paras[first], start + shift, end + shift + grown, _holds_others(base, edits, paras, first, last, kept))


def _is_bare(para: Paragraph, after: str) -> bool:
    """Whether nothing but signs is left of a paragraph; never of the head of a table, which needs no words."""
    if para.kind == "table-row":
        return "\n" not in after and not _says(after)
    return bool(after.strip()) and not _says(_LINK.sub("", after[_end_of_signs(after) :]))


def _end_of_signs(text: str) -> int:
    signs = _SIGNS.match(text)
    return signs.end() if signs else 0


def _holds_others(base: str, edits: Sequence[Edit], paras: Sequence[Paragraph], first: int, last: int, kept: bool) -> bool:
    """Whether other paragraphs stand in an item, of which something stays."""
    quoted = None if kept else _quotations(base, paras[first])
    depth = _depth(base, paras[first], quoted)
    for other in paras[last + 1 :] if paras[first].kind == "list-item" else ():
        if _depth(base, other, quoted) <= depth:
            return False
        start, end = other.start, other.end
        stays = [base[at:upto] for at, upto in _kept(edits, start, end)] + [one.text for one in edits if start <= one.start <= end]
        if _says("".join(stays)[_end_of_signs(stays[0]) if stays else 0 :]):
            return True
    return False


def _kept(edits: Sequence[Edit], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What edits leave of a passage as it was."""
    for one in edits:
        if start < one.end and one.start < end:
            yield start, max(one.start, start)
            start = one.end
    yield min(start, end), end


def _quotations(base: str, para: Paragraph) -> int:
    """How many quotations a paragraph stands in, from the edge."""
    signs = _QUOTATIONS.match(_first_line(base, para))
    return signs[0].count(">") if signs else 0


def _depth(base: str, para: Paragraph, quoted: int | None) -> int:
    """How far from the edge a paragraph begins, within so many quotations; for None, with all signs of quotations taken out."""
    line = _first_line(base, para)
    line = line.replace(">", "") if quoted is None else line
    for _ in range(quoted or 0):
        line = _QUOTATION.sub("", line, count=1)
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip(" "))


def _first_line(base: str, para: Paragraph) -> str:
    return base[base.rfind("\n", 0, para.start) + 1 : para.end].partition("\n")[0]


def _without(text: str, there: set[str]) -> str:
    """A paragraph without pairs of marks that have nothing between them now, and without the blank beside each."""
    at = 0
    while pair := _PAIR.search(text, at):
        lo, hi = pair.span()
        if pair[0] in there:
            at = hi
            continue
        if text[:lo].endswith(" ") and (text[hi : hi + 1] in (" ", "\n", "") or text[hi] in ".,;:!?"):
            lo -= 1
        text, at = text[:lo] + text[hi:], lo
    return text


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))
