"""What was typed wrong, in the reader's language. Typer has words for it in English only, so that elsewhere it is told anew."""

from __future__ import annotations

import re
from typing import Any

from plein.language import Language
from plein.sentences import sentence

_EXTRA = re.compile(r"unexpected extra argument(?:s|\(s\))? \((.*)\)")

_LEAST, _MOST = re.compile(r"greater than or equal to (\d+)"), re.compile(r"less than or equal to (\d+)")
_NEAR = re.compile(r"\. Did you mean (.*)\?$")


def told(wrong: Any, language: Language) -> str:
    """The usage error that Typer raised, as a sentence; in English as Typer has it."""
    if language.code == "en":
        said: str = wrong.format_message()
        return said if said.endswith((".", "?", ")")) else f"{said}."
    kind = type(wrong).__name__
    if kind == "NoSuchOption":
        return _meant(sentence("There is no option {name}.", name=wrong.option_name), ", ".join(wrong.possibilities or ()))
    if kind == "BadOptionUsage" and "not take" in wrong.message:
        return sentence("Option {name} takes no value.", name=wrong.option_name)
    if kind == "BadOptionUsage":
        return sentence("Option {name} needs a value.", name=wrong.option_name)
    if kind == "MissingParameter":
        return sentence("{name} is missing.", name=_name(wrong))
    if kind == "BadParameter":
        why = _why(wrong.message)
        return sentence("{name} cannot be used: {why}", name=_name(wrong), why=why)
    said, near = wrong.format_message(), _NEAR.search(wrong.format_message())
    if extra := _EXTRA.search(said):
        return sentence("This is one thing too many: {what}.", what=extra[1])
    return _meant(f"{said[: near.start()]}.", near[1]) if near else said


def _why(message: str) -> str:
    """What is wrong with a value."""
    if least := _LEAST.search(message):
        return sentence("give a number from {least}.", least=least[1])
    if most := _MOST.search(message):
        return sentence("give a number up to {most}.", most=most[1])
    return sentence("that is no whole number.") if "integer" in message else message


def _meant(said: str, near: str) -> str:
    """What is not there, and what is, that is written nearly so."""
    return sentence("{what} Did you mean {names}?", what=said, names=near) if near else said


def _name(wrong: Any) -> str:
    """The option or argument it is about, as it is typed."""
    parameter = wrong.param
    if parameter is None:
        return str(wrong.param_hint or "")
    return str(parameter.opts[-1]) if parameter.param_type_name == "option" else str(parameter.metavar or parameter.name).upper()
