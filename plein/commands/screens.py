"""Places where suggestions collide, as a working group looks at them together: on a wall, in plain lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plein.commands import show
from plein.sentences import Sentence, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.review.views import Alternative, Collision, Compatible


def tell_screen(place: Collision) -> None:
    """One place as a working group looks at it together."""
    until = f"–{place.last_paragraph}" if place.last_paragraph > place.paragraph else ""
    show.line(
        counted(
            "Place {place} · paragraph {paragraph} · {n} suggestion, {alternatives} · {kind}",
            "Place {place} · paragraph {paragraph} · {n} suggestions, {alternatives} · {kind}",
            n=len(place.suggestions),
            place=place.id,
            paragraph=f"{place.paragraph}{until}",
            alternatives=counted("{n} alternative", "{n} alternatives", n=len(place.alternatives)),
            kind=sentence("all say the same") if place.agreed else term(place.kind),
        )
    )
    show.line("")
    for line in place.quote.splitlines():
        show.line(f"   > {line}")
    for one in place.alternatives:
        show.line("")
        show.line(_behind(one))
        if one.moved_to is not None:
            show.line(sentence("      ({where})", where=whither(one.moved_to)))
        for line in marked(one.quote, one.replace).splitlines():
            show.line(f"      {line}")
        for why in one.whys:
            show.line(sentence("      Why: {why}", why=" ".join(why.split())))
    if place.also:
        show.line("")
        show.line(sentence("   Also reaching in from above: {numbers}", numbers=", ".join(map(str, place.also))))
    show.line("")


def _behind(one: Alternative) -> Sentence:
    """An alternative by number, and the people behind it."""
    others = ", ".join(map(str, one.suggestions[1:]))
    return counted(
        "   {number}{others} · {n} person: {people}{like}{decided}",
        "   {number}{others} · {n} people: {people}{like}{decided}",
        n=one.support,
        number=one.suggestions[0],
        others=sentence(", the same as {numbers}", numbers=others) if others else "",
        people=", ".join(one.authors),
        like="" if one.like is None else sentence(" · in nearly the words of {number}", number=one.like),
        decided="" if one.decision is None else sentence(" · {outcome}", outcome=term(one.decision)),
    )


def tell_compatible(name: str, found: Compatible) -> None:
    """The largest set that goes together, with the commands that would decide so."""
    certain = (
        sentence("no other set has more people behind it")
        if found.exact
        else sentence("a larger set may exist; the crowd is too dense to try all")
    )
    show.line(
        counted(
            "{n} suggestion stands alone; people stand behind it {times} ({certain}).",
            "{n} suggestions go together; people stand behind them {times} ({certain}).",
            n=len(found.suggestions),
            times=counted("{n} time", "{n} times", n=found.support),
            certain=certain,
        )
    )
    if not found.suggestions:
        return
    show.line(sentence("This is help and no decision. To decide so:"))
    _tell_command(f"plein decision set {name} {' '.join(map(str, found.suggestions))} --adopt")
    covers: dict[int, list[int]] = {}
    for number, by in found.covered.items():
        covers.setdefault(by, []).append(number)
    for by, numbers in covers.items():
        because = show.in_words(sentence("It says the same."))
        _tell_command(f'plein decision set {name} {" ".join(map(str, numbers))} --covered-by {by} --because "{because}"')
    if found.left:
        show.line(sentence("Left out, because each collides with one of those: {numbers}", numbers=", ".join(map(str, found.left))))


def tell_left_out(name: str, unsound: Iterable[int]) -> None:
    """What cannot be placed, and so is in nothing that was worked out."""
    numbers = sorted(unsound)
    if numbers:
        show.say(
            counted(
                "{n} suggestion is left out, because it cannot be placed: {numbers}. See why: {command}",
                "{n} suggestions are left out, because they cannot be placed: {numbers}. See why: {command}",
                n=len(numbers),
                numbers=", ".join(map(str, numbers)),
                command=f"plein suggestion show {name} {numbers[0]}",
            )
        )


def _tell_command(command: str) -> None:
    show.line(f"  {command}")


def whither(paragraph: int) -> Sentence:
    """Where a passage goes, by the number of the paragraph behind which it comes."""
    return sentence("moved to after paragraph {number}", number=paragraph) if paragraph else sentence("moved to the top")


def marked(old: str, new: str) -> str:
    """A passage with what goes and what comes marked in it."""
    return "".join(marks(old, new, equal=True))


def marks(old: str, new: str, *, equal: bool) -> list[str]:
    """The parts of a passage, what goes and what comes marked; without *equal*, those only."""
    from plein.documents import changes

    signs = {"insert": "{{+{new}+}}", "delete": "[-{old}-]", "replace": "[-{old}-]{{+{new}+}}"}
    found = [change for change in changes(old, new) if equal or change.kind != "equal"]
    return [change.old if change.kind == "equal" else signs[change.kind].format(old=change.old, new=change.new) for change in found]
