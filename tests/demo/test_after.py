"""What the demo shows of time: rounds told as a story, a focus group, promises that are remembered, and somebody who leaves."""

from __future__ import annotations

import json

import pytest

from plein.demo import story
from plein.demo.player import read
from plein.demo.story.ending import AFTERWARDS, NEXT
from plein.errors import NotFound
from tests.demo.conftest import Played
from tests.demo.steps import step, steps

FOCUS = AFTERWARDS.cycle
(LEAVER,) = step("person erase").by


def test_both_rounds_are_told_with_their_numbers(played: Played) -> None:
    """What was asked, what came, what was answered, what changed."""
    reviews = [one for one in played.seat(None).cycle(story.SLUG).story() if one.step.phase == "review"]
    assert [bool(one.step.ask) for one in reviews] == [True, True]
    assert all(one.came and one.came["newcomers"] and one.came["outside"] and one.came["inside"] for one in reviews)
    assert [sum(one.answered.values()) for one in reviews] == [19, 5]
    assert reviews[0].changed is None
    assert (reviews[1].changed or 0) > 5


def test_promises_are_kept_in_memory_by_the_next_cycle(played: Played) -> None:
    """What was said for later is there later, with who sat in the group."""
    memory = played.seat(None).cycle(NEXT).memory()
    (earlier,) = memory.earlier
    assert (earlier.slug, {one.person for one in earlier.group}) == (story.SLUG, {"anna", "els", "bea", "mirjam", "sjoerd"})
    assert [promise.text for promise in earlier.promises] == [promised.words[0] for promised in steps("cycle promise")]


def test_the_next_cycle_takes_over_hosts_topics_and_words(played: Played) -> None:
    """A series does not begin from nothing; its topics wait for a host to open them."""
    next_one = played.seat(None).cycle(NEXT).show()
    assert (next_one.after, next_one.hosts, next_one.phase) == (story.SLUG, ("anna", "els"), "preparation")
    topics = {topic.name: topic.opened for topic in played.seat("anna").cycle(NEXT).topics.list()[1:]}
    assert topics == dict.fromkeys(("bouwen", "doorwonen", "warm-huis"))
    assert "beurs" in [one.word for one in played.seat(None).cycle(NEXT).words.list()]


def test_the_focus_group_ends_in_a_report(played: Played) -> None:
    """A conversation without a document leaves something to read; what was said inside stays there."""
    seat = played.seat(None)
    cycle, report = seat.cycle(FOCUS).show(), seat.cycle(FOCUS).report.show()
    assert (cycle.definition, cycle.phase) == ("focus-group", "final")
    assert (report.author, report.composed, report.text) == ("amira", False, read("report.md"))
    inside = steps("inventory add", FOCUS)[-1].words[0]
    assert inside not in [one.text for one in seat.cycle(FOCUS).inventory.list()]
    assert inside in [one.text for one in played.seat("anna").cycle(FOCUS).inventory.list()]
    (looks,) = [moved.at for moved in steps("cycle move", FOCUS) if moved.words == ("invitation",)]
    suspects = [one.person for one in played.seat("anna", looks).people.list() if one.usual_suspect]
    assert suspects == ["willemijn"]
    assert "      usual suspects by now: bea, who sat in the group before" in played.lines


def test_who_leaves_takes_along_what_is_theirs(played: Played) -> None:
    """The file holds the text that plein no longer has."""
    mine = json.loads((played.folder / f"{LEAVER}.json").read_text(encoding="utf-8"))
    (text,) = [one["text"] for share in mine["cycles"] for one in share["contributions"]]
    assert "scheiding" in text
    assert mine["person"]["name"] == "Rosa Medina"


def test_who_leaves_is_gone_and_the_record_still_holds(played: Played) -> None:
    """No name, no text, no contact, in no file of the database and on no page; a tombstone stays, and verify finds no damage."""
    with pytest.raises(NotFound):
        played.seat("anna").people.show(LEAVER)
    (tombstone,) = [one for one in played.seat("anna").cycle(story.SLUG).inventory.list() if one.erased]
    assert tombstone.text is None
    assert played.seat(None).verify().damage == ()
    kept = [played.folder / "plein.db", *(played.folder / "pages").iterdir()]
    for words in (b"Rosa Medina", b"rosa@overwaard", b"Na mijn scheiding"):
        assert [file.name for file in kept if words in file.read_bytes()] == []
