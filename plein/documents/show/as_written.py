"""Where words stand in a row as they are written, with any white space between them. However long a passage is, and however often it repeats a
word, this takes time in proportion to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, islice

Span = tuple[int, int]

_FEW = 40
"""Up to so many words are looked for by a pattern, which is quicker: it tries each of them at each place at most."""
_RAREST = 8
_RUN = re.compile(r"\S+")
_BETWEEN = r"\W+(?:(?<=\()[^()\s]*\w[^()\s]*\)\W*)*"
"""What may stand between two words of a passage that reads the same: signs, and the address of a link in brackets. One bracket is taken in one
way only, so that a row of them is no maze."""


def in_a_row(text: str, words: Sequence[str]) -> list[Span]:
    r"""Where these words stand one after the other, with nothing but white space between them; what overlaps the one before is left out.

    >>> in_a_row("Wij bouwen\n  woningen.\n", ["bouwen", "woningen"])
    [(4, 21)]
    """
    if len(words) <= _FEW:
        return [found.span() for found in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    runs = list(_RUN.finditer(text))
    starts = list(accumulate((len(run[0]) + 1 for run in runs), initial=0))
    told, wanted = " ".join(run[0] for run in runs), " ".join(words)
    found: list[Span] = []
    at = told.find(wanted)
    while at >= 0:
        last = at + len(wanted) - 1
        first_run, last_run = (bisect_right(starts, place) - 1 for place in (at, last))
        found.append((runs[first_run].start() + at - starts[first_run], runs[last_run].start() + last - starts[last_run] + 1))
        at = told.find(wanted, last + 1)
    return found


def may_stand_twice(text: str, words: Sequence[str]) -> bool:
    """Whether these words may stand in a row more than once, whatever marks are between them: never False where they do.

    >>> may_stand_twice("**We** build. We *build*.", ["We", "build"]), may_stand_twice("We build. They build.", ["We", "build"])
    (True, False)
    """
    often = Counter(words)
    rarest = sorted(often, key=lambda word: (-len(word), word))[:_RAREST]
    if not all(text.count(word) >= 2 * often[word] for word in rarest):
        return False
    return len(words) > _FEW or sum(1 for _ in islice(re.finditer(_BETWEEN.join(map(re.escape, words)), text), 2)) > 1
