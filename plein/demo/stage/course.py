"""The course of a cycle: it begins, moves, promises, chooses its words, ends."""

from __future__ import annotations

from plein.demo.stage.turns import Turns, options
from plein.engine.cycle.views import Cycle


class CourseStage(Turns):
    """What hosts do with the cycle as a whole."""

    def begin(self, at: str, by: str, *, show: bool = True, after: str | None = None, rules: str | None = None, **said: str) -> Cycle:
        """Begin the cycle; *said* are its ``title`` and its ``question``."""
        words = ("cycle", "new", self.slug, *options(**said, after=after, definition=rules))
        return self._turn(at, by, words, show).new_cycle(self.slug, **said, after=after, definition=rules)

    def move(
        self,
        at: str,
        by: str,
        phase: str,
        *,
        closes: str | None = None,
        ask: str | None = None,
        because: str | None = None,
        show: bool = True,
    ) -> Cycle:
        words = ("cycle", "move", self.slug, phase, *options(closes=closes, ask=ask, because=because))
        return self._turn(at, by, words, show).move(self.slug, phase, closes=closes, ask=ask, because=because)

    def promise(self, at: str, by: str, text: str, *, show: bool = True) -> None:
        self._turn(at, by, ("cycle", "promise", self.slug, text), show).promise(self.slug, text)

    def avoid(self, at: str, by: str, word: str, *, better: str, because: str) -> None:
        words = ("words", "avoid", self.slug, word, *options(better=better, because=because))
        self._turn(at, by, words, True).avoid(self.slug, word, better=better, because=because)

    def report(self, at: str, by: str, text: str, *, name: str) -> None:
        file = self._file(name, text)
        self._turn(at, by, ("report", "save", self.slug, file), True).save_report(self.slug, text)
