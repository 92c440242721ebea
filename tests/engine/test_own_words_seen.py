"""Own words by reader: what of them each person sees once they were changed, withdrawn, hidden or shown again. The table is written by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import pytest

from plein import Seat
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene

C = "housing"
READERS: Mapping[str, str | None] = {
    "author": "mia",
    "host": "anna",
    "drafter": "bea",
    "adviser": "adam",
    "public": "zoe",
    "nobody": None,
}

# o the old words, n the new ones, r the reason of a host, m that it was changed, and when, w that it was withdrawn
TABLE = """
deed                        author  host  drafter  adviser  public  nobody
nothing                     o       o     o        o        o       o
change                      nm      nm    nm       nm       nm      nm
withdraw                    w       w     w        w        w       w
change_withdraw             mw      mw    mw       mw       mw      mw
hide                        r       or    r        r        r       r
hide_unhide                 o       o     o        o        o       o
change_hide                 mr      nmr   mr       mr       mr      mr
hide_withdraw               rw      rw    rw       rw       rw      rw
hide_withdraw_unhide        w       w     w        w        w       w
nudge                       o       o     o        o        o       o
nudge_hide                  r       or    r        r        r       r
nudge_hide_unhide           o       o     o        o        o       o
suggest                     o       o     o        o        o       o
suggest_change              omnw    omnw  omnw     omnw     omnw    omnw
suggest_withdraw            ow      ow    ow       ow       ow      ow
suggest_change_withdraw     omnw    omnw  omnw     omnw     omnw    omnw
"""
OLD, NEW, WHY = "My xqold car.", "My xqnew boat.", "xqbecause it names somebody."


def _rows() -> dict[str, dict[str, str]]:
    heading, *lines = (line.split() for line in TABLE.strip().splitlines())
    return {deed: dict(zip(heading[1:], cells, strict=True)) for deed, *cells in lines}


def _said(scene: Scene, steps: list[str]) -> Callable[[Seat], list[Any]]:
    """Say something in the inventory and do with it what the steps say, each as soon as it can be done."""
    mia, anna = scene.seat("mia").cycle(C).inventory, scene.anna.cycle(C).inventory
    number = mia.add(OLD).id
    for step in steps:
        {
            "nothing": lambda: None,
            "change": lambda: mia.change(number, NEW),
            "withdraw": lambda: mia.withdraw(number),
            "hide": lambda: anna.hide(number, WHY),
            "unhide": lambda: anna.unhide(number, "Not so."),
        }[step]()
    scene.build_on("invitation", "drafting", "review")
    return lambda seat: [seat.cycle(C).inventory.show(number)]


def _nudged(scene: Scene, steps: list[str]) -> Callable[[Seat], list[Any]]:
    """The same of a nudge on what somebody else said."""
    anna = scene.anna.cycle(C).inventory
    scene.seat("mia").cycle(C).inventory.nudge(1, OLD)
    for step in steps:
        if step == "hide":
            anna.hide(1, WHY, nudge="mia")
        else:
            anna.unhide(1, "Not so.", nudge="mia")
    scene.build_on("invitation", "drafting", "review")
    return lambda seat: list(seat.cycle(C).inventory.show(1).nudges)


def _suggested(scene: Scene, steps: list[str]) -> Callable[[Seat], list[Any]]:
    """The same of a suggestion, on which the circle has decided without saying so."""
    scene.build_on("invitation", "drafting", "review")
    mia = scene.seat("mia").cycle(C).suggestions
    numbers = [mia.add_quote("public", OLD).suggestions[0].id]
    scene.reject(numbers[0])
    for step in steps:
        if step == "change":
            numbers.append(mia.change(numbers[0], replace=NEW).suggestions[0].id)
        else:
            mia.withdraw(numbers[-1])
    return lambda seat: [seat.cycle(C).suggestions.show(number) for number in numbers]


def _seen(found: list[Any]) -> str:
    """What the values hold, in the letters of the table."""
    told = json.dumps([asdict(one) for one in found], default=str)
    withdrawn = any(getattr(one, "withdrawn", None) or getattr(one, "status", "") == "withdrawn" for one in found)
    changed = any(getattr(one, "changed", None) is not None for one in found)
    signs = {"o": "xqold" in told, "m": changed, "n": "xqnew" in told, "r": "xqbecause" in told, "w": withdrawn}
    return "".join(sorted(sign for sign, there in signs.items() if there))


@pytest.mark.parametrize("deed", _rows())
def test_everybody_sees_of_it_what_the_table_says(at: Stage, deed: str) -> None:
    """Hidden words are the hosts' alone, withdrawn contributions nobody's; what was suggested stays to be read."""
    kind, *steps = deed.split("_")
    scene = at("inventory")
    look = {"nudge": _nudged, "suggest": _suggested}[kind](scene, steps) if kind in ("nudge", "suggest") else _said(scene, [kind, *steps])

    seen = {reader: _seen(look(scene.plein.acting_as(person))) for reader, person in READERS.items()}

    assert seen == {reader: "".join(sorted(cell)) for reader, cell in _rows()[deed].items()}
    assert scene.outsider.verify().damage == ()
