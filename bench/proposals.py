"""How often what people really made of a collision is among the ready texts for it, and in which order these are best shown.

    python bench/proposals.py CORPUS             # a table by kind of collision, from real merges
    python bench/proposals.py CORPUS --measure   # first look anew which text was right where, into proposals.tsv
    python bench/proposals.py --order            # the order that follows from proposals.tsv

CORPUS is a folder with ``triples/*.jsonl.xz``: lines of JSON with ``base``, ``ours``, ``theirs`` and ``merged``, what people made of it.
``proposals.tsv`` holds no text: for each collision its shape, which ways of making a text come to the same text there, and which of these
was right. The constants in ``plein/documents/propose/order.py`` are what ``order`` makes of it; a test holds the one against the other.
"""

from __future__ import annotations

import argparse
import itertools
import json
import lzma
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plein.documents import canonical, merge3
from plein.documents.merge.merge3 import Conflict
from plein.documents.propose.propose import MOST, propose, rewriter_first, shape
from plein.documents.propose.two import Two, flat
from plein.documents.propose.ways import PLAIN, WAYS

MEASURED = Path(__file__).with_name("proposals.tsv")
PLACES = 4
"""Merges with more collisions are left out: too many ways to fill them."""


@dataclass(frozen=True)
class Merged:
    """A real merge that is left to people, and what they made of it.

    Attributes:
        between: What stands before, between and behind its collisions.
        conflicts: The collisions.
        people: The text people made.
    """

    between: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    people: str


@dataclass(frozen=True)
class Fact:
    """What is known of one collision.

    Attributes:
        shape: How it collides.
        same: For each way, in the order of ``WAYS``, which text it comes to: equal numbers are equal texts.
        right: The numbers of the texts that people's own can be made with; empty where it cannot.
    """

    shape: str
    same: tuple[int, ...]
    right: frozenset[int]


def merges(corpus: Path) -> Iterator[Merged]:
    """The real merges that are left to people, with few enough collisions."""
    for file in sorted((corpus / "triples").glob("*.jsonl.xz")):
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for triple in map(json.loads, lines):
                base, ours, theirs, people = (canonical(triple[name]) for name in ("base", "ours", "theirs", "merged"))
                found = merge3(base, ours, theirs)
                between = tuple(_between(found.text))
                if 0 < len(found.conflicts) <= PLACES and len(between) == len(found.conflicts) + 1:
                    yield Merged(between, found.conflicts, people)


def _between(marked: str) -> Iterator[str]:
    """The text outside the marks of a merge."""
    part: list[str] = []
    outside = True
    for line in marked.splitlines(keepends=True):
        if outside and line == "<<<<<<< ours\n":
            yield "".join(part)
            part, outside = [], False
        elif not outside and line == ">>>>>>> theirs\n":
            outside = True
        elif outside:
            part.append(line)
    yield "".join(part)


def right(merged: Merged, texts: Sequence[Sequence[str]]) -> set[tuple[int, ...]]:
    """Which choices of one text per collision come to people's own, lay-out aside."""
    want = flat(merged.people)
    begun: list[tuple[tuple[int, ...], str]] = [((), merged.between[0])]
    for choices, behind in zip(texts, merged.between[1:], strict=True):
        begun = [
            ((*chosen, number), longer)
            for (chosen, text), (number, choice) in itertools.product(begun, enumerate(choices))
            if want.startswith(flat(longer := text + choice + behind)[:-1])
        ]
    return {chosen for chosen, text in begun if flat(text) == want}


def facts(merged: Merged) -> Iterator[Fact]:
    """What each collision of a merge tells of the ways to make a text."""
    places = [rewriter_first(Two(one.base, one.ours, one.theirs))[0] for one in merged.conflicts]
    made = [[way(two).text for way in WAYS.values()] for two in places]
    numbers = [{text: number for number, text in enumerate(dict.fromkeys(map(flat, texts)))} for texts in made]
    distinct = [list({flat(text): text for text in reversed(texts)}.values())[::-1] for texts in made]
    order = [[flat(text) for text in texts] for texts in distinct]
    chosen = right(merged, distinct)
    for at, two in enumerate(places):
        same = tuple(numbers[at][flat(text)] for text in made[at])
        yield Fact(shape(two), same, frozenset(numbers[at][order[at][each[at]]] for each in chosen))


def order(known: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """For each shape the ways in the order in which they are best tried.

    First the one that is right most often; then always the one that is right most often where none before it is, and where not four texts
    are shown already; of equals the one that is right more often at all, then the one that stands first among the ways. One that adds
    nothing any more is left out, but for the plain ones: they stand behind, so that there is something to show where the others are the same.
    """
    names = list(WAYS)
    by_shape: dict[str, list[Fact]] = defaultdict(list)
    for fact in known:
        by_shape[fact.shape].append(fact)
    found = {}
    for kind, all_facts in sorted(by_shape.items()):
        told = [fact for fact in all_facts if fact.right]
        at_all = Counter(way for fact in told for way, text in enumerate(fact.same) if text in fact.right)
        chosen: list[int] = []
        while True:
            adds: Counter[int] = Counter()
            for fact in told:
                shown = {fact.same[way] for way in chosen}
                if len(shown) < MOST and not shown & fact.right:
                    adds.update(way for way, text in enumerate(fact.same) if text in fact.right)
            if not adds:
                break
            chosen.append(max(adds, key=lambda way: (adds[way], at_all[way], -way)))
        found[kind] = tuple(dict.fromkeys([*(names[way] for way in chosen), *PLAIN]))
    return found


def written(known: Iterable[Fact]) -> str:
    """Facts as lines of text."""
    rows = [["shape", *WAYS, "right"], *([one.shape, *map(str, one.same), " ".join(map(str, sorted(one.right)))] for one in known)]
    return "".join("\t".join(row) + "\n" for row in rows)


def read(text: str) -> list[Fact]:
    """The facts of such lines.

    Raises:
        ValueError: They were measured with other ways than there are now.
    """
    head, *lines = text.split("\n")
    if head.split("\t")[1:-1] != list(WAYS):
        raise ValueError("proposals.tsv was measured with other ways; run python bench/proposals.py CORPUS --measure")
    rows = (line.split("\t") for line in lines if line)
    return [Fact(kind, tuple(map(int, same)), frozenset(map(int, good.split()))) for kind, *same, good in rows]


def score(corpus: Path) -> None:
    """Print how often people's own text is the first, or among those shown, by kind of collision; and what it costs."""
    every: dict[str, Counter[str]] = defaultdict(Counter)
    spent: dict[str, list[float]] = defaultdict(list)
    for merged in merges(corpus):
        shown, kinds = [], set()
        for one in merged.conflicts:
            two = Two(one.base, one.ours, one.theirs)
            began = time.process_time()
            shown.append([made.text for made in propose(two)])
            took = time.process_time() - began
            kinds.add(shape(rewriter_first(two)[0]))
            spent[shape(rewriter_first(two)[0])].append(took)
        good = right(merged, shown)
        could = all(fact.right for fact in facts(merged))
        for kind in ("all", kinds.pop() if len(kinds) == 1 else "several"):
            every[kind].update(merges=1, first=any(not any(each) for each in good), shown=bool(good), could=could)
    spent["all"] = [took for each in spent.values() for took in each]
    print(f"{'collision':20} {'merges':>7} {'@1':>7} {f'@{MOST}':>7} {'could':>7} {'median':>9} {'99 of 100':>10}")
    for kind, count in sorted(every.items(), key=lambda item: -item[1]["merges"]):
        shares = "".join(f" {count[name] / count['merges']:7.1%}" for name in ("first", "shown", "could"))
        times = sorted(spent.get(kind, []))
        cost = f" {1000 * times[len(times) // 2]:6.2f} ms {1000 * times[int(len(times) * 0.99)]:7.2f} ms" if times else ""
        print(f"{kind:20} {count['merges']:7,}{shares}{cost}")


def main() -> None:
    """Measure, derive or score."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("corpus", nargs="?", type=Path)
    words.add_argument("--measure", action="store_true")
    words.add_argument("--order", action="store_true")
    asked = words.parse_args()
    if asked.corpus and asked.measure:
        MEASURED.write_text(written([fact for merged in merges(asked.corpus) for fact in facts(merged)]), encoding="utf-8")
    if asked.order or asked.measure:
        for kind, ways in order(read(MEASURED.read_text(encoding="utf-8"))).items():
            print(f"        {json.dumps(kind)}: (")
            print(*(f"            {json.dumps(way)},\n" for way in ways), sep="", end="        ),\n")
    elif asked.corpus:
        score(asked.corpus)
    else:
        words.error("say where the corpus is, or --order")


if __name__ == "__main__":
    main()
