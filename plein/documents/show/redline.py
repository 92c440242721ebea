"""What changed, for people to read: inline marks and a table of old and new. How changes are found is ``diff``'s."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Literal

from plein.documents.diff.diff import diff
from plein.documents.diff.moves import moves
from plein.documents.diff.places import Place, places
from plein.documents.diff.soft import is_soft
from plein.documents.edit import Edit, spans
from plein.documents.show.legible import legible
from plein.documents.text.paragraphs import paragraph_at, paragraphs
from plein.sentences import Sentence, sentence

Format = Literal["text", "html", "criticmarkup", "json"]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that stayed, came, went or was replaced.

    Attributes:
        kind: ``equal``, ``insert``, ``delete`` or ``replace``.
        old: What stood there; empty for an insertion.
        new: What stands there; empty for a deletion.
        start: Where *old* begins in the old text, in code points from 0.
        moved: Whether the same paragraph was put in, or taken out, elsewhere.
        elsewhere: For a moved one the number, in the old text, of the paragraph it came from, or goes behind; from 1.
            0 for one that goes to the top, and for all others.
    """

    kind: Literal["equal", "insert", "delete", "replace"]
    old: str
    new: str
    start: int = 0
    moved: bool = False
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a synopsis.

    Attributes:
        old: The paragraphs as they read before; empty for new ones.
        new: As they read now; empty for deleted ones.
        paragraph: Number of the first paragraph in the old text, from 1; for new ones that of the one before them.
    """

    old: str
    new: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Words:
    """What a screen reader says before and after a change, in the language of the page; ``{paragraph}`` becomes a number.

    ``moved_first`` is said of what goes before the first paragraph.
    """

    inserted: str = "inserted:"
    inserted_end: str = "end of insertion"
    deleted: str = "deleted:"
    deleted_end: str = "end of deletion"
    moved_here: str = "moved here from paragraph {paragraph}:"
    moved_away: str = "moved to after paragraph {paragraph}:"
    moved_first: str = "moved to the top:"


def changes(old: str, new: str | Sequence[Edit]) -> tuple[Change, ...]:
    r"""The runs of two texts, in order; their *old* joined is the old text, their *new* joined the new one.

    Args:
        old: The old text.
        new: The new one, or the edits that lead to it.

    >>> [(c.kind, c.old, c.new) for c in changes("Wij bouwen.\n", "Wij slopen.\n")]
    [('equal', 'Wij ', 'Wij '), ('replace', 'bouwen', 'slopen'), ('equal', '.\n', '.\n')]
    """
    edits = legible(old, spans(old, diff(old, new) if isinstance(new, str) else new))
    moved = _moved(old, edits)
    runs: list[Change] = []
    at = 0
    for start, end, text in edits:
        if at < start:
            runs.append(Change("equal", old[at:start], old[at:start], at))
        kind: Literal["insert", "delete", "replace"] = "insert" if start == end else "replace" if text else "delete"
        span = (start, end, text)
        runs.append(Change(kind, old[start:end], text, start, span in moved, moved.get(span, 0)))
        at = end
    if at < len(old):
        runs.append(Change("equal", old[at:], old[at:], at))
    return tuple(runs)


def _span(edit: Edit) -> tuple[int, int, str]:
    return edit.start, edit.end, edit.text


def _moved(old: str, edits: Sequence[tuple[int, int, str]]) -> dict[tuple[int, int, str], int]:
    """For each edit that takes out or puts in a moved passage, the paragraph where the other one is; 0 for the top of the text."""
    found: dict[tuple[int, int, str], int] = {}
    for move in moves(old, [Edit(*edit) for edit in edits]):
        paras = paragraphs(old)
        here, there = paragraph_at(paras, move.start), paragraph_at(paras, max(move.to - 1, 0))
        found[move.come] = here.number if here else 0
        found[move.gone] = there.number if there and there.start < move.to else 0
    return found


def redline(old: str, new: str, format: Format = "text", *, words: Words | None = None, say: Callable[[str], str] = str) -> str:
    r"""One text in which both can be read.

    Args:
        old: The old text.
        new: The new one.
        format: ``text``: the changed paragraphs, with ``[-old-]{+new+}``; ``html``: the whole text with ``<ins>`` and
            ``<del>``, everything escaped, hidden words at the start and end of each, line ends kept (show it with
            ``white-space: pre-wrap``); ``criticmarkup``: the whole text with ``{++new++}``, ``{--old--}`` and
            ``{~~old~>new~~}``, a backslash put into such signs where they are the text's own; ``json``: a list of the changes alone.
        words: What a screen reader says at a change; English unless given. Only for ``html``.
        say: Says where a change is in another language; English unless given. Only for ``text``.

    Raises:
        ValueError: The format is none of these.

    >>> print(redline("We build homes.\n", "We build affordable homes.\n"), end="")
    @@ paragraph 1 @@
    We build{+ affordable+} homes.
    """
    if format == "text":
        return _as_text(old, new, say)
    if format == "html":
        return "".join([_as_html(change, words or Words()) for change in changes(old, new)])
    if format == "criticmarkup":
        return "".join([_as_critic(change) for change in changes(old, new)])
    if format == "json":
        return _as_json(old, new)
    raise ValueError(f"A redline is text, html, criticmarkup or json, not {format!r}.")


def synopsis(old: str, new: str | Sequence[Edit]) -> tuple[Row, ...]:
    r"""The changed paragraphs beside each other, as they read before and as they read now; not those whose layout alone is another.

    >>> synopsis("# Wonen\n\nWij bouwen.\n", "# Wonen\n\nWij slopen.\n")
    (Row(old='Wij bouwen.', new='Wij slopen.', paragraph=2),)
    """
    found = places(old, new, moves=False)
    return tuple(Row(place.quote, place.replace, place.paragraph) for place in found if not place.layout)


def _as_text(old: str, new: str, say: Callable[[str], str]) -> str:
    found = places(old, new, moves=False)
    moved = _moved(old, [_span(edit) for place in found for edit in place.edits])
    lines: list[str] = []
    for place in found:
        if place.layout:
            lines += [] if lines else [f"@@ {say(sentence('another layout, which changes nothing that is shown'))} @@\n"]
            continue
        start = min(place.start, place.edits[0].start)
        end = max(place.end, place.edits[-1].end)
        end = old.find("\n", end) if place.end < end <= old.rfind("\n") else end  # an item that has another number, to its end
        local = [Edit(edit.start - start, edit.end - start, edit.text) for edit in place.edits]
        lines.append(f"@@ {say(_where(place, moved))} @@\n")
        body = "".join([_as_marks(old, change, start) for change in changes(old[start:end], local)]).strip("\n")
        lines.append(body + "\n")
    return "".join(lines)


def _where(place: Place, moved: dict[tuple[int, int, str], int]) -> Sentence:
    """Where a place is, and where from or where to if it was moved."""
    first, last = place.paragraph, place.last_paragraph
    if place.start == place.end:
        where = sentence("after paragraph {number}", number=first) if place.start else sentence("before paragraph {number}", number=first)
    elif last > first:
        where = sentence("paragraphs {first}–{last}", first=first, last=last)
    else:
        where = sentence("paragraph {number}", number=first)
    for edit in place.edits:
        if _span(edit) not in moved:
            continue
        number = moved[_span(edit)]
        if not number:
            where = sentence("{where}, moved to the top", where=where)
        elif edit.text:
            where = sentence("{where}, moved from paragraph {number}", where=where, number=number)
        else:
            where = sentence("{where}, moved to after paragraph {number}", where=where, number=number)
    return where


def _as_marks(base: str, change: Change, offset: int) -> str:
    """One change of a passage that begins at *offset*; blanks that only line something up are shown as they are now."""
    if change.kind == "equal":
        return change.old
    at = change.start + offset
    if "\n" not in change.old + change.new and is_soft(base, at, at + len(change.old), change.new) and not change.new.isdecimal():
        return change.new
    if at == 0 or base[at - 1] == "\n":  # whole lines end behind the mark
        if change.kind == "insert" and change.new.strip() and change.new[0] != "\n" and change.new[-1] == "\n":
            return f"{{+{change.new[:-1]}+}}\n"
        if change.kind == "delete" and change.old.strip() and change.old[0] != "\n" and change.old[-1] == "\n":
            return f"[-{change.old[:-1]}-]\n"
    gone = "¶" * change.old.count("\n") if change.old and not change.old.strip() and "\n" in change.old else change.old
    came = "¶" + change.new if not change.new.strip() and "\n" in change.new else change.new
    return (f"[-{gone}-]" if gone else "") + (f"{{+{came}+}}" if came else "")


def _as_html(change: Change, words: Words) -> str:
    if change.kind == "equal":
        return escape(change.old)
    marks = ' class="moved"' if change.moved else ""
    html = ""
    if change.old:
        moved = words.moved_away if change.elsewhere else words.moved_first
        before = moved.replace("{paragraph}", str(change.elsewhere)) if change.moved else words.deleted
        html += f"<del{marks}>{_hidden(before + ' ')}{_visible(change.old)}{_hidden(' ' + words.deleted_end)}</del>"
    if change.new:
        before = words.moved_here.replace("{paragraph}", str(change.elsewhere)) if change.moved else words.inserted
        html += f"<ins{marks}>{_hidden(before + ' ')}{_visible(change.new)}{_hidden(' ' + words.inserted_end)}</ins>"
    return html


def _hidden(words: str) -> str:
    return f'<span class="visually-hidden">{escape(words)}</span>'


def _visible(text: str) -> str:
    """Escaped text; a change of nothing but line ends shows a pilcrow, so that a split or a join can be seen."""
    return escape(text if text.strip() or "\n" not in text else "¶" + text)


_CRITIC = (re.compile(r"\{(?=\\*(?:\+\+|--|~~|==|>>))"), re.compile(r"([+\-~=<])(?=\\*\1\})|~(?=\\*>)"))
"""What comes before the backslash in a sign of CriticMarkup that is the text's own: beginnings, then ends."""


def has_critic_signs(text: str) -> bool:
    """Whether a text has signs of CriticMarkup of its own, into which a redline puts a backslash.

    >>> has_critic_signs("We {++really++} build."), has_critic_signs("We build {homes}.")
    (True, False)
    """
    return any(sign.search(text) for sign in _CRITIC)


def _as_critic(change: Change) -> str:
    old, new = (_CRITIC[1].sub(r"\g<0>\\", _CRITIC[0].sub(r"\g<0>\\", text)) for text in (change.old, change.new))
    if change.kind == "equal":
        return old
    if change.kind == "insert":
        return f"{{++{new}++}}"
    if change.kind == "delete":
        return f"{{--{old}--}}"
    return f"{{~~{old}~>{new}~~}}"


def _as_json(old: str, new: str) -> str:
    paras = paragraphs(old)
    rows = []
    for change in changes(old, new):
        if change.kind != "equal":
            near = paragraph_at(paras, change.start)
            fields = asdict(change)
            rows.append(
                {
                    "op": fields["kind"],
                    "start": change.start,
                    "end": change.start + len(change.old),
                    "text": change.new,
                    "old": change.old,
                    "paragraph": near.number if near else 0,
                    "moved": change.moved,
                }
            )
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
