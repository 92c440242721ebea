"""Which version somebody edited, told from the text that came back. Told apart for sure, or not at all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from plein.documents.diff.diff import diff
from plein.documents.diff.moves import moved
from plein.documents.edit import spans
from plein.documents.spans import Span
from plein.documents.text.tokens import tokens
from plein.documents.text.typography import plain
from plein.documents.thresholds import SWEEPING_SHARE, TOLD_APART

K = TypeVar("K", bound=Hashable)

_MANY = 8
"""So many versions a text is held against, word by word."""


def recognise(proposed: str, versions: Mapping[K, str]) -> tuple[K, ...]:
    r"""The version that a text was made from: the one it is nearest to, by the words that changed.

    Two versions are told apart if the text is nearer to the one by a clear part of what lies between them (``thresholds.TOLD_APART``), and
    keeps something that the other has not: where its writer wrote anew whatever differs, nothing tells which of the two they had before them.
    Quotes, dashes and blanks count for nothing. A text that was written anew as a whole stands on the last.

    Args:
        proposed: The text that came back.
        versions: The versions it may have been made from, the oldest first; of those that read the same the last stands for all.

    Returns:
        One version; or, the nearest first, all that it may have been made from for all one can tell. None of none.

    >>> versions = {1: "We plant trees.\n\nDogs run.\n", 2: "We plant oaks.\n\nDogs run.\n"}
    >>> recognise("We plant trees.\n\nDogs swim.\n", versions), recognise("We plant ferns.\n\nDogs run.\n", versions)
    ((1,), (2, 1))
    """
    texts: dict[str, K] = {}
    for key, text in versions.items():
        read = _read(text)
        texts.pop(read, None)
        texts[read] = key
    if len(texts) < 2:
        return tuple(texts.values())
    read = plain(proposed).text
    if read in texts:
        return (texts[read],)
    newest_first = _likely(read, list(reversed(texts)))
    changes = {text: spans(text, diff(text, read)) for text in newest_first}
    far = {text: _weight(text, change) for text, change in changes.items()}
    nearest, *others = sorted(newest_first, key=far.__getitem__)
    untold = [text for text in others if not _is_told(nearest, text, far[text] - far[nearest], changes[nearest])]
    if untold and far[nearest] >= SWEEPING_SHARE * (_words(nearest) + _words(read)):
        return (texts[newest_first[0]],)
    return tuple(texts[text] for text in (nearest, *untold))


def _likely(read: str, versions: list[str]) -> list[str]:
    """Of many versions those that have most lines in common with a text, in their order: to hold it against each takes long."""
    if len(versions) <= _MANY:
        return versions
    lines = Counter(read.split("\n"))
    common = {text: (lines & Counter(text.split("\n"))).total() for text in versions}
    best = sorted(versions, key=common.__getitem__, reverse=True)[:_MANY]
    return [text for text in versions if text in set(best)]


def _is_told(one: str, other: str, nearer: int, change: Sequence[Span]) -> bool:
    """Whether a text was surely made from the one version, and not from the other.

    Args:
        one: The version it is nearest to.
        other: Another one.
        nearer: By how much it is nearer to the one.
        change: What it changes in the one.
    """
    between = _between(one, other)
    weight = _weight(one, between)
    if not weight:  # they differ in blanks alone, and the later of the two stands for both
        return True
    touched = _stay_out(one, change)
    return nearer >= TOLD_APART * weight and any(_keeps(one, start, end, touched) for start, end, _ in between)


@lru_cache(maxsize=16)
def _read(version: str) -> str:
    """A version in the signs of a typewriter; remembered, because many texts are held against it."""
    return plain(version).text


@lru_cache(maxsize=16)
def _between(one: str, other: str) -> Sequence[Span]:
    """What makes one version the other; remembered too."""
    return spans(one, diff(one, other))


def _stay_out(text: str, change: Sequence[Span]) -> list[tuple[int, int]]:
    """The passages that are changed, but for those that only stand elsewhere afterwards."""
    elsewhere = {move.gone for move in moved(text, change)}
    return [edit[:2] for edit in change if edit not in elsewhere]


def _keeps(text: str, start: int, end: int, touched: Sequence[tuple[int, int]]) -> bool:
    """Whether a word of a passage is left as it was; of an empty passage, whether nothing was changed at it."""
    if start == end:
        return not _touches(touched, start, end, 0)
    at = start
    for token in tokens(text[start:end]):
        if not token.isspace() and not _touches(touched, at, at + len(token), 1):
            return True
        at += len(token)
    return False


def _touches(touched: Sequence[tuple[int, int]], start: int, end: int, inside: int) -> bool:
    """Whether a changed passage reaches into one, or where *inside* is 0, touches it."""
    first = bisect_left(touched, start + inside, key=lambda passage: passage[1])
    return first < len(touched) and touched[first][0] <= end - inside


def _weight(text: str, change: Sequence[Span]) -> int:
    """How many words and signs a change takes out and puts in; a passage that is only moved counts for one at each end."""
    elsewhere = {half for move in moved(text, change) for half in (move.gone, move.come)}
    return sum(1 if edit in elsewhere else _words(text[edit[0] : edit[1]]) + _words(edit[2]) for edit in change)


def _words(text: str) -> int:
    return sum(not token.isspace() for token in tokens(text))
