"""The circle: what the record says of the places in it, what the table holds, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from plein.engine.desk import Sight
from plein.engine.group.answers import token_seal
from plein.engine.record.expected import UNTOLD, Body, Expected, Keys, Row, Told, differ, resealed, written
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import said
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import MemberRow

_NOTHING_MORE = {"erased": False} | dict.fromkeys(("contribution", "topic", "until", "expires", "board", "removed_because", "token"))
"""What is empty in a place unless its entries say otherwise."""


def _new(expected: Expected, body: Body) -> None:
    """Whoever begins a cycle hosts it, with the hosts of the one before it."""
    for host in ({"member": 1, "person": body["by"], "seal": body["seal"]}, *body.get("hosts", ())):
        expected.members[host["member"]] = _host(body, host)


def _host(body: Body, host: Body) -> Row:
    """The place of a host, which is taken at once."""
    made = {"person": host["person"], "role": "host", "status": "accepted", "seal": host["seal"], "at": body["at"]}
    return _NOTHING_MORE | made


def _invite(expected: Expected, body: Body) -> None:
    expected.members[body["member"]] = _place(body, body["person"], body["seal"], body.get("token_seal", UNTOLD))


def _invite_board(expected: Expected, body: Body) -> None:
    tokens = body.get("token_seals", [UNTOLD] * len(body["members"]))
    for number, person, seal, token in zip(body["members"], body["persons"], body["seals"], tokens, strict=True):
        expected.members[number] = _place(body, person, seal, token)


def _place(body: Body, person: str, seal: str, token: object) -> Row:
    """A place that somebody is invited to. Entries of earlier times say less, and have topics and moments as they were typed."""
    return _NOTHING_MORE | {
        "person": person,
        "role": body["role"],
        "status": "invited",
        "seal": seal,
        "contribution": body.get("contribution"),
        "topic": said(body.get("topic")),
        "until": _moment(body.get("until")),
        "expires": _moment(body.get("expires")),
        "board": body.get("board"),
        "token": token,
        "at": body["at"],
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
    expected.members[body["member"]] = _host(body, body)


def _end_host(expected: Expected, body: Body) -> None:
    expected.members[body["member"]] |= {"status": "removed", "removed_because": body["because"]}


def _erase(expected: Expected, body: Body) -> None:
    resealed(expected.members, body.get("members", ()), token=None)
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
            "person": keys.get(row.person_id),
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
            "token": token_seal(row),
            "at": written(row.at),
        }
        if differ(expected.members.get(row.number), held):
            yield sentence("place {number} in the circle is damaged: it does not follow from the record", number=row.number)
    yield from expected.missing(MemberRow, expected.members, (row.number for row in rows))
