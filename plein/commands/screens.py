"""Places where suggestions collide, as a working group looks at them together: on a wall, in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plein.commands import show

if TYPE_CHECKING:
    from plein.engine.views import Collision, Compatible


def tell_screen(place: Collision) -> None:
    """One place as a working group looks at it together."""
    where = f"paragraph {place.paragraph}" + (f"–{place.last_paragraph}" if place.last_paragraph > place.paragraph else "")
    kind = "all say the same" if place.agreed else place.kind
    show.line(f"Place {place.id} · {where} · {len(place.suggestions)} suggestions, {len(place.alternatives)} alternative(s) · {kind}")
    show.line("")
    for line in place.quote.splitlines():
        show.line(f"   > {line}")
    for one in place.alternatives:
        others = f", the same as {', '.join(map(str, one.suggestions[1:]))}" if len(one.suggestions) > 1 else ""
        like = "" if one.like is None else f" · nearly the same as {one.like}"
        decided = "" if one.decision is None else f" · {one.decision}"
        people = "person" if one.support == 1 else "people"
        show.line("")
        show.line(f"   {one.suggestions[0]}{others} · {one.support} {people}: {', '.join(one.authors)}{like}{decided}")
        for line in marked(one.quote, one.replace).splitlines():
            show.line(f"      {line}")
        for why in one.whys:
            show.line(f"      Why: {' '.join(why.split())}")
    if place.also:
        show.line("")
        show.line(f"   Also reaching in from above: {', '.join(map(str, place.also))}")
    show.line("")


def tell_compatible(name: str, found: Compatible) -> None:
    certain = "no other set has more people behind it" if found.exact else "a larger set may exist; the crowd is too dense to try all"
    show.line(f"{len(found.suggestions)} suggestion(s) go together; people stand behind them {found.support} times ({certain}).")
    if not found.suggestions:
        return
    show.line("This is help and no decision. To decide so:")
    show.line(f"  plein decision set {name} {' '.join(map(str, found.suggestions))} --adopt")
    covers: dict[int, list[int]] = {}
    for number, by in found.covered.items():
        covers.setdefault(by, []).append(number)
    for by, numbers in covers.items():
        listed = " ".join(map(str, numbers))
        show.line(f'  plein decision set {name} {listed} --covered-by {by} --because "It says the same."')
    if found.left:
        show.line(f"Left out, because each collides with one of those: {', '.join(map(str, found.left))}")


def marked(old: str, new: str) -> str:
    """A passage with what goes and what comes marked in it."""
    return "".join(marks(old, new, equal=True))


def marks(old: str, new: str, *, equal: bool) -> list[str]:
    """The parts of a passage, what goes and what comes marked; without *equal*, those only."""
    from plein.documents import changes

    signs = {"insert": "{{+{new}+}}", "delete": "[-{old}-]", "replace": "[-{old}-]{{+{new}+}}"}
    found = [change for change in changes(old, new) if equal or change.kind != "equal"]
    return [change.old if change.kind == "equal" else signs[change.kind].format(old=change.old, new=change.new) for change in found]
