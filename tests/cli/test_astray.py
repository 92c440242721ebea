"""Whoever saves or merges a text is told of the references that lead elsewhere now; a script has them too, and nothing is refused."""

from __future__ import annotations

import pytest

from tests.cli.conftest import At, Cli

TEXT = "# Rules\n\n## Article 1 Name\n\nWe are one.\n\n## Article 2 Fees\n\nMembers pay.\n\nWho pays is in article 2; why, in article 1.\n"
WIDER = TEXT.replace("## Article 2 Fees", "## Article 2 Seat\n\nIn town.\n\n## Article 3 Fees")
LATER = WIDER.replace("## Article 1 Name\n\nWe are one.\n\n", "")


@pytest.fixture
def ready(call: Cli, at: At) -> Cli:
    at("drafting")
    assert call("draft", "save", "housing", "-", as_="bea", stdin=TEXT).code == 0
    return call


ENGLISH = """\
Line 11 refers to article 2, and what that was is number 3 now
Line 11 refers to article 1, and what that was is no longer there"""
DUTCH = """\
Regel 11 verwijst naar article 2, en wat dat was, heeft nu nummer 3
Regel 11 verwijst naar article 1, en wat dat was, staat er niet meer"""


@pytest.mark.parametrize(("language", "told"), [("en", ENGLISH), ("nl", DUTCH)])
def test_a_draft_says_it(ready: Cli, language: str, told: str) -> None:
    done = ready("draft", "save", "housing", "-", as_="bea", stdin=LATER, env={"PLEIN_LANGUAGE": language})
    assert done.code == 0
    assert [line for line in done.out.splitlines() if "11" in line] == told.splitlines()


def test_a_script_has_it(ready: Cli) -> None:
    done = ready("draft", "save", "housing", "-", "--json", as_="bea", stdin=LATER)
    assert done.json()["astray"] == [{"line": 11, "says": "article 2", "now": "3"}, {"line": 11, "says": "article 1", "now": None}]
    assert ready("draft", "show", "housing", "--json", as_="bea").json()["astray"] == []


def test_many_are_counted(ready: Cli) -> None:
    text = TEXT + "".join(f"Line {number} is about article 2.\n\n" for number in range(10))
    assert ready("draft", "save", "housing", "-", as_="bea", stdin=text).code == 0
    done = ready(
        "draft", "save", "housing", "-", as_="bea", stdin=text.replace("## Article 2", "## Article 2 Seat\n\nIn town.\n\n## Article 3")
    )
    assert done.out.count("refers to article 2") == 8
    assert "3 more references lead elsewhere than they did" in done.out


def test_a_merge_says_it_beforehand_and_after(call: Cli, at: At) -> None:
    at("drafting")
    call("draft", "save", "housing", "-", as_="bea", stdin=TEXT)
    call("cycle", "move", "housing", "review", "--closes", "2027-12-01", as_="anna")
    assert call("suggestion", "add", "housing", "-", as_="piet", stdin=WIDER).code == 0
    call("cycle", "move", "housing", "drafting", "--because", "Enough.", as_="anna")
    call("decision", "settle", "housing", "--clean", "--because", "Fine.", as_="bea")
    call("decision", "publish", "housing", as_="bea")
    for words in (("--dry-run",), ()):
        done = call("draft", "merge", "housing", *words, as_="bea")
        assert "Line 15 refers to article 2, and what that was is number 3 now" in done.out.splitlines()
