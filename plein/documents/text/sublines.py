"""Lines of a paragraph that people mean as paragraphs of their own: sub-numbers (1.1, a., i.) and articles.

CommonMark takes them for one paragraph and runs them together on the page. A line is told apart only where what stands above leaves no doubt:
the number before it, or a line that announces it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from plein.documents.text.numerals import LONGEST, readings

MOST_LINES = 60
"""So many lines above are looked at for the number before."""

_CHAPTERS = ("Hoofdstuk", "Chapter", "Titel", "Title", "Deel", "Part", "Afdeling", "Bijlage", "Annex", "Appendix")
_ARTICLES = ("Artikel", "Article", "Art.", "Paragraaf", "Section", "§")
_NAMES = (*_CHAPTERS, *_ARTICLES, "Lid")
_SERIES = (
    *("Stelling", "Voorstel", "Punt", "Agendapunt", "Thema", "Stap", "Vraag", "Ambitie", "Doel", "Actie", "Maatregel", "Besluit"),
    *("Overweging", "Motie", "Amendement", "Variant", "Scenario", "Optie", "Uitgangspunt", "Aanbeveling", "Onderdeel"),
    *("Proposition", "Proposal", "Point", "Item", "Theme", "Step", "Question", "Ambition", "Goal", "Action", "Measure", "Decision"),
    *("Motion", "Amendment", "Option", "Principle", "Recommendation"),
)
CHAPTERS, ARTICLES, NAMES, SERIES = ("|".join(map(re.escape, names)) for names in (_CHAPTERS, _ARTICLES, _NAMES, _SERIES))
"""What a line begins with that numbers a part of a text, with a capital: a chapter; an article, which stands in one; any; and
what only headings are numbered with. To search with."""
BOLD = r"(?:\*\*|__)?"

DOTS = r"(?:[A-Z]\.(?:\d{1,3}\.){0,3}|(?:\d{1,3}\.){1,4})"
"""What a number begins with that stands in another: 1. in 1.2, A. in A.1, 1.2. in 1.2.1."""
_CLOSED = r"(?:\*\*|__)?(?=[ \t])"
_ARTICLE = re.compile(rf"{BOLD}(?P<word>{NAMES})[ \u00a0]?(?P<number>\d{{1,4}})(?![\w/-]|\.\d)")
_DOTTED = re.compile(rf"{BOLD}(?P<lead>{DOTS})(?P<number>\d{{1,3}})[.)]?{_CLOSED}(?=[ \t]+\S)")
_LETTER = re.compile(rf"{BOLD}(?P<open>\(?|\d{{1,3}})(?P<letter>[a-z]|[ivx]{{2,{LONGEST}}})(?P<close>[.)]){_CLOSED}(?=[ \t]+\S)")
_ITEM = re.compile(rf"{BOLD}(?P<open>\(?)(?P<number>\d{{1,4}})(?P<close>[.)]){_CLOSED}(?=[ \t]+\S)")
_LEAD = re.compile(r"[ \t>]*(?:#{1,6}[ \t]+)?")
_NUMBERED = re.compile(
    rf"{BOLD}(?:{NAMES})[ \u00a0]?(?P<article>\d{{1,4}}[a-z]?|[IVX]{{1,{LONGEST}}}|[A-Z](?=[.):*_]|$))(?![\w/-]|\.\d)"
    rf"|{BOLD}(?P<dotted>{DOTS}\d{{1,3}})[.)]?(?=[ \t*_]|$)"
    rf"|{BOLD}\(?(?P<item>\d{{1,4}})[.)](?=[ \t*_])|{BOLD}\(?(?P<letter>(?:\d{{1,3}})?(?:[a-z]|[ivx]{{2,{LONGEST}}}))[.)](?=[ \t*_])",
    re.MULTILINE,
)
_HEADED = re.compile(
    rf"{BOLD}(?:(?:{SERIES})[ \u00a0](?P<article>\d{{1,4}}|[IVX]{{1,{LONGEST}}})(?![\w/-]|\.\d)|(?P<number>\d{{1,4}})(?=[ \t])"
    rf"|(?P<capital>[A-Z]|[IVX]{{2,{LONGEST}}})(?P<close>[.):])(?=[ \t*_]))"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is numbered with.

    Attributes:
        style: What is alike in those that count together.
        number: Its place among them, from 1.
    """

    style: str
    number: int


def labels_of(line: str) -> Iterator[Label]:
    """What a line without its indent may be numbered with: a letter may be a Roman number too.

    >>> list(labels_of("1.2 Members")), list(labels_of("i. one")), list(labels_of("We build."))
    ([Label(style='1.', number=2)], [Label(style='a.', number=9), Label(style='i.', number=1)], [])
    """
    if found := _ARTICLE.match(line):
        yield Label(found["word"], int(found["number"]))
    elif found := _DOTTED.match(line):
        yield Label(found["lead"], int(found["number"]))
    elif found := _ITEM.match(line):
        yield Label(f"{found['open']}1{found['close']}", int(found["number"]))
    if found := _LETTER.match(line):
        for style, number in readings(found["letter"]):
            yield Label(f"{found['open']}{style}{found['close']}", number)


def begins(lines: Sequence[str]) -> bool:
    """Whether the last of some lines that stand right under each other is a paragraph of its own.

    Args:
        lines: From the first of the run, or at most so many; each without its indent.

    >>> begins(["a. buy", "b. rent"]), begins(["The city may:", "a. buy"]), begins(["It opens at nine", "a. m. and later"])
    (True, True, False)
    """
    seen: set[Label] = set()
    begun = False
    above = ""
    for number, line in enumerate(lines):
        labels = list(labels_of(line))
        begun = not number or any(_begins(label, above, begun, seen) for label in labels)
        if begun:
            seen.update(labels)
        above = line.rstrip()
    return begun


ABOVE = (*_NAMES, "1", "1.", "1)", "A.", "A)", "A:")
"""The kinds of numbers that those which stand in another may begin with."""


def apart(passage: str) -> tuple[set[str], str, str] | None:
    r"""With what kinds of numbers a heading or a paragraph is numbered, what it says without its number, and that; None where it has none.

    All dotted numbers of one depth are of one kind, whatever they begin with.

    >>> apart("## Article 4 Rent"), apart("1.2 The board"), apart("We build.")
    (({'Article'}, '## Article \x00 Rent', '4'), ({'11'}, '\x00 The board', '1.2'), None)
    """
    lead = _LEAD.match(passage)
    at = lead.end() if lead else 0
    found = _NUMBERED.match(passage, at) or (_HEADED.match(passage, at) if lead and "#" in lead[0] else None)
    if found is None:
        return None
    start, end = next(found.span(name) for name, value in found.groupdict().items() if value is not None)
    return _kinds(passage[at:], found), f"{passage[:start]}\0{passage[end:]}", passage[start:end]


def styles_in(lines: str) -> set[str]:
    r"""With what kinds of numbers some lines begin.

    >>> sorted(styles_in("We build.\n\n## Article 4\n\na. rent\n"))
    ['Article', 'a.']
    """
    return set().union(*(found[0] for line in lines.split("\n") if (found := apart(line)) is not None))


def _kinds(line: str, found: re.Match[str]) -> set[str]:
    named = {name: value for name, value in found.groupdict().items() if value is not None}
    if "dotted" in named:
        return {"1" * (named["dotted"].count(".") + 1)}
    if "capital" in named:
        return {f"{style}{named['close']}" for style, _ in readings(named["capital"])}
    if "article" in named:
        return {found[0].strip("*_")[: -len(named["article"])].rstrip()}
    return {label.style for label in labels_of(line)} or {"1"}


def _begins(label: Label, above: str, begun: bool, seen: Collection[Label]) -> bool:
    """Whether a line with this label is a paragraph of its own: behind the number before it, or where the line above announces it."""
    if label.number > 1:
        return Label(label.style, label.number - 1) in seen
    return above.endswith(":") or (begun and any(True for _ in labels_of(above)))
