"""The whole table through the library: every role, every act, every phase. What is expected stands in the tables written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from sqlalchemy import text

from plein import Seat
from plein.engine.inventory.outside import Outside
from plein.engine.people.register import Entered
from plein.engine.review.importing import Handed
from plein.errors import ActRefused, MoveRefused, NoIdentity, NotAllowed, NotFound, PleinError
from plein.workflow import ACTS
from tests.calls import WRITING, made
from tests.cycles import TEXT
from tests.phases import EVERY, OFTEN, PEOPLE, TOKENS, C, names_role, read_table, seat_of
from tests.taken import Opened, Taken, everywhere, taking
from tests.tiers import spread
from tests.workflow.test_focus_group_table import TABLE as FOCUS_GROUP_TABLE
from tests.workflow.test_plein66_table import TABLE as PLEIN66_TABLE

TABLES = {"plein66": read_table(PLEIN66_TABLE), "focus-group": read_table(FOCUS_GROUP_TABLE)}
ROLES = tuple(PEOPLE)
EDITED = TEXT.replace("is public", "is open to all").replace("lost their home", "lost theirs")
DRAFTED = TEXT.replace("lost their home", "lost theirs")
OWN = {"anna": 4, "bea": 5, "adam": 6, "zoe": 7}
"""The suggestion that each of them made."""
Do = Callable[[Seat], Any]


def _token(seat: Seat) -> str:
    return TOKENS[seat.person or "dora"]


def _put_right(seat: Seat) -> str:
    """The final version with a last line; any text where there is none to read."""
    versions = seat.cycle(C).draft.list()
    return f"{versions[-1].text if versions else TEXT}\nThe end.\n"


# act → what the record calls it → the call that does it; of an act that only looks, None
CALLS: Mapping[str, Mapping[str, Do]] = {
    "read": {"cycle": lambda s: s.cycle(C).show()},
    "set-topics": {
        "add-topic": lambda s: s.cycle(C).topics.add("ferry", title="The ferry"),
        "change-topic": lambda s: s.cycle(C).topics.change("quays", scope="The quays alone."),
        "open-topic": lambda s: s.cycle(C).topics.open("quays"),
        "close-topic": lambda s: s.cycle(C).topics.close("bridge"),
    },
    "contribute": {"contribute": lambda s: s.cycle(C).inventory.add("More trees.", reply_to=1)},
    "support": {"support": lambda s: s.cycle(C).inventory.support(1)},
    "link": {"link": lambda s: s.cycle(C).inventory.link(1, 2)},
    "nudge": {"nudge": lambda s: s.cycle(C).inventory.nudge(2, "Be kind.")},
    "hide": {
        "hide": lambda s: s.cycle(C).inventory.hide(1, "It names a neighbour."),
        "hide-nudge": lambda s: s.cycle(C).inventory.hide(1, "It calls piet names.", nudge="kim"),
        "unhide": lambda s: s.cycle(C).inventory.unhide(4, "It names nobody."),
        "unhide-nudge": lambda s: s.cycle(C).inventory.unhide(2, "It calls nobody names.", nudge="lea"),
    },
    "import-contributions": {"import-contributions": lambda s: s.cycle(C).inventory.import_([Outside("Said on the market.", "joe")])},
    "see-candidates": {"candidates": lambda s: s.cycle(C).group.candidates(), "ranking": lambda s: s.cycle(C).group.ranking(top=1)},
    "appoint-host": {
        "appoint-host": lambda s: s.cycle(C).group.host("joe", "Counts trees."),
        "end-host": lambda s: s.cycle(C).group.host("hugo", "Moved away.", end=True),
    },
    "invite": {
        "invite": lambda s: s.cycle(C).group.invite("joe", role="adviser", because="Counts trees."),
        "invite-board": lambda s: s.cycle(C).group.board("harbour", because="They work there.", topic="The harbour", until="2026-12-10"),
    },
    "answer-invitation": {"accepted": lambda s: s.invitations.accept(_token(s)), "declined": lambda s: s.invitations.decline(_token(s))},
    "remove-member": {"remove-member": lambda s: s.cycle(C).group.remove("dora", "Moved away.")},
    "read-drafts": {"version": lambda s: s.cycle(C).draft.show(2)},
    "save-draft": {"save-draft": lambda s: s.cycle(C).draft.save(DRAFTED)},
    "comment": {"comment": lambda s: s.cycle(C).comments.add("Who pays?")},
    "suggest": {
        "suggest": lambda s: s.cycle(C).suggestions.add(EDITED),
        "suggest by quote": lambda s: s.cycle(C).suggestions.add_quote("waiting list", "queue"),
        "suggest with a tip": lambda s: s.cycle(C).suggestions.tip("waiting list", "Where is it?"),
        "change-suggestion": lambda s: s.cycle(C).suggestions.change(OWN[s.person or "anna"], why="I thought again."),
    },
    "import-suggestions": {"import-suggestions": lambda s: s.cycle(C).suggestions.import_([Handed("joe", EDITED)])},
    "withdraw": {"withdraw": lambda s: s.cycle(C).suggestions.withdraw(OWN[s.person or "anna"])},
    "decide": {
        "decide": lambda s: s.cycle(C).decisions.set([1], "adopted"),
        "decide by place": lambda s: s.cycle(C).decisions.settle_clean(because="Both are better."),
        "undo-decision": lambda s: s.cycle(C).decisions.undo(8),
    },
    "merge": {"merge": lambda s: s.cycle(C).draft.merge()},
    "publish-decisions": {"publish-decisions": lambda s: s.cycle(C).decisions.publish()},
    "correct": {"correct-version": lambda s: s.cycle(C).draft.correct(_put_right(s), "It has an end.")},
    "write-report": {"write-report": lambda s: s.cycle(C).report.save("We heard that trees matter.")},
    "promise": {"promise": lambda s: s.cycle(C).promise("We ask again next year.")},
    "avoid": {"avoid": lambda s: s.cycle(C).words.avoid("citizen"), "allow": lambda s: s.cycle(C).words.avoid("stakeholder", undo=True)},
    "extend": {"extend": lambda s: s.cycle(C).extend("2026-12-24")},
}
LOOKING = ("read", "see-candidates", "read-drafts")


def stop(seat: Seat) -> Any:
    """The move that hosts may make from every phase but an end."""
    return seat.cycle(C).move("stopped", because="The council resigned.")


# what belongs to no cycle is for hosts, whatever phase theirs is in
REGISTER: Mapping[str, Do] = {
    "add_person": lambda s: s.people.add("joe", name="Joe"),
    "import_people": lambda s: s.people.import_([Entered("joe", "Joe")]),
    "usual": lambda s: s.people.usual("piet"),
    "erase": lambda s: s.people.erase("piet"),
    "set_board": lambda s: s.boards.set("harbour", ["joe"]),
    "remove_board": lambda s: s.boards.remove("harbour"),
    "new_cycle": lambda s: s.cycles.new("housing-2027", after=C),
}


def expected(definition: str, phase: str, act: str, role: str) -> type[PleinError] | None:
    """What the tables written by hand say: None where it happens, else the refusal."""
    cell = TABLES[definition][act][phase]
    if act == "read-drafts" and not names_role(cell, role):
        return NotFound  # closed is not there
    if act == "answer-invitation" and cell != "·":
        return None  # who holds the token need not be named
    if role == "nobody" and act not in ("read", "answer-invitation"):
        return NoIdentity
    if cell == "·":
        return ActRefused
    return None if names_role(cell, role) else NotAllowed


@pytest.fixture
def taken(request: pytest.FixtureRequest) -> Iterator[Opened]:
    """``taken("plein66", "review")``: a session on the cycle in that phase; whatever is done in it is taken back."""
    yield from taking(request)


@pytest.fixture
def going_on(request: pytest.FixtureRequest) -> Iterator[Opened]:
    """The same for tests that go on from what they did."""
    yield from taking(request, still=False)


every_phase = pytest.mark.parametrize(("definition", "phase"), EVERY)
every_role = pytest.mark.parametrize("role", ROLES)


def outcome(do: Do, seat: Seat) -> type[PleinError] | None:
    """What came of it: None where it happened, else the refusal."""
    try:
        do(seat)
    except PleinError as refusal:
        return type(refusal)
    return None


def test_every_act_has_its_calls_and_every_call_its_act() -> None:
    """A new act, or a new way to do one, must come with its line here."""
    called = {path for calls in CALLS.values() for do in calls.values() for path in made(do)}

    assert list(CALLS) == list(ACTS)
    # moves stand in the definition; nothing collides here, and settling one place has the door of settle_clean; changing is for hosts always;
    # what was said is changed by whoever said it: tests.engine.test_own_words asks every role in every phase
    elsewhere = {"cycle.move", "cycle.decisions.settle", "cycle.change", "cycle.inventory.change", "cycle.inventory.withdraw"}
    assert called & WRITING == WRITING - elsewhere


@every_role
@pytest.mark.parametrize(("database", "definition", "phase"), spread(everywhere(EVERY), everywhere([("plein66", "drafting"), *OFTEN])))
def test_every_role_can_do_exactly_what_the_table_says(taken: Opened, database: str, definition: str, phase: str, role: str) -> None:
    """Allowed: it happens, and the record says so once. Refused: the right refusal, and not a row is other than before."""
    here = taken(definition, phase)
    seat, done = seat_of(here.plein, role), list[tuple[str, str, Do]]()
    wrong = list[tuple[str, str, type[PleinError] | None, type[PleinError] | None]]()
    before, told = here.rows(), here.record()

    for act, calls in CALLS.items():
        wanted = expected(definition, phase, act, role)
        if wanted is None:
            done += [(act, name, do) for name, do in calls.items()]
            continue
        tried = list(calls.items())[: None if role == "host" else 1]  # one and the same rule refuses them all
        wrong += [(act, name, found, wanted) for name, do in tried if (found := outcome(do, seat)) is not wanted]
    assert wrong == []
    assert here.rows() == before

    for act, name, do in done:
        here.session.rollback()
        found = outcome(do, seat)
        record = here.record()
        entry = f'"act":"{name.split(" ")[0]}"'
        if found is not None or (record != told if act in LOOKING else record[:-1] != told or entry not in record[-1]):
            wrong.append((act, name, found, None))
    assert wrong == []


@every_phase
def test_only_a_host_moves_a_cycle_and_none_out_of_its_end(taken: Opened, definition: str, phase: str) -> None:
    """The move is no act of the table, and is asked of it all the same."""
    here = taken(definition, phase)
    before = here.rows()
    others = {role: outcome(stop, seat_of(here.plein, role)) for role in ROLES if role != "host"}
    assert here.rows() == before

    over = phase in ("final", "stopped")
    assert others == dict.fromkeys(("drafter", "adviser", "public"), MoveRefused if over else NotAllowed) | {"nobody": NoIdentity}
    assert outcome(stop, seat_of(here.plein, "host")) is (MoveRefused if over else None)


@pytest.mark.parametrize("definition", TABLES)
def test_what_belongs_to_no_cycle_is_for_hosts(going_on: Opened, definition: str) -> None:
    """A drafter of one group is nobody in particular in the register of people."""
    here = going_on(definition, "invitation")
    before = here.rows()
    for role in ("drafter", "adviser", "public", "nobody"):
        found = {name: outcome(do, seat_of(here.plein, role)) for name, do in REGISTER.items()}
        assert found == dict.fromkeys(REGISTER, NoIdentity if role == "nobody" else NotAllowed), role
    assert here.rows() == before

    for name, do in REGISTER.items():
        here.session.rollback()
        assert outcome(do, seat_of(here.plein, "host")) is None, name
        assert here.rows() != before, name


@every_phase
def test_after_the_deadline_what_has_one_is_refused_to_everybody(taken: Opened, definition: str, phase: str) -> None:
    """A host is held to it as everybody is; what has none goes on."""
    here = taken(definition, phase)
    before, wrong = here.rows(), []
    for act, calls in CALLS.items():
        cell = TABLES[definition][act][phase]
        for role in ROLES:
            if "!" in cell and role != "nobody" and names_role(cell, role):
                seat = seat_of(here.plein, role, late=True)
                wrong += [(act, name, role) for name, do in calls.items() if outcome(do, seat) is not ActRefused]
    assert wrong == []
    assert here.rows() == before


@every_phase
def test_nobody_is_invited_or_removed_where_nothing_was_said(going_on: Opened, definition: str, phase: str) -> None:
    """First everyone is heard: an inventory of which all is hidden is none."""
    here = going_on(definition, phase)
    for number in (1, 2, 3):
        here.session.execute(text("UPDATE plein_contribution SET hidden_because = 'Gone.' WHERE number = :number"), {"number": number})
    if definition == "focus-group":
        here.session.execute(text("UPDATE plein_contribution SET hidden_because = 'Gone.'"))
    before, guarded = here.rows(), [act for act, cells in TABLES[definition].items() if "?" in cells[phase]]

    found = {(act, name): outcome(do, here.plein.acting_as("anna")) for act in guarded for name, do in CALLS[act].items()}

    assert found == dict.fromkeys(found, ActRefused)
    assert bool(found) is (phase in ("invitation", "drafting", "review", "conversation"))
    assert here.rows() == before


def test_nothing_is_decided_before_the_public_was_asked(going_on: Opened) -> None:
    """There is nothing to decide on, and no table says otherwise."""
    here = going_on("plein66", "invitation")
    here.plein.acting_as("anna").cycle(C).move("drafting")
    here.plein.acting_as("bea").cycle(C).draft.save(TEXT)
    before = here.rows()

    for name, do in CALLS["decide"].items():
        assert outcome(do, here.plein.acting_as("bea")) is ActRefused, name
    assert here.rows() == before


@pytest.mark.parametrize("late", [False, True], ids=["in time", "late"])
@every_phase
def test_what_somebody_is_told_they_may_do_is_what_they_may(taken: Opened, definition: str, phase: str, late: bool) -> None:
    """``cycle rules --as`` reads from these: what it promises is what the table says, act by act, and so what trying does."""
    here = taken(definition, phase)
    wrong = []
    for role in ("host", "drafter", "adviser", "public"):
        seat = seat_of(here.plein, role, late=late)
        told = {row.act.name: row.verdict for row in seat.cycle(C).my_rules()}
        assert list(told) == [act for act, cells in TABLES[definition].items() if set(cells.values()) != {"·"}]
        for act, verdict in told.items():
            cell = TABLES[definition][act][phase]
            may = "guard" if late and "!" in cell else "yes"
            wanted = "phase" if cell == "·" else may if names_role(cell, role) else "role"
            if verdict.kind != wanted or bool(verdict.reasons) is (wanted == "yes"):
                wrong.append((role, act, verdict))
        some = "decide" if definition == "plein66" else "contribute"
        assert (seat.cycle(C).may(some).kind, seat.cycle(C).may(some).reasons) == (told[some].kind, told[some].reasons)
    assert wrong == []


def _passes(here: Taken, seat: Seat, act: str) -> bool:
    """Whether the table lets somebody do an act; what is refused for anything else, it let pass."""
    closed = {ActRefused, NotAllowed, NoIdentity} | ({NotFound} if act in LOOKING else set())
    found = set()
    for do in CALLS[act].values():
        here.session.rollback()
        found.add(outcome(do, seat) in closed)
    assert len(found) == 1, (act, "one act, one rule")
    return found == {False}


@pytest.mark.parametrize("late", spread([False, True], [False]), ids=["in time", "late"])
@pytest.mark.parametrize(("definition", "phase"), spread(EVERY, OFTEN))
def test_what_status_lists_is_what_may_grants_and_what_can_be_done(taken: Opened, definition: str, phase: str, late: bool) -> None:
    """Somebody without a name was shown everything that the public can do, and each of it was refused."""
    here = taken(definition, phase)
    for role in ROLES:
        seat = seat_of(here.plein, role, late=late)
        cycle = seat.cycle(C)
        state, moves = cycle.status(), [one.name for one in cycle.definition().phases]

        listed = [one.name for one in state.can]
        ready = {one.name for one in state.moves if not one.reasons}

        assert listed == [act for act in ACTS if cycle.may(act)], role
        assert listed == [row.act.name for row in cycle.my_rules() if row.verdict], role
        assert listed == [act for act in ACTS if _passes(here, seat, act)], role
        here.session.rollback()  # the last act that passed gave the phase another deadline
        assert ready == {target for target in moves if cycle.may_move(target)}, role
        assert ready == {target for target in moves if _moves(here, seat, target)}, role


def _moves(here: Taken, seat: Seat, target: str) -> bool:
    here.session.rollback()
    return outcome(lambda someone: someone.cycle(C).move(target), seat) is None
