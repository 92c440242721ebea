"""All that is somebody's, to take away: whole, theirs alone, and no more than they or the host may see."""

from __future__ import annotations

import json
from typing import Any

import pytest

from plein import as_json
from plein.errors import NotFound
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene
from tests.engine.test_erasure import NAMES, WORDS, C
from tests.engine.test_erasure import full as full


def given(scene: Scene, who: str, whom: str = "otto") -> Any:
    return json.loads(json.dumps(as_json(scene.seat(who).people.export(whom))))


@pytest.mark.parametrize("who", ["otto", "anna"])
def test_it_holds_everything_there_is_of_somebody(full: Scene, who: str) -> None:
    """What erasing would take away can be taken along first: under a pseudonym too, whoever asks for it."""
    found = given(full, who)
    text = json.dumps(found, ensure_ascii=False)

    assert [word for word in (*NAMES, *WORDS) if word not in text] == []
    (housing,) = found["cycles"]
    assert {kind: len(value) for kind, value in housing.items() if isinstance(value, list)} == {
        "contributions": 3, "supports": 1, "nudges": 1, "links": 0, "suggestions": 6, "places": 1, "comments": 1, "versions": 1,
        "asides": 1, "decisions": 0, "undone": 0, "topics": 0, "promises": 0, "reports": 0, "entries": 14,
    }  # fmt: skip
    assert found["boards"] == ["quay"]


def test_it_is_the_same_whoever_asks_for_it(full: Scene) -> None:
    """A host sees more than he does, and the file is his."""
    assert given(full, "anna") == given(full, "otto")


def test_decisions_are_in_it_as_far_as_they_are_published_to_them(at: Stage) -> None:
    """What the group is still talking about is not theirs."""
    scene = at("processing")
    assert given(scene, "piet", "piet")["cycles"][0]["suggestions"][0]["decision"] is None
    scene.bea.cycle(C).decisions.publish()

    found = given(scene, "piet", "piet")["cycles"][0]["suggestions"][0]
    assert (found["status"], found["decision"]["outcome"], found["decision"]["by"]) == ("decided", "adopted", None)


def test_what_a_host_hid_is_still_whose_it_was(at: Stage) -> None:
    """Hidden from everybody else; they wrote it."""
    scene = at("inventory")
    scene.anna.cycle(C).inventory.hide(1, "It names a neighbour.")

    one = given(scene, "piet", "piet")["cycles"][0]["contributions"][0]
    assert (one["text"], one["hidden"]) == ("My son has been waiting for nine years.", "It names a neighbour.")


def test_who_left_the_circle_takes_their_own_words_and_not_the_drafts(full: Scene) -> None:
    """They saved the text; it is the group's."""
    before = given(full, "otto")["cycles"][0]
    full.anna.cycle(C).group.remove("otto", "Moved away.")
    after = given(full, "otto")["cycles"][0]

    assert before["versions"][0]["text"] is not None
    assert (after["versions"][0]["text"], after["asides"][0]["text"]) == (None, None)
    assert (after["versions"][0]["note"], after["comments"][0]["text"]) == ("OTTO-NOTE", "OTTO-COMMENT")


def test_a_host_gets_nothing_of_cycles_they_do_not_host(full: Scene) -> None:
    """Neither what was said there, nor under which name."""
    full.seat("zoe").cycles.new("trees", title="Trees", question="Which?")
    full.seat("zoe").cycle("trees").move("inventory")
    full.seat("otto").cycle("trees").inventory.add("Oaks.", pseudonym="Eikenman")

    zoes, annas, own = given(full, "zoe"), given(full, "anna"), given(full, "otto")
    assert [one["cycle"] for one in zoes["cycles"]] == ["trees"]
    assert zoes["person"]["pseudonyms"] == ["~Eikenman"]
    assert annas["person"]["pseudonyms"] == ["~Nachtvlinder"]
    assert own["person"]["pseudonyms"] == ["~Nachtvlinder", "~Eikenman"]
    assert [one["cycle"] for one in own["cycles"]] == ["housing", "trees"]
    assert "OTTO" not in json.dumps(zoes)


@pytest.mark.parametrize("who", ["kim", "bea", "stranger", None])
def test_nobody_else_gets_it(full: Scene, who: str | None) -> None:
    """Nor do they learn whether there is something to get."""
    seat = full.plein.acting_as(who)
    told = []
    for person in ("otto", "nobody-at-all", "~Nachtvlinder"):
        with pytest.raises(NotFound) as refusal:
            seat.people.export(person)
        told.append(str(refusal.value).replace(person, "…"))

    assert len(set(told)) == 1


def test_what_was_erased_is_nobodys_to_take(full: Scene) -> None:
    """Not under the old id, and not under what stands in its place."""
    stands = full.anna.people.erase("otto").person
    for person in ("otto", stands):
        with pytest.raises(NotFound):
            full.anna.people.export(person)
