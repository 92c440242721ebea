"""The library and the command line say the same: no command without its call, no call without its command, no option without its keyword."""

from __future__ import annotations

import inspect
from typing import Any

import calls as listed
import pytest

from tests.calls import CALLS
from tests.docs.test_printed import printed

COMMANDS = printed.tree()

SHOWN = {"as_json", "as_csv", "to", "force", "form", "toml", "yes", "templates"}
"""Options that say how something is printed, where it is written, or that no question is asked."""
ELSEWHERE = {
    "decision set": {"adopt": "outcome", "adapt": "text", "reject": "outcome", "noted": "outcome"},
    "decision settle": {"keep": "adopt", "clean": "settle_clean", "but": "settle_clean"},
    "draft show": {"aside": "draft.aside", "asides": "draft.asides"},
    "suggestion add": {"quote": "add_quote", "replace": "add_quote", "tip": "tip", "replacing": "replace", "beside": "replace"},
    "suggestion import": {"why": "Handed.why", "beside": "replace"},
    "suggestion collisions": {"compatible": "suggestions.compatible"},
    "group candidates": {"balance": "group.ranking"},
    "cycle rules": {"as": "my_rules"},
    "board set": {"file": "people"},
    "words check": {"cycle": "the cycle it is asked of"},
}
"""Options that are another call, or another value of a keyword."""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_a_call(command: str) -> None:
    """Whatever the command line can do, a Python caller can do in one call named after it."""
    if command in listed.NO_CALL:
        return
    path = listed.call_of(command)
    assert path in CALLS
    takes = set(inspect.signature(CALLS[path]).parameters)
    said = set(ELSEWHERE.get(command, ()))
    options = {_keyword(one) for one in COMMANDS[command].params if one.param_type_name == "option" and one.name not in SHOWN | {"help"}}
    assert options - said <= takes, f"plein {command} has options that {path} does not know: {options - said - takes}"


def _keyword(option: Any) -> str:
    name: str = option.opts[0].removeprefix("--").replace("-", "_")
    return f"{name}_" if name in ("for", "import") else name


def test_every_call_is_a_command() -> None:
    """Completion after the dot is the command reference, and the little beside it is named with what it is for."""
    by_command = {listed.call_of(command) for command in COMMANDS} - {None}
    assert CALLS.keys() - by_command == listed.BESIDE.keys()
    assert listed.NO_CALL.keys() <= COMMANDS.keys()


@pytest.mark.parametrize("path", CALLS)
def test_every_call_says_what_it_takes(path: str) -> None:
    """Each argument of a call with more than one has its line, under the name it has."""
    doc = inspect.getdoc(CALLS[path]) or ""
    takes = [name for name in inspect.signature(CALLS[path]).parameters if name != "self"]
    assert doc
    if len(takes) > 1:
        assert [name for name in takes if f"\n    {name}: " not in doc] == []


def test_the_page_tells_every_call() -> None:
    page = printed.PAGES["python.md"]()
    assert [path for path in CALLS if f"### {printed._spelled(path)}\n" not in page] == []
