"""The tables: plain rows, one class each. No rule and no meaning lives here; truth is in the frozen values above them.

Our own metadata and registry, and a ``plein_`` prefix on every name, because we are guests in somebody else's database.
Texts of people carry a ``salt``, and the record holds the salted digest (the *seal*) of what they wrote: it proves that nothing
was changed, and says nothing once the text is erased. Moments are stored in UTC.

A class takes some milliseconds to make, so that each file is read when a row of it is first asked for. (None of them begins with
``from __future__ import annotations``: SQLModel reads the annotations at run time.)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plein.store.tables.circle import CommentRow, PromiseRow, ReportRow
    from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow, StepRow
    from plein.store.tables.inventory import ContributionRow, LinkRow, NudgeRow, SupportRow, TopicRow
    from plein.store.tables.people import BoardRow, SeatOnBoardRow
    from plein.store.tables.record import EntryRow
    from plein.store.tables.review import DecisionRow, SubmissionRow, SuggestionRow
    from plein.store.tables.text import AsideRow, VersionRow

_WHERE = {
    "AsideRow": "text",
    "BoardRow": "people",
    "CommentRow": "circle",
    "ContributionRow": "inventory",
    "CycleRow": "cycle",
    "DecisionRow": "review",
    "EntryRow": "record",
    "LinkRow": "inventory",
    "MemberRow": "cycle",
    "NudgeRow": "inventory",
    "PersonRow": "cycle",
    "PromiseRow": "circle",
    "ReportRow": "circle",
    "SeatOnBoardRow": "people",
    "StepRow": "cycle",
    "SubmissionRow": "review",
    "SuggestionRow": "review",
    "SupportRow": "inventory",
    "TopicRow": "inventory",
    "VersionRow": "text",
}

__all__ = [
    "AsideRow",
    "BoardRow",
    "CommentRow",
    "ContributionRow",
    "CycleRow",
    "DecisionRow",
    "EntryRow",
    "LinkRow",
    "MemberRow",
    "NudgeRow",
    "PersonRow",
    "PromiseRow",
    "ReportRow",
    "SeatOnBoardRow",
    "StepRow",
    "SubmissionRow",
    "SuggestionRow",
    "SupportRow",
    "TopicRow",
    "VersionRow",
    "all_tables",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"there is no table {name}")
    return getattr(import_module(f"plein.store.tables.{_WHERE[name]}"), name)


def all_tables() -> Any:
    """The metadata with every table in it."""
    from plein.store.tables.base import metadata

    for module in set(_WHERE.values()):
        import_module(f"plein.store.tables.{module}")
    return metadata
