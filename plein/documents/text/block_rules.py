"""Blocks that people write and CommonMark does not know: how the parser finds them. Which parser has which rules is ``markdown``'s."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile
from typing import TYPE_CHECKING

from plein.documents.text.sublines import MOST_LINES, begins, labels_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

_NAME = re.compile(r"(?:^|[ \t]+)\{#([^\s{}]{1,200})\}[ \t]*\Z")
_SOURCE = re.compile(r"(?:[—–]|--(?!-))[ \t]*(?:(?P<capital>[^\W\d_a-z]|[*_[\"“])|[^\W\d_])(?:(?![—–]|--).)*$", re.MULTILINE)
_ENDS = re.compile(r"[.!?…\"”’'»*_)][ \t]*$", re.MULTILINE)
_ABBREVIATION = re.compile(r"\*\[([^\[\]\n]{1,200})\]:[ \t]*(?=\S)")


def names_of_headings(made: MarkdownIt) -> None:
    """Teach a parser that the name behind the words of a heading is the heading's own: ``## Rent {#rent}``."""
    from markdown_it import rules_block

    made.block.ruler.at("heading", _naming(rules_block.heading), {"alt": ["paragraph", "reference", "blockquote"]})
    made.block.ruler.at("lheading", _naming(rules_block.lheading))


def abbreviations(made: MarkdownIt) -> None:
    """Teach a parser that a line says what an abbreviation stands for: ``*[VAT]: value added tax``. It is a block by itself.

    Its tokens are ``abbreviation_open``, with the abbreviation as ``meta["label"]``, the words, and ``abbreviation_close``.
    """
    made.block.ruler.before("list", "abbreviation", _abbreviation, {"alt": ["paragraph", "reference", "blockquote"]})


def definitions(made: MarkdownIt) -> None:
    """Teach a parser lists of definitions, with a colon: a tilde at the beginning of a line means *about* (``~ 500 homes``)."""
    from mdit_py_plugins.deflist import deflist_plugin

    deflist_plugin(made)
    rule = next(one.fn for one in made.block.ruler.__rules__ if one.name == "deflist")
    made.block.ruler.at("deflist", _with_colons(rule), {"alt": ["paragraph", "reference", "blockquote"]})


def _with_colons(rule: BlockRule) -> BlockRule:
    def colons(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        line = start if silent else start + 1
        if line < end and not silent and state.isEmpty(line):
            line += 1
        return line < end and _words(state, line)[:1] == ":" and rule(state, start, end, silent)

    return colons


def sources(made: MarkdownIt) -> None:
    """Teach a parser that the line of a quotation that says where it is from is a paragraph of its own: ``> — Jansen, 2020``.

    It is the last of its paragraph, begins with a dash and has no second one, and stands behind a whole sentence or begins with a capital: a
    sentence with something between dashes is none.
    """
    made.block.ruler.before("paragraph", "source", _source, {"alt": ["paragraph"]})


def _source(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Ends a paragraph before such a line; it begins none, for the next is a paragraph like any other."""
    begins = state.bMarks[start]
    found = _SOURCE.match(state.src, begins + state.tShift[start], state.eMarks[start]) if silent and start else None
    if not found or ">" not in state.src[state.src.rfind("\n", 0, begins) + 1 : begins]:
        return False
    if start + 1 < end and not state.isEmpty(start + 1) and state.sCount[start + 1] >= 0:
        return False
    return found["capital"] is not None or _ENDS.search(state.src, state.bMarks[start - 1], state.eMarks[start - 1]) is not None


def lines_apart(made: MarkdownIt) -> None:
    """Teach a parser that some lines of a paragraph are paragraphs of their own: sub-numbers and articles (see ``sublines``)."""
    made.block.ruler.before("paragraph", "lines_apart", _apart, {"alt": ["paragraph"]})


def _apart(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Ends a paragraph before such a line; it begins none, for the next is a paragraph like any other."""
    if not silent:
        return False
    line = _words(state, start)
    if next(labels_of(line), None) is None:
        return False
    above = takewhile(str.strip, (_words(state, number) for number in range(start - 1, max(start - 1 - MOST_LINES, -1), -1)))
    return begins([*reversed(list(above)), line])


def _words(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _naming(rule: BlockRule) -> BlockRule:
    """A rule of headings that takes the name behind the words for the heading's own."""

    def naming(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        found = rule(state, start, end, silent)
        if found and not silent:
            words = state.tokens[-2]
            name = _NAME.search(words.content)
            if name:
                words.content = words.content[: name.start()]
                state.tokens[-3].attrSet("id", name[1])
        return found

    return naming


def _abbreviation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    begins, ends = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    found = _ABBREVIATION.match(state.src, begins, ends)
    if not found:
        return False
    if not silent:
        opened = state.push("abbreviation_open", "p", 1)
        words = state.push("inline", "", 0)
        words.content, words.children = state.src[found.end() : ends].rstrip(), []
        opened.map, words.map = [start, start + 1], [start, start + 1]
        opened.meta = {"label": found[1]}
        state.push("abbreviation_close", "p", -1)
        state.line = start + 1
    return True
