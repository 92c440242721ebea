"""The edits between two wordings of one passage, word by word. Which passage became which is not decided here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plein.documents.diff.align import Effort, Hunk, align, hunks_of
from plein.documents.diff.ends import common_ends, common_prefix, common_suffix
from plein.documents.diff.lines import coded
from plein.documents.diff.slide import slid
from plein.documents.text.tokens import blank_after, blank_before, is_word, tokens
from plein.documents.thresholds import REPLACED_PARAGRAPH

_WORD = re.compile(r"\S+")


NEAR = 60
"""So many characters around what differs are looked at first; nearly always they are enough."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """Two lists of tokens, compared.

    Attributes:
        a: The old ones.
        b: The new ones.
        hunks: What lies between their matches.
        same: How many tokens both lists begin or end with.
        least: How many tokens the shorter one had.
    """

    a: list[str]
    b: list[str]
    hunks: list[Hunk]
    same: int
    least: int


def by_words(a: str, b: str, effort: Effort) -> list[tuple[int, int, str]]:
    """The edits between two wordings of a passage as sorted (start, end, text), charged to an effort that goes on.

    >>> by_words("We build many homes.", "We build homes.", Effort())
    [(8, 13, '')]
    """
    start, end, new_end = _ends(a, b)
    middle = _compared(tokens(a[start:end]), tokens(b[start:new_end]), effort)
    lo, hi = blank_before(a, start - NEAR), blank_after(a, end + NEAR)
    found = _told(tokens(a[lo:start]), middle, tokens(a[end:hi]), lo > 0, hi < len(a))
    if found is None:
        lo = 0
        found = _told(tokens(a[:start]), middle, tokens(a[end:])) or []
    return [(lo + at, lo + upto, text) for at, upto, text in found]


def by_tokens(a: list[str], b: list[str], effort: Effort) -> list[tuple[int, int, str]]:
    """The same of passages that are cut into tokens already.

    >>> by_tokens(["We", " ", "build"], ["You", " ", "build"], Effort())
    [(0, 2, 'You')]
    """
    return _told([], _compared(a, b, effort), []) or []


def _ends(a: str, b: str) -> tuple[int, int, int]:
    """Between which blanks two texts differ: (start in both, end in a, end in b). No token but a code span reaches over such a one."""
    if "`" in a or "`" in b:
        return 0, len(a), len(b)
    short = min(len(a), len(b))
    start = blank_before(a, common_prefix(a, b, short))
    end = blank_after(a, len(a) - common_suffix(a, b, short - start))
    return start, end, end + len(b) - len(a)


def _compared(a: list[str], b: list[str], effort: Effort) -> _Compared:
    """Match two lists of tokens."""
    (start, back), least = common_ends(a, b), min(len(a), len(b))
    middle_a, middle_b = a[start : len(a) - back], b[start : len(b) - back]
    hunks = [(0, len(middle_a), 0, len(middle_b))] if middle_a or middle_b else []
    if middle_a and middle_b:
        code_a, code_b, codes = coded(middle_a, middle_b)
        hunks = hunks_of(align(code_a, code_b, [is_word(token) for token in codes], effort), len(middle_a), len(middle_b))
        hunks = _calmed(hunks, code_a, code_b, [len(token.strip()) for token in codes])
    shifted = [(i0 + start, i1 + start, j0 + start, j1 + start) for i0, i1, j0, j1 in hunks]
    return _Compared(a, b, shifted, start + back, least)


def _told(
    lead: list[str], middle: _Compared, tail: list[str], more_before: bool = False, more_behind: bool = False
) -> list[tuple[int, int, str]] | None:
    """The edits of a passage of which both wordings begin with *lead* and end with *tail*; None where it depends on what lies beyond these."""
    if not middle.hunks:
        return []
    a, b = [*lead, *middle.a, *tail], [*lead, *middle.b, *tail]
    start, around = len(lead), len(lead) + len(tail)
    hunks = [(i0 + start, i1 + start, j0 + start, j1 + start) for i0, i1, j0, j1 in middle.hunks]
    if middle.same < middle.least and 4 * (middle.same + around) < middle.least + around:
        if more_before or more_behind:
            return None
        if _hopeless(hunks, a, b):
            return whole(a, b)
    if (more_before and _slides_out(hunks[0], a, b)) or (more_behind and _slides_out(hunks[-1], a, b, behind=True)):
        return None
    return _spelled(slid(hunks, a, b, begins=not more_before), a, b)


def _slides_out(hunk: Hunk, a: Sequence[str], b: Sequence[str], behind: bool = False) -> bool:
    """Whether words put in or taken out could be said to stand anywhere up to the first token, or up to the last."""
    i0, i1, j0, j1 = hunk
    if i0 < i1 and j0 < j1:
        return False
    run, lo, hi = (b, j0, j1) if i0 == i1 else (a, i0, i1)
    return run[lo : lo + len(run) - hi] == run[hi:] if behind else run[:lo] == run[hi - lo : hi]


def _hopeless(hunks: Sequence[Hunk], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether so few words are kept that nobody would call it the same paragraph."""
    total_a, total_b = (sum([len(token) for token in side if is_word(token)]) for side in (a, b))
    gone = sum([len(token) for i0, i1, _, _ in hunks for token in a[i0:i1] if is_word(token)])
    return total_a - gone < REPLACED_PARAGRAPH * min(total_a, total_b)


def whole(a: list[str], b: list[str]) -> list[tuple[int, int, str]]:
    """One edit that replaces all but a common beginning and end.

    >>> whole(["a", "b", "c", "d"], ["a", "x", "d"])
    [(1, 3, 'x')]
    """
    start, back = common_ends(a, b)
    n, m = len(a) - back, len(b) - back
    return _spelled([(start, n, start, m)] if start < n or start < m else [], a, b)


def _calmed(hunks: list[Hunk], a: list[int], b: list[int], weights: list[int]) -> list[Hunk]:
    """Join changes that only a blank keeps apart, or so little unchanged text that nobody would see it as kept."""
    calm: list[Hunk] = []
    sizes: list[int] = []
    for hunk in hunks:
        size = max(sum([weights[c] for c in a[hunk[0] : hunk[1]]]), sum([weights[c] for c in b[hunk[2] : hunk[3]]]))
        while calm:
            before = calm[-1]
            between = sum([weights[c] for c in a[before[1] : hunk[0]]])
            if between * 4 >= min(size, sizes[-1]) and (between or not (size and sizes[-1])):
                break
            size += between + sizes.pop()
            calm.pop()
            hunk = (before[0], hunk[1], before[2], hunk[3])
        calm.append(hunk)
        sizes.append(size)
    return calm


def _spelled(hunks: list[Hunk], a: list[str], b: list[str]) -> list[tuple[int, int, str]]:
    """Hunks of tokens as (start, end, text) in characters."""
    edits: list[tuple[int, int, str]] = []
    at = i = 0
    for i0, i1, j0, j1 in hunks:
        at += sum(map(len, a[i:i0]))
        end = at + sum(map(len, a[i0:i1]))
        old, new = "".join(a[i0:i1]), "".join(b[j0:j1])
        edits.extend(_blanks(at, old, new) if "\n" in old + new and old.split() == new.split() != [] else [(at, end, new)])
        at, i = end, i1
    return edits


def _blanks(at: int, old: str, new: str) -> list[tuple[int, int, str]]:
    r"""The edits between two passages that differ in blanks alone: one word may be wrapped elsewhere, if a blank stands in it.

    >>> _blanks(0, "€ 15 or € 20", "€ 15 or €\n20")
    [(9, 10, '\n')]
    """
    edits: list[tuple[int, int, str]] = []
    for was, now, word in zip(_WORD.split(old), _WORD.split(new), [*old.split(), ""], strict=True):
        if was != now:
            edits.append((at, at + len(was), now))
        at += len(was) + len(word)
    return edits


def fine_edits(base: str, proposed: str) -> list[tuple[int, int, str]]:
    """The edits between two short passages word by word, none of them joined for the eye."""
    a, b = tokens(base), tokens(proposed)
    code_a, code_b, codes = coded(a, b)
    matches = align(code_a, code_b, [is_word(token) for token in codes], Effort())
    return _spelled(slid(hunks_of(matches, len(a), len(b)), a, b), a, b)
