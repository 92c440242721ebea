"""For the examples in README, docs and docstrings: each page runs in an empty folder of its own. And for laws: how their examples are chosen."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Laws are checked without a clock: on a busy machine a slow example is no failure. The same examples every time, so that a change is judged by
# what it changes; how many, and when all of them, stands in tests/laws.py.
settings.register_profile("thorough", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("search", deadline=None, print_blob=True)
settings.register_profile("steady", settings.get_profile("thorough"), max_examples=15)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _pages_run_in_an_empty_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = Path(request.node.path)
    if path.suffix == ".md":
        request.getfixturevalue("monkeypatch").chdir(tmp_path_factory.mktemp(path.stem))


@pytest.fixture(scope="session", autouse=True)
def _what_is_remembered_stays_out_of_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing that runs here writes into the home of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The examples of the library's calls need a cycle to work in: tests/engine/test_examples.py runs them there, one by one."""
    if not any(isinstance(item, pytest.DoctestItem) and item.name.startswith("plein.engine.") for item in items):
        return
    from calls import calls  # here, not above: docs/ is on the path of a run, and not of whoever imports this

    elsewhere = {f"{inspect.unwrap(call).__module__}.{inspect.unwrap(call).__qualname__}" for call in calls().values()}
    items[:] = [item for item in items if not isinstance(item, pytest.DoctestItem) or item.name not in elsewhere]
