"""What the telling says can be said in another language: it is made of sentences, and of the people's own words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from plein.demo import scenes

_SCENES = sorted(Path(scenes.__file__).parent.glob("*.py"))
_TELLING = ("heading", "say", "result", "detail")


def _told(source: str) -> Iterator[ast.expr]:
    """The first argument of everything that is told."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TELLING:
            yield node.args[0]


def _is_bare(told: ast.expr) -> bool:
    return isinstance(told, ast.JoinedStr | ast.Constant | ast.BinOp)


@pytest.mark.parametrize("scene", _SCENES, ids=lambda scene: scene.stem)
def test_everything_that_is_told_is_a_sentence(scene: Path) -> None:
    """A line that no catalogue can hold stays English for ever."""
    assert [ast.unparse(told) for told in _told(scene.read_text(encoding="utf-8")) if _is_bare(told)] == []


def test_a_bare_line_would_be_noticed() -> None:
    """The test above tests something."""
    assert [_is_bare(told) for told in _told('voice.say(f"{n} more")\nvoice.say(sentence("More."))')] == [True, False]


def test_stories_and_scenes_are_short_files() -> None:
    """Each chapter can be read at one go."""
    files = Path(scenes.__file__).parent.parent.rglob("*.py")
    assert [file.name for file in files if len(file.read_text(encoding="utf-8").splitlines()) > 300] == []
