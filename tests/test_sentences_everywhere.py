"""Everything plein says to people is a sentence that can be said in another language. Found by reading the code, so that nothing is forgotten."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plein import errors

HOME = Path(errors.__file__).parent
FILES = sorted(path.relative_to(HOME).as_posix() for path in HOME.rglob("*.py") if "migrations" not in path.parts)
_ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.PleinError)}
_SAID = {("show", "line"), ("show", "say"), ("show", "progress"), ("", "Beside"), ("", "Verdict")}
_ENDINGS = {("ending", "changed"): (2,), ("ending", "shown"): (2,), ("ending", "listed"): (), ("", "Table"): (2,)}
"""How a command ends, and a table in it: which arguments people read. They read what these keywords say in all of them:"""
_READ = ("told", "beside", "empty")
_LISTS = {("ending", "listed"), ("", "Table")}
"""What has columns, as its second argument."""
_TOLD_BY_YIELD = re.compile(r"engine/damage\w*\.py|workflow/(guards|mistakes)\.py|commands/\w+\.py")
_TOLD_BY_RETURN = re.compile(r"engine/damage\w*\.py|workflow/(guards|mistakes)\.py")
_WORD = re.compile(r"[A-Za-z]{2}")


def faults(code: str, *, told_by: tuple[type[ast.Yield | ast.YieldFrom | ast.Return], ...] = ()) -> list[int]:
    """The lines of some code in which people are told something in English alone; *told_by*: what functions of theirs give is told too."""
    found = [part.lineno for told in _told(ast.parse(code), told_by) for part in _parts(told) if _is_english(part)]
    return sorted(found)


def _told(tree: ast.AST, told_by: tuple[type[ast.Yield | ast.YieldFrom | ast.Return], ...]) -> Iterator[ast.expr]:
    columns = _assigned(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            where = _called(node)
            if where[1] in _ERRORS or where in _SAID:
                yield from node.args
                yield from (keyword.value for keyword in node.keywords)
            if where in _ENDINGS:
                yield from (argument for at, argument in enumerate(node.args) if at in _ENDINGS[where])
                yield from (keyword.value for keyword in node.keywords if keyword.arg in _READ)
            if where in _LISTS:
                yield from (heading for argument in node.args[1:2] for heading in _headings(argument, columns))
        elif isinstance(node, told_by) and node.value is not None:
            yield node.value


def _called(call: ast.Call) -> tuple[str, str]:
    """Of what it is called, and its name."""
    if isinstance(call.func, ast.Attribute):
        return (call.func.value.id if isinstance(call.func.value, ast.Name) else ""), call.func.attr
    return "", call.func.id if isinstance(call.func, ast.Name) else ""


def _assigned(tree: ast.AST) -> dict[str, ast.expr]:
    return {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _headings(columns: ast.expr, assigned: dict[str, ast.expr]) -> Iterator[ast.expr]:
    """The first part of each column, which is what people read; the second is the key."""
    if isinstance(columns, ast.Name):
        columns = assigned.get(columns.id, columns)
    for column in columns.elts if isinstance(columns, ast.Tuple | ast.List) else ():
        if isinstance(column, ast.Tuple) and isinstance(column.elts[0], ast.Constant) and _WORD.search(str(column.elts[0].value)):
            yield ast.JoinedStr([column.elts[0]], lineno=column.lineno)  # one word alone is English too here


def _parts(told: ast.expr) -> Iterator[ast.expr]:
    """What may be said, whichever way it is chosen or joined."""
    if isinstance(told, ast.IfExp):
        yield from (*_parts(told.body), *_parts(told.orelse))
    elif isinstance(told, ast.Tuple | ast.List):
        yield from (part for one in told.elts for part in _parts(one))
    elif isinstance(told, ast.BinOp):
        yield from (*_parts(told.left), *_parts(told.right))
    elif isinstance(told, ast.BoolOp):
        yield from (part for one in told.values for part in _parts(one))
    else:
        yield told


def _is_english(part: ast.expr) -> bool:
    """Whether it is English text of ours: words with a blank, or with values in between. Layout around values is not."""
    if isinstance(part, ast.JoinedStr):
        return any(isinstance(one, ast.Constant) and _WORD.search(str(one.value)) for one in part.values)
    return isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value and bool(_WORD.search(part.value))


@pytest.mark.parametrize("file", FILES)
def test_whatever_people_are_told_can_be_said_in_another_language(file: str) -> None:
    """One forgotten f-string is one English line on a Dutch screen."""
    told_by = (
        *((ast.Yield, ast.YieldFrom) if _TOLD_BY_YIELD.fullmatch(file) else ()),
        *((ast.Return,) if _TOLD_BY_RETURN.fullmatch(file) else ()),
    )
    found = faults((HOME / file).read_text(encoding="utf-8"), told_by=told_by)

    assert not found, f"plein/{file}, lines {found}: say it with sentence() or counted(), from plein.sentences"


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ('raise NotFound(f"There is no cycle {slug}")', [1]),
        ('raise NotFound("There is no cycle")', [1]),
        ('raise errors.Unusable("no text" if empty else sentence("too much"))', [1]),
        ('raise MoveRefused("final", (sentence("no draft"), f"{n} wait"))', [1]),
        ('show.line("Nothing" + "yet")', []),
        ('show.line("Nothing at" + " all")', [1, 1]),
        ('show.say(said or "Nothing at all")', [1]),
        ('ending.changed(made, as_json, f"Made {made}.", then=f"plein draft show {name}")', [1]),
        ('ending.shown(found, as_json, told=("Nothing at all", Beside("See others")))', [1, 1]),
        ('ending.shown(found, as_json, sentence("No one."), beside=["Not yet"])', [1]),
        ('ending.listed(found, (("author", "author"),), as_json, empty="No one.")', [1, 1]),
        ('_COLUMNS = (("author", "author"), ("¶", "paragraph"))\nending.listed(found, _COLUMNS, as_json)', [1]),
        ('told = Table(found, ((sentence("author"), "author"),), "No one.")', [1]),
        ('ending.listed(found, ((sentence("author"), "author"),), as_json, empty=sentence("No one."))', []),
        ('raise NotFound(sentence("There is no cycle {slug}", slug=slug))', []),
        ('show.line(f"  {words}: {other}")', []),
        ('raise ValueError(f"not {value}")', []),
    ],
)
def test_the_check_sees_english_alone(code: str, lines: list[int]) -> None:
    """A check that sees nothing would be content with everything."""
    assert faults(code) == lines


def test_the_check_reads_what_guards_answer_and_what_commands_tell() -> None:
    """A guard's reason ends on people's screens, and is given by return or yield; the lines of a command are given by yield."""
    assert faults('def guard(facts):\n    return None if facts else "there is no draft"', told_by=(ast.Return,)) == [2]
    assert faults('def lines(found):\n    yield from ("", f"{found} waits")', told_by=(ast.YieldFrom,)) == [2]
    assert faults('def guard(facts):\n    yield f"{facts} is damaged"', told_by=(ast.Yield,)) == [2]
    assert faults('def guard(facts):\n    yield f"{facts} is damaged"') == []
