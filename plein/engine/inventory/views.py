"""What was said in the open, as people see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from plein.engine.rows.erased import WITHDRAWN
from plein.vocabulary import ContributionKind


@dataclass(frozen=True, slots=True)
class Nudge:
    """A participant's call to order on a contribution. Where a host hid its words, ``hidden`` holds the reason; all but hosts then see none.

    Attributes:
        author: Id of who gave it.
        because: What they said; None where it is hidden.
    """

    author: str
    because: str | None
    at: datetime
    hidden: str | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """One item of the inventory. Where a host hid it, ``hidden`` holds the reason; all but hosts then see neither its text nor its source.

    Attributes:
        author: Id of who said it, or the pseudonym it was said under, which begins with ``~``.
        text: What was said; None where it is hidden, withdrawn or erased.
        supports: How many people stand behind it.
        said: When it was said elsewhere: a date or moment in ISO 8601, as its source gives it.
        links: Numbers of the contributions that belong together with it, as somebody saw.
        name: What the author is called; to hosts and the author alone.
        behind: Id of the person behind a pseudonym; to hosts alone.
        erased: Whether its text was erased at the author's request; ``hidden`` then says so.
        changed: When its author last said it in other words; None where they never did.
        withdrawn: When its author took it back; ``hidden`` then says so. None where they did not.
        entered_by: Id of the host who typed it for its author; None where the author did.
        entered_because: How it came, such as "by letter".
        received: When it came, as whoever typed it says.
        late: Whether a host took it in after the inventory had closed.
    """

    id: int
    author: str
    kind: ContributionKind
    topic: str | None
    text: str | None
    reply_to: int | None
    supports: int
    nudges: tuple[Nudge, ...]
    hidden: str | None
    source: str | None
    link: str | None
    said: str | None
    links: tuple[int, ...]
    at: datetime
    name: str | None = None
    behind: str | None = None
    erased: bool = False
    changed: datetime | None = None
    withdrawn: datetime | None = None
    entered_by: str | None = None
    entered_because: str | None = None
    received: datetime | None = None
    late: bool = False

    @property
    def hidden_by_host(self) -> bool:
        """Whether what stands in ``hidden`` is the reason of a host; else it tells that the words are gone."""
        return self.hidden is not None and not self.erased and self.hidden != WITHDRAWN


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its context note (``aim``, ``scope``, ``outcome``: what happens with what is said), and how the conversation goes.

    The topic every cycle begins with is called ``question``: its note is the cycle's question, which stands in ``aim``.

    Attributes:
        opened: When it first opened; None for a topic that only hosts see yet.
        closed: When it closed; None while it takes contributions.
        contributions: How many there are, hidden and withdrawn ones not counted. ``replies`` of them answer another.
        people: By how many people they are.
        nudges: Calls to order on all of them, hidden ones included.
        hidden: How many a host hid.
        heat: ``calm``, ``lively`` or ``heated`` (:func:`plein.workflow.heat.heat`), for the eyes of hosts; None for others.
        inside: Whether it was opened in the circle, and not before everyone: nobody else knows of it.
    """

    name: str
    title: str
    host: str
    aim: str | None
    scope: str | None
    outcome: str | None
    opened: datetime | None
    closed: datetime | None
    contributions: int
    people: int
    replies: int
    nudges: int
    hidden: int
    heat: str | None
    inside: bool = False

    @property
    def takes_contributions(self) -> bool:
        """Whether it is open now."""
        return self.opened is not None and self.closed is None


@dataclass(frozen=True, slots=True)
class Report:
    """The report, Markdown. ``author`` is None where plein ``composed`` it; ``published`` is when everyone could read it."""

    number: int
    author: str | None
    text: str
    digest: str
    composed: bool
    published: datetime | None
    at: datetime
