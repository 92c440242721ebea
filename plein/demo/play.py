"""The play behind ``plein demo``: where it is played, in which order its scenes come, and what is left for the reader to do."""

from __future__ import annotations

import shlex
import tempfile
import tomllib
from pathlib import Path

from plein.demo import story, voice
from plein.demo.scenes import afterwards, closing, deciding, drafting, inventory, invitation, preparation, review, second
from plein.demo.stage import Stage
from plein.demo.story.preparation import TOML
from plein.engine.plein import Plein
from plein.errors import Refused, Unusable
from plein.language import Language
from plein.organisation import Organisation
from plein.sentences import sentence

_SCENES = (preparation, inventory, invitation, drafting, review, deciding, second, closing, afterwards)
_SCRIPT = """\
# Every command of the story, in full and at its own moment. Try it, in a new folder:
#   mkdir again && cp -r plein.toml texts mailed again && cd again && plein init && sh ../commands.sh
"""


def play(to: Path | None, language: Language | None = None) -> None:
    """Act out the story in a folder, and tell it on standard output.

    Args:
        to: A folder that is empty or not there yet; None for a new one among the machine's temporary files.
        language: In which it is told; English unless you say otherwise. The people of the story speak Dutch.

    Raises:
        Refused: The folder has something in it.
        Unusable: It is a file.
    """
    folder = _folder(to)
    voice.speak(language or Language())
    (folder / "plein.toml").write_text(TOML, encoding="utf-8", newline="\n")
    _prologue()
    with Plein(folder / "plein.db", organisation=Organisation.from_data(tomllib.loads(TOML))) as plein:
        plein.upgrade()
        stage = Stage(plein, folder, story.SLUG)
        for scene in _SCENES:
            scene.act(stage)
        afterwards.check(stage, folder)
    (folder / "commands.sh").write_text(_SCRIPT + "\n".join(stage.commands) + "\n", encoding="utf-8", newline="\n")
    voice.say(sentence("The pages:          {file}", file=folder / "pages" / "index.html"))
    voice.say(sentence("All {n} commands:   {file}", n=len(stage.commands), file=folder / "commands.sh"))
    command = f"cd {shlex.quote(str(folder))} && plein status {story.SLUG}"
    print(voice.in_words(sentence("Next: {command}", command=command)), flush=True)


def _prologue() -> None:
    for told in (
        sentence("“{title}”: a town writes a housing note, in a year that takes a few seconds.", title=story.TITLE),
        sentence("By e-mail this is a dozen Word files, and one tired editor. Here every sentence that anyone sends in is answered."),
        sentence("The people write Dutch. After each $ stands what they type, its texts cut short."),
    ):
        print(voice.in_words(told), flush=True)


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
