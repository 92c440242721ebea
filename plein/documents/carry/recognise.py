"""Which version somebody edited, told from the text that came back. Told apart for sure, or not at all."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from plein.documents.diff.diff import diff
from plein.documents.text.tokens import tokens
from plein.documents.text.typography import plain
from plein.documents.thresholds import SWEEPING_SHARE, TOLD_APART

K = TypeVar("K", bound=Hashable)


def recognise(proposed: str, versions: Mapping[K, str]) -> tuple[K, ...]:
    r"""The version that a text was made from: the one it is nearest to, by the words that changed.

    Where two versions differ, a text made from the one reads there as that one does, but for what its writer changed there too. Two are told
    apart if the text is nearer to the one by a clear part of what lies between them (``thresholds.TOLD_APART``); quotes, dashes and blanks
    count for nothing. A text that was written anew is as near to all, and stands on the last.

    Args:
        proposed: The text that came back.
        versions: The versions it may have been made from, the oldest first; of those that read the same the last stands for all.

    Returns:
        One version; or, the nearest first, all that it is as near to for all one can tell. None of none.

    >>> versions = {1: "We plant trees.\n\nDogs run.\n", 2: "We plant oaks.\n\nDogs run.\n"}
    >>> recognise("We plant trees.\n\nDogs swim.\n", versions), recognise("We plant ferns.\n\nDogs run.\n", versions)
    ((1,), (2, 1))
    """
    texts = {plain(text).text: key for key, text in versions.items()}
    if len(texts) < 2:
        return tuple(texts.values())
    read = plain(proposed).text
    if read in texts:
        return (texts[read],)
    newest_first = list(reversed(texts))
    far = {text: _words_changed(text, read) for text in newest_first}
    nearest, *others = sorted(newest_first, key=far.__getitem__)
    if far[nearest] >= SWEEPING_SHARE * (_words(nearest) + _words(read)):
        nearest, others = newest_first[0], []
    as_near = [text for text in others if far[text] - far[nearest] < TOLD_APART * _words_changed(nearest, text)]
    return tuple(texts[text] for text in (nearest, *as_near))


def _words_changed(one: str, two: str) -> int:
    """How many words and signs are in the one and not in the other."""
    return sum(_words(one[edit.start : edit.end]) + _words(edit.text) for edit in diff(one, two))


def _words(text: str) -> int:
    return sum(not token.isspace() for token in tokens(text))
