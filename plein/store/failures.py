"""What a database says when something is wrong with it, in plein's words. Opening one is ``database``'s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InternalError, OperationalError

from plein.errors import Damaged, NotADatabase, PleinError, Refused, Unwritable
from plein.sentences import Sentence, sentence, typed

_NOT_THERE = re.compile(
    r"no such (?:table|column): |has no column named|(?:relation|column) .+ does not exist"  # it is gone
    r"|duplicate column name|(?:relation|column) .+ already exists|table .+ already exists"  # what is to be made is there
)
"""What SQLite and PostgreSQL say where a table, or part of one, is not what the state of the tables says it is."""


def newer(name: str) -> Sentence:
    """Of tables that this plein does not know."""
    command = "pip install -U plein"
    return sentence("{name} was made by a newer plein than this one; install that one: {command}", name=name, command=command)


def no_database(name: object) -> NotADatabase:
    """Of a file that is something else."""
    return NotADatabase(
        sentence(
            "{name} is not a database; name plein's own file with {option}, or make one: {command}",
            name=name,
            option=typed("--db", "Plein('plein.db')"),
            command="plein init",
        )
    )


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Turn what a driver says into a sentence of plein's. What plein or the host raises goes through untouched."""
    try:
        yield
    except DBAPIError as failure:
        error = _in_words(name, failure)
        if error is None:
            raise
        raise error from failure


def _in_words(name: str, failure: DBAPIError) -> PleinError | None:
    """What the driver says of the database as a whole, in words; None for what it says of a statement, which is somebody's mistake."""
    said = str(failure.orig).lower()
    if "file is not a database" in said:
        return no_database(name)
    if "database disk image is malformed" in said:
        command = f"sqlite3 {name} .recover"
        return Damaged(sentence("{name} is damaged. Put back a copy, or save what is left: {command}", name=name, command=command))
    if _NOT_THERE.search(said) and "plein_" in f"{said} {failure.statement}":
        return Damaged(
            sentence(
                "{name} is damaged: its tables are not what they say they are ({what}). Put back a copy from before.",
                name=name,
                what=str(failure.orig).splitlines()[0],
            )
        )
    if not isinstance(failure, OperationalError | InternalError):
        return None
    if "readonly database" in said or "read-only transaction" in said:
        return Unwritable(sentence("{name} is read-only; nothing was written. Make it writable, or work on a copy.", name=name))
    if any(phrase in said for phrase in ("is locked", "could not serialize access", "deadlock detected")):
        return Refused(sentence("Somebody else is writing in {name}; nothing was written. Try again.", name=name))
    if "unable to open database file" in said:
        return NotADatabase(sentence("{name} cannot be opened; check that the folder exists and that you may write in it.", name=name))
    if "database or disk is full" in said or "no space left" in said:
        return Unwritable(sentence("There is no room left to write in {name}; nothing was written.", name=name))
    if failure.connection_invalidated or "connection" in said:
        answer = str(failure.orig).splitlines()[0]
        return NotADatabase(sentence("No answer from the database at {name}: {answer}", name=name, answer=answer))
    return None
