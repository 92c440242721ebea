"""What hosts change about a running cycle: how it is called, what it asks, and the rules it runs by; with the reason, for all to see."""

from __future__ import annotations

from plein.engine.cycle.moves import cycle_view
from plein.engine.cycle.views import Cycle
from plein.engine.desk import Act
from plein.engine.rows.cycles import kept
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.written import reason, said
from plein.errors import BadDefinition, NotAllowed, NothingChanged, Refused, Unusable
from plein.limits import hold
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.cycle import StepRow
from plein.terms import term
from plein.workflow import Definition
from plein.workflow.unworkable import unworkable


def change(act: Act, *, title: str | None, question: str | None, definition: Definition | None, because: str) -> Cycle:
    """Change what is given; see :meth:`plein.engine.in_cycle.InCycle.change`."""
    if "host" not in act.roles:
        raise NotAllowed(sentence("Only hosts may change what a cycle is called, what it asks and the rules it runs by."))
    row, why = act.cycle, reason(because, sentence("Changing a cycle"))
    before = (row.title, row.question, record.body(row.definition))
    row.title, row.question = _told(title, row.title), _told(question, row.question)
    if definition is not None:
        _refuse_unfit(act, definition)
        row.definition = kept(definition)
    if (row.title, row.question, record.body(row.definition)) == before:
        raise NothingChanged(sentence("That is how {slug} is already; nothing was changed.", slug=row.slug))
    act.session.flush()
    act.note(
        title=row.title,
        question=row.question,
        definition=row.definition["name"],
        definition_seal=record.seal("", record.body(row.definition)),
        because=why,
    )
    if definition is not None:
        act.definition = definition
    return cycle_view(act, revision=row.revision + 1)


def _told(given: str | None, there: str) -> str:
    if given is None:
        return there
    words = said(given)
    if words is None:
        raise Unusable(sentence("A cycle needs a title and a question; neither can be empty."))
    return words


def _refuse_unfit(act: Act, definition: Definition) -> None:
    """Rules by which this cycle cannot go on."""
    if act.cycle.phase in act.definition.ends:
        raise Refused(sentence("{slug} is over; the rules it ran by stay what they were.", slug=act.cycle.slug))
    hold("definition", record.body(definition.to_data()), {})
    if found := [told for _, told in unworkable(definition.to_data())]:
        raise BadDefinition(definition.name, found)
    known = {phase.name for phase in definition.phases}
    lost = list(dict.fromkeys(step.phase for step in rows_of(act, StepRow) if step.phase not in known))
    if lost:
        raise Unusable(
            sentence(
                "{slug} was in phases that {definition} does not have: {phases}. Rules for a running cycle keep the phases it went through.",
                slug=act.cycle.slug,
                definition=definition.name,
                phases=", ".join(term(name) for name in lost),
            )
        )
