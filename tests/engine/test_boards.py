"""Sounding boards: named lists of people, looked after by hosts and closed to others, whose members are invited as one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from plein import Plein
from plein.errors import NoIdentity, NotAllowed, NotFound, PleinError, Unusable
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engine.scenes import rows


def test_a_board_is_set_listed_shown_and_taken_away(housing: Housing) -> None:
    """In the order in which people were named; twice the same adds nothing."""
    anna = housing.anna

    made = anna.boards.set("harbour", ["joe", "kit", "joe", " lou "])
    once = rows(housing.plein)

    assert (made.name, made.people, made.at) == ("harbour", ("joe", "kit", "lou"), NOON)
    assert anna.boards.set("harbour", ["joe", "kit", "lou"]) == made == anna.boards.show("harbour")
    assert rows(housing.plein) == once
    assert anna.boards.set("harbour", ["lou", "mo"]).people == ("lou", "mo")
    anna.boards.set("elders", ["una"])
    assert [one.name for one in anna.boards.list()] == ["elders", "harbour"]
    assert anna.boards.remove("harbour").people == ("lou", "mo")
    assert [one.name for one in anna.boards.list()] == ["elders"]
    with pytest.raises(NotFound):
        anna.boards.remove("harbour")


def test_a_board_can_be_made_before_there_is_a_cycle(plein: Plein) -> None:
    """Whoever sets plein up begins with people; later it is the hosts' affair."""
    plein.acting_as("joe").boards.set("harbour", ["kit"])
    assert plein.acting_as(None).boards.list() != ()

    Housing(plein)

    assert plein.acting_as("joe").boards.list() == ()


def test_boards_are_closed_to_all_but_hosts(housing: Housing) -> None:
    """Who is on a list of the office's is nobody's business until they are invited; to others there is no such board."""
    housing.anna.boards.set("harbour", ["joe"])
    before = rows(housing.plein)
    for seat in (housing.outsider, housing.seat("joe"), housing.seat("stranger")):
        assert seat.boards.list() == ()
        with pytest.raises(NotFound) as closed:
            seat.boards.show("harbour")
        with pytest.raises(NotFound) as missing:
            seat.boards.show("nothing")
        assert str(closed.value).replace("harbour", "nothing") == str(missing.value)
    for seat, error in ((housing.outsider, NoIdentity), (housing.seat("joe"), NotAllowed), (housing.seat("stranger"), NotAllowed)):
        with pytest.raises(error):
            seat.boards.set("harbour", ["stranger"])
        with pytest.raises(error):
            seat.boards.remove("harbour")

    assert rows(housing.plein) == before


def test_a_host_of_any_cycle_looks_after_them_and_one_who_was_does_not(housing: Housing) -> None:
    """The office is one, however many cycles there are."""
    housing.seat("zoe").cycles.new("trees", title="Trees", question="Which?", language="en")
    assert housing.seat("zoe").boards.set("harbour", ["joe"]) == housing.anna.boards.show("harbour")

    housing.anna.cycle("housing").group.host("mo", "Knows everybody.")
    housing.anna.cycle("housing").group.host("mo", "Moved away.", end=True)

    assert housing.seat("mo").boards.list() == ()


@pytest.mark.parametrize(
    ("name", "people"),
    [("", ["joe"]), (" \n", ["joe"]), ("a\nb", ["joe"]), ("x" * 81, ["joe"]), ("a\0b", ["joe"]), ("b", []), ("b", [""]), ("b", ["a\0"]),
     ("b", ["~heron"]), ("b", [str(number) for number in range(1001)])],
)  # fmt: skip
def test_what_cannot_be_a_board_is_refused(housing: Housing, name: str, people: list[str]) -> None:
    """And nobody is entered by half."""
    before = rows(housing.plein)

    with pytest.raises(Unusable):
        housing.anna.boards.set(name, people)

    assert rows(housing.plein) == before


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 10_000, "\ud800"])
def test_a_board_that_cannot_be_is_nowhere(housing: Housing, name: str) -> None:
    """Databases choke on some of these."""
    with pytest.raises(PleinError):
        housing.anna.boards.show(name)


def test_who_was_erased_is_on_no_board(housing: Housing) -> None:
    """They are not asked again."""
    housing.anna.boards.set("harbour", ["joe", "kit"])

    housing.anna.people.erase("joe")

    assert housing.anna.boards.show("harbour").people == ("kit",)


def test_a_board_that_is_changed_changes_no_invitation(housing: Housing) -> None:
    """Who was invited was invited."""
    housing.invitation()
    housing.anna.boards.set("harbour", ["joe"])
    token = housing.anna.cycle("housing").group.board("harbour", because="T.", topic="T", until="2026-12-01").invitations[0].token
    housing.anna.boards.remove("harbour")

    assert housing.seat("joe").invitations.accept(token)[1].board == "harbour"
    assert housing.outsider.verify().damage == ()


def test_two_who_set_one_board_at_once_leave_one_of_their_lists(housing: Housing) -> None:
    """Not half of each; and neither hears of a mistake in plein."""

    def set_often(people: list[str]) -> None:
        for turn in range(10):
            housing.seat("anna").boards.set("harbour", people[turn % 2 :])

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(set_often, (["joe", "kit", "lou"], ["lou", "mo", "una"])))

    assert housing.anna.boards.show("harbour").people in (("kit", "lou"), ("mo", "una"))
