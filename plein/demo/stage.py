"""The stage: every act of the story done through somebody's seat, with the command beside it that does the same.

Nothing here knows the story. The commands, in full and with the moment of each, go into ``commands.sh``: whoever runs that in an empty
folder beside the same texts gets the same cycle.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from plein.demo import voice
from plein.demo.story import Answer, Asked, Drafted, Edited, Passage, Ref, Said, Tip
from plein.engine.plein import Plein
from plein.engine.seat import Seat
from plein.engine.views import Collision, Cycle, Decision, Member, Merged, Submission, Suggestion
from plein.errors import PleinError
from plein.exchange.contributions import read_contributions
from plein.exchange.folder import read_folder
from plein.workflow import parse_when

ZONE = "Europe/Amsterdam"
TEXTS = "texts"
MAIL = "mailed"
_FLAGS = {"adopted": "--adopt", "adapted": "--adapt", "rejected": "--reject", "covered": "--covered-by", "noted": "--noted"}


class Stage:
    """One cycle on one database in one folder, and everybody who acts in it.

    Args:
        plein: Where they act.
        folder: Where the texts are put that they hand in.
        slug: The cycle.
    """

    def __init__(self, plein: Plein, folder: Path, slug: str) -> None:
        self._plein, self._folder, self._slug = plein, folder, slug
        self.commands: list[str] = []
        (folder / TEXTS).mkdir()

    def seat(self, person: str | None, at: str) -> Seat:
        """The seat of one person at one moment, for looking only."""
        return self._plein.acting_as(person, at=parse_when(at, ZONE))

    def begin(self, at: str, by: str, *, title: str, question: str) -> None:
        words = ("cycle", "new", self._slug, "--title", title, "--question", question)
        self._turn(at, by, words, True).new_cycle(self._slug, title=title, question=question)

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
        options = _options(closes=closes, ask=ask, because=because)
        seat = self._turn(at, by, ("cycle", "move", self._slug, phase, *options), show)
        return seat.move(self._slug, phase, closes=closes, ask=ask, because=because)

    def contribute(self, said: Said, *, show: bool) -> int:
        reply = _options(reply_to=said.reply_to)
        seat = self._turn(said.at, said.by, ("inventory", "add", self._slug, said.text, "--kind", said.kind, *reply), show)
        return seat.contribute(self._slug, said.text, kind=said.kind, reply_to=said.reply_to).id

    def support(self, at: str, by: str, number: int, *, show: bool) -> int:
        return self._turn(at, by, ("inventory", "support", self._slug, str(number)), show).support(self._slug, number).supports

    def nudge(self, at: str, by: str, number: int, because: str) -> None:
        words = ("inventory", "nudge", self._slug, str(number), "--because", because)
        self._turn(at, by, words, True).nudge(self._slug, number, because)

    def bring_in(self, at: str, by: str, rows: str, name: str) -> int:
        """Import contributions that were made elsewhere, from a CSV file."""
        file = self._file(name, rows)
        seat = self._turn(at, by, ("inventory", "import", self._slug, file), True)
        return len(seat.import_contributions(self._slug, read_contributions(rows, name=file)))

    def invite(self, by: str, asked: Asked, *, show: bool) -> str:
        """Invite somebody; gives the token to answer with."""
        options = _options(**{"for": asked.contribution}, topic=asked.topic, until=asked.until)
        words = ("group", "invite", self._slug, asked.person, "--role", asked.role, "--because", asked.because, *options)
        seat = self._turn(asked.at, by, words, show, keep=_variable(asked.person))
        return seat.invite(
            self._slug,
            asked.person,
            role=asked.role,
            because=asked.because,
            contribution=asked.contribution,
            topic=asked.topic,
            until=asked.until,
        ).token

    def answer(self, asked: Asked, token: str, *, show: bool) -> Member:
        """Let the guest say yes or no."""
        words = ("group", "accept" if asked.yes else "decline", "TOKEN")
        guest = self._turn(asked.answered, asked.person, words, show, token=_variable(asked.person))
        return (guest.accept(token) if asked.yes else guest.decline(token))[1]

    def save(self, at: str, by: str, text: str, note: str, *, base: int | None = None, name: str) -> int:
        file = self._file(name, text)
        seat = self._turn(at, by, ("draft", "save", self._slug, file, *_options(base=base, note=note)), True)
        return seat.save_draft(self._slug, text, base=base, note=note).number

    def revise(self, drafted: Drafted) -> int:
        """Save a version that changes some passages of an earlier one."""
        before = self.seat(drafted.by, drafted.at).version(self._slug, drafted.base).text
        name = f"{drafted.by}-{drafted.at[:10]}.md"
        return self.save(drafted.at, drafted.by, changed(before, drafted.changes), drafted.note, base=drafted.base, name=name)

    def suggest(self, made: Passage | Tip | Edited, *, show: bool) -> tuple[Suggestion, ...]:
        """Hand in a change of a passage, a tip on one, or a whole edited text."""
        add = ("suggestion", "add", self._slug)
        if isinstance(made, Tip):
            seat = self._turn(made.at, made.by, (*add, "--quote", made.quote, "--tip", made.text), show)
            return seat.tip(self._slug, made.quote, made.text).suggestions
        if isinstance(made, Passage):
            kind = () if made.kind == "suggestion" else ("--kind", made.kind)
            words = (*add, "--quote", made.quote, "--replace", made.replace, "--why", made.why, *kind)
            seat = self._turn(made.at, made.by, words, show)
            return seat.suggest_quote(self._slug, made.quote, made.replace, why=made.why, kind=made.kind).suggestions
        text = self._edited(made)
        seat = self._turn(made.at, made.by, (*add, self._file(f"{made.by}.md", text), "--why", made.why), show)
        return seat.suggest(self._slug, text, why=made.why).suggestions

    def take_in(self, at: str, by: str, mailed: Sequence[Edited]) -> tuple[Submission, ...]:
        """Import a folder of edited texts that people sent in."""
        folder = self._folder / MAIL
        folder.mkdir()
        for one in mailed:
            _write(folder / f"{one.by}.md", self._edited(one))
            _write(folder / f"{one.by}.why.txt", one.why + "\n")
        return self._turn(at, by, ("suggestion", "import", self._slug, f"{MAIL}/"), True).import_suggestions(
            self._slug, read_folder(folder)
        )

    def withdraw(self, at: str, by: str, ref: Ref) -> int:
        number = self.find(ref).id
        return self._turn(at, by, ("suggestion", "withdraw", self._slug, str(number)), True).withdraw(self._slug, number).id

    def collisions(self, at: str, by: str) -> tuple[Collision, ...]:
        return self._turn(at, by, ("suggestion", "collisions", self._slug), True).collisions(self._slug)

    def decide(self, answer: Answer, *, show: bool) -> tuple[Decision, ...]:
        numbers = [self.find(ref).id for ref in answer.on]
        covering = None if answer.covered_by is None else self.find(answer.covered_by).id
        value = {"adapted": answer.text, "covered": None if covering is None else str(covering)}.get(answer.outcome)
        words = [*map(str, numbers), _FLAGS[answer.outcome], *(() if value is None else (value,))]
        words += (["--together"] if answer.together else []) + list(_options(because=answer.because))
        return self._turn(answer.at, answer.by, ("decision", "set", self._slug, *words), show).decide(
            self._slug,
            numbers,
            answer.outcome,
            because=answer.because,
            text=answer.text,
            covered_by=covering,
            together=answer.together,
        )

    def publish_decisions(self, at: str, by: str) -> int:
        return len(self._turn(at, by, ("decision", "publish", self._slug), True).publish_decisions(self._slug))

    def merge(self, at: str, by: str, note: str | None = None, *, dry_run: bool = False) -> Merged:
        options = (*_options(note=note), *(("--dry-run",) if dry_run else ()))
        return self._turn(at, by, ("draft", "merge", self._slug, *options), True).merge_decisions(self._slug, note=note, dry_run=dry_run)

    def refused(self, at: str, by: str, *words: str) -> PleinError | None:
        """Try what the rules forbid, and catch the refusal. The two things this story tries are to read a draft, and to move the cycle."""
        seat = self._turn(at, by, words, True, allowed=False)
        try:
            if words[0] == "draft":
                seat.version(self._slug)
            else:
                seat.move(self._slug, words[3])
        except PleinError as refusal:
            return refusal
        return None

    def look(self, at: str, by: str, *words: str) -> Seat:
        """Show a command that only reads, and give the seat to read from."""
        return self._turn(at, by, words, True)

    def find(self, ref: Ref) -> Suggestion:
        """The suggestion of that author with those words: in its change, or in what it quotes and says if it puts nothing in place."""
        author, words = ref
        now = parse_when("2027-12-31", ZONE)
        made = [one for one in self._plein.acting_as(None, at=now).suggestions(self._slug) if one.author == author]
        found = [one for one in made if words in (one.replace or f"{one.quote} {one.why}")]
        assert len(found) == 1, f"{len(found)} suggestions of {author} say “{words}”"
        return found[0]

    def _edited(self, made: Edited) -> str:
        if made.file is not None:
            return read(made.file)
        version = self._plein.acting_as(None).version(self._slug)
        return changed(version.text, made.changes)

    def _turn(
        self, at: str, by: str, words: Sequence[str], show: bool, *, keep: str | None = None, token: str | None = None, allowed: bool = True
    ) -> Seat:
        """Somebody's turn: write down, and show, the command that does what their seat is about to do.

        Args:
            at: When.
            by: Whose turn it is.
            words: The command, without what comes before it.
            show: Whether the reader sees it.
            keep: The variable of the shell that keeps what the command prints.
            token: The variable whose value stands in place of the word ``TOKEN``.
            allowed: False where plein will say no.
        """
        if show:
            voice.command(["plein", "--as", by, *words])
        line = voice.typed(["plein", "--now", at.replace(" ", "T"), "--as", by, *words])
        line = line if token is None else line.replace("TOKEN", f'"${token}"')
        self.commands.append((f"{keep}=$({line})" if keep else line) + ("" if allowed else " || true  # refused"))
        return self.seat(by, at)

    def _file(self, name: str, text: str) -> str:
        _write(self._folder / TEXTS / name, text)
        return f"{TEXTS}/{name}"


def read(name: str) -> str:
    """A text that comes with the story."""
    return files("plein.demo").joinpath("texts", name).read_text(encoding="utf-8")


def changed(text: str, changes: Sequence[tuple[str, str]]) -> str:
    """A text with some passages changed, each of which must stand in it once.

    >>> changed("Wij bouwen dure huizen.", [("dure", "goede")])
    'Wij bouwen goede huizen.'
    """
    for old, new in changes:
        assert text.count(old) == 1, f"“{old}” stands in the text {text.count(old)} times"
        text = text.replace(old, new)
    return text


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _options(**given: str | int | None) -> tuple[str, ...]:
    """Those that were given, as words: a name's underscores become hyphens."""
    return tuple(word for name, value in given.items() if value is not None for word in (f"--{name.replace('_', '-')}", str(value)))


def _variable(person: str) -> str:
    return f"TOKEN_{person.upper()}"
