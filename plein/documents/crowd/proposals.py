"""The ready texts for a place where a crowd collides: what a group that decides would otherwise have to type. It decides nothing itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from plein.documents.crowd.fold import by_key, in_order
from plein.documents.crowd.ground import Ground, ground
from plein.documents.edit import Edit, spans
from plein.documents.propose.propose import distinct, propose
from plein.documents.propose.two import Two, stacked
from plein.documents.spans import Span, written
from plein.documents.text.labels import labels

K = TypeVar("K", bound=Hashable)
K_co = TypeVar("K_co", bound=Hashable, covariant=True)

_WORDINGS = 64
"""So many wordings of a passage are looked at, those with the most suggestions behind them."""


class AtPlace(Protocol[K_co]):
    """Where suggestions collide: a collision of a merge, or a screen of a crowd."""

    @property
    def start(self) -> int:
        """First code point of the base that they touch, from 0."""

    @property
    def end(self) -> int:
        """The code point after the last one."""

    @property
    def suggestions(self) -> tuple[K_co, ...]:
        """Those that collide there."""


@dataclass(frozen=True, slots=True)
class Proposal(Generic[K]):
    """A ready text for a place where suggestions collide.

    Attributes:
        text: How the passage would read; whole lines.
        takes: The suggestions of which something is in it, by number.
        leaves: Those of which something is left out, if only what they change elsewhere; who stands in both is taken over in part.
        start: Where the passage begins in the base, in code points from 0: ``base[:start] + text + base[end:]`` is the text with it.
        end: Where it ends; equal to *start* where whole lines are put in.
    """

    text: str
    takes: tuple[K, ...]
    leaves: tuple[K, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Wording(Generic[K]):
    """One way the passage might read, with all who want it so, and the changes it takes."""

    text: str
    keys: tuple[K, ...]
    changes: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Mix:
    """A text made of the wordings of many, with the changes that are in it."""

    text: str
    kept: frozenset[Span]


def proposals(base: str, suggestions: Mapping[K, Sequence[Edit]], collision: AtPlace[K]) -> tuple[Proposal[K], ...]:
    r"""At most four ready texts for a place where suggestions collide, best first.

    Nothing in them is invented: every word stands in the passage or in a suggestion that collides there. Deterministic, and whatever the
    order of the mapping. Of two wordings the texts come in the order in which real groups chose (``order``); of more, what most ask for comes
    first, with what goes together with it. None refers to a note that is put in elsewhere and would not come along.

    Args:
        base: The text all of them were made against.
        suggestions: The edits of each, at least of those that collide; positions are code points into *base*, from 0.
        collision: The place: a collision of :func:`merge`, or a screen of :func:`crowd`.

    Raises:
        EditsOverlap: Two edits of one suggestion touch the same characters.
        EditOutside: An edit reaches beyond the end of *base*.
        KeyError: The edits of a suggestion that collides are not given.

    >>> from plein.documents import diff, merge
    >>> base = "We build homes near the old station.\n"
    >>> wishes = {1: diff(base, base.replace("build", "rent")), 2: diff(base, base.replace("build", "buy").replace("old ", ""))}
    >>> (place,) = merge(base, wishes).collisions
    >>> for one in proposals(base, wishes, place)[:2]:
    ...     print(one.text.strip(), one.takes, one.leaves)
    We rent homes near the station. (1, 2) (2,)
    We buy homes near the station. (2,) (1,)
    """
    here = ground(base, {key: spans(base, suggestions[key]) for key in collision.suggestions}, collision.start, collision.end)
    wordings = _wordings(here)
    found = _of_two(here, *wordings) if len(wordings) == 2 else _of_many(here, wordings)
    elsewhere = "".join(edit.text for key in collision.suggestions for edit in suggestions[key] if "]:" in edit.text)
    return tuple(one for one in found if not elsewhere or not _lacks_note(base, one.text, elsewhere))


def _lacks_note(base: str, text: str, elsewhere: str) -> bool:
    """Whether a text refers to a note that a suggestion puts in elsewhere, which does not come along."""
    there, here = labels(base).defined, labels(text)
    return any(label in here.used and label not in here.defined and label not in there for label in labels(elsewhere).defined)


def _wordings(here: Ground[K]) -> list[_Wording[K]]:
    """The ways the passage might read, those that most ask for first, then by number; nobody who leaves it as it is."""
    found: dict[str, list[K]] = {}
    for key in in_order(here.changes):
        reads = here.reads(key)
        if reads != here.text:
            found.setdefault(reads, []).append(key)
    every = [_Wording(text, tuple(keys), here.changes[keys[0]]) for text, keys in found.items()]
    return sorted(every, key=lambda one: (-len(one.keys), by_key(one.keys[0])))


def _of_two(here: Ground[K], one: _Wording[K], other: _Wording[K]) -> Iterator[Proposal[K]]:
    for made in propose(Two(here.text, one.text, other.text)):
        sides = list(zip((one, other), made.takes, made.leaves, strict=True))
        takes = [key for side, taken, _ in sides if taken for key in side.keys]
        leaves = [key for side, _, left in sides if left for key in side.keys]
        yield _proposal(here, made.text, takes, leaves)


def _of_many(here: Ground[K], wordings: Sequence[_Wording[K]]) -> Iterator[Proposal[K]]:
    """The texts for a place that more than two want otherwise: with what most ask for, all that goes together with it."""
    for mix in distinct(_candidates(here, wordings[:_WORDINGS]), here.text, *(one.text for one in wordings[:_WORDINGS])):
        takes = [key for one in wordings if mix.kept.intersection(one.changes) for key in one.keys]
        leaves = [key for one in wordings if not mix.kept.issuperset(one.changes) for key in one.keys]
        yield _proposal(here, mix.text, takes, leaves)


def _proposal(here: Ground[K], text: str, takes: Iterable[K], leaves: Iterable[K]) -> Proposal[K]:
    taken = tuple(in_order(takes))
    left = {*leaves, *here.beyond.intersection(taken)}  # what somebody changes elsewhere with it is not in this text
    return Proposal(text, taken, tuple(in_order(left)), here.start, here.end)


def _candidates(here: Ground[K], wordings: Sequence[_Wording[K]]) -> Iterator[_Mix]:
    """Best first: what most ask for, if it is one wording; all that is put in at one place; what goes together; then each wording."""
    whole = [_Mix(one.text, frozenset(one.changes)) for one in wordings]
    if len(wordings) > 1 and len(wordings[0].keys) > len(wordings[1].keys):
        yield whole[0]
    if not here.text.strip():
        yield _Mix(stacked(one.text for one in wordings), frozenset().union(*(one.kept for one in whole)))
    votes: Counter[Span] = Counter()
    for one in wordings:
        votes.update(dict.fromkeys(one.changes, len(one.keys)))
    wanted = sorted(votes, key=lambda span: (-votes[span], span))
    yield _together(here, wanted)
    for one, mix in zip(wordings, whole, strict=True):
        yield mix
        yield _together(here, [*one.changes, *wanted])


def _together(here: Ground[K], wanted: Iterable[Span]) -> _Mix:
    """The passage with the first of the changes, and with each further one that touches none before it."""
    kept: list[Span] = []
    for span in dict.fromkeys(wanted):
        if not any(span[0] <= other[1] and other[0] <= span[1] for other in kept):
            kept.append(span)
    return _Mix(written(here.text, sorted(kept)), frozenset(kept))
