"""The picture for pages without JavaScript: whole, well-formed, and told in words as well."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from plein.errors import NotFound
from plein.workflow import BUILT_IN, PLEIN66, Definition, Phase, svg

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("definition", BUILT_IN.values(), ids=BUILT_IN)
def test_the_picture_shows_every_phase_and_every_move(definition: Definition) -> None:
    """An arrow is drawn, or told in words beneath; none is missing."""
    picture = ElementTree.fromstring(svg(definition))
    words = [text.text or "" for text in picture.iter(f"{SVG}text")]
    (stopped,) = (line for line in words if line.startswith("stopped: from "))

    assert [text for text in words if text in {phase.name for phase in definition.phases}] == [phase.name for phase in definition.phases]
    arrows = len(picture.findall(f"{SVG}g/{SVG}path")) + len(stopped.split(", "))
    assert arrows == len(definition.moves)


def test_the_picture_is_told_to_those_who_do_not_see_it() -> None:
    """A cycle that asks everyone must be understood by everyone."""
    title = ElementTree.fromstring(svg(PLEIN66, "review")).findtext(f"{SVG}title")

    assert title is not None
    assert "drafting (closed), then review or final or stopped" in title
    assert "review (open, now), then drafting" in title
    assert "final (open) is an end" in title


def test_a_title_with_marks_in_it_does_not_break_the_page() -> None:
    """The title is the organisation's own text, and stands in a page."""
    odd = Definition("odd", '<script>"&', "only", (Phase("only", "open", {}),), ())

    assert (ElementTree.fromstring(svg(odd)).findtext(f"{SVG}title") or "").startswith('<script>"&: only (open)')


def test_the_running_phase_must_be_one_of_the_cycle() -> None:
    """A picture with nothing marked would say: nowhere."""
    with pytest.raises(NotFound):
        svg(PLEIN66, "reveiw")
