"""An organisation's own definition, between TOML and a value. Files are not read here: the text comes in as a string.

A definition in TOML has three parts. Start from a built-in one (`dumps` writes it) rather than from nothing.

```toml
name  = "housing-panel"           # lower case letters, digits and hyphens
title = "The housing panel"       # what people call it
start = "talk"                    # the phase every cycle begins in

[[phases]]                        # one for each phase, in the order in which they are shown
name  = "talk"
space = "open"                    # "open": before everyone; "closed": inside the working group

[phases.acts]                     # what may be done in this phase, and by whom; what is not here may not be done
read       = ["public"]           # "public" is everyone; the other roles are host, drafter and adviser
contribute = { by = ["public"], guards = ["deadline_open"] }    # the long form, with guards
hide       = ["host"]

[[phases]]
name  = "closed-book"
space = "open"

[[moves]]                         # one for each arrow; nothing else changes the phase
from   = "talk"
to     = "closed-book"
by     = ["host"]
guards = ["has_contributions"]    # may be left out; all of them must be content
```

Acts are those of `plein.workflow.acts`, guards those of `plein.workflow.guards`. A phase that no move leaves ends the cycle. Every phase
must be within reach of the start, and an end within reach of every phase. Where nobody can ever save a draft, there is no document.

>>> ours = loads(__doc__.split("```")[1].removeprefix("toml"), "ours.toml")
>>> ours.title, ours.has_document, sorted(ours.ends)
('The housing panel', False, ['closed-book'])
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from typing import Any

from plein.errors import BadDefinition
from plein.sentences import sentence
from plein.workflow.acts import ACTS
from plein.workflow.definition import Definition
from plein.workflow.entering import EFFECTS
from plein.workflow.mistakes import placed_mistakes
from plein.workflow.toml_lines import line_of
from plein.workflow.unworkable import unworkable

_NAMES = sentence("Roles: host, drafter, adviser, public (everyone). Spaces: open (before everyone), closed (inside the working group).")


def loads(toml: str, name: str) -> Definition:
    """Read a definition.

    Args:
        toml: The text of the file.
        name: What to call it in an error, such as the file's name.

    Raises:
        BadDefinition: It is no TOML, has mistakes or cannot work; each is listed, with its line.

    >>> loads('name = "ours"\\ntitle = Ours', "ours.toml")
    Traceback (most recent call last):
        ...
    plein.errors.BadDefinition: ours.toml is no usable definition (1 mistake): it is no TOML: Invalid value (at line 2, column 9).
    """
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise BadDefinition(name, (sentence("it is no TOML: {what}", what=str(error)),)) from None
    except RecursionError:
        raise BadDefinition(name, (sentence("it is no TOML that can be read: too many brackets in each other"),)) from None
    if not (found := list(placed_mistakes(data))):
        definition = Definition.from_data(data, source=name)
        if not (found := list(unworkable(definition.to_data()))):
            return definition
    raise BadDefinition(name, [told for _, told in found], [line_of(toml, place) for place, _ in found])


def dumps(definition: Definition, *, say: Callable[[str], str] = str) -> str:
    """Write a definition as commented TOML, which `loads` reads back as the same value.

    Args:
        definition: What to write.
        say: Says a comment in another language; English unless given.

    >>> from plein.workflow import PLEIN66
    >>> text = dumps(PLEIN66)
    >>> loads(text, "plein66.toml") == PLEIN66
    True
    >>> print(*[line for line in text.splitlines() if line.startswith("nudge")])
    nudge                = { by = ["public"], guards = ["deadline_open"] }  # call somebody to order, with a reason, on the record
    """
    data = definition.to_data()
    lines = [
        f"# {say(sentence('What can be done in this cycle, by whom and when. Nothing that is not written here can be done.'))}",
        f"# {say(_NAMES)}",
        "",
        f"name = {_text(data['name'])}",
        f"title = {_text(data['title'])}",
        f"start = {_text(data['start'])}",
    ]
    for phase in data["phases"]:
        lines += ["", "[[phases]]", f"name = {_text(phase['name'])}", f"space = {_text(phase['space'])}"]
        told = "; ".join(say(EFFECTS[effect]) for effect in phase["on_enter"])
        lines += [f"on_enter = {_list(phase['on_enter'])}" + (f"  # {told}" if told else "")]
        if phase["acts"]:
            lines += ["", "[phases.acts]", *_acts(phase["acts"], say)]
    lines += ["", f"# {say(sentence('Nothing but these moves changes the phase. All guards of a move must be content.'))}"]
    for move in data["moves"]:
        lines += ["", "[[moves]]", f"from = {_text(move['from'])}", f"to = {_text(move['to'])}", f"by = {_list(move['by'])}"]
        lines += [f"guards = {_list(move['guards'])}"] if move["guards"] else []
    return "\n".join(lines) + "\n"


def _acts(acts: dict[str, Any], say: Callable[[str], str]) -> list[str]:
    """One line per act, in columns, with what it means."""
    rules = {
        act: f"{{ by = {_list(rule['by'])}, guards = {_list(rule['guards'])} }}" if rule["guards"] else _list(rule["by"])
        for act, rule in acts.items()
    }
    widest = max(map(len, rules.values()))
    return [f"{act:20} = {rule:{widest}}  # {say(ACTS[act].description)}" for act, rule in rules.items()]


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, names))}]"


def _text(value: str) -> str:
    """A TOML string. What a definition holds is printable, so only these two need escaping."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
