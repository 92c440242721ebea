"""What people write in Markdown that the pages do not show as it was meant: it is said when a text is saved, and nothing is done to it.

plein's Markdown is CommonMark with tables and strikethrough; a link inside the document is shown as plain words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plein.documents.text.paragraphs import paragraphs

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.|\n){1,1000}?(?<!`)\1(?!`)")
_END = re.compile("\n")
_SKIPPED = ("code", "front-matter")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "lost-note": re.compile(r"^ {0,3}\[\^[^\]\s]{1,200}\]:[ \t]*\S*[ \t]*$", re.MULTILINE),
    "note": re.compile(r"\[\^[^\]\s]{1,200}\]"),
    "html": re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,500})?/?>|<!--"),
    "definition": re.compile(r"(?<=\S\n): {1,3}\S"),
    "task": re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]", re.MULTILINE),
    "script": re.compile(r"(?<![~\\])~(?!~)[^~\s]{1,50}~(?!~)|(?<![\^\\\[])\^[^\^\s\[\]]{1,50}\^"),
    "abbreviation": re.compile(r"^ {0,3}\*\[[^\]\n]{1,200}\]:", re.MULTILINE),
    "formula": re.compile(r"\$\$"),
    "anchor": re.compile(r"^ {0,3}#{1,6}[ \t].*\{#[^}\s]{1,200}\}[ \t]*$", re.MULTILINE),
    "inner-link": re.compile(r"\]\(#[^)\s]{0,200}\)"),
    "box": re.compile(r"^ {0,3}(?::::+|!!!)", re.MULTILINE),
    "image": re.compile(r"(?<!\\)!\[[^\]\n]{0,500}\]\("),
}
"""By kind, how it is written; of two that are written alike the first is told."""


@dataclass(frozen=True, slots=True)
class Unshown:
    """Something of a kind that pages do not show as it was meant.

    Attributes:
        kind: ``lost-note`` (a footnote of one word, which is on no page), ``note``, ``html``, ``definition``, ``task``, ``script`` (set low or
            high), ``abbreviation``, ``formula``, ``anchor``, ``inner-link``, ``box``, ``image``.
        lines: Where, each line once, counted from 1.
    """

    kind: str
    lines: tuple[int, ...]


def unshown(text: str) -> tuple[Unshown, ...]:
    r"""Find what the pages do not show as it was meant, by kind, in order of first appearance. Code shows as it is written, and has none.

    >>> unshown("Rents rise.[^1]\n\nH~2~O and `H~2~O`.\n\n[^1]: Jansen 2020.\n")
    (Unshown(kind='note', lines=(1, 5)), Unshown(kind='script', lines=(3,)))
    """
    found: dict[str, dict[int, None]] = {}
    line, counted = 1, 0
    for start, words in _words(text):
        line, counted = line + text.count("\n", counted, start), start
        ends = [one.start() for one in _END.finditer(words)]
        told: set[int] = set()
        for kind, form in _FORMS.items():
            for one in form.finditer(words):
                at = one.start() + len(one[0]) - len(one[0].lstrip())
                if at not in told:
                    told.add(at)
                    found.setdefault(kind, {})[line + bisect_left(ends, at)] = None
    kinds = (Unshown(kind, tuple(sorted(lines))) for kind, lines in found.items())
    return tuple(sorted(kinds, key=lambda one: (one.lines, list(_FORMS).index(one.kind))))


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Where each stretch of text begins that is no code, and what it says: runs of paragraphs, with code among their words blanked."""
    start = 0
    for one in paragraphs(text):
        if one.kind in _SKIPPED:
            yield start, _without_code(text[start : one.start])
            start = one.end
    yield start, _without_code(text[start:])


def _without_code(words: str) -> str:
    return _CODE.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), words)
