"""The register of people: what they are called, how to reach them, what they are to the organisation. For hosts, and for each their own.

Nobody needs to be in it to take part; whoever does something is known by their id alone until somebody says more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlmodel import Session, col

from plein.engine.fields import refuse_too_long
from plein.engine.people.open_register import Register
from plein.engine.people.pseudonyms import is_masked as is_masked
from plein.engine.people.views import Person
from plein.engine.room import Room
from plein.engine.rows.handles import PSEUDONYM, checked_handle
from plein.engine.rows.people import ASKED, Asking, everyone_at_once, known, look_alikes
from plein.engine.rows.written import said
from plein.errors import BadRows, LooksAlike, NotAllowed, NotFound, Unusable
from plein.language import LANGUAGES
from plein.sentences import Sentence, clause, in_a_row, printable, sentence
from plein.store.tables.cycle import PersonRow
from plein.terms import term
from plein.vocabulary import LanguageCode, Terms, meant

_FIELDS = ("name", "contact", "relation", "language")


@dataclass(frozen=True, slots=True)
class Entered:
    """What somebody says of a person. None leaves a field as it is; the empty text empties it.

    ``place`` is how a refusal calls the row: ``people.csv:7``.
    """

    person: str
    name: str | None = None
    contact: str | None = None
    relation: str | None = None
    language: str | None = None
    place: str | None = dataclasses.field(default=None, compare=False)


class RegisterRoom(Room):
    """What people do with the register."""

    def add(
        self,
        person: str,
        *,
        name: str | None = None,
        contact: str | None = None,
        relation: str | None = None,
        language: LanguageCode | Literal[""] | None = None,
        exact: bool = False,
    ) -> Person:
        """Enter a person, or change what is known of one. What is left out stays as it is; the empty text empties a field.

        Hosts enter anybody. Everybody may say their own name, contact and language; what they are to the organisation, a host says.

        Args:
            person: Their id.
            name: How they are called.
            contact: How they can be reached; nobody but hosts and themselves see it.
            relation: What they are to the organisation; hosts alone say that.
            language: In which language plein addresses them.
            exact: This is somebody else than those whose ids read like this one; hosts alone say that.

        Raises:
            NotAllowed: Neither a host nor the person.
            LooksAlike: Nobody has seen them before, and the id reads like that of somebody who is there.
            Unusable: An unknown relation or language, or a name that is too long.

        >>> anna.people.add("joe", name="Joe Smith", relation="member").inside
        True
        """
        wanted = self._usable(Entered(person, name, contact, relation, language))
        with self._register(write=True) as register:
            if not register.keeper and (wanted.person != self._desk.person or relation is not None or exact):
                raise _closed()
            everyone_at_once(register.session, [wanted.person], register.now, self._asking(register, exact=exact))
            row = known(register.session, wanted.person)
            assert row is not None
            _change(row, wanted)
            register.session.flush()
            return register.view(row)

    def import_(self, items: Iterable[Entered], *, exact: bool = False, dry_run: bool = False) -> tuple[Person, ...]:
        """Enter many people, all or none. The same twice adds nothing.

        Args:
            items: The people, with what is known of each.
            exact: Those whose ids read alike are different people.
            dry_run: Only say what would happen.

        Returns:
            Those who are new or of whom something changed, in the order given.

        Raises:
            NotAllowed: Not a host.
            Unusable: Something that cannot be used; nobody was entered.
            BadRows: Ids that nobody has seen before read like those of others; all of them are named, and nobody was entered.

        >>> from plein import Entered
        >>> [person.name for person in anna.people.import_([Entered("joe", "Joe"), Entered("kit", "Kit")])]
        ['Joe', 'Kit']
        """
        wanted = [self._usable(item) for item in items]
        with self._register(write=True, dry_run=dry_run) as register:
            if not register.keeper:
                raise _closed()
            before = _everybody(register.session)
            alike = look_alikes(register.session, [item.person for item in wanted], self._asking(register, exact=exact))
            if alike:
                raise BadRows([_named(item, alike[item.person]) for item in wanted if item.person in alike])
            everyone_at_once(register.session, [item.person for item in wanted if item.person not in before], register.now, ASKED)
            rows = _everybody(register.session)
            changed = [item.person for item in wanted if _change(rows[item.person], item) or item.person not in before]
            register.session.flush()
            return tuple(register.view(rows[person]) for person in dict.fromkeys(changed))

    def list(self) -> tuple[Person, ...]:
        """The people, by id: to a host everybody who is known, to others only themselves.

        >>> [person.person for person in joe.people.list()]
        []
        """
        with self._register() as register:
            rows = [row for row in _everybody(register.session).values() if register.sees(row)]
            return tuple(register.view(row) for row in sorted(rows, key=lambda row: row.handle))

    def show(self, person: str) -> Person:
        """One person; of a pseudonym, a host of a cycle it was used in sees who is behind it.

        Raises:
            NotFound: There is nobody of that id, or not for whoever asks.

        >>> anna.people.show("piet").usual_suspect
        False
        """
        with self._register() as register:
            row = register.find(person)
            if row is None or not register.sees(row):
                raise nobody(person)
            return register.view(row)

    def usual(self, person: str, *, no: bool = False) -> Person:
        """List somebody as a usual suspect, who is always asked anyway; or take them off.

        Args:
            person: Their id.
            no: Take them off the list.

        Raises:
            NotAllowed: Not a host.
            NotFound: Nobody of that id is known.

        >>> anna.people.usual("piet").usual_suspect
        True
        >>> anna.people.usual("piet", no=True).usual_suspect
        False
        """
        handle = checked_handle(person)
        with self._register(write=True) as register:
            if not register.keeper:
                raise _closed()
            row = known(register.session, handle)
            if row is None:
                raise nobody(person)
            if no == (row.usual_since is not None):
                row.usual_since = None if no else register.now
            register.session.flush()
            return register.view(row)

    @contextmanager
    def _register(self, *, write: bool = False, dry_run: bool = False) -> Iterator[Register]:
        with self._act_outside(dry_run=dry_run) if write else self._look_outside() as visit:
            yield Register.open(visit, self._desk.organisation)

    def _asking(self, register: Register, *, exact: bool) -> Asking:
        return Asking(exact or self._desk.organisation.exact_ids, named=register.keeper)

    def _usable(self, item: Entered) -> Entered:
        """What was said of a person, as the register keeps it."""
        refuse_too_long(item, self._desk.organisation.limits)
        handle = checked_handle(item.person)
        fields = {field: _trimmed(getattr(item, field)) for field in _FIELDS}
        if fields["relation"]:
            named = meant(fields["relation"], self._desk.organisation.relations, self._desk.organisation.terms)
            fields["relation"] = named or fields["relation"]
        for field, value in fields.items():
            wrong = wrong_value(field, value, self._desk.organisation.relations) if value else None
            if wrong is not None:
                raise Unusable(wrong)
        return Entered(handle, **fields, place=item.place)


def wrong_value(field: str, value: str, relations: Mapping[str, bool], own: Terms | None = None) -> Sentence | None:
    """What is wrong with one field of a person, in words; None where it can be used."""
    if field == "relation" and meant(value, relations, own) is None:
        return sentence("“{value}” is no relation; choose one of: {known}", value=printable(value), known=in_a_row(map(term, relations)))
    if field == "language" and value not in LANGUAGES:
        return sentence("“{value}” is no language of ours; choose one of: {known}", value=printable(value), known=", ".join(LANGUAGES))
    if not value.isprintable():
        return sentence("“{value}” is not one line of text", value=printable(value))
    return None


def nobody(person: str) -> NotFound:
    """There is nobody of that id, or not for whoever asks: the two read the same."""
    return NotFound(
        sentence("There is nobody “{person}” for you to see; see who there is: {command}",
                 person=printable(person.strip()), command="plein person list")
    )  # fmt: skip


def _named(item: Entered, like: str | None) -> str:
    told = clause(LooksAlike({item.person: like}).args[0])
    return (
        told if item.place is None else sentence("{place}:{column}: {what}", place=printable(item.place, 200), column="person", what=told)
    )


def _closed() -> NotAllowed:
    return NotAllowed(sentence("Only hosts look after people; of yourself you may set the name, the contact and the language."))


def _trimmed(value: str | None) -> str | None:
    """None stays None, for it leaves the field as it is."""
    return None if value is None else said(value) or ""


def _change(row: PersonRow, wanted: Entered) -> bool:
    """Write what was said into the row; whether anything changed."""
    given = {field: getattr(wanted, field) for field in _FIELDS}
    changed = {field: value or None for field, value in given.items() if value is not None and (value or None) != getattr(row, field)}
    for field, value in changed.items():
        setattr(row, field, value)
    return bool(changed)


def _everybody(session: Session) -> Mapping[str, PersonRow]:
    """The people by id; no pseudonyms, and nobody who was erased."""
    query = select(PersonRow).where(col(PersonRow.erased).is_(None))
    return {row.handle: row for row in session.execute(query).scalars() if not row.handle.startswith(PSEUDONYM)}
