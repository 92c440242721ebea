"""What changed between two texts, in the format asked for; and beside it what that format cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from plein.commands import show
from plein.commands.ending import Beside, Letters
from plein.sentences import Sentence, sentence

if TYPE_CHECKING:
    from plein.documents.show.redline import Format, Words

_MARK = re.compile(r"^(<{7}|\|{7}|>{7}) (?:version (?P<version>\d+)|aside (?P<aside>\d+) by (?P<author>.*))$", re.MULTILINE)
_PAGE = """\
<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<title>{title}</title>
<style>
main {{ white-space: pre-wrap; overflow-wrap: anywhere; max-width: 45em; margin: 2em auto; font: 1rem/1.5 serif; }}
ins {{ background: #dff3df; color: #0b4d0b; text-decoration: underline; }}
del {{ background: #fbe3e1; color: #7a1410; text-decoration: line-through; }}
.visually-hidden {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }}
</style>
<main>{redline}</main>
"""


def told(cycle: str, title: str, old: str, new: str, form: Format) -> Iterator[str | Beside | Letters]:
    """The redline, and beside it what it cannot show; the page of HTML needs nothing else to be read. Only people's own format is folded."""
    from html import escape

    from plein.documents import redline

    marked = redline(old, new, form, words=_read_out(), say=show.in_words)
    page = _PAGE.format(lang=show.language().code, title=escape(title), redline=marked) if form == "html" else marked
    shown = page.rstrip("\n")
    yield shown if form == "text" else Letters(f"{shown}\n")
    yield from map(Beside, _cannot(cycle, old, new, form))


def marks_named(text: str) -> str:
    """A text with the marks of a collision in it, which say in the language of the process what stands between them."""
    return _MARK.sub(lambda mark: f"{mark[1]} {show.in_words(_named(mark))}", text)


def _named(mark: re.Match[str]) -> Sentence:
    if mark["version"] is not None:
        return sentence("version {version}", version=mark["version"])
    return sentence("aside {number} by {author}", number=mark["aside"], author=mark["author"])


def _read_out() -> Words:
    """What a screen reader says at a change, in the language of the process: what the pages have it say."""
    from plein.documents.show.redline import Words

    say = show.language().gettext
    return Words(
        inserted=say("inserted:"),
        inserted_end=say("end of insertion"),
        deleted=say("deleted:"),
        deleted_end=say("end of deletion"),
        moved_here=say("moved here from paragraph %(number)d").replace("%(number)d", "{paragraph}") + ":",
        moved_away=say("moved to after paragraph %(number)d").replace("%(number)d", "{paragraph}") + ":",
        moved_first=say("moved to the top") + ":",
    )


def _cannot(cycle: str, old: str, new: str, form: Format) -> Iterator[str]:
    from plein.documents import changes, has_critic_signs

    if form == "html":
        command = f"plein publish {cycle} --to DIR"
        yield sentence(
            "This is the text as it is written, with the signs of Markdown; the pages show it laid out: {command}", command=command
        )
    if form == "criticmarkup":
        if has_critic_signs(old) or has_critic_signs(new):
            yield sentence("The text has signs of CriticMarkup of its own: a backslash stands in each, which other programs leave there.")
        if any(change.moved for change in changes(old, new)):
            yield sentence("CriticMarkup knows no moves: what moved is taken out at one place and put in at another.")
        if any("\n\n" in part for change in changes(old, new) if change.kind != "equal" for part in (change.old, change.new)):
            yield sentence("Some changes hold more than one paragraph; many programs read CriticMarkup within one only.")
