"""Whatever changed: the old words can be read off a redline, and the new ones, and every change begins in one place."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plein.documents import canonical
from plein.publication.lines import Line
from plein.publication.redline import lines, noted, pairs
from plein.publication.tables import Table
from tests.laws import looks

VOCABULARY = "de wijk krijgt meer groene daken 2.400 woningen niet 医療 café **vet** `code` a|b <b> \\"
WORDS = st.sampled_from(VOCABULARY.split())
SIGNS = st.sampled_from(("", "", "# ", "### ", "- ", "  - ", "    * ", "2. ", "> ", "   ", "\t"))
ADDRESSES = st.sampled_from(("https://een.example", "https://twee.example", "javascript:alert(1)"))


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One line of words, perhaps with a link."""
    words = draw(st.lists(WORDS, min_size=1, max_size=8))
    if draw(st.booleans()):
        words.append(f"[{draw(WORDS)} plan]({draw(ADDRESSES)})")
    return " ".join(words)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A paragraph, a heading, some items, or a table."""
    if draw(st.integers(0, 3)):
        return "\n".join(draw(st.lists(st.builds(str.__add__, SIGNS, sentences()), min_size=1, max_size=3)))
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(st.one_of(sentences(), st.just("")), min_size=width, max_size=width), min_size=1, max_size=4))
    told = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([told[0], "|" + "---|" * width, *told[1:]])


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and what became of it: blocks put in, taken out, moved, and words changed."""
    old = draw(st.lists(blocks(), max_size=6))
    new = [re.sub(r"\bmeer\b", draw(WORDS).replace("\\", ""), one) if draw(st.booleans()) else one for one in old]
    for _ in range(draw(st.integers(0, 3))):
        at, to = draw(st.integers(0, len(new))), draw(st.integers(0, len(new)))
        taken, new[at : at + 1] = new[at : at + 1], []
        new[to:to] = draw(st.sampled_from((taken, [], [draw(blocks())])))
    glue = draw(st.sampled_from(("\n\n", "\n\n", "\n")))
    return canonical("\n\n".join(old)), canonical(glue.join(new))


def _shown(found: tuple[Line | Table, ...], kind: str) -> str:
    kept: list[str] = []
    for line in found:
        groups = [cell for row in line.rows for cell in row.cells] if isinstance(line, Table) else [line.runs]
        kept += ["".join(run.text for run in group if run.kind in ("same", kind) and not run.sign) for group in groups]
    return "\n".join(kept)


def _words(text: str) -> list[str]:
    """The words that a reader sees: those of addresses are shown only where they are new."""
    text = re.sub(r"https?://\w+\.example|javascript:alert\(1\)", "", text)
    return re.findall(r"\w+", re.sub(r"(?m)^[ ]{0,3}#+|⇥", "", text))


@looks(100)
@given(versions())
def test_both_texts_can_be_read_off(pair: tuple[str, str]) -> None:
    """A redline that leaves something out is a lie."""
    found = lines(*pair)
    assert _words(_shown(found, "del")) == _words(pair[0])
    assert _words(_shown(found, "ins")) == _words(pair[1])


@looks(100)
@given(versions())
def test_every_change_begins_in_one_place_and_is_in_the_list(pair: tuple[str, str]) -> None:
    """Else a link of the list leads nowhere."""
    begun = [run.change for line in lines(*pair) for run in line.runs if run.first]
    told = noted(*pair)
    assert begun == [one.number for one in told] == list(range(1, len(told) + 1))


@looks(60)
@given(versions())
def test_each_half_of_a_move_leads_to_the_other(pair: tuple[str, str]) -> None:
    """One half alone is half a truth."""
    told = {one.number: one for one in noted(*pair)}
    for one in told.values():
        assert bool(one.other) == one.moved
        if one.moved:
            other = told[one.other]
            assert other.other == one.number
            assert {one.kind, other.kind} == {"insert", "delete"}


@looks(60)
@given(versions())
def test_old_and_new_beside_each_other_hold_no_mark_of_the_other_side(pair: tuple[str, str]) -> None:
    """What was, and what becomes."""
    for row in pairs(*pair):
        assert not any(run.kind == "ins" for line in row.old for run in line.runs)
        assert not any(run.kind == "del" for line in row.new for run in line.runs)
