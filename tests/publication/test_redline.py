"""What changed, told so that every reader can tell old from new."""

from __future__ import annotations

import pytest

from plein.publication.lines import Line
from plein.publication.material import Material
from plein.publication.pages import make_pages
from plein.publication.redline import lines, noted, pairs
from plein.publication.tables import Table
from tests.publication.a_cycle import FIRST, SECOND

MARKS = {"same": "%s", "ins": "{+%s+}", "del": "[-%s-]"}


def _told(found: tuple[Line | Table, ...]) -> list[tuple[str, str]]:
    return [(line.style, "".join(MARKS[run.kind] % f"{run.sign}{' ' * bool(run.sign)}{run.text}" for run in line.runs)) for line in found]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("We build.\n", "We build.\n", [("text", "We build.")]),
        ("# Homes\n", "# Houses\n", [("h1", "[-Homes-]{+Houses+}")]),
        ("one\n", "one\n\ntwo\n", [("text", "one"), ("blank", ""), ("text", "{+two+}")]),
        ("- one\n- two\n", "- one\n", [("item", "• one"), ("item", "[-• two-]")]),
        ("", "new\n", [("text", "{+new+}")]),
        ("one\n", "one\n\n   \ntwo\n", [("text", "one"), ("text", "{+¶+}"), ("text", "{+two+}")]),
        ("gone\n", "", [("text", "[-gone-]")]),
        ("## Homes\n", "### Homes\n", [("h3", "[-level 2-]{+level 3+}Homes")]),
        ("Homes\n", "## Homes\n", [("h2", "{+level 2+}Homes")]),
        ("Homes\n=====\n\nWe build.\n", "Homes\n=====\n\nWe rent.\n", [("h1", "Homes"), ("text", "We [-build-]{+rent+}.")]),
        ("1. one\n2. two\n", "1. one\n2. new\n3. two\n", [("item", "1. one"), ("item", "{+2. new+}"), ("item", "[-2-]{+3+}. two")]),
        ("- one\n- two\n", "- one\n  - two\n", [("item", "• one"), ("item", "{+⇥ +}• two")]),
        ("> one\n> two\n", "> one\n> three\n", [("quote", "one [-two-]{+three+}")]),
        ("one long\nline here\n", "one long\nline there\n", [("text", "one long line [-here-]{+there+}")]),
        ("one  \ntwo\n", "one  \nthree\n", [("text", "one\n[-two-]{+three+}")]),
        ("```py\n# a\n- b\n```\n", "```py\n# a\n- c\n```\n", [("code", "# a"), ("code", "- [-b-]{+c+}")]),
        (
            "see [a plan](https://a.example).\n",
            "see [a plan](https://b.example).\n",
            [("text", "see a plan[-link https://a.example-]{+link https://b.example+}.")],
        ),
        ("We build.\n", "We build. See **[a plan](https://a.example)**.\n", [("text", "We build.{+ See a plan (https://a.example).+}")]),
        ("We build fast.\n", "We build **fast**.\n", [("text", "We build {+**+}fast{+**+}.")]),
    ],
)
def test_lines_carry_their_marks(old: str, new: str, told: list[tuple[str, str]]) -> None:
    """One row per case."""
    assert [line for line in _told(lines(old, new)) if line[0] != "blank"] == [line for line in told if line[0] != "blank"]


def test_marks_that_did_not_change_are_left_out_of_the_way() -> None:
    """People read words, not asterisks."""
    told = _told(
        lines("Er zijn **2.400 woningen** en [meer](https://x.example).\n", "Er zijn **2.600 woningen** en [meer](https://x.example).\n")
    )
    assert told == [("text", "Er zijn [-2.400-]{+2.600+} woningen en meer.")]


def test_every_change_in_the_list_has_its_place_in_the_redline() -> None:
    """The number in the list leads to the place in the text."""
    begun = [run.change for line in lines(FIRST, SECOND) for run in line.runs if run.first]
    assert begun == [one.number for one in noted(FIRST, SECOND)]
    assert [pair.paragraph for pair in pairs(FIRST, SECOND)] == [2, 6, 6]


def test_a_screen_reader_is_told_where_a_change_begins_and_ends(finished: Material) -> None:
    """Colour alone tells nobody who cannot see it."""
    html = make_pages(finished)["changes-3.html"].decode()
    assert '<del id="c1"><span class="vh">geschrapt: </span>2.400<span class="vh"> einde schrapping</span></del>' in html
    assert '<ins><span class="vh">toegevoegd: </span>2.600<span class="vh"> einde toevoeging</span></ins>' in html
