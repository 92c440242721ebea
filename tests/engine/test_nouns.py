"""The library by noun: one cycle, and what is in it under the words of the command line."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from plein import Plein
from plein.errors import NotFound


def test_a_cycle_that_is_named_is_not_read_until_something_is_asked(plein: Plein) -> None:
    """An intranet makes these by the dozen for one page."""
    asked: list[str] = []

    def heard(*statement: Any) -> None:
        asked.append(statement[2])

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        housing = plein.acting_as("anna").cycle("housing")
        inventory = housing.inventory
        assert asked == []
        with pytest.raises(NotFound, match="housing"):
            housing.show()
        with pytest.raises(NotFound, match="housing"):
            inventory.list()
        assert asked != []
    finally:
        event.remove(Engine, "before_cursor_execute", heard)


def test_it_is_the_cycle_as_it_is_when_it_is_asked(plein: Plein) -> None:
    """Nothing is kept from one call to the next."""
    anna, piet = plein.acting_as("anna"), plein.acting_as("piet").cycle("housing")
    anna.cycles.new("housing", title="Housing", question="What should change?", language="en")
    anna.cycle("housing").move("inventory")
    said = piet.inventory.add("Build on the old harbour.", kind="idea", revision=piet.show().revision)

    assert piet.inventory.list() == (said,) == anna.cycle("housing").inventory.list()
    assert piet.inventory.show(said.id) == said
