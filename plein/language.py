"""The languages plein speaks: catalogues in gettext's form, domain ``plein``, and the words an organisation puts in place of ours.

English is the source language: it needs no catalogue. Words of people are never touched, only what plein itself says.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, get_args

from plein.sentences import N_, Sentence, Typed

DOMAIN: Final = "plein"
LanguageCode = Literal["en", "nl"]
LANGUAGES: Final[tuple[LanguageCode, ...]] = get_args(LanguageCode)
"""The languages that are complete."""

_HELD: Final = re.compile(r"(%\(\w+\)\w|\{\w*(?:[:!][^{}]*)?\}|<[^<>]*>|--[\w-]+|\bplein(?: [a-z-]+){1,2})")
"""What is no word of a message: the names of values, tags, options, commands."""

PLACEHOLDERS: Final = frozenset(
    (
        N_("AUTHOR"), N_("CYCLE"), N_("DIR"), N_("FILE"), N_("FOLDER"), N_("KIND"), N_("NAME"), N_("NEW"), N_("OLD"), N_("PATH"), N_("PERSON"),
        N_("PHASE"), N_("PLACE"), N_("QUOTE"), N_("RELATION"), N_("TEXT"), N_("TOKEN"), N_("TOPIC"), N_("WHEN"), N_("WORD"), N_("YOU"),
        N_("YYYY-MM-DD"), N_("ZONE"),
    )
)  # fmt: skip
"""What stands in commands and in the help for what is to be filled in."""
_TO_FILL_IN: Final = re.compile(r"'[^']*'|\"[^\"]*\"|(?<![\w.$-])([A-Z]{2,}(?:-[A-Z]{2,})*)(?![\w-])")


class Language:
    """One language as one organisation speaks it.

    Args:
        code: ``en`` or ``nl``; whatever else is asked for is said in English.
        terms: What the organisation says instead of words of ours, in this language and in lower case. Whole words are replaced; a
            capital is kept.
        command_line: Whether what one has to give is said as an option, as on the command line, and not as a keyword.

    >>> Language("nl", {"niet overgenomen": "afgewezen"}).gettext("rejected")
    'afgewezen'
    >>> from plein.sentences import counted
    >>> Language("en", {"suggestions": "ideas"}).say(counted("{n} suggestion waits", "{n} suggestions wait", n=2))
    '2 ideas wait'
    """

    def __init__(self, code: str = "en", terms: Mapping[str, str] | None = None, *, command_line: bool = False) -> None:
        self.code = code
        self.command_line = command_line
        self.catalogue = translations(code)
        self._terms = {word.lower(): instead for word, instead in (terms or {}).items()}
        words = sorted(map(re.escape, self._terms), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None

    @property
    def own_terms(self) -> bool:
        """Whether the organisation says some things otherwise."""
        return self._pattern is not None

    def gettext(self, message: str) -> str:
        """A message in this language."""
        return self._ours(self.catalogue.gettext(message))

    def ngettext(self, one: str, many: str, n: int) -> str:
        """A message about a number of things in this language."""
        return self._ours(self.catalogue.ngettext(one, many, n))

    def say(self, text: str) -> str:
        """A sentence in this language; other text as it is, unless it is a message of the catalogue."""
        if isinstance(text, Typed) and self.command_line:
            return self._value(text.option)
        if isinstance(text, Sentence):
            return text.again(self._template, self._value)
        return self.gettext(text) if text else text

    def placed(self, command: str) -> str:
        """A command, or what stands in the help for a value, with the names in it of what is to be filled in; what is quoted stays.

        >>> Language("nl").placed("plein inventory add wonen TEXT --kind KIND")
        'plein inventory add wonen TEKST --kind SOORT'
        """
        return _TO_FILL_IN.sub(lambda found: self.catalogue.gettext(found[1]) if found[1] in PLACEHOLDERS else found[0], command)

    def _value(self, value: str) -> str:
        return self.say(value) if isinstance(value, Sentence) else self.placed(value)

    def _template(self, one: str, many: str | None, n: int) -> str:
        told = self.catalogue.gettext(one) if many is None else self.catalogue.ngettext(one, many, n)
        return self._ours(told, in_template=True)

    def _ours(self, message: str, *, in_template: bool = False) -> str:
        """The message with the organisation's words; in a template a brace of theirs is a brace and no value."""
        if self._pattern is None:
            return message

        def replaced(part: str) -> str:
            assert self._pattern is not None
            return self._pattern.sub(lambda found: _doubled(self._instead(found)) if in_template else self._instead(found), part)

        return "".join(part if at % 2 else replaced(part) for at, part in enumerate(_HELD.split(message)))

    def _instead(self, found: re.Match[str]) -> str:
        word = found.group()
        instead = self._terms[word.lower()]
        return instead[:1].upper() + instead[1:] if word[:1].isupper() else instead


def _doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; English, and any language there is none of, is as the source says.

    >>> translations("nl").gettext("adopted")
    'overgenomen'
    """
    short = language.replace("_", "-").split("-")[0].lower()
    if short == LANGUAGES[0]:
        return gettext.NullTranslations()
    from importlib.resources import files  # here, not above: English needs no catalogue

    found = files("plein").joinpath("locale", short, "LC_MESSAGES", f"{DOMAIN}.mo") if short.isalpha() else None
    if found is None or not found.is_file():
        return gettext.NullTranslations()
    with found.open("rb") as catalogue:
        return gettext.GNUTranslations(catalogue)
