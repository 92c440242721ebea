"""The picture shows what the table says: every phase, every arrow, and what each arrow asks."""

from __future__ import annotations

import pytest

from plein.errors import NotFound
from plein.workflow import BUILT_IN, PLEIN66, Definition, Move, Phase, mermaid

HOSTS = frozenset({"host"})


@pytest.mark.parametrize("definition", BUILT_IN.values(), ids=BUILT_IN)
def test_the_diagram_names_every_phase_and_every_move(definition: Definition) -> None:
    """A picture that leaves an arrow out is believed all the same."""
    lines = [line.strip() for line in mermaid(definition).splitlines()]

    assert lines[0] == "stateDiagram-v2"
    for phase in definition.phases:
        assert f'state "{phase.name} ({phase.space})" as {phase.name}' in lines
    for move in definition.moves:
        (arrow,) = (line for line in lines if line.startswith(f"{move.source} --> {move.target}"))
        assert all(guard.replace("_", " ") in arrow for guard in move.guards)
    for end in definition.ends:
        assert f"{end} --> [*]" in lines


def test_open_and_closed_differ_in_word_and_in_line() -> None:
    """The one-two between open and closed is the point of the picture; colour alone would not tell it to everyone."""
    text = mermaid(PLEIN66)

    assert "class drafting closed" in text
    assert "class preparation,inventory,invitation,review,final,stopped open" in text
    assert "stroke-dasharray" in next(line for line in text.splitlines() if "classDef closed" in line)


def test_the_running_phase_is_marked() -> None:
    """Where are we?"""
    text = mermaid(PLEIN66, "review")

    assert 'state "review (open, now)" as review' in text
    assert "class review now" in text
    assert "now" not in mermaid(PLEIN66)
    with pytest.raises(NotFound):
        mermaid(PLEIN66, "reveiw")


def test_names_that_mermaid_keeps_for_itself_do_not_break_it() -> None:
    """An organisation that calls its last phase "end" still gets its picture."""
    odd = Definition(
        "odd", "Odd", "state", (Phase("state", "open", {}), Phase("the-end", "open", {}), Phase("end", "closed", {})),
        (Move("state", "the-end", HOSTS), Move("the-end", "end", HOSTS)),
    )  # fmt: skip
    text = mermaid(odd)

    assert "Phase_state --> the_end" in text
    assert "the_end --> Phase_end" in text
    assert 'state "the-end (open)" as the_end' in text
