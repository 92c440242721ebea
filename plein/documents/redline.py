"""What changed, for people to read: inline marks and a table of old and new. How changes are found is ``diff``'s."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Literal

from plein.documents.diff import diff
from plein.documents.edit import Edit, spans
from plein.documents.paragraphs import paragraph_at, paragraphs
from plein.documents.places import places

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
    """

    kind: Literal["equal", "insert", "delete", "replace"]
    old: str
    new: str
    start: int = 0
    moved: bool = False


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
    """What a screen reader says before and after a change, in the language of the page."""

    inserted: str = "inserted:"
    inserted_end: str = "end of insertion"
    deleted: str = "deleted:"
    deleted_end: str = "end of deletion"
    moved_here: str = "moved here:"
    moved_away: str = "moved elsewhere:"


def changes(old: str, new: str | Sequence[Edit]) -> tuple[Change, ...]:
    r"""The runs of two texts, in order; their *old* joined is the old text, their *new* joined the new one.

    Args:
        old: The old text.
        new: The new one, or the edits that lead to it.

    >>> [(c.kind, c.old, c.new) for c in changes("Wij bouwen.\n", "Wij slopen.\n")]
    [('equal', 'Wij ', 'Wij '), ('replace', 'bouwen', 'slopen'), ('equal', '.\n', '.\n')]
    """
    edits = spans(old, diff(old, new) if isinstance(new, str) else new)
    gone = {old[start:end].strip() for start, end, text in edits if not text and "\n" in old[start:end]}
    came = {text.strip() for start, end, text in edits if start == end and "\n" in text}
    moved = {passage for passage in gone & came if len(passage) > 12}
    runs: list[Change] = []
    at = 0
    for start, end, text in edits:
        if at < start:
            runs.append(Change("equal", old[at:start], old[at:start], at))
        kind: Literal["insert", "delete", "replace"] = "insert" if start == end else "replace" if text else "delete"
        runs.append(Change(kind, old[start:end], text, start, (old[start:end] + text).strip() in moved))
        at = end
    if at < len(old):
        runs.append(Change("equal", old[at:], old[at:], at))
    return tuple(runs)


def redline(old: str, new: str, format: Format = "text", *, words: Words | None = None) -> str:
    r"""One text in which both can be read.

    Args:
        old: The old text.
        new: The new one.
        format: ``text``: the changed paragraphs, with ``[-old-]{+new+}``; ``html``: the whole text with ``<ins>`` and
            ``<del>``, everything escaped, hidden words at the start and end of each, line ends kept (show it with
            ``white-space: pre-wrap``); ``criticmarkup``: the whole text with ``{++new++}``, ``{--old--}`` and
            ``{~~old~>new~~}``; ``json``: a list of the changes alone.
        words: What a screen reader says at a change; English unless given. Only for ``html``.

    Raises:
        ValueError: The format is none of these.

    >>> print(redline("We build homes.\n", "We build affordable homes.\n"), end="")
    @@ paragraph 1 @@
    We build{+ affordable+} homes.
    """
    if format == "text":
        return _as_text(old, new)
    if format == "html":
        return "".join([_as_html(change, words or Words()) for change in changes(old, new)])
    if format == "criticmarkup":
        return "".join([_as_critic(change) for change in changes(old, new)])
    if format == "json":
        return _as_json(old, new)
    raise ValueError(f"A redline is text, html, criticmarkup or json, not {format!r}.")


def synopsis(old: str, new: str | Sequence[Edit]) -> tuple[Row, ...]:
    r"""The changed paragraphs beside each other, as they read before and as they read now.

    >>> synopsis("# Wonen\n\nWij bouwen.\n", "# Wonen\n\nWij slopen.\n")
    (Row(old='Wij bouwen.', new='Wij slopen.', paragraph=2),)
    """
    return tuple(Row(place.quote, place.replace, place.paragraph) for place in places(old, new))


def _as_text(old: str, new: str) -> str:
    lines: list[str] = []
    for place in places(old, new):
        start = min(place.start, place.edits[0].start)
        end = max(place.end, place.edits[-1].end)
        local = [Edit(edit.start - start, edit.end - start, edit.text) for edit in place.edits]
        several = f"s {place.paragraph}–{place.last_paragraph}" if place.last_paragraph > place.paragraph else f" {place.paragraph}"
        where = f"after paragraph {place.paragraph}" if place.start == place.end else f"paragraph{several}"
        lines.append(f"@@ {where} @@\n")
        body = "".join([_as_marks(change) for change in changes(old[start:end], local)]).strip("\n")
        lines.append(body + "\n")
    return "".join(lines)


def _as_marks(change: Change) -> str:
    if change.kind == "equal":
        return change.old
    return (f"[-{change.old}-]" if change.old else "") + (f"{{+{change.new}+}}" if change.new else "")


def _as_html(change: Change, words: Words) -> str:
    if change.kind == "equal":
        return escape(change.old)
    marks = ' class="moved"' if change.moved else ""
    html = ""
    if change.old:
        before = words.moved_away if change.moved else words.deleted
        html += f"<del{marks}>{_hidden(before + ' ')}{_visible(change.old)}{_hidden(' ' + words.deleted_end)}</del>"
    if change.new:
        before = words.moved_here if change.moved else words.inserted
        html += f"<ins{marks}>{_hidden(before + ' ')}{_visible(change.new)}{_hidden(' ' + words.inserted_end)}</ins>"
    return html


def _hidden(words: str) -> str:
    return f'<span class="visually-hidden">{escape(words)}</span>'


def _visible(text: str) -> str:
    """Escaped text; a change of nothing but line ends shows a pilcrow, so that a split or a join can be seen."""
    return escape(text if text.strip() or "\n" not in text else "¶" + text)


def _as_critic(change: Change) -> str:
    if change.kind == "equal":
        return change.old
    if change.kind == "insert":
        return f"{{++{change.new}++}}"
    if change.kind == "delete":
        return f"{{--{change.old}--}}"
    return f"{{~~{change.old}~>{change.new}~~}}"


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
