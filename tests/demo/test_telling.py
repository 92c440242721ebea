"""What the telling says can be said in another language: it is made of sentences, and of the people's own words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from plein import demo
from plein.demo.script import Scene, Step
from plein.demo.story import PROLOGUE, SCENES
from plein.demo.telling import Told
from plein.sentences import Sentence

_FILES = sorted(Path(demo.__file__).parent.rglob("*.py"))
_TELLING = ("heading", "line", "say", "result", "detail")


def _told(source: str) -> Iterator[ast.expr]:
    """The first argument of everything that is told."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node.func) in _TELLING:
            yield node.args[0]


def _called(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _is_bare(told: ast.expr) -> bool:
    return isinstance(told, ast.JoinedStr | ast.Constant | ast.BinOp)


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_everything_that_is_told_is_a_sentence(file: Path) -> None:
    """A line that no catalogue can hold stays English for ever."""
    assert [ast.unparse(told) for told in _told(file.read_text(encoding="utf-8")) if _is_bare(told)] == []


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.title.partition(".")[0])
def test_the_story_tells_in_sentences(scene: Scene) -> None:
    """What stands between the steps is said as it is, and so is the title."""
    told = [scene.title, *(part for part in scene.parts if not isinstance(part, Step) and not callable(part)), *PROLOGUE]
    assert [one for one in told if not isinstance(one, Sentence)] == []


def test_nothing_can_be_told_that_is_not_told() -> None:
    """A line that the story lost would be translated for ever."""
    told = {part.__name__ for scene in SCENES for part in scene.parts if not isinstance(part, Step | Sentence)}
    assert told == {name for name, part in vars(Told).items() if callable(part) and not name.startswith("_")} - {"seat"}


def test_a_bare_line_would_be_noticed() -> None:
    """The test above tests something."""
    assert [_is_bare(told) for told in _told('voice.say(f"{n} more")\nsay("More")\nsay(sentence("More."))')] == [True, True, False]


def test_the_story_and_its_player_are_short_files() -> None:
    """Each chapter can be read at one go."""
    assert [file.name for file in _FILES if len(file.read_text(encoding="utf-8").splitlines()) > 300] == []
