"""What a block looks like to people: the ways in which they see it, folded so that what looks alike is one. Nothing is looked for here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from plein.documents.text.folding import fold, folded
from plein.documents.text.seen import Seen
from plein.documents.text.shown import Leaf, Part, parts

TYPED = "[^{}]"
"""The style of a note that is seen as it is written."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Style:
    """One of the ways in which people see the same block.

    Attributes:
        note: How a note's reference looks: not at all, or a form for its number; ``[^{}]`` is as it is written.
        images: Whether what an image says is seen.
        cells: What stands between two cells of a row.
    """

    note: str = ""
    images: bool = True
    cells: str = " | "


@dataclass(frozen=True, slots=True)
class Voice:
    """What a block looks like in one style, folded (see ``folding``), and of which items each character comes.

    Attributes:
        text: The characters.
        first: For each the number of its first item.
        last: And of its last.
    """

    text: str
    first: tuple[int, ...]
    last: tuple[int, ...]


def styles(leaf: Leaf) -> tuple[Style, ...]:
    """The ways in which people may see a block: with and without notes and images, its cells apart or in a row; the plainest first."""
    whole = "".join(leaf.written)
    notes = ("", TYPED, "{}", "[{}]", "^{}") if "[^" in whole or "^[" in whole else ("",)
    images = (True, False) if "![" in whole else (True,)
    cells = (" | ", " ") if leaf.kind == "row" else (" | ",)
    return tuple(Style(note, image, cell) for note, image, cell in product(notes, images, cells))


def spoken(leaf: Leaf, style: Style) -> str:
    """What a block looks like, folded; quickly, without the places.

    >>> from plein.documents.text.shown import leaves
    >>> spoken(leaves("We **plant**\\n_trees_[^1].\\n")[0], Style())
    'We plant trees.'
    """
    if leaf.kind == "code":
        return fold(leaf.written[0])
    return fold(style.cells.join(fold(_said(parts(written, leaf.references), style, leaf.notes)) for written in leaf.written))


def noted(label: str, style: Style, notes: Mapping[str, str]) -> str:
    """How the reference to a note looks.

    Args:
        label: What the text calls the note, see :attr:`plein.documents.text.shown.Leaf.notes`.
        style: How people see it.
        notes: The numbers of the notes.

    >>> noted("law", Style("[^{}]"), {"law": "1"}), noted("law", Style("^{}"), {"law": "1"})
    ('[^law]', '¹')
    """
    if style.note == TYPED:
        return label if label.startswith("^[") else style.note.format(label)
    number = notes.get(label, label)
    return number.translate(_RAISED) if style.note == "^{}" else style.note.format(number)


def _said(those: Iterable[Part], style: Style, notes: Mapping[str, str]) -> str:
    said: list[str] = []
    for part in those:
        if part.kind == "footnote_ref":
            said.append(noted(part.content, style, notes))
        elif part.kind == "image":
            said.append(_said(part.inside, style, notes) if style.images else "")
        elif part.kind in ("softbreak", "hardbreak"):
            said.append(" ")
        else:
            said.append(part.content)
    return "".join(said)


def voice(seen: Seen, style: Style) -> Voice:
    """What a block looks like, with the places."""
    text: list[str] = []
    first: list[int] = []
    last: list[int] = []
    image = 0
    for number, item in enumerate(seen.items):
        if item.name == "image":
            image += 1 if item.kind == "open" else -1
        if item.kind in ("open", "close") or (image and not style.images):
            continue
        says = item.says if item.kind == "sign" else noted(item.says, style, seen.leaf.notes) if item.kind == "note" else style.cells
        looks = folded(says)
        if not looks and text and item.kind == "sign":
            last[-1] = number
        for sign in looks:
            if sign in " -" and (text[-1:] == [sign] or (sign == " " and not text)):
                if text and item.kind == "sign":
                    last[-1] = number
                continue
            text.append(sign)
            first.append(number)
            last.append(number)
    if text[-1:] == [" "]:
        text.pop()
    return Voice("".join(text), tuple(first[: len(text)]), tuple(last[: len(text)]))
