"""The numbers of a cycle: what the circle is told of itself, and what everybody may know of it."""

from __future__ import annotations

from tests.cycles import TEXT
from tests.engine.conftest import Stage


def test_the_circle_and_everybody_are_told_their_own_numbers(at: Stage) -> None:
    """What was decided and not published, or written and not published, is nobody's business outside; not even how much of it there is."""
    scene = at("processing")
    scene.bea.cycle("housing").decisions.publish()
    scene.bea.cycle("housing").decisions.set([3], "noted", because="Nine years.")
    scene.bea.cycle("housing").draft.save(TEXT.replace("public", "open"))

    inside = scene.bea.cycle("housing").status().counts
    assert inside == {
        "contributions": 2,
        "drafters": 1,
        "versions": 2,
        "suggestions": 3,
        "decisions": 3,
        "undecided": 0,
        "unpublished": 1,
        "unmerged": 1,
    }
    assert scene.outsider.cycle("housing").status().counts == {
        "contributions": 2,
        "drafters": 1,
        "versions": 1,
        "suggestions": 3,
        "decisions": 2,
    }


def test_what_waits_is_counted_until_it_is_done(at: Stage) -> None:
    """A host sees on the home screen what is still to do."""
    scene = at("processing")

    assert {key: scene.anna.cycle("housing").status().counts[key] for key in ("undecided", "unpublished", "unmerged")} == {
        "undecided": 1,
        "unpublished": 2,
        "unmerged": 1,
    }
    scene.bea.cycle("housing").draft.merge()
    scene.bea.cycle("housing").decisions.publish()
    assert {key: scene.anna.cycle("housing").status().counts[key] for key in ("undecided", "unpublished", "unmerged")} == {
        "undecided": 1,
        "unpublished": 0,
        "unmerged": 0,
    }
