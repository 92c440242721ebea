"""The register of people: what is known of somebody, who may see it, and who may change it."""

from __future__ import annotations

import pytest

from plein import Entered, Organisation, Plein, Seat
from plein.errors import BrokenText, NoIdentity, NotAllowed, NotFound, Unusable
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engine.scenes import rows


@pytest.fixture
def town(housing: Housing) -> Housing:
    """The inventory is open; anna entered piet, who spoke, and kim, who did not."""
    housing.inventory()
    housing.anna.people.add("piet", name="Piet Jansen", contact="piet@example.org", relation="alumnus", language="nl")
    housing.anna.people.add("kim", name="Kim de Vries")
    return housing


def test_somebody_is_entered_and_changed_field_by_field(town: Housing) -> None:
    """A new address says nothing of the name; an empty one takes the old away."""
    before = town.anna.people.show("piet")
    town.anna.people.add("piet", contact="+31 6 1234", relation="member")
    town.anna.people.add("piet", contact="")

    found = town.anna.people.show("piet")
    assert (before.name, before.contact, before.relation, before.inside, before.language) == (
        "Piet Jansen", "piet@example.org", "alumnus", False, "nl",
    )  # fmt: skip
    assert (found.name, found.contact, found.relation, found.inside, found.language) == ("Piet Jansen", None, "member", True, "nl")


def test_the_same_again_changes_nothing(town: Housing) -> None:
    """Whoever types it twice has not done it twice."""
    before = rows(town.plein)

    town.anna.people.add("piet", name=" Piet Jansen ", relation="alumnus")

    assert rows(town.plein) == before


def test_hosts_see_everybody_and_others_themselves(town: Housing) -> None:
    """Contact and relation are nobody else's business, and neither is who is in it."""
    assert [one.person for one in town.anna.people.list()] == ["anna", "kim", "piet"]
    assert [one.person for one in town.seat("piet").people.list()] == ["piet"]
    assert town.seat("piet").people.show("piet").contact == "piet@example.org"
    assert town.seat("stranger").people.list() == ()
    assert town.outsider.people.list() == ()


def test_somebody_elses_page_reads_like_one_that_is_not_there(town: Housing) -> None:
    """Else the refusal would tell who is known here."""
    told = []
    for person in ("piet", "nobody-at-all"):
        with pytest.raises(NotFound) as refusal:
            town.seat("kim").people.show(person)
        told.append(str(refusal.value).replace(person, "…"))

    assert told[0] == told[1]


def test_everybody_says_their_own_name_and_a_host_what_they_are_to_us(town: Housing) -> None:
    """Who calls himself a member is not one yet."""
    piet = town.seat("piet")
    assert piet.people.add("piet", name="Pieter Jansen", language="en").name == "Pieter Jansen"

    for attempt in (
        lambda: piet.people.add("piet", relation="member"),
        lambda: piet.people.add("kim", name="Kees"),
        lambda: piet.people.import_([Entered("piet", name="P.")]),
        lambda: piet.people.usual("kim"),
    ):
        before = rows(town.plein)
        with pytest.raises(NotAllowed):
            attempt()
        assert rows(town.plein) == before


def test_before_there_is_a_cycle_whoever_begins_may_enter_people(plein: Plein) -> None:
    """A list of members is ready before the first question is."""
    plein.acting_as("anna").people.import_([Entered("piet", name="Piet"), Entered("kim")])
    assert [one.person for one in plein.acting_as("anna").people.list()] == ["kim", "piet"]

    Housing(plein, definition="focus-group").seat("zoe").cycles.new("trees", title="Trees", question="Which?")

    with pytest.raises(NotAllowed):
        plein.acting_as("kim").people.add("piet", name="Not Piet")


def test_nobody_in_particular_enters_nobody(plein: Plein) -> None:
    """The register says who changed it to no one, but somebody did."""
    with pytest.raises(NoIdentity):
        plein.acting_as(None).people.add("piet")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("relation", "uncle", "member, employee"),
        ("relation", "Colleague", "member, employee"),
        ("language", "fy", "en, nl"),
        ("name", "x" * 201, "201 characters"),
        ("contact", "x" * 1001, "1,001 characters"),
        ("contact", "x" * 10_000_000, "10,000,000 characters"),
        ("name", "Piet\nJansen", "one line"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_can(town: Housing, field: str, value: str, words: str) -> None:
    """The relations there are stand in the refusal."""
    before = rows(town.plein)

    with pytest.raises(Unusable, match=words):
        town.anna.people.add("piet", **{field: value})

    assert rows(town.plein) == before


@pytest.mark.parametrize("person", ["", "  ", "x" * 201, "pi\net", "~piet", "erased-0123456789abcdef"])
def test_what_cannot_be_an_id_is_refused(town: Housing, person: str) -> None:
    """Nor can a pseudonym be entered by hand, or somebody who was erased."""
    with pytest.raises(Unusable):
        town.anna.people.add(person, name="Piet")


def test_a_name_with_a_nul_is_no_text(town: Housing) -> None:
    """Databases differ in what they make of it."""
    with pytest.raises(BrokenText):
        town.anna.people.add("piet", name="Pi\0et")


def test_the_relations_are_the_organisations_own(where: str) -> None:
    """A housing association has tenants, and no members."""
    with Plein(where, clock=lambda: NOON, organisation=Organisation(relations={"tenant": True, "neighbour": False})) as plein:
        anna = plein.acting_as("anna")
        assert anna.people.add("piet", relation="tenant").inside is True
        assert anna.people.add("kim", relation="neighbour").inside is False
        with pytest.raises(Unusable, match="tenant, neighbour"):
            anna.people.add("lot", relation="member")


def test_many_are_entered_at_once_and_twice_adds_nothing(town: Housing) -> None:
    """A list from the membership system comes every month."""
    listed = [Entered("piet", name="Piet Jansen"), Entered("lot", name="Lot", relation="expert"), Entered("kim", language="en")]
    tried = town.anna.people.import_(listed, dry_run=True)
    assert [one.person for one in town.anna.people.list()] == ["anna", "kim", "piet"]

    made = town.anna.people.import_(listed)
    before = rows(town.plein)

    assert [one.person for one in tried] == [one.person for one in made] == ["lot", "kim"]
    assert town.anna.people.import_(listed) == ()
    assert rows(town.plein) == before


def test_many_are_entered_all_or_none(town: Housing) -> None:
    """Half a list is worse than none."""
    before = rows(town.plein)

    with pytest.raises(Unusable, match="uncle"):
        town.anna.people.import_([Entered("lot", name="Lot"), Entered("mia", relation="uncle")])

    assert rows(town.plein) == before


def test_somebody_is_listed_as_a_usual_suspect_and_taken_off(town: Housing) -> None:
    """Who is always asked anyway is known before the ranking is made."""
    assert town.anna.people.usual("piet").usual_suspect
    before = rows(town.plein)
    assert town.anna.people.usual("piet").usual_suspect
    assert rows(town.plein) == before
    assert not town.anna.people.usual("piet", no=True).usual_suspect
    with pytest.raises(NotFound):
        town.anna.people.usual("nobody-at-all")


def test_a_name_is_shown_to_hosts_and_to_whose_it_is(town: Housing) -> None:
    """In the open somebody is their id, as they chose to come."""

    def shown(seat: Seat) -> str | None:
        return seat.cycle("housing").inventory.show(1).name

    assert (shown(town.anna), shown(town.seat("piet"))) == ("Piet Jansen", "Piet Jansen")
    assert (shown(town.seat("kim")), shown(town.bea), shown(town.outsider)) == (None, None, None)


def test_the_host_of_another_cycle_is_no_host_here(town: Housing) -> None:
    """They look after the register too, but what was said here shows them no names."""
    town.seat("zoe").cycles.new("trees", title="Trees", question="Which?")

    assert town.seat("zoe").cycle("housing").inventory.show(1).name is None
    assert town.seat("zoe").people.show("piet").name == "Piet Jansen"
