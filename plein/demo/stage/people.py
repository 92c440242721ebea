"""The people of the story: who they are, which topics they lead, and how they leave."""

from __future__ import annotations

import json

from plein.demo.stage.turns import Turns, options, write
from plein.demo.story.kinds import Note
from plein.engine.leaving.views import Erased
from plein.engine.people.views import Person
from plein.engine.rows.values import as_json
from plein.exchange.people import read_people


class PeopleStage(Turns):
    """What hosts do about people and topics, and people about themselves."""

    def enter(self, at: str, by: str, rows: str, name: str) -> tuple[Person, ...]:
        """Enter people from a CSV file."""
        file = self._file(name, rows)
        seat = self._turn(at, by, ("person", "import", file), True)
        return seat.import_people(read_people(rows, name=file, relations=seat.organisation.relations))

    def usual(self, at: str, by: str, person: str) -> None:
        self._turn(at, by, ("person", "usual", person), False).usual(person)

    def host(self, at: str, by: str, person: str, because: str) -> None:
        words = ("group", "host", self.slug, person, "--because", because)
        self._turn(at, by, words, False).appoint_host(self.slug, person, because)

    def add_topic(self, by: str, note: Note, *, show: bool) -> None:
        said = {"title": note.title, "host": note.host, "aim": note.aim, "scope": note.scope, "outcome": note.outcome}
        words = ("topic", "add", self.slug, note.name, *options(**said))
        seat = self._turn(note.at, by, words, show)
        seat.add_topic(self.slug, note.name, title=note.title, host=note.host, aim=note.aim, scope=note.scope, outcome=note.outcome)

    def complete_topic(self, at: str, by: str, name: str, outcome: str) -> None:
        """Say what happens with what people say on a topic."""
        words = ("topic", "change", self.slug, name, "--outcome", outcome)
        self._turn(at, by, words, True).change_topic(self.slug, name, outcome=outcome)

    def open_topic(self, at: str, by: str, name: str, *, show: bool) -> None:
        self._turn(at, by, ("topic", "open", self.slug, name), show).open_topic(self.slug, name)

    def take_away(self, at: str, person: str) -> int:
        """Let somebody take all that is theirs with them; gives how many contributions that are."""
        file = f"{person}.json"
        found = self._turn(at, person, ("person", "export", person, "--to", file), True).export_person(person)
        write(self._folder / file, json.dumps(as_json(found), ensure_ascii=False, indent=2) + "\n")
        return sum(len(share.contributions) for share in found.cycles)

    def erase(self, at: str, person: str) -> Erased:
        """Let somebody erase themselves, with what they said."""
        return self._turn(at, person, ("person", "erase", person, "--texts", "--yes"), True).erase(person, texts=True)
