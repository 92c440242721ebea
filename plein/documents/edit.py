"""A change of a text as a value: what to replace, and by what. How changes are found or brought together lives elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plein.errors import EditOutside, EditsOverlap, Unusable
from plein.sentences import sentence

_FORM = "[start, end, text]"
"""How an edit is written as JSON."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace ``base[start:end]`` by ``text``.

    Attributes:
        start: First code point replaced, counted from 0.
        end: The code point after the last one replaced; equal to *start* for an insertion.
        text: What stands there afterwards; empty for a deletion.

    Raises:
        EditOutside: *start* is negative, or *end* lies before it.
        TypeError: A position is no ``int``, or the text no ``str``.

    >>> Edit(9, 14, "affordable homes")
    Edit(start=9, end=14, text='affordable homes')
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if type(self.start) is not int or type(self.end) is not int:
            raise TypeError(f"An edit runs from one whole number to another, not from {self.start!r} to {self.end!r}.")
        if not isinstance(self.text, str):
            raise TypeError(f"An edit puts a string in place, not {type(self.text).__name__}.")
        if not 0 <= self.start <= self.end:
            raise EditOutside(
                sentence("An edit cannot run from {start} to {end}; positions count from 0 and go forward.", start=self.start, end=self.end)
            )


def apply(base: str, edits: Iterable[Edit]) -> str:
    r"""Write edits into a text.

    Args:
        base: The text the edits were made against.
        edits: Disjoint edits in any order; positions are code points into *base*, from 0.

    Raises:
        EditsOverlap: Two edits touch the same characters, or insert at the very same point.
        EditOutside: An edit reaches beyond the end of *base*.

    >>> apply("We build homes.\n", [Edit(9, 14, "affordable homes")])
    'We build affordable homes.\n'
    """
    parts: list[str] = []
    at = 0
    for start, end, text in spans(base, edits):
        parts.append(base[at:start])
        parts.append(text)
        at = end
    parts.append(base[at:])
    return "".join(parts)


def invert(base: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    r"""The edits that take the edited text back to *base*.

    Args:
        base: The text the edits were made against.
        edits: Disjoint edits in any order.

    Returns:
        Sorted edits whose positions are code points into ``apply(base, edits)``.

    Raises:
        EditsOverlap: As in :func:`apply`.
        EditOutside: As in :func:`apply`.

    >>> invert("We build homes.\n", [Edit(9, 14, "affordable homes")])
    (Edit(start=9, end=25, text='homes'),)
    """
    back: list[Edit] = []
    shift = 0
    for start, end, text in spans(base, edits):
        at = start + shift
        undo = Edit(at, at + len(text), base[start:end])
        shift += len(text) - (end - start)
        if back and back[-1].end == undo.start and (back[-1].start == back[-1].end or undo.start == undo.end):
            undo = Edit(back[-1].start, undo.end, back[-1].text + undo.text)
            back.pop()
        back.append(undo)
    return tuple(back)


def spans(base: str, edits: Iterable[Edit]) -> list[tuple[int, int, str]]:
    """The edits as sorted plain tuples, checked to be disjoint and inside *base*; edits that do nothing are left out.

    Raises:
        EditsOverlap: As in :func:`apply`.
        EditOutside: As in :func:`apply`.
    """
    found = [(edit.start, edit.end, edit.text) for edit in edits if edit.text or edit.start != edit.end]
    if len(found) > 1:
        found.sort()
        before = found[0]
        for after in found[1:]:
            if after[0] < before[1] or before[0] == before[1] == after[0] == after[1]:
                raise EditsOverlap(
                    sentence(
                        "The edits of {start}–{end} and {next_start}–{next_end} touch the same place; make them one edit.",
                        start=before[0],
                        end=before[1],
                        next_start=after[0],
                        next_end=after[1],
                    )
                )
            before = after
    if found and found[-1][1] > len(base):
        raise EditOutside(
            sentence(
                "An edit runs to {end}, but the text ends at {length}; was it made against another version?",
                end=found[-1][1],
                length=len(base),
            )
        )
    return found


def to_json(edits: Iterable[Edit]) -> list[list[int | str]]:
    """Edits as plain lists ``[start, end, text]``, fit for JSON.

    >>> to_json([Edit(0, 2, "Wij")])
    [[0, 2, 'Wij']]
    """
    return [[edit.start, edit.end, edit.text] for edit in edits]


def from_json(data: object) -> tuple[Edit, ...]:
    """The edits that :func:`to_json` wrote.

    Raises:
        Unusable: The data is no list of ``[start, end, text]``.
        EditOutside: A position is negative, or an end lies before its start.

    >>> from_json([[0, 2, "Wij"]])
    (Edit(start=0, end=2, text='Wij'),)
    """
    if not isinstance(data, Sequence) or isinstance(data, str):
        raise Unusable(sentence("Edits are a list of {form}.", form=_FORM))
    edits: list[Edit] = []
    for number, item in enumerate(data):
        if (type(item) is not list and (not isinstance(item, Sequence) or isinstance(item, str))) or len(item) != 3:
            raise Unusable(sentence("Edit {number} is no {form}.", number=number, form=_FORM))
        start, end, text = item
        if type(start) is not int or type(end) is not int or not isinstance(text, str):
            raise Unusable(sentence("Edit {number} is no {form} of two whole numbers and a string.", number=number, form=_FORM))
        edits.append(Edit(start, end, text))
    return tuple(edits)
