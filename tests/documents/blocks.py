"""Texts made of units that are known: sections, paragraphs, items, rows, sentences; and what is left without some of them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

NOUNS = [
    *("trams", "ponten", "bruggen", "kades", "duinen", "scholen", "bieb", "zwembad", "markt"),
    *("haven", "wijkraad", "huren", "boten", "straten", "bomen", "lampen", "banken", "winkels"),
]
VERBS = ["komen", "blijven", "krijgen", "dragen", "tellen", "sluiten", "groeien", "varen", "wachten", "helpen"]
ENDS = ["snel", "morgen", "samen", "gratis", "veilig", "overal", "eerder", "vaker"]
KINDS = ("paragraph", "bullets", "numbers", "loose", "rows", "quote", "heading")


@dataclass(frozen=True)
class Block:
    """A block of a text, with its units.

    Attributes:
        kind: One of ``KINDS``.
        units: Its sentences, items, rows or quoted paragraphs; of a heading the one.
    """

    kind: str
    units: tuple[str, ...]

    def written(self, gone: frozenset[int] = frozenset()) -> str:
        """As Markdown, without some of its units; empty if nothing is left."""
        left = [unit for number, unit in enumerate(self.units) if number not in gone]
        if not left:
            return ""
        if self.kind == "bullets":
            return "\n".join(f"- {unit}" for unit in left)
        if self.kind == "loose":
            return "\n\n".join(f"- {unit}" for unit in left)
        if self.kind == "numbers":
            return "\n".join(f"{number}. {unit}" for number, unit in enumerate(left, 1))
        if self.kind == "rows":
            return "\n".join(["| wat | hoe |", "|---|---|", *(f"| {unit} |" for unit in left)])
        if self.kind == "quote":
            return "\n>\n".join(f"> {unit}" for unit in left)
        return ("## " if self.kind == "heading" else "") + " ".join(left)


@dataclass(frozen=True)
class Text:
    """A text of blocks, of which no two units are alike."""

    blocks: tuple[Block, ...]

    def units(self) -> list[tuple[int, int]]:
        """Every unit, as (block, number in it)."""
        return [(at, number) for at, block in enumerate(self.blocks) for number in range(len(block.units))]

    def without(self, *gone: tuple[int, int]) -> str:
        """What is left without some units."""
        left = [block.written(frozenset(n for at, n in gone if at == number)) for number, block in enumerate(self.blocks)]
        return "\n\n".join(block for block in left if block) + "\n" * any(left)

    def written(self) -> str:
        """The whole text."""
        return self.without()


@st.composite
def known_texts(draw: st.DrawFn, kinds: tuple[str, ...] = KINDS, alike: bool = True) -> Text:
    """A text of a few blocks; the units of one block may begin alike, but no two are the same."""
    blocks: list[Block] = []
    for number in range(draw(st.integers(2, 5))):
        before = blocks[-1].kind if blocks else ""
        lists = ("bullets", "loose", "numbers", "rows", "quote")
        kind = draw(st.sampled_from([one for one in kinds if one not in lists or before not in lists] or ["paragraph"]))
        several = 1 if kind == "heading" else draw(st.integers(2, 4))
        begin = f"{draw(st.sampled_from(NOUNS))} {draw(st.sampled_from(VERBS))}".capitalize() if alike and draw(st.booleans()) else ""
        units = []
        for turn in range(several):
            first = begin or f"{draw(st.sampled_from(NOUNS))} {draw(st.sampled_from(VERBS))}".capitalize()
            unit = f"{first} {draw(st.sampled_from(ENDS))} in wijk{number}{turn}"
            units.append(unit.replace(" in ", " | in ") if kind == "rows" else unit if kind == "heading" else unit + ".")
        blocks.append(Block(kind, tuple(units)))
    return Text(tuple(blocks))
