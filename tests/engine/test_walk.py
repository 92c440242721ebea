"""Several people at work at random: after every step the record is whole, nothing is lost and nothing closed is seen."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from plein import Plein
from plein.engine.review.views import Suggestion
from plein.engine.rows.values import as_json
from plein.errors import DraftCollides, PleinError, Refused
from plein.store.tables import all_tables
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.scenes import Scene
from tests.engines import engine_of

STATUSES = {"open", "carried", "collided", "orphaned", "already-in", "withdrawn", "decided"}
CLOSED = "zwart"
"""In every draft of the circle from the second on, until it is published."""
PEOPLE = ("piet", "kim", "joe", "anna", "bea")
OLD = ("homes", "trees", "public", "families with children", "waiting list", "Who comes first")
NEW = ("houses", "fruit trees", "open", "singles", "", "queue")

people, olds, news = st.sampled_from(PEOPLE), st.sampled_from(OLD), st.sampled_from(NEW)


class Walk(RuleBasedStateMachine):
    """A cycle from its first review on. Whatever is refused must leave everything as it was, so that the laws need no second look at it."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="plein-walk-"))
        shutil.copy(self.template, self.folder / "plein.db")
        self.plein = Plein(self.folder / "plein.db", clock=lambda: NOON)
        self.scene = Scene(self.plein, tokens={})
        self.most = 0
        self.drafts = 0
        self.wishes: dict[int, tuple[str, str | None, str | None]] = {}
        self.written: set[str] = set()
        self.looked_at: object = None
        self.from_outside: tuple[Suggestion, ...] = ()
        self.from_inside: tuple[Suggestion, ...] = ()

    def teardown(self) -> None:
        self.plein.close()
        shutil.rmtree(self.folder)

    def attempt(self, do: Any) -> None:
        """Do it; a refusal is an answer too, and changes nothing."""
        before = self.state()
        try:
            do()
        except PleinError:
            assert self.state() == before

    def state(self) -> object:
        """What changes whenever anything does, in one statement: the head of the record, and how many rows there are."""
        counts = ", ".join(f"(SELECT count(*) FROM {table.name})" for table in all_tables().sorted_tables)
        with engine_of(self.plein).connect() as connection:
            return connection.exec_driver_sql(f"SELECT revision, head, phase, {counts} FROM plein_cycle").all()

    @initialize()
    def begin(self) -> None:
        self.most = len(self.scene.outsider.cycle("housing").suggestions.list())
        self.keep_in_mind()

    def keep_in_mind(self) -> None:
        """What everybody asked for so far, in their own words."""
        for one in self.scene.outsider.cycle("housing").suggestions.list():
            self.wishes.setdefault(one.id, (one.quote, one.replace, one.why))

    def write(self, text: str, base: int | None = None) -> None:
        """Save a draft, and remember what became of it: a version, or a text set aside to the letter."""
        try:
            draft = self.scene.bea.cycle("housing").draft
            self.written.add(draft.save(text, base=base or draft.show().number).text)
        except DraftCollides:
            self.written.add(text)

    @rule(person=people, old=olds, new=news)
    def suggest(self, person: str, old: str, new: str) -> None:
        self.attempt(
            lambda: self.scene.seat(person).cycle("housing").suggestions.add_quote(old, new, why=f"{person} wants {new or 'less'}.")
        )
        self.keep_in_mind()

    @rule(person=people, changes=st.lists(st.tuples(olds, news), min_size=1, max_size=3))
    def hand_in(self, person: str, changes: list[tuple[str, str]]) -> None:
        text = self.scene.outsider.cycle("housing").draft.show().text
        for old, new in changes:
            text = text.replace(old, new)
        self.attempt(lambda: self.scene.seat(person).cycle("housing").suggestions.add(text))
        self.keep_in_mind()

    @rule(person=people, number=st.integers(1, 8))
    def withdraw(self, person: str, number: int) -> None:
        self.attempt(lambda: self.scene.seat(person).cycle("housing").suggestions.withdraw(number))

    @rule(numbers=st.lists(st.integers(1, 8), min_size=1, max_size=4), outcome=st.sampled_from(["adopted", "adopted", "rejected", "noted"]))
    def decide(self, numbers: list[int], outcome: str) -> None:
        because = None if outcome == "adopted" else "As it is."
        self.attempt(lambda: self.scene.bea.cycle("housing").decisions.set(numbers, outcome, because=because))

    @rule(number=st.integers(1, 8), text=st.sampled_from(["houses of stone", "trees with apples"]))
    def adapt(self, number: int, text: str) -> None:
        self.attempt(lambda: self.scene.bea.cycle("housing").decisions.set([number], "adapted", because="Better so.", text=text))

    @rule(number=st.integers(1, 8), at=olds)
    def place(self, number: int, at: str) -> None:
        self.attempt(lambda: self.scene.bea.cycle("housing").decisions.set([number], "adopted", at=at))

    @rule(number=st.integers(1, 8), other=st.integers(1, 8))
    def cover(self, number: int, other: int) -> None:
        self.attempt(lambda: self.scene.bea.cycle("housing").decisions.set([number], "covered", because="The same.", covered_by=other))

    @rule(number=st.integers(1, 8), because=st.sampled_from([None, "We read it again."]))
    def undo(self, number: int, because: str | None) -> None:
        self.attempt(lambda: self.scene.bea.cycle("housing").decisions.undo(number, because))

    @rule(person=people, number=st.integers(1, 8), new=news)
    def change(self, person: str, number: int, new: str) -> None:
        self.attempt(lambda: self.scene.seat(person).cycle("housing").suggestions.change(number, replace=new))
        self.keep_in_mind()

    @rule(people=st.tuples(people, people), wanted=st.lists(st.sampled_from(NEW[:-2]), min_size=4, max_size=4))
    def two_meet(self, people: tuple[str, str], wanted: list[str]) -> None:
        """Two want one sentence otherwise in two places of it, so that a text can have something of both."""
        said = "The town keeps a waiting list."
        for person, one, other in zip(people, wanted[::2], wanted[1::2], strict=True):
            reads = said.replace("town", one).replace("waiting list", other)
            self.attempt(lambda who=person, text=reads: self.scene.seat(who).cycle("housing").suggestions.add_quote(said, text))
        self.keep_in_mind()

    @rule(at=st.integers(0, 5), number=st.integers(1, 4), taken=st.integers(0, 3))
    def settle(self, at: int, number: int, taken: int) -> None:
        """One of the ready texts of a place, or one of its suggestions."""
        here = self.scene.bea.cycle("housing")
        places = here.suggestions.collisions()
        if places:
            place = places[at % len(places)]
            adopt = [] if taken else [place.suggestions[number % len(place.suggestions)]]
            self.attempt(
                lambda: here.decisions.settle(place.id, adopt, proposal=number if taken else None, because="So.", seen=place.suggestions)
            )

    @rule()
    def merge(self) -> None:
        self.attempt(lambda: self.scene.bea.cycle("housing").draft.merge())

    @rule()
    def publish(self) -> None:
        self.attempt(lambda: self.scene.bea.cycle("housing").decisions.publish())

    @rule(old=olds, new=news)
    def save(self, old: str, new: str) -> None:
        self.drafts += 1
        text = self.scene.bea.cycle("housing").draft.show().text.replace(old, new)
        lines = [line for line in text.splitlines() if CLOSED not in line]
        text = "\n".join([*lines, f"Between us: {CLOSED} {self.drafts}."]) + "\n"
        self.attempt(lambda: self.write(text))

    @rule(old=olds, new=news, back=st.integers(1, 2))
    def save_on_an_older_one(self, old: str, new: str, back: int) -> None:
        self.drafts += 1
        base = max(self.scene.bea.cycle("housing").draft.show().number - back, 1)
        text = self.scene.bea.cycle("housing").draft.show(base).text.replace(old, new)
        lines = [line for line in text.splitlines() if CLOSED not in line]
        self.attempt(lambda: self.write("\n".join([*lines, f"Between us: {CLOSED} {self.drafts}."]) + "\n", base))

    @rule(phase=st.sampled_from(["drafting", "review", "drafting", "review", "final"]))
    def move(self, phase: str) -> None:
        if phase in ("review", "final") and CLOSED in (newest := self.scene.bea.cycle("housing").draft.show().text):
            clean = "\n".join(line for line in newest.splitlines() if CLOSED not in line) + "\n"
            self.attempt(lambda: self.write(clean))
            if CLOSED in self.scene.bea.cycle("housing").draft.show().text:
                return
        self.attempt(lambda: self.scene.anna.cycle("housing").move(phase))

    @invariant()
    def the_laws_hold(self) -> None:
        if self.looked_at != (state := self.state()):
            self.from_outside, self.from_inside = (
                seat.cycle("housing").suggestions.list() for seat in (self.scene.outsider, self.scene.bea)
            )
            for law in self.LAWS:
                law(self)
            self.looked_at = state

    def the_record_is_whole(self) -> None:
        log = self.scene.outsider.cycle("housing").log()
        assert self.scene.outsider.verify().damage == ()
        assert [entry.number for entry in log] == list(range(1, len(log) + 1))
        assert self.scene.revision == len(log)

    def no_suggestion_is_lost(self) -> None:
        for found in (self.from_outside, self.from_inside):
            assert len(found) >= self.most
            assert [one.id for one in found] == list(range(1, len(found) + 1))
            assert {one.status for one in found} <= STATUSES
            assert all((one.status == "decided") is (one.decision is not None) for one in found)
            self.most = max(self.most, len(found))

    def nothing_anybody_wrote_is_lost(self) -> None:
        bea = self.scene.bea
        for found in (self.from_outside, self.from_inside):
            assert {one.id: (one.quote, one.replace, one.why) for one in found} == self.wishes
        readable = {one.text for one in bea.cycle("housing").draft.list()}
        assert self.written <= readable | {
            bea.cycle("housing").draft.aside(one.number, whole=True) for one in bea.cycle("housing").draft.asides()
        }

    def nothing_closed_is_seen(self) -> None:
        here = self.scene.outsider.cycle("housing")
        seen: list[Any] = [here.draft.list, here.draft.asides, here.suggestions.list, here.suggestions.collisions, here.decisions.list]
        assert CLOSED not in json.dumps([as_json(look()) for look in (*seen, here.log, here.status)])
        assert CLOSED not in json.dumps([as_json(here.suggestions.show(number)) for number in self.wishes])
        assert all(decision.published for decision in here.decisions.list())

    def collisions_name_each_other(self) -> None:
        found = self.from_outside
        for one in found:
            assert all(one.id in found[other - 1].collides_with for other in one.collides_with)
            assert all(one.id in found[other - 1].same_as for other in one.same_as)

    def a_text_put_together_stands_or_falls_whole(self) -> None:
        found = {one.id: one for one in self.from_inside}
        for one in self.from_inside:
            decision = one.decision
            if decision is not None and decision.put_together_from and decision.merged_in is None:
                others = [found[number] for number in decision.put_together_from if number != one.id]
                assert others
                assert [other.decision.covered_by if other.decision else None for other in others] == [one.id] * len(others)

    def final_means_answered(self) -> None:
        if self.scene.phase == "final":
            answered = {decision.suggestion for decision in self.scene.outsider.cycle("housing").decisions.list()}
            assert all(one.id in answered or one.status == "withdrawn" for one in self.from_outside)

    LAWS = (
        the_record_is_whole,
        no_suggestion_is_lost,
        nothing_anybody_wrote_is_lost,
        nothing_closed_is_seen,
        collisions_name_each_other,
        a_text_put_together_stands_or_falls_whole,
        final_means_answered,
    )


@pytest.fixture
def template(empty_file: Path, tmp_path: Path) -> Path:
    """A cycle that has just come into its first review."""
    path = tmp_path / "walk.db"
    shutil.copy(empty_file, path)
    with Plein(path, clock=lambda: NOON) as plein:
        Scene(plein).build("review")
        with engine_of(plein).connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def test_whatever_people_do_nothing_is_lost_and_nothing_closed_is_seen(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody foresees in which order people do things; this tries some dozens of orders, the same ones each time.

    What was worked out of how suggestions meet is kept from the first on, so that the check of the record finds it where an act left it stale.
    """
    monkeypatch.setattr("plein.engine.review.meetings.KEPT_FROM", 1)
    Walk.template = template
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=15, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
        ),
    )


def test_the_walk_itself_walks(template: Path) -> None:
    """The test above is worth something: its steps do change the cycle, up to the end."""
    Walk.template = template
    walk = Walk()
    walk.begin()
    walk.suggest("joe", "homes", "houses")
    walk.decide([1, 2, 4], "rejected")
    walk.decide([3], "noted")
    walk.decide([2], "adopted")
    walk.merge()
    walk.publish()
    walk.move("drafting")
    walk.save("trees", "queue")
    walk.the_laws_hold()
    walk.move("review")
    walk.move("final")

    assert walk.scene.phase == "final"
    assert walk.scene.outsider.cycle("housing").draft.show().text != TEXT
    with pytest.raises(Refused):
        walk.scene.bea.cycle("housing").decisions.set([1], "adopted")
    walk.the_laws_hold()
    assert len(walk.from_outside) == 4
    walk.teardown()
