"""Tables that are not what they say they are, on the command line: told in a line, with the exit code of damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused, tamper
from tests.store.test_older_whole import lacking, leave


@lacking
def test_an_upgrade_of_tables_that_are_something_else_says_so(call: Cli, database: Path, state: str, statement: str) -> None:
    """It was called up to date, or a mistake in plein."""
    leave(database, state, statement)
    refused(call("db", "upgrade"), 5, "Put back a copy")


MISSING = (
    ("plein_suggestion", "replaced_by", ("suggestion", "add", "housing", "--quote", "homes", "--replace", "houses")),
    ("plein_suggestion", "replaced_by", ("suggestion", "list", "housing")),
    ("plein_submission", "edited_from", ("suggestion", "add", "housing", "--quote", "homes", "--replace", "houses")),
    ("plein_member", "board", ("group", "invite", "housing", "joe", "--role", "adviser", "--because", "Counts trees.")),
    ("plein_cycle", "title", ("status", "housing")),
)


@pytest.mark.parametrize(("table", "column", "words"), MISSING)
def test_a_column_that_is_gone_is_told_by_whoever_meets_it(call: Cli, at: At, table: str, column: str, words: tuple[str, ...]) -> None:
    """Reading or writing: it is the database that is damaged, and no mistake in plein."""
    tamper(at("review"), f"ALTER TABLE {table} DROP COLUMN {column}")
    refused(call(*words), 5, "not what they say they are", column)
