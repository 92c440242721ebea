"""What the demo says can be trusted: its commands are real, it ends where it promises, and it comes out the same every time."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
import typer

from plein import Plein
from plein.cli import app
from plein.demo.play import play
from plein.demo.story import SLUG
from plein.errors import Refused, Unusable
from tests.demo.conftest import Played, perform
from tests.tiers import thorough

_REPLAY = """\
import contextlib, io, re, shlex, sys
import typer
from plein.cli import app
from plein.errors import PleinError

command, tokens, refused = typer.main.get_command(app), {}, []

def run(line):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        command.main(shlex.split(line)[1:], prog_name="plein", standalone_mode=False)
    return out.getvalue()

run("plein init")
for line in re.split(r"\\n(?=plein |TOKEN_|BOARD=|#)", open(sys.argv[1], encoding="utf-8").read().rstrip("\\n")):
    if line.startswith("#"):
        continue
    for name, token in tokens.items():
        line = line.replace(f'"${name}"', token)
    if line.startswith("BOARD="):
        board = dict(row.split(",") for row in run(line[len("BOARD=$("):-1]).split())
        continue
    on_board = re.fullmatch(r"(TOKEN_[A-Z]+)=.*BOARD.*\\^([a-z]+),.*", line)
    if on_board:
        tokens[on_board[1]] = board[on_board[2]]
        continue
    kept = re.fullmatch(r"(TOKEN_[A-Z]+)=\\$\\((.*)\\)", line)
    if kept:
        tokens[kept[1]] = run(kept[2]).split()[0]
        continue
    if line.endswith(" || true  # refused"):
        try:
            run(line.removesuffix(" || true  # refused"))
        except PleinError as no:
            refused.append(str(no))
            continue
        sys.exit("not refused: " + line)
    run(line)
print(len(refused))
"""


def _parse(words: list[str]) -> None:
    """Read a command line as plein would, without running it."""
    command: Any = typer.main.get_command(app)
    context = command.make_context("plein", words[1:])
    while hasattr(command, "commands"):
        name, command, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        context = command.make_context(name, rest, parent=context)


def test_every_shown_command_is_one_that_plein_knows(played: Played) -> None:
    """Who copies a line from the demo must not be told that there is no such option."""
    assert len(played.shown) > 30
    for line in played.shown:
        _parse(shlex.split(line))


def test_a_command_that_plein_does_not_know_would_be_noticed() -> None:
    """The test above tests something."""
    with pytest.raises(Exception, match="No such option"):
        _parse(["plein", "--as", "bea", "decision", "set", SLUG, "3", "--adopted"])
    with pytest.raises(Exception, match="No such command"):
        _parse(["plein", "decision", "make", SLUG])


@thorough
def test_whoever_types_all_commands_gets_the_same_cycle(played: Played, tmp_path: Path) -> None:
    """The demo uses no private door: the command line alone makes the same final version."""
    for name in ("plein.toml", "texts", "mailed"):
        (tmp_path / name).symlink_to(played.folder / name)
    script = played.folder / "commands.sh"
    done = subprocess.run([sys.executable, "-c", _REPLAY, str(script)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "5"), done.stderr

    with Plein(tmp_path / "plein.db") as plein:
        typed = plein.acting_as(None)
        there = played.seat(None)
        assert typed.cycle(SLUG).draft.show().digest == there.cycle(SLUG).draft.show().digest
        assert [(one.suggestion, one.outcome, one.because) for one in typed.cycle(SLUG).decisions.list()] == [
            (one.suggestion, one.outcome, one.because) for one in there.cycle(SLUG).decisions.list()
        ]
        assert (typed.verify().entries, typed.verify().damage) == (there.verify().entries, there.verify().damage)  # its moments are to come
        assert len(typed.people.list()) == len(there.people.list())
        assert [one.slug for one in typed.cycles.list()] == [one.slug for one in there.cycles.list()]


def test_the_same_story_comes_out_the_same(played: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder it makes a new one; nothing in the story depends on when or where it is played."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    told = perform(None)

    (folder,) = tmp_path.iterdir()
    assert folder.name.startswith("plein-demo-")
    assert told.replace(str(folder), "DIR") == played.told.replace(str(played.folder), "DIR")
    with Plein(folder / "plein.db") as plein:
        assert plein.acting_as(None).cycle(SLUG).draft.show().digest == played.seat(None).cycle(SLUG).draft.show().digest


def test_the_narration_ends_with_what_to_do_next(played: Played) -> None:
    """And the command there works in the folder it names."""
    last = played.lines[-1]
    assert last == f"Next: cd {played.folder} && plein status {SLUG}"
    done = subprocess.run(
        [sys.executable, "-c", "from plein.cli import main; main()", "status", SLUG],
        cwd=played.folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "Phase: final" in done.stdout


def test_the_narration_can_be_read_in_one_sitting(played: Played) -> None:
    """At most some 220 lines, none wider than a terminal is today; and no accident in it."""
    assert len(played.lines) <= 225
    assert [line for line in played.lines if len(line) > 124 and str(played.folder) not in line] == []
    assert "Traceback" not in played.told


def test_the_narration_shows_what_is_refused(played: Played) -> None:
    """No topic without its note, no closed draft for outsiders or for advisers afterwards, no end while somebody waits: with all reasons."""
    refused = [line.strip() for line in played.lines if line.strip().startswith("refused: ")]
    assert refused == [
        "refused: The topic “warm-huis” cannot open yet; missing: what happens with what people say. Add: plein topic change…",
        f"refused: There is no version of {SLUG} to read yet; see plein status {SLUG}",
        f"refused: There is no version 5 of {SLUG}; see which there are: plein draft list {SLUG}",
        "refused: 1 suggestion still waits for a decision",
        "refused: 6 decisions are not published yet",
        "refused: 3 adopted suggestions are not merged into the text yet",
    ]


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    """Nobody loses a file to an example."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Refused, match=tmp_path.name):
        play(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    """The folder to play in is a folder."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Unusable, match="is a file"):
        play(tmp_path / "mine.txt")
