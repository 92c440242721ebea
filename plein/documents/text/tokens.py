"""What counts as one word. An edit begins and ends between two tokens, never inside one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from plein.documents.text.things import FIGURE, GOES_ON, things

_SPACE = r"[^\S\n]+"
_LINK = r"https?://[^\s<>()\[\]\"'`]*[^\s<>()\[\]\"'`.,;:!?]|\]\([^()\s]{1,400}\)"
_CODE = r"`[^`\n]{1,80}`"
_SIGNS = r"\*+|~+|=+|-+|#+|\.{2,}"


def _usual(letter: str, mark: str = "") -> str:
    """What nearly every token is, so that it is found first: a word that nothing goes on behind, one blank, a common sign."""
    no_mark = f"|{mark}" if mark else ""
    word = f"{letter}*+(?!{GOES_ON}{no_mark})"
    return rf"[a-zß-öø-ÿ]{word}|[A-Z][a-z]{word}|[ ](?!\s{no_mark})|\n|[.,;:)\"](?![./]{no_mark})"


_GAP = re.compile(rf"(?!{FIGURE})\S(?=[^\S\n]+(?:\n|(?!{FIGURE})[^\s+\-−±]))")
_BEYOND_LATIN = re.compile("[\u0300-\U0010ffff]")

# Scripts written without blanks between words: one cluster is one token there (Thai, Lao, Tibetan, Burmese, Khmer).
_CLUSTERED = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
_HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_HIRAGANA = "\u3041-\u309f"
_KATAKANA = "\u30a0-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"


def tokens(text: str) -> list[str]:
    r"""Cut a text into words, blanks and signs; joined together they are the text again.

    A word is a run of letters, digits and their marks; an address, a short code span and a number such as ``1.000,50``
    are one token each. In scripts without blanks between words the tokens are smaller: one Chinese character, a run of
    kana, one Thai cluster. What a reader sees as one character is never cut: marks, joined emoji, flags.

    >>> tokens("Wij bouwen 1.000,50 m².\n")
    ['Wij', ' ', 'bouwen', ' ', '1.000,50', ' ', 'm²', '.', '\n']
    """
    pattern = _plain() if text.isascii() or not _BEYOND_LATIN.search(text) else _full()
    return pattern.findall(text)


def is_word(token: str) -> bool:
    """Whether a token carries meaning of its own: it holds a letter or a digit.

    >>> is_word("huis"), is_word(", ")
    (True, False)
    """
    return token[0].isalnum() or any(map(str.isalnum, token))


def unspaced(character: str) -> bool:
    """Whether a character belongs to a script that writes words without blanks between them.

    >>> unspaced("医"), unspaced("é")
    (True, False)
    """
    return _unspaced().match(character) is not None


def blank_before(text: str, at: int) -> int:
    """Where the last blanks begin that surely part two tokens, the second of which begins before a place; the start of the text if none do.

    Code spans are not looked at.

    >>> blank_before("Build homes for 1 000 people.", 24), blank_before("Build homes for 1 000 people.", 13)
    (11, 11)
    """
    blank = text.rfind(" ", 0, max(at - 1, 0))
    while blank > 0:
        start = blank
        while start and text[start - 1].isspace():
            start -= 1
        behind = text[blank + 1]
        if not (start and text[start - 1].isnumeric()) and not (behind.isnumeric() or behind.isspace() or behind in "+-−±"):
            return start
        blank = text.rfind(" ", 0, start)
    return 0


def blank_after(text: str, at: int) -> int:
    """Where the first blanks begin that surely part two tokens, the first of which ends behind a place; the end of the text if none do.

    >>> blank_after("For 1 000 people and dogs.", 1), blank_after("For people and dogs.", 1)
    (16, 3)
    """
    gap = _GAP.search(text, at)
    return gap.start() + 1 if gap else len(text)


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{_CLUSTERED}{_HAN}{_HIRAGANA}{_KATAKANA}]")


@cache
def _plain() -> re.Pattern[str]:
    """The pattern for texts that begin no further on than Latin letters. Built on first use: that takes some hundredths of a second."""
    usual, (thing, behind) = _usual(r"\w"), things(r"\w")
    return re.compile(rf"{usual}|{_SPACE}|{_LINK}|{_CODE}|{thing}|\w+(?:['’]\w+)*{behind}|{_SIGNS}|.")


@cache
def _full() -> re.Pattern[str]:
    """The pattern for every script. Built on first use: finding all combining marks takes some milliseconds."""
    mark = f"[{_marks()}]"
    tail = f"{mark}*(?:(?<=[\u200d\u17d2\u1039])[^\\s]{mark}*)*"
    letter = f"[^\\W{_CLUSTERED}{_HAN}{_HIRAGANA}{_KATAKANA}]"
    thing, behind = things(letter, mark)
    word = f"{letter}+(?:{mark}+(?:(?<=[\u200d\u17d2\u1039])[^\\s])?{letter}*)*"
    return re.compile(
        rf"{_usual(letter, mark)}|{_SPACE}{tail}|(?:{_LINK}|{_CODE}){tail}"
        rf"|{thing}|{word}(?:['’]{word})*{behind}"
        rf"|[{_KATAKANA}]{tail}(?:[{_KATAKANA}]{tail})*|[{_HIRAGANA}]{tail}(?:[{_HIRAGANA}]{tail})*"
        rf"|[\U0001f1e6-\U0001f1ff]{{2}}{tail}|(?:{_SIGNS}){tail}|.{tail}"
    )


def _marks() -> str:
    """Everything that belongs to the character before it, as the inside of a character class."""
    ranges: list[str] = []
    first = last = -2
    for code in (*range(0x300, 0x20000), *range(0xE0000, 0xE01F0)):
        character = chr(code)
        if unicodedata.category(character)[0] == "M" or character in _ALSO_MARKS or 0xE0020 <= code <= 0xE007F:
            if code != last + 1:
                if first >= 0:
                    ranges.append(f"{chr(first)}-{chr(last)}")
                first = code
            last = code
    ranges.append(f"{chr(first)}-{chr(last)}")
    return "".join(ranges)


_ALSO_MARKS = frozenset("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
