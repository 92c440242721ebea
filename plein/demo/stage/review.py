"""The review: what people suggest, and what the group decides on it."""

from __future__ import annotations

from collections.abc import Sequence

from plein.demo.stage.turns import Turns, changed, options, read, write
from plein.demo.story.kinds import Answer, Edited, Passage, Ref, Tip
from plein.engine.review.views import Collision, Decision, Submission, Suggestion
from plein.exchange.folder import read_folder

_MAIL = "mailed"
_FLAGS = {"adopted": "--adopt", "adapted": "--adapt", "rejected": "--reject", "covered": "--covered-by", "noted": "--noted"}


class ReviewStage(Turns):
    """What everybody says about a frozen version, and what becomes of it."""

    def suggest(self, made: Passage | Tip | Edited, *, show: bool) -> tuple[Suggestion, ...]:
        """Hand in a change of a passage, a tip on one, or a whole edited text."""
        add = ("suggestion", "add", self.slug)
        if isinstance(made, Tip):
            seat = self._turn(made.at, made.by, (*add, "--quote", made.quote, "--tip", made.text), show)
            return seat.tip(self.slug, made.quote, made.text).suggestions
        if isinstance(made, Passage):
            kind = () if made.kind == "suggestion" else ("--kind", made.kind)
            words = (*add, "--quote", made.quote, "--replace", made.replace, "--why", made.why, *kind)
            seat = self._turn(made.at, made.by, words, show)
            return seat.suggest_quote(self.slug, made.quote, made.replace, why=made.why, kind=made.kind).suggestions
        text = self._edited(made)
        seat = self._turn(made.at, made.by, (*add, self._file(f"{made.by}.md", text), "--why", made.why), show)
        return seat.suggest(self.slug, text, why=made.why).suggestions

    def take_in(self, at: str, by: str, mailed: Sequence[Edited]) -> tuple[Submission, ...]:
        """Import a folder of edited texts that people sent in."""
        folder = self._folder / _MAIL
        folder.mkdir()
        for one in mailed:
            write(folder / f"{one.by}.md", self._edited(one))
            write(folder / f"{one.by}.why.txt", one.why + "\n")
        seat = self._turn(at, by, ("suggestion", "import", self.slug, f"{_MAIL}/"), True)
        return seat.import_suggestions(self.slug, read_folder(folder))

    def withdraw(self, at: str, by: str, ref: Ref) -> int:
        number = self.suggestion(ref).id
        return self._turn(at, by, ("suggestion", "withdraw", self.slug, str(number)), True).withdraw(self.slug, number).id

    def collisions(self, at: str, by: str) -> tuple[Collision, ...]:
        return self._turn(at, by, ("suggestion", "collisions", self.slug), True).collisions(self.slug)

    def decide(self, answer: Answer, *, show: bool) -> tuple[Decision, ...]:
        numbers = [self.suggestion(ref).id for ref in answer.on]
        covering = None if answer.covered_by is None else self.suggestion(answer.covered_by).id
        value = {"adapted": answer.text, "covered": None if covering is None else str(covering)}.get(answer.outcome)
        words = [*map(str, numbers), _FLAGS[answer.outcome], *(() if value is None else (value,))]
        words += (["--together"] if answer.together else []) + list(options(because=answer.because))
        return self._turn(answer.at, answer.by, ("decision", "set", self.slug, *words), show).decide(
            self.slug,
            numbers,
            answer.outcome,
            because=answer.because,
            text=answer.text,
            covered_by=covering,
            together=answer.together,
        )

    def publish_decisions(self, at: str, by: str) -> int:
        return len(self._turn(at, by, ("decision", "publish", self.slug), True).publish_decisions(self.slug))

    def _edited(self, made: Edited) -> str:
        if made.file is not None:
            return read(made.file)
        return changed(self._plein.acting_as(None).version(self.slug).text, made.changes)
