"""What in a text refers to something that is not there, or stands for nothing: a note, a heading. Found by reading the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from plein.documents.text.heading_names import heading_names
from plein.documents.text.markdown import LONGEST, parser
from plein.documents.text.paragraphs import front_matter

if TYPE_CHECKING:
    from markdown_it.token import Token

_MAY = re.compile(r"\[\^|\{#|\](?:\(|:[ \t]*)(?!(?:https?://|mailto:)[^\s/])", re.IGNORECASE)
"""Where something may be loose: elsewhere a text need not be read."""
_SAFE = re.compile(r"(?:https?://|mailto:)[^\s/]", re.IGNORECASE)


def loose_ends(text: str) -> Iterator[tuple[str, int]]:
    r"""What is loose, and the line it stands on, from 1; in no order.

    Returns:
        ``missing-note`` (a reference to a note that is nowhere), ``second-note`` (a note of a name that another has), ``unused-note`` (one
        that nothing refers to), ``dead-link`` (a link to a heading that is nowhere), ``second-name`` (a heading with a name that another
        was given) and ``address`` (a link to what is neither the web nor a mailbox).

    >>> sorted(loose_ends("Rents[^1] fall, see [there](#rents).\n\n[^2]: Jansen\n"))
    [('dead-link', 1), ('missing-note', 1), ('unused-note', 3)]
    """
    if len(text) > LONGEST or not _MAY.search(text):
        return
    front = front_matter(text)
    first = text.count("\n", 0, front) + 1
    tokens = parser().parse(text[front:], {})
    names = {name for _, name in heading_names(tokens)}
    given = set[str]()
    for token in tokens:
        if token.type == "heading_open" and "id" in token.attrs and token.map:
            if str(token.attrs["id"]) in given:
                yield "second-name", first + token.map[0]
            given.add(str(token.attrs["id"]))
    met = list(_met(tokens))
    notes = {says for kind, says, _ in met if kind == "note"}
    used = {says for kind, says, _ in met if kind == "reference"}
    told: set[str] = set()
    for kind, says, line in met:
        if kind == "note":
            loose = "second-note" if says in told else "unused-note" if says not in used else ""
            told.add(says)
        elif kind == "reference":
            loose = "" if says in notes else "missing-note"
        elif says.startswith("#"):
            loose = "dead-link" if names.isdisjoint((name := unquote(says[1:]), name.lower())) else ""
        else:
            loose = "" if _SAFE.match(says) else "address"
        if loose:
            yield loose, first + line


def _met(tokens: Sequence[Token]) -> Iterator[tuple[str, str, int]]:
    """The notes, the references to notes and the links of a text: what each names, and its line, from 0."""
    for token in tokens:
        if token.type == "footnote_reference_open" and token.map:
            yield "note", token.meta["label"], token.map[0]
        elif token.type == "inline" and token.map:
            yield from _met_in(token.children or (), token.map[0])


def _met_in(children: Sequence[Any], line: int) -> Iterator[tuple[str, str, int]]:
    for one in children:
        if one.type in ("softbreak", "hardbreak"):
            line += 1
        elif one.type == "footnote_ref" and "label" in one.meta:
            yield "reference", one.meta["label"], line
        elif one.type == "link_open":
            yield "link", str(one.attrs.get("href", "")), line
