"""When a cycle may become final, and when not."""

import pytest

from plein.errors import MoveRefused
from tests.cycles import Housing


def test_final_is_refused_while_a_suggestion_waits(housing: Housing) -> None:
    """Nobody who took the trouble to write is left without an answer."""
    housing.review()
    housing.suggest("piet", quote="homes", replace="affordable homes")
    housing.anna.cycle("housing").move("drafting")
    before = housing.digest()

    with pytest.raises(MoveRefused) as refusal:
        housing.anna.cycle("housing").move("final")

    assert refusal.value.reasons == ("1 suggestion still waits for a decision",)
    assert housing.phase == "drafting"
    assert housing.digest() == before
