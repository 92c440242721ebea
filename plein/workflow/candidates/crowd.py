"""The crowd of an inventory: what was said, by whom, who answered and who stands behind it. Nothing is weighed here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plein.sentences import Sentence
from plein.workflow.candidates.function_words import function_words
from plein.workflow.candidates.voices import Circles, Voices
from plein.workflow.candidates.words import Vocabulary, content_words, telling


@dataclass(frozen=True, slots=True)
class Contribution:
    """Something said in the open, as the ranking sees it.

    Attributes:
        number: Its number in the inventory.
        author: Whoever said it.
        text: What was said.
        kind: opinion, position, experience, question or idea.
        topic: The conversation it belongs to, by name.
        reply_to: Number of the contribution it answers.
        hidden: Whether a host hid it. Then it gives nobody points; the nudges on it stay.
        supporters: Who stands behind it.
        nudgers: Who called its author to order for it.
    """

    number: int
    author: str
    text: str
    kind: str = "opinion"
    topic: str | None = None
    reply_to: int | None = None
    hidden: bool = False
    supporters: frozenset[str] = frozenset()
    nudgers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody who spoke.

    Attributes:
        inside: Whether they belong to the organisation.
        relation: What they are to it.
        usual: Why they are a usual suspect; None where they are not.
        newcomer: Whether they never sat in a working group.
        behind: For a pseudonym: who uses it. The two are ranked apart, but answering or supporting oneself counts for nothing.
        gone: Whether they were erased, so that they are not ranked; what others made of their words stays.
    """

    inside: bool = False
    relation: str | None = None
    usual: Sentence | None = None
    newcomer: bool = True
    behind: str | None = None
    gone: bool = False


_UNKNOWN = Person()


class Crowd:
    """Everything said in one inventory, so that it can be asked about each contribution and each person.

    Args:
        told: What was said, by number.
        people: Who they are; somebody who is not in it is a newcomer from outside.
        question: The words of the cycle's question and context.
        topics: The words of each topic's title and context note.
    """

    def __init__(self, told: Sequence[Contribution], people: Mapping[str, Person], question: str, topics: Mapping[str, str]) -> None:
        self._people, self._question, self._topics = people, question, topics
        self.by: defaultdict[str, list[Contribution]] = defaultdict(list)
        self._nudgers: defaultdict[str, set[str]] = defaultdict(set)
        self._answers: defaultdict[int, set[str]] = defaultdict(set)
        self._conversations: dict[int, int] = {}
        for one in told:
            self._enter(one)
        visible = [one for own in self.by.values() for one in own]
        self._words = {one.number: content_words(one.text) for one in visible}
        self._vocabulary = Vocabulary(
            (one.number, self._conversations[one.number], self.real(one.author), self._words[one.number]) for one in visible
        )
        inside = {self.real(name) for name, person in people.items() if person.inside}
        self._circles = Circles(((self.real(who), self.real(one.author)) for one in visible for who in one.supporters), inside)
        self._asked: dict[str | None, tuple[Mapping[str, str], frozenset[str], int]] = {}

    def _enter(self, one: Contribution) -> None:
        above = one.reply_to if one.reply_to is not None and one.reply_to < one.number else None
        self._conversations[one.number] = one.number if above is None else self._conversations.get(above, above)
        self._nudgers[one.author].update(map(self.real, one.nudgers))
        if not one.hidden:
            self.by[one.author].append(one)
            if one.reply_to is not None:
                self._answers[one.reply_to].add(self.real(one.author))

    def person(self, name: str) -> Person:
        """What is known of somebody."""
        return self._people.get(name, _UNKNOWN)

    def real(self, name: str) -> str:
        """Who it is, behind a pseudonym too."""
        return self.person(name).behind or name

    def answers(self, name: str, own: Iterable[Contribution], *, circle: float = 0.0) -> Voices:
        """Who answered these contributions of somebody; *circle* is what all of their own circle is worth together."""
        answered = (other for one in own for other in self._answers.get(one.number, ()))
        return self._circles.voices(self.real(name), answered, circle=circle)

    def support(self, name: str, own: Iterable[Contribution]) -> Voices:
        """Who stands behind these contributions of somebody."""
        return self._circles.voices(self.real(name), (self.real(who) for one in own for who in one.supporters))

    def calls(self, name: str) -> int:
        """How many called somebody to order, wherever; people who support each other called once."""
        return sum(1 for _ in self._circles.rings(self._nudgers[name] - {self.real(name)}))

    def newness(self, one: Contribution) -> list[tuple[str, float]]:
        """The words of a contribution that are no common ground, as they were written, and how new each is."""
        speaker, conversation = self.real(one.author), self._conversations[one.number]
        found: list[tuple[str, float]] = []
        for word, shown in self._words[one.number].items():
            worth = self._vocabulary.newness(word, speaker, one.number, conversation) if telling(word) else None
            if worth is not None:
                found.append((shown, worth))
        return found

    def shared(self, one: Contribution) -> tuple[tuple[str, ...], int]:
        """The words of a contribution that stand in the question or in the note of its topic and say something, and how many stand there."""
        if one.topic not in self._asked:
            self._asked[one.topic] = self._spelled(f"{self._question} {self._topics.get(one.topic or '', '')}")
        asked, nothing, number = self._asked[one.topic]
        found: dict[str, str] = {}
        for word, shown in self._words[one.number].items():
            if word in asked and shown.casefold() not in nothing:
                found.setdefault(asked[word], shown)
        return tuple(found.values()), number

    def _spelled(self, asked: str) -> tuple[Mapping[str, str], frozenset[str], int]:
        """The words of the inventory that stand in what is asked, each with the word there; the words that say nothing; and how many do."""
        nothing = function_words(asked)
        words = [word for word, shown in content_words(asked).items() if shown.casefold() not in nothing]
        return {same: word for word in reversed(words) for same in self._vocabulary.same(word)}, nothing, len(words)
