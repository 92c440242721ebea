"""Where a command finds itself: which database, which person, what time. The edge at which plein reads the environment and the clock."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from plein.errors import NotFound, Unusable
from plein.organisation import Organisation
from plein.sentences import Sentence, sentence

if TYPE_CHECKING:
    from plein.engine.in_cycle import InCycle
    from plein.engine.plein import Plein
    from plein.engine.seat import Seat

_HOME_ZONE = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Situation:
    """What the global options and the environment say."""

    db: str | None
    person: str | None
    now: str | None
    revision: int | None
    debug: bool = False

    def database(self) -> str:
        """The database to work on.

        Raises:
            NotFound: None was named and none was found.
        """
        named = self.named_database()
        if named:
            return named
        found = settings()
        if found.database is None:
            raise NotFound(
                sentence(
                    "No database is named by {option} or {variable}, and there is none in this folder or above it; run: {command}",
                    option="--db",
                    variable="PLEIN_DATABASE",
                    command="plein init",
                )
            )
        return found.database

    def named_database(self) -> str | None:
        """The database that was named, by option or environment."""
        return self.db or os.environ.get("PLEIN_DATABASE") or None

    def plein(self) -> Plein:
        """plein on that database."""
        from logging import NullHandler, getLogger  # loaded by what follows

        from plein.engine.plein import Plein

        getLogger("sqlalchemy").addHandler(NullHandler())  # stopped halfway, it would print a traceback of its own beside our one line
        return Plein(self.database(), organisation=self.settings().organisation)

    def settings(self) -> Settings:
        """What ``plein.toml`` says: the one beside the database that was named, or above it; else the one found from this folder upward."""
        named = self.named_database()
        near = None if named is None or "://" in named else Path(named).expanduser().absolute().parent
        beside = None if near is None else _toml_above(near)
        return settings() if beside is None else _said_in(beside)

    def seat(self, slug: str | None = None, *, zone: str | None = None) -> Seat:
        """The seat of the person who acts, at the moment asked for.

        Args:
            slug: The cycle in whose zone a moment without offset is meant.
            zone: The zone itself, where it is known.
        """
        plein = self.plein()
        if self.now is None:
            return plein.acting_as(self.person)
        from plein.workflow import parse_when

        def here() -> str:
            return zone or (_HOME_ZONE if slug is None else plein.acting_as(None).cycle(slug).show().timezone)

        return plein.acting_as(self.person, at=parse_when(self.now, here))


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``plein.toml`` says, found in this folder or above it.

    ``templates``: a folder whose files take the place of plein's own. ``organisation``: all that the organisation sets for itself.
    """

    database: str | None
    templates: Path | None
    organisation: Organisation = field(default_factory=Organisation)


def settings() -> Settings:
    """Look upward from this folder for ``plein.toml`` or ``plein.db``; the nearest wins."""
    for folder in (here := Path.cwd(), *here.parents):
        toml, database = folder / "plein.toml", folder / "plein.db"
        if toml.is_file():
            return _said_in(toml)
        if database.is_file():
            return Settings(str(database), None)
    return Settings(None, None)


def situation(ctx: typer.Context) -> Situation:
    """What the global options of this call were."""
    found = ctx.find_root().obj
    assert isinstance(found, Situation)
    return found


def seat(ctx: typer.Context, slug: str | None = None, *, zone: str | None = None) -> Seat:
    """The seat of the person who runs this command."""
    return situation(ctx).seat(slug, zone=zone)


def in_cycle(ctx: typer.Context, slug: str) -> InCycle:
    """One cycle through the eyes of the person who runs this command."""
    return seat(ctx, slug).cycle(slug)


def then(here: InCycle, look: str, *done: str) -> str:
    """The command that one would run next in a cycle.

    Args:
        here: The cycle through the eyes of whoever did something in it.
        look: What one would look at, where nothing that they may do now takes it further.
        done: The names of acts that are no next step, being what was just done.
    """
    try:
        first = here.status().next
    except NotFound:  # it is not there any more for whoever did this
        return "plein cycle list"
    return look if first.command is None or first.name in ("read", *done) else first.command


def revision(ctx: typer.Context) -> int | None:
    """The revision named with ``--revision``."""
    return situation(ctx).revision


def read_text(name: str, *, what: str = sentence("the text"), limit: int | None = None, of: InCycle | None = None) -> str:
    """The text of a file, or of standard input where the name is ``-``; of at most *limit* bytes, or what a text may have.

    *of* is the cycle whose text it is an edited copy of, through the eyes of whoever edited it.
    """
    from plein.documents.text.canonical import LIMIT, decode

    if name == "-":
        import sys

        if sys.stdin is None:
            raise Unusable(sentence("There is no standard input to read; name the file with {what}.", what=what))
        return decode(sys.stdin.buffer.read(), name=sentence("standard input"), limit=limit or LIMIT)
    path = Path(name)
    if path.is_dir():
        raise Unusable(sentence("{path} is a folder; name the file with {what}, or - for standard input.", path=path, what=what))
    if not path.exists():
        raise NotFound(_no_file(path, what, of))
    return decode(path.read_bytes(), name=str(path), limit=limit or LIMIT)


def _no_file(path: Path, what: str, of: InCycle | None) -> Sentence:
    """That there is no such file, and where the text is that it would be a copy of."""
    told = sentence("There is no file {path}; name the file with {what}, or - for standard input.", path=path, what=what)
    if of is None or not of.draft.list():
        return told
    return sentence("{told} The text as it is now, to edit a copy of: {command}", told=told, command=f"plein draft show {of.show().slug}")


def said(text: str) -> str:
    """What somebody says: as it was typed, or from standard input where a ``-`` was typed."""
    return read_text("-") if text == "-" else text


def _toml_above(folder: Path) -> Path | None:
    return next((found for one in (folder, *folder.parents) if (found := one / "plein.toml").is_file()), None)


def _said_in(toml: Path) -> Settings:
    said, folder = _read(toml), toml.parent
    organisation = Organisation.from_data(said, str(toml))
    named, templates = said.get("database", "plein.db"), said.get("templates")
    return Settings(named if "://" in named else str(folder / named), None if templates is None else folder / templates, organisation)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as broken:
        raise Unusable(sentence("{path} cannot be read: {why}. Mend it, or take it away.", path=path, why=str(broken))) from None
