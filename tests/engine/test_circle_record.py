"""The record of the circle: places, hosts, boards and comments are held against it, and records of earlier times still play back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import DateTime, bindparam, text

from plein.engine.record.check import replay
from plein.errors import Damaged, Refused
from plein.store import record
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, tamper
from tests.engines import engine_of

C = "housing"


@pytest.fixture
def told(at: Stage) -> Scene:
    """Everything the circle can have in its record, once.

    1 anna and 2 hugo host, hugo no more; 3 bea writes; 4 adam advises; 5 dora is invited; 6 joe was, and is no more; 7 una and 8 vic came with
    a board. Comment 1 is on a paragraph, 2 answers it, 3 is on a suggestion.
    """
    scene = at("processing")
    made = scene.anna.cycle(C).group.invite("joe", role="adviser", because="Counts trees.", for_=1, topic="Trees", until="2026-12-24")
    scene.anna.cycle(C).group.remove(made.person, "The circle is full.")
    scene.anna.cycle(C).group.board("harbour", because="They work there.", topic="The harbour", until="2026-12-01", expires="2026-11-27")
    scene.anna.cycle(C).group.host("hugo", "A year is enough.", end=True)
    scene.bea.cycle(C).comments.add("Who pays?", paragraph=2)
    scene.seat("adam").cycle(C).comments.add("The town.", reply_to=1)
    scene.bea.cycle(C).comments.add("He has a point.", suggestion=1)
    assert scene.outsider.verify().damage == ()
    return scene


# what was done · how · what verify says
TAMPERED: tuple[tuple[str, str, str], ...] = (
    ("who was invited", "UPDATE plein_member SET person_id = 1 WHERE number = 6", "place 6 in the circle"),
    ("what the invitation cites", "UPDATE plein_member SET contribution = 2 WHERE number = 6", "place 6 in the circle"),
    ("that it cites nothing", "UPDATE plein_member SET contribution = NULL WHERE number = 6", "place 6 in the circle"),
    ("the topic", "UPDATE plein_member SET topic = 'Bushes' WHERE number = 6", "place 6 in the circle"),
    ("a place made longer", "UPDATE plein_member SET until = '2027-12-01 00:00:00+00:00' WHERE number = 7", "place 7 in the circle"),
    ("a place for ever", "UPDATE plein_member SET until = NULL WHERE number = 7", "place 7 in the circle"),
    ("an end put in", "UPDATE plein_member SET until = '2026-11-24 00:00:00+00:00' WHERE number = 3", "place 3 in the circle"),
    ("an invitation made longer", "UPDATE plein_member SET expires = '2027-12-01 00:00:00+00:00' WHERE number = 8", "place 8 in the circle"),
    ("an invitation for ever", "UPDATE plein_member SET expires = NULL WHERE number = 5", "place 5 in the circle"),
    ("the board", "UPDATE plein_member SET board = 'elders' WHERE number = 7", "place 7 in the circle"),
    ("withdrawn made removed", "UPDATE plein_member SET status = 'removed' WHERE number = 6", "place 6 in the circle"),
    ("withdrawn made invited", "UPDATE plein_member SET status = 'invited' WHERE number = 6", "place 6 in the circle"),
    ("why it was taken back", "UPDATE plein_member SET removed_because = 'We love her.' WHERE number = 6", "place 6 in the circle"),
    ("a host back in place", "UPDATE plein_member SET status = 'accepted' WHERE number = 2", "place 2 in the circle"),
    ("why a host went", "UPDATE plein_member SET removed_because = NULL WHERE number = 2", "place 2 in the circle"),
    ("a drafter made host", "UPDATE plein_member SET role = 'host' WHERE number = 3", "place 3 in the circle"),
    ("why a board was asked", "UPDATE plein_member SET because = 'Friends.' WHERE number = 8", "place 8 in the circle"),
    ("a place taken out", "DELETE FROM plein_member WHERE number = 8", "place 8 is missing"),
    ("the text of a comment", "UPDATE plein_comment SET text = 'I pay.' WHERE number = 1", "comment 1 is damaged: it is not what was written"),
    ("the salt of a comment", "UPDATE plein_comment SET salt = 'pepper' WHERE number = 1", "comment 1 is damaged: it is not what was written"),
    ("whose comment it is", "UPDATE plein_comment SET author_id = 1 WHERE number = 2", "comment 2 is damaged: it is not of the person"),
    ("the version of a comment", "UPDATE plein_comment SET version = 2 WHERE number = 1", "comment 1 is damaged: it does not stand where"),
    ("the paragraph of a comment", "UPDATE plein_comment SET paragraph = 3 WHERE number = 1", "comment 1 is damaged: it does not stand where"),
    ("the suggestion of a comment", "UPDATE plein_comment SET suggestion = 2 WHERE number = 3", "comment 3 is damaged: it does not stand where"),
    ("what a comment answers", "UPDATE plein_comment SET reply_to = NULL WHERE number = 2", "comment 2 is damaged: it does not stand where"),
    ("a comment taken out", "DELETE FROM plein_comment WHERE number = 2", "comment 2 is missing"),
    ("a comment put in", "INSERT INTO plein_comment (cycle_id, number, author_id, text, salt, at) SELECT cycle_id, 9, author_id, 'Ha.', 's', at "
     "FROM plein_comment WHERE number = 1", "comment 9 is damaged"),
)  # fmt: skip


@pytest.mark.parametrize(("statement", "says"), [pytest.param(*case[1:], id=case[0]) for case in TAMPERED])
def test_what_was_changed_in_the_circle_is_named(told: Scene, statement: str, says: str) -> None:
    """Who sits in it and what was said there is as sure as what was said in the open."""
    assert tamper(told.plein, statement.replace(":00", r"\:00")) == 1

    assert told.outsider.cycle(C).verify().damage[0].startswith(f"housing: {says}")


def forge(scene: Scene, change: Any) -> None:
    """Write every entry anew as *change* wants it, the chain with it: what only plein itself should do."""
    with engine_of(scene.plein).begin() as connection:
        previous, newest_open = record.START, None
        for key, body, nonce in connection.execute(text("SELECT id, body, nonce FROM plein_entry ORDER BY number")).all():
            forged = record.body(change(json.loads(body)))
            digest = record.chain(previous, record.inner_digest(nonce, forged))
            connection.execute(
                text("UPDATE plein_entry SET body = :b, previous = :p, digest = :d WHERE id = :i"),
                {"b": forged, "p": previous, "d": digest, "i": key},
            )
            previous = digest
            newest = datetime.fromisoformat(json.loads(forged)["at"])
            newest_open = newest_open if json.loads(forged)["closed"] else newest
        moving = text("UPDATE plein_cycle SET head = :h, stirred = :h, stirred_inside = :h, newest = :n, newest_open = :o")
        moments = (bindparam(key, value, type_=DateTime(timezone=True)) for key, value in (("n", newest), ("o", newest_open)))
        connection.execute(moving.bindparams(*moments), {"h": previous})


def as_before(body: dict[str, Any]) -> dict[str, Any]:
    """An entry as plein wrote it before invitations expired and were withdrawn, with topic and moment as they were typed."""
    if body["act"] == "invite":
        typed = {"topic": f" {body['topic']} " if body["topic"] else None}
        until = {"until": body["until"] and "2026-12-25T07:59:59+09:00"}
        return {key: value for key, value in body.items() if key not in ("expires", "board")} | typed | until
    return {key: value for key, value in body.items() if key != "withdrawn"}


def test_a_record_of_earlier_times_still_checks(at: Stage) -> None:
    """In it, whoever was taken out was removed, and an invitation held for ever; people upgrade in the middle of a cycle."""
    scene = at("drafting")
    made = scene.anna.cycle(C).group.invite("joe", role="adviser", because="Counts trees.", topic="Trees", until="2026-12-24")
    scene.anna.cycle(C).group.remove("joe", "The circle is full.")
    scene.anna.cycle(C).group.remove("adam", "He moved away.")
    forge(scene, as_before)
    assert any("place 6" in one for one in scene.outsider.verify().damage)
    tamper(scene.plein, "UPDATE plein_member SET expires = NULL")
    tamper(scene.plein, "UPDATE plein_member SET status = 'removed' WHERE status = 'withdrawn'")

    assert scene.outsider.verify().damage == ()
    assert {one.person: one.status for one in scene.outsider.cycle(C).group.list()} == {
        "anna": "accepted", "hugo": "accepted", "bea": "accepted", "adam": "removed", "dora": "invited", "joe": "removed",
    }  # fmt: skip
    with pytest.raises(Refused, match="was ended"):
        scene.seat("joe").invitations.accept(made.token)
    scene.seat("dora").invitations.accept(scene.tokens["dora"])
    scene.anna.cycle(C).group.remove("dora", "She moved, too.")
    assert scene.outsider.verify().damage == ()


IMPOSSIBLE: tuple[dict[str, Any], ...] = (
    {"act": "end-host", "member": 9, "because": "Enough."},
    {"act": "remove-member", "members": [9], "because": "Enough."},
    {"act": "accepted", "member": 9},
    {"act": "invite-board", "members": [2, 3], "persons": ["a"], "seals": ["b", "c"], "role": "adviser"},
    {"act": "invite", "member": 2, "person": "a", "role": "adviser", "seal": "s", "until": "someday"},
    {"act": "comment", "comment": 1, "by": "a"},
)


@pytest.mark.parametrize("body", IMPOSSIBLE, ids=[body["act"] for body in IMPOSSIBLE])
def test_an_entry_that_tells_what_cannot_be_is_damage(body: dict[str, Any]) -> None:
    """A forged chain must not bring the check down."""
    with pytest.raises(Damaged, match="entry 1 tells what cannot have happened"):
        replay([body])
