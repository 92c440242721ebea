"""Whether the top of a list of candidates looks like everybody who spoke, and whom it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plein.sentences import Sentence, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.workflow.candidates.rank import Candidate


@dataclass(frozen=True, slots=True)
class Balance:
    """The first so many candidates, set beside everybody who spoke.

    Attributes:
        top: So many candidates are looked at.
        people: So many there are in all.
        inside: So many of the first belong to the organisation.
        outside: So many do not.
        newcomers: So many never sat in a working group.
        usual_suspects: So many are asked anyway.
        minority: So many hold a minority view.
        topics: How many of the first spoke on each topic, those on which nobody did among them.
        kinds: How many of the first made contributions of each kind.
        relations: How many of the first have each relation to the organisation; who has none that is known is left out.
        missing: Whom and what the first leave out, in words.
    """

    top: int
    people: int
    inside: int
    outside: int
    newcomers: int
    usual_suspects: int
    minority: int
    topics: Mapping[str, int]
    kinds: Mapping[str, int]
    relations: Mapping[str, int]
    missing: tuple[Sentence, ...]


def balance(ranked: Sequence[Candidate], top: int, topics: Iterable[str] = ()) -> Balance:
    """Set the first *top* candidates beside all of them.

    Args:
        ranked: The candidates, the first first.
        top: How many to look at; all of them, if there are fewer.
        topics: Topics of the cycle, which may be more than anybody spoke on.
    """
    first = ranked[: max(top, 0)]
    known = dict.fromkeys([*topics, *(topic for one in ranked for topic in one.topics)])
    relations = dict.fromkeys(one.relation for one in ranked if one.relation is not None)
    kinds = dict.fromkeys(kind for one in ranked for kind in one.kinds)
    on_topics = Counter(topic for one in first for topic in one.topics)
    of_kinds = Counter(kind for one in first for kind in one.kinds)
    related = Counter(one.relation for one in first)
    return Balance(
        top=len(first),
        people=len(ranked),
        inside=sum(one.inside for one in first),
        outside=sum(not one.inside for one in first),
        newcomers=sum(one.newcomer for one in first),
        usual_suspects=sum(one.usual_suspect for one in first),
        minority=sum(one.minority for one in first),
        topics={topic: on_topics[topic] for topic in known},
        kinds={kind: of_kinds[kind] for kind in kinds},
        relations={relation: related[relation] for relation in relations},
        missing=tuple(_missing(ranked, len(first), known, kinds, relations)),
    )


def _missing(
    ranked: Sequence[Candidate], top: int, topics: Iterable[str], kinds: Iterable[str], relations: Iterable[str]
) -> Iterator[Sentence]:
    """One sentence for everything that the first leave out; where somebody further down has it, who."""
    if not ranked:
        return
    for which, have in (
        (sentence("nobody from inside"), [one.inside for one in ranked]),
        (sentence("nobody from outside"), [not one.inside for one in ranked]),
        (sentence("no newcomer"), [one.newcomer for one in ranked]),
        (sentence("no minority view"), [one.minority for one in ranked]),
    ):
        yield from _left_out(ranked, top, which, have)
    for topic in topics:
        spoke = [topic in one.topics for one in ranked]
        if not any(spoke):
            yield sentence("nobody spoke on {topic}", topic=f"“{topic}”")
        yield from _left_out(ranked, top, sentence("nobody who spoke on {topic}", topic=f"“{topic}”"), spoke)
    for relation in relations:
        related = [one.relation == relation for one in ranked]
        yield from _left_out(
            ranked, top, sentence("nobody with the relation {relation}", relation=sentence("“{name}”", name=term(relation))), related
        )
    for kind in kinds:
        of_kind = [kind in one.kinds for one in ranked]
        yield from _left_out(
            ranked, top, sentence("nobody with a contribution of the kind {kind}", kind=sentence("“{name}”", name=term(kind))), of_kind
        )


def _left_out(ranked: Sequence[Candidate], top: int, which: Sentence, have: Sequence[bool]) -> Iterator[Sentence]:
    """That none of the first has it, if somebody further down does."""
    if any(have) and not any(have[:top]):
        place = have.index(True)
        yield sentence(
            "{nobody} among the first {top}; the highest is {person}, at {place}",
            nobody=which,
            top=top,
            person=ranked[place].person,
            place=place + 1,
        )
