"""Slips of a program are told in a sentence before anything is read or written: no traceback from inside, nothing taken for something else."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from plein import Plein
from plein.errors import PleinError, Unusable
from tests.calls import CALLS
from tests.conftest import NOON
from tests.engine.conftest import Stage
from tests.engine.scenes import rows

C = "housing"
ENGINE = sa.create_engine("sqlite://")

Slip = Callable[[Any], Any]
SLIPS: tuple[tuple[str, Slip, str], ...] = (
    ("a session by position", lambda p: Plein(Session(ENGINE)), "not on sqlalchemy.orm.session.Session: Plein"),  # type: ignore[arg-type]
    ("an engine as a session", lambda p: Plein(session=ENGINE), "not on sqlalchemy.engine.base.Engine: Plein"),
    ("neither", lambda p: Plein(), "a database or a session"),
    ("a number as a database", lambda p: Plein(5), "not on 5"),  # type: ignore[arg-type]
    ("a moment as a clock", lambda p: Plein("x.db", clock=NOON), "a function that gives the time"),  # type: ignore[arg-type]
    ("a number who acts", lambda p: p.acting_as(5), "by their id, a text, not by 5"),
    ("a naive moment", lambda p: p.acting_as("anna", at=datetime(2026, 11, 23)), "needs a zone"),
    ("a day as a moment to act at", lambda p: p.acting_as("anna", at=date(2026, 11, 23)), "needs a zone"),
    ("a number as a cycle", lambda p: p.acting_as("anna").cycle(7), "short name, a text, not by 7"),
    ("a day as a deadline", lambda p: p.acting_as("anna").cycle(C).extend(date(2026, 12, 1)), 'give its text: closes="2026-12-01"'),
    ("a day to move with", lambda p: p.acting_as("anna").cycle(C).move("review", closes=date(2026, 12, 1)), "takes a moment as closes"),
    ("a naive deadline", lambda p: p.acting_as("anna").cycle(C).extend(datetime(2026, 12, 1)), "needs a zone"),
    ("an act that is none", lambda p: p.acting_as("anna").cycle(C).may("fly"), "There is no act “fly”"),
    ("a definition that is a table", lambda p: p.acting_as("anna").cycles.new("x", title="X", question="X?", definition={}), "not {}"),
    (
        "a definition that is a number",
        lambda p: p.acting_as("anna").cycles.new("x", title="X", question="X?", definition=3),
        "as definition, not 3",
    ),
    (
        "a number as a person",
        lambda p: p.acting_as("anna").cycle(C).group.invite(5, role="drafter", because="x"),
        "invite() takes a text as person",
    ),
    ("a number as a text", lambda p: p.acting_as("anna").cycle(C).inventory.add(5), "add() takes a text as text, not 5"),
    ("nothing as a text", lambda p: p.acting_as("anna").cycle(C).inventory.add(None), "add() takes a text as text, not None"),
    ("a text as a number", lambda p: p.acting_as("anna").cycle(C).inventory.show("1"), "a whole number as number, not '1'"),
    ("True as a number", lambda p: p.acting_as("anna").cycle(C).inventory.show(True), "a whole number as number, not True"),
    ("digits as numbers", lambda p: p.acting_as("bea").cycle(C).decisions.set("12", "adopted"), "a whole number or several whole numbers"),
    ("texts as numbers", lambda p: p.acting_as("bea").cycle(C).decisions.set(["1"], "adopted"), "several whole numbers as numbers"),
    ("a name as a board", lambda p: p.acting_as("anna").boards.set("harbour", "joe"), "several texts as people, not 'joe'"),
    ("a text that was handed in bare", lambda p: p.acting_as("anna").cycle(C).suggestions.import_(["text"]), "several plein.Handed"),
    ("one that was handed in, not several", lambda p: p.acting_as("anna").cycle(C).suggestions.import_("text"), "several plein.Handed"),
)


@pytest.mark.parametrize(("slip", "said"), [(slip, said) for _, slip, said in SLIPS], ids=[name for name, *_ in SLIPS])
def test_a_slip_is_told_in_a_sentence(at: Stage, slip: Slip, said: str) -> None:
    scene = at("review")
    before = rows(scene.plein)

    with pytest.raises(Unusable) as told:
        slip(scene.plein)

    assert said in str(told.value)
    assert rows(scene.plein) == before


def test_a_clock_without_a_zone_is_told(empty_file: Any, tmp_path: Any) -> None:
    """It would be right until the clocks change, or on another machine."""
    for clock in (lambda: datetime(2026, 11, 23), lambda: "noon", lambda: None):
        with Plein(empty_file, clock=clock) as plein, pytest.raises(Unusable, match="a moment with a zone"):  # type: ignore[arg-type]
            plein.acting_as("anna").cycles.list()
    assert Plein(empty_file, clock=lambda: datetime.now(UTC)).acting_as("anna").cycles.list() == ()


WRONG = (5, 2.5, b"x", object(), {}, ("x",), lambda: None)


@pytest.mark.parametrize("path", [path for path in CALLS if "." in path])
def test_whatever_a_call_is_given_it_answers_in_a_sentence(at: Stage, path: str) -> None:
    """Each argument of each call gets what it cannot be: what is said is plein's, and no traceback from inside."""
    scene = at("review")
    seat = scene.plein.acting_as("anna")
    call = attrgetter(path.removeprefix("cycle."))(seat.cycle(C) if path.startswith("cycle.") else seat)
    parameters = list(inspect.signature(call).parameters.values())
    right = {one.name: 1 if "int" in one.annotation else "x" for one in parameters if one.default is one.empty}
    for one in parameters:
        for wrong in WRONG:
            if (wrong == 5 and "int" in one.annotation) or (callable(wrong) and "Callable" in one.annotation):
                continue
            if isinstance(wrong, tuple) and "str]" in one.annotation:
                continue
            try:
                call(**{**right, one.name: wrong})
            except PleinError:
                continue
            raise AssertionError(f"{path} took {wrong!r} for {one.name}")
