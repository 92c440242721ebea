"""Two people's changes of one passage, put together with a choice made wherever they meet. Which choice is best is not known here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plein.documents.propose.two import Told, flat, stacked
from plein.documents.spans import Span, written

Choice = Callable[[str, str, str], tuple[str, bool]]
"""What stands where two meet, given how it reads, and how the one and the other want it to read; and whether the other has their way too."""


@dataclass(frozen=True, slots=True)
class Made:
    """A text made of two wordings.

    Attributes:
        text: The text.
        takes: Whether something of the one is in it, and of the other.
        leaves: Whether something of the one is left out, and of the other.
    """

    text: str
    takes: tuple[bool, bool]
    leaves: tuple[bool, bool]


def the_one(was: str, one: str, other: str) -> tuple[str, bool]:
    """Where they meet, what the one wants."""
    return one, flat(one) == flat(other)


def one_then_other(was: str, one: str, other: str) -> tuple[str, bool]:
    r"""Where both put something in at one point, both: first the one's. Where they meet otherwise, what the one wants.

    >>> one_then_other("", "cheap", "green"), one_then_other("", "- bread\n", "- milk\n"), one_then_other("red", "blue", "green")
    (('cheap green', True), ('- bread\n- milk\n', True), ('blue', False))
    """
    if was.strip():
        return the_one(was, one, other)
    if "\n" in (one + other).strip("\n") or one.endswith("\n"):
        return stacked([one, other]), True
    return f"{one} {other}" if one[-1:].isalnum() and other[:1].isalnum() else one + other, True


def mixed(base: str, told: Told, choose: Choice, touching: bool = False) -> Made:
    r"""What both change where they do not meet, and what is chosen where they do.

    Args:
        base: The passage.
        told: The changes of both.
        choose: What stands where they meet.
        touching: Whether changes that only touch meet.

    >>> mixed("We build homes.\n", ([(3, 8, "rent"), (9, 9, "cheap ")], [(3, 8, "buy")]), the_one).text
    'We rent cheap homes.\n'
    """
    spans: list[Span] = []
    takes, leaves = [False, False], [False, False]
    for lo, hi, mine in _meetings(*told, touching):
        wanted = [_reads(base, lo, hi, own) for own in mine]
        if not all(mine):
            side = 0 if mine[0] else 1
            spans.append((lo, hi, wanted[side]))
            takes[side] = True
            continue
        chosen, both = choose(base[lo:hi], *wanted)
        spans.append((lo, hi, chosen))
        takes = [True, takes[1] or both]
        leaves[1] |= not both
    return Made(written(base, spans), (takes[0], takes[1]), (leaves[0], leaves[1]))


def _reads(base: str, lo: int, hi: int, spans: Sequence[Span]) -> str:
    return written(base[lo:hi], [(start - lo, end - lo, text) for start, end, text in spans])


def _meetings(one: Sequence[Span], other: Sequence[Span], touching: bool) -> Iterator[tuple[int, int, tuple[list[Span], list[Span]]]]:
    """The places where something changes: from where to where, and what each changes there. Where two meet it is one place."""
    here: tuple[list[Span], list[Span]] = ([], [])
    lo = hi = -1
    put = False
    for side, span in sorted([*((0, span) for span in one), *((1, span) for span in other)], key=lambda item: (*item[1], item[0])):
        at_once = span[0] == hi and ((put and span[0] == span[1]) or (touching and bool(here[0] or here[1])))
        if not (span[0] < hi or at_once):
            if hi >= 0:
                yield lo, hi, here
            here, lo, put = ([], []), span[0], False
        here[side].append(span)
        hi = max(hi, span[1])
        put = span[0] == span[1] == hi
    if hi >= 0:
        yield lo, hi, here
