"""For the examples in README, docs and docstrings: each page runs in an empty folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _pages_run_in_an_empty_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = Path(request.node.path)
    if path.suffix == ".md":
        request.getfixturevalue("monkeypatch").chdir(tmp_path_factory.mktemp(path.stem))
