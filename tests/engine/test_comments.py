"""Comments inside the circle: on versions, paragraphs, suggestions and each other. To everybody else there is nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein import Plein
from plein.errors import ActRefused, NotAllowed, NotFound, PleinError, Unusable
from plein.workflow import Definition
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, key_of, last_body, rows

C = "housing"
HUGE = 10**25


def places(scene: Scene, person: str = "bea", **only: Any) -> list[tuple[int, int | None, int | None, int | None, int | None]]:
    return [(one.id, one.version, one.paragraph, one.suggestion, one.reply_to) for one in scene.seat(person).cycle(C).comments.list(**only)]


def test_the_circle_comments_on_drafts_paragraphs_suggestions_and_each_other(at: Stage) -> None:
    """Drafters, advisers and hosts alike; an answer stands where the comment does that it answers."""
    scene = at("processing")
    adam = scene.seat("adam")

    made = scene.bea.cycle(C).comments.add(" Who pays for this? ", paragraph=2)
    adam.cycle(C).comments.add("The town does.", reply_to=1)
    scene.anna.cycle(C).comments.add("Too long.")
    adam.cycle(C).comments.add("He has a point.", suggestion=2)
    scene.anna.cycle(C).comments.add("Which one?", reply_to=4)

    assert (made.author, made.text) == ("bea", "Who pays for this?")
    assert places(scene) == [
        (1, 1, 2, None, None),
        (2, 1, 2, None, 1),
        (3, 1, None, None, None),
        (4, None, None, 2, None),
        (5, None, None, 2, 4),
    ]
    assert [one[0] for one in places(scene, version=1)] == [1, 2, 3]
    assert [one[0] for one in places(scene, paragraph=2)] == [1, 2]
    assert [one[0] for one in places(scene, suggestion=2)] == [4, 5]
    assert places(scene, version=HUGE) == places(scene, paragraph=0) == places(scene, suggestion=-1) == []
    assert scene.seat("adam").cycle(C).comments.show(2).text == "The town does."
    assert scene.outsider.verify().damage == ()


def test_a_comment_stays_with_the_version_it_was_made_on(at: Stage) -> None:
    """It is shown with its number and not carried: what was said of one wording may not hold for the next."""
    scene = at("drafting")
    scene.bea.cycle(C).comments.add("Who pays?", paragraph=2)
    scene.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"))

    scene.bea.cycle(C).comments.add("Better.", paragraph=2)
    scene.bea.cycle(C).comments.add("It was shorter before.", version=1)

    assert places(scene) == [(1, 1, 2, None, None), (2, 2, 2, None, None), (3, 1, None, None, None)]


def test_the_record_holds_a_seal_and_no_word(at: Stage) -> None:
    """And the entry is closed: outside nobody learns that something was said, by whom and where."""
    scene = at("drafting")

    scene.seat("adam").cycle(C).comments.add("Who pays?", paragraph=2)

    body = last_body(scene.plein)
    assert (body["act"], body["closed"], body["by"]) == ("comment", True, key_of(scene.plein, "adam"))
    assert (body["comment"], body["version"], body["paragraph"], body["suggestion"], body["reply_to"]) == (1, 1, 2, None, None)
    assert "Who pays" not in str(body)
    outside = scene.outsider.cycle(C).log()[-1]
    assert (outside.act, outside.by, outside.at, outside.body) == ("closed", None, None, None)


def test_the_same_words_at_the_same_place_are_kept_once(at: Stage) -> None:
    """A slow page is no echo; the same words somewhere else, or of somebody else, are said again."""
    scene = at("drafting")
    first = scene.bea.cycle(C).comments.add("Agreed.", paragraph=2)
    once = rows(scene.plein)

    assert scene.bea.cycle(C).comments.add("Agreed.", paragraph=2) == first
    assert rows(scene.plein) == once
    scene.bea.cycle(C).comments.add("Agreed.", paragraph=3)
    scene.seat("adam").cycle(C).comments.add("Agreed.", paragraph=2)
    scene.bea.cycle(C).comments.add("Agreed.", reply_to=1)
    assert len(scene.bea.cycle(C).comments.list()) == 4


@pytest.mark.parametrize("person", ["piet", "stranger", "dora"])
def test_nobody_else_comments(at: Stage, person: str) -> None:
    """Who was invited and has not answered is one of the public still."""
    scene = at("drafting")
    scene.bea.cycle(C).comments.add("Who pays?")
    before = rows(scene.plein)

    with pytest.raises(NotAllowed, match="comment inside the circle"):
        scene.seat(person).cycle(C).comments.add("We do.", reply_to=1)

    assert rows(scene.plein) == before
    assert scene.seat(person).cycle(C).comments.list() == ()


@pytest.mark.parametrize("stage", ["preparation", "inventory", "invitation"])
def test_before_there_is_a_circle_there_is_nothing_to_say_inside(at: Stage, stage: str) -> None:
    """Not even for the host: what is said then is said in the open."""
    scene = at(stage)

    with pytest.raises(ActRefused, match="no one may comment"):
        scene.anna.cycle(C).comments.add("Psst.")
    assert scene.anna.cycle(C).comments.list() == ()


def test_comments_can_be_read_inside_when_the_cycle_has_ended(at: Stage) -> None:
    """The memory of the circle; nothing is added to it."""
    scene = at("drafting")
    scene.bea.cycle(C).comments.add("Who pays?")
    scene.anna.cycle(C).move("stopped", because="No money.")

    assert len(scene.bea.cycle(C).comments.list()) == 1
    assert scene.outsider.cycle(C).comments.list() == ()
    with pytest.raises(ActRefused):
        scene.bea.cycle(C).comments.add("As I said.")


@pytest.mark.parametrize(
    ("more", "error", "says"),
    [
        ({"text": ""}, Unusable, "is empty"),
        ({"text": " \n\t"}, Unusable, "is empty"),
        ({"text": "a\0b"}, Unusable, "U+0000"),
        ({"text": "x" * 20_001}, Unusable, "20,001 characters"),
        ({"text": "x" * 10_000_000}, Unusable, ""),
        ({"version": 9}, NotFound, "no version 9"),
        ({"version": 0}, NotFound, "no version 0"),
        ({"version": HUGE}, NotFound, "no version"),
        ({"paragraph": 99}, NotFound, "no paragraph 99 in version 1; they are numbered from 1 to 7"),
        ({"paragraph": 0}, NotFound, "no paragraph 0"),
        ({"paragraph": -1}, NotFound, "no paragraph -1"),
        ({"paragraph": HUGE}, NotFound, "no paragraph"),
        ({"suggestion": 9}, NotFound, "no suggestion 9"),
        ({"suggestion": HUGE}, NotFound, "no suggestion"),
        ({"reply_to": 9}, NotFound, "no comment 9"),
        ({"reply_to": HUGE}, NotFound, "no comment"),
        ({"suggestion": 1, "paragraph": 2}, Unusable, "not on both"),
        ({"suggestion": 1, "version": 1}, Unusable, "not on both"),
        ({"reply_to": 1, "version": 1}, Unusable, "name no other place"),
        ({"reply_to": 1, "suggestion": 1}, Unusable, "name no other place"),
    ],
)
def test_a_comment_that_cannot_be_is_refused(at: Stage, more: dict[str, Any], error: type[PleinError], says: str) -> None:
    """It stands on something, or is not said."""
    scene = at("processing")
    scene.bea.cycle(C).comments.add("Who pays?")
    before = rows(scene.plein)

    with pytest.raises(error) as refusal:
        scene.bea.cycle(C).comments.add(**({"text": "Hm."} | more))

    assert says in str(refusal.value)
    assert rows(scene.plein) == before


@pytest.mark.parametrize("number", [0, 2, -1, HUGE])
def test_a_comment_there_is_not_is_not_found(at: Stage, number: int) -> None:
    """In the same words inside and outside."""
    scene = at("drafting")
    scene.bea.cycle(C).comments.add("Who pays?")
    for seat in (scene.bea, scene.outsider):
        with pytest.raises(NotFound, match=f"There is no comment {number} in housing; see them all: plein comment list housing"):
            seat.cycle(C).comments.show(number)


def test_comments_before_the_first_draft_are_on_the_conversation(at: Stage) -> None:
    """The circle talks before it writes; there is no version to name, and none is named."""
    scene = at("invitation")
    scene.bea.invitations.accept(scene.anna.cycle(C).group.invite("bea", role="drafter", because="Knows the list.").token)
    scene.anna.cycle(C).move("drafting")

    assert scene.bea.cycle(C).comments.add("Who begins?").version is None
    for more in ({"version": 1}, {"paragraph": 1}):
        with pytest.raises(NotFound):
            scene.bea.cycle(C).comments.add("On what?", **more)


def test_a_focus_group_comments_on_its_conversation(plein: Plein) -> None:
    """Without a document there is still a closed circle; its talk is its own, too."""
    focus = Housing(plein, definition="focus-group").invitation()
    focus.bea.invitations.accept(focus.anna.cycle(C).group.invite("bea", role="drafter", because="Listens.").token)
    focus.anna.cycle(C).move("conversation")

    focus.bea.cycle(C).comments.add("Shall we begin with the harbour?")
    focus.anna.cycle(C).comments.add("Yes.", reply_to=1)

    assert [(one.version, one.text) for one in focus.bea.cycle(C).comments.list()] == [
        (None, "Shall we begin with the harbour?"),
        (None, "Yes."),
    ]
    for seat in (focus.outsider, focus.seat("piet")):
        assert seat.cycle(C).comments.list() == ()
        with pytest.raises(NotFound):
            seat.cycle(C).comments.show(1)
        assert seat.cycle(C).log()[-1].body is None
    with pytest.raises(NotFound):
        focus.bea.cycle(C).comments.add("On what?", version=1)
    assert focus.outsider.verify().damage == ()


def test_of_two_cycles_each_has_its_own(at: Stage) -> None:
    """Numbers begin anew, and an answer cannot cross over."""
    scene = at("drafting")
    scene.bea.cycle(C).comments.add("Who pays?")
    data = scene.outsider.cycle(C).definition().to_data()
    scene.seat("carl").cycles.new("trees", title="Trees", question="Which?", definition=Definition.from_data(data), language="en")
    carl = scene.seat("carl")
    carl.cycle("trees").move("inventory")
    carl.cycle("trees").inventory.add("Oaks.")
    carl.cycle("trees").move("invitation")
    scene.seat("otto").invitations.accept(carl.cycle("trees").group.invite("otto", role="drafter", because="Oaks.").token)
    carl.cycle("trees").move("drafting")

    with pytest.raises(NotFound):
        carl.cycle("trees").comments.add("Here?", reply_to=1)
    assert carl.cycle("trees").comments.add("Which oaks?").id == 1
    assert scene.bea.cycle("trees").comments.list() == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_whatever_is_said_is_kept_or_refused_and_the_record_holds(shared_at: Stage, text: str) -> None:
    """No text that plein keeps breaks its seal, and none is half kept."""
    scene = shared_at("drafting")
    count = len(scene.bea.cycle(C).comments.list())
    try:
        made = scene.bea.cycle(C).comments.add(text)
    except Unusable:
        assert len(scene.bea.cycle(C).comments.list()) == count
    else:
        assert scene.bea.cycle(C).comments.show(made.id) == made
        assert scene.outsider.cycle(C).verify().damage == ()
