"""The player: does each step of a story through somebody's seat, and writes down the command that does the same. It knows no story.

Whoever runs those commands in an empty folder beside the same texts gets the same cycles.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from operator import attrgetter
from pathlib import Path
from typing import Any

from plein.demo import voice
from plein.demo.script import TOKEN, Paragraph, Ready, Said, Scene, Step, Suggested, Text, Word
from plein.demo.telling import Told
from plein.documents import paragraphs
from plein.engine.group.views import BoardInvitation, Invitation
from plein.engine.plein import Plein
from plein.engine.review.views import Decision, Submission
from plein.engine.rows.values import as_json
from plein.engine.seat import Seat
from plein.errors import PleinError
from plein.exchange.contributions import read_contributions
from plein.exchange.files import write_file
from plein.exchange.folder import read_folder
from plein.exchange.people import read_people
from plein.publication.site import publish_site
from plein.sentences import Sentence
from plein.vocabulary import Decided

_TEXTS, _MAIL = "texts", "mailed"


class Player:
    """Plays scenes on a database, and puts into a folder what people hand in. ``commands``: all that was done so far."""

    def __init__(self, plein: Plein, folder: Path) -> None:
        self.commands: list[str] = []
        self._plein, self._folder = plein, folder
        self._tokens: dict[str, str] = {}
        self._numbers: dict[tuple[str, Said | Suggested], int] = {}
        (folder / _TEXTS).mkdir(exist_ok=True)

    def play(self, scene: Scene) -> None:
        """Do what is done in a scene, and tell what is told."""
        voice.heading(scene.title, scene.first, scene.last)
        now = Told(self._plein, scene.first, "", scene.cycle)
        for part in scene.parts:
            if isinstance(part, Sentence):
                voice.say(part)
            elif isinstance(part, Step):
                for person in part.by:
                    now = self._done(part, Told(self._plein, part.at, person, part.cycle or scene.cycle))
            else:
                part(now)

    def _done(self, step: Step, now: Told) -> Told:
        cycle = [] if step.command.startswith(_NO_CYCLE) else [now.cycle]
        typed, given, chosen = [*step.command.split(), *cycle], list[Any](cycle), dict[str, Any]()
        for word in step.words:
            spelled, value = self._found(word, now)
            typed.append(spelled)
            given.append(value)
        for name, word in step.options.items():
            spelled, chosen[name] = self._found(word, now)
            typed += [f"--{name.strip('_').replace('_', '-')}", *([] if word is True else [spelled])]
        if step.shown:
            voice.command(["plein", "--as", now.by, *typed])
        seat = now.seat(None if step.command == "publish" else now.by)  # on the pages stands what everybody may read
        if "to" in chosen:
            chosen["to"] = self._folder / chosen["to"]
        try:
            came = _called(step.command)(seat, *given, **chosen)
        except PleinError as refusal:
            if not step.refused:
                raise
            came = refusal
        assert step.refused == isinstance(came, PleinError), f"plein allows: {' '.join(typed)}"
        command = voice.typed(["plein", "--now", now.at.replace(" ", "T"), "--as", now.by, *typed])
        self._write_down(command.replace(TOKEN, f'"${_variable(now.by)}"') if TOKEN in typed else command, came)
        return Told(now.plein, now.at, now.by, now.cycle, step.words, came)

    def _write_down(self, command: str, came: object) -> None:
        """For whoever types it again in a shell, which keeps the tokens in variables."""
        if isinstance(came, PleinError):
            command += " || true  # refused"
        elif isinstance(came, Invitation):
            command = f"{self._keep(came)}=$({command})"
        elif isinstance(came, BoardInvitation):
            command = f"BOARD=$({command})"
        self.commands.append(command)
        for one in came.invitations if isinstance(came, BoardInvitation) else ():
            self.commands.append(f'{self._keep(one)}=$(echo "$BOARD" | sed -n "s/^{one.person},//p")')

    def _keep(self, invitation: Invitation) -> str:
        self._tokens[invitation.person] = invitation.token
        return _variable(invitation.person)

    def _found(self, word: Word, now: Told) -> tuple[str, Any]:
        """A word as it is typed, and what it stands for: a number that is looked up, a text that is put into the folder, or itself."""
        value: Any = word
        match word:
            case str() if word == TOKEN:
                return word, self._tokens[now.by]
            case Said() | Suggested():
                if (now.cycle, word) not in self._numbers:
                    self._numbers[now.cycle, word] = _number(word, now)
                value = self._numbers[now.cycle, word]
            case Paragraph(words):
                text = now.seat(now.by).cycle(now.cycle).draft.show().text
                value = _only(word, (one.number for one in paragraphs(text) if words in text[one.start : one.end]))
            case Ready(at, words):
                value = _ready(word, self._found(at, now)[1], words, now)
            case Text(name):
                text = _written(word, now)
                write(self._folder / _TEXTS / name, text)
                return f"{_TEXTS}/{name}", text
            case tuple():
                folder = self._folder / _MAIL
                folder.mkdir()
                for handed, why in word:
                    write(folder / handed.name, _written(handed, now))
                    write((folder / handed.name).with_suffix(".why.txt"), why + "\n")
                return f"{_MAIL}/", folder
        return str(value), value


def read(name: str) -> str:
    """A text that comes with the story."""
    return files("plein.demo").joinpath(_TEXTS, name).read_text(encoding="utf-8")


def write(path: Path, text: str) -> None:
    """Put a text into a file."""
    path.write_text(text, encoding="utf-8", newline="\n")


def _written(handed: Text, now: Told) -> str:
    if not handed.changes:
        return read(handed.name)
    text = now.seat(now.by).cycle(now.cycle).draft.show(handed.of).text
    for old, new in handed.changes:
        assert text.count(old) == 1, f"“{old}” stands in the text {text.count(old)} times"
        text = text.replace(old, new)
    return text


def _number(sought: Said | Suggested, now: Told) -> int:
    if isinstance(sought, Said):
        said = [(one.id, one.author, one.text or "") for one in now.seat().cycle(now.cycle).inventory.list()]
    else:
        said = [(one.id, one.author, one.replace or f"{one.quote} {one.why}") for one in now.seat().cycle(now.cycle).suggestions.list()]
    return _only(sought, (number for number, author, text in said if author == sought.author and sought.words in text))


def _ready(sought: Ready, suggestion: int, words: tuple[str, ...], now: Told) -> int:
    """The ready texts of the place at which a suggestion stands, counted from 1."""
    (place,) = (one for one in now.seat(now.by).cycle(now.cycle).suggestions.collisions() if suggestion in one.suggestions)
    found = [number for number, one in enumerate(place.proposals, 1) if all(each in one.text for each in words)]
    return _only(sought, found[:1])


def _only(sought: Word, numbers: Iterable[int]) -> int:
    found = list(numbers)
    assert len(found) == 1, f"{sought} is there {len(found)} times"
    return found[0]


def _variable(person: str) -> str:
    return f"TOKEN_{person.upper()}"


def _suggest(seat: Seat, cycle: str, text: str | None = None, *, quote: str = "", tip: str | None = None, **said: Any) -> Submission:
    if text is not None:
        return seat.cycle(cycle).suggestions.add(text, **said)
    return seat.cycle(cycle).suggestions.add_quote(quote, **said) if tip is None else seat.cycle(cycle).suggestions.tip(quote, tip)


def _decide(
    seat: Seat, cycle: str, *numbers: int, because: str | None = None, together: bool = False, **chosen: Any
) -> tuple[Decision, ...]:
    ((option, value),) = chosen.items()
    outcomes: dict[str, Decided] = {
        "adopt": "adopted",
        "adapt": "adapted",
        "reject": "rejected",
        "covered_by": "covered",
        "noted": "noted",
    }
    more = {"adapt": {"text": value}, "covered_by": {"covered_by": value}}.get(option, {})
    return seat.cycle(cycle).decisions.set(numbers, outcomes[option], because=because, together=together, **more)


def _take_away(seat: Seat, person: str, *, to: Path) -> None:
    write_file(to, (json.dumps(as_json(seat.people.export(person)), ensure_ascii=False, indent=2) + "\n").encode(), closed=True)


def _called(command: str) -> Callable[..., Any]:
    """The library's call for a command. It has the same words, but for the few in ``_OTHERWISE``."""
    if command in _OTHERWISE:
        return _OTHERWISE[command]
    *noun, verb = command.split()
    name = _NOUNS.get(noun[0], noun[0]) if noun else ""
    if name in ("people", "boards"):
        return lambda seat, *said, **how: getattr(getattr(seat, name), verb)(*said, **how)
    path = f"{name}.{verb}" if name else verb
    return lambda seat, cycle, *said, **how: attrgetter(path)(seat.cycle(cycle))(*said, **how)


_NO_CYCLE = ("board", "group accept", "group decline", "person", "verify")
"""How the commands begin that the name of a cycle does not follow."""
_NOUNS = {noun: f"{noun}s" for noun in ("board", "comment", "decision", "suggestion", "topic")} | {"person": "people", "cycle": ""}
"""What the library has for the command's noun, where that is another word: the cycle itself has none."""
_OTHERWISE: Mapping[str, Callable[..., Any]] = {
    "board set": lambda seat, name, *people: seat.boards.set(name, people),
    "cycle new": lambda seat, slug, **said: seat.cycles.new(slug, **said),
    "cycle show": lambda seat, cycle: seat.cycle(cycle).story(),
    "decision set": _decide,
    "group accept": lambda seat, token: seat.invitations.accept(token),
    "group decline": lambda seat, token: seat.invitations.decline(token),
    "group board": lambda seat, cycle, board, csv, **said: seat.cycle(cycle).group.board(board, **said),
    "group candidates": lambda seat, cycle, **said: seat.cycle(cycle).group.ranking(**said),
    "inventory import": lambda seat, cycle, rows: seat.cycle(cycle).inventory.import_(read_contributions(rows, name=_TEXTS)),
    "person erase": lambda seat, person, texts, yes: seat.people.erase(person, texts=texts),
    "person export": _take_away,
    "person import": lambda seat, rows: seat.people.import_(read_people(rows, name=_TEXTS, relations=seat.organisation.relations)),
    "publish": publish_site,
    "suggestion add": _suggest,
    "suggestion import": lambda seat, cycle, folder: seat.cycle(cycle).suggestions.import_(read_folder(folder)),
    "verify": lambda seat: seat.verify(),
}
"""What a command does that reads a file, asks something or writes one, or that has another name in the library."""
