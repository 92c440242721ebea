"""Quick ways beside slow ones on real crowds: that they say the same, and what they take.

    python bench/paths.py FOLDER

FOLDER holds one folder per case, as for ``cases.py``: ``base.md`` and ``suggestions/*.md``, whole texts as people wanted them. Compared are

    folding       what says the same is told from the letters of changes; slowly: from whole passages
    typography    what is set otherwise is looked for line by line; slowly: in both texts whole
    taking in     a text is compared, parted and carried before the act; slowly: in it, with nothing recalled

Exit status 1 if two ways say otherwise anywhere.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from clock import table
from staged import in_review

from plein import Handed, Plein, as_json
from plein.documents import Edit, canonical, diff, fold, restyled
from plein.documents.crowd import fold as folding
from plein.documents.diff import restyled as setting
from plein.documents.text import typography
from plein.engine.review.ahead import Ahead, Long

Case = tuple[str, str, Sequence[str]]
"""The name of a case, its base, and the texts that people handed in."""


def cases(folder: Path) -> Iterator[Case]:
    for base in sorted(folder.glob("*/base.md")):
        texts = [canonical(one.read_text(encoding="utf-8")) for one in sorted(base.parent.glob("suggestions/*.md"))]
        yield base.parent.name, canonical(base.read_text(encoding="utf-8")), [text for text in texts if text.strip()]


def folded(base: str, texts: Sequence[str]) -> object:
    wanted: dict[int, tuple[Edit, ...]] = {}
    for text in texts:
        for edit in diff(base, text):
            wanted[len(wanted)] = (edit,)
    return fold(base, wanted)


def set_alike(base: str, texts: Sequence[str]) -> object:
    """Each as it came, and as a word processor would hand it back."""
    curly = str.maketrans({"'": "’", "-": "–"})
    return [restyled(base, text) for one in texts for text in (one, one.translate(curly))]


def taken_in(base: str, texts: Sequence[str]) -> object:
    """All that is kept of what everybody handed in, but for its moments."""
    with tempfile.TemporaryDirectory() as folder, Plein(Path(folder) / "plein.db") as plein:
        cycle = in_review(plein, "case", base)
        cycle.suggestions.import_([Handed(f"person-{number}", text) for number, text in enumerate(texts)])
        return [{**as_json(one), "at": None} for one in cycle.suggestions.list()]


@contextmanager
def _whole_passages() -> Iterator[None]:
    with patch.object(folding, "_balance", lambda *_: None):
        yield


@contextmanager
def _whole_texts() -> Iterator[None]:
    def spans(text: str) -> Iterator[tuple[int, int]]:
        return (found.span() for found in typography._PIECE.finditer(text))

    plain: Any = typography.plain
    with (
        patch.object(typography, "_spans", spans),
        patch.object(setting, "_both_typed", lambda *_: False),
        patch.object(setting, "plain", plain.__wrapped__),
    ):
        yield


@contextmanager
def _in_the_act() -> Iterator[None]:
    with patch.object(Long, "ahead", lambda long, *_, **__: Ahead(long)):
        yield


WAYS: Sequence[tuple[str, Callable[[str, Sequence[str]], object], Callable[[], AbstractContextManager[None]]]] = (
    ("folding", folded, _whole_passages),
    ("typography", set_alike, _whole_texts),
    ("taking in", taken_in, _in_the_act),
)


def timed(work: Callable[[], object]) -> tuple[object, float]:
    """What it gives, and the seconds of the processor, once what is remembered of the texts is there."""
    work()
    began = time.process_time()
    found = work()
    return found, time.process_time() - began


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("folder", type=Path)
    rows, wrong = [], 0
    for name, base, texts in cases(asked.parse_args().folder):
        for what, work, slowly in WAYS:
            quick, took = timed(lambda work=work, base=base, texts=texts: work(base, texts))
            with slowly():
                slow, slower = timed(lambda work=work, base=base, texts=texts: work(base, texts))
            wrong += quick != slow
            rows.append(
                (
                    name,
                    what,
                    str(len(texts)),
                    f"{took * 1000:,.0f} ms",
                    f"{slower * 1000:,.0f} ms",
                    "the same" if quick == slow else "OTHERWISE",
                )
            )
    table("Quick ways beside slow ones", ("", "", "texts", "quick", "slow", ""), rows)
    sys.exit(1 if wrong or not rows else 0)


if __name__ == "__main__":
    main()
