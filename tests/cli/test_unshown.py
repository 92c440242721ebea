"""Whoever saves a text reads what the pages will not show as it was meant, in their own language; a script has it too, and nothing is refused."""

from __future__ import annotations

import pytest

from tests.cli.conftest import At, Cli, Result

TEXT = "# Homes\n\nRents rise.[^1] H~2~O and <b>bold</b>.\n\n- [ ] ask [us](tel:0201234567)\n\n[^2]: Jansen\n"


def save(call: Cli, *words: str, language: str = "en") -> Result:
    return call("draft", "save", "housing", "-", *words, as_="bea", stdin=TEXT, env={"PLEIN_LANGUAGE": language})


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "No footnote has the name that stands here, and the pages show it as it is typed: line 3"),
        ("en", "No words refer to this footnote: line 7"),
        ("nl", "Geen woord verwijst naar deze voetnoot: regel 7"),
        (
            "nl",
            "Een link leidt naar een webadres, een mailadres of een kop; van een andere tonen de pagina's het adres als tekst: regel 5",
        ),
    ],
)
def test_it_is_said_with_the_lines(call: Cli, at: At, language: str, told: str) -> None:
    at("drafting")
    done = save(call, language=language)
    assert done.code == 0
    assert told in done.out.splitlines()


def test_a_script_has_it_and_other_looks_do_not(call: Cli, at: At) -> None:
    at("drafting")
    assert save(call, "--json").json()["unshown"] == [
        {"kind": "html", "lines": [3]},
        {"kind": "missing-note", "lines": [3]},
        {"kind": "address", "lines": [5]},
        {"kind": "unused-note", "lines": [7]},
    ]
    assert call("draft", "show", "housing", "--json", as_="bea").json()["unshown"] == []


def test_many_lines_are_counted(call: Cli, at: At) -> None:
    at("drafting")
    text = "# Homes\n\n" + "".join(f"Rents rise, see <b>{number}</b>.\n\n" for number in range(9))
    done = call("draft", "save", "housing", "-", as_="bea", stdin=text)
    assert "The pages show HTML as it is typed: lines 3, 5, 7, 9, 11 and 4 more" in done.out.splitlines()


def test_a_text_without_any_says_nothing_of_it(call: Cli, at: At) -> None:
    at("drafting")
    done = call("draft", "save", "housing", "-", as_="bea", stdin="# Homes\n\nWe build.\n")
    assert done.out.count("\n") == 1
