"""What people get to see: frozen values, one per noun, with the keys that scripts rely on. Nothing here reads or writes.

Every view was made for one person's eyes; what is closed to that person is not in it. Moments are aware and in UTC.
Each file is read when a view of it is first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plein.engine.views.blame import BlameRun
    from plein.engine.views.board import Board
    from plein.engine.views.candidate import Balance, Candidate, Ranking
    from plein.engine.views.comment import Comment
    from plein.engine.views.cycle import Action, Chapter, Cycle, Status, Step
    from plein.engine.views.group import BoardInvitation, Invitation, Member
    from plein.engine.views.inventory import Contribution, Nudge
    from plein.engine.views.person import Erased, Export, Person, Share
    from plein.engine.views.record import Entry, Verified
    from plein.engine.views.report import Report
    from plein.engine.views.review import Decision, NewPlace, Submission, Suggestion
    from plein.engine.views.series import Earlier, Memory, Promise, Sat
    from plein.engine.views.text import Alternative, Aside, Collision, Compatible, Merged, Settled, Version
    from plein.engine.views.topic import Topic
    from plein.engine.views.wording import Finding

_WHERE = {
    "Action": "cycle",
    "Alternative": "text",
    "Aside": "text",
    "Balance": "candidate",
    "BlameRun": "blame",
    "Board": "board",
    "BoardInvitation": "group",
    "Candidate": "candidate",
    "Chapter": "cycle",
    "Collision": "text",
    "Comment": "comment",
    "Compatible": "text",
    "Contribution": "inventory",
    "Cycle": "cycle",
    "Decision": "review",
    "Earlier": "series",
    "Entry": "record",
    "Erased": "person",
    "Export": "person",
    "Finding": "wording",
    "Invitation": "group",
    "Member": "group",
    "Memory": "series",
    "Merged": "text",
    "NewPlace": "review",
    "Nudge": "inventory",
    "Person": "person",
    "Promise": "series",
    "Ranking": "candidate",
    "Report": "report",
    "Sat": "series",
    "Settled": "text",
    "Share": "person",
    "Status": "cycle",
    "Step": "cycle",
    "Submission": "review",
    "Suggestion": "review",
    "Topic": "topic",
    "Verified": "record",
    "Version": "text",
}

__all__ = [
    "Action",
    "Alternative",
    "Aside",
    "Balance",
    "BlameRun",
    "Board",
    "BoardInvitation",
    "Candidate",
    "Chapter",
    "Collision",
    "Comment",
    "Compatible",
    "Contribution",
    "Cycle",
    "Decision",
    "Earlier",
    "Entry",
    "Erased",
    "Export",
    "Finding",
    "Invitation",
    "Member",
    "Memory",
    "Merged",
    "NewPlace",
    "Nudge",
    "Person",
    "Promise",
    "Ranking",
    "Report",
    "Sat",
    "Settled",
    "Share",
    "Status",
    "Step",
    "Submission",
    "Suggestion",
    "Topic",
    "Verified",
    "Version",
    "as_json",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"there is no view {name}")
    return getattr(import_module(f"plein.engine.views.{_WHERE[name]}"), name)


def as_json(value: Any) -> Any:
    """A view, or a collection of them, as what JSON can say; moments as ISO 8601 with their offset.

    >>> from plein.engine.views import Collision
    >>> as_json(Collision(id=1, kind="overlap", suggestions=(3, 4), paragraph=2, quote="homes"))["suggestions"]
    [3, 4]
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [as_json(item) for item in value]
    return value
