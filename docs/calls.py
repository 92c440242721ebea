"""The calls of the library, found by walking from a seat: what ``docs/python.md`` prints, and what tests hold against the commands."""

from __future__ import annotations

import inspect
import keyword
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from plein.engine.desk import Desk
from plein.engine.room import CycleRoom, Room
from plein.engine.seat import Seat
from plein.organisation import Organisation
from plein.store.database import Database

NOUNS = {"person": "people"} | {noun: f"{noun}s" for noun in ("topic", "comment", "suggestion", "decision", "board")}
"""The command's noun, and the library's where that is another word: in the plural where it lists."""
OTHERWISE = {
    "cycle new": "cycles.new",
    "cycle list": "cycles.list",
    "cycle show": "cycle.story",
    "group accept": "invitations.accept",
    "group decline": "invitations.decline",
    "words list": "cycle.words.list",
}
"""Commands whose call stands elsewhere: what belongs to no cycle."""
NO_CALL = {
    "init": "Plein.upgrade makes the tables; a program has settings of its own",
    "demo": "a show for newcomers; examples/whole_cycle.py is the one for programmers",
    "publish": "plein.publication.site.publish_site",
    "db upgrade": "Plein.upgrade",
    "person overwrite": "Plein.rewrite",
}
"""Commands that are no call from a seat, and what there is instead."""
BESIDE = {
    "verify": "plein verify, without a cycle",
    "cycle.show": "what plein cycle show begins with",
    "cycle.may": "the answer that the act itself would give",
    "cycle.may_move": "the answer that the move itself would give",
    "cycle.definition": "plein cycle rules --toml prints it",
    "cycle.my_rules": "plein cycle rules --as PERSON",
    "cycle.promises": "plein cycle show and plein cycle memory tell them",
    "cycle.draft.under_review": "the version that suggestions are made on",
    "cycle.draft.aside": "plein draft show --aside N",
    "cycle.draft.asides": "plein draft show --asides",
    "cycle.draft.blames": "plein draft blame, of every version at once",
    "cycle.group.ranking": "plein group candidates, with whom the list leaves out",
    "cycle.suggestions.add_quote": "plein suggestion add --quote OLD --replace NEW",
    "cycle.suggestions.tip": "plein suggestion add --quote OLD --tip TEXT",
    "cycle.suggestions.compatible": "plein suggestion collisions --compatible",
    "cycle.suggestions.unsound": "what plein suggestion collisions warns of",
    "cycle.decisions.settle_clean": "plein decision settle --clean",
    "invitations.cycle_of": "which cycle plein group accept is about to change",
}
"""Calls that are part of a command, or make one possible."""


def call_of(command: str) -> str | None:
    """The path of the call that a command is; None for the few that are none.

    >>> call_of("suggestion list"), call_of("person add"), call_of("cycle move"), call_of("log")
    ('cycle.suggestions.list', 'people.add', 'cycle.move', 'cycle.log')
    """
    if command in NO_CALL:
        return None
    if command in OTHERWISE:
        return OTHERWISE[command]
    noun, _, verb = command.rpartition(" ")
    verb = f"{verb}_" if keyword.iskeyword(verb) else verb
    name = NOUNS.get(noun, noun)
    if name in ("people", "boards"):
        return f"{name}.{verb}"
    return ".".join(word for word in ("cycle", name if name != "cycle" else "", verb) if word)


def calls() -> dict[str, Callable[..., Any]]:
    """Every public call by its path from a seat: ``cycles.new``, ``cycle.move``, ``cycle.inventory.add``."""
    seat = Seat(Desk(Database("sqlite://"), None, _noon, Organisation()))
    return dict(_calls(seat, ""))


def _noon() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


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
