"""The commands of the command line, made once for a whole run: making one takes longer than most of them take to run. No test stands here.

Each process of plein's makes its own, and so do the tests that start processes. Help in another language than English, and in an
organisation's own words, is written into the commands themselves; those are made anew each time.
"""

from __future__ import annotations

import functools
from typing import Any

import pytest
import typer

from plein.cli import Commands
from plein.commands import show

_make_one = Commands.get_command
_make_all = typer.main.get_command
_one: dict[str, Any] = {}
_all = functools.cache(_make_all)


def keep(patch: pytest.MonkeyPatch) -> None:
    """Give out the same commands again, as long as *patch* lasts."""

    def one(group: Commands, context: typer.Context, name: str) -> Any:
        if _to_be_translated():
            return _make_one(group, context, name)
        if name not in _one:
            _one[name] = _make_one(group, context, name)
        return _one[name]

    patch.setattr(Commands, "get_command", one)
    patch.setattr(typer.main, "get_command", lambda app: _make_all(app) if _to_be_translated() else _all(app))


def _to_be_translated() -> bool:
    language = show.language()
    return language.code != "en" or language.own_terms
