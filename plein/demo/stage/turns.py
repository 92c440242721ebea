"""Turns: somebody sits down, and the command that does what they are about to do is written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from plein.demo import voice
from plein.demo.story.kinds import Ref
from plein.engine.plein import Plein
from plein.engine.review.views import Suggestion
from plein.engine.seat import Seat
from plein.errors import PleinError
from plein.workflow import parse_when

ZONE = "Europe/Amsterdam"
TEXTS = "texts"
_LATER = "2027-12-31"
"""After everything that happens."""


class Turns:
    """What every stage can do.

    Args:
        plein: Where they act.
        folder: Where the texts are put that they hand in.
        slug: The cycle.
        commands: Where the commands are written down.
    """

    def __init__(self, plein: Plein, folder: Path, slug: str, commands: list[str] | None = None) -> None:
        self._plein, self._folder, self.slug = plein, folder, slug
        self.commands: list[str] = [] if commands is None else commands
        (folder / TEXTS).mkdir(exist_ok=True)

    def seat(self, person: str | None, at: str) -> Seat:
        """The seat of one person at one moment, for looking only."""
        return self._plein.acting_as(person, at=parse_when(at, ZONE))

    def look(self, at: str, by: str, *words: str) -> Seat:
        """Show a command that only reads, and give the seat to read from."""
        return self._turn(at, by, words, True)

    def refused(self, at: str, by: str, words: Sequence[str], attempt: Callable[[Seat], object], *, show: bool = True) -> PleinError:
        """Try what the rules forbid, and catch the refusal."""
        seat = self._turn(at, by, words, show, allowed=False)
        try:
            attempt(seat)
        except PleinError as refusal:
            return refusal
        raise AssertionError(f"plein allows: {' '.join(words)}")

    def contribution(self, ref: Ref) -> int:
        """Number of the contribution of that author with those words."""
        author, words = ref
        made = self.seat(None, _LATER).contributions(self.slug)
        found = [one.id for one in made if one.author == author and words in (one.text or "")]
        assert len(found) == 1, f"{len(found)} contributions of {author} say “{words}”"
        return found[0]

    def suggestion(self, ref: Ref) -> Suggestion:
        """The suggestion of that author with those words: in its change, or in what it quotes and says if it puts nothing in place."""
        author, words = ref
        made = [one for one in self.seat(None, _LATER).suggestions(self.slug) if one.author == author]
        found = [one for one in made if words in (one.replace or f"{one.quote} {one.why}")]
        assert len(found) == 1, f"{len(found)} suggestions of {author} say “{words}”"
        return found[0]

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
        write(self._folder / TEXTS / name, text)
        return f"{TEXTS}/{name}"


def read(name: str) -> str:
    """A text that comes with the story."""
    return files("plein.demo").joinpath("texts", name).read_text(encoding="utf-8")


def write(path: Path, text: str) -> None:
    """Put a text into a file."""
    path.write_text(text, encoding="utf-8", newline="\n")


def changed(text: str, changes: Sequence[tuple[str, str]]) -> str:
    """A text with some passages changed, each of which must stand in it once.

    >>> changed("Wij bouwen dure huizen.", [("dure", "goede")])
    'Wij bouwen goede huizen.'
    """
    for old, new in changes:
        assert text.count(old) == 1, f"“{old}” stands in the text {text.count(old)} times"
        text = text.replace(old, new)
    return text


def options(**given: str | int | None) -> tuple[str, ...]:
    """Those that were given, as words: a name's underscores become hyphens."""
    return tuple(word for name, value in given.items() if value is not None for word in (f"--{name.replace('_', '-')}", str(value)))
