"""Refusals are Dutch whatever their facts are; and no sentence is handed an English word to say in its midst."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from plein import errors
from plein.language import Language
from plein.sentences import sentence
from tests.dutch.english import english
from tests.test_sentences_everywhere import FILES, HOME

DUTCH = Language("nl", command_line=True)
_FACTS: Mapping[str, Any] = {
    "phase": "final",
    "act": "save-draft",
    "reasons": (sentence("there is no draft yet"), sentence("{n} undecided", n=2)),
    "cycle": "wonen",
    "read": 3,
    "now": 5,
    "place": 1,
    "came": (4, 5),
    "told": sentence("Nothing was decided."),
    "then": sentence("Look again: {command}; then say that you have seen them: {option}", command="plein status wonen", option="--seen 4"),
    "versions": (1, 2, 3),
    "author": "piet",
    "suggestions": (1, 2),
    "people": {"Jan": "jan", "Zoë": None},
    "word": "woningen",
    "base": 1,
    "newest": 2,
    "conflicts": 1,
    "sentence": sentence("There is no version to read yet; see {command}", command="plein draft list wonen"),
    "kept": "Wij bouwen.\n",
    "field": "contribution",
    "what": sentence("The contribution"),
    "length": 90_000,
    "most": 20_000,
    "setting": sentence("{field} under {table} in {file}", field="bijdrage", table="[…]", file="plein.toml"),
    "quote": "Wij bouwen",
    "times": 3,
    "version": 2,
    "places": ((1, "Wij bouwen"), (4, "Wij bouwen")),
    "paragraph": 2,
    "source": "**Wij** bouwen",
    "name": "eigen.toml",
    "mistakes": (sentence("there is no phase"), sentence("a reason is missing; give it with {option}", option="--because")),
    "lines": (3, None),
    "passed": (sentence("it cannot be read: {why}", why="…"),),
    "nearest": "Wij bouwden",
    "across": (2, 3),
}
"""A fact for every name that a refusal takes."""
_WITH_FACTS = [kind for kind in vars(errors).values() if inspect.isclass(kind) and "__init__" in vars(kind)]


@pytest.mark.parametrize("kind", _WITH_FACTS, ids=lambda kind: kind.__name__)
def test_a_refusal_is_dutch_whatever_its_facts_are(kind: Any) -> None:
    """With every fact it can have, and with those alone that it must have."""
    asked = list(inspect.signature(kind).parameters.values())
    for facts in (asked, [one for one in asked if one.default is inspect.Parameter.empty]):
        refusal = kind(**{one.name: _FACTS[one.name] for one in facts})
        said = DUTCH.say(refusal.args[0])

        assert not english(said), said


_KEYS = frozenset({"workflow/mistakes.py", "organisation.py"})
"""Where names of settings and of a definition are said, which are typed to the letter; and columns of a file:"""
_COLUMNS = frozenset({"column"})


@pytest.mark.parametrize("file", [file for file in FILES if file not in _KEYS])
def test_no_sentence_is_handed_an_english_word(file: str) -> None:
    """A value is said as it is, so that an English one stands in the midst of every Dutch sentence."""
    found = {line: left for line, said in _handed((HOME / file).read_text(encoding="utf-8")) if (left := english(said))}

    assert not found, f"plein/{file}: {found}; hand it a sentence, or a term"


def _handed(code: str) -> Iterator[tuple[int, str]]:
    """The text that stands in the code itself as a value of a sentence, as it is said in Dutch, with its line."""
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("sentence", "counted"):
            for keyword in call.keywords:
                yield from ((part.lineno, DUTCH.placed(_text(part))) for part in _parts(keyword.value) if keyword.arg not in _COLUMNS)


def _parts(value: ast.expr) -> Iterator[ast.expr]:
    if isinstance(value, ast.IfExp):
        yield from (*_parts(value.body), *_parts(value.orelse))
    elif isinstance(value, ast.Constant | ast.JoinedStr):
        yield value


def _text(part: ast.expr) -> str:
    """What is written there, a number in place of whatever is filled in."""
    if isinstance(part, ast.JoinedStr):
        return "".join(_text(one) if isinstance(one, ast.Constant) else "1" for one in part.values)
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def test_the_check_sees_what_is_handed() -> None:
    """A check that sees nothing would be content with everything."""
    code = 'sentence("{what} or {other}", what="either" if one else f"{n} things", other=either(["a", "b"]))'

    assert [said for _, said in _handed(code)] == ["either", "1 things"]
