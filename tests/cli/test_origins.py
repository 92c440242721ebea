"""``--for``: the contribution that a suggestion or a draft comes from, on the command line."""

from __future__ import annotations

from tests.cli.conftest import At, Cli, refused
from tests.cycles import TEXT


def test_a_suggestion_for_a_contribution(call: Cli, at: At) -> None:
    """Named when it is made, and shown wherever it is read."""
    at("review")
    made = call("suggestion", "add", "housing", "--quote", "homes", "--replace", "houses", "--for", "1", "--json", as_="piet")
    assert [one["contribution"] for one in made.json()] == [1]

    assert "From contribution 1: plein inventory show housing 1" in call("suggestion", "show", "housing", "1", as_=None).out
    assert call("suggestion", "show", "housing", "1", "--json").json()["contribution"] == 1
    whole = call("suggestion", "add", "housing", "-", "--for", "1", "--json", as_="kim", stdin=TEXT.replace("trees", "shrubs"))
    assert [one["contribution"] for one in whole.json()] == [1]
    tip = call("suggestion", "add", "housing", "--quote", "trees", "--tip", "Which?", "--for", "1", "--json", as_="lot")
    assert [one["contribution"] for one in tip.json()] == [1]
    refused(call("suggestion", "add", "housing", "--quote", "trees", "--tip", "Why?", "--for", "9", as_="lot"), 3, "no contribution 9")


def test_a_draft_for_contributions(call: Cli, at: At) -> None:
    """As many as it takes; blame leads from the words to them."""
    at("drafting")
    saved = call("draft", "save", "housing", "-", "--for", "1", "--json", as_="bea", stdin=TEXT.replace("homes", "houses"))
    assert saved.json()["contributions"] == [1]

    assert [one["contributions"] for one in call("draft", "list", "housing", "--json").json()] == [[], [1]]
    assert call("draft", "show", "housing", "--json").json()["contributions"] == [1]
    assert [line.split("\t")[-1] for line in call("draft", "list", "housing").out.splitlines()] == ["", "1"]
    runs = call("draft", "blame", "housing", "--json").json()
    assert [run["contributions"] for run in runs if "houses" in run["text"]] == [[1]]
    blamed = call("draft", "blame", "housing")
    assert "bea, from 1" in blamed.out
    assert "A contribution words began with: plein inventory show housing N" in blamed.err
    refused(call("draft", "save", "housing", "-", "--for", "9", as_="bea", stdin=TEXT.replace("homes", "huts")), 3, "no contribution 9")
