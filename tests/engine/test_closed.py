"""Closed means closed: what the circle writes does not exist for anybody else, whichever way they look."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any

import pytest

from plein import Seat
from plein.engine.rows.values import as_json
from plein.errors import DraftCollides, NotFound, PleinError
from tests.calls import CALLS, WRITING
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene

SECRETS = {
    "draft": "SECRET-DRAFT",
    "note": "SECRET-NOTE",
    "aside": "SECRET-ASIDE",
    "reason": "SECRET-REASON",
    "adapted": "SECRET-ADAPTED",
    "merge note": "SECRET-MERGENOTE",
    "comment": "SECRET-COMMENT",
}
OUTSIDE = ("nobody", "stranger", "adviser whose time has passed", "removed drafter", "drafter of another cycle", "invited, not answered")
INSIDE = ("adviser", "drafter", "host")


@pytest.fixture
def closed(at: Stage) -> Scene:
    """A cycle with something closed of every sort: version 2 unpublished, a note, an aside, decisions that nobody was told of."""
    scene = at("review")
    for person, role, until in (("late", "adviser", "2026-11-24"), ("gone", "drafter", None)):
        token = scene.anna.cycle("housing").group.invite(person, role=role, because="Knows the list.", until=until).token
        scene.seat(person).invitations.accept(token)
    scene.anna.cycle("housing").group.remove("gone", "Moved away.")
    scene.seat("carl").cycles.new("trees", title="Trees", question="Which?", language="en")
    carl = scene.seat("carl")
    carl.cycle("trees").move("inventory")
    carl.cycle("trees").inventory.add("Oaks.")
    carl.cycle("trees").move("invitation")
    scene.seat("otto").invitations.accept(carl.cycle("trees").group.invite("otto", role="drafter", because="Oaks.").token)

    scene.anna.cycle("housing").move("drafting")
    scene.bea.cycle("housing").draft.save(TEXT.replace("is public", f"is public {SECRETS['draft']}"), note=SECRETS["note"])
    with pytest.raises(DraftCollides):
        scene.anna.cycle("housing").draft.save(TEXT.replace("is public", f"is public {SECRETS['aside']}"), base=1)
    scene.bea.cycle("housing").decisions.set([2], "rejected", because=SECRETS["reason"])
    scene.bea.cycle("housing").decisions.set([1], "adapted", because=SECRETS["reason"], text=SECRETS["adapted"])
    scene.bea.cycle("housing").draft.merge(note=SECRETS["merge note"])
    scene.seat("adam").cycle("housing").comments.add(f"Is this ours to say? {SECRETS['comment']}", paragraph=2)
    return scene


def seat_of(scene: Scene, who: str) -> Seat:
    """The seat of one of the people in the table; a week later for the one whose time has passed."""
    people = {
        "nobody": None, "stranger": "stranger", "removed drafter": "gone", "drafter of another cycle": "otto",
        "invited, not answered": "dora", "adviser": "adam", "drafter": "bea", "host": "anna",
    }  # fmt: skip
    if who == "adviser whose time has passed":
        return scene.plein.acting_as("late", at=NOON + timedelta(days=7))
    return scene.plein.acting_as(people[who])


def _missing(read: Callable[[Seat], Any]) -> Callable[[Seat], bool]:
    def check(seat: Seat) -> bool:
        try:
            read(seat)
        except NotFound:
            return False
        return True

    return check


# what is closed · whether this person sees it
WINDOWS: tuple[tuple[str, Callable[[Seat], bool]], ...] = (
    ("an unpublished version", _missing(lambda s: s.cycle("housing").draft.show(2))),
    ("an unpublished merge", _missing(lambda s: s.cycle("housing").draft.show(3))),
    ("the newest version", lambda s: s.cycle("housing").draft.show().number == 3),
    ("the list of versions", lambda s: [one.number for one in s.cycle("housing").draft.list()] == [1, 2, 3]),
    ("the note on a version", lambda s: any(one.note for one in s.cycle("housing").draft.list())),
    ("a text set aside", _missing(lambda s: s.cycle("housing").draft.aside(1))),
    ("the decisions", lambda s: bool(s.cycle("housing").decisions.list())),
    ("the decision on a suggestion", lambda s: s.cycle("housing").suggestions.show(2).decision is not None),
    ("the decisions in the list", lambda s: any(one.decision for one in s.cycle("housing").suggestions.list())),
    ("that it was decided", lambda s: s.cycle("housing").suggestions.show(2).status == "decided"),
    ("what still waits", lambda s: len(s.cycle("housing").suggestions.list(undecided=True)) < 3),
    ("a comment", _missing(lambda s: s.cycle("housing").comments.show(1))),
    ("the comments", lambda s: bool(s.cycle("housing").comments.list())),
    ("the comments on a paragraph", lambda s: bool(s.cycle("housing").comments.list(version=3, paragraph=2))),
    ("the log of the circle", lambda s: all(one.body for one in s.cycle("housing").log())),
    ("who did it", lambda s: all(one.by for one in s.cycle("housing").log())),
    ("when it was done", lambda s: all(one.at for one in s.cycle("housing").log())),
    ("how many versions", lambda s: s.cycle("housing").status().counts["versions"] == 3),
    ("how many decisions", lambda s: s.cycle("housing").status().counts["decisions"] == 2),
    ("what is to be published", lambda s: "unpublished" in s.cycle("housing").status().counts),
)


@pytest.mark.parametrize("who", [*OUTSIDE, *INSIDE])
def test_what_is_closed_is_seen_inside_and_nowhere_else(closed: Scene, who: str) -> None:
    """The circle can think aloud only if nobody overhears it; a place in it that ended is no place."""
    seat = seat_of(closed, who)

    seen = {name: window(seat) for name, window in WINDOWS}

    assert seen == dict.fromkeys(seen, who in INSIDE)


@pytest.mark.parametrize(
    ("read", "closed_number"),
    [
        (lambda s, n: s.cycle("housing").draft.show(n), 2),
        (lambda s, n: s.cycle("housing").draft.aside(n), 1),
        (lambda s, n: s.cycle("housing").comments.show(n), 1),
    ],
    ids=["version", "aside", "comment"],
)
def test_what_is_closed_reads_like_what_is_not(closed: Scene, read: Callable[[Seat, int], Any], closed_number: int) -> None:
    """From the sentence nobody can tell that there is something to find."""
    with pytest.raises(NotFound) as hidden:
        read(closed.outsider, closed_number)
    with pytest.raises(NotFound) as missing:
        read(closed.outsider, 77)

    assert str(hidden.value).replace(str(closed_number), "77") == str(missing.value)


_NO_READING = {"cycles.new", "boards.set", "boards.remove", "people.add", "people.import_", "people.usual", "people.erase"}
"""What changes something outside any one cycle."""


def everything(seat: Seat, slug: str = "housing") -> Iterator[tuple[str, str]]:
    """All that one can read through a seat: every call that changes nothing, with every number there might be, as text."""
    for path, function in CALLS.items():
        if path in WRITING | _NO_READING:
            continue
        call = attrgetter(path.removeprefix("cycle."))(seat.cycle(slug) if path.startswith("cycle.") else seat)
        for given in asked_with(
            path, [one.name for one in inspect.signature(function).parameters.values() if one.kind == one.POSITIONAL_OR_KEYWORD][1:]
        ):
            try:
                found = call(*given)
            except PleinError as refusal:
                yield f"{path}{given}", str(refusal)
            else:
                text = found if isinstance(found, str) else json.dumps(as_json(found), ensure_ascii=False, default=repr)
                yield f"{path}{given}", text


def asked_with(path: str, takes: Sequence[str]) -> list[tuple[Any, ...]]:
    """What a call is asked with."""
    if path == "cycle.may":
        return [(act,) for act in ("decide", "merge", "save-draft", "read-drafts", "publish-decisions")]
    if path == "cycle.may_move":
        return [(phase,) for phase in ("review", "final", "stopped", "nowhere")]
    if path == "cycle.draft.diff":
        return [(1, number) for number in range(1, 5)]
    if path == "boards.show":
        return [("harbour",)]
    if takes[:1] in (["number"], ["version"]):
        return [(number,) for number in range(8)]
    if takes == ["token"]:
        return [("no-token",)]
    return [("piet",), ("anna",), ("bea",)] if takes[:1] == ["person"] else [()]


@pytest.mark.parametrize("who", OUTSIDE)
def test_no_closed_word_is_in_anything_an_outsider_can_read(closed: Scene, who: str) -> None:
    """Not a search for known holes: everything there is to read is read, and searched for what must not be in it."""
    leaks = [(where, name) for where, text in everything(seat_of(closed, who)) for name, word in SECRETS.items() if word in text]

    assert leaks == []


def test_the_search_would_find_what_is_there(closed: Scene) -> None:
    """The test above is worth something: inside, every secret is found."""
    found = {name for _, text in everything(closed.bea) for name, word in SECRETS.items() if word in text}

    assert found == set(SECRETS)
    assert len(list(everything(closed.outsider))) > 50


def test_a_person_who_is_removed_loses_sight_at_once(closed: Scene) -> None:
    """Not at the next login."""
    adam = closed.seat("adam")
    assert adam.cycle("housing").draft.show().number == 3

    closed.anna.cycle("housing").group.remove("adam", "His part is done.")

    assert adam.cycle("housing").draft.show().number == 1


def test_publishing_opens_the_decisions_and_not_the_drafts(closed: Scene) -> None:
    """One door at a time: reasons become public, the text waits for its review. Who took the decision stays the group's affair."""
    closed.bea.cycle("housing").decisions.publish()

    outside = closed.outsider.cycle("housing").decisions.list()
    assert [(one.suggestion, one.outcome, one.because, one.by) for one in outside] == [
        (1, "adapted", SECRETS["reason"], None),
        (2, "rejected", SECRETS["reason"], None),
    ]
    assert closed.outsider.cycle("housing").draft.show().number == 1
    text = "".join(text for _, text in everything(closed.outsider))
    assert not [name for name in ("draft", "note", "aside", "merge note") if SECRETS[name] in text]


def test_undoing_a_published_decision_takes_it_out_of_sight_again(at: Stage) -> None:
    """What the group takes back is not an answer any more; that it was one, and why it is none now, stays for all to read."""
    scene = at("processing")
    scene.bea.cycle("housing").decisions.publish()
    scene.bea.cycle("housing").decisions.undo(2, "We had not asked the gardeners.")

    assert [one.suggestion for one in scene.outsider.cycle("housing").decisions.list()] == [1]
    assert scene.outsider.cycle("housing").suggestions.show(2).status == "open"
    assert [one.why for one in scene.outsider.cycle("housing").suggestions.show(2).undone] == ["We had not asked the gardeners."]
    assert "publish-decisions" in [one.act for one in scene.outsider.cycle("housing").log()]


def test_a_published_version_does_not_tell_which_decisions_were_taken(closed: Scene) -> None:
    """The next version goes before the public; decisions that were not published are still nobody's business."""
    closed.anna.cycle("housing").move("review")

    assert closed.outsider.cycle("housing").draft.show().number == 3
    assert closed.outsider.cycle("housing").draft.show().merged == ()
    closed.bea.cycle("housing").decisions.publish()
    assert closed.outsider.cycle("housing").draft.show().merged == (1,)


def test_nobody_can_tell_from_its_status_that_a_suggestion_was_settled(closed: Scene) -> None:
    """In the next round a suggestion with a closed decision looks like any other that waits."""
    closed.anna.cycle("housing").move("review")
    statuses = {one.id: one.status for one in closed.outsider.cycle("housing").suggestions.list() if one.kind != "tip"}

    assert set(statuses.values()) <= {"carried", "collided", "orphaned", "already-in"}


def test_what_was_hidden_is_a_tombstone_to_all_but_the_host(at: Stage) -> None:
    """Nothing disappears: the place stays, with the reason on it."""
    scene = at("inventory")
    scene.anna.cycle("housing").inventory.hide(1, "It names a neighbour.")

    for seat in (scene.outsider, scene.seat("kim"), scene.seat("piet")):
        one = seat.cycle("housing").inventory.show(1)
        assert (one.text, one.hidden, one.author) == (None, "It names a neighbour.", "piet")
    assert scene.anna.cycle("housing").inventory.show(1).text == "My son has been waiting for nine years."
    assert not any("nine years" in text for _, text in everything(scene.outsider))


def test_the_record_tells_outsiders_nothing_but_the_chain_of_closed_entries(closed: Scene) -> None:
    """They can check that nothing was changed without reading what it was."""
    from plein.store import record

    log = closed.outsider.cycle("housing").log()

    assert [one.number for one in log] == list(range(1, len(log) + 1))
    assert record.first_break([record.Link(one.number, one.previous, one.inner, one.digest) for one in log]) is None
    hidden = [one for one in log if one.act == "closed"]
    assert len(hidden) == 7
    assert {(one.at, one.by, one.body) for one in hidden} == {(None, None, None)}


def test_no_name_and_no_words_of_a_person_are_in_the_public_record(closed: Scene) -> None:
    """So that a person can be erased and the chain still checks: entries hold keys and seals."""
    log = closed.bea.cycle("housing").log()
    bodies = json.dumps([one.body for one in log], ensure_ascii=False)

    for word in ('"piet"', '"bea"', '"adam"', "nine years", "affordable", "How long", *SECRETS.values()):
        assert word not in bodies
