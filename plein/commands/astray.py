"""References that a change of the text left behind, in sentences: one for each, up to some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plein.sentences import Sentence, counted, sentence

if TYPE_CHECKING:
    from plein.documents import Astray

_MOST = 8


def astray(found: Sequence[Astray]) -> Iterator[Sentence]:
    """What somebody should mend who changed the numbers of what they refer to."""
    for one in found[:_MOST]:
        if one.now is None:
            yield sentence("Line {line} refers to {says}, and what that was is no longer there", line=one.line, says=one.says)
        else:
            yield sentence("Line {line} refers to {says}, and what that was is number {now} now", line=one.line, says=one.says, now=one.now)
    if len(found) > _MOST:
        n = len(found) - _MOST
        yield counted("{n} more reference leads elsewhere than it did", "{n} more references lead elsewhere than they did", n=n)
