"""The narrator: how the play speaks to a reader, line by line on standard output. What is told, it does not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plein.language import Language
from plein.sentences import Sentence, sentence
from plein.sentences import listed as _listed
from plein.workflow.deadline import MONTHS

WIDTH = 118
"""A shown command is no longer than this, and its texts are shortened until it fits; what came of it is cut to the same line."""
_language = Language()


def speak(language: Language) -> None:
    """Tell the rest in this language; the people of the story keep theirs."""
    global _language
    _language = language


def line(text: str) -> None:
    """Tell something beside the story."""
    print(_in_words(text), flush=True)


def heading(title: str, first: str, last: str) -> None:
    """Begin a chapter, which lasts from one day to another."""
    print()
    line(sentence("{title} · {days}", title=title, days=_days(first, last)))


def say(text: str) -> None:
    """Tell what happens."""
    print(f"  {_in_words(text)}", flush=True)


def command(words: Sequence[str]) -> None:
    """Show what somebody would type, short enough to read."""
    print(f"    $ {typed(_shortened(words))}", flush=True)


def result(text: str) -> None:
    """Tell what came of it, in one line."""
    print(f"      {short(_in_words(text), WIDTH - 2)}", flush=True)


def detail(text: str) -> None:
    """Tell one thing of what came of it, in one line below."""
    print(f"         {short(_in_words(text), WIDTH - 5)}", flush=True)


def day(moment: str) -> Sentence:
    """A day in words.

    >>> day("2026-10-01 09:00")
    '1 October 2026'
    """
    year, month, number = moment[:10].split("-")
    return sentence("{day} {month} {year}", day=int(number), month=MONTHS[int(month) - 1], year=year)


def listed(names: Iterable[object]) -> str:
    """Names as one says them.

    >>> listed(["anna", "bea", 3])
    'anna, bea and 3'
    """
    return _listed(name if isinstance(name, str) else str(name) for name in names)


def short(text: str, length: int) -> str:
    """The beginning of a text, cut between words and at most *length* long.

    >>> short("Wij bouwen woningen.", 14)
    'Wij bouwen…'
    """
    whole = " ".join(text.split())
    if len(whole) <= length:
        return whole
    head = whole[: length - 1]
    return (head if whole[length - 1] == " " else head.rpartition(" ")[0] or head).rstrip(" ,;:.") + "…"


def typed(words: Sequence[str]) -> str:
    """Words as one types them to a shell.

    >>> typed(["plein", "inventory", "add", "wonen", "Wij wachten al 's winters.", ""])
    'plein inventory add wonen "Wij wachten al \\'s winters." ""'
    """
    return " ".join(word if word and _PLAIN.issuperset(word) else '"' + "".join(map(_escaped, word)) + '"' for word in words)


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+")


def _in_words(text: str) -> str:
    return _language.say(text) if isinstance(text, Sentence) else text


def _days(first: str, last: str) -> Sentence:
    if first == last:
        return day(last)
    year, month, number = first.split("-")
    begin = sentence("{day} {month}", day=int(number), month=MONTHS[int(month) - 1]) if last.startswith(year) else day(first)
    return sentence("{first} to {last}", first=begin, last=day(last))


def _escaped(letter: str) -> str:
    return "\\" + letter if letter in '"\\$`' else letter


def _shortened(words: Sequence[str]) -> list[str]:
    """The words of a command with its texts cut, the longest first, until it fits; names and options stay whole."""
    found = [" ".join(word.split()) for word in words]
    while len(typed(found)) > WIDTH:
        texts = [index for index, word in enumerate(found) if " " in word and len(word) > 6]
        if not texts:
            break
        longest = max(texts, key=lambda index: len(found[index]))
        found[longest] = short(found[longest], max(len(found[longest]) * 4 // 5, 6))
    return found
