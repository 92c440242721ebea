"""A passage that people point at by quoting it: as it is written, or as they read it. It is found or not: nothing is placed by resemblance."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from plein.documents.diff.diff import diff
from plein.documents.diff.emptied import emptied, passage_gone
from plein.documents.edit import Edit, apply
from plein.documents.show.as_read import Hit, across, hits, legibly
from plein.documents.show.as_written import in_a_row, may_stand_twice
from plein.documents.show.nearest import nearest
from plein.documents.show.reworded import reads, reworded
from plein.documents.text.canonical import canonical
from plein.documents.text.paragraphs import paragraph_at, paragraphs
from plein.documents.text.whole_words import around_words
from plein.errors import QuoteAmbiguous, QuoteNotFound, QuoteTorn

_MARK = re.compile(r"[*_~`\[\]<>&\\|!]")
_BEGINS_A_BLOCK = re.compile(r"\s*(?:[-*+#>]|\d{1,9}[.)])")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ONE_SIGN = re.compile(r"&(?:#\w{1,8}|\w{1,31});|\\[!-/:-@\[-`{-~]")
_LONGEST_SIGN = 33
_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s+")
_AROUND = 24
_TOLD = 3
_MOST = 1_000

Span = tuple[int, int]


def find_quote(text: str, quote: str, *, version: int | None = None, whole: bool = False, exact: bool = False) -> tuple[int, int]:
    r"""Where a quoted passage stands.

    It must stand there once: as it is written, but for white space within a paragraph; or as people read it, on a page or in Word: whatever
    marks, links, signs at the beginning of lines and line ends are in it, and whatever quotes, dashes, dots, blanks and accents look
    like. It never joins two paragraphs, rows or items; several are found only as they are written, with their line ends.

    Args:
        text: The text to look in, canonical.
        quote: The passage.
        version: Number of the version, for the refusal.
        whole: Whether to refuse a passage of which a mark, as a link or what is stressed, holds only a part.
        exact: Whether only what is written is looked at, and paragraphs may be joined: for passages kept earlier.

    Returns:
        Start and end in code points, from 0; of one that was found as it reads, with the marks that hold nothing else.

    Raises:
        QuoteNotFound: It occurs nowhere, or in the middle of a word or number, or is blank, or runs over several paragraphs.
        QuoteAmbiguous: It occurs more than once.
        QuoteTorn: Asked for *whole*, and it is not.

    >>> find_quote("Wij bouwen\nwoningen.\n", "bouwen woningen")
    (4, 19)
    >>> find_quote("Wij **bouwen** [nu](https://a.nl) woningen.\n", "Wij bouwen nu")
    (0, 33)
    """
    found = _kept(text, quote, version) if exact else _found(text, quote, version)
    if not isinstance(found, Hit):
        return found
    if whole and found.torn:
        raise _torn(text, quote, found, version)
    return found.span


def replace_quote(
    text: str, quote: str, replacement: str, *, version: int | None = None, exact: bool = False
) -> tuple[tuple[int, int], tuple[Edit, ...]]:
    r"""The edits that put something else in the place of a quoted passage.

    They are the same as those of somebody who hands in the whole text with this change, so that the two fold. Where a
    word or a paragraph is taken out, the blank or the empty line beside it goes too; with all words of an item, a heading or a row
    goes its sign.

    Of a passage that was found as it reads only the words that differ are replaced: marks, links and the text's own quotes and dashes stay
    around them, and go with the last word they hold. A replacement with marks of its own takes the place of the whole passage.

    Args:
        text: The text to change, canonical.
        quote: The passage; see :func:`find_quote`.
        replacement: What to put in its place; empty to delete it.
        version: Number of the version, for the refusal.
        exact: Whether only what is written is looked at, and paragraphs may be joined: for passages kept earlier.

    Returns:
        The place of the quote as (start, end), and the edits; none if nothing changes.

    Raises:
        QuoteNotFound: The passage occurs nowhere, or is blank, or runs over several paragraphs.
        QuoteAmbiguous: It occurs more than once.
        QuoteTorn: A mark would be torn, or made.
        BrokenText: The replacement holds a control character.

    >>> replace_quote("Wij bouwen dure woningen.\n", "dure", "betaalbare")
    ((11, 15), (Edit(start=11, end=15, text='betaalbare'),))
    >>> replace_quote("Wij **bouwen** dure\nwoningen.\n", "Wij bouwen dure", "Wij bouwen betaalbare")
    ((0, 19), (Edit(start=15, end=19, text='betaalbare'),))
    """
    found = _kept(text, quote, version) if exact else _found(text, quote, version)
    new = _plain(replacement)
    if isinstance(found, Hit):
        proposed = reworded(text, found, new)
        if proposed is None:
            raise _torn(text, quote, found, version)
        return found.span, _edits(text, found, proposed)
    edits = emptied(text, diff(text, canonical(_put(text, found, new))), kept=exact)
    return found, edits if exact else _untorn(text, _plain(quote), found, new, edits)


def reading(text: str, span: tuple[int, int], edits: Sequence[Edit]) -> str:
    r"""How a passage is written with edits in it; what they change around it is left out.

    >>> reading("We **plant** trees.\n", (3, 18), [Edit(13, 18, "oaks")])
    '**plant** oaks'
    """
    lo, hi = span
    inside = [Edit(max(one.start, lo) - lo, min(one.end, hi) - lo, one.text) for one in edits if one.start <= hi and lo <= one.end]
    said = apply(text[lo:hi], inside)
    return said if text[lo:hi].endswith("\n") else said.rstrip("\n")


def _put(text: str, span: Span, new: str) -> str:
    """The text with something else in the place of a passage."""
    lo, hi = span
    if not new.strip():
        lo, hi = passage_gone(text, lo, hi)
    elif new.endswith("\n") and not text[lo:hi].endswith("\n") and text[hi : hi + 1] == "\n":
        new = new.rstrip("\n")
    return text[:lo] + new + text[hi:]


def _untorn(text: str, quote: str, span: Span, new: str, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The same edits; where marks around the passage would come apart, or lines be wrapped anew, those that leave them, if there are any."""
    paras = paragraphs(text)
    first, last = paragraph_at(paras, span[0]), paragraph_at(paras, max(span[1] - 1, span[0]))
    wrapped = text[slice(*span)].strip() != quote.strip()
    marked = first is not None and _MARK.search(text, first.start, first.end)
    if not edits or first != last or not (wrapped or marked or _BEGINS_A_BLOCK.match(new)):
        return edits
    read = [hit for hit in hits(text, quote) if hit.seen is not None and hit.start <= span[0] and span[1] <= hit.stop]
    if len(read) != 1 or (not wrapped and reads(text, read[0], new, apply(text, edits))):
        return edits
    proposed = reworded(text, read[0], new)
    return edits if proposed is None else _edits(text, read[0], proposed)


def _edits(text: str, hit: Hit, proposed: str) -> tuple[Edit, ...]:
    """The edits that lead to a text with a passage in other words; where no word is left in its block, its signs go too."""
    edits = diff(text, canonical(proposed))
    return emptied(text, edits) if hit.entire else edits


def _found(text: str, quote: str, version: int | None) -> Span | Hit:
    """The one place of a passage: where it is written so, else where it is read so."""
    wanted = _plain(quote)
    if not wanted.split():
        raise QuoteNotFound(quote, version)
    written, joined = _written(text, wanted)
    written, torn = _of_whole_words(text, written)
    if torn:
        raise QuoteNotFound(quote, version, word=text[slice(*torn)], paragraph=_number(text, torn[0]))
    if len(written) == 1 and not _cuts(text, *written[0]):
        alike = _alike(text, wanted)
        if len(alike) > 1:
            raise QuoteAmbiguous(quote, len(alike), version, [_place(text, hit) for hit in alike[:_TOLD]])
        return written[0]
    read = hits(text, wanted)
    if len(read) == 1 and read[0].seen is not None:
        return read[0]
    if len(written) == 1:
        return written[0]
    if len(read) > 1:
        raise QuoteAmbiguous(quote, len(read), version, [_place(text, hit) for hit in read[:_TOLD]])
    if written:
        raise QuoteAmbiguous(quote, len(written), version, [_place_written(text, *span) for span in written[:_TOLD]])
    over = (joined[0][0], joined[0][1] - 1) if joined else across(text, wanted)
    if over is not None and _number(text, over[0]) < _number(text, over[1]):
        raise QuoteNotFound(quote, version, across=(_number(text, over[0]), _number(text, over[1])))
    near = nearest(text, wanted)
    if near is None:
        raise QuoteNotFound(quote, version)
    raise QuoteNotFound(quote, version, nearest=near.passage, paragraph=_number(text, near.at))


def _of_whole_words(text: str, written: list[Span]) -> tuple[list[Span], Span | None]:
    """The places that begin and end with a word; where there are but others, none, and the words of which the first holds only a part."""
    whole = [span for span in written if around_words(text, *span) == span]
    return whole, around_words(text, *written[0]) if written and not whole else None


def _alike(text: str, wanted: str) -> list[Hit]:
    """All places that read like a passage to the letter, where there may be more than the one in which it is written so: with marks in it."""
    words = _WORD.findall(wanted)
    if len(words) < 2 or not may_stand_twice(text, words):
        return []
    said = " ".join(wanted.split())
    return [hit for hit in hits(text, wanted) if " ".join(hit.says.split()) == said]


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether a place begins or ends inside an entity, or between a backslash and its sign."""
    lo = max(start - _LONGEST_SIGN, 0)
    signs = (sign.span() for sign in _ONE_SIGN.finditer(text, lo, end + _LONGEST_SIGN))
    return any(lo < start < hi or lo < end < hi for lo, hi in signs)


def _kept(text: str, quote: str, version: int | None) -> Span:
    """The one place where a passage is written, as it was always looked for."""
    wanted = _plain(quote)
    written, joined = _written(text, wanted) if wanted.split() else ([], [])
    found = sorted(written + joined)
    if len(found) > 1:
        raise QuoteAmbiguous(quote, len(found), version)
    if not found:
        raise QuoteNotFound(quote, version)
    return found[0]


def _written(text: str, wanted: str) -> tuple[list[Span], list[Span]]:
    """Where a passage is written: to the letter, else but for white space; and, of the latter, where that would join paragraphs."""
    for passage in dict.fromkeys((wanted, wanted.strip("\n"), wanted.strip())):
        found = [(start, start + len(passage)) for start in _starts(text, passage)]
        if found:
            return found, []
    spans = in_a_row(text, wanted.split())
    joined = [span for span in spans if _joins(text, span, wanted.strip())]
    return [span for span in spans if span not in joined], joined


def _joins(text: str, span: Span, wanted: str) -> bool:
    """Whether a place of a passage runs over the end of a paragraph where the quote has no line end, or no blank line, that is there."""
    if "\n" not in text[slice(*span)]:
        return False
    paras = paragraphs(text)
    for gap, asked in zip(_GAP.finditer(text, *span), _GAP.finditer(wanted), strict=True):
        before, behind = paragraph_at(paras, gap.start() - 1), paragraph_at(paras, gap.end())
        parted = "\n" in asked[0] and bool(_BLANK_LINE.search(asked[0])) >= bool(_BLANK_LINE.search(gap[0]))
        if before != behind and not parted:
            return True
    return False


def _starts(text: str, passage: str) -> Iterator[int]:
    """Where a passage occurs, places that overlap included; the first thousand."""
    at = text.find(passage)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = text.find(passage, at + 1)


def _torn(text: str, quote: str, hit: Hit, version: int | None) -> QuoteTorn:
    start, end = hit.span
    return QuoteTorn(quote, _number(text, start), text[start:end], version)


def _number(text: str, at: int) -> int:
    """The number of the paragraph that holds a code point."""
    found = paragraph_at(paragraphs(text), at)
    return found.number if found else 0


def _place(text: str, hit: Hit) -> tuple[int, str]:
    """The paragraph of a place where a passage can be read, and the passage with what stands around it there."""
    if hit.seen is None:
        return _place_written(text, hit.leaf.start, hit.leaf.end)
    before, passage = legibly(hit.seen, 0, hit.first), legibly(hit.seen, hit.first, hit.last)
    return _number(text, hit.start), _amid(before, passage, legibly(hit.seen, hit.last, len(hit.seen.items)))


def _place_written(text: str, start: int, end: int) -> tuple[int, str]:
    para = paragraph_at(paragraphs(text), start)
    lo, hi = (para.start, para.end) if para else (start, end)
    return para.number if para else 0, _amid(text[min(lo, start) : start], text[start:end], text[end : max(hi, end)])


def _amid(before: str, passage: str, behind: str) -> str:
    """A passage with a few words before and behind it, on one line."""
    left = before if len(before) <= _AROUND else "…" + (before[-_AROUND:].partition(" ")[2] or before[-_AROUND:])
    right = behind if len(behind) <= _AROUND else (behind[:_AROUND].rpartition(" ")[0] or behind[:_AROUND]) + "…"
    return " ".join(f"{left}{passage}{right}".split())


def _plain(text: str) -> str:
    """NFC and LF, like the text it is compared with; nothing else is touched."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
