"""Several processes at once: nothing is lost, nothing happens twice, and who comes second is told."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from multiprocessing.pool import Pool

import pytest

from plein import Plein
from tests.cycles import TEXT, Housing
from tests.engine import workers
from tests.engine.conftest import Stage
from tests.tiers import thorough

AT_ONCE, EACH = 4, 25


@pytest.fixture(scope="module")
def crowd() -> Iterator[Pool]:
    """Four processes that wait for work; started once, for they take longer to start than to work."""
    with multiprocessing.get_context("spawn").Pool(AT_ONCE) as pool:
        yield pool
        pool.close()
        pool.join()


@thorough
def test_a_hundred_contributions_of_four_at_once_are_all_kept(at: Stage, crowd: Pool) -> None:
    """An evening with the whole party on line: everybody's words are there, each under a number of its own."""
    scene = at("inventory")

    given = crowd.starmap(workers.contribute, [(scene.where, worker, EACH) for worker in range(AT_ONCE)], chunksize=1)

    kept = scene.outsider.cycle("housing").inventory.list()[2:]
    assert sorted(number for numbers in given for number in numbers) == [one.id for one in kept] == list(range(3, 103))
    assert {one.text for one in kept} == {f"{worker} says {turn}." for worker in range(AT_ONCE) for turn in range(EACH)}
    assert all(
        kept[number - 3].text == f"{worker} says {turn}." for worker, numbers in enumerate(given) for turn, number in enumerate(numbers)
    )
    assert [one.number for one in scene.outsider.cycle("housing").log()] == list(range(1, scene.revision + 1))
    assert scene.outsider.verify().damage == ()


@thorough
def test_a_hundred_suggestions_of_four_at_once_are_all_kept(plein: Plein, where: str, crowd: Pool) -> None:
    """The last hour before the deadline."""
    housing = Housing(plein).review(workers.long_text())

    given = crowd.starmap(workers.suggest, [(where, worker, EACH) for worker in range(AT_ONCE)], chunksize=1)

    kept = housing.outsider.cycle("housing").suggestions.list()
    assert sorted(number for numbers in given for number in numbers) == [one.id for one in kept] == list(range(1, 101))
    assert {one.paragraph for one in kept} == set(range(2, 102))
    assert housing.outsider.cycle("housing").suggestions.collisions() == ()
    assert housing.outsider.verify().damage == ()


def test_of_four_who_move_at_once_one_moves(at: Stage, crowd: Pool) -> None:
    """Two hosts press the button in the same second: one review is opened, not two, and the others are told."""
    scene = at("drafting")

    said = crowd.starmap(workers.move, [(scene.where, "review")] * AT_ONCE, chunksize=1)

    assert sorted(answer.split(":")[0] for answer in said) == ["MoveRefused"] * 3 + ["ok"]
    assert all("is in review already" in answer for answer in said if not answer.startswith("ok"))
    assert scene.outsider.cycle("housing").show().round == 1
    assert scene.outsider.verify().damage == ()


def test_of_four_drafts_at_once_none_is_lost(at: Stage, crowd: Pool) -> None:
    """One is the next version, the others are kept beside it: every word can be read back."""
    scene = at("drafting")
    words = ["houses", "flats", "huts", "castles"]

    said = crowd.starmap(workers.save, [(scene.where, word) for word in words], chunksize=1)

    assert sorted(answer.split(":")[0] for answer in said) == ["DraftCollides"] * 3 + ["ok"]
    kept = [scene.bea.cycle("housing").draft.show(2).text, *(scene.bea.cycle("housing").draft.aside(number) for number in (1, 2, 3))]
    assert {word for word in words for text in kept if word in text} == set(words)
    assert scene.bea.cycle("housing").draft.show(1).text == TEXT
    assert scene.outsider.verify().damage == ()


def test_of_four_who_begin_the_same_cycle_one_does(at: Stage, crowd: Pool) -> None:
    """A name is given once; the others hear it in words, not from the database."""
    scene = at("preparation")

    said = crowd.starmap(workers.begin, [(scene.where, "trees")] * AT_ONCE, chunksize=1)

    assert sorted(said) == ["Refused: There is a cycle “trees” already; choose another name."] * 3 + ["ok: preparation"]
    assert scene.outsider.verify().damage == ()


def test_a_person_who_is_new_in_four_places_at_once_is_one_person(at: Stage, crowd: Pool) -> None:
    """A double click is one click, and one person."""
    scene = at("inventory")

    before = scene.revision
    said = crowd.starmap(workers.support, [(scene.where, "nina")] * AT_ONCE, chunksize=1)

    assert said == ["ok: 1"] * AT_ONCE
    assert scene.outsider.cycle("housing").inventory.show(1).supports == 1
    assert scene.revision == before + 1
    assert scene.outsider.verify().damage == ()
