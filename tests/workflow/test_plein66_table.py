"""The whole table of plein66, written out by hand: who may do what, in which phase. If code and table differ, one of them is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from plein.workflow import ACTS, PLEIN66, ROLES, Facts, can, may_act

# h host, d drafter, a adviser, p everyone, · nobody; ! only until the deadline, ? only after an inventory, * only after a review
TABLE = """
                       preparation  inventory  invitation  drafting  review  final  stopped
read                        p           p          p          p        p       p       p
set-topics                  h           h          ·           ·          ·       ·       ·
contribute                  ·           p!         ·          ·        ·       ·       ·
support                     ·           p!         ·          ·        ·       ·       ·
link                        ·           p!         h           h          h       ·       ·
nudge                       ·           p!         ·          ·        ·       ·       ·
hide                        ·           h          h          h        h       ·       ·
import-contributions        ·           h          ·          ·        ·       ·       ·
see-candidates              ·           h          h          h        h       ·       ·
appoint-host                h           h          h           h          h       ·       ·
invite                      ·           ·          h?         h?       h?      ·       ·
answer-invitation           ·           ·          p          p        p       ·       ·
remove-member               ·           ·          h?         h?       h?      ·       ·
read-drafts                 ·           ·          ·          hda      hda     hda     hda
save-draft                  ·           ·          ·          hd       ·       ·       ·
comment                     ·           ·          ·          hda      hda     ·       ·
suggest                     ·           ·          ·          ·        p!      ·       ·
import-suggestions          ·           ·          ·          ·        h!      ·       ·
withdraw                    ·           ·          ·          p        p       ·       ·
decide                      ·           ·          ·          hd*      hd*     ·       ·
merge                       ·           ·          ·          hd       hd      ·       ·
publish-decisions           ·           ·          ·          hd       hd      ·       ·
correct                     ·           ·          ·           ·          ·       h       ·
write-report                ·           ·          ·           ·          ·       ·       ·
promise                     h           h          h           h          h       h       ·
avoid                       h           h          h           h          h       ·       ·
extend                      ·           h          h          h        h       ·       ·
"""
_HEAD, *_ROWS = TABLE.strip().splitlines()
PHASES = _HEAD.split()
CELLS = [(row.split()[0], phase, cell) for row in _ROWS for phase, cell in zip(PHASES, row.split()[1:], strict=True)]
LETTERS = {"host": "h", "drafter": "d", "adviser": "a", "public": "p"}
SPOILT: dict[str, dict[str, object]] = {
    "!": {"closes": datetime(2026, 1, 1, tzinfo=UTC)},
    "?": {"inventory_held": False},
    "*": {"reviews_held": 0},
}


def test_the_table_names_every_act_and_every_phase() -> None:
    """A new act that is in no table is an act nobody thought about."""
    assert [row.split()[0] for row in _ROWS] == list(ACTS)
    assert [phase.name for phase in PLEIN66.phases] == PHASES


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("act", "phase", "cell"), CELLS)
def test_every_role_may_do_exactly_what_the_table_says(facts: Callable[..., Facts], act: str, phase: str, cell: str, role: str) -> None:
    """Open to whom it should be open, closed to the others, and each is told which of the two it is."""
    verdict = may_act(PLEIN66, facts(phase), frozenset({role}), act)

    if cell == "·":
        assert verdict.kind == "phase"
        assert all(phase in verdict.reasons[0] for phase in _phases_of(act))
    elif "p" in cell or LETTERS[role] in cell:
        assert verdict.kind == "yes"
        assert verdict.reasons == ()
    else:
        assert verdict.kind == "role"
        assert verdict.reasons[0].startswith("only ")


@pytest.mark.parametrize(("act", "phase", "cell"), [each for each in CELLS if each[2] != "·"])
def test_an_act_is_guarded_exactly_where_the_table_says(facts: Callable[..., Facts], act: str, phase: str, cell: str) -> None:
    """Who may do most is held to the guards as everybody is: nothing after the deadline, nobody invited before the inventory."""
    roles = frozenset({"host", "drafter", "adviser"})

    for sign, spoilt in SPOILT.items():
        assert may_act(PLEIN66, facts(phase, **spoilt), roles, act).kind == ("guard" if sign in cell else "yes")


def test_roles_add_up_for_somebody_who_holds_two(facts: Callable[..., Facts]) -> None:
    """A host who also writes is not hindered by being a host."""
    both = set(can(PLEIN66, facts("drafting"), frozenset({"host", "adviser"})))

    assert both == set(can(PLEIN66, facts("drafting"), frozenset({"host"}))) | set(can(PLEIN66, facts("drafting"), frozenset({"adviser"})))


def test_somebody_without_any_role_is_one_of_the_public(facts: Callable[..., Facts]) -> None:
    """Taking part needs no membership."""
    assert can(PLEIN66, facts("review"), frozenset()) == ("read", "answer-invitation", "suggest", "withdraw")


def test_a_refusal_says_who_may_or_where_it_is_done(facts: Callable[..., Facts]) -> None:
    """ "No" alone sends people to the help desk."""
    public = frozenset({"public"})

    assert may_act(PLEIN66, facts("review"), public, "decide").reasons == (
        "only hosts and drafters may decide on suggestions in the review phase",
    )
    assert may_act(PLEIN66, facts("drafting"), public, "suggest").reasons == (
        "no one may make suggestions in the drafting phase; that is done in: review",
    )


def test_an_act_that_does_not_exist_is_a_mistake_in_the_program(facts: Callable[..., Facts]) -> None:
    """A misspelt act must not read as "not allowed": then nobody would ever find it."""
    with pytest.raises(ValueError, match="'sugest'"):
        may_act(PLEIN66, facts("review"), frozenset(), "sugest")


def _phases_of(act: str) -> list[str]:
    return [phase for other, phase, cell in CELLS if other == act and cell != "·"]
