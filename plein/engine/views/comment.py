"""A comment inside the circle, as those inside see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark for the circle alone. It stays with the version it was made on; it is not carried to later ones.

    Attributes:
        id: Its number in the cycle, from 1.
        author: Whose it is.
        text: What it says.
        version: The version it is on; None where it is on none.
        paragraph: The paragraph of that version, counted from 1; None where it is on the whole.
        suggestion: The suggestion it is on.
        reply_to: The comment it answers; it stands where that one does.
        at: When it was written.
    """

    id: int
    author: str
    text: str
    version: int | None
    paragraph: int | None
    suggestion: int | None
    reply_to: int | None
    at: datetime
