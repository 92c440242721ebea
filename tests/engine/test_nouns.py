"""The library by noun: one cycle, and what is in it under the words of the command line."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from plein import Outside, Plein
from plein.errors import NotFound, Unusable


def test_a_cycle_that_is_named_is_not_read_until_something_is_asked(plein: Plein) -> None:
    """An intranet makes these by the dozen for one page."""
    asked: list[str] = []

    def heard(*statement: Any) -> None:
        asked.append(statement[2])

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        housing = plein.acting_as("anna").cycle("housing")
        inventory = housing.inventory
        assert asked == []
        with pytest.raises(NotFound, match="housing"):
            housing.show()
        with pytest.raises(NotFound, match="housing"):
            inventory.list()
        assert asked != []
    finally:
        event.remove(Engine, "before_cursor_execute", heard)


def test_it_is_the_cycle_as_it_is_when_it_is_asked(plein: Plein) -> None:
    """Nothing is kept from one call to the next."""
    anna, piet = plein.acting_as("anna"), plein.acting_as("piet").cycle("housing")
    anna.cycles.new("housing", title="Housing", question="What should change?", language="en")
    anna.cycle("housing").move("inventory")
    said = piet.inventory.add("Build on the old harbour.", kind="idea", revision=piet.show().revision)

    assert piet.inventory.list() == (said,) == anna.cycle("housing").inventory.list()
    assert piet.inventory.show(said.id) == said


def test_a_part_of_the_record_knows_the_whole(plein: Plein) -> None:
    """Whoever reads on from where a part ended has read everything once, and knows when it is over."""
    anna = plein.acting_as("anna")
    anna.cycles.new("housing", title="Housing", question="What should change?", language="en")
    housing = anna.cycle("housing")
    housing.move("inventory")
    for text in ("One.", "Two.", "Three."):
        housing.inventory.add(text)
    whole = housing.log()

    read: list[object] = []
    page = housing.log(limit=2)
    sizes = [len(page)]
    read += page
    while page.after is not None:
        page = housing.log(limit=2, after=page.after)
        sizes.append(len(page))
        read += page

    assert (tuple(read), sizes) == (whole, [2, 2, 1])
    assert (whole.total, whole.after, page.total) == (5, None, 5)
    assert housing.log(after=99) == ()
    with pytest.raises(Unusable, match="ask for one or more"):
        housing.log(limit=0)


def test_the_words_people_use_are_understood(plein: Plein) -> None:
    """Who reads *ervaring* on the screen types it; what is kept is the name."""
    anna = plein.acting_as("anna")
    anna.cycles.new("wonen", title="Wonen", question="Wat moet er anders?")
    wonen = anna.cycle("wonen")
    wonen.move("inventory")
    said: Any = "Ervaring"
    role: Any = "schrijver"
    outcome: Any = "niet overgenomen"

    assert wonen.inventory.add("Mijn zoon wacht negen jaar.", kind=said).kind == "experience"
    assert wonen.inventory.import_([Outside("Op de markt gezegd.", "piet", kind="mening")])[0].kind == "opinion"
    assert anna.people.add("piet", relation="lid").relation == "member"
    wonen.move("invitation")
    token = wonen.group.invite("anna", role=role, because="Luistert goed.").token
    anna.invitations.accept(token)
    wonen.move("drafting")
    wonen.draft.save("Wij bouwen huizen.\n")
    wonen.move("review")
    change = wonen.suggestions.add_quote("huizen", "woningen", kind="refinement").suggestions[0]
    assert wonen.decisions.set(change.id, outcome, because="Huizen is goed Nederlands.")[0].outcome == "rejected"
    assert wonen.verify().damage == ()


def test_what_the_contract_names_in_order_can_be_said_in_order(plein: Plein) -> None:
    """Scripts may leave the keywords out where the contract gives an order."""
    anna = plein.acting_as("anna")
    anna.cycles.new("housing", title="Housing", question="What should change?", language="en")
    housing = anna.cycle("housing")
    housing.move("inventory", "2099-01-01", "What do you think?")
    assert housing.inventory.add("Trees.", "idea", "trees", None).topic == "trees"
    housing.move("invitation", because="Enough.")
    anna.invitations.accept(housing.group.invite("anna", role="drafter", because="Listens.").token)
    housing.move("drafting")
    assert housing.draft.save("We build homes.\n\nWe like trees.\n", None, "The first.").note == "The first."
    housing.move("review", "2099-02-01", "Well?", "It is ready.")
    whole = housing.suggestions.add("We build houses.\n\nWe like trees.\n", 1, "Plainer.", "refinement").suggestions[0]
    quoted = housing.suggestions.add_quote("trees", "fruit trees", "They feed people.").suggestions[0]
    assert (whole.why, whole.kind, quoted.why) == ("Plainer.", "refinement", "They feed people.")
    assert housing.extend("2099-03-01", "Holidays.").steps[-1].closes is not None
    assert housing.decisions.set([whole.id], "rejected", "Homes is warmer.")[0].because == "Homes is warmer."
    assert housing.decisions.set([quoted.id], "adapted", "Shorter.", "apple trees")[0].text == "apple trees"
    assert housing.verify().damage == ()
