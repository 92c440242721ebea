"""What a merge says of changes that came near each other: the sentence, before and after, in lines that fit the terminal."""

from __future__ import annotations

import pytest

from tests.cli.conftest import At, Cli, refused

LONG = "register, open to everybody who asked for a home in one of the nine villages or in the town itself"
WAS = "The town keeps a waiting list."
NOW = f"The town runs a {LONG}."


@pytest.fixture
def met(call: Cli, at: At) -> None:
    """Two adopted suggestions in one sentence, and one in another."""
    at("review")
    for person, quote, replace in (("kim", "keeps", "runs"), ("mia", "waiting list", LONG), ("piet", "trees", "fruit trees")):
        assert call("suggestion", "add", "housing", "--quote", quote, "--replace", replace, as_=person).code == 0
    assert call("cycle", "move", "housing", "drafting", "--because", "All have spoken.").code == 0
    assert call("decision", "set", "housing", "1", "2", "3", "--adopt", as_="bea").code == 0


@pytest.mark.parametrize(
    ("language", "first", "labels"),
    [
        ("en", "  in one sentence, read it again: 1, 2 (paragraph 6)", ("before:", "after: ")),
        ("nl", "  in één zin, lees die nog eens na: 1, 2 (alinea 6)", ("was:  ", "wordt:")),
    ],
)
@pytest.mark.parametrize("words", [(), ("--dry-run",)], ids=["merged", "dry-run"])
@pytest.mark.usefixtures("met")
def test_a_merge_shows_the_sentence_before_and_after(
    call: Cli, words: tuple[str, ...], language: str, first: str, labels: tuple[str, str]
) -> None:
    """Two numbers say nothing; whoever merges reads the sentence right there, also on a narrow terminal."""
    done = call("draft", "merge", "housing", *words, as_="bea", env={"PLEIN_LANGUAGE": language, "COLUMNS": "80"})

    said = [line for line in done.out.splitlines() if not line.startswith(("Next: ", "Verder: "))]
    assert said[1] == first
    assert max(map(len, said)) <= 80
    assert said[2] == f"    {labels[0]} {WAS}"
    assert said[3].startswith(f"    {labels[1]} The town runs a register, open to")
    rest = said[4:]
    assert rest
    assert all(line.startswith(" " * (len(labels[1]) + 5)) for line in rest)
    assert " ".join(" ".join(line.split()) for line in said[3:]) == f"{labels[1].strip()} {NOW}"


@pytest.mark.usefixtures("met")
def test_scripts_get_the_sentence_too(call: Cli) -> None:
    """What they had they keep: the numbers alone."""
    plan = call("draft", "merge", "housing", "--dry-run", "--json", as_="bea").json()
    done = call("draft", "merge", "housing", "--json", as_="bea").json()

    assert plan["near"] == done["near"] == [[1, 2]]
    assert plan["reread"] == done["reread"] == [{"suggestions": [1, 2], "paragraph": 6, "before": WAS, "after": NOW}]


@pytest.mark.usefixtures("met")
def test_nobody_outside_the_circle_reads_it(call: Cli) -> None:
    """What was adopted is not public yet."""
    for person in ("kim", None):
        answer = call("draft", "merge", "housing", "--dry-run", "--json", as_=person)

        refused(answer, (3, 4))
        assert "runs" not in answer.err


def test_where_nothing_is_near_nothing_is_said(call: Cli, at: At) -> None:
    """A flag on everything is a flag on nothing."""
    at("processing")
    call("decision", "set", "housing", "1", "3", "--adopt", as_="bea")

    done = call("draft", "merge", "housing", "--dry-run", as_="bea")

    assert done.out == "Version 2 would be made from version 1 with 2 suggestions.\n"
