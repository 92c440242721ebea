"""Own words: what their author changes or takes back, what a host shows again, and what is entered on somebody's behalf."""

from __future__ import annotations

import pytest

from plein.errors import NotAllowed, NotFound, Refused, Unusable
from tests.engine.conftest import Stage
from tests.engine.scenes import last_body, rows, tamper

C = "housing"


class TestShownAgain:
    """A host hid something, and thinks better of it."""

    def test_what_is_shown_again_is_read_by_everybody_as_before(self, at: Stage) -> None:
        """Hiding takes nothing away, so that it can be undone."""
        scene = at("inventory")
        before = scene.outsider.cycle(C).inventory.show(2)
        scene.anna.cycle(C).inventory.hide(2, "It names a neighbour.")

        shown = scene.anna.cycle(C).inventory.unhide(2, "It was another street.")

        assert shown.hidden is None
        assert scene.outsider.cycle(C).inventory.show(2) == before
        told = last_body(scene.plein)
        assert (told["act"], told["contribution"], told["because"]) == ("unhide", 2, "It was another street.")
        assert scene.outsider.verify().damage == ()

    def test_who_may_not_hide_may_not_show_again_and_what_is_not_hidden_is_not_shown_again(self, at: Stage) -> None:
        """Each refusal changes nothing."""
        scene = at("inventory")
        scene.anna.cycle(C).inventory.hide(2, "It names a neighbour.")
        before = rows(scene.plein)

        with pytest.raises(NotAllowed):
            scene.seat("kim").cycle(C).inventory.unhide(2, "It is mine.")
        with pytest.raises(Refused, match="Contribution 1 is not hidden"):
            scene.anna.cycle(C).inventory.unhide(1, "Why not?")
        with pytest.raises(NotFound, match="no contribution 9"):
            scene.anna.cycle(C).inventory.unhide(9, "Why not?")
        with pytest.raises(Unusable, match="needs a reason"):
            scene.anna.cycle(C).inventory.unhide(2, " ")
        assert rows(scene.plein) == before

    def test_hiding_it_behind_the_records_back_is_found(self, at: Stage) -> None:
        """The record says that it is shown."""
        scene = at("inventory")
        scene.anna.cycle(C).inventory.hide(2, "It names a neighbour.")
        scene.anna.cycle(C).inventory.unhide(2, "It was another street.")
        tamper(scene.plein, "UPDATE plein_contribution SET hidden_because = 'It names a neighbour.' WHERE number = 2")

        assert scene.outsider.verify().damage == (
            "housing: contribution 2 is damaged: whether it is hidden does not follow from the record",
        )
