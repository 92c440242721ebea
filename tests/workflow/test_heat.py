"""How heated a conversation is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.workflow.heat import heat

COUNTS = st.integers(0, 1000)
ORDER = ("calm", "lively", "heated")

# replies, people who nudged, and what that is: on either side of every border
CASES = [
    (0, 0, "calm"),
    (4, 0, "calm"),
    (5, 0, "lively"),
    (500, 0, "lively"),
    (0, 1, "lively"),
    (9, 1, "lively"),
    (10, 1, "heated"),
    (0, 2, "lively"),
    (0, 3, "heated"),
]


@pytest.mark.parametrize(("replies", "nudgers", "found"), CASES)
def test_heat_follows_the_rule_that_hosts_read(replies: int, nudgers: int, found: str) -> None:
    """Hosts check it by hand from the numbers beside it."""
    assert heat(replies, nudgers) == found


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_more_of_anything_never_cools_a_conversation(replies: int, nudgers: int, more_replies: int, more_nudgers: int) -> None:
    """A rule that calms down when another person nudges would be a riddle."""
    assert ORDER.index(heat(replies, nudgers)) <= ORDER.index(heat(replies + more_replies, nudgers + more_nudgers))
