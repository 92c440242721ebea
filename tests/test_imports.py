"""What is loaded by what: the library stays light for who uses a part of it, and the command line quick for everybody."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plein import Plein

HEAVY = ("sqlmodel", "sqlalchemy", "typer", "jinja2", "alembic", "pydantic", "transitions", "markdown_it", "nh3")


def loaded_by(statement: str) -> set[str]:
    """The modules there are after *statement*, in a fresh interpreter."""
    script = f"{statement}\nimport sys; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["plein", "plein.errors", "plein.documents", "plein.workflow"])
def test_the_library_loads_nothing_heavy(module: str) -> None:
    """Whoever wants only the text core or the rules should not pay for a database."""
    assert not loaded_by(f"import {module}") & set(HEAVY)


def test_help_needs_no_database_and_no_templates() -> None:
    """`plein --help` answers at once; typer itself brings pydantic."""
    found = loaded_by("import sys; sys.argv = ['plein', '--help']\nfrom plein.cli import _run; _run(False)")
    assert not found & {"sqlmodel", "sqlalchemy", "jinja2", "alembic", "transitions", "markdown_it", "nh3", "rich"}
    assert not found & {f"plein.commands.{name}" for name in ("home", "cycle", "inventory", "draft", "suggestion", "decision")}


def test_the_home_screen_needs_no_text_core(empty_file: Path, tmp_path: Path) -> None:
    """It is asked all day; the text core, the tables of suggestions and Alembic can stay where they are."""
    script = "import sys; sys.argv = ['plein', '--db', {!r}, 'status', 'housing']\nfrom plein.cli import _run; _run(False)"
    database = shutil.copy(empty_file, tmp_path / "plein.db")
    with Plein(database) as plein:
        plein.acting_as("anna").cycles.new("housing", title="Housing", question="What should change?")
    found = loaded_by(script.format(str(database)))

    assert "plein.engine.cycle.outlook" in found
    assert not {
        one for one in found if one.startswith(("plein.documents", "plein.store.tables.review", "alembic", "jinja2", "transitions"))
    }


def test_every_public_name_is_there() -> None:
    """`from plein import *` and the documentation promise them."""
    import plein

    for name in plein.__all__:
        assert getattr(plein, name) is not None
    with pytest.raises(AttributeError):
        plein.nothing_of_the_kind  # noqa: B018
