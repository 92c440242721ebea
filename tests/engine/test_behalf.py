"""On somebody's behalf: a host types what came by letter, in time or late. Whose it is, who typed it, and who may."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from plein import Handed, Plein, Seat
from plein.errors import ActRefused, HandedInBefore, NoIdentity, NotAllowed, NotFound, PleinError, Refused, Unusable
from plein.publication.material import gather
from plein.publication.pages import make_pages
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, key_of, last_body, rows, tamper
from tests.engine.test_definition_kept import answered, to_review, with_a_vote
from tests.phases import LATE, PEOPLE
from tests.phases import C as HOUSING
from tests.taken import taking

C = "housing"
LETTER = {"author": "ria", "received": "2026-11-20", "because": "By letter."}
MAT = {"author": "ria", "late": True, "because": "It lay under the mat."}

Enter = Callable[..., Any]


def say(seat: Seat, **more: Any) -> Any:
    return seat.cycle(C).inventory.add("My hands shake.", **more)


def hand_in(seat: Seat, **more: Any) -> Any:
    return seat.cycle(C).suggestions.add(seat.cycle(C).draft.under_review().text.replace("every street", "each street"), **more)


def quote(seat: Seat, **more: Any) -> Any:
    return seat.cycle(C).suggestions.add_quote("waiting list", "queue", **more)


def tip(seat: Seat, **more: Any) -> Any:
    return seat.cycle(C).suggestions.tip("waiting list", "How long is it?", **more)


WAYS: dict[str, tuple[str, Enter]] = {
    "a contribution": ("inventory", say),
    "a whole text": ("review", hand_in),
    "a passage": ("review", quote),
    "a tip": ("review", tip),
}
every_way = pytest.mark.parametrize(("stage", "enter"), WAYS.values(), ids=WAYS)


def made_of(made: Any) -> Any:
    """The one thing that was entered."""
    return made.suggestions[0] if hasattr(made, "suggestions") else made


@every_way
def test_the_record_says_who_typed_it_and_whose_it_is(at: Stage, stage: str, enter: Enter) -> None:
    """Somebody who cannot type is heard, and nobody is said to have typed."""
    scene = at(stage)

    one = made_of(enter(scene.anna, **LETTER))

    assert (one.author, one.entered_by, one.entered_because, one.late) == ("ria", "anna", "By letter.", False)
    assert one.received.isoformat() == "2026-11-20T22:59:59+00:00"
    told = last_body(scene.plein)
    assert told["by"] == key_of(scene.plein, "anna")
    assert key_of(scene.plein, "ria") in (told.get("author"), *(sub["author"] for sub in told.get("submissions", ())))
    assert (told["act"].endswith("-for"), told["late"], told["received"]) == (True, False, "2026-11-20T22:59:59+00:00")
    assert "By letter." not in str(told)
    assert scene.outsider.verify().damage == ()


@every_way
def test_it_is_theirs_from_then_on(at: Stage, stage: str, enter: Enter) -> None:
    """Who comes to the screen later finds it under their name, and takes it back themselves; the host cannot."""
    scene = at(stage)
    number = made_of(enter(scene.anna, **LETTER)).id
    room = (lambda seat: seat.cycle(C).inventory) if stage == "inventory" else (lambda seat: seat.cycle(C).suggestions)

    with pytest.raises(NotAllowed, match="is not yours"):
        room(scene.anna).withdraw(number)
    room(scene.seat("ria")).withdraw(number)
    mine = scene.seat("ria").people.export("ria").cycles[0]
    assert [one["entered_by"] for one in (*mine.contributions, *mine.suggestions)] == ["anna"]
    assert scene.outsider.verify().damage == ()


@every_way
def test_only_hosts_do_it_and_each_refusal_changes_nothing(at: Stage, stage: str, enter: Enter) -> None:
    """To put words in somebody's mouth is not for everybody; and a host says how they came there."""
    scene = at(stage)
    before = rows(scene.plein)

    for person, refusal in (("zoe", NotAllowed), ("bea", NotAllowed), (None, NoIdentity)):
        for how in (LETTER, MAT):
            with pytest.raises(refusal):
                enter(scene.plein.acting_as(person), **how)
    for how, why in (
        ({"author": "ria"}, "Say how it came"),
        ({"author": "ria", "because": " "}, "Say how it came"),
        ({"because": "By letter."}, "say whose it is"),
        ({"received": "2026-11-20"}, "say whose it is"),
        ({"late": True}, "say whose it is"),
        (LETTER | {"author": "anna"}, "That is yourself"),
        (LETTER | {"author": "~Owl"}, "nobody's id"),
        (LETTER | {"received": "2026-11-24"}, "still to come"),
        (LETTER | {"received": NOON + timedelta(days=9)}, "still to come"),
        (LETTER | {"received": datetime(2026, 11, 20)}, "needs a zone"),
        (LETTER | {"received": "last week"}, "is no date or time"),
    ):
        with pytest.raises(Unusable, match=why):
            enter(scene.anna, **how)
    with pytest.raises(Refused, match="It is not late"):
        enter(scene.anna, **MAT)
    assert rows(scene.plein) == before


def test_a_letter_of_today_came_before_now(at: Stage) -> None:
    """A day alone means its end, which is still to come on the day itself."""
    scene = at("inventory")
    today = f"{scene.anna.now:%Y-%m-%d}"

    assert say(scene.anna, **(LETTER | {"received": today})).received <= scene.anna.now


def test_nobody_is_given_a_pseudonym(at: Stage) -> None:
    """It would be the host's, and the person's words under it."""
    scene = at("inventory")
    with pytest.raises(Unusable, match="leave out the pseudonym"):
        say(scene.anna, **LETTER, pseudonym="Owl")


@every_way
def test_after_the_deadline_a_host_takes_it_in_as_late_and_for_others_it_stays_closed(at: Stage, stage: str, enter: Enter) -> None:
    """One letter that lay under the mat does not open the door for all."""
    scene = at(stage)
    scene.anna.cycle(C).extend("2026-12-01")
    late = {person: scene.plein.acting_as(person, at=LATE) for person in ("anna", "zoe")}

    with pytest.raises(ActRefused, match=r"the deadline has passed.*what comes in late a host takes in with late=True"):
        enter(late["anna"], **LETTER)
    one = made_of(enter(late["anna"], **MAT))
    with pytest.raises(ActRefused, match="the deadline has passed"):
        enter(late["zoe"])
    with pytest.raises(NotAllowed, match="Only hosts take in what came late"):
        enter(late["zoe"], **(MAT | {"author": "kim"}))

    assert (one.author, one.late, one.entered_by) == ("ria", True, "anna")
    assert last_body(scene.plein)["late"] is True
    assert scene.outsider.verify().damage == ()


@pytest.mark.parametrize("definition", ["plein66", "focus-group"])
@pytest.mark.parametrize("phase", ["preparation", "inventory", "invitation", "drafting", "review", "conversation", "final", "stopped"])
def test_where_a_late_contribution_is_taken_in(request: pytest.FixtureRequest, definition: str, phase: str) -> None:
    """In every phase between the inventory and the end, by hosts alone; and everybody reads it, also where the phase is closed."""
    if phase in {"plein66": ("conversation",), "focus-group": ("drafting", "review")}[definition]:
        return
    done = dict[str, bool]()
    for opened in taking(request):
        here = opened(definition, phase)
        before = here.rows()
        for role, person in PEOPLE.items():
            try:
                number = here.plein.acting_as(person, at=LATE).cycle(HOUSING).inventory.add("Late.", **MAT).id
            except PleinError:
                assert here.rows() == before
                continue
            done[role] = here.plein.acting_as(None).cycle(HOUSING).inventory.show(number).text == "Late."
            here.session.rollback()
    assert done == ({} if phase in ("preparation", "final", "stopped") else {"host": True})


def test_a_late_answer_does_not_tell_of_what_was_said_inside(at: Stage) -> None:
    """It is open, and would name a contribution that is not there for others."""
    scene = at("panel")
    inside = scene.bea.cycle(C).inventory.add("Inside only.").id
    before = rows(scene.plein)

    with pytest.raises(Refused, match="was said inside the circle"):
        say(scene.anna, reply_to=inside, **MAT)
    assert rows(scene.plein) == before


def test_a_late_contribution_goes_under_a_topic_that_has_closed(at: Stage) -> None:
    """That is what it is about; one that never opened is nothing to speak about."""
    scene = at("topics")
    scene.anna.cycle(C).topics.close("bridge")
    scene.anna.cycle(C).move("invitation")

    assert say(scene.anna, topic="bridge", **MAT).topic == "bridge"
    with pytest.raises(Refused, match="no open topic"):
        say(scene.anna, topic="quays", **MAT)


@pytest.mark.parametrize("enter", [hand_in, quote, tip])
def test_a_late_suggestion_stands_on_the_version_that_was_before_the_public_and_is_answered_like_others(at: Stage, enter: Enter) -> None:
    """The group reads it with the rest, and cannot end before it is answered."""
    scene = at("processing")
    waiting = scene.bea.cycle(C).status().counts["undecided"]

    one = made_of(enter(scene.anna, **MAT))

    assert (one.version, one.status, one.late) == (1, "open", True)
    assert scene.outsider.cycle(C).suggestions.show(one.id).late
    assert scene.bea.cycle(C).status().counts["undecided"] == waiting + 1
    scene.bea.cycle(C).decisions.set([one.id], "noted", because="Read.")
    assert scene.outsider.verify().damage == ()


def test_nothing_is_late_that_nobody_was_asked_for(at: Stage) -> None:
    """Before the first review there is no version to suggest on; after the end nobody answers."""
    for stage in ("preparation", "inventory", "invitation", "drafting"):
        scene = at(stage)
        with pytest.raises((Refused, NotFound)):
            tip(scene.anna, **MAT)
    with pytest.raises(Refused, match="Nobody was asked for this yet"):
        say(at("preparation").anna, **MAT)


def test_what_comes_late_is_carried_to_the_newest_version_that_is_public(plein: Plein) -> None:
    """A letter about version 1, while the members vote on version 2."""
    wonen = "wonen"
    to_review(plein, with_a_vote())
    anna = plein.acting_as("anna").cycle(wonen)
    anna.move("review")
    plein.acting_as("piet").cycle(wonen).suggestions.add_quote("homes", "affordable homes")
    anna.move("drafting")
    answered(plein)
    anna.move("members-vote")

    for made in (
        anna.suggestions.add_quote("waiting list", "queue", **MAT),
        anna.suggestions.add(TEXT.replace("every street", "each street"), base=1, **(MAT | {"author": "rob"})),
    ):
        one = made.suggestions[0]
        assert (one.version, one.edited_from, one.status, one.late) == (2, 1, "carried", True)
    assert plein.acting_as(None).verify().damage == ()


def test_an_import_says_who_typed_it_and_can_be_late(at: Stage) -> None:
    """A pile of forms is typed by a host; the file says whose each is."""
    scene = at("review")
    handed = [Handed("joe", TEXT.replace("homes", "houses")), Handed("kit", TEXT.replace("homes", "flats"))]

    first = scene.anna.cycle(C).suggestions.import_(handed[:1])
    assert [(one.author, one.entered_by, one.entered_because, one.late) for one in first[0].suggestions] == [("joe", "anna", None, False)]
    with pytest.raises(Unusable, match="Say how it came"):
        scene.anna.cycle(C).suggestions.import_(handed, late=True)
    with pytest.raises(Refused, match="It is not late"):
        scene.anna.cycle(C).suggestions.import_(handed, late=True, because="Forms.")
    scene.anna.cycle(C).move("drafting")
    with pytest.raises(ActRefused):
        scene.anna.cycle(C).suggestions.import_(handed)
    with pytest.raises(NotAllowed):
        scene.bea.cycle(C).suggestions.import_(handed, late=True, because="Forms.")

    done = scene.anna.cycle(C).suggestions.import_(handed, received="2026-11-22", late=True, because="Forms.")
    assert [one.new for one in done] == [False, True]
    two = done[1].suggestions[0]
    assert (two.author, two.entered_by, two.entered_because, two.late) == ("kit", "anna", "Forms.", True)
    entries = len(scene.outsider.cycle(C).log())
    assert [one.new for one in scene.anna.cycle(C).suggestions.import_(handed, late=True, because="Forms.")] == [False, False]
    assert len(scene.outsider.cycle(C).log()) == entries
    assert scene.outsider.verify().damage == ()


def test_who_handed_in_before_is_asked_what_becomes_of_it(at: Stage) -> None:
    """As when they had done it themselves."""
    scene = at("review")
    quote(scene.seat("ria"))
    with pytest.raises(HandedInBefore):
        hand_in(scene.anna, **LETTER)
    assert hand_in(scene.anna, **LETTER, replace=True).replaced


@every_way
def test_how_it_came_goes_with_the_words_when_its_author_is_erased(at: Stage, stage: str, enter: Enter) -> None:
    """A letter is a person's, and so is what somebody wrote about it."""
    scene = at(stage)
    number = made_of(enter(scene.anna, **(LETTER | {"because": "Letter of xqria."}))).id
    scene.anna.people.erase("ria", texts=True)

    assert "xqria" not in str(rows(scene.plein))
    room = scene.outsider.cycle(C).inventory if stage == "inventory" else scene.outsider.cycle(C).suggestions
    assert (room.show(number).entered_by, room.show(number).entered_because) == ("anna", None)
    assert scene.outsider.verify().damage == ()


@every_way
@pytest.mark.parametrize("column", ["entered_by = 1", "late = 1", "received = '2026-11-01 12:00:00'", "entered_because = 'By pigeon.'"])
def test_what_no_entry_tells_is_found(at: Stage, stage: str, enter: Enter, column: str) -> None:
    """Nobody is made somebody's typist behind the record's back."""
    scene: Scene = at(stage)
    made_of(enter(scene.seat("zoe")))
    table, what = ("plein_contribution", "contribution") if stage == "inventory" else ("plein_suggestion", "suggestion")
    value = column if scene.plein._database.engine.dialect.name == "sqlite" else column.replace("late = 1", "late = true")  # type: ignore[union-attr]
    assert tamper(scene.plein, f"UPDATE {table} SET {value} WHERE number = 1")

    assert any(f"{what} 1 is damaged" in one for one in scene.outsider.verify().damage)


def test_the_pages_say_who_typed_it_and_that_it_was_late(at: Stage) -> None:
    """Who reads the response document sees in what was handed in which came how, and that one door was not opened for others."""
    scene = at("inventory")
    say(scene.anna, **LETTER)
    scene.build_on("invitation", "drafting", "review", "processing")
    number = made_of(quote(scene.anna, **MAT)).id
    pages = {name: page.decode() for name, page in make_pages(gather(scene.outsider, C)).items()}

    said = pages["inventory.html"].partition('id="c3"')[2].partition("</article>")[0]
    assert re.search(
        r"entered by <bdi>anna</bdi> \(<span dir=\"auto\">By letter\.</span>\), received on <time[^>]*>Friday 20 November", said
    )
    assert "late:" not in said
    asked = pages["response.html"].partition(f'id="s{number}"')[2].partition("</article>")[0]
    assert "late: taken in after it had closed" in asked
    assert "It lay under the mat." in asked
    assert "entered by" not in pages["response.html"].partition('id="s1"')[2].partition("</article>")[0]
