"""Run real cases through a whole cycle with the command line alone, and say how each came out.

    python bench/cases.py FOLDER

FOLDER holds one folder per case: ``base.md``, ``suggestions/*.md`` (whole texts as people wanted them) and, where all of them are known to go
together, ``expected.md``. Each case is saved as a draft, put before the public, taken in, decided, merged, made final, published and verified.
Where suggestions collide the script decides as a hurried group might: at each place the alternative with the most people behind it stands,
the first one where that is even; what rewrites the whole text is rejected.

Exit status 1 if a command failed, or a final text differs from what was expected.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PLEIN = Path(sys.executable).with_name("plein")


class Failed(Exception):
    """A command left with another code than 0."""


@dataclass
class Cli:
    """The command line in one folder."""

    folder: Path
    seconds: float = 0.0

    def __call__(self, *words: str, person: str = "host") -> str:
        began = time.perf_counter()
        done = subprocess.run([PLEIN, "--as", person, *words], cwd=self.folder, capture_output=True, text=True)
        self.seconds += time.perf_counter() - began
        if done.returncode:
            raise Failed(f"plein {' '.join(words)[:80]}: {done.stderr.strip()}")
        return done.stdout

    def json(self, *words: str, person: str = "host") -> Any:
        return json.loads(self(*words, "--json", person=person))


def run(case: Path, folder: Path) -> dict[str, Any]:
    """One case, from the first question to the final version."""
    cli = Cli(folder)
    cli("init")
    cli("cycle", "new", "case", "--title", case.name, "--question", "What should this text say?", "--language", "en")
    cli("cycle", "move", "case", "inventory")
    cli("inventory", "add", "case", "Here is the text as it stands.", person="asker")
    cli("cycle", "move", "case", "invitation")
    token = cli("group", "invite", "case", "writer", "--role", "drafter", "--because", "Keeps the text.").strip()
    cli("group", "accept", token, person="writer")
    cli("cycle", "move", "case", "drafting")
    cli("draft", "save", "case", str(case / "base.md"), person="writer")
    cli("cycle", "move", "case", "review", "--ask", "What should read otherwise?")
    began = time.perf_counter()
    submissions = cli.json("suggestion", "import", "case", str(case / "suggestions"))
    took_in = time.perf_counter() - began
    collisions = cli.json("suggestion", "collisions", "case")
    suggestions = cli.json("suggestion", "list", "case")
    cli("cycle", "move", "case", "drafting")
    adopted, rejected = choose(suggestions)
    for numbers, how in (
        (adopted, ["--adopt"]),
        (rejected["sweeping"], ["--reject", "--because", "A rewrite of the whole text cannot be taken over in one go."]),
        (rejected["other"], ["--reject", "--because", "Another wording was chosen for this place."]),
    ):
        if numbers:
            cli("decision", "set", "case", *map(str, numbers), *how, person="writer")
    merged = cli.json("draft", "merge", "case", person="writer")
    cli("decision", "publish", "case")
    cli("cycle", "move", "case", "final")
    cli("publish", "case", "--to", str(folder / "pages"))
    final = cli("draft", "show", "case", person="anyone")
    expected = case / "expected.md"
    return {
        "case": case.name,
        "people": len(submissions),
        "suggestions": len(suggestions),
        "sweeping": sum(one["sweeping"] for one in suggestions),
        "places": len(collisions),
        "in them": len({number for one in collisions for number in one["suggestions"]}),
        "folded": sum(bool(one["same_as"]) for one in suggestions),
        "adopted": len(adopted),
        "held": len(merged["held"]),
        "as expected": ("yes" if final == canonical(expected) else "NO") if expected.exists() else "-",
        "verify": cli("verify").strip(),
        "take in": f"{took_in:.1f} s",
        "all": f"{cli.seconds:.1f} s",
    }


def choose(suggestions: list[dict[str, Any]]) -> tuple[list[int], dict[str, list[int]]]:
    """Who stands: the alternatives with the most people behind them, as long as they do not collide with one that stands already."""
    standing: set[int] = set()
    other: list[int] = []
    for one in sorted(suggestions, key=lambda one: (-len(one["same_as"]), one["id"])):
        if one["sweeping"]:
            continue
        if standing & set(one["collides_with"]):
            other.append(one["id"])
        else:
            standing.add(one["id"])
    return sorted(standing), {"sweeping": [one["id"] for one in suggestions if one["sweeping"]], "other": sorted(other)}


def canonical(path: Path) -> str:
    from plein.documents import decode

    return decode(path.read_bytes(), name=path.name)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    cases = sorted(path for path in parser.parse_args().folder.resolve().iterdir() if (path / "base.md").exists())
    worst = 0
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            try:
                row = run(case, Path(folder))
            except Failed as failure:
                print(f"{case.name}: {failure}")
                worst = 1
                continue
        worst |= row["as expected"] == "NO"
        print("  ".join(f"{key}: {value}" for key, value in row.items()), flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
