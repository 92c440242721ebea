"""The drawing of the house is the contract that import-linter holds the code to, and names every room there is."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
_CONTRACTS = {"plein": "layers", "plein.engine": "engine", "plein.documents": "documents"}


def _drawn() -> dict[str, list[list[str]]]:
    """By package: its layers from above, each with the rooms that stand side by side."""
    found: dict[str, list[list[str]]] = {}
    inside: list[list[str]] | None = None
    for line in (TOP / "docs" / "architecture.md").read_text(encoding="utf-8").splitlines():
        if line in _CONTRACTS:
            inside = found.setdefault(line, [])
        elif line.startswith("```"):
            inside = None
        elif inside is not None:
            inside.append(line[:40].split(" | ") if " | " in line[:40] else [line[:40].strip()])
    return {package: [[room.strip() for room in layer] for layer in layers] for package, layers in found.items()}


@pytest.mark.parametrize("package", _CONTRACTS)
def test_the_drawing_is_the_contract(package: str) -> None:
    """Else a newcomer learns a house that is not there."""
    contract = ConfigParser()
    contract.read(TOP / ".importlinter", encoding="utf-8")
    layers = contract[f"importlinter:contract:{_CONTRACTS[package]}"]["layers"].split("\n")
    held = [[room.strip().removeprefix("plein.") for room in layer.split("|")] for layer in layers if layer.strip()]

    assert _drawn()[package] == [layer for layer in held if layer != ["__main__"]]


@pytest.mark.parametrize("package", ["plein.engine", "plein.documents"])
def test_every_room_is_drawn(package: str) -> None:
    """A room that nobody drew is one that nobody finds."""
    folder = TOP.joinpath(*package.split("."))
    there = {
        path.stem for path in folder.iterdir() if path.stem != "__init__" and (path.suffix == ".py" or (path / "__init__.py").is_file())
    }

    assert {room for layer in _drawn()[package] for room in layer} == there
