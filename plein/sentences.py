"""Sentences that plein says to people: English text that still knows what it was made of, so that an edge can say it in another language.

Nothing here knows any language but English. The values of a sentence are said as they are: people's words, numbers, and commands, which stay
the same in every language but for what stands in them to be filled in: ``FILE``. So a command never stands in a template:
``sentence("See them all: {command}", command="plein cycle list")``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any


class Sentence(str):
    """An English sentence, or a part of one, that can be said again in another language.

    Attributes:
        template: What it was made from, with ``{names}`` in place of values.
        many: The template for any number but one; None where nothing is counted. The number is the value ``n``.
        values: What stands in place of the names. A tuple is said with semicolons between its parts; parts may be sentences themselves.
    """

    __slots__ = ("many", "template", "values")
    template: str
    many: str | None
    values: Mapping[str, Any]

    def __new__(cls, template: str, many: str | None = None, values: Mapping[str, Any] | None = None) -> Sentence:
        """Say it in English at once."""
        chosen = template if many is None or (values or {}).get("n") == 1 else many
        made = super().__new__(cls, _filled(chosen, values or {}, str))
        made.template, made.many, made.values = template, many, dict(values or {})
        return made

    def __reduce__(self) -> tuple[type[Sentence], tuple[Any, ...]]:
        """What copies and pickles are made from."""
        return type(self), (self.template, self.many, self.values)

    def again(self, translate: Callable[[str, str | None, int], str], say: Callable[[str], str]) -> str:
        """Say it in another language.

        Args:
            translate: Gives the template in that language, from *template*, *many* and the number counted (1 where nothing is).
            say: Says a value that is a sentence.
        """
        number = self.values.get("n", 1)
        return _filled(translate(self.template, self.many, number if isinstance(number, int) else 1), self.values, say)


class _Capital(Sentence):
    """A sentence that begins with a capital."""

    __slots__ = ()

    def __new__(cls, template: str, many: str | None = None, values: Mapping[str, Any] | None = None) -> _Capital:
        plain = Sentence(template, many, values)
        made = str.__new__(cls, _raised(plain))
        made.template, made.many, made.values = plain.template, plain.many, plain.values
        return made

    def again(self, translate: Callable[[str, str | None, int], str], say: Callable[[str], str]) -> str:
        return _raised(super().again(translate, say))


class _Clause(Sentence):
    """A sentence without its full stop."""

    __slots__ = ()

    def __new__(cls, template: str, many: str | None = None, values: Mapping[str, Any] | None = None) -> _Clause:
        plain = Sentence(template, many, values)
        made = str.__new__(cls, plain.removesuffix("."))
        made.template, made.many, made.values = plain.template, plain.many, plain.values
        return made

    def again(self, translate: Callable[[str, str | None, int], str], say: Callable[[str], str]) -> str:
        return super().again(translate, say).removesuffix(".")


class Typed(Sentence):
    """What one has to give: an option on the command line, a keyword in a program. A program's is what it says at once.

    Attributes:
        option: How it is typed on the command line.
    """

    __slots__ = ("option",)
    option: str

    def __new__(cls, option: str, keyword: str) -> Typed:
        made = str.__new__(cls, keyword)
        made.template, made.many, made.values, made.option = keyword, None, {}, option
        return made

    def __reduce__(self) -> tuple[type[Sentence], tuple[Any, ...]]:
        return Typed, (self.option, str(self))

    def again(self, translate: Callable[[str, str | None, int], str], say: Callable[[str], str]) -> str:
        return str.__str__(self)


def N_(message: str) -> str:
    """Mark a message for the catalogue; it is translated where it is said."""
    return message


def as_word(text: str) -> str:
    """Somebody's word as it is typed in a command; between quotes too where it would be read as a name for what is to be filled in.

    >>> as_word("harbour"), as_word("old harbour"), as_word("TEXT")
    ('harbour', "'old harbour'", "'TEXT'")
    """
    from shlex import quote  # here, not above: few commands hold words of people

    return f"'{text}'" if quote(text) == text and text.isupper() else quote(text)


def typed(option: str, keyword: str | None = None) -> Typed:
    """An option of the command line, and the keyword of the same name for programs.

    >>> str(sentence("Give the reason with {option}.", option=typed("--because")))
    'Give the reason with because=.'
    >>> typed("--covered-by M", "covered_by=").option
    '--covered-by M'
    """
    name = option.removeprefix("--").replace("-", "_")
    return Typed(option, keyword or (f"{name}_=" if name == "for" else f"{name}="))


def sentence(template: str, /, **values: Any) -> Sentence:
    """A sentence from its template.

    >>> sentence("There is no cycle “{slug}”.", slug="homes")
    'There is no cycle “homes”.'
    """
    return Sentence(template, None, values)


def counted(one: str, many: str, /, n: int, **values: Any) -> Sentence:
    """A sentence about a number of things.

    >>> counted("{n} suggestion waits", "{n} suggestions wait", n=3)
    '3 suggestions wait'
    """
    return Sentence(one, many, {"n": n, **values})


def in_a_row(parts: Iterable[str]) -> str:
    """Parts with commas between them, each of which may be a sentence.

    >>> in_a_row(["opinion", "question", "idea"])
    'opinion, question, idea'
    """
    first, *rest = parts
    for part in rest:
        first = Sentence("{first}, {next}", None, {"first": first, "next": part})
    return first


def either(parts: Iterable[str]) -> str:
    """Parts as people say them where one of them is meant.

    >>> either(["drafter", "adviser"])
    'drafter or adviser'
    """
    *most, last = parts
    return Sentence("{most} or {last}", None, {"most": in_a_row(most), "last": last}) if most else last


def listed(parts: Iterable[str]) -> str:
    """Parts in a row, as people say them.

    >>> listed(["hosts", "drafters", "advisers"])
    'hosts, drafters and advisers'
    """
    *most, last = parts
    return Sentence("{most} and {last}", None, {"most": in_a_row(most), "last": last}) if most else last


def capital(said: Sentence) -> Sentence:
    """The sentence with a capital to begin with, in every language.

    >>> capital(sentence("no one may."))
    'No one may.'
    """
    return _Capital(said.template, said.many, said.values)


def clause(said: str) -> str:
    """The sentence without its full stop, in every language: to stand inside another one.

    >>> clause(sentence("The file is empty."))
    'The file is empty'
    """
    return _Clause(said.template, said.many, said.values) if isinstance(said, Sentence) else said.removesuffix(".")


def printable(text: str, longest: int = 40) -> str:
    r"""What somebody typed, fit to stand in a sentence: its first characters, with a question mark for each that cannot be shown.

    Args:
        text: Any text.
        longest: So many code points are shown.

    >>> printable("harbour\x00 boards", 9)
    'harbour? '
    """
    return "".join(one if one.isprintable() else "?" for one in text[:longest])


_TYPED = ("plein ", "--")
"""How a command, or an option, begins: what stands in it in capitals, for people to fill in, has a name in every language."""


def _filled(template: str, values: Mapping[str, Any], say: Callable[[str], str]) -> str:
    return template.format_map({name: _said(value, say) for name, value in values.items()}) if values else template


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _said(value: Any, say: Callable[[str], str]) -> Any:
    if isinstance(value, Sentence) or (isinstance(value, str) and value.startswith(_TYPED)):
        return say(value)
    if isinstance(value, tuple):
        return "; ".join(str(_said(part, say)) for part in value)
    return value
