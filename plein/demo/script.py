"""What a story is made of: scenes, and in each of them, in order, what is done and what is told. No words of a story, and nobody who plays it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plein.demo.telling import Told
from plein.sentences import Sentence

TOKEN = "TOKEN"
"""In place of the token that whoever acts was invited with."""


@dataclass(frozen=True, slots=True)
class Said:
    """The number of the contribution of this author that has these words: the engine gives the numbers, so a story cannot know them."""

    author: str
    words: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """The number of the suggestion of this author that has these words: in its change or, where it puts nothing in place, in the rest."""

    author: str
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The number of the paragraph of the newest version that has these words."""

    words: str


@dataclass(frozen=True, slots=True)
class Text:
    """A file that is handed in: that of the folder ``texts``, or else the newest version, or version ``of``, with some passages changed."""

    name: str
    changes: tuple[tuple[str, str], ...] = ()
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The number of the best ready text that has all these words, at the place of this suggestion."""

    at: Suggested
    words: tuple[str, ...]


Mail = tuple[tuple[Text, str], ...]
"""Texts that came by mail, each with the reason why: one folder."""
Word = str | int | Said | Suggested | Paragraph | Ready | Text | Mail


@dataclass(frozen=True, slots=True)
class Step:
    """Something that somebody does, as a command of plein.

    Attributes:
        by: Who; each of them does it.
        command: Its name, as ``"inventory add"``.
        words: What comes behind that, but for the name of the cycle.
        options: Its options, ``reply_to`` for ``--reply-to``; True for one without a value.
        shown: Whether the reader sees the command.
        refused: Whether plein says no.
        cycle: In which cycle, where that is not the one of the scene.
    """

    at: str
    by: tuple[str, ...]
    command: str
    words: tuple[Word, ...]
    options: Mapping[str, Word]
    shown: bool
    refused: bool
    cycle: str | None


def do(at: str, by: str | tuple[str, ...], command: str, *words: Word, refused: bool = False, **options: Word) -> Step:
    """A step behind the reader's back."""
    return Step(at, (by,) if isinstance(by, str) else by, command, words, options, False, refused, None)


def show(at: str, by: str, command: str, *words: Word, refused: bool = False, cycle: str | None = None, **options: Word) -> Step:
    """A step before the reader's eyes."""
    return Step(at, (by,), command, words, options, True, refused, cycle)


@dataclass(frozen=True, slots=True)
class Scene:
    """A chapter of the story, in one cycle, from the day ``first`` to the day ``last``.

    Its parts come in order: what is done, sentences that are told as they are, and what there is to tell of the step before.
    """

    cycle: str
    title: Sentence
    first: str
    last: str
    parts: tuple[Step | Sentence | Callable[[Told], None], ...]
