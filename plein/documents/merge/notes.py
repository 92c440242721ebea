"""Labels of notes and links that several changes together define twice or leave without their note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from plein.documents.spans import Span
from plein.documents.text.labels import difference, labels

K = TypeVar("K")


def mislabelled(base: str, changes: Mapping[K, Sequence[Span]]) -> Iterator[tuple[int, int, list[K]]]:
    """Labels that come to be defined twice, or referred to and no longer defined, though nobody's changes alone lead to that.

    Args:
        base: The text.
        changes: Of each person the changes that touch a label, sorted; those of all together share no character.

    Returns:
        For each such label: where the first of the changes begins and the last ends, and those who make it so.
    """
    was = labels(base)
    alone = {key: difference(base, spans) for key, spans in changes.items()}
    every = difference(base, sorted({span for spans in changes.values() for span in spans}))
    for label in sorted({label for one in alone.values() for label in (*one.defined, *one.used)}):
        defined, before = was.defined[label] + every.defined[label], was.defined[label]
        keys: list[K] = []
        if defined > max([before, 1, *(before + one.defined[label] for one in alone.values())]):
            keys = [key for key, one in alone.items() if one.defined[label] > 0]
        elif not defined and was.used[label] + every.used[label] > 0 and (before or any(one.defined[label] > 0 for one in alone.values())):
            lone = any(was.used[label] + one.used[label] > 0 and before + one.defined[label] < 1 for one in alone.values())
            keys = [] if lone and before else [key for key, one in alone.items() if one.defined[label] < 0 or one.used[label] > 0]
        if len(keys) > 1:
            own = sorted(span for key in keys for span in changes[key])
            yield own[0][0], max(span[1] for span in own), keys
