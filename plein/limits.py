"""How long what people fill in may be: one table, and the one function that holds a text against it. Which argument is which: ``engine.fields``.

Lengths are in characters as people count them, that is in code points; line ends at the end of a text do not count, since a file has one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from plein.errors import BrokenText, TooLong
from plein.sentences import Sentence, sentence, typed


@dataclass(frozen=True, slots=True)
class Limit:
    """How long one kind of field may be.

    Attributes:
        what: How a sentence about it begins: "The motivation".
        most: So many characters, unless the organisation says otherwise.
        line: Whether it is one line, without any control character.
        settable: Whether an organisation may say otherwise; not of what plein finds things by, or knows the length of.
    """

    what: Sentence
    most: int
    line: bool = False
    settable: bool = True


LIMITS: Final[Mapping[str, Limit]] = MappingProxyType({
    "text": Limit(sentence("The text"), 2_000_000),
    "title": Limit(sentence("The title"), 200, line=True),
    "question": Limit(sentence("The question"), 2_000),
    "ask": Limit(sentence("What is asked"), 2_000),
    "contribution": Limit(sentence("The contribution"), 20_000),
    "motivation": Limit(sentence("The motivation"), 10_000),
    "reason": Limit(sentence("The reason"), 10_000),
    "replacement": Limit(sentence("The replacement"), 100_000),
    "quote": Limit(sentence("The quoted passage"), 100_000),
    "tip": Limit(sentence("The tip"), 10_000),
    "comment": Limit(sentence("The comment"), 20_000),
    "note": Limit(sentence("The note"), 2_000),
    "promise": Limit(sentence("The promise"), 2_000),
    "aim": Limit(sentence("The aim"), 5_000),
    "scope": Limit(sentence("The scope"), 5_000),
    "outcome": Limit(sentence("The outcome"), 5_000),
    "topic": Limit(sentence("The topic"), 200, line=True),
    "word": Limit(sentence("The word to avoid"), 100, line=True),
    "better": Limit(sentence("What to say instead"), 200, line=True),
    "name": Limit(sentence("The name"), 200, line=True),
    "contact": Limit(sentence("The contact"), 1_000, line=True),
    "source": Limit(sentence("The source"), 1_000, line=True),
    "link": Limit(sentence("The link"), 2_000, line=True),
    "person": Limit(sentence("The person's id"), 200, settable=False),
    "cycle": Limit(sentence("The cycle's name"), 60, settable=False),
    "topic-name": Limit(sentence("The topic's name"), 60, settable=False),
    "pseudonym": Limit(sentence("The pseudonym"), 60, settable=False),
    "board": Limit(sentence("The name of the sounding board"), 80, settable=False),
    "token": Limit(sentence("The token"), 200, settable=False),
    "zone": Limit(sentence("The time zone"), 100, settable=False),
    "moment": Limit(sentence("The moment"), 100, settable=False),
    "choice": Limit(sentence("The word for what is chosen"), 200, settable=False),
    "definition": Limit(sentence("The definition"), 100_000, settable=False),
    "place": Limit(sentence("The place it comes from"), 1_000, settable=False),
})  # fmt: skip
"""Every kind of field that takes a text, by the name an organisation sets it by. A text of 2,000,000 characters has some 700 pages."""

SETTABLE: Final = tuple(name for name, limit in LIMITS.items() if limit.settable)
"""What stands under ``[limits]`` in an organisation's settings."""
MOST: Final = 2_000_000
"""No limit is set higher: what plein does with a text it does in memory."""


def hold(field: str, text: str, own: Mapping[str, int]) -> None:
    """Hold a text against the limit of its field, before anything is made of it.

    Args:
        field: Name of the limit, one of `LIMITS`.
        text: What was filled in.
        own: What the organisation set, by the same names.

    Raises:
        TooLong: It has more characters than are taken.
        BrokenText: It is to be one line, and is not.

    >>> hold("title", "Housing", {})
    >>> hold("title", "Housing", {"title": 5})
    Traceback (most recent call last):
        ...
    plein.errors.TooLong: The title has 7 characters; at most 5 are taken. Shorten it, or let more be taken: Organisation(limits={"title": …})
    """
    limit = LIMITS[field]
    length, most = len(text.rstrip("\r\n")), own.get(field, limit.most)
    if length > most:
        raise TooLong(field, limit.what, length, most, _setting(field) if limit.settable else None)
    if limit.line and any(unicodedata.category(one) in _BREAKS for one in text.strip()):
        raise BrokenText(sentence("{what} is one line; take out the line break or control character.", what=limit.what))


def _setting(field: str) -> Sentence:
    """Where an organisation says how much goes in a field; its name stays, whatever the organisation calls what goes in it."""
    there = sentence("{field} under {table} in {file}", field=field, table="[limits]", file="plein.toml")
    return typed(there, f'Organisation(limits={{"{field}": …}})')


_BREAKS: Final = ("Cc", "Zl", "Zp")
"""Control characters, the ends of lines among them; and the separators of lines and of paragraphs."""
