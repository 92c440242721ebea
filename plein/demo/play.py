"""The play behind ``plein demo``: where it is played, and what is left for the reader to do afterwards. Who plays the steps is in ``player``."""

from __future__ import annotations

import os
import shlex
import tempfile
import tomllib
from pathlib import Path

from plein.demo import voice
from plein.demo.player import Player, read, write
from plein.demo.story import PROLOGUE, SCENES, SLUG
from plein.engine.plein import Plein
from plein.errors import Refused, Unusable
from plein.language import Language
from plein.organisation import Organisation
from plein.sentences import sentence

_SCRIPT = """\
# Every command of the story, in full and at its own moment. Try it, in a new folder:
#   {path}mkdir again && cp -r plein.toml texts mailed again && cd again && plein init && sh ../commands.sh
"""


def play(to: Path | None, language: Language | None = None, program: str = "plein") -> None:
    """Act out the story in a folder, and tell it on standard output.

    Args:
        to: A folder that is empty or not there yet; None for a new one among the machine's temporary files.
        language: In which it is told; English unless you say otherwise. The people of the story speak Dutch.
        program: How plein is typed in the shell of whoever looks on, quoted for it.

    Raises:
        Refused: The folder has something in it.
        Unusable: It is a file.
    """
    folder = _folder(to)
    voice.speak(language or Language())
    settings = read("plein.toml")
    write(folder / "plein.toml", settings)
    for told in PROLOGUE:
        voice.line(told)
    with Plein(folder / "plein.db", organisation=Organisation.from_data(tomllib.loads(settings))) as plein:
        plein.upgrade()
        player = Player(plein, folder)
        for scene in SCENES:
            player.play(scene)
    write(folder / "commands.sh", _SCRIPT.format(path=_on_the_path(program)) + "\n".join(player.commands) + "\n")
    voice.say(sentence("The pages:          {file}", file=folder / "pages" / "index.html"))
    voice.say(sentence("All {n} commands:   {file}", n=len(player.commands), file=folder / "commands.sh"))
    voice.line(sentence("Next: {command}", command=_next(folder, program)))


def _next(folder: Path, program: str) -> str:
    """A look at what is left. By its path a program is found from this folder only, so that one stays in it."""
    if program == "plein":
        return f"cd {shlex.quote(str(folder))} && plein status {SLUG}"
    database = str(folder / "plein.db")
    return f"{program} --db {shlex.quote(min(os.path.relpath(database), database, key=len))} status {SLUG}"


def _on_the_path(program: str) -> str:
    """What makes a script find plein, where the shell does not."""
    typed = shlex.split(program)
    return f"export PATH={shlex.quote(str(Path(typed[0]).absolute().parent))}:$PATH && " if typed != ["plein"] else ""


def _folder(to: Path | None) -> Path:
    if to is None:
        return Path(tempfile.mkdtemp(prefix="plein-demo-"))
    wanted = sentence("name a folder that is empty or not there yet: {option}", option="--to DIR")
    if to.exists() and not to.is_dir():
        raise Unusable(sentence("{folder} is a file; {wanted}", folder=to, wanted=wanted))
    if to.exists() and any(to.iterdir()):
        raise Refused(sentence("There is something in {folder} already; {wanted}", folder=to, wanted=wanted))
    to.mkdir(parents=True, exist_ok=True)
    return to
