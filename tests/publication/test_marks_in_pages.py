"""The marks of a redline in the pages themselves: in both languages, for eye and ear, and harmless whatever is in the text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plein.publication.material import Material
from plein.publication.pages import make_pages
from tests.publication.reading import Page

OLD = """\
# Groen

Wij planten elk jaar honderd bomen.

Iedere school krijgt een groen plein.

| Jaar | Bomen |
|---|---|
| 2027 | 100 |
| 2028 | 120 |
| 2030 | 170 |

# Kosten

De gemeente betaalt de helft van de kosten.

Lees [het rapport](https://example.org/oud) na.
"""
NEW = """\
De gemeente betaalt de helft van de kosten.

# Groen

Iedere school krijgt een groen plein.

Wij planten elk jaar honderd bomen.

| Jaar | Bomen |
|---|---|
| 2027 | 110 |
| 2030 | 170 |
| 2035 | 300 |

## Kosten

Lees [het rapport](https://example.org/nieuw) na.
"""
SAID = {
    "en": (
        "moved here from paragraph 9: De gemeente betaalt",
        "moved to the top: De gemeente betaalt",
        "moved here from paragraph 2: Wij planten",
        "moved to after paragraph 3: Wij planten",
        "deleted: (heading level 1) end of deletion",
        "(link: https://example.org/nieuw)",
        "row deleted: 2028120 end of deletion",
        "row inserted: 2035300 end of insertion",
    ),
    "nl": (
        "hierheen verplaatst, was alinea 9: De gemeente betaalt",
        "verplaatst, staat nu bovenaan: De gemeente betaalt",
        "hierheen verplaatst, was alinea 2: Wij planten",
        "verplaatst, staat nu na alinea 3: Wij planten",
        "geschrapt: (kop van niveau 1) einde schrapping",
        "(link: https://example.org/nieuw)",
        "rij geschrapt: 2028120 einde schrapping",
        "rij toegevoegd: 2035300 einde toevoeging",
    ),
}


def _page(finished: Material, old: str, new: str, language: str = "nl") -> str:
    """The page of changes between two texts."""
    first, last = (replace(one, text=text) for one, text in zip(finished.versions[:2], (old, new), strict=True))
    material = replace(
        finished, cycle=replace(finished.cycle, language=language), versions=(first, last), suggestions=(), sources={}, log=()
    )
    return make_pages(material)[f"changes-{last.number}.html"].decode()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_page_says_what_happened(language: str, finished: Material) -> None:
    """Where it came from, where it went, which row, which level, which address."""
    html = _page(finished, OLD, NEW, language)
    page = Page(html)
    assert page.wrong == []
    assert len(page.ids) == len(set(page.ids))
    for said in SAID[language]:
        assert said in page.text
    anchors = {link[1:] for link in page.links if link.startswith("#")}
    assert anchors <= set(page.ids)


def test_both_halves_of_a_move_lead_to_each_other(finished: Material) -> None:
    """In the redline, and in the list beside it."""
    html = _page(finished, OLD, NEW)
    marks = dict(re.findall(r'<(?:ins|del) class="moved" id="c(\d+)"><a class="move" href="#c(\d+)">', html))
    items = dict(re.findall(r'<li id="n(\d+)">(?:(?!</li>).)*?href="#n(\d+)"', html, re.DOTALL))
    assert len(marks) == 4
    assert marks == items == {other: number for number, other in marks.items()}


def test_every_mark_has_words_at_its_beginning_and_its_end(finished: Material) -> None:
    """But for the cells inside a row, which says so once."""
    html = re.sub(r'<p class="legend">.*?</p>', "", _page(finished, OLD, NEW))
    for row in re.findall(r'<tr class="(?:ins|del)">.*?</tr>', html):
        assert re.match(r'<tr class="\w+"><td dir="auto"><(ins|del)[^>]*><span class="vh">rij ', row)
        assert row.count("<span") == 2
    for kind, mark in re.findall(r"<(ins|del)\b(.*?)</\1>", re.sub(r"<tr class.*?</tr>", "", html), re.DOTALL):
        assert re.search(r'>(<span class="(vh|move)">|<a class="move" href="#c\d+">)[^<]+: <', mark), (kind, mark)
        assert mark.endswith("</span>"), (kind, mark)
    assert "aria-label" not in "".join(re.findall(r"<(?:ins|del|td|tr|a class=.move)[^>]*>", html))


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[press](javascript:alert(1))",
    "[press](https://example.org/\"onmouseover='alert(1)')",
    "</td></tr></table><script>alert(1)</script>",
    "`|` \\| </ins></del><b>",
    "%(number)d %(address)s {{ 7 * 7 }}",
    "] ( [x](y) **",
)


@pytest.mark.parametrize("attack", HOSTILE)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Words {}.\n", "Other words {}.\n"),
        ("One.\n", "One.\n\n# {}\n\n> {}\n\n- {}\n\n```{}\n{}\n```\n"),
        ("| a | b |\n|---|---|\n| {} | x |\n", "| a | b |\n|---|---|\n| {} | y |\n| {} | {} |\n"),
        ("| a | b |\n|---|---|\n| x | y |\n", "| a | b |\n|---|---|\n| {} | y |\n"),
        ("see [x](https://example.org)\n", "see [x]({})\n"),
        ("{} one two three\n\nfour five six seven\n", "four five six seven\n\n{} one two three\n"),
    ],
)
def test_hostile_words_stay_words(attack: str, old: str, new: str, finished: Material) -> None:
    """In cells, in headings, in addresses and in what moved."""
    html = _page(finished, old.replace("{}", attack), new.replace("{}", attack))
    page = Page(html)
    assert page.wrong == []
    assert not {"b", "img", "script"} & {tag for tag, _ in page.tags}
    assert not any("javascript" in link or "example.org" in link for link in page.links)
    assert " 49 " not in page.text


def test_a_change_of_the_lay_out_alone_is_called_so(finished: Material) -> None:
    """Nothing changed would not be true."""
    html = _page(finished, "| a | b |\n|---|---|\n| 1 | 2 |\n", "| a  | b |\n|----|---|\n| 1  | 2 |\n")
    assert "Sinds versie" in html
    assert "geen woorden" in html
