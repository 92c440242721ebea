"""What was typed wrong, in the reader's language. Typer has words for it in English only, so that elsewhere it is told anew."""

from __future__ import annotations

import re
from typing import Any

from plein.language import Language
from plein.sentences import sentence

_EXTRA = re.compile(r"unexpected extra argument(?:s|\(s\))? \((.*)\)")


def told(wrong: Any, language: Language) -> str:
    """The usage error that Typer raised, as a sentence; in English as Typer has it."""
    if language.code == "en":
        said: str = wrong.format_message()
        return said if said.endswith((".", "?", ")")) else f"{said}."
    kind = type(wrong).__name__
    if kind == "NoSuchOption":
        return sentence("There is no option {name}.", name=wrong.option_name)
    if kind == "BadOptionUsage":
        return sentence("Option {name} needs a value.", name=wrong.option_name)
    if kind == "MissingParameter":
        return sentence("{name} is missing.", name=_name(wrong))
    if kind == "BadParameter":
        why = sentence("that is no whole number.") if "integer" in wrong.message else wrong.message
        return sentence("{name} cannot be used: {why}", name=_name(wrong), why=why)
    extra = _EXTRA.search(wrong.format_message())
    return sentence("This is one thing too many: {what}.", what=extra[1]) if extra else wrong.format_message()


def _name(wrong: Any) -> str:
    """The option or argument it is about, as it is typed."""
    parameter = wrong.param
    if parameter is None:
        return str(wrong.param_hint or "")
    return str(parameter.opts[-1]) if parameter.param_type_name == "option" else str(parameter.metavar or parameter.name).upper()
