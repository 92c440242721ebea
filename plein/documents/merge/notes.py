"""Notes and link definitions by label: what is defined once and referred to elsewhere. Only labels are known here, not what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from plein.documents.spans import Span
from plein.documents.text.remembered import remembered

K = TypeVar("K")

_LABEL = re.compile(r"\[(\^?[^\[\]\n]{1,80})\](:?)(?!\()")
_LINE = re.compile(r"[ \t]{0,3}$")


@dataclass(frozen=True, slots=True)
class Labels:
    """How often each label is defined, and how often referred to."""

    defined: Counter[str]
    used: Counter[str]


@remembered(16)
def labels(text: str) -> Labels:
    r"""The labels of a text.

    >>> found = labels("Rents fall.[^1]\n\n[^1]: Says the bureau.\n")
    >>> dict(found.defined), dict(found.used)
    ({'^1': 1}, {'^1': 1})
    """
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


def touches_labels(base: str, span: Span) -> bool:
    """Whether a change may put in, take out or rename a label."""
    start, end, text = span
    was = base[start:end]
    if "[" in text or "]" in text or "[" in was or "]" in was:
        return True
    opens = base.rfind("[", max(start - 80, 0), start)
    return opens >= 0 and "]" not in base[opens:start] and "\n" not in base[opens:start] and base.find("]", end, end + 80) >= 0


def mislabelled(base: str, changes: Mapping[K, Sequence[Span]]) -> Iterator[tuple[int, int, list[K]]]:
    """Labels that come to be defined twice, or referred to and no longer defined, though nobody's changes alone lead to that.

    Args:
        base: The text.
        changes: Of each person the changes that touch a label, sorted; those of all together share no character.

    Returns:
        For each such label: where the first of the changes begins and the last ends, and those who make it so.
    """
    was = labels(base)
    alone = {key: _difference(base, spans) for key, spans in changes.items()}
    every = _difference(base, sorted({span for spans in changes.values() for span in spans}))
    for label in sorted({label for one in alone.values() for label in (*one.defined, *one.used)}):
        defined, before = was.defined[label] + every.defined[label], was.defined[label]
        keys: list[K] = []
        if defined > max([before, 1, *(before + one.defined[label] for one in alone.values())]):
            keys = [key for key, one in alone.items() if one.defined[label] > 0]
        elif not defined and was.used[label] + every.used[label] > 0 and (before or any(one.defined[label] > 0 for one in alone.values())):
            lone = any(was.used[label] + one.used[label] > 0 and before + one.defined[label] < 1 for one in alone.values())
            keys = [] if lone and before else [key for key, one in alone.items() if one.defined[label] < 0 or one.used[label] > 0]
        if len(keys) > 1:
            own = sorted(span for key in keys for span in changes[key])
            yield own[0][0], max(span[1] for span in own), keys


def _difference(base: str, spans: Sequence[Span]) -> Labels:
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
