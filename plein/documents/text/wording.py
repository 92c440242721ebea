"""Words to avoid, found in a text. Which words those are is the organisation's; nothing is replaced, people are only told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from plein.documents.text.tokens import unspaced
from plein.organisation import Avoid

_LINK = re.compile(r"\]\([^)\s]*|https?://\S+|`[^`\n]*`")


@dataclass(frozen=True, slots=True)
class Found:
    """A word to avoid where it stands.

    Attributes:
        start: Where it begins, in code points from 0.
        end: Where it ends.
        text: As it stands there.
        avoid: The word, what is better, and why.
    """

    start: int
    end: int
    text: str
    avoid: Avoid


def find_words(text: str, words: Iterable[Avoid]) -> tuple[Found, ...]:
    """Find words to avoid, in order of place; of two that overlap the one that begins first, and of those the longest.

    Case does not matter, nor does where a line is wrapped. Only whole words are found, unless the word to avoid ends in ``*``, which stands
    for any ending; in scripts without spaces it is found anywhere. Addresses and code are left alone.

    Args:
        text: The text, Markdown or plain.
        words: What to look for.

    >>> [(one.text, one.avoid.better) for one in find_words("Onze stakeholders.", [Avoid("stakeholder*", "betrokkene")])]
    [('stakeholders', 'betrokkene')]
    """
    by_pattern = {_pattern(word.word): word for word in words}
    if not by_pattern:
        return ()
    skipped = [found.span() for found in _LINK.finditer(text)]
    found = [
        Found(*one.span(), one.group(), word)
        for pattern, word in by_pattern.items()
        for one in re.finditer(pattern, text, re.IGNORECASE)
        if not any(start <= one.start() < end for start, end in skipped)
    ]
    found.sort(key=lambda one: (one.start, -one.end, one.avoid.word))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _pattern(word: str) -> str:
    """The word as a pattern; blanks in it match any white space."""
    stem = unicodedata.normalize("NFC", word.strip())
    words = stem.rstrip("*").rstrip()
    phrase = r"\s+".join(re.escape(part) for part in words.split())
    before = "" if unspaced(words[:1]) else r"(?<!\w)"
    after = r"\w*" if stem.endswith("*") and not unspaced(words[-1:]) else "" if unspaced(words[-1:]) else r"(?!\w)"
    return f"{before}{phrase}{after}"
