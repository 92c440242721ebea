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
    from plein.engine.views.cycle import Action, Cycle, Status, Step
    from plein.engine.views.group import Invitation, Member
    from plein.engine.views.inventory import Contribution, Nudge
    from plein.engine.views.record import Entry, Verified
    from plein.engine.views.review import Decision, NewPlace, Submission, Suggestion
    from plein.engine.views.text import Alternative, Aside, Collision, Compatible, Merged, Settled, Version

_WHERE = {
    "Aside": "text",
    "Action": "cycle",
    "Alternative": "text",
    "BlameRun": "blame",
    "Collision": "text",
    "Compatible": "text",
    "Contribution": "inventory",
    "Cycle": "cycle",
    "Decision": "review",
    "Entry": "record",
    "Invitation": "group",
    "Member": "group",
    "Merged": "text",
    "NewPlace": "review",
    "Nudge": "inventory",
    "Settled": "text",
    "Status": "cycle",
    "Step": "cycle",
    "Submission": "review",
    "Suggestion": "review",
    "Verified": "record",
    "Version": "text",
}

__all__ = [
    "Action",
    "Alternative",
    "Aside",
    "BlameRun",
    "Collision",
    "Compatible",
    "Contribution",
    "Cycle",
    "Decision",
    "Entry",
    "Invitation",
    "Member",
    "Merged",
    "NewPlace",
    "Nudge",
    "Settled",
    "Status",
    "Step",
    "Submission",
    "Suggestion",
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
