"""The inventory as conversations: which there are, what is about which, and who answered whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plein.engine.inventory.conversations import QUESTION
from plein.engine.inventory.views import Contribution, Topic

DEEPEST = 3
"""How far answers to answers still move to the right; after that a phone has no room left."""


@dataclass(frozen=True, slots=True)
class Said:
    """One contribution in its conversation. ``depth`` from 0; ``answers``: numbers of the contributions that reply to it."""

    item: Contribution
    depth: int
    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said about one thing: a topic with its context note, or a mere label where a cycle has no topics of its own.

    ``name`` is the topic's, or the label; ``topic`` is None for a label.
    """

    name: str
    topic: Topic | None
    said: tuple[Said, ...]


def conversations(topics: Sequence[Topic], contributions: Sequence[Contribution]) -> tuple[Conversation, ...]:
    """The conversations, the question of the cycle first, each with what was said in it. Every contribution stands in one of them, once: below
    what it answers, if that is about the same.

    What names none of several topics is about the question. While there is but the question, every label has a conversation of its own.
    """
    known = {one.name: one for one in topics}
    labels = len(known) < 2
    below: dict[int, list[Contribution]] = defaultdict(list)
    roots: dict[str, list[Contribution]] = {name: [] for name in known}
    homes: dict[int, str] = {}
    answers: dict[int, list[int]] = defaultdict(list)
    for one in contributions:
        home = one.topic if one.topic is not None and (labels or one.topic in known) else QUESTION
        answered = one.reply_to if one.reply_to in homes else None
        if answered is not None:
            answers[answered].append(one.id)
        if answered is not None and (labels or homes[answered] == home):
            below[answered].append(one)
        else:
            roots.setdefault(home, []).append(one)
        homes[one.id] = home
    return tuple(Conversation(name, known.get(name), tuple(_told(said, below, answers))) for name, said in roots.items())


def _told(roots: Sequence[Contribution], below: Mapping[int, Sequence[Contribution]], answers: Mapping[int, Sequence[int]]) -> list[Said]:
    told: list[Said] = []
    waiting = [(one, 0) for one in reversed(roots)]
    while waiting:
        item, depth = waiting.pop()
        told.append(Said(item, min(depth, DEEPEST), tuple(answers.get(item.id, ()))))
        waiting += [(one, depth + 1) for one in reversed(below.get(item.id, ()))]
    return told
