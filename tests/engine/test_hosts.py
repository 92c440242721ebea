"""Hosts: made at once and in public, let go with a reason, and never none."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.errors import NotAllowed, NotFound, Refused, Unusable
from tests.cycles import Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import last_body, rows, tamper

C = "housing"


def test_a_host_is_made_at_once_and_in_public(housing: Housing) -> None:
    """No token: who leads the conversation is no secret, and is asked beforehand."""
    made = housing.anna.cycle(C).group.host("mo", "Knows the harbour.")

    assert (made.person, made.role, made.status, made.because) == ("mo", "host", "accepted", "Knows the harbour.")
    assert last_body(housing.plein)["act"] == "appoint-host"
    assert housing.outsider.cycle(C).show().hosts == ("anna", "mo")
    assert [one.person for one in housing.outsider.cycle(C).group.list()] == ["anna", "mo"]
    assert housing.outsider.cycle(C).log()[-1].act == "appoint-host"
    assert housing.seat("mo").cycle(C).move("inventory").phase == "inventory"
    assert housing.outsider.verify().damage == ()


def test_a_host_is_let_go_with_a_reason(housing: Housing) -> None:
    """What they may do ends with it; that they were one stays."""
    housing.anna.cycle(C).group.host("mo", "Knows the harbour.")

    gone = housing.seat("mo").cycle(C).group.host("anna", "A year is enough.", end=True)

    assert (gone.status, gone.removed_because) == ("removed", "A year is enough.")
    assert last_body(housing.plein)["act"] == "end-host"
    assert housing.outsider.cycle(C).show().hosts == ("mo",)
    with pytest.raises(NotAllowed):
        housing.anna.cycle(C).move("inventory")
    assert [(one.person, one.status) for one in housing.outsider.cycle(C).group.list()] == [("anna", "removed"), ("mo", "accepted")]
    assert housing.outsider.verify().damage == ()
    assert housing.seat("mo").cycle(C).group.host("anna", "She came back.").status == "accepted"
    assert housing.outsider.cycle(C).show().hosts == ("mo", "anna")


def test_the_last_host_stays(housing: Housing) -> None:
    """A cycle without a host stands still for ever."""
    before = rows(housing.plein)

    with pytest.raises(Refused, match="anna is the last host of housing; make somebody else a host first: plein group host housing"):
        housing.anna.cycle(C).group.host("anna", "Enough.", end=True)

    assert rows(housing.plein) == before


def test_a_host_of_a_topic_stays_until_it_has_another(housing: Housing) -> None:
    """A conversation without its host is nobody's."""
    housing.anna.cycle(C).group.host("mo", "Knows the harbour.")
    housing.anna.cycle(C).topics.add("harbour", title="The harbour", host="mo")
    before = rows(housing.plein)

    with pytest.raises(Refused, match="still theirs to host: harbour"):
        housing.anna.cycle(C).group.host("mo", "Enough.", end=True)

    assert rows(housing.plein) == before
    housing.anna.cycle(C).topics.change("harbour", host="anna")
    assert housing.anna.cycle(C).group.host("mo", "Enough.", end=True).status == "removed"


def test_what_cannot_be_is_refused(housing: Housing) -> None:
    """Twice, nobody, no reason."""
    before = rows(housing.plein)
    with pytest.raises(Refused, match="anna is a host of housing already"):
        housing.anna.cycle(C).group.host("anna", "Again.")
    with pytest.raises(NotFound, match="joe is no host of housing"):
        housing.anna.cycle(C).group.host("joe", "Enough.", end=True)
    for person, because in (("joe", " "), ("", "T."), ("a\nb", "T.")):
        with pytest.raises(Unusable):
            housing.anna.cycle(C).group.host(person, because)
        with pytest.raises(Unusable):
            housing.anna.cycle(C).group.host(person, because, end=True)
    assert rows(housing.plein) == before


@pytest.mark.parametrize("person", ["bea", "adam", "dora", "stranger"])
def test_only_hosts_make_hosts(at: Stage, person: str) -> None:
    """Nobody makes themselves one, whatever else they are."""
    scene = at("drafting")

    with pytest.raises(NotAllowed):
        scene.seat(person).cycle(C).group.host(person, "I want to.")
    with pytest.raises(NotAllowed):
        scene.seat(person).cycle(C).group.host("hugo", "I want to.", end=True)


def test_a_host_who_also_writes_keeps_that_place(at: Stage) -> None:
    """One place ends, not all."""
    scene = at("drafting")
    scene.anna.cycle(C).group.host("bea", "She leads anyway.")

    scene.anna.cycle(C).group.host("bea", "She writes.", end=True)

    assert scene.bea.cycle(C).status().roles == ("drafter", "public")


def test_a_host_is_not_removed_as_others_are(at: Stage) -> None:
    """The way out is another one, and the last host stays."""
    with pytest.raises(
        NotFound, match=r"hugo is a host of housing, and nothing else; .*plein group host housing hugo --end --because TEXT"
    ):
        at("drafting").anna.cycle(C).group.remove(" hugo ", "Enough.")


def test_a_focus_group_has_hosts_as_well(plein: Plein) -> None:
    """The same rule in the other definition."""
    focus = Housing(plein, definition="focus-group")

    focus.anna.cycle(C).group.host("mo", "Listens well.")

    assert focus.outsider.cycle(C).show().hosts == ("anna", "mo")


def test_a_host_whose_time_has_passed_is_none_anywhere(housing: Housing) -> None:
    """Who hosts now is asked in one place: a place that ended gives no keys to the register, the topics or the next cycle."""
    housing.anna.cycle(C).group.host("mo", "Until the autumn.")
    housing.anna.people.add("kim", name="Kim")
    tamper(housing.plein, "UPDATE plein_member SET until = '2026-11-01 12:00:00' WHERE number = 2")
    mo = housing.seat("mo")

    assert housing.outsider.cycle(C).show().hosts == ("anna",)
    assert mo.people.list() == (mo.people.show("mo"),)
    with pytest.raises(NotAllowed):
        mo.boards.set("harbour", ["kim"])
    with pytest.raises(NotAllowed):
        mo.people.add("kim", name="Somebody else")
    with pytest.raises(Refused, match="mo is no host of housing"):
        housing.anna.cycle(C).topics.add("harbour", title="The harbour", host="mo")
    with pytest.raises(Refused, match="anna is the only host of housing"):
        housing.anna.people.erase("anna")
    assert housing.anna.cycles.new("housing-2", after=C).hosts == ("anna",)
