"""The site as a whole: only what is open, the same bytes each time, and no file of anybody else's touched."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest

from plein.documents import digest
from plein.errors import NotFound, Refused, Unusable
from plein.publication import files
from plein.publication.files import MANIFEST
from plein.publication.material import Material
from plein.publication.pages import make_pages
from plein.publication.site import publish_site
from tests.publication.a_cycle import SECRETS, Town
from tests.publication.a_series import Library
from tests.publication.conftest import COURSE, played
from tests.publication.reading import Page


def _read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_nothing_closed_is_in_any_file(town: Town, tmp_path: Path) -> None:
    """The circle can only talk freely when what it says stays inside."""
    inside = town.plein.acting_as("Samira")
    seen_inside = str(
        [*inside.cycle("wonen").draft.list(), *inside.cycle("wonen").decisions.list(), *town.anna.cycle("wonen").inventory.list()]
    )
    assert all(word in seen_inside for word in SECRETS)

    written = publish_site(town.outsider, "wonen", tmp_path / "site")

    for path in written:
        for word in SECRETS:
            assert word.encode() not in path.read_bytes(), f"{word} in {path.name}"
    assert "version-1.html" not in {path.name for path in written}


def test_somebody_s_seat_is_refused(town: Town, tmp_path: Path) -> None:
    """Who sits inside would publish what they see."""
    with pytest.raises(Unusable, match="Anna de Wit"):
        publish_site(town.anna, "wonen", tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(("until", "language"), [(None, "en"), *((part, "nl") for part in COURSE), ("finish", "en")])
def test_every_page_reads_well_at_every_point_of_the_cycle(until: str | None, language: str, tmp_path: Path) -> None:
    """Tags close, ids are unique, headings step down by one, links lead somewhere, and the language is said."""
    town = played(tmp_path, until, language)
    written = publish_site(town.outsider, "wonen", tmp_path / "site")
    town.plein.close()
    _reads_well(written, language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_reads_well_where_readers_talk(language: str, tmp_path: Path) -> None:
    """The same of a cycle with topics and a report, each time something new is to be seen."""
    library = Library(tmp_path)
    library.year_before()
    library.begin(language)
    for part in (library.hold_inventory, library.form_group, library.talk_on, library.finish):
        _reads_well(publish_site(library.outsider, "lezers-2026", tmp_path / "site"), language)
        part()
    _reads_well(publish_site(library.outsider, "lezers-2026", tmp_path / "site"), language)
    library.plein.close()


def _reads_well(written: tuple[Path, ...], language: str) -> None:
    pages = {path.name: Page(path.read_text()) for path in written if path.suffix == ".html"}
    names = {path.name for path in written}
    for name, page in pages.items():
        assert page.wrong == [], name
        assert len(page.ids) == len(set(page.ids)), name
        assert page.headings[0] == 1, name
        assert page.headings.count(1) == 1, name
        assert all(later <= earlier + 1 for earlier, later in pairwise(page.headings)), (name, page.headings)
        assert ("html", {"lang": language}) in page.tags
        assert any("default-src 'none'" in (found.get("content") or "") for tag, found in page.tags if tag == "meta")
        assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in page.tags}
        assert "None" not in page.text, name
        for link in page.links:
            if link.startswith(("http", "mailto")):
                continue
            file, _, anchor = link.partition("#")
            assert (file or name) in names, (name, link)
            assert not anchor or anchor in pages[file or name].ids, (name, link)


def test_the_same_state_gives_the_same_bytes(town: Town, tmp_path: Path) -> None:
    """Who keeps the pages under version control sees what changed, and nothing else."""
    publish_site(town.outsider, "wonen", tmp_path / "one")
    town.later(3)
    publish_site(town.outsider, "wonen", tmp_path / "two")
    assert _read(tmp_path / "one") == _read(tmp_path / "two")


def test_pages_change_places_and_stale_ones_go(town: Town, tmp_path: Path) -> None:
    """What is no longer published must not be found by an old address; what is not ours stays."""
    site = tmp_path / "site"
    publish_site(town.outsider, "wonen", site)
    manifest = json.loads((site / MANIFEST).read_text())
    (site / "version-77.html").write_text("old")
    (site / "theirs.html").write_text("theirs")
    (site / MANIFEST).write_text(json.dumps({**manifest, "pages": [*manifest["pages"], "version-77.html", "../plein.db"]}))

    publish_site(town.outsider, "wonen", site)

    assert not (site / "version-77.html").exists()
    assert (site / "theirs.html").read_text() == "theirs"
    assert (tmp_path / "plein.db").exists()
    assert json.loads((site / MANIFEST).read_text()) == manifest


def test_a_page_of_somebody_else_is_not_overwritten(town: Town, tmp_path: Path) -> None:
    """An organisation's front page must survive a mistyped folder."""
    (tmp_path / "index.html").write_text("Ours!")
    with pytest.raises(Refused, match=r"index\.html, which plein did not write"):
        publish_site(town.outsider, "wonen", tmp_path)
    with pytest.raises(Refused):
        publish_site(town.outsider, "wonen", tmp_path, dry_run=True)
    assert (tmp_path / "index.html").read_text() == "Ours!"
    assert not (tmp_path / MANIFEST).exists()


def test_a_folder_holds_one_cycle(town: Town, tmp_path: Path) -> None:
    """Two cycles in one folder would take turns in wiping each other out."""
    town.anna.cycles.new("zorg", title="Zorg", question="Hoe?")
    publish_site(town.outsider, "wonen", tmp_path / "site")
    before = _read(tmp_path / "site")
    with pytest.raises(Refused, match="wonen"):
        publish_site(town.outsider, "zorg", tmp_path / "site")
    assert _read(tmp_path / "site") == before


def test_a_broken_list_of_pages_is_refused(town: Town, tmp_path: Path) -> None:
    """Without the list, nobody knows whose the files are."""
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(Refused, match="cannot be read"):
        publish_site(town.outsider, "wonen", tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(town: Town, tmp_path: Path) -> None:
    """The sentence says what to give instead."""
    (tmp_path / "file").write_text("")
    with pytest.raises(Unusable, match="is a file"):
        publish_site(town.outsider, "wonen", tmp_path / "file")
    with pytest.raises(Unusable, match="cannot be written"):
        publish_site(town.outsider, "wonen", tmp_path / "file" / "below")


def test_a_dry_run_writes_nothing(town: Town, tmp_path: Path) -> None:
    """It names the same files."""
    told = publish_site(town.outsider, "wonen", tmp_path / "site", dry_run=True)
    assert not (tmp_path / "site").exists()
    assert told == publish_site(town.outsider, "wonen", tmp_path / "site")


def test_a_failure_on_the_way_leaves_the_old_site_whole(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk must not leave half a response document."""
    site = tmp_path / "site"
    publish_site(town.outsider, "wonen", site)
    before = _read(site)
    town.second_round()
    real, written = Path.write_bytes, []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 4:
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Unusable, match="No space left"):
        publish_site(town.outsider, "wonen", site)
    assert _read(site) == before


def test_a_fall_between_two_moves_is_mended_by_publishing_again(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New pages that came through are known as ours, so that the next publication is not refused."""
    site = tmp_path / "site"
    publish_site(town.outsider, "wonen", site)
    town.second_round()
    real, moved = os.replace, []

    def fall(source: Path, target: Path) -> None:
        moved.append(target)
        if len(moved) > 5:
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr(files.os, "replace", fall)
    with pytest.raises(Unusable):
        publish_site(town.outsider, "wonen", site)
    monkeypatch.undo()
    publish_site(town.outsider, "wonen", site)
    assert not [name for name in _read(site) if name.endswith(".new")]


def test_an_unknown_cycle_is_not_found(town: Town, tmp_path: Path) -> None:
    """And no folder is made for it."""
    with pytest.raises(NotFound):
        publish_site(town.outsider, "nergens", tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_an_organisation_s_template_takes_the_place_of_ours(town: Town, tmp_path: Path) -> None:
    """One file is enough, and it may build on the original."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "base.html.j2").write_text('{% extends "plein/base.html.j2" %}{% block logo %}<b>Oosterdam {{ cycle.slug }}</b>{% endblock %}')
    (own / "style.css").write_text("body { color: {{ not a template }} }")
    publish_site(town.outsider, "wonen", tmp_path / "site", templates=own)
    assert "<b>Oosterdam wonen</b>" in (tmp_path / "site" / "response.html").read_text()
    assert (tmp_path / "site" / "style.css").read_text() == "body { color: {{ not a template }} }"


@pytest.mark.parametrize(
    ("mistake", "said"),
    [("{{ cycle.nothing }}", "nothing"), ("{% if %}", "line 1"), ('{% include "gone.j2" %}', "gone.j2"), ("{{ 1 / 0 }}", "zero")],
)
def test_a_mistake_in_a_template_is_named_and_nothing_is_written(mistake: str, said: str, town: Town, tmp_path: Path) -> None:
    """Whoever wrote the template can mend it from the sentence alone."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "record.html.j2").write_text(mistake)
    with pytest.raises(Unusable, match=said):
        publish_site(town.outsider, "wonen", tmp_path / "site", templates=tmp_path / "own")
    assert not (tmp_path / "site").exists()


def test_the_text_as_a_file_is_the_text_in_the_record(finished: Material) -> None:
    """Anyone can check with one tool that what they read is what was decided on."""
    pages = make_pages(finished)
    for version in finished.versions:
        assert digest(pages[f"version-{version.number}.md"].decode()) == version.digest
        assert version.digest in pages[f"version-{version.number}.html"].decode()


def test_the_record_as_a_file_can_be_checked_as_the_page_says(finished: Material) -> None:
    """Previous and inner, one after the other, give the digest."""
    from hashlib import sha256

    entries = json.loads(make_pages(finished)["record.json"])["entries"]
    for before, entry in pairwise(entries):
        assert entry["previous"] == before["digest"]
        assert sha256((entry["previous"] + entry["inner"]).encode()).hexdigest() == entry["digest"]
    assert len(entries) == len(finished.log)
