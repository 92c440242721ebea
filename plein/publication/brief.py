"""A long passage on a page in short: its two ends, what changes with what stands beside it, and how many paragraphs lie between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plein.documents.show.excerpt import GLANCE, SAVED, ends
from plein.publication.lines import Line
from plein.publication.marks import Run
from plein.publication.tables import Table


@dataclass(frozen=True, slots=True)
class Gap:
    """Paragraphs that are left out between others. ``gone``: they are taken out of the text, all of them."""

    paragraphs: int
    gone: bool
    style: str = "gap"
    changed: bool = False


Shown = Line | Table | Gap


def brief(found: Sequence[Line | Table]) -> tuple[Shown, ...]:
    """The lines of a change, without those that lie far from any change and without the middle of what is taken out."""
    told = [one for one in found if one.style != "blank"]
    if sum(len(one.rows) if isinstance(one, Table) else 1 for one in told) <= GLANCE:
        return tuple(map(_short, found))
    return tuple(_collapsed(told, [_is_needed(told, at) for at in range(len(told))]))


def _is_needed(told: Sequence[Line | Table], at: int) -> bool:
    """Whether a line is an end, or has to do with a change."""
    if at in (0, len(told) - 1):
        return True
    around = told[at - 1 : at + 2]
    return not all(map(_is_gone, around)) and any(one.changed for one in around)


def _is_gone(one: Line | Table) -> bool:
    return bool(one.runs) and all(run.kind == "del" and not run.moved for run in one.runs)


def _collapsed(told: Sequence[Line | Table], needed: Sequence[bool]) -> Iterator[Shown]:
    left_out: list[Line | Table] = []
    for one, is_needed in zip(told, needed, strict=True):
        if not is_needed:
            left_out.append(one)
            continue
        if left_out:
            yield Gap(len(left_out), all(map(_is_gone, left_out)))
            left_out = []
        yield _short(one)


def _short(one: Line | Table) -> Line | Table:
    """A paragraph without what lies far from any change within it."""
    if isinstance(one, Table) or not one.changed or one.style == "code":
        return one
    return replace(one, runs=tuple(map(_ends, one.runs)))


def _ends(run: Run) -> Run:
    if run.kind != "same":
        return run
    head, tail = ends(run.text)
    return run if tail - head < SAVED else replace(run, text=f"{run.text[:head]}… {run.text[tail:]}")
