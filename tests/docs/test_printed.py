"""What the documentation says of the code is what the code says."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from plein.workflow import ACTS

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("plein_docs_print", ROOT / "docs" / "print.py")
assert _spec is not None
assert _spec.loader is not None
printed = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(printed)


@pytest.mark.parametrize("name", printed.PAGES)
def test_the_printed_page_is_not_stale(name: str) -> None:
    """A reader of the page types commands that exist, with options that exist."""
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == printed.PAGES[name](), "run: python docs/print.py"


@pytest.mark.parametrize("act", [act for act in ACTS.values() if act.command])
def test_the_command_an_act_names_exists(act: object) -> None:
    """The home screen tells people to type it."""
    import typer

    from plein.cli import app

    words = act.command.split()  # type: ignore[attr-defined]
    command: Any = typer.main.get_command(app)
    for word in words[1:3]:
        if not hasattr(command, "get_command"):
            break
        inner = command.get_command(typer.Context(command), word)
        assert inner is not None, f"{' '.join(words)}: there is no {word}"
        command = inner


def test_every_page_in_docs_is_linked_from_the_readme() -> None:
    """A page nobody can find was not written."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert f"docs/{page.name}" in readme
