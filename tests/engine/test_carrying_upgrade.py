"""A database from before decisions had places is brought up to date with everything in it, and its record still holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from plein import Plein
from plein.store.schema import VERSION_TABLE
from tests.conftest import NOON
from tests.cycles import TEXT, Housing

_YOUNGER_TABLES = ("look", "meetings", "undone", "board_person", "board", "comment", "link", "promise", "report", "topic")
_YOUNGER_COLUMNS = {
    "aside": ("note",),
    "cycle": ("after", "avoid", "stirred", "stirred_inside", "newest", "newest_open"),
    "contribution": ("erased", "changed", "withdrawn", "entered_by", "entered_because", "received", "late"),
    "decision": ("at_quote", "at_version", "rank", "parts"),
    "member": ("expires", "board", "erased"),
    "nudge": ("erased", "closed", "hidden_because"),
    "person": ("name", "contact", "relation", "language", "usual_since", "behind", "erased"),
    "step": ("came",),
    "submission": ("edited_from",),
    "support": ("closed",),
    "suggestion": ("contribution", "erased", "edited_from", "replaced_by", "entered_by", "entered_because", "received", "late"),
    "version": ("contributions", "corrects", "because"),
}
_TOLD = {"step": "came", "member": "expires"}


def test_decisions_of_older_tables_survive_the_upgrade(tmp_path: Path) -> None:
    """Staff upgrade in the middle of a cycle; what was decided stays decided, merged and sealed."""
    path = tmp_path / "plein.db"
    with Plein(path, clock=lambda: NOON) as plein:
        plein.upgrade()
        scene = Housing(plein).review()
        one, two = (scene.suggest("piet", quote=quote, replace=new).id for quote, new in (("homes", "houses"), ("trees", "old trees")))
        scene.adopt(one)
        scene.bea.cycle("housing").draft.merge()
        scene.reject(two)
    with sqlite3.connect(path) as database:  # back to the tables of revision 0001
        told = {table: database.execute(f"SELECT {column}, id FROM plein_{table}").fetchall() for table, column in _TOLD.items()}
        for table in _YOUNGER_TABLES:
            database.execute(f"DROP TABLE plein_{table}")
        for table, columns in _YOUNGER_COLUMNS.items():
            for column in columns:
                database.execute(f"ALTER TABLE plein_{table} DROP COLUMN {column}")
        database.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0001'")
    database.close()

    with Plein(path, clock=lambda: NOON) as plein:
        plein.upgrade()
        with sqlite3.connect(path) as database:  # what the record of this younger plein tells of, and that of an older one would not
            for table, rows in told.items():
                database.executemany(f"UPDATE plein_{table} SET {_TOLD[table]} = ? WHERE id = ?", rows)
        database.close()
        bea, anna = plein.acting_as("bea"), plein.acting_as("anna")
        assert [(done.suggestion, done.outcome, done.place) for done in bea.cycle("housing").decisions.list()] == [
            (one, "adopted", None),
            (two, "rejected", None),
        ]
        assert bea.verify().damage == ()
        bea.cycle("housing").decisions.set([two], "adopted", at="trees in")
        anna.cycle("housing").move("drafting")
        bea.cycle("housing").draft.merge()
        assert bea.cycle("housing").draft.show().text == TEXT.replace("homes", "houses").replace("trees in", "old trees")
        assert bea.verify().damage == ()
