"""What was typed wrong, in the reader's language, and what was probably meant. Typer's own words are English, and give no line to copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from shlex import join
from typing import Any

from plein.language import Language
from plein.sentences import Sentence, sentence

_EXTRA = re.compile(r"unexpected extra argument(?:s|\(s\))? \((.*)\)")
_ALIKE = 0.7

_LEAST, _MOST = re.compile(r"greater than or equal to (\d+)"), re.compile(r"less than or equal to (\d+)")


def told(wrong: Any, language: Language, typed: Sequence[str]) -> str:
    """The usage error that Typer raised, as sentences, with what to look at; *typed* is what stood behind ``plein``."""
    where = "plein" if wrong.ctx is None else wrong.ctx.command_path
    if type(wrong).__name__ == "NoSuchOption" and wrong.ctx is not None:
        if wrong.option_name in _valued(wrong.ctx.find_root().command):
            moved = join(["plein", *_moved(wrong.ctx, typed)])
            return sentence("{option} belongs before the command: {line}", option=wrong.option_name, line=moved)
        what: str = _no_option(wrong)
    else:
        what = _what(wrong, language)
    return sentence("{what} See: {command}", what=what, command=f"{where} --help")


def no_command(name: str, meant: Iterable[str]) -> Sentence:
    """That there is no such command, and which was probably meant, each in full."""
    others = " / ".join(meant)
    if not others:
        return sentence("No such command '{name}'.", name=name)
    return sentence("No such command '{name}'. Did you mean {others}?", name=name, others=others)


def alike(name: str, names: Iterable[str]) -> list[str]:
    """Those of some names for which this one may be a slip, the nearest first; two at most.

    >>> alike("sugestion", ["suggestion", "decision", "draft"])
    ['suggestion']
    """
    return get_close_matches(name, list(names), n=2, cutoff=_ALIKE)


def _no_option(wrong: Any) -> Sentence:
    options = [option for one in wrong.ctx.command.get_params(wrong.ctx) if not getattr(one, "hidden", False) for option in one.opts]
    meant = " / ".join(alike(wrong.option_name, [one for one in options if one.startswith("--")]))
    if not meant:
        return sentence("No such option: {name}.", name=wrong.option_name)
    return sentence("No such option: {name}. Did you mean {others}?", name=wrong.option_name, others=meant)


def _what(wrong: Any, language: Language) -> str:
    said: str = wrong.format_message()
    if isinstance(said, Sentence):
        return said
    if language.code == "en":
        return said if said.endswith((".", "?", ")")) else f"{said}."
    kind = type(wrong).__name__
    if kind == "BadOptionUsage" and "not take" in wrong.message:
        return sentence("Option {name} takes no value.", name=wrong.option_name)
    if kind == "BadOptionUsage":
        return sentence("Option {name} needs a value.", name=wrong.option_name)
    if kind == "MissingParameter":
        return sentence("{name} is missing.", name=_name(wrong))
    if kind == "BadParameter":
        why = _why(wrong.message)
        return sentence("{name} cannot be used: {why}", name=_name(wrong), why=why)
    extra = _EXTRA.search(said)
    return sentence("This is one thing too many: {what}.", what=extra[1]) if extra else said


def _why(message: str) -> str:
    """What is wrong with a value."""
    if least := _LEAST.search(message):
        return sentence("give a number from {least}.", least=least[1])
    if most := _MOST.search(message):
        return sentence("give a number up to {most}.", most=most[1])
    return sentence("that is no whole number.") if "integer" in message else message


def _valued(command: Any) -> dict[str, str | None]:
    """The options of a command; of each that takes a value what its help calls that, else None."""
    return {
        option: None if one.is_flag else str(one.metavar or one.name).upper()
        for one in command.params
        if one.param_type_name == "option"
        for option in one.opts
    }


def _moved(ctx: Any, typed: Sequence[str]) -> list[str]:
    """What was typed, with every option that is plein's and not the command's before the command; the one typed last counts."""
    every = _valued(ctx.find_root().command)
    before, behind = _parted(typed, every, stop=True)
    theirs = {option: value for option, value in every.items() if option not in _valued(ctx.command)}
    late, rest = _parted(behind, theirs, stop=False)
    options = dict((*before, *late))
    return [*(word for words in options.values() for word in words), *rest]


def _parted(typed: Sequence[str], options: dict[str, str | None], *, stop: bool) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Some options with their values, and the rest; *stop*: only as far as nothing else stands before them."""
    found: list[tuple[str, list[str]]] = []
    rest: list[str] = []
    words: Iterator[str] = iter(typed)
    for word in words:
        option = word.partition("=")[0]
        if option not in options or (stop and rest):
            rest.append(word)
            if word == "--":
                break
        elif options[option] is None or "=" in word:
            found.append((option, [word]))
        else:
            found.append((option, [word, next(words, options[option] or "")]))
    return found, [*rest, *words]


def _name(wrong: Any) -> str:
    """The option or argument it is about, as it is typed."""
    parameter = wrong.param
    if parameter is None:
        return str(wrong.param_hint or "")
    return str(parameter.opts[-1]) if parameter.param_type_name == "option" else str(parameter.metavar or parameter.name).upper()
