"""Databases that older plein wrote: opened, brought up to date, and gone on with. Each is the dump of a whole cycle as that plein left it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plein import Plein

DUMPS = sorted(Path(__file__).with_name("older").glob("*.sql"))
C = "housing"


@pytest.fixture(params=DUMPS, ids=[path.stem for path in DUMPS])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Plein]:
    """plein on a copy of a database that the plein of that revision wrote, brought up to date."""
    path = tmp_path / "plein.db"
    with sqlite3.connect(path) as database:
        database.executescript(request.param.read_text(encoding="utf-8"))
    database.close()
    with Plein(path, clock=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)) as plein:
        plein.upgrade()
        yield plein


def test_everything_is_there_and_the_record_still_holds(older: Plein) -> None:
    """Seals, chain and merges are recomputed from the rows as they are now."""
    anna = older.acting_as("anna")

    assert anna.verify().damage == ()
    assert anna.cycle(C).show().phase == "review"
    assert [one.status for one in anna.cycle(C).suggestions.list()] == [
        "decided",
        "decided",
        "withdrawn",
        "decided",
        "decided",
        "withdrawn",
        "open",
        "open",
    ]
    assert [(one.suggestion, one.outcome) for one in anna.cycle(C).decisions.list()] == [
        (1, "adopted"),
        (2, "adapted"),
        (4, "adopted"),
        (5, "adopted"),
    ]
    assert "houses. We start now. And on the quay." in anna.cycle(C).draft.show().text


def test_what_was_erased_is_still_erased(older: Plein) -> None:
    """It was told by an empty salt once, and has a column now."""
    anna = older.acting_as("anna")

    assert [one.id for one in anna.cycle(C).inventory.list() if one.erased] == [3]  # what was said under a pseudonym went with the person
    assert [(one.id, one.erased) for one in anna.cycle(C).suggestions.list() if one.erased] == [(6, True)]


def test_the_cycle_goes_on_to_its_end(older: Plein) -> None:
    """Staff upgrade in the middle of a cycle, and nobody else notices."""
    anna, bea, kim = (older.acting_as(person) for person in ("anna", "bea", "kim"))
    text = kim.cycle(C).draft.under_review().text
    first, second = (
        kim.cycle(C).suggestions.add(text.replace("start now.", f"start now. {more}"), replace=False).suggestions[0].id
        for more in ("Soon.", "At last.")
    )
    anna.cycle(C).move("drafting", because="We have what we need.")
    bea.cycle(C).decisions.set([second, first], "adopted", together=True)
    bea.cycle(C).decisions.set([7, 8], "noted", because="Read.")
    anna.cycle(C).decisions.publish()
    assert "At last. Soon." in bea.cycle(C).draft.merge().text
    anna.cycle(C).move("review")
    anna.cycle(C).move("final")

    assert anna.verify().damage == ()
    assert older.acting_as(None).cycle(C).show().phase == "final"


def test_what_stood_with_closed_words_is_closed_with_them(tmp_path: Path) -> None:
    """Before 0006 nothing said so. What answered open words was public, and is still: the record has told it to everybody."""
    path = tmp_path / "plein.db"
    with sqlite3.connect(path) as database:
        database.executescript(next(dump for dump in DUMPS if dump.stem == "0005").read_text(encoding="utf-8"))
    database.close()
    with Plein(path, clock=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)) as plein:
        plein.upgrade()
        bea, nobody = plein.acting_as("bea"), plein.acting_as(None)
        assert (bea.cycle("panel").inventory.show(1).links, nobody.cycle("panel").inventory.show(1).links) == ((2,), ())
        assert [one.because for one in bea.cycle("panel").inventory.show(2).nudges] == ["Stay with the question."]
        assert [one.because for one in nobody.cycle("panel").inventory.show(1).nudges] == ["And the others?"]
        bea.cycle("panel").inventory.nudge(2, "Stay inside.")
        plein.acting_as("anna").cycle("panel").topics.close("quays")
        assert bea.verify().damage == ()
    with sqlite3.connect(path) as database:
        held = {table: database.execute(f"SELECT closed FROM plein_{table} ORDER BY id").fetchall() for table in ("nudge", "link")}
    database.close()
    assert held == {"nudge": [(0,), (0,), (1,), (1,)], "link": [(0,), (1,)]}
