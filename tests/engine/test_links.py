"""Links: what belongs together, seen by somebody, and to be taken back by them."""

from __future__ import annotations

import pytest

from plein import Plein
from plein.errors import NotAllowed, NotFound, Refused
from tests.cycles import Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import rows

C = "housing"


def test_a_link_is_seen_from_both_ends(at: Stage) -> None:
    """Whichever of the two somebody reads, the other is one step away."""
    scene = at("inventory")

    assert scene.seat("lot").cycle(C).inventory.link(2, 1).links == (1,)

    assert [one.links for one in scene.outsider.cycle(C).inventory.list()] == [(2,), (1,)]
    assert scene.outsider.cycle(C).inventory.show(1).links == (2,)
    assert scene.outsider.verify().damage == ()


def test_the_same_link_again_adds_nothing(at: Stage) -> None:
    """By whomever, and whichever end is named first."""
    scene = at("topics")
    before = rows(scene.plein)

    scene.seat("kim").cycle(C).inventory.link(2, 1)
    assert rows(scene.plein) == before
    assert scene.anna.cycle(C).inventory.link(1, 2).links == (2,)


def test_whoever_made_a_link_takes_it_back_and_so_does_a_host(at: Stage) -> None:
    """Nobody else: what others saw stays."""
    scene = at("topics")
    with pytest.raises(Refused, match="Somebody else linked contributions 1 and 2"):
        scene.seat("piet").cycle(C).inventory.link(1, 2, undo=True)

    assert scene.seat("kim").cycle(C).inventory.link(2, 1, undo=True).links == ()
    scene.seat("kim").cycle(C).inventory.link(1, 2)
    assert scene.anna.cycle(C).inventory.link(1, 2, undo=True).links == ()
    with pytest.raises(NotFound, match="are not linked"):
        scene.anna.cycle(C).inventory.link(1, 2, undo=True)
    assert [one.act for one in scene.outsider.cycle(C).log()][-3:] == ["unlink", "link", "unlink"]
    assert scene.outsider.verify().damage == ()


@pytest.mark.parametrize(
    ("one", "other", "error"), [(1, 1, Refused), (1, 9, NotFound), (0, 1, NotFound), (1, 2**40, NotFound), (-1, 1, NotFound)]
)
def test_what_cannot_be_linked_is_refused(shared_at: Stage, one: int, other: int, error: type[Exception]) -> None:
    """And nothing has changed."""
    scene = shared_at("inventory")
    before = rows(scene.plein)

    with pytest.raises(error):
        scene.seat("kim").cycle(C).inventory.link(one, other)

    assert rows(scene.plein) == before


def test_after_the_inventory_links_are_made_by_hosts(at: Stage) -> None:
    """They go on connecting while the others wait."""
    scene = at("invitation")
    with pytest.raises(NotAllowed):
        scene.seat("kim").cycle(C).inventory.link(1, 2)

    assert scene.anna.cycle(C).inventory.link(1, 2).links == (2,)


def test_a_link_to_what_was_said_inside_does_not_exist_outside(plein: Plein) -> None:
    """Otherwise its number would tell that something was said."""
    housing = Housing(plein, definition="focus-group").inventory()
    housing.anna.cycle(C).move("invitation")
    housing.bea.invitations.accept(housing.anna.cycle(C).group.invite("bea", role="drafter", because="Knows it.", for_=1).token)
    housing.anna.cycle(C).move("conversation")
    housing.bea.cycle(C).inventory.add("Among ourselves.")

    assert housing.bea.cycle(C).inventory.link(1, 2).links == (2,)

    assert housing.outsider.cycle(C).inventory.show(1).links == ()
    assert [one.links for one in housing.outsider.cycle(C).inventory.list()] == [()]
    assert housing.outsider.cycle(C).log()[-1].act == "closed"
