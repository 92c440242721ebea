"""One cycle of each built-in definition in every phase, full of what is closed, for the tests of the whole table. No test stands here.

Each phase goes on from the one before it, in a copy of its database. Everybody of the table has a place from the beginning, a suggestion of
their own where there can be one, and an invitation that waits for an answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import SimpleNamespace
from unittest import mock

import pytest
import sqlalchemy as sa

from plein import Plein, Seat
from plein.engine.group import invitations
from plein.engine.inventory.outside import Outside
from plein.errors import DraftCollides
from plein.store.tables.cycle import MemberRow, PersonRow
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engines import engine_of

C = "housing"
PEOPLE: Mapping[str, str | None] = {"host": "anna", "drafter": "bea", "adviser": "adam", "public": "zoe", "nobody": None}
"""Whose seat stands for which row of the table."""
TOKENS = {person: f"xqtoken-{person}" for person in ("anna", "bea", "adam", "zoe", "dora")}
"""What answers the invitation that waits for each of them."""
CLOSES = "2026-12-01"
ENOUGH = "Everybody was heard."
LATE = NOON + timedelta(days=9)
"""When every deadline has passed."""

# h host, d drafter, a adviser, · nobody, or it is not there yet; p everybody: it is no secret any more
PLEIN66_SECRETS = """
            preparation  inventory  invitation  drafting  review  final  stopped
xqname           h           h          h          h         h      h       h
xqcontact        h           h          h          h         h      h       h
xqboard          h           h          h          h         h      h       h
xqtopic          h           h          h          h         h      h       h
xqbehind         ·           h          h          h         h      h       h
xqsupporter      ·           h          h          hda       hda    hda     hda
xqhidden         ·           h          h          h         h      h       h
xqsource         ·           h          h          h         h      h       h
xqinsult         ·           h          h          h         h      h       h
xqdraft          ·           ·          ·          hda       hda    hda     hda
xqnote           ·           ·          ·          hda       hda    hda     hda
xqaside          ·           ·          ·          hda       hda    hda     hda
xqcomment        ·           ·          ·          hda       hda    hda     hda
xqreason         ·           ·          ·          hda       hda    p       hda
xqadapted        ·           ·          ·          hda       hda    p       hda
"""
FOCUS_GROUP_SECRETS = """
            preparation  inventory  invitation  conversation  final  stopped
xqname           h           h          h            h          h       h
xqcontact        h           h          h            h          h       h
xqboard          h           h          h            h          h       h
xqtopic          h           h          h            h          h       h
xqbehind         ·           h          h            h          h       h
xqsupporter      ·           hda        hda          hda        hda     hda
xqhidden         ·           h          h            h          h       h
xqsource         ·           h          h            h          h       h
xqinsult         ·           h          h          h            h       h
xqsaid           ·           ·          ·            hda        hda     hda
xqnudge          ·           ·          ·            hda        hda     hda
xqcalled         ·           ·          ·            hda        hda     hda
xqinner          ·           ·          ·            hda        hda     hda
xqcomment        ·           ·          ·            hda        hda     hda
xqearlier        ·           ·          ·            hd         hd      hd
xqreport         ·           ·          ·            hda        p       hda
"""


def read_table(table: str) -> dict[str, dict[str, str]]:
    """Row → column → cell of a table written by hand."""
    head, *rows = table.strip().splitlines()
    return {row.split()[0]: dict(zip(head.split(), row.split()[1:], strict=True)) for row in rows}


SECRETS = {"plein66": read_table(PLEIN66_SECRETS), "focus-group": read_table(FOCUS_GROUP_SECRETS)}


LETTERS = {"host": "h", "drafter": "d", "adviser": "a", "public": "z", "nobody": "-"}


def names_role(cell: str, role: str) -> bool:
    """Whether a cell with letters names this role; ``p`` is everybody, and nobody in particular too; ``z`` only who has a name."""
    return "p" in cell or LETTERS[role] in cell


def _beginning(plein: Plein, definition: str) -> None:
    anna = plein.acting_as("anna")
    anna.cycles.new(C, title="Housing", question="What should change about housing?", definition=definition, language="en")
    anna.cycle(C).group.host("hugo", "Knows the harbour.")
    anna.people.add("piet", name="xqname", contact="xqcontact")
    anna.boards.set("harbour", ["una", "vic"])
    anna.boards.set("xqboard", ["una"])
    anna.cycle(C).words.avoid("stakeholder")
    anna.cycle(C).promise("We ask again in two years.")
    for name, aim in (("bridge", "Hear who walks there."), ("quays", "xqtopic")):
        anna.cycle(C).topics.add(name, title=f"The {name}", aim=aim, scope="Not the ferry.", outcome="A plan.")
    anna.cycle(C).topics.open("bridge")


_PLACES = (("bea", "drafter"), ("adam", "adviser"))
_WAITING = (("anna", "adviser"), ("bea", "adviser"), ("adam", "drafter"), ("zoe", "drafter"), ("dora", "drafter"))


def _preparation(plein: Plein, definition: str) -> None:
    """No way leads to a drafter or to an invitation this early, so they are put there by hand; nothing goes on from here."""
    with engine_of(plein).begin() as connection:
        for person in TOKENS.keys() - {"anna"}:
            connection.execute(sa.insert(PersonRow).values(handle=person, key=f"key-of-{person}", since=NOON))
        people = {row.handle: row.id for row in connection.execute(sa.select(PersonRow.handle, PersonRow.id))}  # type: ignore[call-overload]
        same = {"cycle_id": 1, "because": "Knows the list.", "salt": "salt", "at": NOON}
        places = [(one, "accepted") for one in _PLACES] + [(one, "invited") for one in _WAITING]
        for number, ((person, role), status) in enumerate(places, 10):
            row = {"number": number, "person_id": people[person], "role": role, "status": status}
            connection.execute(sa.insert(MemberRow).values(**same, **row))
    _choose_tokens(plein)


def _choose_tokens(plein: Plein) -> None:
    """Let the invitations that wait be answered by tokens that tests know."""
    with engine_of(plein).begin() as connection:
        for person, token in TOKENS.items():
            theirs = sa.select(PersonRow.id).where(PersonRow.handle == person).scalar_subquery()  # type: ignore[call-overload]
            waiting = sa.update(MemberRow).where(MemberRow.person_id == theirs, MemberRow.status == "invited")  # type: ignore[arg-type]
            connection.execute(waiting.values(token_digest=hashlib.sha256(token.encode()).hexdigest()))


def _inventory(plein: Plein, definition: str) -> None:
    anna, kim = plein.acting_as("anna"), plein.acting_as("kim")
    anna.cycle(C).move("inventory", closes=CLOSES)
    plein.acting_as("piet").cycle(C).inventory.add("My son has been waiting for nine years.", kind="experience")
    kim.cycle(C).inventory.add("Build on the old harbour.", topic="bridge")
    plein.acting_as("xqbehind").cycle(C).inventory.add("Nobody asked us.", pseudonym="Owl")
    anna.cycle(C).inventory.import_([Outside("Send xqhidden away.", "rob", source="xqsource", link="https://example.org/xqsource")])
    anna.cycle(C).inventory.hide(4, "It names a neighbour.")
    plein.acting_as("xqsupporter").cycle(C).inventory.support(2)
    kim.cycle(C).inventory.nudge(1, "Be kind.")
    plein.acting_as("lea").cycle(C).inventory.nudge(2, "xqinsult")
    anna.cycle(C).inventory.hide(2, "It calls kim names.", nudge="lea")
    kim.cycle(C).inventory.link(2, 3)
    anna.cycle(C).move("invitation", because=ENOUGH)
    for person, role in _PLACES:
        token = anna.cycle(C).group.invite(person, role=role, because="Knows the list.").token
        plein.acting_as(person).invitations.accept(token)
    for person, role in _WAITING:
        with mock.patch.object(invitations, "secrets", SimpleNamespace(token_hex=lambda _, token=TOKENS[person]: token)):
            anna.cycle(C).group.invite(person, role=role, because="Knows the list.")
    anna.cycle(C).move("inventory", closes=CLOSES)


def _invitation(plein: Plein, definition: str) -> None:
    plein.acting_as("anna").cycle(C).move("invitation", because=ENOUGH)


def _drafting(plein: Plein, definition: str) -> None:
    anna, bea = plein.acting_as("anna"), plein.acting_as("bea")
    anna.cycle(C).move("drafting")
    bea.cycle(C).draft.save(TEXT)
    anna.cycle(C).move("review", closes=CLOSES, ask="Is this what you meant?")
    plein.acting_as("piet").cycle(C).suggestions.add_quote("We build homes", "We build houses", why="Homes are what people make of them.")
    plein.acting_as("kim").cycle(C).suggestions.add_quote("We build homes", "We build castles")
    plein.acting_as("lea").cycle(C).suggestions.tip("waiting list", "How long is it?")
    for number, person in enumerate(("anna", "bea", "adam", "zoe"), 4):
        plein.acting_as(person).cycle(C).suggestions.add_quote("every street", f"every street and {number} squares")
    plein.acting_as("piet").cycle(C).suggestions.add_quote("with children", "with many children")
    plein.acting_as("kim").cycle(C).suggestions.add_quote("Who comes first", "Who is first")
    anna.cycle(C).move("drafting", closes=CLOSES, because=ENOUGH)
    bea.cycle(C).draft.save(TEXT.replace("is public", "is public xqdraft"), note="xqnote")
    with pytest.raises(DraftCollides):
        anna.cycle(C).draft.save(TEXT.replace("is public", "is public xqaside"), base=1)
    bea.cycle(C).draft.save(TEXT.replace("is public", "is open to all"), base=2, note="xqnote")
    bea.cycle(C).decisions.set([2], "rejected", because="xqreason")
    bea.cycle(C).decisions.set([8], "adapted", text="with any xqadapted children", because="xqreason")
    plein.acting_as("adam").cycle(C).comments.add("Is this ours to say? xqcomment", paragraph=2)


def _review(plein: Plein, definition: str) -> None:
    plein.acting_as("anna").cycle(C).move("review", closes=CLOSES, ask="And now?", because=ENOUGH)


def _final(plein: Plein, definition: str) -> None:
    anna, bea = plein.acting_as("anna"), plein.acting_as("bea")
    if definition == "plein66":
        anna.cycle(C).move("drafting", because=ENOUGH)
        bea.cycle(C).decisions.set([1, 3, 4, 5, 6, 7, 9], "rejected", because="Outside our powers.")
        bea.cycle(C).draft.merge(note="xqnote")
        bea.cycle(C).decisions.publish()
    anna.cycle(C).move("final", because=ENOUGH)


def _conversation(plein: Plein, definition: str) -> None:
    anna, bea, adam = (plein.acting_as(person) for person in ("anna", "bea", "adam"))
    anna.cycle(C).move("conversation", closes=CLOSES)
    bea.cycle(C).inventory.add("Between us: xqsaid.")
    adam.cycle(C).inventory.add("And I: xqsaid.", reply_to=5)
    adam.cycle(C).inventory.nudge(5, "xqnudge")
    adam.cycle(C).inventory.nudge(1, "xqcalled")
    adam.cycle(C).inventory.support(2)
    anna.cycle(C).inventory.link(1, 5)
    anna.cycle(C).inventory.link(1, 3)
    anna.cycle(C).topics.add("inner", title="xqinner", aim="Hear it.", scope="This xqinner.", outcome="A report.")
    anna.cycle(C).topics.open("inner")
    bea.cycle(C).inventory.add("About that: xqsaid.", topic="inner")
    adam.cycle(C).comments.add("xqcomment")
    bea.cycle(C).report.save("Not this: xqearlier.")
    bea.cycle(C).report.save("We heard: xqreport.")


def _stopped(plein: Plein, definition: str) -> None:
    plein.acting_as("anna").cycle(C).move("stopped", because="The council resigned.")


Step = tuple[str | None, Callable[[Plein, str], None]]
WAYS: Mapping[str, Mapping[str, Step]] = {
    "plein66": {
        "beginning": (None, _beginning),
        "preparation": ("beginning", _preparation),
        "inventory": ("beginning", _inventory),
        "invitation": ("inventory", _invitation),
        "drafting": ("invitation", _drafting),
        "review": ("drafting", _review),
        "final": ("review", _final),
        "stopped": ("drafting", _stopped),
    },
    "focus-group": {
        "beginning": (None, _beginning),
        "preparation": ("beginning", _preparation),
        "inventory": ("beginning", _inventory),
        "invitation": ("inventory", _invitation),
        "conversation": ("invitation", _conversation),
        "final": ("conversation", _final),
        "stopped": ("conversation", _stopped),
    },
}
"""Per phase: from which one a cycle goes on to it, and how."""
EVERY = [(definition, phase) for definition, phases in WAYS.items() for phase in phases if phase != "beginning"]
OFTEN = [("plein66", "review"), ("focus-group", "conversation")]
"""Of them an open one and a closed one, in which most can be done."""


def seat_of(plein: Plein, role: str, *, late: bool = False) -> Seat:
    """The seat that stands for a row of the table; *late*: after the deadline."""
    return plein.acting_as(PEOPLE[role], at=LATE if late else None)


class Phases:
    """The databases of one run: each is made when it is first asked for, from a copy of the one before it."""

    def __init__(self, copy: Callable[[str | None], str]) -> None:
        self._copy = copy
        self._made: dict[tuple[str, str], str] = {}

    def at(self, definition: str, phase: str) -> str:
        """Where the cycle of that definition stands in that phase. For reading; or for a transaction that is taken back."""
        if (definition, phase) not in self._made:
            before, go_on = WAYS[definition][phase]
            where = self._copy(None if before is None else self.at(definition, before))
            with Plein(where, clock=lambda: NOON) as plein:
                go_on(plein, definition)
            self._made[definition, phase] = where
        return self._made[definition, phase]
