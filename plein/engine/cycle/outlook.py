"""The outlook: what somebody can do in a cycle now, what keeps it from moving on, and the rules it runs by. Nothing here changes anything."""

from __future__ import annotations

from plein.engine.cycle.advice import advice
from plein.engine.cycle.clock import ahead
from plein.engine.cycle.counts import counts
from plein.engine.cycle.moves import called, cycle_view
from plein.engine.cycle.shortened import shortened
from plein.engine.cycle.views import Action, Status
from plein.engine.desk import Sight
from plein.engine.inventory.conversations import conversations
from plein.engine.room import CycleRoom
from plein.errors import Unusable
from plein.sentences import printable, sentence
from plein.terms import term
from plein.vocabulary import ActName
from plein.workflow import ACTS, Definition, MayRow, Row, Verdict, mermaid, moves_from, rules_table
from plein.workflow.guards import deadline_open

_UNNAMED = ("read", "read-drafts", "see-candidates", "answer-invitation")
"""What takes no name: looking, and answering an invitation, where the token says who it is."""


def _fell(sight: Sight) -> tuple[int, ...]:
    """The suggestions that the circle has to decide on anew."""
    if not sight.inside or not sight.counted.suggestions:
        return ()
    from plein.engine.review.fallen import fallen  # here, not above: where nothing was suggested nobody needs the tables of a review

    return tuple(sorted(fallen(sight)))


class OutlookRoom(CycleRoom):
    """What a person sees of their possibilities."""

    def status(self) -> Status:
        """The home screen: where the cycle is, what this person can do now, and what keeps the cycle from moving on.

        >>> [action.name for action in piet.status().can]
        ['read', 'answer-invitation', 'suggest', 'withdraw']
        >>> piet.status().next.command
        'plein suggestion add housing --quote OLD --replace NEW --why TEXT'
        """
        with self._look() as sight:
            definition, facts, roles = sight.definition, sight.facts, sight.roles
            onward = definition.onward(facts.phase)
            acts = tuple(
                Action(name, act.description, (), act.command.replace("CYCLE", self._slug) if act.command else None)
                for name, act in ACTS.items()
                if self._may(sight, name)
            )
            moves = tuple(
                Action(
                    target,
                    sentence("move to {phase}", phase=term(target)),
                    verdict.reasons,
                    f"plein cycle move {self._slug} {target}",
                    onward=target in onward,
                )
                for target, found in moves_from(definition, facts, roles)
                if (verdict := self._named(found)).kind != "role"
            )
            cycle, there = cycle_view(sight), counts(sight)
            return Status(
                cycle,
                self._desk.person,
                tuple(sorted(roles)),
                acts,
                moves,
                there,
                conversations(sight),
                fell=_fell(sight),
                next=advice(sight, named=self._desk.person is not None, text=bool(there.get("versions"))),
                shortened=shortened(sight, cycle.steps[-1]),
                ahead=ahead(sight),
                passed=deadline_open(facts) is not None,
            )

    def may(self, act: ActName) -> Verdict:
        """Whether this person may do *act* now, and if not why: the same answer that enforcement gives.

        >>> bool(piet.may("suggest")), bool(piet.may("decide"))
        (True, False)
        >>> piet.may("decide").reasons
        ('only hosts and drafters may decide on suggestions in the review phase',)
        """
        with self._look() as sight:
            if act not in ACTS:
                raise Unusable(sentence("There is no act “{act}”; the acts are: {acts}", act=printable(act), acts=", ".join(ACTS)))
            return self._may(sight, act)

    def may_move(self, phase: str) -> Verdict:
        """Whether this person may move the cycle to *phase* now, and if not why.

        >>> piet.may_move("final").reasons
        ('only hosts may move the cycle from review to final',)
        """
        with self._look() as sight:
            return self._named(sight.may_move(called(sight, phase, self._desk.organisation)))

    def _may(self, sight: Sight, act: str) -> Verdict:
        """The one answer, whether somebody asks for this act, for all of them, or for what they can do."""
        verdict = sight.may(act)
        return verdict if act in _UNNAMED else self._named(verdict)

    def _named(self, verdict: Verdict) -> Verdict:
        """Nobody in particular can do nothing."""
        if verdict and self._desk.person is None:
            return Verdict("role", (sentence("say first who you are"),))
        return verdict

    def definition(self) -> Definition:
        """The definition this cycle keeps from its beginning to its end.

        >>> housing.definition().name
        'plein66'
        """
        with self._look() as sight:
            return sight.definition

    def rules(self) -> tuple[Row, ...]:
        """The table phase × role × act by which this cycle runs: ``plein cycle rules``.

        >>> [row.phase for row in housing.rules() if row.act.name == "suggest"]
        ['review']
        """
        return rules_table(self.definition())

    def my_rules(self) -> tuple[MayRow, ...]:
        """Of every act whether this person may do it now, and if not why: ``plein cycle rules --as PERSON``.

        >>> [row.act.name for row in piet.my_rules() if row.verdict]
        ['read', 'answer-invitation', 'suggest', 'withdraw']
        """
        with self._look() as sight:
            return tuple(MayRow(act, self._may(sight, name)) for name, act in ACTS.items() if sight.definition.phases_with(name))

    def diagram(self) -> str:
        """The phases and moves of the cycle as Mermaid text, the current phase marked.

        >>> print(housing.diagram().splitlines()[0])
        stateDiagram-v2
        """
        with self._look() as sight:
            return mermaid(sight.definition, sight.cycle.phase)
