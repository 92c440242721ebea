"""The signs of Markdown, and the words that a reader sees without them. What changed is not known here."""

from __future__ import annotations

import re

HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)")
ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+")
QUOTE = re.compile(r"[ ]{0,3}>[ \t]?")
PIPE = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*")
"""The dashes under the head of a table."""

ADDRESS = re.compile(r"\]\(([^()\s]*)\)")
"""The end of a link."""

_MARKS = re.compile(r"\*\*(?!\s)|(?<!\s)\*\*|!?\[([^][]*)\]\([^()\s]*\)")
_LINK = re.compile(r"!?\[([^][]*)\]\(([^()\s]*)\)")


def plain(text: str) -> str:
    """Markdown without the signs that only make words fat or a link, for reading.

    >>> plain("Read **more** [there](https://example.org).")
    'Read more there.'
    """
    return _MARKS.sub(lambda found: found[1] or "", text)


def addressed(text: str) -> str:
    """The same with the addresses of links behind their words: where a link is new, a reader wants to know where it leads.

    >>> addressed("Read **more** [there](https://example.org).")
    'Read more there (https://example.org).'
    """
    return plain(_LINK.sub(lambda found: f"{found[1]} ({found[2]})", text))


def lone(text: str) -> tuple[str, str]:
    """What a sign that changed by itself stands for: an address and ``link``, or a level and ``level``; else the text and nothing.

    >>> lone("](https://example.org)"), lone("## "), lone("homes")
    (('https://example.org', 'link'), ('2', 'level'), ('homes', ''))
    """
    address = ADDRESS.fullmatch(text)
    if address:
        return address[1], "link"
    heading = HEADING.fullmatch(text)
    return (str(len(heading[1])), "level") if heading else (text, "")


def cells(row: str) -> tuple[str, ...]:
    r"""The cells of a table row, without the blanks that line them up.

    >>> cells("| Harbour | 900 \\| more |")
    ('Harbour', '900 | more')
    """
    parts = PIPE.split(row.strip())
    inner = parts[not parts[0] : len(parts) - (len(parts) > 1 and not parts[-1])]
    return tuple(cell.strip().replace("\\|", "|") for cell in inner)


def in_short(text: str) -> str:
    r"""A passage on its way into a list: its words, with the cells of a table row set apart.

    >>> in_short("## Homes\n\n- near **work**\n| a | b |")
    'Homes\n\nnear work\na | b'
    """
    return "\n".join(_bare(line) for line in text.split("\n"))


def _bare(line: str) -> str:
    if RULE.fullmatch(line):
        return ""
    if line.lstrip().startswith("|") and len(PIPE.findall(line)) > 1:
        return " | ".join(cells(line))
    for sign in (QUOTE, HEADING, ITEM):
        line = sign.sub("", line, count=1) if sign.match(line) else line
    return ADDRESS.sub(r" (\1)", addressed(line))


def words_of(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Where in a paragraph its words stand, as (start, end): all but the signs of Markdown around them.

    >>> paragraph = "- Read **more** [there](https://example.org)."
    >>> "".join(paragraph[start:end] for start, end in words_of(paragraph))
    'Read more there.'
    """
    begin = HEADING.match(paragraph) or ITEM.match(paragraph)
    at = begin.end() if begin else 0
    kept: list[tuple[int, int]] = []
    for found in _MARKS.finditer(paragraph, at):
        kept.append((at, found.start()))
        if found[1] is not None:
            kept.append(found.span(1))
        at = found.end()
    kept.append((at, len(paragraph)))
    return tuple((start, end) for start, end in kept if start < end)
