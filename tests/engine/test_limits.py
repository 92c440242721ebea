"""Every text that the library takes has a limit: all calls are walked, and each of their arguments is tried with one character too many."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any

import pytest

from plein import Entered, Handed, Organisation, Outside, Plein, vocabulary
from plein.engine.fields import ITEMS, limit_of
from plein.errors import BadRows, BrokenText, PleinError, TooLong, Unusable
from plein.limits import LIMITS, SETTABLE
from plein.workflow import PLEIN66
from tests.calls import CALLS
from tests.conftest import NOON
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, rows

C = "housing"
NO_TEXT = ("int", "bool", "datetime", "None", "Definition", "Sequence[int]", "Iterable[int]", "Callable[[], None]")
"""What an argument may be besides a text."""
TEXTS = ("str", "Sequence[str]", *(name for name in vocabulary.__all__ if name != "meant"))
"""What is a text, or one of a few."""
ROWS = {"Iterable[Handed]": Handed, "Iterable[Outside]": Outside, "Iterable[Entered]": Entered}


def _kinds(annotation: str) -> Iterator[str]:
    for kind in re.sub(r"Literal\[[^]]*\]", "str", annotation).split(" | "):
        assert kind in (*NO_TEXT, *TEXTS, *ROWS), f"is {kind} a text? Say so here"
        yield kind


def _arguments(path: str) -> dict[str, list[str]]:
    """The arguments of a call, each with what it may be."""
    return {one.name: list(_kinds(one.annotation)) for one in inspect.signature(CALLS[path]).parameters.values() if one.name != "self"}


TEXT_ARGUMENTS = [(path, name) for path in CALLS for name, kinds in _arguments(path).items() if not set(kinds).isdisjoint(TEXTS)]
ROW_ARGUMENTS = [(path, name, ROWS[kind]) for path in CALLS for name, kinds in _arguments(path).items() for kind in kinds if kind in ROWS]


def _limit(path: str, name: str) -> str:
    found = limit_of(CALLS[path].__qualname__, name)
    assert found is not None, f"{path} takes {name}, which may have any length: give it a line in plein.engine.fields"
    return found


def _call(plein: Plein, path: str) -> Callable[..., Any]:
    seat = plein.acting_as("anna")
    found = attrgetter(path.removeprefix("cycle."))(seat.cycle(C) if path.startswith("cycle.") else seat)
    assert callable(found)
    return found


def _given(path: str, name: str, text: str) -> Mapping[str, Any]:
    """What a call is given: one argument as it is, the others as they may be."""
    needed = [one for one in inspect.signature(CALLS[path]).parameters.values() if one.default is one.empty and one.name != "self"]
    right = {one.name: 1 if "int" in one.annotation else [] if "[" in one.annotation else "x" for one in needed}
    return right | {name: ["x", text] if "Sequence[str]" in _arguments(path)[name] else text}


def test_there_are_texts_to_try() -> None:
    """A walk that finds nothing would hold nothing."""
    assert {("cycle.inventory.add", "text"), ("cycle.suggestions.tip", "text"), ("boards.set", "people")} <= set(TEXT_ARGUMENTS)
    assert {kind for _, _, kind in ROW_ARGUMENTS} == set(ROWS.values())
    used = {_limit(path, name) for path, name in TEXT_ARGUMENTS} | {one for row in ITEMS.values() for one in row.values()}
    assert set(LIMITS) == used | {"definition"}


@pytest.mark.parametrize(("path", "name"), TEXT_ARGUMENTS)
def test_one_character_too_many_is_refused_by_its_field_and_limit(shared_at: Stage, path: str, name: str) -> None:
    """Five megabytes in a reason are a page that nobody can open, and nobody can take them out of the record again."""
    scene, limit = shared_at("review"), _limit(path, name)
    before, most = rows(scene.plein), LIMITS[limit].most

    with pytest.raises(TooLong) as refusal:
        _call(scene.plein, path)(**_given(path, name, "x" * (most + 1)))

    assert (refusal.value.field, refusal.value.length, refusal.value.most) == (limit, most + 1, most)
    assert str(refusal.value).startswith(f"{LIMITS[limit].what} has {most + 1:,} characters; at most {most:,} are taken. Shorten it")
    assert rows(scene.plein) == before


@pytest.mark.parametrize(("path", "name"), [one for one in TEXT_ARGUMENTS if LIMITS[_limit(*one)].most <= 20_000])
def test_the_last_character_is_still_taken(at: Stage, path: str, name: str) -> None:
    """Whatever else may be wrong with it, it is not its length; a file's last line end does not count."""
    scene, most = at("review"), LIMITS[_limit(path, name)].most

    try:
        _call(scene.plein, path)(**_given(path, name, "x" * most + "\n"))
    except PleinError as refusal:
        assert not isinstance(refusal, TooLong), refusal  # noqa: PT017 - it may be refused for anything else


_OURS = {"broken"}
"""Fields of rows that plein's own readers fill in."""


@pytest.mark.parametrize(
    ("path", "argument", "row", "field"),
    [
        (*one, field.name)
        for one in ROW_ARGUMENTS
        for field in dataclasses.fields(one[2])
        if "str" in str(field.type) and field.name not in _OURS
    ],
)
def test_a_row_with_one_character_too_many_is_named(shared_at: Stage, path: str, argument: str, row: Any, field: str) -> None:
    """Many rows come in at once: nothing of them is taken, and the one to mend is told."""
    scene, limit = shared_at("inventory" if row is Outside else "review"), ITEMS[row.__name__][field]
    before, most = rows(scene.plein), LIMITS[limit].most
    right = {one.name: "x" for one in dataclasses.fields(row) if one.default is dataclasses.MISSING}
    fine, long = row(**right), row(**{**right, field: "x" * (most + 1)})

    with pytest.raises(Unusable) as refusal:
        _call(scene.plein, path)(**{argument: iter([fine, long])})

    assert f"{LIMITS[limit].what} has {most + 1:,} characters; at most {most:,} are taken" in str(refusal.value)
    assert len(str(refusal.value)) < 700
    assert rows(scene.plein) == before


def test_all_rows_that_are_too_long_are_told_at_once(shared_at: Stage) -> None:
    """Mend them in one go."""
    scene = shared_at("review")

    with pytest.raises(BadRows) as refusal:
        scene.anna.cycle(C).suggestions.import_(
            [Handed("joe", "x", why="y" * 10_001, name="joe.md"), Handed("k" * 201, "x", name="kit.md")]
        )

    assert [one.split(":")[0] for one in refusal.value.mistakes] == ["joe.md", "kit.md"]


def _with(scene: Scene, **limits: int) -> Plein:
    return Plein(scene.where, clock=lambda: NOON, organisation=Organisation(limits=limits))


@pytest.mark.parametrize("field", SETTABLE)
def test_an_organisation_sets_each_limit_of_what_people_fill_in(shared_at: Stage, field: str) -> None:
    """A council that wants reasons of one screen says so, and one with long questions too; in a call, or in rows."""
    by_call = [(path, _given(path, name, "abcd")) for path, name in TEXT_ARGUMENTS if _limit(path, name) == field]
    path, given = (by_call or [("cycle.inventory.import_", {"items": [Outside("Trees.", "joe", **{field: "abcd"})]})])[0]

    with (
        _with(shared_at("inventory"), **{field: 3}) as plein,
        pytest.raises(Unusable, match="4 characters; at most 3 are taken") as refusal,
    ):
        _call(plein, path)(**given)

    assert f'Organisation(limits={{"{field}": …}})' in str(refusal.value)


def test_more_than_plein_takes_by_itself_can_be_taken(at: Stage) -> None:
    """What an organisation sets goes in whole, and reads back whole."""
    scene = at("inventory")
    with _with(scene, contribution=30_000) as plein:
        made = plein.acting_as("piet").cycle(C).inventory.add("x" * 30_000)
        assert plein.acting_as("piet").cycle(C).inventory.show(made.id).text == "x" * 30_000


ONE_LINE = [(path, name) for path, name in TEXT_ARGUMENTS if LIMITS[_limit(path, name)].line]


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\x0b", "\x85", "\u2028", "\t", "\x07"], ids=repr)
@pytest.mark.parametrize(("path", "name"), ONE_LINE)
def test_what_is_one_line_is_not_two(shared_at: Stage, path: str, name: str, sign: str) -> None:
    """A title of two lines forges a heading, a row of a list, a line of the screen."""
    scene = shared_at("review")
    before = rows(scene.plein)

    with pytest.raises(BrokenText) as refusal:
        _call(scene.plein, path)(**_given(path, name, f"Trees{sign}and parks"))

    assert "is one line" in str(refusal.value)
    assert rows(scene.plein) == before


def test_a_definition_has_a_limit_too(at: Stage) -> None:
    """Anybody may begin a cycle, by rules of their own."""
    scene = at("review")
    before = rows(scene.plein)
    endless = dataclasses.replace(PLEIN66, title="x" * 100_000)

    with pytest.raises(TooLong, match="The definition has"):
        scene.anna.cycles.new("trees", title="Trees", question="Which?", definition=endless)
    with pytest.raises(TooLong, match="The definition has"):
        scene.anna.cycle(C).change(definition=endless, because="Why not.")
    assert rows(scene.plein) == before
