"""Every example in the help is run as it is printed there, in a cycle in which it makes sense; none is refused."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from plein import Plein
from plein.workflow import PLEIN66, dumps
from tests.cli.conftest import Cli, environment
from tests.cli.test_help import ROOT, commands
from tests.cli.test_program import BIN, SYSTEM
from tests.cycles import TEXT, Housing

_BEGIN = datetime(2026, 11, 16, 12, tzinfo=UTC)
_NOW = "2026-11-24T12:00Z"


def examples(command: Any = ROOT, path: str = "plein") -> Iterator[tuple[str, str]]:
    """Every example, with the command in whose help it stands."""
    for one in re.findall(r"^Example: (.*)$", command.help or "", re.MULTILINE):
        yield path, one
    if hasattr(command, "list_commands"):
        for name, one in commands(command):
            yield from examples(one, f"{path} {name}")


class Cycle(Housing):
    """The cycle of the examples, on its way."""

    def talk(self) -> Cycle:
        """Twelve contributions: the first is piet's, kim nudged somebody for the third, the fourth is hidden."""
        self.inventory()
        for number in range(2, 13):
            self.seat("lot").cycle(self.slug).inventory.add(f"View number {number}.")
        self.seat("kim").cycle(self.slug).inventory.nudge(3, "Be kind.")
        self.anna.cycle(self.slug).inventory.hide(4, "It holds an address.")
        return self

    def topics(self) -> Cycle:
        """The same, with a topic that is ready to open."""
        note = {"aim": "Hear who would live there.", "scope": "The quays.", "outcome": "The group answers."}
        self.talk().anna.cycle(self.slug).topics.add("harbour", title="The old harbour", **note)
        return self

    def open_topic(self) -> Cycle:
        self.topics().anna.cycle(self.slug).topics.open("harbour")
        return self

    def inviting(self) -> Cycle:
        """The inventory is over, and there is a sounding board."""
        self.talk().anna.cycle(self.slug).move("invitation")
        self.anna.boards.set("harbour", ["una", "vic"])
        self.anna.people.add("karel")
        return self

    def writing(self) -> Cycle:
        """Bea writes; there are three versions."""
        token = self.inviting().anna.cycle(self.slug).group.invite("bea", role="drafter", because="Knows it.").token
        self.bea.invitations.accept(token)
        self.anna.cycle(self.slug).move("drafting")
        for street in ("street", "square", "street and square"):
            self.bea.cycle(self.slug).draft.save(TEXT.replace("every street", f"every {street}"))
        return self

    def asking(self) -> Cycle:
        self.writing().anna.cycle(self.slug).move("review", closes="2026-12-18")
        return self

    def answering(self) -> Cycle:
        """Fifteen suggestions; the third and the twelfth cannot both stand."""
        self.asking()
        for number in range(1, 16):
            where = (
                ("waiting list", "queue") if number == 3 else ("waiting list", "register") if number == 12 else ("trees", f"trees {number}")
            )
            self.suggest(f"guest{number}", quote=where[0], replace=where[1])
        self.anna.cycle(self.slug).move("drafting", because="Everybody was heard.")
        return self

    def answered(self) -> Cycle:
        self.answering().reject(12)
        return self

    def ended(self) -> Cycle:
        self.asking().anna.cycle(self.slug).move("final", because="Nobody wants it otherwise.")
        return self

    def wished(self) -> Cycle:
        """The fourth suggestion is piet's."""
        self.asking()
        for number in range(1, 4):
            self.suggest(f"guest{number}", quote="trees", replace=f"trees {number}")
        self.suggest("piet", quote="homes", replace="good homes")
        return self

    def nothing(self) -> Cycle:
        return self


def _no_cycle(plein: Plein) -> None:
    plein.upgrade()


def _panel(plein: Plein) -> None:
    """A focus group in its closed conversation."""
    anna = plein.acting_as("anna")
    anna.cycles.new("panel", title="Panel", question="How are we doing?", definition="focus-group", language="en")
    anna.cycle("panel").move("inventory")
    anna.cycle("panel").inventory.add("The queue is long.")
    anna.cycle("panel").move("invitation")
    plein.acting_as("bea").invitations.accept(anna.cycle("panel").group.invite("bea", role="drafter", because="Queues.").token)
    anna.cycle("panel").move("conversation")


def _at(stage: Callable[[Cycle], Cycle]) -> Callable[[Plein], None]:
    return lambda plein: stage(Cycle(plein)) and None


WHERE: Mapping[str, Callable[[Plein], None]] = {
    "plein init": _no_cycle,
    "plein cycle new housing ": _no_cycle,
    "plein cycle new": _at(Cycle.ended),
    "plein cycle": _at(Cycle.writing),
    "plein cycle extend": _at(Cycle.asking),
    "plein topic add": _at(Cycle.talk),
    "plein topic change": _at(Cycle.topics),
    "plein topic open": _at(Cycle.topics),
    "plein topic close": _at(Cycle.open_topic),
    "plein inventory": _at(Cycle.talk),
    "plein group": _at(Cycle.inviting),
    "plein person": _at(Cycle.inviting),
    "plein board": _at(Cycle.nothing),
    "plein draft": _at(Cycle.writing),
    "plein draft correct": _at(Cycle.ended),
    "plein comment": _at(Cycle.writing),
    "plein suggestion": _at(Cycle.asking),
    "plein suggestion change": _at(Cycle.wished),
    "plein decision": _at(Cycle.answering),
    "plein decision undo": _at(Cycle.answered),
    "plein report": _panel,
    "plein words": _at(Cycle.nothing),
    "plein publish": _at(Cycle.ended),
}
"""In which cycle an example is run: of the lines with which the command begins, the longest."""
FILES = {
    "ours.toml": dumps(replace(PLEIN66, title="Ours")),
    "letters.csv": "text,author,source\nMy hands shake.,ria,letter\n",
    "people.csv": "person,name,relation\nria,Ria,alumnus\n",
    "draft.md": TEXT.replace("homes", "houses"),
    "mended.md": TEXT.replace("every street", "every street and every square"),
    "report.md": "We heard this.\n",
    "letter.md": "Dear neighbours,\n",
    "handed-in/ria.md": TEXT.replace("every street", "every street and square").replace("homes", "houses"),
}


def _where(path: str, example: str) -> Callable[[Plein], None]:
    plain = re.sub(r"^plein --as \S+", "plein", example) + " "
    return WHERE[max((start for start in WHERE if plain.startswith(start) or path.startswith(start)), key=len)]


EVERY = sorted(examples())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Callable[[Callable[[Plein], None]], Path]:
    """The database of each of those cycles, made once."""
    known: dict[Callable[[Plein], None], Path] = {}

    def make(where: Callable[[Plein], None]) -> Path:
        if where not in known:
            known[where] = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("examples") / "plein.db"))
            moments = iter(_BEGIN + timedelta(seconds=second) for second in range(10_000))
            with Plein(known[where], clock=lambda: next(moments)) as plein:
                where(plein)
        return known[where]

    return make


@pytest.mark.parametrize(("path", "example"), EVERY, ids=[example for _, example in EVERY])
def test_an_example_runs_as_it_is_printed(
    call: Cli, made: Callable[[Callable[[Plein], None]], Path], tmp_path: Path, path: str, example: str
) -> None:
    """An example is what people copy before they read anything; one that leads into a file is typed to a shell."""
    if not path.startswith("plein init"):
        with Plein(made(_where(path, example))) as kept:  # whatever is in the log beside the file comes along
            kept.upgrade()
        shutil.copy(made(_where(path, example)), tmp_path / "plein.db")
    (tmp_path / "handed-in").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    if ">" in example:
        named = environment("anna", _NOW, {"PATH": f"{BIN}:{SYSTEM}", "LANG": "C.UTF-8"})
        subprocess.run(["sh", "-c", example], cwd=tmp_path, env=named, check=True)
        return
    name, *words = shlex.split(example)
    done = call(*words, now=_NOW, db=None)

    assert (name, done.code) == ("plein", 0), (example, done.err)
    assert done.out or done.err, example


def test_every_family_has_examples() -> None:
    """What takes words or files is shown once; the test above is told where."""
    assert len(EVERY) > 40
    assert {path.split()[1] for path, _ in EVERY} >= {start.split()[1] for start in WHERE}
