"""Places where suggestions collide, as a working group looks at them together: on a wall, in plain lines, which are printed elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from plein.commands import show
from plein.sentences import Sentence, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.documents import Piece
    from plein.engine.review.views import Alternative, Collision, Compatible

_HOLE = "… "
"""What stands for words that are left out within a paragraph."""


def screen(place: Collision) -> Iterator[str]:
    """One place as a working group looks at it together."""
    until = f"–{place.last_paragraph}" if place.last_paragraph > place.paragraph else ""
    yield counted(
        "Place {place} · paragraph {paragraph} · {n} suggestion, {alternatives} · {kind}",
        "Place {place} · paragraph {paragraph} · {n} suggestions, {alternatives} · {kind}",
        n=len(place.suggestions),
        place=place.id,
        paragraph=f"{place.paragraph}{until}",
        alternatives=counted("{n} alternative", "{n} alternatives", n=len(place.alternatives)),
        kind=sentence("all say the same") if place.agreed else term(place.kind),
    )
    yield ""
    yield from _passage(place)
    for one in place.alternatives:
        yield ""
        yield _behind(one)
        if one.moved_to is not None:
            yield sentence("      ({where})", where=whither(one.moved_to))
        for line in marked(one.quote, one.replace).splitlines():
            yield f"      {line}"
        for why in one.whys:
            yield sentence("      Why: {why}", why=" ".join(why.split()))
    yield from _ready(place)
    if place.also:
        yield ""
        yield sentence("   Also reaching in from above: {numbers}", numbers=", ".join(map(str, place.also)))
    yield ""


def _ready(place: Collision) -> Iterator[str]:
    """The ready texts for a place, against the passage, with the people behind each."""
    if place.proposals:
        yield ""
        yield sentence("   Ready texts, put together from these:")
    for number, one in enumerate(place.proposals, 1):
        yield ""
        yield sentence(
            "   Proposal {number} · takes {takes} ({people}){leaves}",
            number=number,
            takes=", ".join(map(str, one.takes)),
            people=", ".join(one.authors),
            leaves=sentence(" · leaves out {numbers}", numbers=_left(one.takes, one.leaves)) if one.leaves else "",
        )
        for line in marked(one.quote, one.text).splitlines():
            yield f"      {line}"


def _left(takes: Collection[int], leaves: Iterable[int]) -> str:
    """What is left out, in words: what is taken over in part says so."""
    told = (sentence("part of {number}", number=number) if number in takes else str(number) for number in leaves)
    return ", ".join(show.in_words(one) for one in told)


def _passage(place: Collision) -> Iterator[str]:
    """The passage as it stands; of a long one what stands around the changes, and how much lies between."""
    from plein.documents import around, is_long

    pieces = around(place.quote, _touched(place)) if is_long(place.quote) else ()
    text = "" if pieces else place.quote
    for piece in pieces:
        if piece.kind == "gap" and piece.paragraphs:
            yield from (f"   > {line}" for line in text.splitlines())
            yield f"   {_left_out(piece)}"
            text = ""
        else:
            text += piece.text or _HOLE
    yield from (f"   > {line}" for line in text.splitlines())


def _touched(place: Collision) -> Iterator[tuple[int, int]]:
    """Where in the passage the alternatives change something."""
    from plein.documents import changes

    for one in place.alternatives:
        at = place.quote.find(one.quote) if one.quote else -1
        if at < 0:
            continue
        if one.moved_to is not None:
            yield at, at + len(one.quote)
        else:
            yield from (
                (at + each.start, at + each.start + len(each.old)) for each in changes(one.quote, one.replace) if each.kind != "equal"
            )


def _left_out(piece: Piece) -> str:
    """How many paragraphs are left out, in the language of the process."""
    n = piece.paragraphs
    if piece.gone:
        return show.in_words(counted("… {n} paragraph between, taken out too …", "… {n} paragraphs between, taken out too …", n=n))
    return show.in_words(counted("… {n} paragraph between …", "… {n} paragraphs between …", n=n))


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


def going_together(name: str, found: Compatible) -> Iterator[str]:
    """The largest set that goes together, with the commands that would decide so."""
    certain = (
        sentence("no other set has more people behind it")
        if found.exact
        else sentence("a larger set may exist; the crowd is too dense to try all")
    )
    yield counted(
        "{n} suggestion stands alone; people stand behind it {times} ({certain}).",
        "{n} suggestions go together; people stand behind them {times} ({certain}).",
        n=len(found.suggestions),
        times=counted("{n} time", "{n} times", n=found.support),
        certain=certain,
    )
    if not found.suggestions:
        return
    yield sentence("This is help and no decision. To decide so:")
    command = f"plein decision set {name} {' '.join(map(str, found.suggestions))} --adopt"
    yield f"  {command}"
    covers: dict[int, list[int]] = {}
    for number, by in found.covered.items():
        covers.setdefault(by, []).append(number)
    for by, numbers in covers.items():
        because = show.in_words(sentence("It says the same."))
        command = f'plein decision set {name} {" ".join(map(str, numbers))} --covered-by {by} --because "{because}"'
        yield f"  {command}"
    if found.left:
        yield sentence("Left out, because each collides with one of those: {numbers}", numbers=", ".join(map(str, found.left)))


def left_out(name: str, unsound: Iterable[int]) -> Iterator[Sentence]:
    """What cannot be placed, and so is in nothing that was worked out."""
    numbers = sorted(unsound)
    if numbers:
        yield counted(
            "{n} suggestion is left out, because it cannot be placed: {numbers}. See why: {command}",
            "{n} suggestions are left out, because they cannot be placed: {numbers}. See why: {command}",
            n=len(numbers),
            numbers=", ".join(map(str, numbers)),
            command=f"plein suggestion show {name} {numbers[0]}",
        )


def whither(paragraph: int) -> Sentence:
    """Where a passage goes, by the number of the paragraph behind which it comes."""
    return sentence("moved to after paragraph {number}", number=paragraph) if paragraph else sentence("moved to the top")


def marked(old: str, new: str) -> str:
    """A passage with what goes and what comes marked in it; of a long one the sentences that change, and how much lies between."""
    from plein.documents import changes, in_brief

    signs = {"equal": "{text}", "insert": "{{+{text}+}}", "delete": "[-{text}-]"}
    told = ""
    for piece in in_brief(changes(old, new)):
        if piece.kind == "gap" and piece.paragraphs:
            told = f"{told.rstrip()}\n\n{_left_out(piece)}\n\n"
        else:
            told += _HOLE if piece.kind == "gap" else signs[piece.kind].format(text=piece.text)
    return told


def marks(old: str, new: str, *, equal: bool) -> list[str]:
    """The parts of a passage, what goes and what comes marked; without *equal*, those only."""
    from plein.documents import changes

    signs = {"insert": "{{+{new}+}}", "delete": "[-{old}-]", "replace": "[-{old}-]{{+{new}+}}"}
    found = [change for change in changes(old, new) if equal or change.kind != "equal"]
    return [change.old if change.kind == "equal" else signs[change.kind].format(old=change.old, new=change.new) for change in found]
