"""What a program hands over that it cannot have meant: a number for a name, a date for a moment. Told in plein's words, before anything is read.

A type checker finds these first; this is for programs that have none. What is checked stands in the annotations, so that it is said once.
What is longer than its field takes is told at the same door.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import wraps
from typing import Any, Final, TypeVar, cast

from plein import vocabulary
from plein.engine.fields import limit_of
from plein.errors import Unusable
from plein.limits import hold
from plein.sentences import Sentence, printable, sentence

Call = TypeVar("Call", bound=Callable[..., Any])

_LONGEST: Final = 40


def _number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _each(value: object, kind: Callable[[object], bool]) -> bool:
    """Several of a kind; what can be read once only is left for whoever reads it."""
    if isinstance(value, str | bytes | Mapping):
        return False
    return all(map(kind, value)) if isinstance(value, list | tuple | set | frozenset) else hasattr(value, "__iter__")


_KINDS: Final[Mapping[str, tuple[Callable[[object], bool], Sentence]]] = {
    "str": (lambda value: isinstance(value, str), sentence("a text")),
    "int": (_number, sentence("a whole number")),
    "bool": (lambda value: isinstance(value, bool), sentence("True or False")),
    "datetime": (lambda value: isinstance(value, datetime), sentence("a moment")),
    "Definition": (lambda value: hasattr(value, "to_data"), sentence("a definition that plein.workflow.loads read")),
    "Sequence[int]": (lambda value: _each(value, _number), sentence("several whole numbers")),
    "Iterable[int]": (lambda value: _each(value, _number), sentence("several whole numbers")),
    "Sequence[str]": (lambda value: _each(value, lambda one: isinstance(one, str)), sentence("several texts")),
    "Iterable[Handed]": (lambda value: _each(value, lambda one: hasattr(one, "why")), sentence("several plein.Handed")),
    "Iterable[Outside]": (lambda value: _each(value, lambda one: hasattr(one, "source")), sentence("several plein.Outside")),
    "Iterable[Entered]": (lambda value: _each(value, lambda one: hasattr(one, "relation")), sentence("several plein.Entered")),
    "Callable[[], None]": (callable, sentence("a function")),
}
_WORDS: Final = {name for name in vocabulary.__all__ if name != "meant"}


def told(call: Call) -> Call:
    """The same call, which says in a sentence what it was given by mistake, or what is too long to be taken."""
    names, checks = list(inspect.signature(call).parameters), dict[str, tuple[list[Callable[[object], bool]], list[Sentence]]]()
    limits = {name: limit for name in names if (limit := limit_of(call.__qualname__, name)) is not None}
    for one in inspect.signature(call).parameters.values():
        parts = [part.strip() for part in str(one.annotation).split(" | ")]
        kinds = ["str" if part in _WORDS or part.startswith("Literal[") else part for part in parts if part != "None"]
        if one.name != "self" and kinds and all(kind in _KINDS for kind in kinds):
            known = [_KINDS[kind] for kind in dict.fromkeys(kinds)]
            allowed = [check for check, _ in known] + ([_nothing] if "None" in parts else [])
            checks[one.name] = (allowed, [kind for _, kind in known])

    @wraps(call)
    def checked(*given: Any, **named: Any) -> Any:
        for name, value in (*zip(names, given, strict=False), *named.items()):
            if name in checks and not any(check(value) for check in checks[name][0]):
                raise _slip(call.__name__, name, value, checks[name][1])
            if name in limits:
                _hold(limits[name], value, given[0])
        return call(*given, **named)

    return cast("Call", checked)


def _hold(limit: str, value: object, room: Any) -> None:
    """Hold a text, or each of several, against the limit it stands under where this person works."""
    for text in value if isinstance(value, list | tuple) else (value,):
        if isinstance(text, str):
            hold(limit, text, room._desk.organisation.limits)


def _nothing(value: object) -> bool:
    return value is None


def _slip(call: str, name: str, value: object, kinds: list[Sentence]) -> Unusable:
    if isinstance(value, date) and not isinstance(value, datetime):
        return Unusable(
            sentence(
                "{call} takes a moment as {name}, not a day. For the end of that day give its text: {name}={day}",
                call=f"{call}()",
                name=name,
                day=f'"{value.isoformat()}"',
            )
        )
    wanted = kinds[0] if len(kinds) == 1 else sentence("{one} or {other}", one=kinds[0], other=kinds[-1])
    return Unusable(sentence("{call} takes {kind} as {name}, not {value}.", call=f"{call}()", kind=wanted, name=name, value=shown(value)))


def shown(value: object) -> str:
    """Something that was given by mistake, as one can find it in a program; not its whole length."""
    text = printable(repr(value)) if isinstance(value, str | int | float | bool | list | tuple | dict | bytes | None) else ""
    kind = f"{type(value).__module__}.{type(value).__qualname__}".removeprefix("builtins.")
    return text if text and len(text) <= _LONGEST else kind
