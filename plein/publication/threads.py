"""The inventory as conversations: who answered whom, by topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from plein.engine.views import Contribution

DEEPEST = 3
"""How far answers to answers still move to the right; after that a phone has no room left."""


@dataclass(frozen=True, slots=True)
class Said:
    """One contribution in its conversation. ``depth`` from 0; ``answers``: numbers of the contributions that reply to it."""

    item: Contribution
    depth: int
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """The conversations about one topic; ``name`` is None for those about no topic in particular."""

    name: str | None
    said: tuple[Said, ...]


def topics(contributions: Sequence[Contribution]) -> tuple[Topic, ...]:
    """The contributions by topic in order of first appearance, each followed by the answers to it. Every one occurs once."""
    answers: dict[int, list[Contribution]] = defaultdict(list)
    there = {one.id for one in contributions}
    roots: dict[str | None, list[Contribution]] = {}
    for one in contributions:
        if one.reply_to in there and one.reply_to is not None and one.reply_to < one.id:
            answers[one.reply_to].append(one)
        else:
            roots.setdefault(one.topic, []).append(one)
    named = [name for name in roots if name is not None] + [name for name in roots if name is None]
    return tuple(Topic(name, tuple(_told(roots[name], answers))) for name in named)


def _told(roots: Sequence[Contribution], answers: dict[int, list[Contribution]]) -> list[Said]:
    told: list[Said] = []
    waiting = [(one, 0) for one in reversed(roots)]
    while waiting:
        item, depth = waiting.pop()
        told.append(Said(item, min(depth, DEEPEST), tuple(one.id for one in answers[item.id])))
        waiting += [(one, depth + 1) for one in reversed(answers[item.id])]
    return told
