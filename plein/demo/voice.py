"""The narrator: how the play speaks to a reader, line by line on standard output. What there is to tell, ``play`` knows."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 118
"""A shown command is no longer than this; its texts are shortened until it fits."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def heading(title: str, first: str, last: str) -> None:
    """Begin a chapter.

    Args:
        title: What happens in it.
        first: The day it begins, ISO 8601; a time behind it is left out.
        last: The day it ends.
    """
    begin, end = day(first), day(last)
    if begin.split()[-1] == end.split()[-1]:
        begin = begin.rpartition(" ")[0]
    print(f"\n{title} · {end if first[:10] == last[:10] else f'{begin} to {end}'}", flush=True)


def say(text: str) -> None:
    """Tell what happens."""
    print(f"  {text}", flush=True)


def command(words: Sequence[str]) -> None:
    """Show what somebody would type, short enough to read."""
    print(f"    $ {typed(_shortened(words))}", flush=True)


def result(text: str) -> None:
    """Tell what came of it."""
    print(f"      {text}", flush=True)


def day(moment: str) -> str:
    """A day in words.

    >>> day("2026-10-01 09:00")
    '1 October 2026'
    """
    year, month, number = moment[:10].split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def listed(names: Sequence[object]) -> str:
    """Names as one says them.

    >>> listed(["anna", "bea", "coby"])
    'anna, bea and coby'
    """
    *most, last = map(str, names)
    return f"{', '.join(most)} and {last}" if most else last


def short(text: str, length: int) -> str:
    """The beginning of a text, cut between words and at most *length* long.

    >>> short("Wij bouwen woningen.", 14)
    'Wij bouwen…'
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    return (head if line[length - 1] == " " else head.rpartition(" ")[0] or head).rstrip(" ,;:.") + "…"


def typed(words: Sequence[str]) -> str:
    """Words as one types them to a shell.

    >>> typed(["plein", "inventory", "add", "wonen", "Wij wachten al 's winters.", ""])
    'plein inventory add wonen "Wij wachten al \\'s winters." ""'
    """
    return " ".join(word if word and _PLAIN.issuperset(word) else '"' + "".join(map(_escaped, word)) + '"' for word in words)


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+")


def _escaped(letter: str) -> str:
    return "\\" + letter if letter in '"\\$`' else letter


def _shortened(words: Sequence[str]) -> list[str]:
    found = [" ".join(word.split()) for word in words]
    while len(typed(found)) > WIDTH:
        longest = max(range(len(found)), key=lambda index: len(found[index]))
        if len(found[longest]) <= 12:
            break
        found[longest] = short(found[longest], max(len(found[longest]) * 4 // 5, 12))
    return found
