"""Where a command finds itself: which database, which person, what time. The edge at which plein reads the environment and the clock."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from plein.errors import NotFound, Unusable

if TYPE_CHECKING:
    from plein.engine.desk import Desk
    from plein.engine.plein import Plein
    from plein.engine.seat import Seat

Room = TypeVar("Room", bound="Desk")

CycleArg = Annotated[str, typer.Argument(metavar="CYCLE", help="The cycle's short name.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")]

_HOME_ZONE = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Situation:
    """What the global options and the environment say."""

    db: str | None
    person: str | None
    now: str | None
    revision: int | None

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
            raise NotFound("No database is named by --db or PLEIN_DATABASE, and there is none in this folder or above it; run: plein init")
        return found.database

    def named_database(self) -> str | None:
        """The database that was named, by option or environment."""
        return self.db or os.environ.get("PLEIN_DATABASE") or None

    def plein(self) -> Plein:
        """plein on that database."""
        from plein.engine.plein import Plein

        return Plein(self.database())

    def seat(self, slug: str | None = None, *, zone: str | None = None) -> Seat:
        """The seat of the person who acts, at the moment asked for.

        Args:
            slug: The cycle in whose zone a moment without offset is meant.
            zone: The zone itself, where it is known.
        """
        from plein.engine.seat import Seat

        return self.room(Seat, slug, zone=zone)

    def room(self, kind: type[Room], slug: str | None = None, *, zone: str | None = None) -> Room:
        """One room of the engine, for a command that needs no more and should be fast."""
        plein = self.plein()
        if self.now is None:
            return plein.in_room(kind, self.person)
        from plein.engine.cycle import CycleRoom
        from plein.workflow import parse_when

        if slug is not None and zone is None:
            zone = plein.in_room(CycleRoom, None).cycle(slug).timezone
        return plein.in_room(kind, self.person, at=parse_when(self.now, zone or _HOME_ZONE))


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``plein.toml`` says, found in this folder or above it. ``templates``: a folder whose files take the place of plein's own."""

    database: str | None
    templates: Path | None


def settings() -> Settings:
    """Look upward from this folder for ``plein.toml`` or ``plein.db``; the nearest wins."""
    for folder in (here := Path.cwd(), *here.parents):
        toml, database = folder / "plein.toml", folder / "plein.db"
        if toml.is_file():
            said = _read(toml)
            named = str(said.get("database", "plein.db"))
            templates = said.get("templates")
            return Settings(
                named if "://" in named else str(folder / named),
                None if templates is None else folder / str(templates),
            )
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


def revision(ctx: typer.Context) -> int | None:
    """The revision named with ``--revision``."""
    return situation(ctx).revision


def read_text(name: str, *, what: str = "the text") -> str:
    """The text of a file, or of standard input where the name is ``-``."""
    from plein.documents import decode

    if name == "-":
        import sys

        if sys.stdin is None:
            raise Unusable(f"There is no standard input to read; name the file with {what}.")
        return decode(sys.stdin.buffer.read(), name="standard input")
    path = Path(name)
    if path.is_dir():
        raise Unusable(f"{path} is a folder; name the file with {what}, or - for standard input.")
    if not path.exists():
        raise NotFound(f"There is no file {path}; name the file with {what}, or - for standard input.")
    return decode(path.read_bytes(), name=str(path))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise Unusable(f"{path} cannot be read: {broken}. Mend it, or name the database with --db.") from None
