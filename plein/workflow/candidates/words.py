"""Which words of a contribution say something, and which of them nobody else says. Knows no language: what is common shows from the inventory."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

SHORTEST: Final = 4
"""Letters of the shortest word that counts, where an alphabet has capitals: shorter ones mostly hold a sentence together."""
TELLING: Final = 5
"""Letters of the shortest word that can be new, likewise."""
LONGEST: Final = 24
"""Letters of a word that are looked at."""
MOST: Final = 300
"""So many different words of a contribution are looked at, the first ones; who needs more has not said it briefly."""
COMMON_FROM: Final = 4
"""A word that so many others use is common ground, in the smallest inventory…"""
COMMON_TO: Final = 12
"""… and in the largest; in between it is a quarter of all who spoke."""

# Letters and digits, and the marks of scripts in which a mark is part of the word.
_WORD: Final = re.compile("[\\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u0900-\u0963\u0966-\u0dff]+")
# Scripts without blanks between words, or with syllables for letters: two characters that follow one another stand for a word.
_SYLLABLES: Final = re.compile("[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_DOUBLED: Final = re.compile(r"(.)\1+")
_NOWHERE: Final[frozenset[int]] = frozenset()


def content_words(text: str) -> dict[str, str]:
    """The words of a text that may say something, each once, in the order in which they stand there.

    Addresses of pages and of people are left out, as are numbers and short words.

    Returns:
        How each word was written, by the word itself without capitals and accents.

    >>> list(content_words("De Éénoudergezinnen, de eenoudergezinnen! Zie www.example.org"))
    ['eenoudergezinnen']
    >>> list(content_words("住宅政策"))
    ['住宅', '宅政', '政策']
    """
    found: dict[str, str] = {}
    for piece in text.split():
        if len(found) >= MOST:
            break
        if "://" in piece or "www." in piece or "@" in piece:
            continue
        for shown in _WORD.findall(piece.replace("_", " ")):
            for word in _meant(shown):
                found.setdefault(word, word if _SYLLABLES.match(word) else shown)
    return found


@lru_cache(maxsize=50_000)
def _meant(shown: str) -> tuple[str, ...]:
    """The word itself if it may say something, or the pairs of characters that stand for its words."""
    word = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", shown))).casefold()
    runs = () if word.isascii() else _SYLLABLES.findall(word)
    found = [run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1))]
    rest = (_SYLLABLES.sub("", word) if runs else word)[:LONGEST]
    if rest and not rest.isdigit() and (len(rest) >= SHORTEST or not _has_capitals(rest)):
        found.append(rest)
    return tuple(found)


def telling(word: str) -> bool:
    """Whether a word is long enough to be new in itself: shorter ones stand in every kind of text.

    >>> telling("over"), telling("waterkelder"), telling("住宅")
    (False, True, True)
    """
    return len(word) >= TELLING or not _has_capitals(word)


def _has_capitals(word: str) -> bool:
    """Whether its alphabet has capitals; where it has none, a few characters say much."""
    return word.upper() != word


class Spellings:
    """Which words are the same word written otherwise, by rules that hold in any alphabet.

    Two words are one when they differ in doubled letters, when one is the other with at most two letters more at its end, or, from six
    letters, when one letter differs. Sometimes that takes two words for one, and then a contribution looks a little less new than it is.

    >>> same = Spellings(["boom", "bomen", "waterstof", "waterstfo", "park"])
    >>> sorted(same.of("boom")), sorted(same.of("waterstof"))
    (['bomen', 'boom'], ['waterstfo', 'waterstof'])
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._shortened: defaultdict[str, set[str]] = defaultdict(set)
        self._lacking: defaultdict[str, set[str]] = defaultdict(set)
        for word in words:
            plain = _plain(word)
            self._whole[plain].add(word)
            for short in _shortened(plain):
                self._shortened[short].add(word)
            for lacking in _lacking(plain):
                self._lacking[lacking].add(word)

    def of(self, word: str) -> set[str]:
        """The words that are this word, itself among them if it is known."""
        plain = _plain(word)
        found = [self._whole.get(plain), self._shortened.get(plain)]
        found += map(self._whole.get, _shortened(plain))
        found += map(self._lacking.get, _lacking(plain))
        return set().union(*filter(None, found))


def _plain(word: str) -> str:
    """The word without doubled letters; a pair of characters stays as it is."""
    return _DOUBLED.sub(r"\1", word) if len(word) > 2 else word


def _shortened(plain: str) -> list[str]:
    return [plain[:-less] for less in (1, 2) if len(plain) - less >= 3]


def _lacking(plain: str) -> set[str]:
    """The word, and the word with each letter left out; two words that share one of these differ in one letter."""
    return {plain, *(plain[:at] + plain[at + 1 :] for at in range(len(plain)))} if len(plain) >= 6 else set()


class Vocabulary:
    """Who uses which word in an inventory.

    Args:
        said: Of every contribution its number, the conversation it is part of, who said it and its words.
    """

    def __init__(self, said: Iterable[tuple[int, int, str, Iterable[str]]]) -> None:
        self._uses: dict[str, dict[str, tuple[int, frozenset[int]]]] = {}
        speakers: set[str] = set()
        for number, conversation, speaker, words in said:
            speakers.add(speaker)
            for word in words:
                uses = self._uses.setdefault(word, {})
                first, before = uses.get(speaker, (number, _NOWHERE))
                uses[speaker] = min(first, number), before | {conversation}
        self.common = max(COMMON_FROM, min(COMMON_TO, len(speakers) // 4))
        self._spellings = Spellings(self._uses)
        self._spelled: dict[str, tuple[str, ...]] = {}

    def same(self, word: str) -> set[str]:
        """The words of the inventory that are this word, however they are spelled."""
        return self._spellings.of(word)

    def newness(self, word: str, speaker: str, number: int, conversation: int) -> float | None:
        """How new a word is in a contribution: halved for each other person who used it before, and for every two who did so only later.

        Those who take the word up later in the same conversation do not count against it: they answer.

        Returns:
            From 1 down to nearly 0; None for a word that is common ground, and neither new nor old.
        """
        earlier: dict[str, bool] = {}
        here = frozenset({conversation})
        for same in self._same(word):
            for other, (first, conversations) in self._uses[same].items():
                if other == speaker:
                    continue
                if first < number:
                    earlier[other] = True
                elif conversations != here:
                    earlier.setdefault(other, False)
                if len(earlier) >= self.common:
                    return None
        before = sum(earlier.values())
        return float(0.5 ** (before + (len(earlier) - before) // 2))

    def _same(self, word: str) -> tuple[str, ...]:
        if word not in self._spelled:
            self._spelled[word] = tuple(self._spellings.of(word))
        return self._spelled[word]
