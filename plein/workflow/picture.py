"""The picture of a cycle as SVG, for pages without JavaScript, drawn from the same table that rules it. For Mermaid there is `diagram`.

Phases stand from left to right, the open ones above, the closed ones below, so that the one-two between open and closed is what one
sees. An end that three phases or more lead to (``stopped``) has its arrows told in words, or nothing else could be seen.
"""

from __future__ import annotations

from html import escape
from typing import Final

from plein.workflow.definition import Definition, Move, Phase

_HEIGHT: Final = 48  # of a box
_GAP: Final = 44  # between boxes
_ARC: Final = 34  # room above and below, for arrows that go back or leap
_OPEN_TOP: Final = 12 + _ARC
_CLOSED_TOP: Final = _OPEN_TOP + _HEIGHT + 70
_STYLE: Final = {
    "open": 'fill="#e6f4ea" stroke="#1e7e34"',
    "closed": 'fill="#f3e8fd" stroke="#6b21a8" stroke-dasharray="5 3"',
}
_MANY: Final = 3


def svg(definition: Definition, current: str | None = None) -> str:
    """The cycle as one SVG element that can stand in a page or in a file of its own.

    What it shows is also said in words for those who do not see it, and never by colour alone.

    Args:
        definition: What to draw.
        current: Name of the phase to mark as the running one.

    Raises:
        NotFound: The definition has no phase *current*.

    >>> from plein.workflow import PLEIN66
    >>> svg(PLEIN66, "review").count("<rect") == len(PLEIN66.phases)
    True
    """
    if current is not None:
        definition.phase(current)
    width = 28 + 8 * max(len(phase.name) + 2 for phase in definition.phases)
    lefts = {phase.name: 12 + number * (width + _GAP) for number, phase in enumerate(definition.phases)}
    tops = {phase.name: _OPEN_TOP if phase.space == "open" else _CLOSED_TOP for phase in definition.phases}
    told = {end: sources for end in definition.ends if len(sources := _sources(definition, end)) >= _MANY}
    notes = [f"{phase.name}: from {', '.join(told[phase.name])}" for phase in definition.phases if phase.name in told]
    bottom = max(tops.values()) + _HEIGHT + _ARC
    full_width, full_height = 24 + len(lefts) * (width + _GAP) - _GAP, bottom + 22 * len(notes) + 8
    marker = f"plein-arrow-{definition.name}"

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full_width} {full_height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="14" text-anchor="middle">',
        f"<title>{escape(_in_words(definition, current))}</title>",
        f'<defs><marker id="{marker}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#444"/></marker></defs>',
        f'<g fill="none" stroke="#444" stroke-width="1.5" marker-end="url(#{marker})">',
        *(f'<path d="{_arrow(move, lefts, tops, width)}"/>' for move in definition.moves if move.target not in told),
        "</g>",
        *(_box(phase, lefts[phase.name], tops[phase.name], width, phase.name == current) for phase in definition.phases),
        *(
            f'<text x="12" y="{bottom + 22 * number + 6}" text-anchor="start" fill="#444">{note}</text>'
            for number, note in enumerate(notes)
        ),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _sources(definition: Definition, target: str) -> list[str]:
    return [move.source for move in definition.moves if move.target == target]


def _in_words(definition: Definition, current: str | None) -> str:
    """The whole picture as a sentence for each phase."""
    said = []
    for phase in definition.phases:
        onward = " or ".join(move.target for move in definition.moves_out(phase.name))
        now = ", now" if phase.name == current else ""
        said.append(f"{phase.name} ({phase.space}{now}), then {onward}" if onward else f"{phase.name} ({phase.space}{now}) is an end")
    return f"{definition.title}: {'; '.join(said)}."


def _box(phase: Phase, left: int, top: int, width: int, is_now: bool) -> str:
    middle, stroke = left + width // 2, 4 if is_now else 1.5
    words = f"{phase.space}, now" if is_now else phase.space
    return (
        f'<rect x="{left}" y="{top}" width="{width}" height="{_HEIGHT}" rx="8" {_STYLE[phase.space]} stroke-width="{stroke}"/>'
        f'<text x="{middle}" y="{top + 21}" fill="#111" font-weight="{"bold" if is_now else "normal"}">{phase.name}</text>'
        f'<text x="{middle}" y="{top + 38}" fill="#444" font-size="11">{words}</text>'
    )


def _arrow(move: Move, lefts: dict[str, int], tops: dict[str, int], width: int) -> str:
    """The way of an arrow: straight to the next box, in a bow past others, slanting between open and closed."""
    left, top = lefts[move.source], tops[move.source]
    to_left, to_top = lefts[move.target], tops[move.target]
    x, to_x = left + width // 2, to_left + width // 2
    if top != to_top:  # from the side that looks at the other; down and up a little apart, so that a one-two shows as two arrows
        down = to_top > top
        aside, towards = 12 if down else -12, width // 4 if to_x > x else -width // 4
        edge, to_edge = (top + _HEIGHT, to_top) if down else (top, to_top + _HEIGHT)
        return f"M{x + towards + aside} {edge} {to_x - towards + aside} {to_edge}"
    if to_left - left == width + _GAP:
        return f"M{left + width} {top + _HEIGHT // 2} {to_left} {top + _HEIGHT // 2}"
    above = top == _OPEN_TOP
    edge = top if above else top + _HEIGHT
    return f"M{x} {edge} Q{(x + to_x) // 2} {edge - 2 * _ARC if above else edge + 2 * _ARC} {to_x} {edge}"
