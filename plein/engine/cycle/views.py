"""A cycle as people see it, and what one of them can do in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plein.engine.inventory.views import Topic
from plein.vocabulary import Space


@dataclass(frozen=True, slots=True)
class Step:
    """One phase as it was lived. ``number`` from 1 in order of time.

    ``came`` is what the phase before it brought in: ``people`` who took part, of whom ``newcomers`` for the first time, ``inside`` and
    ``outside`` the organisation (the rest is not known), and ``kinds``: how many of each kind. None where nothing could come in.
    ``review``: whether people suggest in this phase.
    """

    number: int
    phase: str
    space: Space
    round: int
    version: int | None
    opened: datetime
    closes: datetime | None
    closed: datetime | None
    ask: str | None
    because: str | None
    came: Mapping[str, Any] | None = None
    review: bool = False


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle as anyone may see it. ``revision`` is what a write names; ``steps`` are the phases it went through.

    ``after`` is the cycle before it in its series.
    """

    slug: str
    title: str
    question: str
    phase: str
    space: Space
    round: int
    definition: str
    closes: datetime | None
    hosts: tuple[str, ...]
    timezone: str
    language: str
    revision: int
    since: datetime
    steps: tuple[Step, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something this person may do now, or would but for ``reasons``. ``command`` is how, from the command line.

    ``onward``: of a move, whether it takes the cycle further; not where it stops it, or goes back to collecting views.
    """

    name: str
    description: str
    reasons: tuple[str, ...]
    command: str | None
    onward: bool = True


@dataclass(frozen=True, slots=True)
class Shortened:
    """Time that was promised and taken away: people had until ``promised``, and heard at ``at`` that it would be ``closes``.

    ``closes`` is None where the phase ended then. ``because`` says why, to everybody; None where nobody had to say it yet.
    """

    at: datetime
    promised: datetime
    closes: datetime | None
    because: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """The home screen of one person in one cycle.

    ``counts``: what there is, by name, of what this person may see; ``topics``: the conversations, the question itself first. ``fell``: the
    suggestions that the circle has to decide on anew, since somebody changed or withdrew the words it had decided on; to others there are none.
    ``next``: what helps most now of what this person may do; where there is nothing to do but read, ``read``, with the command that shows it.
    ``shortened``: the time that people had been promised for the running phase and do not get, oldest first; ``ahead``: the moment of the newest
    entry in the record that this person may read, where it lies in the future. ``passed``: whether the deadline of the running phase is behind
    us.
    """

    cycle: Cycle
    person: str | None
    roles: tuple[str, ...]
    can: tuple[Action, ...]
    moves: tuple[Action, ...]
    counts: Mapping[str, int]
    topics: tuple[Topic, ...]
    next: Action
    fell: tuple[int, ...] = ()
    shortened: tuple[Shortened, ...] = ()
    ahead: datetime | None = None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A final version that was corrected: ``version`` reads right, ``corrects`` did not, ``because`` says why.

    ``changed``: in how many places they differ.
    """

    version: int
    corrects: int
    because: str
    at: datetime
    changed: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """One step of the story.

    ``came`` is what came in while it lasted, as in :class:`Step`; ``answered`` how many published decisions there are on that, by outcome;
    ``changed`` in how many places the version it put before everyone differs from the one before, None where there is none before it.
    ``corrections``: what was put right after the version was final, oldest first. ``shortened``: the time that people had been promised and
    did not get, oldest first.
    """

    step: Step
    came: Mapping[str, Any] | None
    answered: Mapping[str, int]
    changed: int | None
    corrections: tuple[Correction, ...] = ()
    shortened: tuple[Shortened, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was promised to everyone, in cycle ``cycle``."""

    id: int
    cycle: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sat:
    """Somebody who sat in the group of an earlier cycle, as ``host`` or ``drafter``."""

    person: str
    role: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A cycle before this one in its series."""

    slug: str
    title: str
    phase: str
    since: datetime
    group: tuple[Sat, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What a cycle inherits. ``earlier``: the nearest first. ``resting``: who sat in two groups of the series or more, and in how many."""

    slug: str
    earlier: tuple[Earlier, ...]
    promises: tuple[Promise, ...]
    resting: tuple[tuple[str, int], ...]
