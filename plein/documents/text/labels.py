"""Notes and link definitions by label: what is defined once and referred to elsewhere. Only labels are known here, not what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plein.documents.text.remembered import remembered

Change = tuple[int, int, str]
"""Where a change begins and ends, and what it puts there: code points of the text, from 0."""

_LABEL = re.compile(r"\[(\^?[^\[\]\n]{1,80})\](:?)(?!\()")
_LINE = re.compile(r"[ \t]{0,3}$")
_NOTES = re.compile(r"\n*(?: {0,3}\[\^[^\[\]\s]{1,80}\]:[^\n]*\n+(?:(?: {4}|\t)[^\n]*\n+)*)+")
_NOTE = re.compile(r"^ {0,3}\[\^([^\[\]\s]{1,80})\]:", re.MULTILINE)
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Labels:
    """How often each label is defined, and how often referred to."""

    defined: Counter[str]
    used: Counter[str]


_NONE = Labels(Counter(), Counter())


def labels(text: str) -> Labels:
    r"""The labels of a text.

    >>> found = labels("Rents fall.[^1]\n\n[^1]: Says the bureau.\n")
    >>> dict(found.defined), dict(found.used)
    ({'^1': 1}, {'^1': 1})
    """
    return _known(text) if "[" in text else _NONE


@remembered(16)
def _known(text: str) -> Labels:
    return _counted(text)


def _counted(text: str) -> Labels:
    defined: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for found in _LABEL.finditer(text):
        label = found[1].casefold()
        if found[2] and _LINE.search(text, text.rfind("\n", 0, found.start()) + 1, found.start()):
            defined[label] += 1
        else:
            used[label] += 1
    return Labels(defined, used)


def touches_labels(base: str, span: Change) -> bool:
    """Whether a change may put in, take out or rename a label."""
    start, end, text = span
    was = base[start:end]
    if "[" in text or "]" in text or "[" in was or "]" in was:
        return True
    opens = base.rfind("[", max(start - 80, 0), start)
    return opens >= 0 and "]" not in base[opens:start] and "\n" not in base[opens:start] and base.find("]", end, end + 80) >= 0


def only_notes(text: str) -> tuple[str, ...]:
    r"""The labels of the notes of which some lines consist, in order; none where they hold anything else.

    >>> only_notes("[^1]: One.\n[^b]: Two.\n\n    More.\n"), only_notes("[^1]: One.\nNo note.\n")
    (('1', 'b'), ())
    """
    return tuple(_NOTE.findall(text)) if _NOTES.fullmatch(text) else ()


def notes_apart(text: str) -> list[str]:
    r"""The notes of which some lines consist, each with what belongs to it.

    >>> notes_apart("\n[^1]: One.\n[^b]: Two.\n\n    More.\n")
    ['\n[^1]: One.\n', '[^b]: Two.\n\n    More.\n']
    """
    starts = [found.start() for found in _NOTE.finditer(text)]
    return [text[start:end] for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)]


def counted(label: str) -> tuple[object, ...]:
    """By what labels are in order: their numbers by size, the rest by its letters.

    >>> sorted(["10", "9", "b", "a2", "a10"], key=counted)
    ['9', '10', 'a2', 'a10', 'b']
    """
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in _DIGITS.split(label.casefold()) if part)


def difference(base: str, spans: Sequence[Change]) -> Labels:
    """What changes do to the labels of a text, counted in the lines that they touch."""
    defined: Counter[str] = Counter()
    used: Counter[str] = Counter()
    number = 0
    while number < len(spans):
        lo, hi = base.rfind("\n", 0, spans[number][0]) + 1, _line_end(base, spans[number][1])
        last = number + 1
        while last < len(spans) and spans[last][0] <= hi:
            hi = max(hi, _line_end(base, spans[last][1]))
            last += 1
        parts, at = [], lo
        for start, end, text in spans[number:last]:
            parts += [base[at:start], text]
            at = end
        new, old = _counted("".join([*parts, base[at:hi]])), _counted(base[lo:hi])
        for count, more, less in ((defined, new.defined, old.defined), (used, new.used, old.used)):
            count.update(more)
            count.subtract(less)
        number = last
    return Labels(Counter({k: n for k, n in defined.items() if n}), Counter({k: n for k, n in used.items() if n}))


def _line_end(base: str, at: int) -> int:
    stop = base.find("\n", at)
    return stop + 1 if stop >= 0 else len(base)
