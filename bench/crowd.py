"""How much work a crowd leaves to the group that decides: screens and acts for sets of suggestions that really stood open at once.

    python bench/crowd.py FOLDER [FOLDER …] [--all]

FOLDER is a case (``base.md``, ``suggestions/*.md``), a folder of cases, or a corpus (``sets/*.jsonl.xz``; its sets of kind "pr", for which
no expected text is known). An act is one decision of the group: one per screen where alternatives are in dispute, one for all that is in
nobody's way, one per suggestion that rewrites most of the text. Beside it stands what the same would take without folding and screens: one act
per collision, for all that collide there, and one per suggestion. Sets without a collision are left out of the table, but not of the sum;
--all shows them.
"""

from __future__ import annotations

import argparse
import json
import lzma
import time
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from plein.documents import Edit, canonical, compatible, crowd, diff, fold, is_sweeping, merge, places


@dataclass
class Row:
    """One set; every text handed in counts as a person, for one account handed in for many.

    ``one by one``: an act per suggestion; ``per collision``: an act per collision and one for the clean ones; ``acts``: plein's.
    """

    name: str
    texts: int
    suggestions: int
    sweeping: int
    folded: int
    near: int
    colliding: int
    collisions: int
    screens: int
    together: int
    sure: int
    one_by_one: int
    per_collision: int
    acts: int
    ms: int


def measure(name: str, base: str, handed: Sequence[tuple[str, str]]) -> Row:
    """Take in whole texts as the engine does, and count what is left to people."""
    suggestions: dict[int, tuple[Edit, ...]] = {}
    people: dict[int, str] = {}
    sweeping: set[int] = set()
    for person, (author, text) in enumerate(handed, 1):
        edits = diff(base, text)
        whole = bool(edits) and is_sweeping(base, edits)
        for part in [edits] if whole else [place.edits for place in places(base, edits)]:
            number = len(suggestions) + 1
            suggestions[number], people[number] = part, f"{person} {author}"
            if whole:
                sweeping.add(number)
    narrow = {number: edits for number, edits in suggestions.items() if number not in sweeping}
    outcome = merge(base, narrow)
    began = time.process_time()
    found = crowd(base, suggestions, people=people, sweeping=sweeping)
    took = time.process_time() - began
    best = compatible(base, narrow, people=people)
    assert not merge(base, {number: narrow[number] for number in best.suggestions}).held
    return Row(
        name=name,
        texts=sum(text != base for _, text in handed),
        suggestions=len(suggestions),
        sweeping=len(sweeping),
        folded=len(suggestions) - len(fold(base, narrow)) - len(found.sweeping),
        near=sum(one.like is not None for screen in found.screens for one in screen.alternatives),
        colliding=len(outcome.held),
        collisions=len(outcome.collisions),
        screens=sum(not screen.agreed for screen in found.screens),
        together=len(best.suggestions) + len(best.covered),
        sure=int(best.exact),
        one_by_one=len(suggestions),
        per_collision=len(outcome.collisions) + bool(outcome.applied) + len(sweeping),
        acts=found.acts,
        ms=round(took * 1000),
    )


def cases(folder: Path) -> Iterator[Row]:
    """The sets in a folder."""
    if (folder / "base.md").exists():
        files = sorted((folder / "suggestions").glob("*.md"))
        base = canonical((folder / "base.md").read_text(encoding="utf-8"))
        yield measure(folder.name, base, [(file.stem, canonical(file.read_text(encoding="utf-8"))) for file in files])
        return
    for path in sorted({*folder.glob("*.jsonl.xz"), *folder.glob("sets/*.jsonl.xz")}):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                one = json.loads(line)
                if one["kind"] == "pr" and one["expected"] is None:
                    handed = [(str(each["author"]), canonical(each["text"])) for each in one["suggestions"]]
                    yield measure(str(one["id"]), canonical(one["base"]), handed)
    for inner in sorted(path for path in folder.iterdir() if (path / "base.md").exists()):
        yield from cases(inner)


def total(rows: Sequence[Row]) -> Row:
    """All sets as one."""
    sums = {field.name: sum(getattr(row, field.name) for row in rows) for field in fields(Row) if field.name != "name"}
    return Row(name=f"all {len(rows)}", **sums)


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as Markdown."""
    names = [field.name.replace("_", " ") for field in fields(Row)]
    yield "| " + " | ".join(names) + " |"
    yield "|---|" + "---:|" * (len(names) - 1)
    for row in rows:
        yield "| " + " | ".join(map(str, astuple(row))) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true", help="show sets without a collision, too")
    given = parser.parse_args()
    rows = [row for folder in given.folders for row in cases(folder.resolve())]
    shown = [row for row in rows if given.all or row.collisions or row.sweeping]
    for line in table([*shown, total(rows)] if rows else []):
        print(line)


if __name__ == "__main__":
    main()
