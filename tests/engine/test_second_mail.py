"""A second mail of the same person in one round: it takes the place of the first or comes beside it, as they say, and never by itself."""

from __future__ import annotations

import pytest

from plein import Handed
from plein.errors import BadRows, HandedInBefore, NothingChanged
from tests.cycles import TEXT
from tests.engine.conftest import Stage

C = "housing"
FIRST = TEXT.replace("homes", "houses").replace("trees", "oaks")
SECOND = TEXT.replace("homes", "houses").replace("waiting list", "queue")


def test_another_text_of_the_same_person_is_asked_about(at: Stage) -> None:
    """Nobody becomes a rival of themselves without a word."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    one, two = kees.add(FIRST).suggestions
    before = scene.digest()

    with pytest.raises(HandedInBefore) as asked:
        kees.add(SECOND)

    assert (asked.value.author, asked.value.suggestions) == ("kees", (two.id,))
    assert scene.digest() == before
    assert one.id not in asked.value.suggestions  # the text asks for it again


def test_it_takes_the_place_of_the_first_where_its_author_says_so(at: Stage) -> None:
    """What is said again stays, what is not is withdrawn and says what it was replaced by, and what is new comes in."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    one, two = kees.add(FIRST).suggestions

    made = kees.add(SECOND, replace=True)

    assert (made.replaced, [found.replace for found in made.suggestions]) == (
        (two.id,),
        ["The town keeps a queue. It is public."],
    )
    found = {found.id: found for found in scene.outsider.cycle(C).suggestions.list()}
    assert found[one.id].status == "open"
    assert (found[two.id].status, found[two.id].replaced_by) == ("withdrawn", (made.suggestions[0].id,))
    assert scene.anna.verify().damage == ()
    with pytest.raises(NothingChanged):
        kees.add(SECOND, replace=True, kind="refinement")


def test_it_comes_beside_the_first_where_its_author_says_that(at: Stage) -> None:
    """Two mails about two chapters; and where the two collide, that is said."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    kees.add(FIRST)

    made = kees.add(TEXT.replace("trees", "ferns").replace("waiting list", "queue"), replace=False)

    assert [found.status for found in scene.outsider.cycle(C).suggestions.list() if found.author == "kees"] == ["open"] * 4
    assert len(made.rivals) == 1
    assert made.replaced == ()


def test_a_text_that_asks_for_all_of_it_and_more_is_not_asked_about(at: Stage) -> None:
    """It takes nothing back."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    kees.add(FIRST)

    made = kees.add(FIRST.replace("waiting list", "queue"))

    assert [found.replace for found in made.suggestions] == ["The town keeps a queue. It is public."]


def test_a_text_that_asks_for_less_takes_the_rest_back(at: Stage) -> None:
    """Who thinks again and wants less can say it in the way they said it first."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    one, two = kees.add(FIRST).suggestions

    made = kees.add(TEXT.replace("homes", "houses"), replace=True)

    assert (made.suggestions, made.replaced) == ((), (two.id,))
    found = {found.id: found.status for found in scene.outsider.cycle(C).suggestions.list()}
    assert (found[one.id], found[two.id]) == ("open", "withdrawn")
    assert scene.anna.verify().damage == ()
    with pytest.raises(HandedInBefore):  # and the first mail, sent again, is asked about
        kees.add(TEXT.replace("trees", "oaks"))


def test_what_was_decided_behind_closed_doors_falls_away_and_nobody_can_tell(at: Stage) -> None:
    """A refusal would tell that the group has chosen."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    one, two = kees.add(FIRST).suggestions
    scene.reject(two.id)

    made = kees.add(TEXT.replace("homes", "houses").replace("trees", "ferns"), replace=True)

    assert made.replaced == (two.id,)
    assert [found.suggestion for found in scene.bea.cycle(C).decisions.list()] == []
    assert scene.anna.verify().damage == ()
    assert one.id


def test_what_was_answered_in_public_stays(at: Stage) -> None:
    """An answer that people read does not lose what it answers."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    _, two = kees.add(FIRST).suggestions
    scene.reject(two.id)
    scene.bea.cycle(C).decisions.publish()

    made = kees.add(TEXT.replace("homes", "houses").replace("waiting list", "queue"))

    assert (made.replaced, len(made.suggestions)) == ((), 1)
    assert scene.outsider.cycle(C).suggestions.show(two.id).status == "decided"


def test_a_folder_names_everybody_who_wrote_before(at: Stage) -> None:
    """Staff see all of them at once, and say it for all."""
    scene = at("review")
    for person in ("kees", "lot"):
        scene.seat(person).cycle(C).suggestions.add(FIRST)
    before = scene.digest()
    handed = [Handed(person, SECOND, name=f"{person}.md") for person in ("kees", "lot", "mia")]

    with pytest.raises(BadRows) as faults:
        scene.anna.cycle(C).suggestions.import_(handed)
    assert [line.split(":")[0] for line in faults.value.mistakes] == ["kees.md", "lot.md"]
    assert scene.digest() == before

    taken = scene.anna.cycle(C).suggestions.import_(handed, replace=True)
    assert [len(one.replaced) for one in taken] == [1, 1, 0]
    assert scene.anna.verify().damage == ()


def test_two_texts_of_one_person_in_one_folder_are_two_mails(at: Stage) -> None:
    """The order of a list of files is no wish."""
    scene = at("review")

    with pytest.raises(BadRows, match="joe handed in"):
        scene.anna.cycle(C).suggestions.import_([Handed("joe", FIRST), Handed("joe", SECOND)])


def test_a_second_round_begins_anew(at: Stage) -> None:
    """What somebody asked for in the round before is carried, and is not what this mail is about."""
    scene = at("review")
    kees = scene.seat("kees").cycle(C).suggestions
    kees.add(TEXT.replace("trees", "oaks"))
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("waiting list", "list of those who wait"))
    scene.anna.cycle(C).move("review")

    made = kees.add(scene.outsider.cycle(C).draft.show().text.replace("homes", "houses"))

    assert [one.status for one in made.suggestions] == ["open"]
    assert made.replaced == ()


def test_typography_is_no_wish_unless_the_group_wants_it(at: Stage) -> None:
    """Everybody's Word curls the quotes of a whole programme."""
    scene = at("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("a waiting list", 'a "waiting list" - \'s winters too...'))
    scene.anna.cycle(C).move("review")
    text = scene.outsider.cycle(C).draft.show().text
    curled = text.replace('"waiting list"', "“waiting list”").replace(" - 's", "\u00a0– ‘s").replace("...", "…")
    kees = scene.seat("kees").cycle(C).suggestions

    with pytest.raises(NothingChanged, match="in typography alone: quotes, dashes, blanks"):
        kees.add(curled)
    made = kees.add(curled.replace("trees", "oaks").replace("waiting", "long waiting"))
    assert [one.replace for one in made.suggestions] == [
        'The town keeps a "long waiting list" - \'s winters too.... It is public.',
        "We like oaks in every street.",
    ]
    assert made.typography == 6
    wanted = kees.add(curled, typography=True, replace=True)
    assert [one.replace for one in wanted.suggestions] == ["The town keeps a “waiting list”\u00a0– ‘s winters too…. It is public."]
