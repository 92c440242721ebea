"""What people find on the pages when something that was public holds no longer: a corrected final version, an answer that was taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from plein.publication.material import gather
from plein.publication.pages import make_pages
from tests.publication.a_cycle import Town
from tests.publication.conftest import played
from tests.publication.reading import Page

WHY = "Er stond <b>vorig</b> jaar, \u202e2025."
TOLD = "Er stond <b>vorig</b> jaar, ‹U+202E›2025."
OLD, NEW = "Tot 2035 zijn er", "Tot 2036 zijn er"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The pages of a town whose final version, 4, was corrected: 5."""
    town = played(tmp_path_factory.mktemp("corrected"), "finish")
    text = town.outsider.cycle("wonen").draft.show().text
    assert OLD in text
    made = town.anna.cycle("wonen").draft.correct(text.replace(OLD, NEW), WHY)
    assert (made.number, made.corrects) == (5, 4)
    found = make_pages(gather(town.outsider, "wonen"))
    town.plein.close()
    return {name: content.decode() for name, content in found.items()}


def read(pages: Mapping[str, str], name: str) -> str:
    """The words of a page, blanks as one."""
    return " ".join(Page(pages[name]).text.split())


def test_the_corrected_text_is_the_one_that_is_shown(pages: Mapping[str, str]) -> None:
    """The way from every page leads to it, as its own kind, with the reason."""
    assert '<a href="version-5.html">De tekst</a>' in pages["index.html"]
    assert "Lees de gecorrigeerde eindversie" in read(pages, "index.html")
    shown = read(pages, "version-5.html")
    assert re.search(r"<h1>Gecorrigeerde eindversie</h1>", pages["version-5.html"])
    assert f"Corrigeert versie 4; de reden: {TOLD}" in shown
    assert NEW in shown
    assert pages["version-5.md"].count(NEW) == 1


def test_the_final_version_stays_to_be_read_and_says_that_it_was_corrected(pages: Mapping[str, str]) -> None:
    """Whoever comes by an old link reads what was final, and is told where it reads right."""
    shown = read(pages, "version-4.html")
    assert "<h1>Eindversie</h1>" in pages["version-4.html"]
    assert OLD in shown
    assert re.search(r"Deze versie is gecorrigeerd op [a-z]+ \d+ [a-z]+ 2026: lees versie 5\.", shown)
    assert 'href="version-5.html">lees versie 5' in pages["version-4.html"]
    assert "Corrigeert" not in shown
    assert "gecorrigeerd op" not in read(pages, "version-3.html")


def test_the_redline_against_the_final_version_has_the_reason(pages: Mapping[str, str]) -> None:
    """What changed, and why; no suggestion of anybody is said to have led to it."""
    shown = read(pages, "changes-5.html")
    assert f"De eindversie is gecorrigeerd; de reden: {TOLD}" in shown
    assert "Er is 1 wijziging sinds versie 4." in shown
    assert "Vanwege" not in shown
    assert "met als reden" not in read(pages, "changes-4.html")


def test_the_words_of_a_correction_lead_back_to_it(pages: Mapping[str, str]) -> None:
    """Beside the words that came from suggestions, which are told as before."""
    shown = read(pages, "why-5.html")
    assert f"correctie van de eindversie (versie 4), sinds versie 5 Waarom: {TOLD}" in shown
    assert "“2036”" in shown
    assert 'href="response.html#s' in pages["why-5.html"]
    assert "correctie" not in read(pages, "why-4.html")


def test_the_first_page_tells_of_it(pages: Mapping[str, str]) -> None:
    """With the end of the cycle, after what became final."""
    shown = read(pages, "index.html")
    day = r"[a-z]+ \d+ [a-z]+ 2026"
    corrected = rf"Die is op {day} gecorrigeerd: versie 5 is op 1 plek anders\. Waarom: {re.escape(TOLD)}"
    assert re.search(rf"De tekst is klaar: versie 4\. Sinds versie 3 is die op 1 plek veranderd\. {corrected}", shown)
    assert "de eindversie werd gecorrigeerd" in read(pages, "record.html")


def test_nothing_on_the_pages_is_broken_by_it(pages: Mapping[str, str]) -> None:
    """Well formed, what people wrote is text, and every link inside leads somewhere."""
    for name, html in pages.items():
        if name.endswith(".html"):
            page = Page(html)
            assert page.wrong == [], name
            assert "<b>vorig" not in html
            inside = {link.partition("#")[0] for link in page.links if "://" not in link and not link.startswith(("#", "mailto:"))}
            assert inside <= pages.keys(), name


def test_an_answer_that_was_taken_back_stands_under_its_suggestion(town: Town) -> None:
    """What it was, why it was, and why it holds no longer; the suggestion waits."""
    (one, *_) = [each for each in town.outsider.cycle("wonen").suggestions.list() if each.decision and each.decision.outcome == "rejected"]
    assert one.decision is not None
    town.anna.cycle("wonen").decisions.undo(one.id, WHY)

    html = make_pages(gather(town.outsider, "wonen"))["response.html"].decode()
    card = html[html.index(f'id="s{one.id}"') :]
    shown = " ".join(Page("<article " + card[: card.index("</article>")] + "</article>").text.split())

    told = rf"Eerder antwoord: \S+ niet overgenomen {re.escape(one.decision.because or '')} Teruggenomen op [^:]+: {re.escape(TOLD)}"
    assert re.search(told, shown), shown
    assert "wacht op een besluit" in shown
    assert Page(html).wrong == []
    assert "<b>vorig" not in html


def test_english_pages_tell_the_same(tmp_path: Path) -> None:
    """The words exist in both languages."""
    town = played(tmp_path, "finish", language="en")
    text = town.outsider.cycle("wonen").draft.show().text
    town.anna.cycle("wonen").draft.correct(text.replace(OLD, NEW), "A slip.")
    pages = {name: content.decode() for name, content in make_pages(gather(town.outsider, "wonen")).items()}
    town.plein.close()

    assert "Corrects version 4, because: A slip." in read(pages, "version-5.html")
    assert "It was corrected on" in read(pages, "index.html")
    assert "<h1>Corrected final version</h1>" in pages["version-5.html"]
