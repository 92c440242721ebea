"""What a merge is said to have made: of how many suggestions, what is held and why, and which sentences somebody should read again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plein.commands import show
from plein.commands.astray import astray
from plein.commands.ending import Beside
from plein.sentences import Sentence, counted, sentence

if TYPE_CHECKING:
    from plein.engine.review.views import Merged, Reread

_WIDEST = 100
"""Longer lines are hard to read, however wide the terminal is."""


def told(name: str, merged: Merged, *, dry_run: bool) -> Iterator[str | Beside]:
    """What was made, and what one should look at again."""
    yield _made(merged, dry_run=dry_run)
    for reason in dict.fromkeys(merged.reasons[number] for number in merged.held):  # those that collide have one reason together
        yield sentence("  held: {reason}", reason=reason)
    for one in merged.reread:
        numbers = ", ".join(map(str, one.suggestions))
        yield sentence("  in one sentence, read it again: {numbers} (paragraph {paragraph})", numbers=numbers, paragraph=one.paragraph)
        yield from _both(one)
    yield from astray(merged.astray)
    if dry_run and merged.held:
        yield Beside(sentence("Look at what is held: {command}", command=after(name, merged)))


def after(name: str, merged: Merged) -> str:
    """What one looks at after a merge: the places at which what was held collides, or what was held; else what changed."""
    if merged.collisions:
        return f"plein suggestion collisions {name}"
    return f"plein suggestion show {name} {merged.held[0]}" if merged.held else f"plein draft diff {name} {merged.base} {merged.version}"


def _made(merged: Merged, *, dry_run: bool) -> Sentence:
    if dry_run:
        return counted(
            "Version {version} would be made from version {base} with {n} suggestion.",
            "Version {version} would be made from version {base} with {n} suggestions.",
            n=len(merged.applied),
            version=merged.version,
            base=merged.base,
        )
    return counted(
        "Version {version} is made from version {base} with {n} suggestion.",
        "Version {version} is made from version {base} with {n} suggestions.",
        n=len(merged.applied),
        version=merged.version,
        base=merged.base,
    )


def _both(one: Reread) -> Iterator[str]:
    """A passage as it read and as it reads, one below the other; of a long one only what stands around the changes."""
    from shutil import get_terminal_size

    labels = [show.in_words(sentence("before:")), show.in_words(sentence("after:"))]
    wide = min(get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    front = max(map(len, labels)) + 1
    gone = show.in_words(sentence("(no longer here: it moved, or went)"))
    before, reads = _short(one.before, one.after)
    for label, passage in zip(labels, (before, reads or gone), strict=True):
        yield from _folded(f"    {label:<{front}}", passage, wide)


def _short(before: str, after: str) -> tuple[str, str]:
    """Both, without what lies far from any change."""
    from plein.documents import changes, in_brief

    pieces = [("…" if one.kind == "gap" else one.text, one.kind) for one in in_brief(changes(before, after))]
    return "".join(text for text, kind in pieces if kind != "insert"), "".join(text for text, kind in pieces if kind != "delete")


def _folded(first: str, passage: str, wide: int) -> Iterator[str]:
    """A passage in lines of this width at most, but for words that are longer; what is a line of its own in it stays one."""
    from textwrap import wrap

    front = first
    for line in passage.splitlines():
        room = max(wide - len(front), 30)
        for part in wrap(line, room, break_long_words=False, break_on_hyphens=False) or [""]:
            yield f"{front}{part}".rstrip()
            front = " " * len(first)
