"""In which language the command line speaks, and how its help comes to speak it. The messages themselves stand where they are said."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping
from typing import Any

from plein.commands import show
from plein.commands.situation import Settings, settings
from plein.errors import Unusable
from plein.language import DOMAIN, LANGUAGES, Language
from plein.sentences import sentence
from plein.terms import term

_ENGLISH = "en"


def choose_language() -> Language:
    """The language of this call: ``PLEIN_LANGUAGE``, else what ``plein.toml`` says, else what the machine is set to, else English.

    From here on everything is said in it, the help of Typer included.
    """
    try:
        organisation = settings().organisation
    except Unusable:  # the command that needs the settings says what is wrong with them; --help must not
        organisation = Settings(None, None).organisation
    code = _wanted(os.environ, organisation.language)
    language = Language(code, organisation.terms.get(code), command_line=True)
    show.speak(language)
    if code == _ENGLISH:
        gettext.textdomain("messages")
    else:
        from importlib.resources import as_file, files  # here, not above: English needs no catalogue

        with as_file(files("plein").joinpath("locale")) as folder:
            gettext.bindtextdomain(DOMAIN, str(folder))
        gettext.textdomain(DOMAIN)
        os.environ["LANGUAGE"] = code  # Typer asks gettext itself
    return language


def _wanted(environ: Mapping[str, str], settled: str | None) -> str:
    asked = environ.get("PLEIN_LANGUAGE") or settled
    if asked is None:
        asked = next((found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := environ.get(name))), _ENGLISH)
    short = asked.replace("-", "_").split("_")[0].split(".")[0].lower()
    return short if short in LANGUAGES else _ENGLISH


def translate_help(command: Any, language: Language) -> None:
    """Put the help of a command, its options and the commands below it into a language, in place."""
    if language.code == _ENGLISH and not language.own_terms:
        return
    for name in ("help", "short_help"):
        said = getattr(command, name, None)
        if said:
            setattr(command, name, "\n\n".join(_in_language(said, language)))
    for parameter in command.params:
        _translate_parameter(parameter, language)
    _translate_frame(command, language)
    for below in getattr(command, "commands", {}).values():
        translate_help(below, language)


def _translate_parameter(parameter: Any, language: Language) -> None:
    """What an option or argument is for, what may stand there, and what stands there otherwise."""
    if getattr(parameter, "help", None):
        parameter.help = language.gettext(parameter.help)
    if parameter.metavar:
        parameter.metavar = "|".join(language.placed(language.say(term(part))) for part in parameter.metavar.split("|"))
    typed_as, otherwise = parameter.display_type, parameter._get_default_string

    def display_type(ctx: Any) -> str:
        shown: str = typed_as(ctx)
        return language.say(_TYPES.get(shown, shown))

    def default_string(**asked: Any) -> str:
        return language.say(term(otherwise(**asked)))

    parameter.display_type, parameter._get_default_string = display_type, default_string


_TYPES = {
    "<str>": sentence("<text>"),
    "<list[str]>": sentence("<texts>"),
    "<int>": sentence("<number>"),
    "<list[int]>": sentence("<numbers>"),
    "<path>": sentence("<path>"),
}
"""What may stand in place of an argument, as Typer has it."""


def _translate_frame(command: Any, language: Language) -> None:
    """What Typer itself writes around a help text: it has no words for these but its own."""
    ask, pieces = command.get_help_option, command.collect_usage_pieces

    def get_help_option(ctx: Any) -> Any:
        option = ask(ctx)
        if option is not None:
            option.help = language.say(sentence("Show this message and exit."))
        return option

    def format_usage(ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(pieces(ctx)), prefix=language.say(sentence("Usage:")) + " ")

    command.get_help_option, command.format_usage = get_help_option, format_usage
    if getattr(command, "options_metavar", None):
        command.options_metavar = language.say(sentence("[OPTIONS]"))
    if getattr(command, "subcommand_metavar", None):
        command.subcommand_metavar = language.say(sentence("COMMAND [ARGS]..."))


_EXAMPLE = "Example: "


def paragraphs_of(text: str) -> Iterator[str]:
    """The paragraphs of a help text, each of which is a message of the catalogue."""
    yield from (" ".join(part.split()) for part in text.replace("\b", "").split("\n\n") if part.strip())


def _in_language(text: str, language: Language) -> Iterator[str]:
    """The same in a language; an example is typed as it stands, so that it has none of an organisation's words."""
    for part in paragraphs_of(text):
        yield language.catalogue.gettext(part) if part.startswith(_EXAMPLE) else language.gettext(part)
