"""Why does it read so? Every word that came in later leads to the suggestion, the people and the reason."""

from __future__ import annotations

import re
from dataclasses import replace

from plein.engine.review.views import BlameRun, Decision
from plein.publication.material import Material, only_open
from plein.publication.pages import make_pages
from plein.publication.sources import Passage, Stretch, passages
from tests.conftest import NOON
from tests.publication.a_cycle import Town


def run(start: int, end: int, version: int, *suggestions: int, because: str | None = None) -> BlameRun:
    """Where words come from, as an outsider sees it; the text of a run is not what pages are made of."""
    decision = Decision(suggestions[0], "adopted", because, None, True, None, None, version, NOON) if suggestions else None
    authors = tuple(f"p{number}" for number in suggestions)
    first = (*suggestions, None)[0], (*authors, None)[0]
    return BlameRun(start, end, "", version, *first, suggestions, authors, False, decision)


def test_a_paragraph_that_reads_as_at_first_is_left_out() -> None:
    """There is nothing to explain, and the page stays short."""
    text = "# Homes\n\nWe build.\n"
    assert passages(text, [run(0, len(text), 2)], 2) == ()
    assert [one.number for one in passages(text, [run(0, 11, 2), run(11, len(text), 3)], 2)] == [2]


def test_words_are_marked_without_the_signs_of_markdown() -> None:
    """Readers see words, not asterisks; blanks at the edge of a run carry no line."""
    text = "- Read **more books** [there](https://example.org) today.\n"
    cut, end = text.index("more") + 4, text.index("today")
    runs = [run(0, cut, 2), run(cut, end, 3, 7), run(end, len(text), 4)]

    (passage,) = passages(text, runs, 2)

    assert passage.stretches == (
        Stretch("Read more"), Stretch(" "), Stretch("books there", 1), Stretch(" "), Stretch("today.", 2),
    )  # fmt: skip
    assert [(one.words, one.suggestions, one.authors, one.version) for one in passage.origins] == [
        (("books there",), (7,), ("p7",), 3),
        (("today.",), (), (), 4),
    ]


def test_one_source_is_told_once_in_a_paragraph() -> None:
    """Three words of one suggestion are one answer."""
    text = "a b c d e\n"
    runs = [run(0, 2, 3, 5), run(2, 4, 2), run(4, 6, 3, 5), run(6, 8, 2), run(8, 10, 3, 5)]
    (passage,) = passages(text, runs, 2)
    assert [one.words for one in passage.origins] == [("a", "c", "e")]
    assert "".join(one.text for one in passage.stretches) == "a b c d e"


def test_signs_alone_explain_nothing() -> None:
    """A full stop that somebody put in is not worth a card."""
    assert passages("We build.\n", [run(0, 8, 2), run(8, 10, 3, 1)], 2) == ()


def test_characters_that_hide_text_are_shown() -> None:
    """What is tamed on one page is tamed on all."""
    text = "safe \u202eevil\n"
    (passage,) = passages(text, [run(0, 5, 2), run(5, len(text), 3, 1)], 2)
    assert passage == Passage(1, (Stretch("safe "), Stretch("‹U+202E›evil", 1)), passage.origins)


def test_the_pages_lead_from_a_word_to_the_answer_and_back(finished: Material) -> None:
    """From the paragraph to why it reads so, from the words to the suggestion, with names, outcome and reason."""
    pages = {name: page.decode() for name, page in make_pages(finished).items() if name.endswith(".html")}
    text, why = pages["version-4.html"], pages["why-4.html"]

    assert re.findall(r'href="why-4\.html#p(\d+)"', text) == ["2", "6", "7"]
    assert re.findall(r'<section class="card because" id="p(\d+)"', why) == ["2", "6", "7"]
    assert '<a class="source" href="response.html#s4">drie</a> bomen <a class="source" href="response.html#s4">per woning</a>.' in why
    assert "<bdi>Kees</bdi> en <bdi>Mw. Bakker</bdi>" in why
    assert '<span class="own">Oosterdam</span> groeit' in why
    assert "Tien per woning past niet overal." in why
    assert 'href="version-4.html#p6"' in why
    assert "Samira" not in why
    assert "why-2.html" not in pages
    assert "why-" not in pages["version-2.html"]


def test_what_is_not_public_is_not_explained(town: Town) -> None:
    """In the second drafting phase the new words are still the circle's alone."""
    from plein.publication.material import gather

    town.plein.acting_as("Samira").cycle("wonen").decisions.set([5], "adopted")
    town.plein.acting_as("Samira").cycle("wonen").draft.merge()
    assert not [name for name in make_pages(gather(town.outsider, "wonen")) if name.startswith("why")]


def test_a_decision_that_is_not_public_credits_nobody(finished: Material) -> None:
    """The second lock on the door: should the engine ever hand one over, no page tells of it."""
    runs = finished.sources[4]
    closed = tuple(
        replace(one, decision=replace(one.decision, published=False, because="GEHEIMBESLUIT"))
        if one.decision
        else replace(one, author="Samira")
        for one in runs
    )
    shown = only_open(replace(finished, sources={4: closed, 1: closed}))
    assert 1 not in shown.sources
    assert {(one.suggestion, one.author, one.suggestions, one.authors, one.decision) for one in shown.sources[4]} == {
        (None, None, (), (), None)
    }
