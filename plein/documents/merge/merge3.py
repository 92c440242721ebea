"""Two texts made from one, brought together as ``git merge-file`` would, and then word by word where git gives up.

Lines first: what a merge by lines can do is done by lines, so that nothing git gets right is lost. Only inside the passages both
changed are words compared. Where two people changed the same words, both stand in the result between marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plein.documents.diff.align import Effort, Hunk, align, hunks_of
from plein.documents.diff.lines import lines_of
from plein.documents.merge.linewise import linewise
from plein.documents.merge.mingle import mingle
from plein.documents.propose.propose import propose
from plein.documents.propose.two import Two


@dataclass(frozen=True, slots=True)
class Conflict:
    """A passage that both changed in ways that cannot both stand; whole lines.

    Attributes:
        base: How it read.
        ours: How one wants it.
        theirs: How the other wants it.
    """

    base: str
    ours: str
    theirs: str

    @property
    def proposals(self) -> tuple[str, ...]:
        """At most four ready texts for the passage, best first, made of what both wrote (:mod:`plein.documents.propose`).

        They are made when they are asked for.

        >>> Conflict("We build.", "We build and rent.", "").proposals
        ('', 'We build and rent.')
        """
        return tuple(made.text for made in propose(Two(self.base, self.ours, self.theirs)))


@dataclass(frozen=True, slots=True)
class Merge3:
    """What two texts made from one come to.

    Attributes:
        text: The merged text; where it is not clean, with marks on lines of their own (``<<<<<<< ours``, ``||||||| base``, ``=======``,
            ``>>>>>>> theirs``) around what each wanted.
        clean: Whether it holds no marks.
        conflicts: The passages between marks, in order.
    """

    text: str
    clean: bool
    conflicts: tuple[Conflict, ...]


def merge3(base: str, ours: str, theirs: str) -> Merge3:
    r"""Bring two edited texts together.

    Args:
        base: The text both were made from.
        ours: One of them.
        theirs: The other.

    >>> merge3("We build homes.\n", "We build flats.\n", "Now we build homes.\n").text
    'Now we build flats.\n'
    """
    if ours == theirs or base == theirs:
        return Merge3(ours, True, ())
    if base == ours:
        return Merge3(theirs, True, ())
    a, o, t = lines_of(base), lines_of(ours), lines_of(theirs)
    codes: dict[str, int] = {}
    code_a, code_o, code_t = ([codes.setdefault(line, len(codes)) for line in lines] for lines in (a, o, t))
    effort = Effort()
    of_ours, of_theirs = (linewise(code_a, code, effort) for code in (code_o, code_t))
    by_lines = _joined(a, o, t, of_ours, of_theirs, None)
    if by_lines.clean:
        return by_lines
    solid = [len(line) > 4 for line in codes]
    rare_ours, rare_theirs = (hunks_of(align(code_a, code, solid, effort), len(a), len(code)) for code in (code_o, code_t))
    if _joined(a, o, t, rare_ours, rare_theirs, None).clean:
        # Two ways to line the texts up, of which one sees no conflict: then the other is asked for the words.
        return _joined(a, o, t, of_ours, of_theirs, effort)
    return _joined(a, o, t, rare_ours, rare_theirs, effort)


def _joined(
    a: Sequence[str], o: Sequence[str], t: Sequence[str], ours: Sequence[Hunk], theirs: Sequence[Hunk], effort: Effort | None
) -> Merge3:
    """The three put together by their changed passages; the words of a passage both changed are compared if there is an effort for it."""
    parts: list[str] = []
    conflicts: list[Conflict] = []
    at = 0
    for (i0, i1), (o0, o1), (t0, t1) in _regions(ours, theirs):
        parts.extend(a[at:i0])
        at = i1
        was, one, two = "".join(a[i0:i1]), "".join(o[o0:o1]), "".join(t[t0:t1])
        if one == two or was == two:
            parts.append(one)
        elif was == one:
            parts.append(two)
        else:
            around = a[i0 - 1] if i0 else "", a[i1] if i1 < len(a) else ""
            for piece in mingle(was, one, two, effort, *around) if effort else [(was, one, two)]:
                if isinstance(piece, str):
                    parts.append(piece)
                else:
                    conflicts.append(Conflict(*piece))
                    parts.append(_marked(conflicts[-1]))
    parts.extend(a[at:])
    return Merge3("".join(parts), not conflicts, tuple(conflicts))


Range = tuple[int, int]


def _regions(ours: Sequence[Hunk], theirs: Sequence[Hunk]) -> list[tuple[Range, Range, Range]]:
    """Passages of the base in which something changed, each with what it became on both sides; those that touch are one."""
    marked = sorted([(hunk, 0) for hunk in ours] + [(hunk, 1) for hunk in theirs], key=lambda item: (item[0][0], item[0][1]))
    groups: list[tuple[int, int]] = []
    for (i0, i1, _, _), _ in marked:
        if groups and i0 <= groups[-1][1]:
            groups[-1] = (groups[-1][0], max(groups[-1][1], i1))
        else:
            groups.append((i0, i1))
    regions: list[tuple[Range, Range, Range]] = []
    shift = [0, 0]
    place = [0, 0]
    for i0, i1 in groups:
        ranges: list[Range] = []
        for side, hunks in enumerate((ours, theirs)):
            before = shift[side]
            while place[side] < len(hunks) and hunks[place[side]][1] <= i1 and hunks[place[side]][0] <= i1:
                hunk = hunks[place[side]]
                shift[side] = hunk[3] - hunk[1]
                place[side] += 1
            ranges.append((i0 + before, i1 + shift[side]))
        regions.append(((i0, i1), ranges[0], ranges[1]))
    return regions


def _marked(conflict: Conflict) -> str:
    def whole(text: str) -> str:
        return text if not text or text.endswith("\n") else text + "\n"

    return f"<<<<<<< ours\n{whole(conflict.ours)}||||||| base\n{whole(conflict.base)}=======\n{whole(conflict.theirs)}>>>>>>> theirs\n"
