"""A row of a list as people read it: moments, yes and no, and names of plein's in words, each value in a cell. Where cells stand: ``layout``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from plein.commands import show
from plein.commands.layout import Cell
from plein.sentences import sentence
from plein.terms import term

_MOMENTS = ("at", "closes", "expires", "until")
_NAMED = ("status", "kind", "role", "roles", "phase", "space", "outcome", "decision", "relation", "guards")
"""Keys whose values are names that the engine uses; people read what they call it."""
_KEPT = ("person", "people", "author", "by", "host", "hosts", "slug", "digest", "token", "word", *_MOMENTS)
"""Keys whose values are ids, dates and the like: no running text, so that none is folded and none is cut short."""
_YES, _NO = sentence("yes"), sentence("no")


class ForPeople:
    """The cells of one row.

    Attributes:
        cut: Whether a text in it was cut short.
    """

    def __init__(self, row: Mapping[str, Any], zone: str | None, most: int | None, words: Mapping[str, Mapping[str, str]]) -> None:
        """Take a row.

        Args:
            row: As JSON has it.
            zone: In which its moments are shown; else in its own.
            most: So many code points of a text are shown; None: all.
            words: What people call the values of a column, by its key, where that is no term.
        """
        self._row, self._most, self._names = row, most, words
        self._zone = zone or row.get("timezone") or "UTC"
        self.cut = False

    def cell(self, key: str) -> Cell:
        """What stands under a heading."""
        value = self._row.get(key)
        kept = key in _KEPT or isinstance(value, int)
        if isinstance(value, list):
            kept = kept or all(isinstance(one, int) for one in value)
            return Cell((tuple(self._listed(key, value)),), kept)
        return Cell((tuple(self._words(key, value)),), kept)

    def _listed(self, key: str, values: list[Any]) -> Iterator[str]:
        """The words of several values, with a sign between those."""
        told = [list(self._words(key, one)) for one in values]
        sign = "," if key in _KEPT or not any(len(words) > 1 for words in told) else ";"
        for at, words in enumerate(told, 1):
            *most, last = words or [""]
            yield from (*most, last if at == len(told) else last + sign)

    def _words(self, key: str, value: Any) -> list[str]:
        """What is not folded of one value."""
        if value is None or value == "":
            return []
        if key in _MOMENTS:
            return self._moment(str(value))
        if isinstance(value, bool):
            return [show.in_words(_YES if value else _NO)]
        if isinstance(value, dict):
            value = value.get("outcome", "")
        said = show.on_screen(" ".join(self._called(key, value).split()) if isinstance(value, str) else str(value))
        return [said] if key in _KEPT else self._short(said).split()

    def _called(self, key: str, value: str) -> str:
        """What people call a value."""
        if key in self._names:
            return show.language().say(self._names[key][value]) if value in self._names[key] else value
        return show.in_words(term(value) if key in _NAMED else value)

    def _moment(self, value: str) -> list[str]:
        """A moment in words, with its zone apart."""
        from plein.workflow import show_when

        said = show.in_words(show_when(datetime.fromisoformat(value), self._zone))
        moment, sign, zone = said.rpartition(" (")
        return [moment, f"({zone}"] if sign else [said]

    def _short(self, text: str) -> str:
        """A text, or the words of it that a list has room for."""
        if self._most is None or len(text) <= self._most:
            return text
        self.cut = True
        start = text[: self._most - 1]
        whole, _, half = start.rpartition(" ")
        return (start if text[self._most - 1] == " " or len(half) > self._most // 3 else whole).rstrip() + "…"
