"""What a host enters for somebody: a letter, a call, a form. The record says who typed it and whose it is; who may, and until when, is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from plein.engine.desk import Act
from plein.engine.rows.handles import checked_handle
from plein.engine.rows.people import Asking, somebody
from plein.engine.rows.written import said
from plein.errors import ActRefused, NotAllowed, Refused, Unusable
from plein.sentences import Sentence, sentence, typed
from plein.store.tables.cycle import PersonRow
from plein.vocabulary import ActName
from plein.workflow import parse_when

_BRINGING: Final[dict[ActName, ActName]] = {"contribute": "import-contributions", "suggest": "import-suggestions"}
"""What people do themselves → what lets somebody bring it in for others."""


@dataclass(frozen=True, slots=True)
class Behalf:
    """How something came that somebody else typed: by whom, why, when it was received, and whether that was after it had closed."""

    by: int
    because: str | None = None
    received: datetime | None = None
    late: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """The same for the row of what was entered."""
        return {"entered_by": self.by, "entered_because": self.because, "received": self.received, "late": self.late}

    @property
    def told(self) -> dict[str, Any]:
        """The same for the record; why is sealed with what was entered."""
        return {"late": self.late, "received": None if self.received is None else self.received.isoformat()}


def refuse_unfit(author: str | None, received: str | datetime | None, late: bool, because: str | None, *, by_the_row: bool = False) -> None:
    """Refuse what cannot belong together, before anything is read.

    Args:
        author: Whose it is; None for one's own.
        received: When it came.
        late: Whether it came after it had closed.
        because: How it came, and why it is taken in.
        by_the_row: Whether what is handed over names the authors itself.

    Raises:
        Unusable: What tells of something entered for somebody is there without the person, or the reason is missing.
    """
    if by_the_row and received is None and not late and because is None:
        return
    if author is None and not by_the_row:
        if (received, late, because) != (None, False, None):
            options = typed("--received, --late, --because", "received=, late=, because=")
            raise Unusable(
                sentence(
                    "{options} tell of what a host enters for somebody; say whose it is: {author}",
                    options=options,
                    author=typed("--author PERSON", "author="),
                )
            )
        return
    if said(because) is None:
        raise Unusable(
            sentence("Say how it came, which everybody can read: {option}", option=typed('--because "by letter"', 'because="by letter"'))
        )


def take_over(
    act: Act, own: ActName, asking: Asking, *, author: str, received: str | datetime | None, late: bool, because: str | None
) -> tuple[PersonRow, Behalf]:
    """Let a host enter what is somebody else's; the person, entered if nobody has seen them before, and how it came.

    Args:
        act: The act, of which the table was not asked yet.
        own: What the person would have done themselves.
        asking: How it is asked about a new id that looks like another.
        author: Whose it is.
        received: When it came.
        late: Whether it came after it had closed.
        because: How it came.

    Raises:
        ActRefused, NotAllowed: Nobody brings this in now, or not this person.
        Refused: It is not late.
        LooksAlike: Nobody has seen the person before, and the id reads like that of somebody who is there.
        Unusable: It is one's own, or was received in the future.
    """
    if late:
        require_late(act, own)
    else:
        _require(act, own)
    handle = checked_handle(author)
    if handle == act.actor.handle:
        raise Unusable(sentence("That is yourself; leave out {option}.", option=typed("--author", "author=")))
    return somebody(act.session, handle, act.now, asking), behalf(act, received=received, late=late, because=because)


def behalf(act: Act, *, received: str | datetime | None = None, late: bool = False, because: str | None = None) -> Behalf:
    """How it came, as the row of what is entered keeps it.

    Raises:
        Unusable: It was received in the future.
        BadMoment: When it was received cannot be read.
    """
    return Behalf(act.by, said(because), None if received is None else _moment(act, received), late)


def require_late(act: Act, own: ActName) -> None:
    """Refuse to take in as late what is none, and whoever is no host.

    Raises:
        NotAllowed: Not a host.
        Refused: It is still open, the cycle is over, or nobody was asked yet.
    """
    if "host" not in act.roles:
        raise NotAllowed(sentence("Only hosts take in what came late."))
    definition, phase, slug = act.definition, act.cycle.phase, act.cycle.slug
    if phase in definition.ends:
        raise Refused(sentence("{slug} is over; nothing is taken in any more.", slug=slug))
    asked = definition.inventories if own == "contribute" else definition.reviews
    if phase in asked and act.may(own):
        raise Refused(sentence("It is not late: everybody can still hand it in. Leave out {option}.", option=typed("--late", "late=True")))
    held = act.counted.inventories if own == "contribute" else act.counted.reviews
    if phase not in asked and not held:
        raise Refused(sentence("Nobody was asked for this yet, so that nothing can be late; see {command}", command=f"plein status {slug}"))


def _require(act: Act, own: ActName) -> None:
    """What lets people bring in, and what is open to those for whom they do."""
    for wanted in (_BRINGING[own], own):
        try:
            act.require(wanted)
        except ActRefused as refused:
            hint = sentence("what comes in late a host takes in with {option}", option=typed("--late", "late=True"))
            raise ActRefused(refused.act, (*refused.reasons, hint)) from None


def _moment(act: Act, received: str | datetime) -> datetime:
    """When it was received; of a day alone its end, or now where that is today."""
    moment = parse_when(received, act.cycle.timezone) if isinstance(received, str) else received
    if moment.utcoffset() is None:
        raise Unusable(sentence("A moment needs a zone; pass an aware datetime, or ISO 8601 text."))
    if moment <= act.now:
        return moment.astimezone(UTC)
    zone = ZoneInfo(act.cycle.timezone)
    a_day = isinstance(received, str) and ":" not in received
    if a_day and moment.astimezone(zone).date() == act.now.astimezone(zone).date():
        return act.now
    raise Unusable(_in_the_future(received))


def _in_the_future(received: str | datetime) -> Sentence:
    return sentence("It cannot have been received on {received}, which is still to come.", received=str(received).strip())
