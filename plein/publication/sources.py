"""Why a version reads as it does: its paragraphs with their words led back to suggestions. Who said what is the engine's to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plein.documents import paragraphs
from plein.engine.review.views import BlameRun
from plein.publication.clean import short, tame
from plein.publication.signs import words_of

_EDGES = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one source. ``origin`` counts the sources of the paragraph from 1; 0 for what was there from the beginning."""

    text: str
    origin: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """One source of words in a paragraph. ``suggestions`` is empty where the working group wrote them itself.

    ``corrects`` is the final version that was corrected with them, None for all others; ``because`` is then the reason of the correction.
    """

    words: tuple[str, ...]
    version: int
    suggestions: tuple[int, ...]
    authors: tuple[str, ...]
    outcome: str | None
    because: str | None
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph that does not read as it did at first."""

    number: int
    stretches: tuple[Stretch, ...]
    origins: tuple[Origin, ...]


def passages(text: str, runs: Sequence[BlameRun], first: int) -> tuple[Passage, ...]:
    """The paragraphs of a version in which words came in after version *first*.

    Args:
        text: The version, as it is kept.
        runs: Where it comes from, all of it.
        first: The number of the oldest published version.
    """
    found: list[Passage] = []
    at = 0
    for paragraph in paragraphs(text):
        while at < len(runs) and runs[at].end <= paragraph.start:
            at += 1
        inside = at
        while inside < len(runs) and runs[inside].start < paragraph.end:
            inside += 1
        here = runs[at:inside]
        if all(_is_first(run, first) for run in here):
            continue
        passage = _passage(paragraph.number, text[paragraph.start : paragraph.end].rstrip("\n"), paragraph.start, here, first)
        if passage.origins:
            found.append(passage)
    return tuple(found)


def _is_first(run: BlameRun, first: int) -> bool:
    return run.version == first and not run.suggestions


def _passage(number: int, words: str, start: int, runs: Sequence[BlameRun], first: int) -> Passage:
    stretches: list[Stretch] = []
    told: dict[tuple[int, tuple[int, ...]], tuple[BlameRun, list[str]]] = {}
    for run, text in _shown(words, start, runs):
        edges = _EDGES.fullmatch(tame(text))
        assert edges is not None
        if _is_first(run, first) or not re.search(r"\w", edges[2]):
            stretches.append(Stretch(edges[0]))
            continue
        said = told.setdefault((run.version, run.suggestions), (run, []))[1]
        said.append(short(edges[2], 60))
        origin = list(told).index((run.version, run.suggestions)) + 1
        stretches += (Stretch(edges[1]), Stretch(edges[2], origin), Stretch(edges[3]))
    return Passage(number, tuple(one for one in stretches if one.text), tuple(_origin(run, said) for run, said in told.values()))


def _shown(words: str, start: int, runs: Sequence[BlameRun]) -> Iterator[tuple[BlameRun, str]]:
    """The runs with what a reader sees of each: without the signs of Markdown."""
    kept = words_of(words)
    for run in runs:
        lo, hi = run.start - start, run.end - start
        text = "".join(words[max(lo, begin) : min(hi, end)] for begin, end in kept if begin < hi and lo < end)
        if text:
            yield run, text


def _origin(run: BlameRun, words: Sequence[str]) -> Origin:
    decision = run.decision
    return Origin(
        words=tuple(dict.fromkeys(words)),
        version=run.version,
        suggestions=run.suggestions,
        authors=run.authors if run.suggestions else (),
        outcome=None if decision is None else decision.outcome,
        because=run.because if decision is None else decision.because,
        corrects=run.corrects,
    )
