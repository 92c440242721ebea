"""The circle: what the record says of the places in it, what the table holds, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from plein.engine.desk import Sight
from plein.engine.record.expected import Body, Expected, Keys, Told, missing, resealed, written
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import said
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import MemberRow

_NOTHING_MORE = {"erased": False} | dict.fromkeys(("contribution", "topic", "until", "expires", "board", "removed_because"))
"""What is empty in a place unless its entries say otherwise."""


def _new(expected: Expected, body: Body) -> None:
    """Whoever begins a cycle hosts it, with the hosts of the one before it."""
    expected.members[1] = {"person": body["by"], "role": "host", "status": "accepted", "seal": body["seal"]}
    for host in body.get("hosts", ()):
        expected.members[host["member"]] = {"person": host["person"], "role": "host", "status": "accepted", "seal": host["seal"]}


def _invite(expected: Expected, body: Body) -> None:
    expected.members[body["member"]] = _place(body, body["person"], body["role"], "invited", body["seal"])


def _invite_board(expected: Expected, body: Body) -> None:
    for number, person, seal in zip(body["members"], body["persons"], body["seals"], strict=True):
        expected.members[number] = _place(body, person, body["role"], "invited", seal)


def _place(body: Body, person: str, role: str, status: str, seal: str) -> dict[str, Any]:
    """A place as its entry has it. Entries of earlier times say less, and have topics and moments as they were typed."""
    return {
        "person": person,
        "role": role,
        "status": status,
        "seal": seal,
        "contribution": body.get("contribution"),
        "topic": said(body.get("topic")),
        "until": _moment(body.get("until")),
        "expires": _moment(body.get("expires")),
        "board": body.get("board"),
    }


def _moment(typed: str | None) -> str | None:
    return None if typed is None else datetime.fromisoformat(typed).astimezone(UTC).isoformat()


def _answer(expected: Expected, body: Body) -> None:
    expected.members[body["member"]]["status"] = body["act"]


def _remove(expected: Expected, body: Body) -> None:
    withdrawn = body.get("withdrawn", ())  # earlier entries made no difference: whoever was taken out was removed
    for number in body["members"]:
        expected.members[number] |= {"status": "withdrawn" if number in withdrawn else "removed", "removed_because": body["because"]}


def _appoint_host(expected: Expected, body: Body) -> None:
    expected.members[body["member"]] = _place(body, body["person"], "host", "accepted", body["seal"])


def _end_host(expected: Expected, body: Body) -> None:
    expected.members[body["member"]] |= {"status": "removed", "removed_because": body["because"]}


def _erase(expected: Expected, body: Body) -> None:
    resealed(expected.members, body.get("members", ()))
    for number, status in body.get("left", ()):
        expected.members[number]["status"] = status


TOLD: Told = {
    "new-cycle": _new,
    "invite": _invite,
    "invite-board": _invite_board,
    "accepted": _answer,
    "declined": _answer,
    "remove-member": _remove,
    "appoint-host": _appoint_host,
    "end-host": _end_host,
    "erase": _erase,
}


def damaged(sight: Sight, expected: Expected, keys: Keys) -> Iterator[Sentence]:
    """What is wrong with the places in the circle."""
    rows = rows_of(sight, MemberRow)
    for row in rows:
        held = {
            "person": keys[row.person_id],
            "role": row.role,
            "status": row.status,
            "seal": record.seal(row.salt, row.because),
            "contribution": row.contribution,
            "topic": row.topic,
            "until": written(row.until),
            "expires": written(row.expires),
            "board": row.board,
            "removed_because": row.removed_because,
            "erased": row.erased,
        }
        if _NOTHING_MORE | expected.members.get(row.number, {}) != held:
            yield sentence("place {number} in the circle is damaged: it does not follow from the record", number=row.number)
    yield from missing(sentence("place"), expected.members, [row.number for row in rows])
