"""The ready texts for a passage that two want otherwise, best first. What a crowd wants is ``proposals``'s."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from plein.documents.propose.mixing import Made
from plein.documents.propose.order import ADDED_ALIKE, ALIKE, ORDER, SAID_TWICE
from plein.documents.propose.two import Two, flat
from plein.documents.propose.ways import WAYS
from plein.documents.text.labels import labels
from plein.documents.text.twice import repeats, words_of

MOST = 4
"""So many ready texts a place has at most: what people take in at a glance."""


class HasText(Protocol):
    """What has a text."""

    @property
    def text(self) -> str:
        """The text."""


T = TypeVar("T", bound=HasText)


def shape(two: Two) -> str:
    """How two changes of a passage collide, for choosing the order of texts: the kind of the collision, and whether both read alike.

    >>> shape(Two("", "- bread", "- milk")), shape(Two("We build.", "", "We rent.")), shape(Two("We build.", "We buy.", "We rent."))
    ('same-place', 'contrary', 'overlap')
    """
    if not two.base.strip():
        return "same-place, alike" if two.alike > ADDED_ALIKE else "same-place"
    if not two.one.strip() or not two.other.strip():
        return "contrary"
    if two.is_uneven():
        return "contained"
    return "overlap, alike" if two.alike >= ALIKE else "overlap"


def propose(two: Two) -> tuple[Made, ...]:
    r"""At most four texts for a passage, best first, no two of them the same but for lay-out, none of them the passage as it was.

    Deterministic. Each is made of words that stand in the passage or in one of both wordings. A text that says a phrase twice that neither
    says twice comes last.

    >>> base = "We build homes near the old station.\n"
    >>> two = Two(base, base.replace("build", "rent"), base.replace("build", "buy").replace("old ", ""))
    >>> [made.text for made in propose(two)][:2]
    ['We rent homes near the station.\n', 'We buy homes near the station.\n']
    """
    first, turned = rewriter_first(two)
    return tuple(
        Made(made.text, made.takes[::-1], made.leaves[::-1]) if turned else made
        for made in distinct(_made(first), first.base, first.one, first.other)
    )


def rewriter_first(two: Two) -> tuple[Two, bool]:
    """The two with whoever rewrote the passage first, and whether that turned them: who is which says more than who came first."""
    return (two.turned(), True) if two.is_uneven() and two.kept[1] < two.kept[0] else (two, False)


def distinct(candidates: Iterable[T], base: str, *wordings: str) -> tuple[T, ...]:
    """The first few of candidates that read otherwise than each other and than the passage, lay-out aside.

    Left out is a text with a word that stands in none of the texts it was made of: two changes that touch may run words together; and one
    that has two notes of one name where none of these has. One that says a phrase twice that none of these says twice comes last.

    Args:
        candidates: What has a text, best first; no more are made than are needed.
        base: The passage as it stands.
        wordings: The wordings that the texts were made of.
    """
    said = [words_of(text) for text in (base, *wordings)]
    known = {word for words in said for word in words}
    notes = Counter[str]()
    for text in (base, *wordings):
        notes |= labels(text).defined
    seen = {flat(base)}
    first: list[T] = []
    late: list[T] = []
    for one in candidates:
        reads = flat(one.text)
        if reads in seen:
            continue
        again = False
        if one.text not in wordings:
            words = words_of(one.text)
            if not known.issuperset(words) or not labels(one.text).defined <= notes:
                continue
            again = repeats(words, said, SAID_TWICE)
        seen.add(reads)
        (late if again else first).append(one)
        if len(first) == MOST:
            break
    return tuple([*first, *late][:MOST])


def _made(two: Two) -> Iterator[Made]:
    for name in ORDER[shape(two)]:
        yield WAYS[name](two)
