"""The story on the first page and what follows from it: one-twos in numbers, promises, what is asked of everyone, and the report it ends in."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plein.publication.course import chapters
from plein.publication.material import Material, gather, only_open
from plein.publication.pages import make_pages
from plein.publication.site import publish_site
from tests.publication.a_cycle import Town
from tests.publication.a_series import SECRETS, Library
from tests.publication.reading import Page


def _pages(material: Material) -> dict[str, str]:
    return {name: page.decode() for name, page in make_pages(material).items() if name.endswith(".html")}


def test_the_one_twos_are_told_in_numbers(finished: Material) -> None:
    """What was asked, what came, what was answered, what changed; and the numbers are the engine's."""
    told = Page(_pages(finished)["index.html"]).text
    words = " ".join(told.split())

    assert "Wij vroegen: Lees de eerste versie. Wat klopt niet, en wat mist u?" in words
    assert "U gaf ons: 1 verfijning, 7 suggesties, 1 tip, van 6 mensen. Deed voor het eerst mee: 4." in words
    assert (
        "Wij antwoordden: 2 overgenomen, 1 gewijzigd overgenomen, 3 niet overgenomen, 1 vervallen, 1 voor kennisgeving aangenomen." in words
    )
    assert "Iedereen kreeg versie 3 te lezen. Sinds versie 2 is die op 3 plekken veranderd." in words
    assert [one.came for one in finished.story] == [one.came for one in chapters(finished)]


def test_the_page_of_changes_and_the_story_count_alike(finished: Material) -> None:
    """Three places and four changes are both true; who reads both pages must not wonder."""
    words = " ".join(Page(_pages(finished)["changes-3.html"]).text.split())
    assert "Er zijn 4 wijzigingen sinds versie 2. Ze staan op 3 plekken in de tekst." in words
    assert "Ze staan op" not in _pages(finished)["changes-4.html"]


def test_what_comes_in_now_is_counted_as_well(library: Library) -> None:
    """The engine counts when a phase ends; nobody wants to wait for that."""
    words = " ".join(Page(_pages(gather(library.outsider, "lezers-2026"))["index.html"]).text.split())

    assert "U gaf ons: 1 ervaring, 1 idee, 3 meningen, 1 standpunt, 1 vraag, van 6 mensen." in words
    assert "voor het eerst" not in words


def test_who_is_inside_and_outside_is_told_where_it_is_known(library: Library) -> None:
    """And how many are neither."""
    library.form_group()
    words = " ".join(Page(_pages(gather(library.outsider, "lezers-2026"))["index.html"]).text.split())

    assert "Deed voor het eerst mee: 5. Uit de eigen organisatie: 1, van buiten: 1, onbekend: 4." in words


def test_a_phase_in_which_nothing_came_says_so(finished: Material) -> None:
    """Silence is an outcome."""
    nothing = {"people": 0, "newcomers": 0, "inside": 0, "outside": 0, "kinds": {}}
    story = tuple(replace(one, came=nothing) if one.step.phase == "inventory" else one for one in finished.story)
    assert "Er kwam niets binnen." in _pages(replace(finished, story=story))["index.html"]


def test_what_was_promised_is_kept_in_view(library: Library) -> None:
    """In this cycle, and in the one it follows."""
    words = " ".join(Page(_pages(gather(library.outsider, "lezers-2026"))["index.html"]).text.split())

    assert "Dit traject is een vervolg op een eerder traject: Lezers aan het woord 2025" in words
    assert words.index("Wie iets zei, krijgt voor de zomer antwoord.") < words.index("In een eerder traject: Lezers aan het woord 2025")
    assert words.index("In een eerder traject") < words.index("Wij vertellen volgend jaar wat er van de stoelen kwam.")


@pytest.mark.parametrize("closes", [True, False])
def test_what_is_asked_stands_on_every_page(library: Library, closes: bool) -> None:
    """Whatever page somebody is sent to, they see what they can do, and until when."""
    material = gather(library.outsider, "lezers-2026")
    pages = _pages(material if closes else replace(material, cycle=replace(material.cycle, closes=None)))

    assert len(pages) == 4
    for name, page in pages.items():
        words = " ".join(Page(page).text.split())
        assert "Wanneer zou u willen komen?" in words, name
        assert ("15 april 2026, 23:59" in words) is closes, name
        assert name == "index.html" or 'href="index.html#now"' in page, name


def test_every_page_of_every_kind_has_what_is_asked(town: Town) -> None:
    """A cycle with a text has more of them."""
    town.second_round()
    pages = _pages(gather(town.outsider, "wonen"))
    assert {"version-3.html", "why-3.html", "changes-3.html", "response.html", "group.html", "record.html"} <= set(pages)
    for name, page in pages.items():
        assert "Herkent u terug wat u heeft gezegd?" in page, name
        assert "woensdag 1 juli 2026, 23:59" in page, name


def test_a_long_question_is_cut_short_but_for_the_first_page(library: Library) -> None:
    """Else every page would begin with a screen of it."""
    material = gather(library.outsider, "lezers-2026")
    steps = (*material.cycle.steps[:-1], replace(material.cycle.steps[-1], ask="lang " * 400 + "EINDE"))
    pages = _pages(replace(material, cycle=replace(material.cycle, steps=steps)))
    assert [name for name, page in pages.items() if "EINDE" in page] == ["index.html"]
    assert max(page.count("lang lang lang") for name, page in pages.items() if name != "index.html") < 30


def test_who_is_in_the_circle_and_why_is_public(library: Library) -> None:
    """Hosts, too; who was asked and did not come; the board somebody came with; and what they were asked for."""
    library.form_group()
    library.now = library.now.replace(month=5)
    page = _pages(gather(library.outsider, "lezers-2026"))["group.html"]
    sections = dict(re.findall(r"<h2>([^<]*)</h2>(.*?)</section>", page, re.DOTALL))

    assert list(sections) == [
        "Gespreksleiders", "Schrijvers", "Adviseurs", "Uitgenodigd, maar doet niet mee",
        "Uitgenodigd, maar antwoordde niet op tijd", "Uitgenodigd, maar de uitnodiging is ingetrokken",
        "Wie eerder in een werkgroep zat",
    ]  # fmt: skip
    assert "Kent het gebouw en de mensen." in sections["Gespreksleiders"]
    assert "begon het traject" in sections["Gespreksleiders"]
    assert 'href="inventory.html#c1"' in sections["Schrijvers"]
    assert "Klankbordgroep: <bdi>Leesclubs</bdi>" in sections["Adviseurs"]
    assert "<bdi>Stilte</bdi>, tot <time" in sections["Adviseurs"]
    assert "Is verhuisd." in sections["Uitgenodigd, maar de uitnodiging is ingetrokken"]
    assert sections["Uitgenodigd, maar antwoordde niet op tijd"].count("<li") == 3


def test_who_sat_in_earlier_groups_is_public(library: Library) -> None:
    """Everyone can see whether it is always the same people."""
    page = _pages(gather(library.outsider, "lezers-2026"))["group.html"]
    told = page[page.index("Wie eerder in een werkgroep zat") :]
    assert "<bdi>Lezers aan het woord 2025</bdi> (<time" in told
    assert "<bdi>Marit Hoek</bdi> (gespreksleider)" in told


def test_an_invitation_that_waits_says_until_when(library: Library) -> None:
    """And a host who left is not forgotten."""
    library.host.cycle("lezers-2026").topics.change("rust", host="Marit Hoek")
    library.form_group()
    library.host.cycle("lezers-2026").group.host("Jan de Bibliothecaris", because="Ging met pensioen.", end=True)
    page = _pages(gather(library.outsider, "lezers-2026"))["group.html"]
    assert 'Kan antwoorden tot <time datetime="2026-04-15' in page
    assert "Ging met pensioen." in page[page.index("Niet meer in de werkgroep") :]


def test_what_is_said_inside_and_the_report_under_work_stay_inside(library: Library, tmp_path: Path) -> None:
    """The readers who were invited talk freely."""
    library.form_group()
    library.talk_on()
    inside = library.plein.acting_as("Bram")
    seen = repr(
        [
            inside.cycle("lezers-2026").inventory.list(),
            inside.cycle("lezers-2026").report.show(),
            library.host.cycle("lezers-2026").topics.list(),
        ]
    )
    assert all(word in seen + repr(library.host.cycle("lezers-2026").inventory.list()) for word in SECRETS)

    for path in publish_site(library.outsider, "lezers-2026", tmp_path / "site"):
        for word in SECRETS:
            assert word.encode() not in path.read_bytes(), f"{word} in {path.name}"
        assert path.name != "report.html"
    unpublished = replace(gather(library.outsider, "lezers-2026"), report=inside.cycle("lezers-2026").report.show())
    assert only_open(unpublished).report is None


def test_it_ends_in_a_report(library: Library) -> None:
    """Everybody is led there, and can check that it is the one in the record."""
    library.form_group()
    library.talk_on()
    library.finish()
    material = gather(library.outsider, "lezers-2026")
    made = make_pages(material)
    report = made["report.html"].decode()

    assert "<strong>langer</strong>" in report
    assert material.report is not None
    assert made["report.md"].decode() == material.report.text
    assert material.report.digest in report
    assert "ingeleverd door <bdi>Bram</bdi>" in report
    index = made["index.html"].decode()
    assert index.count('href="report.html"') == 3


def test_a_composed_report_says_that_nobody_wrote_it(library: Library) -> None:
    """Plein did, of what everyone can read."""
    library.form_group()
    library.host.cycle("lezers-2026").move("conversation")
    library.host.cycle("lezers-2026").move("final")
    report = _pages(gather(library.outsider, "lezers-2026"))["report.html"]
    assert "Door plein samengesteld" in report
    assert "Na het werk is alles dicht." in report
