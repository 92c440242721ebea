"""Cross references that a change leaves behind: they name an article, a chapter or a number that is another one now, or is gone.

What is numbered are headings and lines that begin with a number (``## 3.2 Rent``, ``1.2 The board …``) or with what it numbers (``Article 4``).
References are looked at that nobody touched: who writes one anew knows what it should say. References to a law are not the document's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from plein.documents.diff.diff import diff
from plein.documents.edit import Edit
from plein.documents.text.code import without_code
from plein.documents.text.numerals import LONGEST
from plein.documents.text.paragraphs import paragraph_at, paragraphs

_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "article": ("artikelen", "artikel", "articles", "article", "art."),
    "chapter": ("hoofdstukken", "hoofdstuk", "chapters", "chapter"),
    "section": ("paragrafen", "paragraaf", "sections", "section", "§§", "§"),
    "title": ("titel", "title"),
    "": ("onderdelen", "onderdeel", "punten", "punt", "clauses", "clause"),
}
_FAMILY = {word: family for family, words in _FAMILIES.items() for word in words}
_WORDS = "|".join(re.escape(word) for word in sorted(_FAMILY, key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,3}}){{0,4}}|(?-i:[IVX]{{1,{LONGEST}}})(?!\w))"
_TARGET = re.compile(
    rf"^[ \t>]*(?P<heading>\#{{1,6}}[ \t]+)?(?:\*\*|__)?(?P<word>(?:{_WORDS})[ \u00a0]?)?(?P<number>{_NUMBER})(?:[.):]|(?![\w.]))"
    rf"(?P<rest>[^\n]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_AND = r"(?:,[ \u00a0]|[ \u00a0](?:en|and|of|or|t/m|to)[ \u00a0])"
_REFERENCE = re.compile(rf"(?<!\w)(?P<word>{_WORDS})[ \u00a0]?(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)(?![\w/]|\.\d)", re.IGNORECASE)
_LAW = re.compile(
    r"(?:[ ,]+(?:(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)[ ]|)(?:lid|lids|leden)(?:[ ]\d{1,2})?"
    r"|[ ,]+(?:onder|onderdeel|sub|aanhef|en|boek|book|paragraph|titel)(?:[ ]\w{1,3})?|[ ,]+(?:van|uit|in|of|under)"
    r"(?:[ ](?:de|het|the|genoemde|said))?){0,6}"
    r"[ ,]+(?:[A-Z]\w{1,30}[ ]){0,4}"
    r"(?:(?i:\w{0,30}(?:wet|wetboek|verordening|besluit|verdrag|richtlijn|regeling))\b|(?:Act|Law|Code|Treaty|Directive|Regulation|Constitution)\b"
    r"|[A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,4}\b|(?:Awb|Gw|Hvw|Wmo|Sr|Sv|Rv|Woo|Wob|Wro|Wnb|Avg|Jw)\b)"
)
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Astray:
    """A reference that leads to something else than it did.

    Attributes:
        line: Where it stands in the new text, from 1.
        says: It, as it is written: ``article 4``.
        now: The number that what it meant has now; None where that is gone.
    """

    line: int
    says: str
    now: str | None


@dataclass(frozen=True, slots=True)
class _Target:
    """What has a number: its family and number, what it is called, where its line and its words begin."""

    family: str
    number: str
    title: str
    line: int
    words: int


def astray(old: str, new: str) -> tuple[Astray, ...]:
    r"""The references of a text that a change of it leaves behind, in order.

    Args:
        old: The text before.
        new: The text after.

    >>> old = "## Article 1 Name\n\nWe are one.\n\n## Article 2 Fees\n\nSee article 1.\n\nMembers pay, see article 2.\n"
    >>> new = old.replace("## Article 2", "## Article 2 Seat\n\nHere.\n\n## Article 3")
    >>> astray(old, new)
    (Astray(line=13, says='article 2', now='3'),)
    """
    if not _REFERENCE.search(new):
        return ()
    before, after = without_code(old), without_code(new)
    was, now = _by_label(before), list(_targets(after))
    if not was:
        return ()
    edits = diff(old, new)
    put = _put_in(edits)
    named = _named(was, now, before, after, edits)
    kept = {old[one.start : one.end] for one in paragraphs(old)}
    here, lines = paragraphs(new), {one.line for one in now}
    found: list[Astray] = []
    for reference in _REFERENCE.finditer(after):
        if _is_label(after, reference, lines) or _LAW.match(after, reference.end()):
            continue
        block = paragraph_at(here, reference.start())
        untouched = block is not None and new[block.start : block.end] in kept
        for number in re.finditer(_NUMBER, reference["numbers"]):
            at = reference.start("numbers") + number.start()
            family = _FAMILY[reference["word"].lower()]
            meant = was.get((family, number[0])) or was.get(("", number[0]))
            if meant is None or not (untouched or not _touched(put, at, at + len(number[0]))):
                continue
            called = named.get(meant)
            if called != number[0]:
                says = f"{reference['word']} {number[0]}"
                found.append(Astray(after.count("\n", 0, at) + 1, says, called))
    return tuple(found)


def _targets(text: str) -> Iterator[_Target]:
    for found in _TARGET.finditer(text):
        word = (found["word"] or "").strip().lower()
        if not word and (found["number"].isalpha() or (not found["heading"] and "." not in found["number"])):
            continue
        if word and not found["heading"] and (found["word"][0].islower() or found["rest"].lstrip(" .:)*_")[:1].islower()):
            continue  # a sentence
        words = found.start("rest") + len(found["rest"]) - len(found["rest"].lstrip(" \t.:)*_"))
        yield _Target(_FAMILY[word] if word else "", found["number"], _PLAIN.sub(" ", found["rest"]).strip().lower(), found.start(), words)


def _by_label(text: str) -> dict[tuple[str, str], _Target]:
    """What has a number, by its family and number; what two things are called is nothing's name."""
    every = list(_targets(text))
    often = Counter((one.family, one.number) for one in every)
    return {(one.family, one.number): one for one in every if often[one.family, one.number] == 1}


def _named(was: Mapping[tuple[str, str], _Target], now: Sequence[_Target], old: str, new: str, edits: Sequence[Edit]) -> dict[_Target, str]:
    """The numbers that things have now, by what they were: known by a title that only they have, by where they stand, by their number."""
    often = [Counter((one.family, one.title) for one in those) for those in (was.values(), now)]
    titled = {(one.family, one.title): one for one in now if one.title and often[1][one.family, one.title] == 1}
    lines = {one.line: one for one in now}
    found: dict[_Target, str] = {}
    for one in was.values():
        there = titled.get((one.family, one.title)) if often[0][one.family, one.title] == 1 else None
        if there is None:
            at = _onward(edits, _first_words(old, one))
            there = lines.get(_line_of(new, at, one)) if at is not None else None
        if there is not None:
            found[one] = there.number
    taken = {(one.family, number) for one, number in found.items()}
    numbers = {(one.family, one.number) for one in now}
    for one in was.values():
        label = one.family, one.number
        if one not in found and label in numbers and label not in taken:
            found[one] = one.number  # it reads otherwise, and nothing else took its place
    return found


def _first_words(text: str, one: _Target) -> int:
    """Where the words of something numbered begin: in its line, or below it where it has no title."""
    at = one.words
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _line_of(new: str, at: int, one: _Target) -> int:
    """Where the line begins that numbers the words at a place: their own, or the one above."""
    line = new.rfind("\n", 0, at) + 1
    if one.title:
        return line
    above = len(new[:line].rstrip())
    return new.rfind("\n", 0, above) + 1


def _onward(edits: Sequence[Edit], at: int) -> int | None:
    """Where a code point of the old text stands in the new one; None where it went."""
    shift = 0
    for edit in edits:
        if edit.start > at:
            break
        if edit.start <= at < edit.end:
            return None
        shift += len(edit.text) - (edit.end - edit.start)
    return at + shift


def _put_in(edits: Sequence[Edit]) -> list[tuple[int, int]]:
    """Where the new text was written anew: from where to where; a place where something went is an empty one."""
    shifts = accumulate((len(edit.text) - (edit.end - edit.start) for edit in edits), initial=0)
    return [(edit.start + shift, edit.start + shift + len(edit.text)) for edit, shift in zip(edits, shifts, strict=False)]


def _touched(put: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether something of a passage of the new text was written anew, or something went from its midst."""
    at = bisect_left(put, end, key=itemgetter(0)) - 1
    return at >= 0 and put[at][1] > start


def _is_label(text: str, reference: re.Match[str], lines: Container[int]) -> bool:
    """Whether it is the number of what it stands before, and no reference."""
    line = text.rfind("\n", 0, reference.start()) + 1
    return line in lines and not text[line : reference.start()].strip(" \t>#*_")
