"""What the help of the command line lists: every command, in a whole sentence."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from rich.cells import cell_len

from plein.cli import app
from plein.commands.family import first_sentence
from plein.language import Language
from tests.cli.conftest import Cli, screen
from tests.docs.test_printed import printed
from tests.tiers import spread

ROOT: Any = typer.main.get_command(app)


def commands(command: Any) -> Iterator[tuple[str, Any]]:
    """The commands right below one, fetched."""
    context = command.make_context("plein", [], resilient_parsing=True)
    for name in command.list_commands(context):
        yield name, command.get_command(context, name)


FAMILIES = [(), *((name,) for name, command in commands(ROOT) if hasattr(command, "list_commands"))]


TREE = printed.tree()
PAGES = [*(" ".join(family) for family in FAMILIES), *TREE]


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


@pytest.mark.parametrize("language", spread(["en", "nl"], ["nl"]))
@pytest.mark.parametrize("width", spread([80, 100, 140], [80]))
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page or "plein")
def test_help_fits_the_terminal_and_says_all_of_it(call: Cli, page: str, width: int, language: str) -> None:
    """Every command, option and argument is there to its last word; a pipe, in which nothing need fit, is told no more."""
    shown = call(*page.split(), "--help", db=None, as_=None, env=screen(width, language)).out

    assert [line for line in shown.splitlines() if cell_len(line) > width] == []
    said = "".join(shown.replace(" \\\n", " ").split())
    for told in _sentences(page, language):
        assert "".join(told.split()) in said, f"{told} is not in: {shown}"


_LABEL = re.compile(r"^(?:Example|Voorbeeld): ")


def _sentences(page: str, language: str) -> Iterator[str]:
    """What the source of a command says, in a language."""
    speaks = Language(language, command_line=True)
    command = TREE.get(page) or (dict(commands(ROOT))[page] if page else ROOT)
    for part in re.split(r"\n\s*\n", command.help or ""):
        yield _LABEL.sub("", speaks.gettext(" ".join(part.split())))
    for one in command.params:
        if not getattr(one, "hidden", False) and getattr(one, "help", None) and one.name != "help":
            yield " ".join(speaks.gettext(one.help).split())


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("width", spread([60, 80], [80]))
@pytest.mark.parametrize("page", [page for page, command in TREE.items() if "Example: " in (command.help or "")])
def test_an_example_in_the_help_is_copied_as_one_command(call: Cli, page: str, width: int, language: str) -> None:
    """Folded within what it quotes, it would be another; folded elsewhere, the shell would run its first half."""
    shown = call(*page.split(), "--help", db=None, as_=None, env=screen(width, language)).out
    folded = [part.rstrip() for part in re.findall(r"^  (?:Example|Voorbeeld): ((?:.*\\\n)*.*)$", shown, re.MULTILINE)]
    examples = [told for told in _sentences(page, language) if told.startswith("plein ")]

    assert [shlex.split(one.replace("\\\n", "")) for one in folded] == [shlex.split(one) for one in examples]
    assert examples
