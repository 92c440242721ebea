"""Where two drafts collide, in words for the one who wrote the later. Nothing is merged here."""

from __future__ import annotations

from collections.abc import Sequence

from plein.documents import Conflict, changes, paragraph_at, paragraphs
from plein.sentences import counted, listed, sentence

_TOLD = 2
"""So many places are told in full."""


def where_they_collide(newest: str, conflicts: Sequence[Conflict]) -> str:
    """Where two texts collide, in words: the paragraphs of the newest version, with the words of both for the first ones."""
    blocks, at, told = paragraphs(newest), 0, []
    for conflict in conflicts[:_TOLD]:
        found = newest.find(conflict.ours, at)
        at = at if found < 0 else found
        block = paragraph_at(blocks, at)
        theirs, mine = _words(conflict.ours, conflict.theirs)
        number = 1 if block is None else block.number
        told.append(sentence("in paragraph {number} (they: “{theirs}”, you: “{mine}”)", number=number, theirs=theirs, mine=mine))
        at += len(conflict.ours) if found >= 0 else 0
    more = len(conflicts) - len(told)
    if more:
        told.append(counted("in {n} more place", "in {n} more places", n=more))
    return listed(told)


def _words(ours: str, theirs: str) -> tuple[str, str]:
    """The words in which two texts of one passage differ, at most some eight of each."""
    found = [change for change in changes(ours, theirs) if change.kind != "equal"]
    return _short(" … ".join(change.old for change in found)), _short(" … ".join(change.new for change in found))


def _short(text: str) -> str:
    words = text.split()
    line = " ".join(words[:8])
    return line[:60] + ("…" if len(words) > 8 or len(line) > 60 else "")
