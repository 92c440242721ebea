"""Which argument of which call stands under which limit: a table, and nothing else. The limits themselves are in ``plein.limits``.

Every text that the library takes has its line here; a test walks all calls and sees to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from plein.errors import Unusable
from plein.limits import hold

_EVERYWHERE: Final = {
    **{name: name for name in ("title", "question", "ask", "note", "quote", "aim", "scope", "outcome", "topic", "word", "better")},
    **{name: name for name in ("contact", "pseudonym", "board", "token", "person")},
    "because": "reason",
    "why": "motivation",
    "replace": "replacement",
    "at": "quote",
    "people": "person",
    "host": "person",
    "author": "person",
    "received": "moment",
    "slug": "cycle",
    "after": "cycle",
    "timezone": "zone",
    **dict.fromkeys(("closes", "until", "expires"), "moment"),
    **dict.fromkeys(("act", "definition", "kind", "language", "phase", "relation", "role"), "choice"),
}
"""Arguments that mean the same in every call."""
_HERE: Final = {
    "ChangingRoom.change.text": "text",
    "ChangingRoom.change.tip": "tip",
    "Comments.add.text": "comment",
    "Contributions.add.text": "contribution",
    "DecisionsRoom.set.outcome": "choice",
    "DecisionsRoom.set.text": "text",
    "InCycle.promise.text": "promise",
    "OwnWords.change.text": "contribution",
    "Reports.save.text": "text",
    "SuggestionsRoom.add.text": "text",
    "SuggestionsRoom.tip.text": "tip",
    "SavingRoom.save.text": "text",
    "CorrectingRoom.correct.text": "text",
    "Contributions.hide.nudge": "person",
    "Unhiding.unhide.nudge": "person",
    "Boards.set.name": "board",
    "Boards.show.name": "board",
    "Boards.remove.name": "board",
    "RegisterRoom.add.name": "name",
    **{f"Topics.{call}.name": "topic-name" for call in ("add", "change", "open", "close", "show")},
}
"""Arguments whose name says too little."""
ITEMS: Final[Mapping[str, Mapping[str, str]]] = {
    "Handed": {"author": "person", "text": "text", "why": "motivation", "name": "place"},
    "Outside": {
        "text": "contribution",
        "author": "person",
        "kind": "choice",
        "topic": "topic",
        "said": "moment",
        "source": "source",
        "link": "link",
        "place": "place",
    },
    "Entered": {"person": "person", "name": "name", "contact": "contact", "relation": "choice", "language": "choice", "place": "place"},
}
"""What is handed over by the row: the kind of row → its field → the limit."""


def limit_of(call: str, argument: str) -> str | None:
    """The limit that an argument stands under; None where it takes no text.

    Args:
        call: The call as Python names it: ``"SuggestionsRoom.tip"``.
        argument: The argument's name.

    >>> limit_of("SuggestionsRoom.tip", "text"), limit_of("SuggestionsRoom.tip", "quote"), limit_of("SuggestionsRoom.tip", "revision")
    ('tip', 'quote', None)
    """
    return _HERE.get(f"{call}.{argument}") or _EVERYWHERE.get(argument)


def too_long(item: Any, own: Mapping[str, int]) -> Iterator[tuple[str, Unusable]]:
    """What is too long in a row that was handed over, or is no one line: its field, and the refusal.

    Args:
        item: A ``Handed``, an ``Outside`` or an ``Entered``.
        own: The limits that the organisation set.
    """
    for field, limit in ITEMS[type(item).__name__].items():
        value = getattr(item, field)
        if isinstance(value, str):
            try:
                hold(limit, value, own)
            except Unusable as wrong:
                yield field, wrong


def refuse_too_long(item: Any, own: Mapping[str, int]) -> None:
    """The same for a row of which the first fault is told.

    Raises:
        Unusable: A field of it is too long, or is no one line.
    """
    for _, wrong in too_long(item, own):
        raise wrong
