"""The calls of the library, and which of them a test makes: so that a table in a test is seen to be whole."""

from __future__ import annotations

import dis
import inspect
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

import calls as listed

CALLS: dict[str, Callable[..., Any]] = listed.calls()
"""Every public call by its path from a seat: ``cycle.inventory.add``, ``people.add``."""
WRITING = {path for path, call in CALLS.items() if "revision" in inspect.signature(call).parameters}
"""Those that change a cycle."""


def made(do: Callable[..., Any]) -> set[str]:
    """The calls that stand in the code of a function, by their paths: read, not run."""
    found, path = set(), ""
    for name in _names(do.__code__):
        path = next((longer for longer in (f"{path}.{name}", name) if _leads_on(longer)), "")
        if path in CALLS:
            found.add(path)
            path = ""
    return found


def _leads_on(path: str) -> bool:
    return any(call == path or call.startswith(f"{path}.") for call in CALLS)


def _names(code: CodeType) -> Iterator[str]:
    """The attributes that are taken of things, in the order of the code."""
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_ATTR", "LOAD_METHOD"):
            yield step.argval
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
