"""Abbreviations on a page: wherever one stands, what it stands for is told to who points at it or listens. Where that is said is the parser's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token
from markupsafe import Markup


class Abbreviations:
    """The abbreviations of one text.

    Args:
        tokens: The blocks of the text, their words read.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._means: dict[str, str] = {}
        for opened, words in pairwise(tokens):
            if opened.type == "abbreviation_open":
                self._means.setdefault(opened.meta["label"], "".join(child.content for child in words.children or ()))
        longest = sorted(self._means, key=lambda label: (-len(label), label))
        self._form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)") if longest else None

    def told(self, token: Token) -> Iterator[Token]:
        """Some words, with what the abbreviations in them stand for."""
        if self._form is None or token.type != "text":
            yield token
            return
        done = 0
        for found in self._form.finditer(token.content):
            yield Token("text", "", 0, content=token.content[done : found.start()])
            told = Markup('<abbr title="{}">{}</abbr>').format(self._means[found[0]], found[0])
            yield Token("html_inline", "", 0, content=str(told))
            done = found.end()
        yield Token("text", "", 0, content=token.content[done:])
