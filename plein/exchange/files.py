"""Files that people take away: whole or not there at all, over another only when they say so, and closed ones for their owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from plein.errors import Refused, Unusable
from plein.sentences import sentence, typed
from plein.store import private

_USUAL = 0o666
"""Whatever the machine lets others do with what somebody makes."""


def write_file(to: Path, content: bytes, *, closed: bool = False, force: bool = False) -> None:
    """Write a file, first beside its place and then into it.

    Args:
        to: Where to.
        content: What it holds.
        closed: Nobody but its owner may read it.
        force: Write over a file that is there.

    Raises:
        Unusable: There is something of that name that is no file.
        Refused: There is a file of that name, or it cannot be written.
    """
    place = to.resolve()
    try:
        if place.exists() and not place.is_file():
            raise Unusable(sentence("{file} is no file; name the file to write: {option}", file=to, option=typed("--to FILE", "to=")))
        if place.exists() and not force:
            raise _there(to)
        beside = place.with_name(f".plein-{secrets.token_hex(4)}.new")
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, private.FILE if closed else _USUAL)
        try:
            with open(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(handle)
            if force:
                beside.replace(place)
            else:
                _put(beside, place)
        except FileExistsError:  # somebody else was first
            raise _there(to) from None
        finally:
            beside.unlink(missing_ok=True)
    except OSError as failure:
        raise Refused(sentence("{file} cannot be written: {why}", file=to, why=failure.strerror or str(failure))) from None


def _put(beside: Path, place: Path) -> None:
    """Give a file its name, if nothing has that name yet."""
    try:
        os.link(beside, place)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second name for a file
        if place.exists():
            raise FileExistsError from None
        beside.rename(place)


def _there(to: Path) -> Refused:
    return Refused(
        sentence("{file} is there already; name another file, or write over it: {option}", file=to, option=typed("--force", "force=True"))
    )
