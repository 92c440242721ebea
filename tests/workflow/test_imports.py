"""What the rules cost to load, and what they keep out of."""

from __future__ import annotations

import subprocess
import sys

import plein.workflow


def loaded_by(code: str) -> set[str]:
    """The packages a fresh Python has loaded after running this."""
    run = [sys.executable, "-c", f"{code}\nimport sys; print(*{{name.partition('.')[0] for name in sys.modules}})"]
    return set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())


def test_asking_needs_no_machine() -> None:
    """Most commands only ask; they should not wait 25 ms for a library that moves nothing."""
    asking = (
        "from datetime import UTC, datetime; from plein.workflow import *; from plein.workflow import can\n"
        "facts = Facts(now=datetime.now(UTC), phase='drafting')\n"
        "can(PLEIN66, facts, frozenset({'host'})), moves_from(PLEIN66, facts, frozenset({'host'})), mermaid(PLEIN66)"
    )

    assert loaded_by(asking).isdisjoint({"transitions", "sqlmodel", "sqlalchemy", "pydantic", "typer", "jinja2", "difflib"})


def test_moving_is_done_by_transitions() -> None:
    """The table is run by the machine, not beside it."""
    moving = (
        "from datetime import UTC, datetime; from plein.workflow import *\n"
        "move(PLEIN66, Facts(now=datetime.now(UTC), phase='preparation'), frozenset({'host'}), 'inventory')"
    )

    assert "transitions" in loaded_by(moving)


def test_every_public_name_is_there_and_listed() -> None:
    """`__all__` is the promise; a name that is missing from it breaks somebody's import."""
    assert all(hasattr(plein.workflow, name) for name in plein.workflow.__all__)
    assert len(set(plein.workflow.__all__)) == len(plein.workflow.__all__)
