"""The record played back, of the circle: who was invited, answered, left and hosts, and what was remarked inside. Called by replay alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from plein.engine.rows.written import said

if TYPE_CHECKING:
    from plein.engine.record.replay import Body, Expected


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


def _moment(written: str | None) -> str | None:
    return None if written is None else datetime.fromisoformat(written).astimezone(UTC).isoformat()


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


def _comment(expected: Expected, body: Body) -> None:
    kept = ("version", "paragraph", "suggestion", "reply_to", "seal")
    expected.comments[body["comment"]] = {"author": body["by"]} | {key: body[key] for key in kept}


CIRCLE: Mapping[str, Callable[[Expected, Body], None]] = {
    "invite": _invite,
    "invite-board": _invite_board,
    "accepted": _answer,
    "declined": _answer,
    "remove-member": _remove,
    "appoint-host": _appoint_host,
    "end-host": _end_host,
    "comment": _comment,
}
