"""A text that came back with its notes called otherwise, as word processors number them anew: they are called as in its base.

What a note is called is shown to nobody: pages count the notes. So new names alone are layout.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from plein.documents.text.code import without_code
from plein.documents.text.markdown import block_parser
from plein.documents.text.paragraphs import front_matter
from plein.documents.text.remembered import remembered

_REFERENCE = re.compile(r"\[\^([^\[\]\s]{1,200})\]")
_WORD = re.compile(r"\w+")

Note = tuple[str, str]
"""What a note is called, and what it says."""


def relabelled(base: str, proposed: str) -> str:
    r"""A text in which the notes of *base* are called as they are there, whatever they were called in it.

    A note is the same where it says the same, or where it alone stands between two that do and says much of it. One that is new keeps its
    name, unless a note of the base has that; then it takes the next number that is free.

    Args:
        base: The text that was edited.
        proposed: What came back.

    >>> base = "Homes[^1] and rents[^2].\n\n[^1]: One.\n[^2]: Two.\n"
    >>> relabelled(base, "Now[^1] homes[^2] and rents[^3].\n\n[^1]: New.\n[^2]: One.\n[^3]: Two.\n").splitlines()[0]
    'Now[^3] homes[^1] and rents[^2].'
    """
    if not _may_have_notes(base) or "[^" not in proposed:
        return proposed
    old, new = notes(base), notes(proposed)
    if not _clear(old) or not _clear(new):
        return proposed
    names = _names(old, new)
    if all(name == label for label, name in names.items()):
        return proposed
    plain = without_code(proposed)
    lost = {found[1] for found in _REFERENCE.finditer(plain)} - {label for label, _ in new}
    if not lost.isdisjoint(names.values()):
        return proposed  # what refers to nothing would come to refer to a note
    parts, done = [], 0
    for found in _REFERENCE.finditer(plain):
        parts += [proposed[done : found.start(1)], names.get(found[1], found[1])]
        done = found.end(1)
    return "".join([*parts, proposed[done:]])


@remembered(4)
def _may_have_notes(text: str) -> bool:
    return "[^" in text


def notes(text: str) -> list[Note]:
    r"""The notes of a text, in order; what each says without blanks around its lines.

    >>> notes("Homes[^1].\n\n[^1]: One.\n\n    More.\n")
    [('1', 'One.\nMore.')]
    """
    lines = text[front_matter(text) :].split("\n")
    found: list[Note] = []
    for token in block_parser().parse("\n".join(lines)):
        if token.type == "footnote_reference_open" and token.map:
            label = token.meta["label"]
            says = "\n".join(line.strip() for line in lines[token.map[0] : token.map[1]] if line.strip())
            found.append((label, says.partition("]:")[2].strip()))
    return found


def _clear(those: Sequence[Note]) -> bool:
    """Whether no two are called the same."""
    return len({label.casefold() for label, _ in those}) == len(those)


def _names(old: Sequence[Note], new: Sequence[Note]) -> Mapping[str, str]:
    """What the notes of the new text are called, by what they were called in it."""
    names = dict(_same(old, new))
    taken = {label.casefold() for label, _ in old}
    for label, _ in new:
        if label not in names:
            free = label if label.casefold() not in taken else next(str(n) for n in count(1) if str(n) not in taken)
            names[label] = free
            taken.add(free.casefold())
    return names


def _same(old: Sequence[Note], new: Sequence[Note]) -> Iterator[tuple[str, str]]:
    """The notes of the new text that are notes of the old one: what they are called there and here."""
    often = Counter(says for _, says in old), Counter(says for _, says in new)
    once = {says: label for label, says in old if often[0][says] == often[1][says] == 1}
    pairs = {label: once[says] for label, says in new if says in once}
    left = dict(old).keys() - set(pairs.values())
    pairs |= {label: label for label, says in new if label not in pairs and (label, says) in old}
    left -= set(pairs.values())
    yield from pairs.items()
    before = {label: at for at, (label, _) in enumerate(old)}
    runs: dict[tuple[int, int], list[str]] = {}
    at = -1
    for number, (label, _) in enumerate(new):
        if label in pairs:
            at = before[pairs[label]]
            continue
        behind = next((before[pairs[other]] for other, _ in new[number:] if other in pairs), len(old))
        runs.setdefault((at, behind), []).append(label)
    for (lo, hi), those in runs.items():
        there = [label for label, _ in old[lo + 1 : hi] if label in left]
        alike = len(there) == len(those) == 1 and _alike(dict(old)[there[0]], dict(new)[those[0]])
        found = [(those[0], there[0])] if alike else [(label, label) for label in those if label in there]
        left.difference_update(name for _, name in found)
        yield from found


def _alike(one: str, other: str) -> bool:
    """Whether two notes have half of the words of the shorter in common."""
    mine, theirs = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))
