"""What plein says to do next is right: whoever types the line, as it is printed and at that moment, is not refused and helps the cycle on."""

from __future__ import annotations

import contextlib
import itertools
import shlex
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plein import Plein
from plein.engine.cycle.views import Status
from plein.workflow import PLEIN66, Definition, dumps
from tests.cli.conftest import At, Cli, Result
from tests.cycles import TEXT
from tests.tiers import thorough

PEOPLE = ("anna", "hugo", "bea", "adam", "dora", "piet", "late", None)
"""Who looks after every act: the first host; another, who writes nothing; a drafter; an adviser; somebody who was invited and has not
answered; somebody who takes part; somebody who comes late; and nobody in particular.
"""
C = "housing"
LOOKS = ("status", "list", "show", "diff", "collisions", "memory", "rules", "check", "verify", "log", "candidates", "publish")
"""Commands that change nothing: they show where one is, or write pages."""
_BEGIN = datetime.fromisoformat("2026-11-24T12:00:00+00:00")
_TOKEN = "TOKEN"


def _with_own_steps() -> Definition:
    """Rules of another make: drafters decide, hosts alone merge and publish; a vote of the circle with a deadline and a reason comes last."""
    data = PLEIN66.to_data()
    names = {"inventory": "hearing", "drafting": "writing", "review": "asking"}
    for phase in data["phases"]:
        phase["name"] = names.get(phase["name"], phase["name"])
        if "decide" in phase["acts"]:
            phase["acts"]["decide"]["by"] = ["drafter"]
            phase["acts"]["merge"]["by"] = ["host"]
            phase["acts"]["publish-decisions"]["by"] = ["host"]
    voting = {
        "name": "voting",
        "space": "closed",
        "on_enter": [],
        "acts": {
            "read-drafts": {"by": ["host", "drafter", "adviser"], "guards": []},
            "comment": {"by": ["host", "drafter", "adviser"], "guards": []},
        },
    }
    data["phases"].insert(5, voting)
    for move in data["moves"]:
        move["from"], move["to"] = (names.get(move[end], move[end]) for end in ("from", "to"))
        if (move["from"], move["to"]) == ("writing", "final"):
            move["to"], move["guards"] = "voting", [*move["guards"], "deadline_given", "has_reason"]
    data["moves"] = [move for move in data["moves"] if (move["from"], move["to"]) != ("asking", "final")]
    data["moves"].append({"from": "voting", "to": "final", "by": ["drafter"], "guards": ["has_reason"]})
    return Definition.from_data(data | {"name": "with-own-steps", "title": "With a vote"})


@dataclass
class Walk:
    """A cycle on its way, in which everything is done by commands, at later and later moments."""

    call: Cli
    database: Path
    folder: Path
    now: datetime = _BEGIN
    tokens: dict[str, str] = field(default_factory=dict)
    typed: set[Any] = field(default_factory=set)
    fresh: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def run(self, person: str | None, *words: str, stdin: str | None = None) -> Result:
        self.now += timedelta(minutes=1)
        return self.call(*words, as_=person, now=self.now.isoformat(), stdin=stdin, cwd=self.folder)

    def do(self, person: str | None, line: str, *, stdin: str | None = None, refused: bool = False) -> None:
        """Do an act; then try what it says to do next, and what everybody else is told to do next."""
        done = self.run(person, *shlex.split(line), stdin=stdin)
        assert (done.code == 1) is refused, (person, line, done)
        if refused:
            return
        assert done.code == 0, (person, line, done)
        (then,) = done.next
        if line.startswith("group invite"):
            self.tokens[line.split()[3]] = done.out.split()[-1]
        self.holds(person, then, after=line)
        self.all_are_told(after=line)

    def all_are_told(self, *, after: str) -> None:
        """What each of them is told on the home screen; a line is typed when anything changed since they typed it that it can depend on."""
        with Plein(self.database, clock=lambda: self.now) as plein:
            screens = {person: plein.acting_as(person).cycle(C).status() for person in PEOPLE}
            did = Counter(entry.by for entry in plein.acting_as("anna").cycle(C).log())
        inside = screens["anna"].counts
        for person, screen in screens.items():
            then = screen.next.command
            self.fits(person, then, screen, inside, after=after)
            known = (person, then, screen.cycle.phase, screen.cycle.closes, screen.roles, repr(inside), did[person])
            if then is not None and known not in self.typed:
                self.typed.add(known)
                self.holds(person, then, after=f"{after} (status)")

    def holds(self, person: str | None, then: str, *, after: str) -> None:
        """Type the line as it was printed, with words of one's own for those in capitals, and take it all back."""
        words = [self.filled(word, person) for word in shlex.split(then)]
        assert words[0] == "plein", then
        looks = bool({*words[1:3], words[-1]} & {*LOOKS, "--dry-run"}) and words[1:3] != ["decision", "publish"]
        with self.put_back() if not looks else contextlib.nullcontext(self.entries()) as entries:
            done = self.run(person, *words[1:])
            assert done.code in ((0, 5) if "check" in words else (0,)), (after, person, then, done)
            assert self.entries() == entries + (not looks), f"after {after}: {person} is told {then}, which does nothing"

    def filled(self, word: str, person: str | None) -> str:
        """The word; or what somebody would type in its place."""
        ours: Mapping[str, Callable[[], str]] = {
            "TEXT": lambda: f"Word number {next(self.fresh)}.",
            "FILE": self.edited,
            "DIR": lambda: str(self.folder / f"pages{next(self.fresh)}"),
            "OLD": lambda: "lost their home",
            "NEW": lambda: f"households {next(self.fresh)}",
            "PERSON": lambda: f"guest{next(self.fresh)}",
            "YOU": lambda: f"stranger{next(self.fresh)}",
            "YYYY-MM-DD": lambda: "2027-06-01",
            _TOKEN: lambda: self.tokens[person or ""],
        }
        return ours[word]() if word in ours else word

    def edited(self) -> str:
        """A file with a text that nobody has saved yet: the newest, with a line more."""
        file = self.folder / f"text{next(self.fresh)}.md"
        file.write_text(self.text() + f"\nLine {file.stem}.\n", encoding="utf-8")
        return str(file)

    def text(self) -> str:
        """The newest version; where there is none, the text that the first one will have."""
        with Plein(self.database) as plein:
            versions = plein.acting_as("anna").cycle(C).draft.list()
        return versions[-1].text if versions else TEXT

    def fits(self, person: str | None, then: str | None, screen: Status, counts: Mapping[str, int], *, after: str) -> None:
        """What helps: in turn, and not before its time."""
        can, phase, waiting = {action.name for action in screen.can}, screen.cycle.phase, counts.get("undecided", 0)
        where = f"after {after}, {phase}: {person} is told {then}, with {dict(counts)}"
        answered = not (waiting or counts.get("unpublished") or counts.get("unmerged"))
        if "decide" in can and waiting:
            assert then == f"plein suggestion list {C} --undecided", where
        if then == f"plein decision publish {C}":
            assert counts["unpublished"], where
            assert not waiting, where
        if then in (f"plein draft merge {C}", f"plein draft merge {C} --dry-run"):
            assert counts["unmerged"], where
            assert not waiting, where
        if "merge" in can and "publish-decisions" in can and not answered:
            assert screen.next.name != "read", where
        if then is not None and then.startswith("plein cycle move"):
            assert answered or phase in ("review", "asking"), where
            assert counts.get("versions") or phase not in ("drafting", "writing"), where
        if can & {"suggest", "contribute"} and set(screen.roles) == {"public"}:
            assert then is not None, where
            assert then.startswith(("plein suggestion add", "plein inventory add", "plein group accept")), where
        if person is None:
            assert then is not None, where
            assert then.startswith("plein --as YOU ") or screen.next.name == "read", where

    def entries(self) -> int:
        """How long the record is, of everything."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return int(connection.execute("SELECT count(*) FROM plein_entry").fetchone()[0])

    @contextlib.contextmanager
    def put_back(self) -> Iterator[int]:
        """Let what is done be undone again; gives how long the record was before."""
        with contextlib.closing(sqlite3.connect(self.database)) as file, contextlib.closing(sqlite3.connect(":memory:")) as kept:
            file.backup(kept)
            yield self.entries()
            kept.backup(file)
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.fixture
def walk(call: Cli, at: At, database: Path, tmp_path: Path) -> Walk:
    at("empty")
    return Walk(call, database, tmp_path)


def begin(walk: Walk, definition: str) -> None:
    """From nothing to the first contributions."""
    new = f'cycle new {C} --title Housing --question "What should change?" --definition {definition} --language en'
    walk.do("anna", new)
    walk.do("anna", f'group host {C} hugo --because "Knows the harbour."')
    walk.do("anna", f"topic add {C} bridge --title Bridge --aim Hear")
    walk.do("anna", f"topic change {C} bridge --scope This --outcome Plan")
    walk.do("anna", f"topic open {C} bridge")
    walk.do("anna", f"cycle promise {C} 'We ask again.'")
    walk.do("anna", f"words avoid {C} stakeholder")


def hear(walk: Walk, phase: str) -> None:
    """An inventory: before anybody spoke, while people speak, and after its deadline."""
    walk.do("anna", f"cycle move {C} {phase} --closes 2026-12-01 --ask 'What do you see?'")
    walk.do("piet", f"inventory add {C} 'My son waits.' --kind experience")
    walk.do("kim", f"inventory add {C} 'Build more.' --topic bridge")
    walk.do("kim", f"inventory support {C} 1")
    walk.do("kim", f"inventory link {C} 1 2")
    walk.do("kim", f"inventory nudge {C} 1 --because 'Be kind.'")
    walk.do("piet", f"inventory change {C} 1 'My daughter waits.'")
    walk.do("piet", f"inventory add {C} 'And so do I.'")
    walk.do("piet", f"inventory withdraw {C} 3")
    walk.do("anna", f"inventory hide {C} 2 --because 'It names somebody.'")
    walk.do("anna", f"inventory unhide {C} 2 --because 'It does not.'")
    walk.do("anna", f"topic close {C} bridge")
    walk.do("anna", f"cycle extend {C} --closes 2026-12-10")
    walk.now = datetime.fromisoformat("2026-12-12T12:00:00+00:00")
    walk.all_are_told(after="the deadline of the inventory")


def invite(walk: Walk) -> None:
    """A circle: nobody asked, asked and not answered, declined, accepted."""
    walk.do("anna", f"cycle move {C} invitation")
    walk.do("anna", f"group invite {C} kim --role drafter --because Knows")
    walk.do("kim", f"group decline {walk.tokens['kim']}")
    for person, role in (("bea", "drafter"), ("adam", "adviser"), ("dora", "drafter")):
        walk.do("anna", f"group invite {C} {person} --role {role} --because Knows")
    walk.do("bea", f"group accept {walk.tokens['bea']}")
    walk.do(None, f"group accept {walk.tokens['adam']}")


def write(walk: Walk, phase: str) -> None:
    """The first drafting, before and after there is a text."""
    walk.do("anna", f"cycle move {C} {phase}")
    walk.do("bea", f"draft save {C} -", stdin=TEXT)
    walk.do("adam", f"comment add {C} 'Whose waiting list?'")
    walk.do("anna", f"draft save {C} -", stdin=TEXT.replace("trees", "old trees"))
    walk.do("bea", f"draft save {C} - --base 2", stdin=TEXT)


def ask(walk: Walk, phase: str, closes: str | None, *, home: str = "homes.", taken_back: int = 5) -> None:
    """A review: before anybody suggested anything, with suggestions that collide, and after its deadline."""
    walk.do("anna", f"cycle move {C} {phase} --ask 'Is this it?'" + (f" --closes {closes}" if closes else ""))
    walk.do("piet", f"suggestion add {C} --quote {home} --replace houses. --why Clearer")
    walk.do("kim", f"suggestion add {C} --quote {home} --replace castles.")
    walk.do("lot", f"suggestion add {C} --quote 'waiting list' --tip 'How long?'")
    walk.do("late", f"suggestion add {C} --quote trees --replace 'fruit trees'")
    walk.do("late", f"suggestion add {C} --quote 'It is public' --replace 'It is open'")
    walk.do("late", f"suggestion withdraw {C} {taken_back}")
    if closes:
        walk.now = datetime.fromisoformat(f"{closes}T23:30:00+00:00")
        walk.all_are_told(after="the deadline of the review")


@thorough
def test_a_whole_plein66_cycle_never_says_anything_wrong(walk: Walk) -> None:
    """Two rounds, with all that can be done; every line is typed by whoever is told it."""
    begin(walk, "plein66")
    hear(walk, "inventory")
    invite(walk)
    write(walk, "drafting")
    ask(walk, "review", "2026-12-20")
    walk.do("anna", f"cycle move {C} drafting")
    walk.do("bea", f"decision set {C} 1 2 --adopt")
    walk.do("bea", f"decision undo {C} 1")
    walk.do("bea", f"decision set {C} 1 --adopt")
    walk.do("hugo", f"decision set {C} 3 --noted --because Read")
    walk.do("bea", f"decision undo {C} 3")
    walk.do("hugo", f"decision set {C} 3 --noted --because Read")
    walk.do("bea", f"decision set {C} 4 --adopt")  # 1 and 2 collide
    walk.do("bea", f"draft merge {C}")
    walk.do("bea", f"draft merge {C}", refused=True)
    walk.do("bea", f"decision set {C} 2 --reject --because 'Not that.'")
    walk.do("bea", f"draft merge {C}")
    walk.do("bea", f"decision publish {C}")
    walk.do("anna", f"group invite {C} nina --role drafter --because Knows")
    walk.do("anna", f"group remove {C} nina --because 'Asked too late.'")
    ask(walk, "review", None, home="families", taken_back=10)
    walk.do("bea", f"decision settle {C} 6 --adopt 6 --because Clearer")
    walk.do("bea", f"decision settle {C} --clean --because Clearer")
    walk.do("bea", f"decision set {C} 8 --noted --because Read")
    walk.do("bea", f"decision publish {C}")
    walk.do("bea", f"draft merge {C}")
    walk.do("anna", f"cycle move {C} final --yes")
    walk.do("anna", f"publish {C} --to pages")
    walk.do("anna", f"draft correct {C} - --because 'A sum was wrong.'", stdin=walk.text() + "\nA line was missing.\n")


@thorough
def test_a_whole_focus_group_never_says_anything_wrong(walk: Walk) -> None:
    """Its circle talks, and ends in a report."""
    begin(walk, "focus-group")
    hear(walk, "inventory")
    invite(walk)
    walk.do("anna", f"cycle move {C} conversation")
    walk.do("bea", f"inventory add {C} 'Between us.'")
    walk.do("adam", f"comment add {C} 'And I.'")
    walk.do("bea", f"report save {C} -", stdin="We heard this.\n")
    walk.do("anna", f"report save {C} -", stdin="We heard that.\n")
    walk.do("anna", f"cycle move {C} final --yes")


@thorough
def test_a_cycle_by_other_rules_never_says_anything_wrong(walk: Walk) -> None:
    """Other names, other roles, a deadline and a reason that a move asks for."""
    (walk.folder / "ours.toml").write_text(dumps(_with_own_steps()), encoding="utf-8")
    begin(walk, "ours.toml")
    hear(walk, "hearing")
    invite(walk)
    write(walk, "writing")
    ask(walk, "asking", "2026-12-20")
    walk.do("anna", f"cycle move {C} writing")
    walk.do("bea", f"decision set {C} 1 4 --adopt")
    walk.do("bea", f"decision set {C} 2 3 --reject --because Read")
    walk.do("anna", f"decision publish {C}")
    walk.do("anna", f"draft merge {C}")
    walk.do("anna", f"cycle move {C} voting --closes 2026-12-24 --because 'All is answered.'")
    walk.now = datetime.fromisoformat("2026-12-28T12:00:00+00:00")
    walk.all_are_told(after="the vote")
    walk.do("bea", f"cycle move {C} final --because 'Nobody was against.' --yes")


@thorough
def test_a_cycle_that_stops_says_nothing_wrong(walk: Walk) -> None:
    """With suggestions that nobody answers any more."""
    begin(walk, "plein66")
    hear(walk, "inventory")
    invite(walk)
    write(walk, "drafting")
    ask(walk, "review", "2026-12-20")
    walk.do("anna", f"cycle move {C} stopped --because 'No money.' --yes")
