"""What an entry of the record tells, from its row. What follows from it is in the room of the record."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from plein.engine.rows.held import damaged
from plein.sentences import Sentence, sentence
from plein.store.tables.record import EntryRow


def body_of(row: EntryRow) -> dict[str, Any] | None:
    """What an entry tells; None where it does not say who did what, and when, so that plein did not write it."""
    try:
        body: Any = json.loads(row.body)
        datetime.fromisoformat(body["at"])
        whole = all(isinstance(body[key], str) for key in ("act", "by")) and isinstance(body["closed"], bool)
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    return dict(body) if whole else None


def told_in(row: EntryRow, cycle: str) -> dict[str, Any]:
    """What an entry of a cycle tells to whoever reads it.

    Raises:
        Damaged: plein did not write it.
    """
    body = body_of(row)
    if body is None:
        raise damaged(cycle, impossible(row.number))
    return body


def impossible(number: int) -> Sentence:
    """Of an entry that tells what cannot have happened."""
    return sentence("entry {number} tells what cannot have happened; it was not written by plein", number=number)
