"""How plein is typed in this shell: by its name, or by its path where the shell would not find it, or would find another."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from shlex import quote

NAME = "plein"


def program() -> str:
    """What one types to run the plein that runs now, quoted for the shell: ``plein`` wherever that is enough."""
    running = Path(sys.argv[0])
    if not running.is_file():
        return NAME
    if running.name == "__main__.py":
        return f"{_typed(Path(sys.executable))} -m {NAME}"
    found = shutil.which(NAME)
    if found is not None and os.path.samefile(found, running):
        return NAME
    return _typed(running)


def _typed(path: Path) -> str:
    """A program's path from the current folder, where that is shorter; never a bare name, which the shell would look for elsewhere."""
    whole = str(path.absolute())
    short = min(os.path.relpath(whole), whole, key=len)
    return quote(short if os.sep in short else os.path.join(os.curdir, short))
