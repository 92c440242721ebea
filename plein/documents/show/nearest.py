"""The passage most like one that stands nowhere, for people to copy. Nothing is ever placed by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from itertools import accumulate

from plein.documents.show.as_read import legibly, sayings
from plein.documents.text.folding import fold
from plein.documents.text.looks import Style, voice
from plein.documents.text.seen import seen
from plein.documents.text.shown import Leaf

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_NEAR = 0.5
"""Share of the words of both, 0 to 1."""
_SPELLED = 0.75
"""Share of the letters of both, for a few words that were mistyped."""
_FEW = 3
_STEM = 4
"""So many letters of a word are compared: its ending is what people change, or misremember."""
_LOOKED_AT = 5
_LONGEST = 240
_RUNS = 1_000
EFFORT = 2_000_000
"""How many pairs of equal words are looked at in one block at most."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage most like a quote.

    Attributes:
        at: Where its block begins, in code points of the text.
        passage: How it reads, on one line.
    """

    at: int
    passage: str


@dataclass(frozen=True, slots=True)
class _Words:
    """A block and its words: each as it looks, and from where to where."""

    leaf: Leaf
    looks: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(word[:_STEM] for word in self.words)


def nearest(text: str, quote: str) -> Nearest | None:
    r"""The passage of a text that is most like a quote; None if none is near.

    >>> nearest("# Parks\n\nWe *plant* trees in every village.\n", "we plant trees in all villages")
    Nearest(at=9, passage='We plant trees in every village')
    """
    asked = [found[0].casefold() for found in _WORD.finditer(fold(quote))]
    stems = [word[:_STEM] for word in asked]
    if not asked:
        return None
    blocks = [_words(leaf, said[0][1]) for leaf, said in sayings(text)]
    best = max((_best(stems, block) for block in _candidates(stems, blocks)), default=(0.0, 0, 0, None), key=lambda one: one[0])
    score, lo, hi, block = best
    if (score < _NEAR or block is None) and len(asked) <= _FEW:
        lo, hi, block = _spelled(asked, blocks)
    elif score < _NEAR:
        block = None
    if block is None:
        return None
    start, end = block.spans[lo][0], block.spans[hi - 1][1]
    tail = re.search(r"\W*\Z", fold(quote))
    end += len(tail[0]) if tail and block.looks.startswith(tail[0], end) else 0
    return Nearest(block.leaf.start, _shown(text, block, start, end))


def _words(leaf: Leaf, looks: str) -> _Words:
    found = list(_WORD.finditer(looks))
    return _Words(leaf, looks, tuple(one[0].casefold() for one in found), tuple(one.span() for one in found))


def _candidates(asked: Sequence[str], blocks: Sequence[_Words]) -> Iterable[_Words]:
    """The blocks with the most of the words asked for, those that few blocks have counting more."""
    wanted = set(asked)
    shared = [(block, wanted.intersection(block.stems)) for block in blocks]
    often = Counter(word for _, words in shared for word in words)
    scored = sorted(((sum(1 / often[word] for word in words), -number) for number, (_, words) in enumerate(shared) if words), reverse=True)
    return [blocks[-number] for _, number in scored[:_LOOKED_AT]]


def _best(asked: Sequence[str], block: _Words) -> tuple[float, int, int, _Words | None]:
    """The run of words of a block that shares the most with those asked for: how much of both, and from where to where.

    Nothing of a block in which so many words repeat that it would have to be gone through again and again.
    """
    often = Counter(block.stems)
    if sum(often[word] for word in asked) > EFFORT:
        return 0.0, 0, 0, None
    runs = [run for run in SequenceMatcher(None, asked, block.stems, autojunk=False).get_matching_blocks() if run.size]
    best: tuple[float, int, int, _Words | None] = (0.0, 0, 0, None)
    same = list(accumulate((run.size for run in runs), initial=0))
    for i, first in enumerate(runs[:_RUNS]):
        for j, last in enumerate(runs[i:_RUNS], i):
            lo, hi = max(first.b - first.a, 0), min(last.b + len(asked) - last.a, len(block.words))
            score = 2 * (same[j + 1] - same[i]) / (len(asked) + hi - lo)
            if score > best[0]:
                best = (score, lo, hi, block)
    return best


def _spelled(asked: Sequence[str], blocks: Sequence[_Words]) -> tuple[int, int, _Words | None]:
    """The run of as many words that is spelled most like those asked for."""
    size = len(asked)
    runs: dict[str, tuple[int, int, _Words]] = {}
    for block in blocks:
        for lo in range(len(block.words) - size + 1):
            runs.setdefault(" ".join(block.words[lo : lo + size]), (lo, lo + size, block))
    for found in get_close_matches(" ".join(asked), runs, n=1, cutoff=_SPELLED):
        return runs[found]
    return 0, 0, None


def _shown(text: str, block: _Words, start: int, end: int) -> str:
    """A run of what a block looks like in the text's own typography, at most so long."""
    whole = seen(text, block.leaf)
    if whole is None:
        said = block.looks[start:end]
    else:
        found = voice(whole, Style())
        said = legibly(whole, found.first[start], found.last[end - 1] + 1).strip()
    return said if len(said) <= _LONGEST else said[:_LONGEST].rpartition(" ")[0]
