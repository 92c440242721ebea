"""A long passage in short: the sentences around what changes, and how much lies between. What changes is found by ``redline``.

A passage that can be read at a glance is shown whole. Of a longer one stay what is put in, to the letter, and the sentences in which
something changes; of what is taken out, as of what stands there unchanged, the two ends. The ends of the passage itself stay too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from plein.documents.show.redline import Change
from plein.documents.text.paragraphs import paragraphs
from plein.documents.text.sentences import sentence_starts

GLANCE = 12
"""A passage of so many lines is read at a glance."""
_WIDTH = 100
SAVED = 200
"""Fewer characters are not worth leaving out, unless a whole paragraph is among them."""
_SENTENCE = 400
"""Of a longer sentence only so many characters are shown at an end."""

Kind = Literal["equal", "delete", "insert", "gap"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passage in short.

    Attributes:
        kind: ``equal``, ``delete`` or ``insert``; ``gap`` for what is left out.
        text: The words; empty for a gap.
        paragraphs: For a gap how many whole paragraphs are left out; 0 within one.
        gone: For a gap whether what is left out is taken out of the text.
    """

    kind: Kind
    text: str = ""
    paragraphs: int = 0
    gone: bool = False


def is_long(text: str) -> bool:
    r"""Whether a passage is more than can be read at a glance.

    >>> is_long("We build.\n" * 12), is_long("We build.\n" * 13), is_long("We build homes. " * 90)
    (False, True, True)
    """
    return sum(1 + len(line) // _WIDTH for line in text.rstrip("\n").split("\n")) > GLANCE


def in_brief(found: Sequence[Change]) -> tuple[Piece, ...]:
    r"""Changes as ``changes`` gives them, without what lies far from any.

    >>> far = "\n\n".join(f"Part {number}." for number in range(1, 40)) + "\n"
    >>> from plein.documents.show.redline import changes
    >>> for piece in in_brief(changes(far, far.replace("Part 1.", "Piece 1.").replace("39", "40"))):
    ...     print(piece.kind, repr(piece.text), piece.paragraphs)
    delete 'Part' 0
    insert 'Piece' 0
    equal ' 1.' 0
    gap '' 37
    equal 'Part ' 0
    delete '39' 0
    insert '40' 0
    equal '.\n' 0
    """
    runs: list[tuple[Kind, str]] = []
    for change in found:
        if change.old:
            runs.append(("equal" if change.kind == "equal" else "delete", change.old))
        if change.new and change.kind != "equal":
            runs.append(("insert", change.new))
    return tuple(_shortened(runs))


def around(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """A passage as it stands, its two ends and the sentences around these stretches of it, without what lies far from all of them.

    Args:
        text: The passage.
        spans: Where something changes: code points, from 0.
    """
    runs: list[tuple[Kind, str]] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), max(end, at)
        runs += [("equal", text[at:start]), ("delete", text[start:end])]
        at = end
    runs.append(("equal", text[at:]))
    return tuple(_plain(_shortened([run for run in runs if run[1]])))


def _plain(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same without saying where something changes."""
    said = ""
    for piece in pieces:
        if piece.kind == "gap":
            if said:
                yield Piece("equal", said)
            said = ""
            yield Piece("gap", "", piece.paragraphs)
        else:
            said += piece.text
    if said:
        yield Piece("equal", said)


def _shortened(runs: Sequence[tuple[Kind, str]]) -> Iterator[Piece]:
    if not is_long("".join(text for _, text in runs)):
        yield from (Piece(kind, text) for kind, text in runs)
        return
    was = paragraphs("".join(text for kind, text in runs if kind != "insert"))
    end = 0
    for kind, text in runs:
        if kind == "insert":
            yield Piece(kind, text)
            continue
        at, end = end, end + len(text)
        head, tail = ends(text)
        between = sum(1 for one in was if one.start >= at + head and one.end <= at + tail)
        if head >= tail or (not between and tail - head < SAVED):
            yield Piece(kind, text)
            continue
        if text[:head].strip():
            yield Piece(kind, text[:head].rstrip() if between else text[:head])
        yield Piece("gap", "", between, kind == "delete")
        if text[tail:].strip():
            yield Piece(kind, text[tail:])


def ends(text: str) -> tuple[int, int]:
    r"""Where the sentence ends with which a text begins, and where the one begins with which it ends; of an endless one only a part.

    >>> ends("We build. We rent. We sell.")
    (10, 19)
    """
    return _head(text), _tail(text)


def _head(text: str) -> int:
    """Where the sentence ends with which a text begins, blanks behind it included."""
    first = next(sentence_starts(text), len(text))
    return first if first <= _SENTENCE else text.rfind(" ", 0, _SENTENCE) + 1 or _SENTENCE


def _tail(text: str) -> int:
    """Where the sentence begins with which a text ends."""
    last = max(sentence_starts(text), default=0)
    at = len(text) - _SENTENCE
    return last if last >= at else text.find(" ", at) + 1 or at
