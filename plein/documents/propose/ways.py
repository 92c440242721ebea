"""The texts that can be made of two wordings of one passage, each with its name. Which come first is ``order``'s."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plein.documents.diff.ends import common_ends
from plein.documents.diff.lines import lines_of
from plein.documents.propose.mixing import Choice, Made, mixed, one_then_other, the_one
from plein.documents.propose.renamed import renamed, renames
from plein.documents.propose.two import Two, stacked

Way = Callable[[Two], Made]


def _whole(two: Two) -> Made:
    return Made(two.one, (True, False), (False, True))


def _stacked(two: Two) -> Made:
    """Both under each other; where one of them takes the passage out there is nothing to put there, and the other's wording stands."""
    if not two.one.strip() or not two.other.strip():
        side = not two.one.strip()
        return Made(two.other if side else two.one, (not side, side), (side, not side))
    return Made(stacked([two.one, two.other]), (True, True), (False, False))


def _by_words(choose: Choice, touching: bool = False) -> Way:
    return lambda two: mixed(two.base, two.words, choose, touching)


def _by_lines(two: Two) -> Made:
    return mixed(two.base, two.lines, the_one)


def _same_ends(two: Two) -> Made:
    """Both under each other, what they begin and end with in common written once."""
    if not two.one.strip() or not two.other.strip():
        return _stacked(two)
    one, other = lines_of(two.one), lines_of(two.other)
    ahead, behind = common_ends([line.strip() for line in one], [line.strip() for line in other])
    upto = len(one) - behind
    text = stacked([*one[:upto], *other[ahead : len(other) - behind], *one[upto:]])
    return Made(text, (True, True), (False, False))


def _with_names(two: Two) -> Made:
    """The one's wording, in the words that the other has for the same things."""
    spans = two.words[1]
    names = renames(two.base, spans, two.other)
    text = renamed(two.one, names)
    return Made(text, (True, text != two.one), (False, any(two.base[start:end].strip() not in names for start, end, _ in spans)))


def _other(way: Way) -> Way:
    """The same, with the two in each other's place."""

    def turned(two: Two) -> Made:
        made = way(two.turned())
        return Made(made.text, made.takes[::-1], made.leaves[::-1])

    return turned


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "one": _whole,
        "other": _other(_whole),
        "one, other": _stacked,
        "other, one": _other(_stacked),
        "words: one": _by_words(the_one),
        "words: one, other": _by_words(one_then_other),
        "words: other, one": _other(_by_words(one_then_other)),
        "touching words: one": _by_words(the_one, True),
        "touching words: other": _other(_by_words(the_one, True)),
        "lines: one": _by_lines,
        "lines: other": _other(_by_lines),
        "same ends: one, other": _same_ends,
        "same ends: other, one": _other(_same_ends),
        "names: one": _with_names,
        "names: other": _other(_with_names),
    }
)
"""Every way by its name. *Words* and *lines* say in what pieces both are compared: where the two do not meet, both stand; where they do, what
is named; where both put something in at one point, both go in if both are named. *Touching* words meet too. *Names*: that wording, in the
words the other has for the same things."""

PLAIN = ("one", "other", "words: one, other", "words: other, one", "one, other", "other, one")
"""The ways that everybody would think of: either of them, and both."""
