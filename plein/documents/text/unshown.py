"""What people write in Markdown that the pages do not show as it was meant: it is said when a text is saved, and nothing is done to it.

What plein's Markdown has stands in :mod:`plein.documents.text.markdown`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from plein.documents.text.code import without_code
from plein.documents.text.loose_ends import loose_ends

_END = re.compile("\n")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "lost-note": re.compile(r"^ {0,3}\[\^[^\]\n]{0,200}[ \t][^\]\n]{0,200}\]:", re.MULTILINE),
    "html": re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]{0,500})?/?>|<!--"),
    "formula": re.compile(r"\$\$"),
    "box": re.compile(r"^ {0,3}(?::::+|!!!)", re.MULTILINE),
    "image": re.compile(r"(?<!\\)!\[[^\]\n]{0,500}\]\("),
}
"""By kind, how it is written; of two that are written alike the first is told."""


@dataclass(frozen=True, slots=True)
class Unshown:
    """Something of a kind that pages do not show as it was meant.

    Attributes:
        kind: ``lost-note`` (a footnote with a blank in its name, which is none), ``html``, ``formula``, ``box``, ``image``,
            and what is loose: ``missing-note``, ``second-note``, ``unused-note``, ``dead-link``, ``second-name``, ``address`` (see
            ``loose_ends``).
        lines: Where, each line once, counted from 1.
    """

    kind: str
    lines: tuple[int, ...]


def unshown(text: str) -> tuple[Unshown, ...]:
    r"""Find what the pages do not show as it was meant, by kind, in order of first appearance. Code shows as it is written, and has none.

    >>> unshown("Rents rise.[^1]\n\nA <b>home</b> and `<b>`.\n")
    (Unshown(kind='missing-note', lines=(1,)), Unshown(kind='html', lines=(3,)))
    """
    found: dict[str, dict[int, None]] = {}
    words = without_code(text)
    ends = [one.start() for one in _END.finditer(words)]
    told: set[int] = set()
    for kind, form in _FORMS.items():
        for one in form.finditer(words):
            at = one.start() + len(one[0]) - len(one[0].lstrip())
            if at not in told:
                told.add(at)
                found.setdefault(kind, {})[1 + bisect_left(ends, at)] = None
    for kind, number in loose_ends(text):
        found.setdefault(kind, {})[number] = None
    return tuple(sorted((Unshown(kind, tuple(sorted(lines))) for kind, lines in found.items()), key=attrgetter("lines", "kind")))
