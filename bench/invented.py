"""Invented texts and what an invented crowd suggests on them: seeded, the same in every run. Nothing here measures.

The texts are in a made-up language with Zipf's frequencies, with headings, paragraphs and lists. A suggestion replaces, adds or deletes a word
or some words, now and then a paragraph; one in ten is identical to an earlier one, and one in ten is about a place that many write about.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from plein.documents import Edit, apply

Suggestions = dict[int, tuple[Edit, ...]]


def prose(size: int, seed: int = 1) -> str:
    """A text of about *size* characters."""
    dice = random.Random(seed)
    syllables = [consonant + vowel for consonant in "bdfghklmnprstvwz" for vowel in ("a", "e", "i", "o", "u", "ee", "aan")]
    words = ["".join(dice.choices(syllables, k=dice.choice((1, 2, 2, 3, 4)))) for _ in range(9_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    blocks: list[str] = []
    long = 0
    while long < size:
        kind = dice.random()
        drawn = iter(dice.choices(words, weights, k=200))
        if kind < 0.07:
            block = "## " + _sentence(dice, drawn, 7)[:-1]
        elif kind < 0.2:
            block = "\n".join("- " + _sentence(dice, drawn, 10) for _ in range(dice.randint(2, 5)))
        else:
            block = " ".join(_sentence(dice, drawn, 20) for _ in range(dice.randint(2, 7)))
        blocks.append(block)
        long += len(block) + 2
    return "\n\n".join(blocks) + "\n"


def _sentence(dice: random.Random, drawn: Iterator[str], most: int) -> str:
    return " ".join(next(drawn) for _ in range(dice.randint(5, most))).capitalize() + "."


def suggested(base: str, count: int, seed: int = 2) -> Suggestions:
    """What *count* people suggest, one place each."""
    dice = random.Random(seed)
    words = [found.span() for found in re.finditer(r"\w+", base)]
    breaks = [found.end() for found in re.finditer("\n\n", base)]
    busy = dice.sample(range(len(words)), max(count // 60, 1))
    suggestions: Suggestions = {}
    for number in range(count):
        chance = dice.random()
        if chance < 0.1 and number:
            suggestions[number] = suggestions[dice.randrange(number)]
            continue
        at = dice.choice(busy) if chance < 0.2 else dice.randrange(len(words))
        (start, end), last = words[at], words[min(at + dice.randint(0, 4), len(words) - 1)][1]
        kind = dice.random()
        if kind < 0.45:
            edit = Edit(start, end, f"new{number}")
        elif kind < 0.6:
            edit = Edit(start, last, f"some other words {number}")
        elif kind < 0.8:
            edit = Edit(end, end, f" and{number} more")
        elif kind < 0.93 and start:
            edit = Edit(start - 1, end, "")
        else:
            point = dice.choice(breaks)
            edit = Edit(point, point, f"A paragraph that number {number} thinks is missing here.\n\n")
        suggestions[number] = (edit,)
    return suggestions


def apart(base: str, count: int, seed: int = 4) -> Suggestions:
    """What *count* people suggest who all write about another word: nothing collides."""
    dice = random.Random(seed)
    words = [found.span() for found in re.finditer(r"\w+", base)]
    return {number: (Edit(*span, f"new{number}"),) for number, span in enumerate(dice.sample(words, count))}


def edited(base: str, count: int, seed: int = 3) -> str:
    """A whole text in which somebody changed *count* words, far from each other."""
    dice = random.Random(seed)
    words = [found.span() for found in re.finditer(r"\w+", base)]
    step = len(words) // count
    return apply(base, [Edit(*words[n * step + dice.randrange(max(step - 2, 1))], f"changed{n}") for n in range(count)])


def moves(base: str, count: int) -> dict[int, list[Edit]]:
    """Each moves one paragraph, or a run of many, to the end."""
    blocks = [found.span() for found in re.finditer(r"[^\n]{40,}\n", base)]
    dice = random.Random(5)
    found = {}
    for number in range(count):
        first = dice.randrange(len(blocks))
        start, end = blocks[first][0], blocks[min(first + number % 3 * 50, len(blocks) - 1)][1]
        found[number] = [Edit(start, end, ""), Edit(len(base), len(base), "\n" + base[start:end])]
    return found
