"""What the tests of the rules share: facts in which everything is in order, to be spoilt one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plein.workflow import Facts

NOON = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)


def in_order(phase: str, **changes: Any) -> Facts:
    """Facts of a cycle in which no guard has anything to say, with the changes a test is about."""
    facts: dict[str, Any] = {
        "now": NOON,
        "phase": phase,
        "closes": NOON + timedelta(days=1),
        "round": 1,
        "contributions": 3,
        "inventory_held": True,
        "accepted_drafters": 1,
        "drafts": 1,
        "reviews_held": 1,
        "because": "The board asked for it.",
        "closes_given": True,
    }
    return Facts(**facts | changes)


@pytest.fixture(scope="session")
def facts() -> Callable[..., Facts]:
    """`in_order`, for tests that say which phase and what is amiss."""
    return in_order
