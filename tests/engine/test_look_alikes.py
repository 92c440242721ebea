"""One person under two spellings of one id is asked about on every way in; whoever may not know who is here is told nobody's name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plein import Entered, Handed, Organisation, Outside, Plein
from plein.errors import BadRows, LooksAlike, NotAllowed, NotFound, PleinError
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, rows

SPELLINGS = ["Piet", "PIET", "pi\u0435t", "ｐｉｅｔ", "pi\u0301et", "p.i.e.t", "pi et"]
"""Of piet, who spoke and handed in a text."""

WAYS: dict[str, Callable[[Scene, str], object]] = {
    "invite": lambda scene, who: scene.anna.cycle("housing").group.invite(who, role="adviser", because="Counts trees."),
    "host": lambda scene, who: scene.anna.cycle("housing").group.host(who, "Knows the harbour."),
    "board": lambda scene, who: scene.anna.boards.set("quays", ["una", who]),
    "register": lambda scene, who: scene.anna.people.add(who, name="Piet Jansen"),
    "people": lambda scene, who: scene.anna.people.import_([Entered("lot"), Entered(who, place="people.csv:3")]),
    "folder": lambda scene, who: scene.anna.cycle("housing").suggestions.import_(
        [Handed("lot", TEXT.replace("homes", "huts")), Handed(who, TEXT.replace("homes", "flats"), name=f"{who}.md")]
    ),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("way", WAYS)
def test_hosts_are_asked_on_every_way_in_and_told_whom_it_looks_like(at: Stage, way: str, spelling: str) -> None:
    """Two ids for one person: their suggestions stand apart, they support themselves, and erasing takes half of them."""
    scene = at("review")
    before = rows(scene.plein)

    with pytest.raises((LooksAlike, BadRows)) as refusal:
        WAYS[way](scene, spelling)

    assert f"“{spelling}” reads like “piet”" in str(refusal.value)
    assert "plein person add PERSON --exact" in str(refusal.value)
    assert rows(scene.plein) == before


@pytest.mark.parametrize("way", WAYS)
def test_once_a_host_has_said_that_it_is_somebody_else_nothing_is_asked(at: Stage, way: str) -> None:
    """There are two who are called so."""
    scene = at("review")

    assert scene.anna.people.add("Piet", exact=True).person == "Piet"

    WAYS[way](scene, "Piet")
    assert scene.seat("Piet").cycle("housing").suggestions.tip("trees", "Which ones?").suggestions[0].author == "Piet"
    assert scene.anna.verify().damage == ()


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_who_acts_under_another_spelling_is_asked_and_told_of_nobody(at: Stage, spelling: str) -> None:
    """Their own id they know; whose it reads like is not theirs to know."""
    scene = at("review")
    before = rows(scene.plein)

    with pytest.raises(LooksAlike) as refusal:
        scene.seat(spelling).cycle("housing").suggestions.tip("trees", "Which ones?")

    assert refusal.value.people == {spelling: None}
    assert "piet" not in str(refusal.value).replace(spelling, "…")
    assert rows(scene.plein) == before


def test_the_sentence_to_who_acts_is_the_same_whomever_they_read_like(at: Stage) -> None:
    """A host, an author, and one who is in the register alone."""
    scene = at("review")
    scene.anna.people.add("rosa", name="Rosa Smit")

    told = set()
    for spelling in ("Anna", "Piet", "Rosa"):
        with pytest.raises(LooksAlike) as refusal:
            scene.seat(spelling).cycle("housing").suggestions.tip("trees", "Which ones?")
        told.add(str(refusal.value).replace(spelling, "…"))

    assert len(told) == 1


def test_reading_asks_nothing(at: Stage) -> None:
    """Nobody is entered by looking."""
    scene = at("review")
    assert scene.seat("Piet").cycle("housing").show().phase == "review"
    assert scene.seat("Piet").people.list() == ()


def test_only_hosts_say_that_an_id_is_exact(at: Stage) -> None:
    """Else the question would be answered by whom it is asked about."""
    scene = at("review")

    with pytest.raises(NotAllowed):
        scene.seat("Piet").people.add("Piet", exact=True)


def test_a_cycle_that_is_not_there_for_somebody_does_not_ask_either(plein: Plein, housing: Housing) -> None:
    """A question would tell that there is one."""
    from plein.workflow import loads
    from tests.engine.test_who_is_here import MEMBERS_ONLY

    housing.anna.cycles.new("hidden", title="Hidden", question="Which?", definition=loads(MEMBERS_ONLY, "members.toml"))

    told = []
    for slug in ("hidden", "nowhere"):
        with pytest.raises(NotFound) as refusal:
            housing.seat("Anna").cycle(slug).inventory.add("Hello?")
        told.append(str(refusal.value).replace(slug, "…"))
    assert told[0] == told[1]


def test_every_file_of_a_folder_that_looks_alike_is_named_at_once(at: Stage) -> None:
    """Those who look like each other too, and beside what else is wrong; nothing of it goes in."""
    scene = at("review")
    files = {"Piet.md": "huts", "zo\u00eb.md": "flats", "zoe\u0308.md": "tents", "K\u0456m.md": "boats", "lot.md": "caves"}
    handed = [Handed(name[:-3], TEXT.replace("homes", word), name=name) for name, word in files.items()]
    before = rows(scene.plein)

    with pytest.raises(BadRows) as refusal:
        scene.anna.cycle("housing").suggestions.import_([*handed, Handed("mo", "", name="mo.md")])

    named = [mistake.split(":")[0] for mistake in refusal.value.mistakes]
    assert sorted(named) == sorted(["Piet.md", "zoe\u0308.md", "K\u0456m.md", "mo.md"])
    assert rows(scene.plein) == before


def test_outside_talk_that_looks_alike_is_named_by_its_row(at: Stage) -> None:
    """The list was made by somebody who did not know how people are called here."""
    scene = at("inventory")
    heard = [Outside("More trees.", "Piet", place="talk.csv:2"), Outside("Fewer cars.", "Kees de Wit", place="talk.csv:3")]
    heard += [Outside("Fewer roads.", "kees-de-wit", place="talk.csv:4"), Outside("", "lot", place="talk.csv:5")]

    with pytest.raises(BadRows) as refusal:
        scene.anna.cycle("housing").inventory.import_(heard)

    assert [mistake.split(":")[1:3] for mistake in refusal.value.mistakes] == [["5", "text"], ["2", "author"], ["4", "author"]]


def test_many_people_who_look_alike_are_named_at_once_and_a_list_may_be_exact(at: Stage) -> None:
    """The list of members knows best who is who."""
    scene = at("inventory")
    listed = [Entered("Piet", place="people.csv:2"), Entered("lot", place="people.csv:3"), Entered("Lot", place="people.csv:4")]

    with pytest.raises(BadRows) as refusal:
        scene.anna.people.import_(listed)
    assert [mistake.split(": ")[0] for mistake in refusal.value.mistakes] == ["people.csv:2:person", "people.csv:4:person"]

    assert [one.person for one in scene.anna.people.import_(listed, exact=True)] == ["Piet", "lot", "Lot"]


def test_ids_of_an_intranet_are_exact_where_it_says_so(tmp_path: Path, empty_file: Path) -> None:
    """It knows its people, and takes aB and Ab for two."""
    file = shutil.copy(empty_file, tmp_path / "plein.db")
    with Plein(file, clock=lambda: NOON, organisation=Organisation(exact_ids=True)) as plein:
        town = Housing(plein).inventory()
        for person in ("Piet", "pi\u0435t", "PIET"):
            town.seat(person).cycle("housing").inventory.add("Me too.")
        assert {"piet", "Piet", "PIET", "pi\u0435t"} <= {one.person for one in town.anna.people.list()}


def test_a_database_that_holds_both_goes_on(tmp_path: Path, empty_file: Path) -> None:
    """What was let in before is there; only who is new is asked about."""
    file = shutil.copy(empty_file, tmp_path / "plein.db")
    with Plein(file, clock=lambda: NOON, organisation=Organisation(exact_ids=True)) as plein:
        Housing(plein).inventory().seat("Piet").cycle("housing").inventory.add("Me too.")
    with Plein(file, clock=lambda: NOON) as plein:
        for person in ("piet", "Piet"):
            assert plein.acting_as(person).cycle("housing").inventory.add("And me.").author == person
        with pytest.raises(PleinError, match="reads like the id"):
            plein.acting_as("PIET").cycle("housing").inventory.add("And me.")
        assert plein.acting_as("anna").verify().damage == ()


def test_somebody_who_was_erased_is_nobody_to_be_taken_for(at: Stage) -> None:
    """Their id is free again, and so is whatever reads like it; and nobody learns that they were here."""
    scene = at("inventory")
    scene.seat("kim").people.erase("kim")

    assert scene.seat("Kim").cycle("housing").inventory.add("I am new.").author == "Kim"
