"""The warning that the record of a cycle has a moment which the clock has yet to reach."""

from __future__ import annotations

from datetime import datetime

import typer

from plein.commands.situation import situation
from plein.sentences import Sentence, counted, sentence


def behind(ctx: typer.Context, cycle: str, at: datetime, timezone: str, *, others: int = 0) -> Sentence:
    """What it means, and what to do about it.

    Args:
        ctx: The command.
        cycle: Whose record it is.
        at: The moment of its newest entry.
        timezone: The cycle's zone.
        others: How many records more have such a moment.
    """
    from plein.workflow import show_when

    about = {
        "cycle": cycle,
        "moment": show_when(at, timezone),
        "more": counted(" (and of {n} cycle more)", " (and of {n} cycles more)", n=others) if others else "",
    }
    if situation(ctx).now is None:
        return sentence(
            "The clock is behind the record of {cycle}{more}, whose newest entry is of {moment}: whatever is done before then is dated then, "
            "and deadlines go by the clock. Set the clock of this machine; if that is right, the entry was made by one that is not.",
            **about,
        )
    return sentence(
        "The moment you named lies before the newest entry in the record of {cycle}{more}, of {moment}: you can look, and do nothing. "
        "Name a later moment, or none ({option}).",
        option="--now",
        **about,
    )
