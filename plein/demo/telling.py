"""What is told after some steps of the story: what came of them, in numbers and names. Nothing is done here, and no line is laid out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from plein.demo.voice import day, detail, listed, result, say, short
from plein.engine.group.views import Candidate
from plein.engine.plein import Plein
from plein.engine.review.views import Decision, Suggestion
from plein.engine.seat import Seat
from plein.errors import MoveRefused
from plein.sentences import Sentence, sentence
from plein.terms import term
from plein.workflow import parse_when, show_when

ZONE = "Europe/Amsterdam"
"""Where the story happens; all its moments are local."""
_KINDS = {
    "same-place": sentence("both put something new here"),
    "overlap": sentence("both change these words"),
    "contained": sentence("one changes words in a passage that the other rewrites"),
    "contrary": sentence("one deletes what the other changes"),
    "structure": sentence("together they would break the shape of the text"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Just after a step: its words, what ``came`` of it (its refusal, where it was refused), and whatever can be told of it then."""

    plein: Plein
    at: str
    by: str
    cycle: str
    words: Sequence[Any] = ()
    came: Any = None

    def seat(self, person: str | None = None) -> Seat:
        """The seat of one person at this moment; that of somebody who only looks, if you name nobody."""
        return self.plein.acting_as(person, at=parse_when(self.at, ZONE))

    def refused(self) -> None:
        for why in self.came.reasons if isinstance(self.came, MoveRefused) else self.came.args[:1]:
            result(sentence("refused: {why}", why=why))

    def people(self) -> None:
        n, inside, relations = len(self.came), sum(bool(one.inside) for one in self.came), len({one.relation for one in self.came})
        counts = {"n": n, "inside": inside, "outside": n - inside, "relations": relations}
        result(sentence("{n} people, {inside} inside and {outside} outside, in {relations} relations", **counts))

    def open_topics(self) -> None:
        result(sentence("open now: {topics}", topics=listed(one.name for one in self.seat().cycle(self.cycle).topics.list())))

    def supported(self) -> None:
        result(sentence("contribution {number}, supported by {n} people", number=self.came.id, n=self.came.supports))

    def behind_the_mask(self) -> None:
        (mask,) = {one.author for one in self.seat().cycle(self.cycle).inventory.list() if one.author.startswith("~")}
        person = self.seat("anna").people.show(mask).behind
        result(sentence("for the hosts “{mask}” is {person}; for everyone else, and for the record, nobody", mask=mask, person=person))

    def heat(self) -> None:
        warm = next(topic for topic in self.came.topics if topic.heat == "heated")
        result(sentence("{topic}: {heat}, {nudges} nudges", topic=warm.name, heat=term("heated"), nudges=warm.nudges))

    def hidden(self) -> None:
        tombstone = self.seat().cycle(self.cycle).inventory.show(self.came.id)
        result(sentence("contribution {number}, for everyone: hidden. {reason}", number=tombstone.id, reason=tombstone.hidden))

    def elsewhere(self) -> None:
        new = sum(bool(one.source) for one in self.seat().cycle(self.cycle).inventory.list())
        result(sentence("{new} more; and the same file once more: {again}", new=new, again=len(self.came)))

    def all_that_was_said(self) -> None:
        found = self.seat().cycle(self.cycle).inventory.list()
        people, hidden = len({one.author for one in found}), sum(bool(one.hidden) for one in found)
        result(sentence("in all {n} contributions by {people} people; hidden: {hidden}", n=len(found), people=people, hidden=hidden))

    def first_candidates(self) -> None:
        for place, one in enumerate(self.came.candidates[:3], 1):
            _ranked(place, one, one.reasons if place == 1 else ())

    def loudest(self) -> None:
        place, loud = next((place, one) for place, one in enumerate(self.came.candidates, 1) if one.person == "ronald")
        _ranked(place, loud, loud.reasons)

    def balance(self) -> None:
        first = _fields(self.came.balance)
        say(
            sentence(
                "Of the first {top}, {inside} are from inside and {outside} from outside; {newcomers} never sat in a group. Left out:",
                **first,
            )
        )
        for missing in self.came.balance.missing[:3]:
            result(missing)

    def warned(self) -> None:
        for warning in self.came.warnings:
            result(sentence("warning: {warning}", warning=warning))

    def circle(self) -> None:
        for one in self.seat().cycle(self.cycle).group.list():
            cited = sentence(", on {topic}", topic=one.topic) if one.topic else ""
            if one.contribution:
                cited = sentence(", for contribution {number}", number=one.contribution)
            said = {"status": term(one.status), "role": term(one.role), "because": one.removed_because or one.because}
            if one.role != "host":
                result(sentence("{person} {status}: {role}{cited}. {because}", person=one.person, cited=cited, **said))

    def board(self) -> None:
        came = [one for one in self.seat().cycle(self.cycle).group.list() if one.board and one.status == "accepted"]
        said = {"role": term("adviser"), "topic": came[0].topic, "day": day(str(came[0].until))}
        result(sentence("{people} accepted: {role}, on {topic}, until {day}", people=listed(one.person for one in came), **said))

    def both_changes(self) -> None:
        result(sentence("version {number} holds both changes: no locked file, no pasting of two files into one", number=self.came.number))

    def comments_for_joost(self) -> None:
        inside, outside = (len(self.seat(person).cycle(self.cycle).comments.list()) for person in ("anna", "joost"))
        result(sentence("comments: {inside} for the circle, {outside} for joost", inside=inside, outside=outside))

    def words_to_avoid(self) -> None:
        for found in self.came:
            result(sentence("{where}, paragraph {paragraph}: “{word}”; better: {better}. {because}", **_fields(found)))

    def words_left(self) -> None:
        left = len(self.seat(self.by).cycle(self.cycle).words.check())
        result(sentence("version {number}: {left} left", number=self.came.number, left=left))

    def published_until(self) -> None:
        when = self.came.closes and show_when(self.came.closes, self.came.timezone)
        result(sentence("version {number} is published, and open until {when}", number=self.came.steps[-1].version, when=when))

    def one_text(self) -> None:
        result(sentence("{numbers}: one edited text, but each place gets its own answer", numbers=_numbered(self.came.suggestions)))

    def mailed(self) -> None:
        for one in self.came:
            said = {"author": one.author, "number": one.suggestions[0].id}
            if one.sweeping:
                result(sentence("{author} rewrote everything: suggestion {number}, set apart, so that it collides with nobody", **said))
        rest = [one for one in self.came if not one.sweeping]
        numbers = _numbered([made for one in rest for made in one.suggestions])
        result(sentence("{people}: {numbers}", people=listed(one.author for one in rest), numbers=numbers))

    def crowd(self) -> None:
        found = self.seat().cycle(self.cycle).suggestions.list()
        people, same = len({one.author for one in found}), listed(one.id for one in found if one.same_as)
        said = {"n": len(found), "people": people, "same": same}
        say(sentence("{n} suggestions by {people} people; {same} are the same. Only these cannot all stand:", **said))

    def collisions(self) -> None:
        for place in {(place.kind, place.suggestions): place for place in self.came}.values():
            quote = f"“{short(place.quote, 40)}”" if place.quote else sentence("paragraph {number}", number=place.paragraph)
            said = {"place": quote, "kind": term(place.kind), "what": _KINDS[place.kind]}
            result(sentence("{numbers} at {place}: {kind}, {what}", numbers=listed(place.suggestions), **said))

    def held(self) -> None:
        result(sentence("held: {reasons}", reasons=tuple(dict.fromkeys(self.came.reasons.values()))))

    def decided(self) -> None:
        outcome, because = _outcome(self.came[0]), self.came[0].because
        result(sentence("{who} {outcome}: {because}", who=self._authors(), outcome=outcome, because=because))

    def put_together(self) -> None:
        """A place that was settled by a ready text."""
        decisions = self.seat(self.by).cycle(self.cycle).decisions.list()
        for one in (one for one in decisions if one.suggestion in self.came.adapted):
            result(sentence("one text, put together from {numbers}: {because}", numbers=listed(one.put_together_from), because=one.because))

    def adopted_together(self) -> None:
        outcome = sentence("{outcome} together", outcome=term("adopted"))
        result(sentence("{who} {outcome}", who=self._authors(), outcome=outcome))

    def adopted_as_they_stand(self) -> None:
        """All that was adopted just now without a word, but for several readings of one passage."""
        found = [(one, one.decision) for one in self.seat(self.by).cycle(self.cycle).suggestions.list()]
        adopted = [one for one, answer in found if answer and answer.outcome == "adopted" and not answer.because and not answer.published]
        readings = Counter(start for start, _ in {(one.start, one.replace) for one in adopted})
        numbers = listed(f"{one.id} ({one.author})" for one in adopted if readings[one.start] == 1)
        result(sentence("as they stand: {numbers} adopted", numbers=numbers))

    def divided(self) -> None:
        waiting = listed(one.id for one in self.seat(self.by).cycle(self.cycle).suggestions.list(undecided=True))
        say(
            sentence(
                "On {numbers}, the share of social housing, the group is divided. It leaves them open and publishes the rest.",
                numbers=waiting,
            )
        )

    def public(self) -> None:
        result(sentence("{n} decisions are public, each with its reason", n=len(self.came)))

    def merged(self) -> None:
        said = {"number": self.came.version, "base": self.came.base, "n": len(self.came.applied)}
        result(sentence("version {number} is version {base} with {n} suggestions worked in, to the letter", **said))
        for near in self.came.near:
            result(sentence("{numbers} meet in one sentence: bea reads it once more, and it stands", numbers=listed(near)))

    def carried(self) -> None:
        waiting = listed(one.id for one in self.seat().cycle(self.cycle).suggestions.list() if one.status == "carried")
        result(sentence("{numbers} still wait for an answer and were carried along: no suggestion dies of a new version", numbers=waiting))

    def rounds(self) -> None:
        for chapter in self.came:
            if chapter.step.phase == "review" and chapter.came is not None:
                told = {**chapter.came, "round": chapter.step.round, "n": sum(chapter.answered.values())}
                result(
                    sentence(
                        "round {round}: {people} people, {newcomers} of them new, {inside} from inside and {outside} from outside; {n} answers",
                        **told,
                    )
                )
                if chapter.changed is not None:
                    result(sentence("the text before it had changed in {n} places since the round before", n=chapter.changed))

    def usual_suspects(self) -> None:
        suspects = listed(one.person for one in self.seat(self.by).cycle(self.cycle).group.candidates() if one.usual_suspect)
        result(sentence("usual suspects by now: {people}, who sat in the group before", people=suspects))

    def report(self) -> None:
        result(sentence("“{line}”", line=self.came.text.splitlines()[4].removeprefix("- ")))

    def memory(self) -> None:
        for earlier in self.came.earlier:
            sat = listed(dict.fromkeys(one.person for one in earlier.group))
            result(sentence("in the group of {slug}: {people}", slug=earlier.slug, people=sat))
            for promise in earlier.promises:
                result(sentence("promised: {text}", text=promise.text))

    def tally(self) -> None:
        found = self.seat().cycle(self.cycle).suggestions.list()
        counts = Counter[str](one.decision.outcome if one.decision else one.status for one in found)
        outcomes = ("adopted", "adapted", "covered", "rejected", "noted", "withdrawn")
        parts = listed(sentence("{n} {outcome}", n=counts[outcome], outcome=term(outcome)) for outcome in outcomes)
        say(sentence("{n} suggestions, {n} answers: {parts}.", n=len(found), parts=parts))

    def answered(self) -> None:
        if self.came.decision is not None:
            outcome, because = _outcome(self.came.decision), self.came.decision.because
            result(sentence("answered: {outcome}: {because}", outcome=outcome, because=because))

    def erased(self) -> None:
        n = self.came.erased["contributions"]
        result(sentence("hers to keep: {n} contribution; erased here: its text, and her name everywhere", n=n))

    def verified(self) -> None:
        if self.came.damage:
            result(sentence("damaged: {what}", what=self.came.damage[0]))
        else:
            result(sentence("ok: {n} entries, in three cycles; the record never held a name", n=self.came.entries))

    def pages(self) -> None:
        result(sentence("{n} files: question, inventory, versions with redlines, response document", n=len(self.came)))

    def _authors(self) -> str:
        return listed(f"{one.suggestion} ({word.author})" for one, word in zip(self.came, self.words, strict=True))


def _ranked(place: int, one: Candidate, reasons: Iterable[Sentence]) -> None:
    where = sentence("from inside") if one.inside else sentence("from outside")
    result(sentence("{place}. {person}, {where}: {points} points", place=place, person=one.person, where=where, points=one.score))
    for reason in reasons:
        detail(reason)


def _numbered(found: Sequence[Suggestion]) -> Sentence:
    numbers, places = listed(one.id for one in found), listed(one.paragraph for one in found)
    return sentence("suggestions {numbers}, on paragraphs {paragraphs}", numbers=numbers, paragraphs=places)


def _outcome(decision: Decision) -> str:
    outcome = term(decision.outcome)
    return sentence("{outcome} by {number}", outcome=outcome, number=decision.covered_by) if decision.covered_by else outcome


def _fields(value: Any) -> dict[str, Any]:
    """All that is in something, to fill a sentence from."""
    return {field.name: getattr(value, field.name) for field in fields(value)}
