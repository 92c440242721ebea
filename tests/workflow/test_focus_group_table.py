"""The whole table of the focus group, written out by hand: who may do what, in which phase. If code and table differ, one of them is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from plein.workflow import ACTS, FOCUS_GROUP, ROLES, Facts, may_act

# h host, d drafter, a adviser, p everyone, · nobody; ! only until the deadline, ? only after an inventory
TABLE = """
                       preparation  inventory  invitation  conversation  final  stopped
read                        p           p          p            p          p       p
set-topics                  h           h          ·            h          ·       ·
contribute                  ·           p!         ·            hda!       ·       ·
support                     ·           p!         ·            hda!       ·       ·
link                        ·           p!         h            hda!       ·       ·
nudge                       ·           p!         ·            hda!       ·       ·
hide                        ·           h          h            h          ·       ·
import-contributions        ·           h          ·            ·          ·       ·
see-candidates              ·           h          h            h          ·       ·
appoint-host                h           h          h            h          ·       ·
invite                      ·           ·          h?           h?         ·       ·
answer-invitation           ·           ·          p            p          ·       ·
remove-member               ·           ·          h?           h?         ·       ·
read-drafts                 ·           ·          ·            ·          ·       ·
save-draft                  ·           ·          ·            ·          ·       ·
comment                     ·           ·          ·            hda        ·       ·
suggest                     ·           ·          ·            ·          ·       ·
import-suggestions          ·           ·          ·            ·          ·       ·
withdraw                    ·           ·          ·            ·          ·       ·
decide                      ·           ·          ·            ·          ·       ·
merge                       ·           ·          ·            ·          ·       ·
publish-decisions           ·           ·          ·            ·          ·       ·
correct                     ·           ·          ·            ·          ·       ·
write-report                ·           ·          ·            hd         ·       ·
promise                     h           h          h            h          h       ·
avoid                       h           h          h            h          ·       ·
extend                      ·           h          h            h          ·       ·
"""
_HEAD, *_ROWS = TABLE.strip().splitlines()
PHASES = _HEAD.split()
CELLS = [(row.split()[0], phase, cell) for row in _ROWS for phase, cell in zip(PHASES, row.split()[1:], strict=True)]
LETTERS = {"host": "h", "drafter": "d", "adviser": "a", "public": "p"}
SPOILT: dict[str, dict[str, object]] = {"!": {"closes": datetime(2026, 1, 1, tzinfo=UTC)}, "?": {"inventory_held": False}}


def test_the_table_names_every_act_and_every_phase() -> None:
    """A new act that is in no table is an act nobody thought about."""
    assert [row.split()[0] for row in _ROWS] == list(ACTS)
    assert [phase.name for phase in FOCUS_GROUP.phases] == PHASES


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("phase", PHASES)
def test_every_role_may_do_exactly_what_the_table_says(facts: Callable[..., Facts], phase: str, role: str) -> None:
    """Open to whom it should be open, closed to the others, and each is told which of the two it is."""
    now = facts(phase)
    verdicts = {act: may_act(FOCUS_GROUP, now, frozenset({role}), act).kind for act in ACTS}

    assert verdicts == {
        act: "phase" if cell == "·" else "yes" if "p" in cell or LETTERS[role] in cell else "role"
        for act, there, cell in CELLS
        if there == phase
    }


@pytest.mark.parametrize(("act", "phase", "cell"), [each for each in CELLS if each[2] != "·"])
def test_an_act_is_guarded_exactly_where_the_table_says(facts: Callable[..., Facts], act: str, phase: str, cell: str) -> None:
    """Who may do most is held to the guards as everybody is: nothing after the deadline, nobody invited before the inventory."""
    roles = frozenset({"host", "drafter", "adviser"})

    for sign, spoilt in SPOILT.items():
        assert may_act(FOCUS_GROUP, facts(phase, **spoilt), roles, act).kind == ("guard" if sign in cell else "yes")


def test_nobody_can_do_with_a_text_what_a_conversation_has_not(facts: Callable[..., Facts]) -> None:
    """The refusal does not send people on to a phase that never comes."""
    verdict = may_act(FOCUS_GROUP, facts("conversation"), frozenset({"host"}), "save-draft")

    assert verdict.reasons == ("no one may save a draft in a focus-group cycle",)
