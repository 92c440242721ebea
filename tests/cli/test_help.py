"""What the help of the command line lists: every command, in a whole sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from plein.cli import app
from plein.commands.family import first_sentence
from tests.cli.conftest import Cli

ROOT: Any = typer.main.get_command(app)


def commands(command: Any) -> Iterator[tuple[str, Any]]:
    """The commands right below one, fetched."""
    context = command.make_context("plein", [], resilient_parsing=True)
    for name in command.list_commands(context):
        yield name, command.get_command(context, name)


FAMILIES = [(), *((name,) for name, command in commands(ROOT) if hasattr(command, "list_commands"))]


def listed(shown: str) -> dict[str, str]:
    """The list of commands in a help text, each with its line."""
    entries = re.findall(
        r"^  (\S+) {2,}(\S.*(?:\n {5,}\S.*)*)$", re.split(r"^(?:Commands|Opdrachten):$", shown, flags=re.MULTILINE)[1], re.MULTILINE
    )
    return {name: " ".join(said.split()) for name, said in entries}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: " ".join(("plein", *family)))
def test_the_help_lists_every_command_with_what_its_own_help_says_first(call: Cli, family: tuple[str, ...]) -> None:
    """The list of the first page is written down apart, so that nothing need be fetched for it: it must not say something else."""
    shown = listed(call(*family, "--help", db=None, as_=None).out)

    own = ROOT if not family else dict(commands(ROOT))[family[0]]  # made now, in the language of that call
    assert shown == {name: first_sentence(command.help) for name, command in commands(own)}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: " ".join(("plein", *family)))
def test_no_line_is_cut_short(call: Cli, family: tuple[str, ...], language: str) -> None:
    """Half a sentence tells nobody whether this is the command they look for."""
    shown = listed(call(*family, "--help", db=None, as_=None, env={"PLEIN_LANGUAGE": language}).out)

    assert shown
    for said in shown.values():
        assert said[-1] in ".!?", said
        assert not said.endswith("..")
