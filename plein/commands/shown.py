"""What the command line showed somebody of the places of a cycle, so that none is settled for more than was seen. Who asks for it is elsewhere.

It is kept in a small file of the user, one for each database, cycle and person: numbers of suggestions by place, and no word of anybody's; its
name is a digest. Where it cannot be kept or read, nothing is remembered, and a place is settled as it is.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from plein.commands import show
from plein.commands.situation import situation
from plein.sentences import sentence

if TYPE_CHECKING:
    from plein.engine.review.views import Collision


class Shown:
    """What was shown to one person of the places of one cycle."""

    def __init__(self, file: Path | None, *, debug: bool = False) -> None:
        self._file = file
        self._debug = debug

    @staticmethod
    def of(ctx: typer.Context, cycle: str) -> Shown:
        """That of the person who runs this command; nobody in particular is remembered for nothing."""
        found = situation(ctx)
        folder = _folder()
        if found.person is None or folder is None:
            return Shown(None)
        key = json.dumps([_address(found.database()), cycle, found.person])
        return Shown(folder / f"shown-{hashlib.sha256(key.encode()).hexdigest()[:32]}.json", debug=found.debug)

    @property
    def places(self) -> Mapping[int, frozenset[int]]:
        """The suggestions that were shown, by name of the place."""
        if self._file is None:
            return {}
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return {int(name): frozenset(map(int, numbers)) for name, numbers in kept.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError) as broken:  # a file that somebody else wrote
            self._say(broken)
            return {}

    def all(self, places: Iterable[Collision]) -> None:
        """Remember that these were shown, and no others."""
        self._keep({place.id: frozenset((*place.suggestions, *place.also)) for place in places})

    def more(self, names: Iterable[int], numbers: Iterable[int]) -> bool:
        """Remember that these were shown of a place, by whichever of these names it is asked for next; whether that was possible."""
        return self._keep({**self.places, **dict.fromkeys(names, frozenset(numbers))})

    def seen(self, number: int, places: Iterable[Collision]) -> frozenset[int] | None:
        """What was seen of the place that a number leads to, and elsewhere; None where nothing of it was shown.

        Args:
            number: The name of the place, or a suggestion in it.
            places: The places as they are now.
        """
        kept = self.places
        here = next((set(place.suggestions) for place in places if place.id == number or number in place.suggestions), set[int]())
        found = kept.get(number) or next((those for those in kept.values() if number in those), None)
        if found is None:
            found = next((those for those in kept.values() if not here.isdisjoint(those)), None)
        if found is None:
            return None
        return found.union(*(those - here for those in kept.values()))

    def _keep(self, places: Mapping[int, Iterable[int]]) -> bool:
        if self._file is None:
            return False
        text = json.dumps({str(name): sorted(numbers) for name, numbers in sorted(places.items())})
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._file.parent, prefix=".shown-")  # for nobody else to read
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as out:
                    out.write(text)
                os.replace(beside, self._file)
            except OSError:
                with suppress(OSError):
                    os.unlink(beside)
                raise
        except OSError as broken:
            self._say(broken)
            return False
        return True

    def _say(self, broken: Exception) -> None:
        if self._debug:
            show.say(sentence("What was shown is not remembered: {why}", why=str(broken)))


def _folder() -> Path | None:
    """Where programs keep what they remember for this user; None where nobody can tell."""
    named = os.environ.get("XDG_STATE_HOME", "")
    folder = Path(named) / "plein" if named else Path(typer.get_app_dir("plein"))
    return folder if folder.is_absolute() else None


def _address(database: str) -> str:
    """The database under one name, however it was named."""
    scheme, _, path = database.partition(":///")
    if "://" in database and not (scheme.startswith("sqlite") and path):
        return database
    return str(Path(path or database).expanduser().resolve())
