"""A new name for something, written into another's words. Where which change goes is not known here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from plein.documents.spans import Span
from plein.documents.text.tokens import is_word


def renames(base: str, spans: Sequence[Span], reads: str) -> dict[str, str]:
    """The names that somebody replaced wherever they stood in a passage, each with the one new name that stands there now.

    Args:
        base: The passage.
        spans: What they changed.
        reads: How the passage reads with it.

    >>> renames("a tenant pays; a tenant leaves", [(2, 8, "renter"), (17, 23, "renter")], "a renter pays; a renter leaves")
    {'tenant': 'renter'}
    """
    found: dict[str, Counter[str]] = {}
    for start, end, text in spans:
        old, new = base[start:end].strip(), text.strip()
        if old and new and is_word(old) and is_word(new):
            found.setdefault(old, Counter())[new] += 1
    return {
        old: next(iter(new))
        for old, new in found.items()
        if len(new) == 1 and _times(old, base) == new.total() and old not in next(iter(new)) and not _times(old, reads)
    }


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A text with every name in it replaced by its new one, longer names first.

    >>> renamed("the tenant", {"tenant": "renter"})
    'the renter'
    """
    if not names:
        return text
    every = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.sub(rf"(?<!\w)(?:{every})(?!\w)", lambda found: names[found[0]], text)


def _times(name: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))
