"""The inventory: what people say, and do about what others say."""

from __future__ import annotations

from plein.demo.stage.turns import Turns, options
from plein.demo.story.kinds import Called, Ref, Said
from plein.exchange.contributions import read_contributions


class InventoryStage(Turns):
    """What everybody does in the open, before there is a text."""

    def contribute(self, said: Said, *, show: bool) -> int:
        reply = None if said.reply_to is None else self.contribution(said.reply_to)
        about = options(topic=said.topic, reply_to=reply, pseudonym=said.pseudonym)
        seat = self._turn(said.at, said.by, ("inventory", "add", self.slug, said.text, "--kind", said.kind, *about), show)
        made = seat.contribute(self.slug, said.text, kind=said.kind, topic=said.topic, reply_to=reply, pseudonym=said.pseudonym)
        return made.id

    def support(self, at: str, by: str, number: int) -> int:
        """Stand behind a contribution; gives how many people do."""
        return self._turn(at, by, ("inventory", "support", self.slug, str(number)), False).support(self.slug, number).supports

    def nudge(self, called: Called, *, show: bool) -> None:
        number = self.contribution(called.on)
        words = ("inventory", "nudge", self.slug, str(number), "--because", called.because)
        self._turn(called.at, called.by, words, show).nudge(self.slug, number, called.because)

    def hide(self, called: Called) -> int:
        number = self.contribution(called.on)
        words = ("inventory", "hide", self.slug, str(number), "--because", called.because)
        return self._turn(called.at, called.by, words, True).hide(self.slug, number, called.because).id

    def link(self, at: str, by: str, one: Ref, other: Ref) -> tuple[int, ...]:
        """Say that two contributions belong together; gives their numbers."""
        number, second = self.contribution(one), self.contribution(other)
        found = self._turn(at, by, ("inventory", "link", self.slug, str(number), str(second)), True).link(self.slug, number, second)
        return found.id, *found.links

    def bring_in(self, at: str, by: str, rows: str, name: str, *, show: bool = True) -> int:
        """Import contributions that were made elsewhere, from a CSV file; gives how many are new."""
        file = self._file(name, rows)
        seat = self._turn(at, by, ("inventory", "import", self.slug, file), show)
        return len(seat.import_contributions(self.slug, read_contributions(rows, name=file)))
