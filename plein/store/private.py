"""Files that are their owner's alone: databases with closed drafts in them, and what somebody takes away of their own. Made so, not mended after.

On systems without such modes the folder decides who may read, and nothing here does harm.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE: Final = 0o600
"""Read and written by its owner, and by nobody else."""
FOLDER: Final = 0o700
"""The same of a folder."""
_OTHERS: Final = stat.S_IROTH | stat.S_IWOTH
_BESIDE: Final = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; it gives new ones the mode of the database itself."""


def begin(path: Path) -> None:
    """Make an empty file there, for SQLite to fill, unless there is one. What keeps it from being made, SQLite says again."""
    if not path.exists():
        with suppress(OSError):
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, FILE))


def is_open(path: Path) -> bool:
    """Whether everybody on the machine may read a database, or write it; a group of people who share it is no such thing."""
    return os.name == "posix" and any(_mode(Path(f"{path}{end}")) & _OTHERS for end in _BESIDE)


def close_to_others(path: Path) -> None:
    """Let nobody but its owner read a database that everybody could; where it is somebody else's, it stays as it is."""
    for end in _BESIDE:
        with suppress(OSError):
            Path(f"{path}{end}").chmod(FILE)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0
