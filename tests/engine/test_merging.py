"""What becomes of suggestions: decided, merged, held, carried on; and nothing is ever lost on the way."""

from __future__ import annotations

import pytest

from plein.documents import digest
from plein.errors import DraftCollides, Refused
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, rows

C = "housing"


@pytest.fixture
def house(at: Stage) -> Scene:
    """A first review without the three of ``scenes.py``."""
    scene = at("review")
    for person, number in (("piet", 1), ("kim", 2), ("lea", 3)):
        scene.seat(person).cycle(C).suggestions.withdraw(number)
    return scene


def suggest(scene: Scene, person: str, quote: str, replace: str) -> int:
    return scene.suggest(person, quote=quote, replace=replace).id


def test_what_was_adopted_goes_in_to_the_letter_and_what_was_adapted_as_it_was_adapted(house: Scene) -> None:
    """The text says what the decisions say, no more and no less."""
    one = suggest(house, "piet", "homes", "affordable homes")
    two = suggest(house, "kim", "trees in every street", "palms")
    three = suggest(house, "joe", "families with children", "singles")
    house.adopt(one)
    house.bea.cycle(C).decisions.set([two], "adapted", text="fruit trees in every street", because="Palms freeze.")
    house.reject(three)

    merged = house.bea.cycle(C).draft.merge(note="The first round.")

    expected = TEXT.replace("homes", "affordable homes").replace("trees in every", "fruit trees in every")
    assert (merged.applied, merged.held, merged.version, merged.base, merged.saved) == ((one, two), (), 2, 1, True)
    version = house.bea.cycle(C).draft.show()
    assert (version.text, version.digest, version.merged, version.note) == (expected, digest(expected), (one, two), "The first round.")
    assert {number: house.bea.cycle(C).suggestions.show(number).decision.merged_in for number in (one, two, three)} == {
        one: 2,
        two: 2,
        three: None,
    }  # type: ignore[union-attr]
    assert house.outsider.verify().damage == ()


@pytest.mark.parametrize(
    ("outcome", "more"),
    [("rejected", {}), ("noted", {}), ("covered", {"covered_by": 5})],
    ids=["rejected", "noted", "covered"],
)
def test_other_outcomes_change_nothing(house: Scene, outcome: str, more: dict[str, int]) -> None:
    """Only a yes changes the text."""
    suggest(house, "piet", "homes", "houses")
    kept = suggest(house, "kim", "trees", "fruit trees")
    house.bea.cycle(C).decisions.set([4], outcome, because="As it is.", **more)  # type: ignore[arg-type]
    house.adopt(kept)

    house.bea.cycle(C).draft.merge()

    assert house.bea.cycle(C).draft.show().text == TEXT.replace("trees", "fruit trees")
    assert house.bea.cycle(C).suggestions.show(4).status == "decided"


def test_two_that_collide_are_held_with_the_reason_and_the_rest_goes_in(house: Scene) -> None:
    """A collision stops the two, not the crowd; and people are told which two."""
    one = suggest(house, "piet", "homes", "houses")
    two = suggest(house, "kim", "homes", "flats")
    three = suggest(house, "joe", "trees", "fruit trees")
    house.adopt(one, two, three)

    merged = house.bea.cycle(C).draft.merge()

    assert (merged.applied, merged.held) == ((three,), (one, two))
    why = f"{one} and {two} collide at “homes”; adapt one, reject one, or for insertions adopt them with together=True"
    assert merged.reasons == {one: why, two: why}
    assert [collision.suggestions for collision in merged.collisions] == [(one, two)]
    with pytest.raises(Refused, match=f"None of the 2 adopted suggestions can be merged: {one} and {two} collide"):
        house.bea.cycle(C).draft.merge()
    house.bea.cycle(C).decisions.undo(two)
    house.bea.cycle(C).decisions.set([two], "covered", covered_by=one, because="One word is enough.")
    again = house.bea.cycle(C).draft.merge()
    assert (again.applied, again.held, again.version) == ((one,), (), 3)
    assert house.bea.cycle(C).draft.show().text == TEXT.replace("homes", "houses").replace("trees", "fruit trees")
    assert house.outsider.verify().damage == ()


def test_the_order_of_arrival_does_not_matter(at: Stage) -> None:
    """Whoever comes first has no advantage: the same set gives the same bytes."""
    places = (("homes", "affordable homes"), ("trees", "fruit trees"), ("public", "open"), ("children", "small children"))
    digests = set()
    for order in (places, places[::-1], places[2:] + places[:2]):
        scene = at("review")
        numbers = [suggest(scene, f"p{index}", *place) for index, place in enumerate(order)]
        scene.adopt(*numbers)
        digests.add(scene.bea.cycle(C).draft.merge().digest)

    assert len(digests) == 1


def test_a_merge_after_a_merge_goes_onto_the_merged_text(house: Scene) -> None:
    """The group decides in more than one evening: suggestions on version 1 go into version 2, carried to their place."""
    one = suggest(house, "piet", "We build homes.", "We build many small and affordable homes.")
    two = suggest(house, "kim", "trees", "fruit trees")
    house.adopt(one)
    house.bea.cycle(C).draft.merge()
    house.adopt(two)

    merged = house.bea.cycle(C).draft.merge()

    assert (merged.base, merged.version, merged.applied) == (2, 3, (two,))
    assert house.bea.cycle(C).draft.show().text == TEXT.replace("homes", "many small and affordable homes", 1).replace(
        "trees", "fruit trees"
    )
    assert house.outsider.verify().damage == ()


def test_a_second_that_collides_with_what_was_merged_is_held(house: Scene) -> None:
    """The first evening's words are not overwritten on the second."""
    one = suggest(house, "piet", "homes", "houses")
    two = suggest(house, "kim", "homes", "flats")
    house.adopt(one)
    house.bea.cycle(C).draft.merge()
    house.adopt(two)

    with pytest.raises(Refused, match=f"{two} changes words that were changed since version 1"):
        house.bea.cycle(C).draft.merge()
    assert house.bea.cycle(C).draft.merge(dry_run=True).held == (two,)


# what the drafters write between the review and the merge · what becomes of piet's "homes" -> "houses"
MEANWHILE = (
    ("carried", TEXT.replace("# Housing", "# Housing in our town"), "We build houses.", None),
    ("already in", TEXT.replace("homes", "houses"), "We build houses.", None),
    ("collided", TEXT.replace("homes", "castles"), None, "changes words that were changed since version 1"),
    ("orphaned", TEXT.replace("We build homes.\n\n", ""), None, "is no longer in version 2"),
)


@pytest.mark.parametrize(("text", "reads", "reason"), [pytest.param(*case[1:], id=case[0]) for case in MEANWHILE])
def test_what_drafters_wrote_meanwhile_is_respected(house: Scene, text: str, reads: str | None, reason: str | None) -> None:
    """A suggestion goes where it belongs, or people are told why it cannot; it is never placed by guess."""
    one = suggest(house, "piet", "homes", "houses")
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).draft.save(text)
    house.adopt(one)

    if reason is None:
        merged = house.bea.cycle(C).draft.merge()
        assert (merged.applied, merged.held) == ((one,), ())
        assert house.bea.cycle(C).draft.show().text.count(reads or "") == 1
    else:
        before = rows(house.plein)
        with pytest.raises(Refused, match=reason):
            house.bea.cycle(C).draft.merge()
        assert rows(house.plein) == before
        assert house.bea.cycle(C).draft.show().text == text
    assert house.outsider.verify().damage == ()


@pytest.mark.parametrize("order", [(4, 5), (5, 4)], ids=["as they came", "the other way round"])
def test_insertions_at_one_place_go_in_together_in_the_order_given(house: Scene, order: tuple[int, ...]) -> None:
    """Two people add an item to one list: the group says which comes first, and both go in."""
    item = "- people who lost their home\n"
    for person, added in (("piet", "- the old"), ("kim", "- nurses")):
        house.hand_in(person, item, f"{item}{added}\n")
    house.adopt(4, 5)
    with pytest.raises(Refused, match="4 and 5 collide"):
        house.bea.cycle(C).draft.merge()

    house.bea.cycle(C).decisions.set(order, "adopted", together=True)
    house.bea.cycle(C).draft.merge()

    lines = {4: "- the old\n", 5: "- nurses\n"}
    assert house.bea.cycle(C).draft.show().text == TEXT.replace(item, item + "".join(lines[number] for number in order))
    assert house.outsider.verify().damage == ()


ALL_OTHER = "# Homes\n\nNobody wants this any more; burn it.\n\nSomething else altogether, by one man, for nobody in particular at all.\n"


def test_a_sweeping_rewrite_gives_way_to_everybody_else(house: Scene) -> None:
    """One man who rewrites everything must not put all others in collision."""
    swept = house.seat("joe").cycle(C).suggestions.add(ALL_OTHER)
    assert swept.sweeping
    one = suggest(house, "piet", "homes", "affordable homes")
    assert house.outsider.cycle(C).suggestions.collisions() == ()
    assert house.outsider.cycle(C).suggestions.show(one).collides_with == ()
    house.adopt(swept.suggestions[0].id, one)

    merged = house.bea.cycle(C).draft.merge()

    assert (merged.applied, merged.held) == ((one,), (4,))
    assert "rewrites most of the text" in merged.reasons[4]
    assert house.outsider.verify().damage == ()


def test_a_sweeping_rewrite_alone_can_be_adopted(house: Scene) -> None:
    """It is a suggestion like any other; the group may want it."""
    swept = house.seat("joe").cycle(C).suggestions.add(ALL_OTHER)
    house.adopt(swept.suggestions[0].id)

    house.bea.cycle(C).draft.merge()

    assert house.bea.cycle(C).draft.show().text == ALL_OTHER
    assert house.outsider.verify().damage == ()


def test_the_same_suggestion_of_two_people_folds_and_both_are_answered(house: Scene) -> None:
    """Ten people who say the same are ten people, and one change."""
    one, two = (suggest(house, person, "homes", "affordable homes") for person in ("piet", "kim"))
    assert house.outsider.cycle(C).suggestions.show(one).same_as == (two,)
    assert house.outsider.cycle(C).suggestions.collisions() == ()
    house.adopt(one, two)

    assert house.bea.cycle(C).draft.merge().applied == (one, two)
    assert house.bea.cycle(C).draft.show().text.count("affordable") == 1
    assert house.outsider.verify().damage == ()


# -- drafts that cross ----------------------------------------------------------------------------------------------------


def test_a_draft_on_an_older_version_is_merged_where_it_is_clean(at: Stage) -> None:
    """Two drafters work on the train without a net."""
    scene = at("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"), base=1)

    saved = scene.anna.cycle(C).draft.save(TEXT.replace("trees", "fruit trees"), base=1)

    assert (saved.number, saved.base) == (3, 1)
    assert saved.text == TEXT.replace("homes", "houses").replace("trees", "fruit trees")
    assert scene.outsider.verify().damage == ()


def test_a_draft_that_collides_is_kept_beside_and_both_can_be_read(at: Stage) -> None:
    """An evening's work is not lost because somebody else was quicker."""
    scene = at("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"), base=1)

    with pytest.raises(DraftCollides) as refusal:
        scene.anna.cycle(C).draft.save(TEXT.replace("homes", "flats"), base=1)

    assert (refusal.value.base, refusal.value.newest, refusal.value.conflicts, refusal.value.kept) == (1, 2, 1, "1")
    assert "plein draft show housing --aside 1" in str(refusal.value)
    assert "--base 2" in str(refusal.value)
    assert len(scene.bea.cycle(C).draft.list()) == 2
    both = scene.bea.cycle(C).draft.aside(1)
    assert "houses" in both
    assert "flats" in both
    assert scene.bea.cycle(C).log()[-1].act == "set-draft-aside"
    assert scene.outsider.verify().damage == ()
    agreed = scene.anna.cycle(C).draft.save(TEXT.replace("homes", "houses and flats"), base=2)
    assert agreed.number == 3


# -- taking back ----------------------------------------------------------------------------------------------------------


def test_a_decision_can_be_undone_until_it_is_merged(house: Scene) -> None:
    """Groups change their minds; texts are changed by writing."""
    one, two = suggest(house, "piet", "homes", "houses"), suggest(house, "kim", "trees", "fruit trees")
    house.adopt(one, two)
    house.bea.cycle(C).decisions.undo(one)
    assert house.bea.cycle(C).suggestions.show(one).status == "open"
    house.bea.cycle(C).decisions.publish()
    house.bea.cycle(C).decisions.undo(two, "Nobody had asked the gardeners.")
    assert house.outsider.cycle(C).decisions.list() == ()
    house.adopt(two)
    house.bea.cycle(C).draft.merge()

    with pytest.raises(Refused, match="was merged into version 2; change the text instead: plein draft save housing FILE"):
        house.bea.cycle(C).decisions.undo(two)
    assert house.bea.cycle(C).draft.show().text == TEXT.replace("trees", "fruit trees")
    assert house.outsider.verify().damage == ()


def test_a_decision_can_be_taken_anew_until_it_is_published(house: Scene) -> None:
    """The last word counts, and the record keeps every word."""
    one = suggest(house, "piet", "homes", "houses")
    house.reject(one)
    house.adopt(one)

    assert [(each.outcome, each.because) for each in house.bea.cycle(C).decisions.list()] == [("adopted", None)]
    assert [entry.act for entry in house.bea.cycle(C).log()][-2:] == ["decide", "decide"]
    assert house.outsider.verify().damage == ()


def test_what_the_circle_decided_in_private_does_not_keep_anybody_from_withdrawing(house: Scene) -> None:
    """A refusal would tell that there is a decision; so the suggestion goes, and the decision nobody knew of with it."""
    one = suggest(house, "piet", "homes", "houses")
    house.reject(one)

    assert house.seat("piet").cycle(C).suggestions.withdraw(one).status == "withdrawn"

    assert house.bea.cycle(C).decisions.list() == ()
    assert [each.status for each in house.bea.cycle(C).suggestions.list()][-1] == "withdrawn"
    assert house.outsider.verify().damage == ()


def test_what_was_withdrawn_can_be_handed_in_again(house: Scene) -> None:
    """People take back and change their minds; the second time is a suggestion of its own."""
    edited = TEXT.replace("homes", "houses")
    first = house.seat("joe").cycle(C).suggestions.add(edited).suggestions[0].id
    house.seat("joe").cycle(C).suggestions.withdraw(first)

    again = house.seat("joe").cycle(C).suggestions.add(edited)

    assert again.new
    assert [one.status for one in again.suggestions] == ["open"]
    assert again.suggestions[0].id != first
    assert house.outsider.cycle(C).suggestions.show(first).status == "withdrawn"


def test_one_place_of_several_can_be_withdrawn_and_handed_in_again(house: Scene) -> None:
    """Handing in the same text again must bring back the place that was taken back, not answer with a withdrawn one."""
    edited = TEXT.replace("homes", "houses").replace("trees", "fruit trees")
    first = house.seat("joe").cycle(C).suggestions.add(edited).suggestions
    house.seat("joe").cycle(C).suggestions.withdraw(first[0].id)

    house.seat("joe").cycle(C).suggestions.add(edited)

    living = [one for one in house.outsider.cycle(C).suggestions.list() if one.author == "joe" and one.status == "open"]
    assert sorted(one.replace for one in living if one.replace) == ["We build houses.", "We like fruit trees in every street."]


def test_an_import_goes_on_where_somebody_handed_in_less_than_before(house: Scene) -> None:
    """A folder of a hundred texts is not refused because one of them says nothing new."""
    from plein.engine.review.importing import Handed

    house.seat("joe").cycle(C).suggestions.add(TEXT.replace("homes", "houses").replace("trees", "fruit trees"))

    taken = house.anna.cycle(C).suggestions.import_(
        [Handed("kit", TEXT.replace("public", "open"), name="kit.md"), Handed("joe", TEXT.replace("homes", "houses"), name="joe.md")],
        replace=False,
    )

    assert [one.author for one in taken] == ["kit", "joe"]
    assert [one.author for one in house.outsider.cycle(C).suggestions.list() if one.status == "open"] == ["joe", "joe", "kit"]


# -- the next round -------------------------------------------------------------------------------------------------------


def test_a_second_review_carries_what_still_waits_and_says_how_it_fared(house: Scene) -> None:
    """No suggestion dies of a change of the text."""
    fates = {
        "carried": suggest(house, "piet", "trees", "fruit trees"),
        "already-in": suggest(house, "kim", "homes", "houses"),
        "collided": suggest(house, "joe", "homes", "castles"),
        "orphaned": suggest(house, "lea", "families with children", "families with many children"),
        "decided": suggest(house, "lou", "public", "open"),
    }
    fates["withdrawn"] = suggest(house, "max", "waiting list", "queue")
    house.seat("max").cycle(C).suggestions.withdraw(fates["withdrawn"])
    house.reject(fates["decided"])
    house.bea.cycle(C).decisions.publish()
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).draft.save(TEXT.replace("homes", "houses").replace("- families with children\n", ""))

    house.anna.cycle(C).move("review")

    seen = {one.id: one for one in house.outsider.cycle(C).suggestions.list()}
    assert {status: seen[number].status for status, number in fates.items()} == {status: status for status in fates}
    assert all(seen[number].version == 1 for number in fates.values())
    assert seen[fates["orphaned"]].quote == "families with children"
    assert house.outsider.cycle(C).log()[-1].body["carried"] == {"already-in": 1, "carried": 1, "collided": 1, "orphaned": 1}  # type: ignore[index]
    assert house.outsider.verify().damage == ()
    new = suggest(house, "zoe", "trees", "old trees")
    assert house.outsider.cycle(C).suggestions.show(new).version == 2
    assert house.outsider.cycle(C).suggestions.show(new).collides_with == (fates["carried"],)
    house.adopt(fates["carried"])
    house.reject(new)
    assert house.bea.cycle(C).draft.merge().applied == (fates["carried"],)
    assert house.bea.cycle(C).draft.show().text.count("fruit trees") == 1
    assert house.outsider.verify().damage == ()


def test_what_is_undone_after_a_next_version_was_published_stands_on_it_too(house: Scene) -> None:
    """A suggestion that was settled and is open again goes along like all that are open: else nobody sees what it collides with."""
    one = suggest(house, "piet", "trees", "fruit trees")
    house.reject(one)
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"))
    house.anna.cycle(C).move("review")

    house.bea.cycle(C).decisions.undo(one)
    two = suggest(house, "kim", "trees", "old trees")

    assert house.outsider.cycle(C).suggestions.show(one).status == "carried"
    assert house.outsider.cycle(C).suggestions.show(one).collides_with == (two,)


def test_moving_on_without_a_new_version_carries_nothing(house: Scene) -> None:
    """A second look at the same text leaves every suggestion where it is."""
    one = house.seat("piet").cycle(C).suggestions.add(TEXT.replace("homes", "houses")).suggestions[0].id
    house.anna.cycle(C).move("drafting")
    house.anna.cycle(C).move("review")

    assert house.outsider.cycle(C).suggestions.show(one).status == "open"
    assert house.outsider.cycle(C).show().round == 2
    assert house.seat("piet").cycle(C).suggestions.add(TEXT.replace("homes", "houses")).new is False
