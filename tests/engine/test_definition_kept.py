"""Whatever the table says is what happens: whole cycles by definitions that nobody foresaw, and definitions made by chance."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from plein import Plein
from plein.engine.desk import Sight
from plein.engine.rows.cycles import rules_of
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.people import ASKED, somebody
from plein.errors import ActRefused, BadDefinition, MoveRefused, NoIdentity, NotAllowed, NotFound, PleinError
from plein.publication.site import publish_site
from plein.store.tables.cycle import CycleRow, MemberRow
from plein.store.tables.text import VersionRow
from plein.workflow import PLEIN66, ROLES, Definition, Move, Phase, Rule, dumps, loads, may_act, may_move
from plein.workflow.entering import OPEN_ROUND, PUBLISH_VERSION
from plein.workflow.unworkable import unworkable
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.test_whole_table import CALLS
from tests.laws import looks
from tests.phases import C as HOUSING
from tests.tiers import thorough

C = "wonen"
DUTCH = {
    "preparation": "voorbereiding",
    "inventory": "inventarisatie",
    "invitation": "uitnodiging",
    "drafting": "schrijffase",
    "review": "consultatie",
    "final": "vastgesteld",
    "stopped": "gestaakt",
}


def renamed(definition: Definition, names: Mapping[str, str]) -> Definition:
    """The same with other names, on the way that staff take: through the file."""
    toml = dumps(definition)
    for name, other in names.items():
        toml = toml.replace(f'"{name}"', f'"{other}"')
    return loads(toml, "ours.toml")


def with_a_vote() -> Definition:
    """After the review the members vote: they read, and say yes or no in the inventory's way."""
    vote = Phase("members-vote", "open", {"read": Rule(frozenset({"public"})), "contribute": Rule(frozenset({"public"}))})
    answered = next(move for move in PLEIN66.moves if (move.source, move.target) == ("drafting", "final"))
    moves = [move for move in PLEIN66.moves if move.target != "final"]
    hosts = frozenset({"host"})
    moves += [
        replace(answered, target="members-vote"),
        Move("members-vote", "final", hosts),
        Move("members-vote", "stopped", hosts, ("has_reason",)),
    ]
    phases = (*PLEIN66.phases[:5], replace(vote, on_enter=(PUBLISH_VERSION,)), *PLEIN66.phases[5:])
    return replace(PLEIN66, name="with-a-vote", phases=phases, moves=tuple(moves))


def two_publics() -> Definition:
    """The circle reviews first among itself, and then everybody does."""
    review = PLEIN66.phase("review")
    inside = frozenset({"host", "drafter", "adviser"})
    first = Phase(
        "members-review",
        "open",
        {**review.acts, "read": Rule(inside), "suggest": Rule(inside)},
        on_enter=(PUBLISH_VERSION, OPEN_ROUND),
    )
    hosts = frozenset({"host"})
    moves = [move for move in PLEIN66.moves if (move.source, move.target) != ("drafting", "review")]
    moves += [Move("drafting", "members-review", hosts, ("has_draft",)), Move("members-review", "review", hosts)]
    return replace(PLEIN66, name="two-publics", phases=(*PLEIN66.phases[:4], first, *PLEIN66.phases[4:]), moves=tuple(moves))


def to_review(plein: Plein, definition: Definition, names: Mapping[str, str] | None = None) -> None:
    """Everything up to the first phase in which anna puts a text before others."""
    called = names or {}
    anna = plein.acting_as("anna")
    anna.cycles.new(C, title="Wonen", question="Wat moet er anders?", definition=definition)
    here = anna.cycle(C)
    here.move(called.get("inventory", "inventory"))
    plein.acting_as("piet").cycle(C).inventory.add("Wij wachten negen jaar.")
    here.move(called.get("invitation", "invitation"))
    plein.acting_as("bea").invitations.accept(here.group.invite("bea", role="drafter", because="Weet ervan.").token)
    here.move(called.get("drafting", "drafting"))
    plein.acting_as("bea").cycle(C).draft.save(TEXT)


def answered(plein: Plein) -> None:
    """Every suggestion is adopted, merged and told."""
    bea = plein.acting_as("bea").cycle(C)
    bea.decisions.settle_clean(because="Beter.")
    bea.draft.merge()
    bea.decisions.publish()


@pytest.mark.parametrize("names", [DUTCH, {"review": "consultatie", "final": "adopted-text"}], ids=["every phase", "two phases"])
def test_a_cycle_runs_whatever_its_phases_are_called(plein: Plein, names: Mapping[str, str], tmp_path: Path) -> None:
    """What a phase is for stands in the table; its name is the organisation's."""
    to_review(plein, renamed(PLEIN66, names), names)
    anna, outsider, piet = plein.acting_as("anna").cycle(C), plein.acting_as(None).cycle(C), plein.acting_as("piet").cycle(C)
    moved = anna.move(names["review"].upper(), closes="2026-12-24")

    assert (moved.phase, moved.round, moved.steps[-1].version, moved.steps[-1].review) == (names["review"], 1, 1, True)
    assert outsider.draft.show().text == TEXT
    assert "suggest" in [action.name for action in piet.status().can]
    assert not any(move.onward for move in anna.status().moves if move.name == names.get("stopped", "stopped"))
    piet.suggestions.add_quote("homes", "affordable homes")
    anna.move(names.get("drafting", "drafting"), because="Enough.")
    answered(plein)
    assert anna.move(names["final"]).steps[-1].version == 2
    assert outsider.draft.show().text == TEXT.replace("homes", "affordable homes")
    assert outsider.verify().damage == ()
    pages = publish_site(plein.acting_as(None), C, tmp_path / "pages")
    assert "affordable" in "".join(page.read_text(encoding="utf-8") for page in pages if page.suffix == ".html")


def test_the_members_vote_after_the_review(plein: Plein) -> None:
    to_review(plein, with_a_vote())
    anna, piet, outsider = (plein.acting_as(who).cycle(C) for who in ("anna", "piet", None))
    anna.move("review")
    piet.suggestions.add_quote("homes", "affordable homes")
    anna.move("drafting")
    answered(plein)

    assert anna.move("members-vote").steps[-1].version == 2
    piet.inventory.add("Voor.", kind="position")
    with pytest.raises(ActRefused, match="that is done in: review"):
        piet.suggestions.add_quote("trees", "fruit trees")
    anna.move("final")
    assert outsider.draft.show().number == 2
    assert outsider.verify().damage == ()


def test_two_reviews_of_different_publics(plein: Plein) -> None:
    """What only members may read is not there for others; later everybody has their say."""
    to_review(plein, two_publics())
    anna, bea, piet = (plein.acting_as(who).cycle(C) for who in ("anna", "bea", "piet"))
    anna.move("members-review")
    bea.suggestions.add_quote("homes", "affordable homes")

    for look in (piet.show, piet.status, piet.draft.show, piet.suggestions.list, piet.log, piet.verify, lambda: piet.may("suggest")):
        with pytest.raises(NotFound, match="no cycle"):
            look()
    acts = (
        lambda: piet.suggestions.add_quote("trees", "fruit trees"),
        lambda: piet.inventory.add("Trees.", revision=1),
        lambda: piet.move("review"),
        lambda: piet.change(title="Ours", because="x"),
        lambda: plein.acting_as("piet").cycles.new("verder", after=C),
    )
    for act in acts:
        with pytest.raises(NotFound, match="no cycle"):
            act()
    assert plein.acting_as("piet").cycles.list() == ()

    anna.move("review")
    assert piet.show().round == 2
    piet.suggestions.add_quote("trees", "fruit trees")
    assert [one.author for one in piet.suggestions.list()] == ["bea", "piet"]
    assert plein.acting_as(None).verify().damage == ()


def test_a_closed_review_shows_nobody_outside_what_is_written(plein: Plein) -> None:
    """It happens to be called review, and it is closed: what is in it is not for everybody, on the pages neither."""
    review = PLEIN66.phase("review")
    shut = replace(review, space="closed", on_enter=(OPEN_ROUND,))
    definition = replace(PLEIN66, phases=tuple(shut if one is review else one for one in PLEIN66.phases))
    with pytest.raises(BadDefinition, match="people suggest in it, and nothing need have been published"):
        plein.acting_as("anna").cycles.new(C, title="Wonen", question="Wat?", definition=definition)
    inside = {name: rule for name, rule in review.acts.items() if name not in ("suggest", "import-suggestions")}
    quiet = replace(shut, acts=inside, on_enter=())
    moves = tuple(replace(move, guards=()) if move.target == "final" else move for move in PLEIN66.moves)
    to_review(plein, replace(PLEIN66, phases=tuple(quiet if one is review else one for one in PLEIN66.phases), moves=moves))
    plein.acting_as("anna").cycle(C).move("review")

    with pytest.raises(NotFound):
        plein.acting_as(None).cycle(C).draft.show()


def test_drafts_that_everybody_may_read_are_read_by_everybody(plein: Plein) -> None:
    """Writing in the open is a choice that an organisation can make."""
    everyone = Rule(frozenset({"public"}))
    phases = tuple(replace(one, acts={**one.acts, "read-drafts": everyone}) if "read-drafts" in one.acts else one for one in PLEIN66.phases)
    to_review(plein, replace(PLEIN66, name="in-the-open", phases=phases))
    bea, piet = plein.acting_as("bea").cycle(C), plein.acting_as("piet").cycle(C)
    bea.comments.add("Between us.")

    assert piet.draft.show().text == TEXT
    assert [one.number for one in piet.draft.list()] == [1]
    assert piet.status().counts["versions"] == 1
    assert piet.draft.blame()
    assert piet.comments.list() == ()


# what cannot be known before: a phase, who may do what in it, what happens on entering it, who may leave it
names = st.sampled_from(["praten", "schrijven", "lezen", "stemmen", "klaar"])
roles = st.frozensets(st.sampled_from(ROLES), min_size=1)
movers = roles.map(lambda some: some if some & {"host", "public"} else some | {"host"})
rules = st.builds(Rule, roles, st.sampled_from([(), (), ("deadline_open",), ("has_contributions",), ("has_draft",), ("was_reviewed",)]))
WISHES = (
    "read",
    "read-drafts",
    "contribute",
    "support",
    "hide",
    "save-draft",
    "suggest",
    "withdraw",
    "decide",
    "merge",
    "publish-decisions",
)
WISHES += ("comment", "set-topics", "link", "nudge", "promise", "avoid", "extend", "appoint-host", "import-contributions", "see-candidates")


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """A definition that is odd, and can work."""
    chain = draw(st.lists(names, min_size=2, max_size=5, unique=True))
    arrow = st.tuples(st.sampled_from(chain[:-1]), st.sampled_from(chain)).filter(lambda two: two[0] != two[1])
    arrows = set(pairwise(chain)) | draw(st.sets(arrow))
    phases = []
    for name in chain:
        acts = draw(st.dictionaries(st.sampled_from(WISHES), rules, min_size=4, max_size=14))
        effects = draw(st.sets(st.sampled_from([PUBLISH_VERSION, OPEN_ROUND])))
        phases.append(Phase(name, draw(st.sampled_from(["open", "open", "closed"])), acts, tuple(effects)))
    moves = tuple(Move(one, other, draw(movers), draw(st.sampled_from([(), (), ("has_reason",)]))) for one, other in sorted(arrows))
    made = Definition("ours", "Ours", chain[0], tuple(phases), moves)
    written = any("save-draft" in one.acts for one in phases)
    mended = [replace(one, on_enter=tuple({*one.on_enter, PUBLISH_VERSION})) if one.name == chain[-1] else one for one in phases]
    mended = mended if written else [replace(one, on_enter=tuple({*one.on_enter} - {PUBLISH_VERSION})) for one in mended]
    made = replace(made, phases=tuple(mended))
    early = {place[1] for place, _ in unworkable(made.to_data())}
    return replace(made, phases=tuple(_without_suggesting(one) if number in early else one for number, one in enumerate(mended)))


def _without_suggesting(phase: Phase) -> Phase:
    return replace(phase, acts={act: rule for act, rule in phase.acts.items() if act != "suggest"})


@thorough
@looks(20, least=5)
@given(definitions(), st.randoms(use_true_random=False))
def test_whatever_the_table_says_is_what_happens(
    empty_file: Path, tmp_path_factory: pytest.TempPathFactory, definition: Definition, chance: Any
) -> None:
    """A cycle by a definition made by chance is walked; in each phase everybody tries everything, and gets what the table says."""
    if list(unworkable(definition.to_data())):
        return
    database = tmp_path_factory.mktemp("chance") / "plein.db"
    shutil.copy(empty_file, database)
    with Plein(database, clock=lambda: NOON) as plein:
        anna = plein.acting_as("anna")
        anna.cycles.new(HOUSING, title="Housing", question="What should change?", definition=definition, language="en")
        _seat_everybody(plein)
        for _ in range(3):
            _everybody_tries(plein)
            _moved_on(plein, definition, chance)


def _seat_everybody(plein: Plein) -> None:
    """Each role has somebody in it, whether or not the definition lets anybody be invited."""
    with plein._database.writing() as session:
        cycle = session.execute(sa.select(CycleRow)).scalar_one()
        for number, (person, role) in enumerate((("bea", "drafter"), ("adam", "adviser")), start=2):
            row = somebody(session, person, NOON, ASKED)
            session.flush()
            place = {"cycle_id": cycle.id, "number": number, "person_id": row.id, "role": role, "status": "accepted"}
            session.add(MemberRow(**place, because="x", salt="", at=NOON))


SEATS: Mapping[str | None, set[str]] = {"anna": {"host"}, "bea": {"drafter"}, "adam": {"adviser"}, "zoe": set(), None: set()}
TRIED = {act: do for act, calls in CALLS.items() if act in WISHES and not act.startswith("read") for do in calls.values()}


def _everybody_tries(plein: Plein) -> None:
    """Reading first, since what is done changes what there is to read."""
    for person, held in SEATS.items():
        may, seat = _may(plein, held), plein.acting_as(person)
        assert _answer(lambda seat=seat: seat.cycle(HOUSING).show()) is (None if may("read") else NotFound)
        assert [one.slug for one in seat.cycles.list()] == ([HOUSING] if may("read") else [])
        if may("read"):
            expected = [number for number, published in _versions(plein) if published or may("read-drafts")]
            assert [one.number for one in seat.cycle(HOUSING).draft.list()] == expected
    for person, held in SEATS.items():
        for act, do in TRIED.items():
            may, told = _may(plein, held), (_phase(plein), person, act)
            got = _answer(lambda do=do, person=person: do(plein.acting_as(person)))
            if person is None:
                assert got in (NoIdentity, NotFound), (*told, got)
            elif may(act):
                assert got not in (NotAllowed, ActRefused), (*told, got)
            else:
                assert got in ((NotAllowed, ActRefused) if may("read") else (NotFound,)), (*told, got)


def _moved_on(plein: Plein, definition: Definition, chance: Any) -> None:
    """Everybody tries every move that there is from here; the first that is allowed is made."""
    moves = list(definition.moves_out(_phase(plein)))
    chance.shuffle(moves)
    for move in moves:
        for person, held in SEATS.items():
            with _sight(plein) as sight:
                facts = replace(sight.facts, because="Because.")
                allowed = person is not None and bool(may_move(definition, facts, frozenset(held), move.target))
            got = _answer(lambda move=move, person=person: plein.acting_as(person).cycle(HOUSING).move(move.target, because="Because."))
            if allowed:
                assert got is None, (person, move, got)
                return
            assert got in (NotAllowed, MoveRefused, NotFound, NoIdentity), (person, move, got)


def _may(plein: Plein, held: set[str]) -> Callable[[str], bool]:
    """What the rules say of somebody with these roles, as things are now."""
    with _sight(plein) as sight:
        facts, definition = sight.facts, sight.definition
    return lambda act: bool(may_act(definition, facts, frozenset(held), act))


@contextmanager
def _sight(plein: Plein) -> Iterator[Sight]:
    with plein._database.reading() as session:
        row = session.execute(sa.select(CycleRow)).scalar_one()
        yield Sight(session, row, rules_of(row), None, frozenset(), NOON)


def _phase(plein: Plein) -> str:
    with _sight(plein) as sight:
        return sight.cycle.phase


def _versions(plein: Plein) -> list[tuple[int, bool]]:
    with _sight(plein) as sight:
        return [(row.number, row.published is not None) for row in rows_of(sight, VersionRow)]


def _answer(do: Callable[[], Any]) -> type[PleinError] | None:
    try:
        do()
    except PleinError as refusal:
        return type(refusal)
    return None
