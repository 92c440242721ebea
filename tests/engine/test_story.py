"""The one-twos of a cycle, told: what was asked, what came, what was answered, what changed."""

from __future__ import annotations

from datetime import timedelta

from plein import Organisation, Plein
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engine.scenes import tamper


def test_what_a_phase_brought_is_counted_when_the_cycle_moves_on(plein: Plein) -> None:
    """By kind, with how many are new, and inside or outside where that is known."""
    housing = Housing(plein)
    for person, relation in (("piet", "member"), ("kees", "customer")):
        housing.anna.people.add(person, relation=relation)
    housing.anna.cycle("housing").move("inventory")
    housing.seat("piet").cycle("housing").inventory.add("Nine years.", kind="experience")
    housing.seat("piet").cycle("housing").inventory.add("Build more.", kind="idea")
    housing.seat("kees").cycle("housing").inventory.add("Build less.", kind="idea")
    housing.seat("noor").cycle("housing").inventory.add("Who decides?", kind="question", reply_to=1)

    moved = housing.anna.cycle("housing").move("invitation")

    assert moved.steps[-1].came == {
        "people": 3,
        "newcomers": 3,
        "inside": 1,
        "outside": 1,
        "kinds": {"experience": 1, "idea": 2, "question": 1},
        "upto": {"contributions": 4, "suggestions": 0},
    }


def test_who_spoke_before_is_no_newcomer_in_the_review(housing: Housing) -> None:
    """piet spoke in the inventory, joe is new."""
    housing.review()
    housing.suggest("piet", quote="homes", replace="affordable homes")
    housing.suggest("joe", quote="public", replace="open")

    came = housing.anna.cycle("housing").move("drafting").steps[-1].came

    assert came is not None
    assert (came["people"], came["newcomers"], came["kinds"]) == (2, 1, {"suggestion": 2})


def test_a_second_round_counts_what_came_in_it_alone(housing: Housing) -> None:
    """What was counted once is not counted again, and who was in the first review is no newcomer in the second."""
    housing.review()
    housing.suggest("joe", quote="public", replace="open")
    housing.suggest("piet", quote="homes", replace="affordable homes")
    housing.anna.cycle("housing").move("drafting")
    housing.bea.cycle("housing").draft.save("# Housing\n\nWe build more homes. The list is public.\n")
    housing.anna.cycle("housing").move("review")
    housing.suggest("joe", quote="more", replace="many more")
    housing.suggest("mia", quote="public", replace="for all to see")
    housing.suggest("mia", quote="homes", replace="houses")

    came = housing.anna.cycle("housing").move("drafting").steps[-1].came

    assert came is not None
    assert (came["people"], came["newcomers"], came["kinds"]) == (2, 1, {"suggestion": 3})
    assert came["upto"]["suggestions"] == 5


def test_who_spoke_in_another_cycle_before_is_no_newcomer_and_who_spoke_there_later_is(plein: Plein) -> None:
    """New is who was never heard before this phase began, wherever."""
    housing = Housing(plein)
    parks = plein.acting_as("anna", at=NOON - timedelta(days=3))
    parks.cycles.new("parks", title="Parks", question="Which parks?")
    parks.cycle("parks").move("inventory")
    plein.acting_as("piet", at=NOON - timedelta(days=2)).cycle("parks").inventory.add("More trees.")
    housing.anna.cycle("housing").move("inventory")
    plein.acting_as("kees", at=NOON + timedelta(hours=1)).cycle("parks").inventory.add("More grass.")
    for person in ("piet", "kees"):
        housing.seat(person).cycle("housing").inventory.add("Build.")

    came = housing.anna.cycle("housing").move("invitation").steps[-1].came

    assert came is not None
    assert (came["people"], came["newcomers"]) == (2, 1)


def test_a_closed_phase_tells_nothing(housing: Housing) -> None:
    """How busy the circle was is the circle's."""
    housing.review()

    assert [step.came is None for step in housing.outsider.cycle("housing").show().steps] == [True, True, False, True, True]


def test_the_story_tells_what_was_answered_and_what_changed(housing: Housing) -> None:
    """An outsider reads numbers of what is public, and of nothing else."""
    housing.review()
    one = housing.suggest("piet", quote="homes", replace="affordable homes").id
    other = housing.suggest("joe", quote="public", replace="secret").id
    housing.anna.cycle("housing").move("drafting")
    housing.bea.cycle("housing").decisions.set([one], "adopted")
    housing.bea.cycle("housing").decisions.set([other], "rejected", because="It stays public.")
    before = housing.outsider.cycle("housing").story()
    housing.bea.cycle("housing").decisions.publish()
    housing.bea.cycle("housing").draft.merge()
    housing.anna.cycle("housing").move("review", ask="And now?")

    review = next(chapter for chapter in before if chapter.step.phase == "review")
    assert review.came is not None
    assert review.answered == {}
    story = {(chapter.step.phase, chapter.step.round): chapter for chapter in housing.outsider.cycle("housing").story()}
    assert story["review", 1].answered == {"adopted": 1, "rejected": 1}
    assert story["review", 1].changed is None
    assert story["review", 2].changed == 1
    assert story["review", 2].step.ask == "And now?"


def test_each_review_is_told_with_the_answers_to_what_came_in_it(housing: Housing) -> None:
    """The first and the last of a round belong to it, and an answer given a round later to the round it answers."""
    housing.review()
    for quote in ("homes", "public", "every street"):
        housing.suggest("piet", quote=quote, replace=f"{quote} indeed")
    housing.anna.cycle("housing").move("drafting")
    housing.bea.cycle("housing").decisions.set([1, 2], "adopted")
    housing.bea.cycle("housing").draft.merge()
    housing.anna.cycle("housing").move("review")
    housing.suggest("joe", quote="waiting", replace="queueing")
    housing.suggest("joe", quote="families", replace="couples")
    housing.anna.cycle("housing").move("drafting")
    housing.bea.cycle("housing").decisions.set([3, 4], "rejected", because="It says enough.")
    housing.bea.cycle("housing").decisions.set([5], "adopted")
    housing.bea.cycle("housing").decisions.publish()

    told = {(one.step.phase, one.step.round): dict(one.answered) for one in housing.outsider.cycle("housing").story() if one.answered}
    assert told == {("review", 1): {"adopted": 2, "rejected": 1}, ("review", 2): {"adopted": 1, "rejected": 1}}


def test_the_numbers_cannot_be_changed_in_silence(housing: Housing) -> None:
    """They are part of the account."""
    housing.invitation()
    tamper(housing.plein, """UPDATE plein_step SET came = '{"people": 900}' WHERE number = 3""")

    assert any("step 3 is damaged" in line for line in housing.outsider.verify().damage)


def test_the_organisation_says_who_is_inside(where: str) -> None:
    """A party counts alumni as its own, another does not."""
    with Plein(where, organisation=Organisation(relations={"alumnus": True})) as plein:
        housing = Housing(plein)
        housing.anna.people.add("piet", relation="alumnus")
        housing.inventory()

        came = housing.anna.cycle("housing").move("invitation").steps[-1].came

    assert came is not None
    assert (came["inside"], came["outside"]) == (1, 0)
