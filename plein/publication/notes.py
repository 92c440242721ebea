"""Footnotes on a page: the reference is a number that leads to its note, and the note leads back. Where they are written is the parser's.

A note stands on the page where it stands in the text, so that paragraphs keep their order; those that are written inside a sentence stand at
the end. They are numbered in the order in which the words refer to them, and those that nothing refers to come last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token
from markupsafe import Markup

if TYPE_CHECKING:
    from plein.publication.prose import Words


class Notes:
    """The notes of one text, as its page numbers them.

    Args:
        tokens: The blocks of the text, their words read.
        env: What the parser knows of its notes.
        words: The words that the page says of them.
    """

    def __init__(self, tokens: Sequence[Token], env: Mapping[str, Any], words: Words) -> None:
        self._words = words
        self._listed: Mapping[int, Any] = env.get("footnotes", {}).get("list", {})
        self._numbers = {one["label"]: at + 1 for at, one in self._listed.items() if "label" in one}
        self._times: Counter[int] = Counter()
        self._told: set[str] = set()
        self._open: list[int | None] = []
        self._last = len(self._listed)
        self._waiting: int | None = None
        self._ends = _ends(tokens)

    def reference(self, token: Token, *, linked: bool) -> Token:
        """What refers to a note, as the page shows it; *linked*: whether it may be a link, which it may not inside of one."""
        number = int(token.meta["id"]) + 1
        self._times[number] += 1
        says = Markup('<span class="vh">{} </span>{}').format(self._words.note, number)
        says = Markup('<a href="#note-{}">{}</a>').format(number, says) if linked else says
        return _raw("html_inline", Markup('<sup class="ref" id="{}">{}</sup>').format(_place(number, self._times[number]), says))

    def block(self, token: Token) -> Iterator[Token]:
        """What the page has for the beginning and the end of a note, and for the number of one that begins without words."""
        if token.type == "footnote_reference_close":
            number = self._open.pop()
            yield from self._numbered("html_block")
            if number is not None and id(token) in self._ends:
                yield from self._back(number)
            yield _raw("html_block", Markup("</div>\n"))
        elif token.type == "footnote_reference_open":
            yield self._opening(token)
        elif token.type in ("fence", "code_block", "table_open", "hr"):
            yield from self._numbered("html_block")

    def _opening(self, token: Token) -> Token:
        label = token.meta["label"]
        first = label not in self._told
        self._told.add(label)
        if first and label in self._numbers:
            number = self._numbers[label]
        else:
            self._last += 1
            number = self._last
        self._waiting = number
        self._open.append(number if first and label in self._numbers else None)
        named = Markup(' id="note-{}"').format(number)
        return _raw("html_block", Markup('<div class="footnote"{}>\n').format(named))

    def words(self, token: Token) -> tuple[list[Token], list[Token]]:
        """What stands before and behind the words of a block: the number of the note that they begin, the way back from the one they end."""
        number = self._open[-1] if self._open and id(token) in self._ends else None
        return list(self._numbered("html_inline")), [] if number is None else list(self._back(number))

    def _numbered(self, kind: str) -> Iterator[Token]:
        if self._waiting is not None:
            yield _raw(kind, Markup('<span class="nth">{}.</span> ').format(self._waiting))
            self._waiting = None

    def inside(self) -> Iterator[tuple[int, Token, list[Token], list[Token]]]:
        """The notes that are written inside a sentence: the number of each, that as it is shown, its words, and the way back."""
        for at, one in self._listed.items():
            if "tokens" in one:
                number = Markup('<span class="nth">{}.</span> ').format(at + 1)
                yield at + 1, _raw("html_inline", number), one["tokens"], list(self._back(at + 1)) if self._times[at + 1] else []

    def _back(self, number: int) -> Iterator[Token]:
        times = max(int(self._listed[number - 1].get("count", 1)), 1)
        for time in range(1, times + 1):
            again = Markup("<sup>{}</sup>").format(time) if times > 1 else ""
            link = Markup(' <a class="back" href="#{}"><span class="vh">{}</span>\u21a9\ufe0e{}</a>')
            yield _raw("html_inline", link.format(_place(number, time), self._words.back, again))


def _place(number: int, time: int) -> str:
    """The id of what refers to a note for the first or a later time."""
    return f"ref-{number}" if time == 1 else f"ref-{number}-{time}"


def _ends(tokens: Sequence[Token]) -> set[int]:
    """The last words of every note, or its end where it has none, as ids of tokens."""
    found: set[int] = set()
    last: list[Token | None] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            last.append(None)
        elif token.type == "footnote_reference_close":
            found.add(id(last.pop() or token))
        elif token.type == "inline" and last:
            last[-1] = token
    return found


def _raw(kind: str, html: Markup) -> Token:
    return Token(kind, "", 0, content=str(html))
