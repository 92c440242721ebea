"""Each call of the library has an example, and it runs."""

from __future__ import annotations

import doctest
import inspect
from typing import Any

import pytest

from tests.calls import CALLS
from tests.engine.conftest import Stage

STAGES = {"cycle.topics": "inventory", "cycle.inventory": "inventory", "cycle.group": "invitation", "cycle.draft": "drafting"} | {
    "cycle.report": "panel",
    "boards": "invitation",
    "invitations": "invitation",
    **dict.fromkeys(
        ("cycle.draft.merge", "cycle.draft.correct", "cycle.draft.blame", "cycle.draft.blames", "cycle.draft.under_review"), "review"
    ),
}
"""Where the cycle of an example is, which is in its first review else."""


@pytest.mark.parametrize("path", CALLS)
def test_its_example_runs(at: Stage, path: str) -> None:
    """Nobody copies an example that does not work."""
    stage = STAGES.get(path) or STAGES.get(path.rpartition(".")[0], "review")
    plein = at(stage).plein
    names: dict[str, Any] = {person: plein.acting_as(person) for person in ("anna", "joe")} | {"plein": plein}
    names |= {person: plein.acting_as(person).cycle("housing") for person in ("bea", "piet", "kim")}
    names["housing"] = names["anna"].cycle("housing")
    example = doctest.DocTestParser().get_doctest(inspect.getdoc(CALLS[path]) or "", names, path, None, None)
    said: list[str] = []

    assert example.examples, f"{path} has no example"
    doctest.DocTestRunner().run(example, out=said.append)
    assert said == []
