"""The words of an organisation on its own pages, whatever they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from plein.organisation import Organisation
from plein.publication.site import publish_site
from tests.publication.a_series import Library
from tests.publication.reading import Page


def _site(folder: Path, terms: dict[str, dict[str, str]]) -> dict[str, str]:
    folder.mkdir()
    library = Library(folder, Organisation(terms=terms))
    library.year_before()
    library.begin()
    library.hold_inventory()
    written = publish_site(library.outsider, "lezers-2026", folder / "site")
    library.plein.close()
    return {path.name: path.read_text() for path in written}


def test_an_organisation_s_own_terms_are_on_its_pages(tmp_path: Path) -> None:
    """In templates and in what the engine's names are called; people's own words stay theirs."""
    terms = {"bijdrage": "inbreng", "bijdragen": "inbreng", "gespreksleider": "tafelheer", "idee": "inval", "inventarisatie": "rondvraag"}
    plain, own = _site(tmp_path / "plain", {"en": terms}), _site(tmp_path / "own", {"nl": terms})

    assert "7 bijdragen" in plain["inventory.html"]
    assert "7 inbreng" in own["inventory.html"]
    assert "Tafelheer:" in own["inventory.html"]
    assert '<span class="kind">Inval</span>' in own["inventory.html"]
    assert "1 inval" in own["index.html"]
    assert "<h1>Rondvraag</h1>" in own["inventory.html"]
    assert 'href="inventory.html"' in own["index.html"]
    assert "een tafelheer verborg een inbreng" in own["record.html"]
    assert "Een zaal waar niemand belt." in own["inventory.html"]


@pytest.mark.parametrize("term", ["<script>alert(1)</script>", '" onload="x', "100% %(count)s %", "{n} {", "\u202eneerbni", "</h1>"])
def test_a_term_is_words_whatever_it_holds(term: str, tmp_path: Path) -> None:
    """A mistake in a settings file breaks no page."""
    words = ("bijdrage", "bijdragen", "inventarisatie", "vraag", "overzicht", "reactie", "onderwerpen", "pagina’s")
    for name, page in _site(tmp_path / "own", {"nl": dict.fromkeys(words, term)}).items():
        if name.endswith(".html"):
            read = Page(page)
            assert read.wrong == [], name
            assert "\u202e" not in read.text, name
