"""Texts and edits for the laws: Markdown as people write it, in more than one script, and worse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from plein.documents import Edit, canonical
from plein.documents.text.tokens import tokens

_VOCABULARY = (
    "de het een wij zij bouwen slopen huren kopen woning woningen straat gemeente wijk betaalbaar snel niet meer "
    "we build homes for everyone near the station every year and rent them out at a fair price don't cost 1.000,50 3% "
    "café naïef Überraschung ’s-Hertogenbosch foto's 医療 国民 の を する データ ประเทศ नमस्ते 👨‍👩‍👧‍👦 👍🏽 🇳🇱 e\u0301 "
    "**vet** [plan](https://voorbeeld.nl/plan) `code` | --- # - 1. 2. > ``` ~~~ <div> </div>"
)
WORDS = tuple(_VOCABULARY.split())
GLUE = (" ", " ", " ", " ", "\n", "\n\n", "  \n", "\n- ", "\n\n## ", ". ", ", ", "。", "\n1. ", "", "\t", " | ")

words = st.sampled_from(WORDS)


@st.composite
def texts(draw: st.DrawFn, most: int = 60) -> str:
    """A canonical text out of a small vocabulary, so that passages repeat."""
    pieces = draw(st.lists(st.tuples(words, st.sampled_from(GLUE)), max_size=most))
    return canonical("".join(word + glue for word, glue in pieces))


@st.composite
def wild_texts(draw: st.DrawFn) -> str:
    """A canonical text of any characters at all."""
    alphabet = st.characters(blacklist_categories=("Cs",), blacklist_characters="".join(map(chr, [*range(9), *range(11, 32)])))
    return canonical(draw(st.text(alphabet, max_size=80)))


@st.composite
def edited(draw: st.DrawFn, base: str, most: int = 6) -> str:
    """The text as somebody else might want it: some tokens replaced, put in, taken out or moved."""
    parts = tokens(base)
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, len(parts)))
        act = draw(st.sampled_from(("put", "cut", "swap", "para", "run")))
        if act == "put":
            parts[at:at] = [draw(words), draw(st.sampled_from(GLUE))]
        elif act == "cut":
            del parts[at : at + draw(st.integers(1, 8))]
        elif act == "swap" and at < len(parts):
            parts[at] = draw(words)
        elif act == "para":
            parts[at:at] = ["\n\n", draw(words), " ", draw(words), "\n\n"]
        elif act == "run":
            to = draw(st.integers(0, len(parts)))
            run = parts[at : at + 5]
            del parts[at : at + 5]
            parts[to:to] = run
    return canonical("".join(parts))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts: one edited from the other, or strangers."""
    base = draw(st.one_of(texts(), wild_texts()))
    return base, draw(st.one_of(edited(base), texts(), wild_texts()))


@st.composite
def edit_sets(draw: st.DrawFn, size: int, most: int = 3) -> tuple[Edit, ...]:
    """Disjoint edits of a text of *size* characters, anywhere in it, in the middle of words too."""
    cuts = sorted(draw(st.lists(st.integers(0, size), min_size=2, max_size=2 * most, unique=True)))
    puts = st.sampled_from(("", "x", "ja ", "nee", "\n\n", "y z"))
    edits = [Edit(start, end, draw(puts)) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    points = draw(st.lists(st.integers(0, size), max_size=2, unique=True))
    for point in points:
        if not any(edit.start < point < edit.end for edit in edits):
            edits.append(Edit(point, point, draw(st.sampled_from(("a", "b", "c ", "\n- d\n")))))
    return tuple(edits)


def are_parts_of(found: Iterable[Edit], edits: Sequence[Edit]) -> bool:
    """Whether every edit lies in one of others."""
    return all(any(edit.start <= part.start and part.end <= edit.end for edit in edits) for part in found)


@st.composite
def crowds(draw: st.DrawFn) -> tuple[str, dict[int, tuple[Edit, ...]]]:
    """A text and what several people suggest on it, some of them the very same thing."""
    base = draw(st.one_of(texts(25), st.just("We build homes near the station.\n")))
    sets = draw(st.lists(edit_sets(len(base)) if base else st.just(()), max_size=6))
    if sets and draw(st.booleans()):
        sets.append(draw(st.sampled_from(sets)))
    return base, dict(enumerate(sets, 1))
