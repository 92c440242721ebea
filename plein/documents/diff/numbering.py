"""The new number of an item told apart from the items put in or taken out before it. What it should say is decided elsewhere.

An item is one of a list, or a line with a number that people type: ``1.2``, ``a.``, ``ii)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plein.documents.diff.ends import common_prefix
from plein.documents.diff.items import ITEM, LARGE, SERIAL, SIGNS, SMALL, WORD
from plein.documents.spans import Span
from plein.documents.text.sublines import BOLD, DOTS

_LEAD = " \t#*_("
_DOTTED = rf"{DOTS}\d{{1,3}}"
_PARTS = re.compile(r"\d+|\.|[^\W\d_]+")
_NUMBER = re.compile(rf"([ \t]*(?:{SERIAL}|(?:{SIGNS})?(?:{WORD}|{BOLD}\(?)))({_DOTTED}|\d{{1,9}}[a-z]?|{SMALL}|{LARGE})")
_MARKERS = (
    re.compile(rf"([ \t]*{BOLD}\(?)({_DOTTED}(?=[.)]?[ \t*_])|(?:\d{{1,9}}[a-z]?|{SMALL})(?=[.)]))[.)]?(?:\*\*|__)?[ \t]+"),
    re.compile(rf"([ \t]*(?:{SERIAL}|(?:{SIGNS})?{WORD}))({_DOTTED}|\d{{1,4}}[a-z]?|[IVX]{{1,7}}|[A-Z](?![^\W_]))(?:[.):]|\*\*|__)*[ \t]*"),
    re.compile(rf"([ \t]*{SIGNS}{BOLD})({_DOTTED}|\d{{1,4}}|(?:{LARGE}|{SMALL})(?=[.):]))(?:[.):]|\*\*|__)*[ \t]*"),
)
"""The beginning of an item: what stands before its number, that, and what stands behind it."""
_LONGEST = 40
"""So many characters has the longest of them that is looked for."""


def apart(base: str, edits: Sequence[Span]) -> list[Span]:
    r"""The same edits, where an item put in or taken out is told apart from the new number of the one behind it.

    Args:
        base: The old text.
        edits: Sorted and disjoint.

    >>> apart("1. a\n2. b\n", [(5, 6, "2. x\n3")])
    [(5, 5, '2. x\n'), (5, 6, '3')]
    """
    told: list[Span] = []
    swept = [own for edit in edits for own in _number_and_rest(base, *edit)]
    for span, behind in zip(swept, [*(start for start, _, _ in swept[1:]), len(base)], strict=True):
        parts = _parted(base, *span, behind) if span[2][-1:].isdecimal() or "\n" in span[2] + base[span[0] : span[1]] else [span]
        start, end, text = parts[0]
        if told and start <= told[-1][1]:  # told so, it meets the one before, at the beginning of their line
            if told[-1][0] < start or start < end:
                parts = [span]
            else:
                parts[0] = (start, end, told.pop()[2] + text)
        told += parts
    return [bare for span in told for bare in _bare(base, span)]


def _marker(words: str) -> re.Match[str] | None:
    """The beginning of an item that some words begin with."""
    return next((found for marker in _MARKERS if (found := marker.match(words))), None)


def _alike(one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether the beginnings of two items are the same but for their numbers."""
    return one[1] == two[1] and one[0][one.end(2) :] == two[0][two.end(2) :]


def _bare(base: str, span: Span) -> list[Span]:
    """An edit of a number as those of what is another in it: ``1.2`` that becomes ``1.3`` is a 2 that becomes a 3, as ``Art. 2`` is."""
    start, end, text = span
    was, now = _NUMBER.fullmatch(base, start, end), _NUMBER.fullmatch(text)
    if not was or not now or was[1] != now[1] or was[2] == now[2]:
        return [span]
    item = ITEM.match(base, base.rfind("\n", 0, start) + 1)
    if not item or item.end(3) != end:
        return [span]
    start = was.start(2)
    old, new = list(_PARTS.finditer(was[2])), list(_PARTS.finditer(now[2]))
    if len(old) != len(new):
        return [(start, end, now[2])]
    return [(start + one.start(), start + one.end(), two[0]) for one, two in zip(old, new, strict=True) if one[0] != two[0]]


def _number_and_rest(base: str, start: int, end: int, text: str) -> list[Span]:
    """An edit that begins with the number of an item, and leaves it one, as the edit of the number and that of what stands behind it."""
    old, new = _marker(base[start:end]), _marker(text)
    if not old or not new or old[2] == new[2] or base[start - 1 : start] not in ("", "\n") or not _alike(old, new):
        return [(start, end, text)]
    number = (start + old.start(2), start + old.end(2), new[2])
    was, text, start = base[start + old.end() : end], text[new.end() :], start + old.end()
    alike = common_prefix(was, text, min(len(was), len(text)))
    if (was + "\n")[alike : alike + 1] != "\n" or (text + "\n")[alike : alike + 1] != "\n":
        alike = was.rfind("\n", 0, alike) + 1
    rest = (start + alike, end, text[alike:])
    return [number, rest] if was != text else [number]


def _parted(base: str, start: int, end: int, text: str, behind: int) -> list[Span]:
    """One edit in its lines and its number, if that is what it is; the next begins at *behind*."""
    was, line = base[start:end], base.rfind("\n", 0, start) + 1
    if ("\n" in was) == ("\n" in text):
        return _rest_and_number(base, start, end, text) if "\n" in was else [(start, end, text)]
    if was and text and not base[line:start].strip(_LEAD):
        old, new = (_NUMBER.fullmatch(side[side.rfind("\n") + 1 :]) for side in (was, text))
        if old and new and (old[1].strip(_LEAD) or _signed(base, end, old[2])):
            lead = base[line:start]
            lines = (was if "\n" in was else text)[: -len((old if "\n" in was else new)[0])]
            cut = end - len(old[2])
            number = [(cut, end, new[2])] if old[2] != new[2] else []
            if "\n" in was and lead + new[1] == old[1]:
                return [(line, cut - len(old[1]), ""), *number]
            if "\n" in text and lead + old[1] == new[1]:
                return [(line, line, lead + lines), *number]
    return [(start, end, text)] if was and text else _sign_to_sign(base, line, (start, end, text), behind) or [(start, end, text)]


def _sign_to_sign(base: str, line: int, span: Span, behind: int) -> list[Span]:
    """Words and the number behind them, put in or taken out from one sign to the next, as lines and that number; none where they are not."""
    start, end, text = span
    run = text or base[start:end]
    if start == line:
        return []
    while True:
        last = run[run.rfind("\n") + 1 :]
        marker, tail = _marker(base[line:start]), _marker(last)
        if marker and tail and marker[0] == base[line:start] and tail[0] == last and _alike(marker, tail):
            break
        if start - line > _LONGEST or end >= behind or run[0] != base[end] or run[0] == "\n":
            return []
        start, end, run = start + 1, end + 1, run[1:] + run[0]  # the same, put in or taken out further on in the sign
    if marker[2] == tail[2] or (tail[0][-1].isalnum() and base[end : end + 1].isalnum()):
        return []
    lead = len(marker[1])
    if text:
        return [(line, line, marker[0] + run[: -len(tail[0])]), (line + lead, line + lead + len(marker[2]), tail[2])]
    at = end - len(tail[0])
    return [(line, at, ""), (at + lead, at + lead + len(tail[2]), marker[2])]


def _rest_and_number(base: str, start: int, end: int, text: str) -> list[Span]:
    """An edit of some lines that ends in the number of an item, as the edit of the lines and that of the number."""
    was = base[start:end]
    old, new = (_NUMBER.fullmatch(side[side.rfind("\n") + 1 :]) for side in (was, text))
    if not old or not new or old[1] != new[1] or not (old[1].strip(_LEAD) or _signed(base, end, old[2])):
        return [(start, end, text)]
    lines = (start, end - len(old[0]) - 1, text[: -len(new[0]) - 1])
    number = (end - len(old[2]), end, new[2])
    return [span for span in (lines, number) if base[span[0] : span[1]] != span[2]]


def _signed(base: str, end: int, number: str) -> bool:
    """Whether what ends there is the number of an item: a dot or bracket stands behind it, or, behind a dotted one, a blank."""
    return base[end : end + 1] in (".", ")") or ("." in number and base[end : end + 1] in (" ", "\t"))


def is_typed_number(base: str, start: int, end: int, text: str) -> bool:
    r"""Whether an edit does nothing but give another number to an item that Markdown does not count.

    >>> is_typed_number("a. rent\n", 0, 1, "b"), is_typed_number("a. rent\n", 3, 7, "b"), is_typed_number("1. rent\n", 0, 1, "2")
    (True, False, False)
    """
    line = base.rfind("\n", 0, start) + 1
    old, new = _NUMBER.fullmatch(base, start, end), _NUMBER.fullmatch(text)
    return bool(old and new) and not text.isdecimal() and not base[line:start].strip(" \t>") and _signed(base, end, base[start:end])
