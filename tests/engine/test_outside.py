"""Outside talk: taken in with where it comes from, all of it or nothing, and never twice."""

from __future__ import annotations

import pytest

from plein import Outside, Plein
from plein.errors import BadRows
from tests.cycles import Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import rows

C = "housing"
LETTER = Outside(
    "Er staat een heel blok leeg.", "de-krant", kind="experience", said="2026-02-14", source="Krant", link="https://example.org/blok"
)


def test_outside_talk_keeps_where_it_comes_from(housing: Housing) -> None:
    """Somebody must be able to go and look."""
    housing.inventory().anna.cycle(C).inventory.import_([LETTER])

    one = housing.outsider.cycle(C).inventory.show(2)

    assert (one.author, one.kind, one.said, one.source, one.link) == (
        "de-krant", "experience", "2026-02-14", "Krant", "https://example.org/blok",
    )  # fmt: skip
    assert housing.outsider.verify().damage == ()


def test_the_same_again_adds_nothing_and_a_little_more_adds_that(housing: Housing) -> None:
    """Nobody remembers whether the letters of Monday are in already; one text from two sources is two."""
    anna = housing.inventory().anna
    assert len(anna.cycle(C).inventory.import_([LETTER, LETTER])) == 1
    before = rows(housing.plein)

    assert anna.cycle(C).inventory.import_([LETTER]) == ()
    assert rows(housing.plein) == before
    more = [LETTER, Outside(LETTER.text, LETTER.author, source="Radio")]
    assert [one.id for one in anna.cycle(C).inventory.import_(more)] == [3]


MISTAKES = [
    (Outside("", "joe"), "text: empty"),
    (Outside("x" * 20_001, "joe"), "text: The contribution has 20,001 characters; at most 20,000 are taken. Shorten it"),
    (Outside("a\0b", "joe"), "text: the text holds a control character"),
    (Outside("Trees.", " "), "author: empty"),
    (Outside("Trees.", "x" * 201), "author: The person's id has 201 characters"),
    (Outside("Trees.", "~owl"), "author: “~owl” is nobody's id"),
    (Outside("Trees.", "joe", kind="rant"), "kind: “rant” is no kind of contribution"),
    (Outside("Trees.", "joe", said="last summer"), "date: “last summer” is no date; write it like 2026-11-27"),
    (Outside("Trees.", "joe", said="2026-02-30"), "date: “2026-02-30” is no date"),
    (Outside("Trees.", "joe", said="2026-11-24"), "date: “2026-11-24” is still to come, and this was said before"),
    (Outside("Trees.", "joe", said="2026-11-23T12:00:01Z"), "date: “2026-11-23T12:00:01Z” is still to come"),
    (Outside("Trees.", "joe", said="2026-11-23T13:00:01"), "date: “2026-11-23T13:00:01” is still to come"),
    (Outside("Trees.", "joe", said="20261124"), "date: “20261124” is still to come"),
    (Outside("Trees.", "joe", link="javascript:alert(1)"), "link: “javascript:alert(1)” is no http or https address"),
    (Outside("Trees.", "joe", topic="ferry"), "topic: “ferry” is no open topic: choose bridge"),
    (Outside("Trees.", "joe", topic="quays"), "topic: “quays” is no open topic: choose bridge"),
]


@pytest.mark.parametrize(("item", "words"), MISTAKES, ids=[words.split(":")[0] + str(n) for n, (_, words) in enumerate(MISTAKES)])
def test_what_cannot_be_used_is_named_by_place_and_column(shared_at: Stage, item: Outside, words: str) -> None:
    """And nothing of the rest is taken in."""
    scene = shared_at("topics")
    before = rows(scene.plein)

    with pytest.raises(BadRows) as refusal:
        scene.anna.cycle(C).inventory.import_([LETTER, item])

    assert len(refusal.value.mistakes) == 1
    assert refusal.value.mistakes[0].startswith("item 2:")
    assert words in refusal.value.mistakes[0]
    assert rows(scene.plein) == before


def test_all_mistakes_are_told_at_once(at: Stage) -> None:
    """Whoever mends a file of a thousand rows wants the whole list, by their own numbers."""
    scene = at("topics")
    items = [Outside("", " ", "rant", topic="ferry", said="soon", link="ftp", place=f"talk.csv:{row}") for row in (2, 7)]

    with pytest.raises(BadRows) as refusal:
        scene.anna.cycle(C).inventory.import_(items)

    columns = ("text", "author", "kind", "topic", "date", "link")
    assert [one.split(": ")[0] for one in refusal.value.mistakes] == [f"talk.csv:{row}:{column}" for row in (2, 7) for column in columns]


def test_outside_talk_goes_under_open_topics(at: Stage) -> None:
    """``question`` and nothing are the same: what is said about the question itself."""
    scene = at("topics")
    items = [Outside("One.", "joe", topic="bridge"), Outside("Two.", "joe", topic="question"), Outside("Three.", "joe")]

    assert [one.topic for one in scene.anna.cycle(C).inventory.import_(items)] == ["bridge", None, None]
    assert scene.outsider.verify().damage == ()


def test_a_year_of_a_forum_is_one_file(housing: Housing) -> None:
    """What ten thousand rows cost, the bench measures."""
    anna = housing.inventory().anna
    items = [Outside(f"Remark {number}.", f"person-{number % 1200}") for number in range(2_000)]

    assert len(anna.cycle(C).inventory.import_(items)) == 2_000
    assert anna.cycle(C).inventory.import_(items) == ()

    assert anna.cycle(C).status().topics[0].contributions == 2_001


@pytest.mark.parametrize("when", ["2026-11-23", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00", "2026-11-23T13:00:00+01:00", "1998-05-01"])
def test_what_was_said_today_and_before_this_moment_was_said(at: Stage, when: str) -> None:
    """It is noon in Greenwich, and one o'clock where the cycle is."""
    scene = at("inventory")

    assert scene.anna.cycle(C).inventory.import_([Outside("Trees.", "joe", said=when)])[0].said == when


def test_today_is_today_where_the_cycle_is(plein: Plein) -> None:
    """In Auckland the morning paper of tomorrow is out by noon here."""
    anna = plein.acting_as("anna")
    anna.cycles.new("quays", title="Quays", question="Which?", timezone="Pacific/Auckland")
    anna.cycle("quays").move("inventory")

    assert anna.cycle("quays").inventory.import_([Outside("Trees.", "joe", said="2026-11-24")])[0].said == "2026-11-24"
