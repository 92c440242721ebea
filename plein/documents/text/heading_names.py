"""The names that links lead to: those that headings are given, and those that come of their words, as on GitHub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


def heading_names(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    r"""The name of each heading, in order; each is the name of one. One of signs alone has none, nor has the second of a name it was given.

    Args:
        tokens: The blocks of a text, their words read.

    >>> from plein.documents.text.markdown import parser
    >>> [name for _, name in heading_names(parser().parse("# Rent now\n\n# Rent now\n\n# Dear {#rent}\n\n# !\n"))]
    ['rent-now', 'rent-now-1', 'rent']
    """
    from mdit_py_plugins.anchors.index import slugify

    headings = [(opened, words) for opened, words in pairwise(tokens) if opened.type == "heading_open"]
    given = {str(opened.attrs["id"]) for opened, _ in headings if "id" in opened.attrs}
    taken = set[str]()
    times: Counter[str] = Counter()
    for opened, words in headings:
        name = str(opened.attrs.get("id", ""))
        if name and name not in taken:
            taken.add(name)
            yield opened, name
        if name:
            continue
        said = "".join(child.content for child in words.children or () if child.type in ("text", "code_inline"))
        plain = slugify(said)
        name = plain
        while plain and (name in taken or name in given):
            times[plain] += 1
            name = f"{plain}-{times[plain]}"
        if plain:
            taken.add(name)
            yield opened, name
