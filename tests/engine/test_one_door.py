"""The desk is the one door: read from the code of the engine, so that a new way past it is seen when it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from plein.engine import desk

_ENGINE = Path(desk.__file__).parent
_OPENS = {"writing", "reading", "begin", "begin_nested", "commit", "rollback"}
"""Methods that open or end a transaction."""
_ASKS = {"require", "may_act", "may_move", "move"}
"""Functions of ``plein.workflow`` that say whether somebody may."""
_KEEPS = {"new_row", "add_rows", "insert"}
"""Functions that are given the table of what is to be kept."""


def _named(call: ast.Call, name: str) -> bool:
    return any(isinstance(given, ast.Name) and given.id == name for given in call.args)


def _past_the_desk(source: str) -> Iterator[str]:
    """What a file does that only the desk may do."""
    tree = ast.parse(source)
    asks = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("plein.workflow")
        for alias in node.names
        if alias.name in _ASKS
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in _OPENS:
            yield f"line {node.lineno} opens or ends a transaction: {ast.unparse(node.func)}"
        elif isinstance(node.func, ast.Name) and node.func.id in asks:
            yield f"line {node.lineno} asks whether somebody may: {node.func.id}"
        elif isinstance(node.func, ast.Name) and (node.func.id == "EntryRow" or (node.func.id in _KEEPS and _named(node, "EntryRow"))):
            yield f"line {node.lineno} writes the record"


def test_nothing_but_the_desk_opens_a_transaction_asks_for_permission_or_writes_the_record() -> None:
    """A second door is one that somebody forgets to lock."""
    files = [path for path in _ENGINE.rglob("*.py") if path != Path(desk.__file__)]
    assert len(files) > 50
    assert [(str(path.relative_to(_ENGINE)), what) for path in files for what in _past_the_desk(path.read_text(encoding="utf-8"))] == []


def test_the_walk_finds_what_it_looks_for() -> None:
    """The desk itself does all three."""
    told = " ".join(_past_the_desk(Path(desk.__file__).read_text(encoding="utf-8")))
    assert "opens or ends a transaction" in told
    assert "asks whether somebody may" in told
    assert "writes the record" in told
