"""Texts whose parts people number: statutes, and a list in each of the ways in which people number."""

from __future__ import annotations

import re

from plein.documents import merge, places

STATUTES = """# Statuten

## Artikel 1 Naam

De vereniging heet Overwaard.

## Artikel 2 Leden

2.1 Lid is wie betaalt.

2.2 Lid is ook:
a. wie woont;
b. wie werkt;
c. wie helpt.

## Artikel 3 Contributie

3.1 Leden betalen per jaar.
"""
ABOUT = {
    "naam": "De vereniging heet Overwaard.",
    "zetel": "Zij zetelt aan de haven van de stad.",
    "leden": "Lid is wie ieder jaar betaalt en meedoet.",
    "geld": "Een penningmeester beheert wat er binnenkomt.",
    "bestuur": "Vijf mensen besturen, voor telkens drie jaar.",
    "vergadering": "Ieder voorjaar komen allen bijeen.",
    "kascommissie": "Twee anderen kijken de boeken na.",
    "geschil": "Wie het oneens is, vraagt een wijs iemand.",
    "slot": "Dit geldt vanaf nu.",
}


def statutes(*what: str) -> str:
    return "\n".join(f"## Artikel {number} {one}\n\n{number}.1 {ABOUT[one]}\n" for number, one in enumerate(what, 1))


def articles(*what: str) -> str:
    """The same without sub-numbers."""
    return re.sub(r"(?m)^\d\.1 ", "", statutes(*what))


def merged_of(base: str, *texts: str) -> tuple[str, frozenset[tuple[int, int]]]:
    """How all places of some texts come together, and which are held."""
    handed = {(who, at): one.edits for who, text in enumerate(texts) for at, one in enumerate(places(base, text))}
    found = merge(base, handed)
    return found.text, found.held


def agrees(text: str) -> bool:
    """Whether every sub-number begins with the number of the article it stands in."""
    article = ""
    for line in text.splitlines():
        article = line.split()[2] if line.startswith("## Artikel") else article
        if re.match(r"\d", line) and line.partition(".")[0] != article:
            return False
    return True


def headings(text: str) -> list[str]:
    return [line.removeprefix("## Artikel ") for line in text.splitlines() if line.startswith("## Artikel")]


FORMS = {
    "article": "**Artikel {1}** {what}",
    "dotted heading": "### 2.{1} {what}",
    "section sign": "§ {1} {what}",
    "article with a dot": "Artikel {1}. {what}",
    "chapter": "## Chapter {1}: {what}",
    "Roman chapter": "# Hoofdstuk {I} {what}",
    "numbered heading": "## {1}. {what}",
    "numbered heading without a dot": "## {1} {what}",
    "lettered heading": "## {A}. {what}",
    "Roman heading": "### {I}. {what}",
    "dotted": "1.{1} {what}",
    "dotted twice": "1.2.{1}. {what}",
    "letters": "{a}. {what}",
    "letters with a bracket": "{a}) {what}",
    "letters in brackets": "({a}) {what}",
    "indented letters": "  {a}. {what}",
    "quoted letters": "> {a}. {what}",
    "Roman numbers": "{i}. {what}",
    "Roman numbers in brackets": "({i}) {what}",
    "padded": "1.{pad} {what}",
    "short for an article": "## Art. {1} {what}",
    "paragraph of an article": "Lid {1}. {what}",
    "annex": "## Bijlage {1} {what}",
    "lettered annex": "## Bijlage {A}: {what}",
    "part": "# Deel {I} {what}",
    "heading of a series": "### Stelling {1}: {what}",
    "heading of a series without a sign": "## Goal {1} {what}",
    "numbers in brackets": "({1}) {what}",
    "bold letters": "**{a}.** {what}",
    "bold numbers": "**{1}.** {what}",
    "bold and dotted": "**1.{1}** {what}",
    "bold heading": "### **{1}. {what}**",
    "behind a capital": "A.{1} {what}",
    "letters behind a number": "1{a}. {what}",
    "letters behind an article": "## Artikel 2{a} {what}",
}
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


def line(form: str, at: int, what: str) -> str:
    signs = {"1": at, "pad": f"{at:02}", "a": chr(96 + at), "A": chr(64 + at), "i": ROMAN[at - 1], "I": ROMAN[at - 1].upper()}
    return FORMS[form].format(at, at, what=what, **signs)


def numbered(form: str, apart: str, what: list[str]) -> str:
    """What they are about, numbered in one way, under each other or with blank lines between."""
    sign = "> " if form.startswith("quoted") else ""
    lines = [line(form, at, ABOUT[one]) for at, one in enumerate(what, 1)]
    return f"{sign}Hierover gaat het:\n{sign}\n".replace(" \n", "\n") + apart.replace("|", sign.strip()).join(lines) + "\n"


def others_of(names: list[str], does: list[tuple[str, int, int]]) -> list[list[str]]:
    """What becomes of the first five where one puts the next in, another takes one out or moves it."""
    texts: list[list[str]] = []
    for turn, (way, at, to) in enumerate(does):
        text = names[:5]
        if way == "in":
            text.insert(at, names[5 + turn])
        else:
            one = text.pop(at)
            text[to:to] = [one] if way == "move" else []
        texts.append(text)
    return texts


def standing(text: str) -> list[str]:
    return sorted((one for one in ABOUT if ABOUT[one] in text), key=lambda one: text.index(ABOUT[one]))
