"""The calls of the library, found by walking from a seat: what ``docs/python.md`` prints, and what tests hold against the commands."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

from plein.engine.desk import Desk
from plein.engine.room import CycleRoom, Room
from plein.engine.seat import Seat
from plein.organisation import Organisation
from plein.store.database import Database

NOUNS = {"cycle": "cycles", "topic": "topics", "comment": "comments", "suggestion": "suggestions", "decision": "decisions"} | {
    "person": "people",
    "board": "boards",
}
"""The command's noun, and the library's where that is another word: in the plural where it lists."""
OTHERWISE = {
    "cycle show": "cycle.story",
    "group accept": "invitations.accept",
    "group decline": "invitations.decline",
    "status": "cycle.status",
    "log": "cycle.log",
    "verify": "cycle.verify",
}
"""Commands whose call has other words, and why: a seat has its noun, or they have none."""


def calls() -> dict[str, Callable[..., Any]]:
    """Every public call by its path from a seat: ``cycles.new``, ``cycle.move``, ``cycle.inventory.add``."""
    seat = Seat(Desk(Database("sqlite://"), None, inspect.currentframe, Organisation()))  # type: ignore[arg-type]
    return dict(_calls(seat, ""))


def _calls(at: Any, path: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, member in inspect.getmembers(type(at)):
        if name.startswith("_"):
            continue
        if isinstance(member, property):
            value = getattr(at, name) if name != "now" else None
            if isinstance(value, Room | CycleRoom):
                yield from _calls(value, f"{path}{name}.")
        elif name == "cycle" and isinstance(at, Seat):
            yield from _calls(at.cycle("CYCLE"), "cycle.")
        else:
            yield f"{path}{name}", member
