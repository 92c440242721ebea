"""Every command that plein names, in a refusal, a hint or a Next line, is one there is: with these arguments and these options."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import plein
from plein.cli import app
from tests.catalogue import messages

HOME = Path(plein.__file__).parent
ROOT: Any = typer.main.get_command(app)
_NAMED = re.compile(r"plein (?:--?[a-z]|[a-z]+(?: |$))")
_OURS = re.compile(rf"\bplein (?:{'|'.join(ROOT.list_commands(None))})\b")
_SAMPLES = {"N": "1", "N…": "1", "M": "2", "PLACE": "1", "PERSON…": "una", "WHEN": "2027-01-01", "YYYY-MM-DD": "2027-01-01"}
"""What is typed for some words in capitals; for the others, the word itself will do."""
_KNOWN_WHEN_RUN = "1"
"""What stands for a name or a number that only a run knows: it is fit to be either."""


def in_code(code: str) -> Iterator[tuple[int, str]]:
    """Every command that stands whole in some code, with its line. What is prose stands in a template of a sentence, or explains the code."""
    tree = ast.parse(code)
    aside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            aside.add(id(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("sentence", "counted"):
            aside.update(id(argument) for argument in node.args)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in aside:
            yield from ((node.lineno, said) for said in ways(node) if _NAMED.match(said))


def ways(node: ast.expr) -> list[str]:
    """All that an expression may say, as far as that stands in the code."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*ways(node.body), *ways(node.orelse)]
    if isinstance(node, ast.FormattedValue):
        return ways(node.value)
    if isinstance(node, ast.JoinedStr):
        said = [""]
        for part in node.values:
            said = [before + one for before in said for one in ways(part)]
        return said
    return [_KNOWN_WHEN_RUN]


def parsed(command: str) -> None:
    """Read a command as plein would, without running it.

    Raises:
        Exception: There is no such command or option, or an argument is missing, too many, or no number where it must be one.
    """
    words = [_SAMPLES.get(word, word) for word in shlex.split(command)]
    one: Any = ROOT
    context = one.make_context("plein", words[1:])
    while hasattr(one, "commands"):
        name, one, rest = one.resolve_command(context, [*context._protected_args, *context.args])
        context = one.make_context(name, rest, parent=context)


NAMED = sorted(
    {
        (said, f"{path.relative_to(HOME)}: {said}")
        for path in HOME.rglob("*.py")
        if "demo" not in path.parts  # its commands are typed in its own tests
        for _, said in in_code(path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("command", [said for said, _ in NAMED], ids=[where for _, where in NAMED])
def test_whatever_command_is_named_is_one_there_is(command: str) -> None:
    """Who is refused, and then told to run what does not exist, is refused twice."""
    parsed(command)


def test_there_is_something_to_look_at() -> None:
    """And a command that is none would be noticed, in each way in which it may be none."""
    assert len(NAMED) > 100
    for wrong in ("plein draft glance 1", "plein draft list 1 --all", "plein draft diff 1 2", "plein draft list", "plein glance 1"):
        with pytest.raises(Exception, match=r"No such|Missing parameter"):
            parsed(wrong)
    code = (
        'def f(n):\n    """plein glance"""\n    g(sentence("plein is {x}", x=f"plein {\'a\' if n else \'b\'} {n}"), "plein --as YOU c")\n'
    )
    assert sorted(said for _, said in in_code(code)) == ["plein --as YOU c", "plein a 1", "plein b 1"]


def test_no_command_stands_in_what_is_translated() -> None:
    """It is the same in every language; and what stands in a template would not have been looked at above."""
    assert [one for one in messages() if _OURS.search(one if isinstance(one, str) else " ".join(one)) and "Example" not in one] == []
