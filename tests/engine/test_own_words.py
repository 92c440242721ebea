"""Own words: what their author changes or takes back, what a host shows again, and what is entered on somebody's behalf."""

from __future__ import annotations

import json

import pytest

from plein.errors import NotAllowed, NotFound, NothingChanged, PleinError, Refused, TooLong, Unusable
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, key_of, last_body, rows, tamper
from tests.phases import EVERY, LATE
from tests.taken import taking

C = "housing"


class TestShownAgain:
    """A host hid something, and thinks better of it."""

    def test_what_is_shown_again_is_read_by_everybody_as_before(self, at: Stage) -> None:
        """Hiding takes nothing away, so that it can be undone."""
        scene = at("inventory")
        before = scene.outsider.cycle(C).inventory.show(2)
        scene.anna.cycle(C).inventory.hide(2, "It names a neighbour.")

        shown = scene.anna.cycle(C).inventory.unhide(2, "It was another street.")

        assert shown.hidden is None
        assert scene.outsider.cycle(C).inventory.show(2) == before
        told = last_body(scene.plein)
        assert (told["act"], told["contribution"], told["because"]) == ("unhide", 2, "It was another street.")
        assert scene.outsider.verify().damage == ()

    def test_who_may_not_hide_may_not_show_again_and_what_is_not_hidden_is_not_shown_again(self, at: Stage) -> None:
        """Each refusal changes nothing."""
        scene = at("inventory")
        scene.anna.cycle(C).inventory.hide(2, "It names a neighbour.")
        before = rows(scene.plein)

        with pytest.raises(NotAllowed):
            scene.seat("kim").cycle(C).inventory.unhide(2, "It is mine.")
        with pytest.raises(Refused, match="Contribution 1 is not hidden"):
            scene.anna.cycle(C).inventory.unhide(1, "Why not?")
        with pytest.raises(NotFound, match="no contribution 9"):
            scene.anna.cycle(C).inventory.unhide(9, "Why not?")
        with pytest.raises(Unusable, match="needs a reason"):
            scene.anna.cycle(C).inventory.unhide(2, " ")
        assert rows(scene.plein) == before

    def test_hiding_it_behind_the_records_back_is_found(self, at: Stage) -> None:
        """The record says that it is shown."""
        scene = at("inventory")
        scene.anna.cycle(C).inventory.hide(2, "It names a neighbour.")
        scene.anna.cycle(C).inventory.unhide(2, "It was another street.")
        tamper(scene.plein, "UPDATE plein_contribution SET hidden_because = 'It names a neighbour.' WHERE number = 2")

        assert scene.outsider.verify().damage == (
            "housing: contribution 2 is damaged: whether it is hidden does not follow from the record",
        )


OLD, NEW = "I sleep in my car, xqold.", "I sleep at a friend's."


def everywhere(scene: Scene) -> str:
    """Every row there is, as text."""
    return json.dumps(rows(scene.plein), ensure_ascii=False, default=repr)


class TestSaidOtherwise:
    """An author says a contribution in other words."""

    def test_support_and_replies_stay_and_everybody_sees_when_it_changed(self, at: Stage) -> None:
        """Who supported it, supported somebody's words; they can see that these are others now."""
        scene = at("inventory")
        mia = scene.seat("mia").cycle(C).inventory
        number = mia.add(OLD).id
        scene.seat("kim").cycle(C).inventory.support(number)
        scene.seat("kim").cycle(C).inventory.add("So do I.", reply_to=number)

        mia.change(number, f"  {NEW}\n")

        found = scene.outsider.cycle(C).inventory.show(number)
        assert (found.text, found.supports, found.author) == (NEW, 1, "mia")
        assert found.changed is not None
        assert scene.outsider.cycle(C).inventory.show(number + 1).reply_to == number
        assert scene.outsider.cycle(C).inventory.show(1).changed is None
        assert scene.outsider.verify().damage == ()

    def test_the_old_words_are_nowhere_but_for_their_seal_in_the_record(self, at: Stage) -> None:
        """Whoever kept them can show what they were; nobody else can read them."""
        scene = at("inventory")
        number = scene.seat("mia").cycle(C).inventory.add(OLD).id
        seal = last_body(scene.plein)["seal"]
        scene.seat("mia").cycle(C).inventory.change(number, NEW)

        assert OLD not in everywhere(scene)
        assert seal in everywhere(scene)
        assert last_body(scene.plein)["seal"] != seal

    def test_under_a_pseudonym_it_is_changed_under_it(self, at: Stage) -> None:
        """An entry with the person's own key would tell whose it is."""
        scene = at("inventory")
        number = scene.seat("mia").cycle(C).inventory.add(OLD, pseudonym="Owl").id
        said = last_body(scene.plein)["by"]

        assert scene.seat("mia").cycle(C).inventory.change(number, NEW).author == "~Owl"
        assert last_body(scene.plein)["by"] == said != key_of(scene.plein, "mia")
        scene.seat("mia").cycle(C).inventory.withdraw(number)
        assert last_body(scene.plein)["by"] == said
        assert scene.outsider.verify().damage == ()

    def test_what_cannot_be_changed_is_refused_and_stays(self, at: Stage) -> None:
        """Each refusal says why, and not a row is other than before."""
        scene = at("inventory")
        mia = scene.seat("mia").cycle(C).inventory
        said, hidden, gone = (mia.add(f"{OLD} {n}").id for n in range(3))
        scene.anna.cycle(C).inventory.hide(hidden, "It names a car.")
        mia.withdraw(gone)
        before = rows(scene.plein)

        for number, text, refusal, why in (
            (said, f"{OLD} 0", NothingChanged, "says so already"),
            (said, " ", Unusable, "is empty"),
            (said, "x" * 20_001, TooLong, "at most 20,000 are taken"),
            (hidden, NEW, Refused, "A host hid contribution"),
            (gone, NEW, Refused, "was withdrawn before"),
            (1, NEW, NotAllowed, "Contribution 1 is not yours"),
            (99, NEW, NotFound, "no contribution 99"),
        ):
            with pytest.raises(refusal, match=why):
                mia.change(number, text)
        assert rows(scene.plein) == before


class TestTakenBack:
    """An author withdraws a contribution."""

    def test_its_words_are_gone_and_its_place_stays_with_the_replies(self, at: Stage) -> None:
        """For everybody, hosts too: to take back is not to hide."""
        scene = at("inventory")
        mia = scene.seat("mia").cycle(C).inventory
        number = mia.add(OLD).id
        scene.seat("kim").cycle(C).inventory.add("So do I.", reply_to=number)
        counted = scene.outsider.cycle(C).status().counts["contributions"]

        done = mia.withdraw(number)

        assert (done.text, done.hidden, done.hidden_by_host) == (None, "Withdrawn by its author.", False)
        for seat in (scene.outsider, scene.anna, scene.seat("mia")):
            one = seat.cycle(C).inventory.show(number)
            assert (one.author, one.text, one.hidden, one.withdrawn) == ("mia", None, "Withdrawn by its author.", done.withdrawn)
        assert scene.outsider.cycle(C).inventory.show(number + 1).reply_to == number
        assert scene.outsider.cycle(C).status().counts["contributions"] == counted - 1
        assert [one["text"] for one in scene.seat("mia").people.export("mia").cycles[0].contributions] == [None]
        assert "xqold" not in everywhere(scene)
        assert scene.outsider.verify().damage == ()

    def test_nothing_is_built_on_it_any_more(self, at: Stage) -> None:
        """Nobody stands behind words that are not there."""
        scene = at("topics")
        number = scene.seat("mia").cycle(C).inventory.add(OLD).id
        scene.seat("mia").cycle(C).inventory.withdraw(number)
        kim = scene.seat("kim").cycle(C)
        before = rows(scene.plein)

        for attempt in (
            lambda: kim.inventory.support(number),
            lambda: kim.inventory.nudge(number, "Be kind."),
            lambda: kim.inventory.add("And yet.", reply_to=number),
            lambda: kim.inventory.link(1, number),
            lambda: scene.seat("mia").cycle(C).inventory.withdraw(number),
        ):
            with pytest.raises(Refused, match=r"was withdrawn"):
                attempt()
        assert rows(scene.plein) == before

    def test_what_was_taken_back_cannot_be_cited(self, at: Stage) -> None:
        """An invitation, a version and a suggestion name what they come from; this is nothing any more."""
        scene = at("inventory")
        number = scene.seat("mia").cycle(C).inventory.add(OLD).id
        scene.seat("mia").cycle(C).inventory.withdraw(number)
        scene.build_on("invitation", "drafting")

        with pytest.raises(Refused, match="was withdrawn by its author"):
            scene.anna.cycle(C).group.invite("joe", role="adviser", because="Said so.", for_=number)
        with pytest.raises(Refused, match="was withdrawn by its author"):
            scene.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"), for_=[number])
        scene.build_on("review")
        with pytest.raises(Refused, match="was withdrawn by its author"):
            scene.seat("joe").cycle(C).suggestions.add_quote("homes", "houses", for_=number)

    def test_a_host_may_have_hidden_it_before_and_the_reason_stays(self, at: Stage) -> None:
        """What was done in public with a reason keeps it; shown again, it is still withdrawn."""
        scene = at("inventory")
        number = scene.seat("mia").cycle(C).inventory.add(OLD).id
        scene.anna.cycle(C).inventory.hide(number, "It names a car.")
        scene.seat("mia").cycle(C).inventory.withdraw(number)

        assert (scene.anna.cycle(C).inventory.show(number).text, scene.anna.cycle(C).inventory.show(number).hidden) == (
            None,
            "It names a car.",
        )
        assert scene.anna.cycle(C).inventory.unhide(number, "It does not.").hidden == "Withdrawn by its author."
        assert scene.outsider.verify().damage == ()

    def test_erasing_its_author_leaves_a_tombstone_that_says_so(self, at: Stage) -> None:
        """And the record still checks."""
        scene = at("inventory")
        number = scene.seat("mia").cycle(C).inventory.add(OLD).id
        scene.seat("mia").cycle(C).inventory.change(number, NEW)
        scene.seat("mia").cycle(C).inventory.withdraw(number)
        scene.anna.people.erase("mia", texts=True)

        assert scene.outsider.cycle(C).inventory.show(number).hidden == "Erased at the person's request."
        assert scene.outsider.verify().damage == ()

    @pytest.mark.parametrize("column", ["changed", "withdrawn"])
    def test_what_no_entry_tells_is_found(self, at: Stage, column: str) -> None:
        """A mark put on somebody's words behind the record's back is damage."""
        scene = at("inventory")
        tamper(scene.plein, f"UPDATE plein_contribution SET {column} = '2026-11-23 12:00:00' WHERE number = 1")

        assert any("contribution 1 is damaged" in one for one in scene.outsider.verify().damage)


ALLOWED = {("plein66", "inventory"), ("focus-group", "inventory")}
"""Where what was said in the open inventory may still be changed; the conversation of a focus group is another one, and closed."""


@pytest.mark.parametrize("change", [True, False], ids=["change", "withdraw"])
@pytest.mark.parametrize(("definition", "phase"), [one for one in EVERY if one[1] != "preparation"])
def test_only_its_author_does_it_and_only_while_the_inventory_takes_contributions(
    request: pytest.FixtureRequest, definition: str, phase: str, change: bool
) -> None:
    """Every role and phase: a host has no say in what others said, and nobody rewrites what the group has built on."""
    done: dict[str, bool] = {}
    for opened in taking(request):
        here = opened(definition, phase)
        before = here.rows()
        for person in ("piet", "anna", "bea", "adam", "zoe", None):
            for late in (False, True):
                inventory = here.plein.acting_as(person, at=LATE if late else None).cycle(C).inventory
                try:
                    _ = inventory.change(1, NEW) if change else inventory.withdraw(1)
                except PleinError:
                    assert here.rows() == before
                    continue
                done[f"{person} {'late' if late else 'in time'}"] = True
                here.session.rollback()
    assert done == ({"piet in time": True} if (definition, phase) in ALLOWED else {})
