"""Every guard, both ways: when it is content, and what it says when it is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from plein.workflow import GUARDS, Facts

FRIDAY = datetime(2026, 11, 27, 22, 59, 59, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)

# guard, what is amiss, what it then says
SAYS_NO: list[tuple[str, dict[str, Any], str]] = [
    ("has_contributions", {"contributions": 0}, "the inventory holds no contribution yet"),
    ("inventory_held", {"inventory_held": False}, "no inventory was held yet; people are invited after the open inventory"),
    ("has_drafter", {"accepted_drafters": 0}, "no drafter has accepted an invitation yet"),
    ("has_draft", {"drafts": 0}, "there is no draft yet"),
    (
        "deadline_open",
        {"closes": FRIDAY, "now": SATURDAY},
        "the deadline has passed: it was Friday 27 November 2026, 23:59 (Europe/Amsterdam)",
    ),
    (
        "deadline_open",
        {"closes": FRIDAY, "now": SATURDAY, "timezone": "America/New_York"},
        "the deadline has passed: it was Friday 27 November 2026, 17:59 (America/New_York)",
    ),
    (
        "deadline_passed",
        {"closes": SATURDAY, "now": FRIDAY},
        "the review phase is open until Saturday 28 November 2026, 10:00 (Europe/Amsterdam)",
    ),
    (
        "deadline_passed",
        {"closes": FRIDAY, "now": FRIDAY},
        "the review phase is open until Friday 27 November 2026, 23:59 (Europe/Amsterdam)",
    ),
    ("deadline_given", {"closes_given": False}, "no deadline is given; say until when with closes="),
    ("was_reviewed", {"reviews_held": 0}, "no review was held yet"),
    ("all_decided", {"undecided": 1}, "1 suggestion still waits for a decision"),
    ("all_decided", {"undecided": 12}, "12 suggestions still wait for a decision"),
    ("decisions_reasoned", {"unreasoned": 2}, "2 decisions still lack a reason"),
    ("decisions_published", {"unpublished": 3}, "3 decisions are not published yet"),
    ("adopted_merged", {"unmerged": 4}, "4 adopted suggestions are not merged into the text yet"),
    ("has_reason", {"because": None}, "a reason is missing; give it with because="),
    ("has_reason", {"because": "  \n"}, "a reason is missing; give it with because="),
]

# guard, what it is content with
SAYS_NOTHING: list[tuple[str, dict[str, Any]]] = [
    ("has_contributions", {"contributions": 1}),
    ("inventory_held", {"inventory_held": True}),
    ("has_drafter", {"accepted_drafters": 1}),
    ("has_draft", {"drafts": 1}),
    ("deadline_open", {"closes": None}),
    ("deadline_open", {"closes": SATURDAY, "now": FRIDAY}),
    ("deadline_open", {"closes": FRIDAY, "now": FRIDAY}),
    ("deadline_open", {"closes": FRIDAY, "now": FRIDAY.replace(microsecond=999_999)}),
    ("deadline_passed", {"closes": None}),
    ("deadline_passed", {"closes": FRIDAY, "now": SATURDAY}),
    ("deadline_given", {"closes_given": True}),
    ("was_reviewed", {"reviews_held": 1}),
    ("all_decided", {"undecided": 0}),
    ("decisions_reasoned", {"unreasoned": 0}),
    ("decisions_published", {"unpublished": 0}),
    ("adopted_merged", {"unmerged": 0}),
    ("has_reason", {"because": "The council decided otherwise."}),
]


@pytest.mark.parametrize(("guard", "amiss", "reason"), SAYS_NO)
def test_a_guard_says_what_is_missing(facts: Callable[..., Facts], guard: str, amiss: dict[str, Any], reason: str) -> None:
    """Staff read this sentence and know what to do next."""
    assert GUARDS[guard](facts("review", **amiss)) == reason


@pytest.mark.parametrize(("guard", "fine"), SAYS_NOTHING)
def test_a_guard_that_is_content_says_nothing(facts: Callable[..., Facts], guard: str, fine: dict[str, Any]) -> None:
    """A guard that cannot be satisfied would stop every cycle for ever."""
    assert GUARDS[guard](facts("review", **fine)) is None


def test_every_guard_is_tried_both_ways() -> None:
    """A guard added without a case here would never have been seen to refuse."""
    assert {guard for guard, *_ in SAYS_NO} == {guard for guard, _ in SAYS_NOTHING} == set(GUARDS)


@pytest.mark.parametrize(("guard", "amiss", "reason"), SAYS_NO)
def test_a_reason_fits_into_a_sentence(guard: str, amiss: dict[str, Any], reason: str) -> None:
    """Several reasons stand in one sentence, behind "Cannot move to final:"; none may end it."""
    assert not reason.endswith(".")
    assert reason[0].islower() or reason[0].isdigit()
    assert "\n" not in reason


def test_a_moment_without_a_zone_is_refused_at_once(facts: Callable[..., Facts]) -> None:
    """Read in the wrong zone, a deadline is hours off; that must not wait for a complaint."""
    with pytest.raises(ValueError, match="closes needs a time zone"):
        facts("review", closes=datetime(2026, 11, 27))
