"""Places on the wall and settled from the command line."""

from __future__ import annotations

from tests.cli.conftest import At, Cli, refused


def test_a_place_shows_the_passage_and_every_alternative(call: Cli, at: At) -> None:
    """A group reads it together: what stands there, who wants what, and why."""
    at("suggested")

    answer = call("suggestion", "collisions", "housing", as_="bea")

    assert answer.code == 0
    for word in ("Place 1 · paragraph 2", "> We build homes.", "[-homes-]{+castles+}", "1 person: piet", "Why: Let us dream."):
        assert word in answer.out, answer.out
    assert "plein decision settle housing PLACE --adopt N --because TEXT" in answer.err


def test_the_keys_of_a_place_hold_its_alternatives(call: Cli, at: At) -> None:
    """Scripts and pages are built on them."""
    at("suggested")

    first, *_ = call("suggestion", "collisions", "housing", "--json").json()

    assert {"id", "kind", "suggestions", "paragraph", "quote", "alternatives"} <= set(first)
    assert (first["id"], first["suggestions"], first["paragraph"], first["quote"]) == (1, [1, 2], 2, "We build homes.")
    assert {"suggestions", "authors", "replace", "support", "whys"} <= set(first["alternatives"][0])
    assert [one["replace"] for one in first["alternatives"]] == ["We build houses.", "We build castles."]


def test_a_place_is_settled_in_one_command(call: Cli, at: At) -> None:
    """One adopted, the other answered, with one reason, in one act."""
    at("processing")

    look = call("decision", "settle", "housing", "1", "--adopt", "2", "--because", "Dream.", "--dry-run", as_="bea")
    done = call("decision", "settle", "housing", "1", "--adopt", "2", "--because", "Dream.", as_="bea")

    assert look.out == "Would be adopted: 2\nWould be rejected: 1\n"
    assert done.out == "adopted: 2\nrejected: 1\n"
    assert done.next == ["plein suggestion collisions housing"]
    assert call("verify", "housing").code == 0


def test_an_opposite_in_nearly_the_same_words_is_rejected_and_not_covered(call: Cli, at: At) -> None:
    """Whoever wrote *never* reads that it was turned down, not that it was granted."""
    at("review")
    stands, wish = "The town keeps a waiting list.", "Whoever waits longest for a home in this town gets the first one that is free."
    for person, words in (
        ("piet", wish),
        ("jan", wish.replace("gets", "never gets")),
        ("kim", wish.replace(" a ", "  a ")),
        ("lot", wish.replace(".", "?")),
    ):
        assert call("suggestion", "add", "housing", "--quote", stands, "--replace", words, as_=person).code == 0
    assert call("cycle", "move", "housing", "drafting", "--because", "Enough.", as_="anna").code == 0

    shown = call("suggestion", "collisions", "housing", as_="bea")
    nl = call("suggestion", "collisions", "housing", as_="bea", env={"PLEIN_LANGUAGE": "nl"})
    done = call("decision", "settle", "housing", "1", "--adopt", "1", "--because", "It is fair.", as_="bea")

    assert "1, the same as 3 · 2 people: piet, kim" in shown.out
    assert "2 · 1 person: jan · in nearly the words of 1" in shown.out
    assert "4 · 1 person: lot · in nearly the words of 1" in shown.out
    assert "in bijna de woorden van 1" in nl.out
    assert done.out == "adopted: 1\ncovered: 3 by 1\nrejected: 2, 4\n"
    assert call("decision", "publish", "housing", as_="bea").code == 0
    assert "Decision: rejected" in call("suggestion", "show", "housing", "2", as_="jan").out


def test_all_that_is_in_nobodys_way_is_taken_over_in_one_command(call: Cli, at: At) -> None:
    """Most of a crowd disagrees with nobody."""
    at("processing")

    done = call("decision", "settle", "housing", "--clean", "--but", "8", "--because", "Better.", "--json", as_="bea").json()

    assert done == {"place": None, "adopted": [3, 7], "covered": {}, "rejected": [], "open": [8], "elsewhere": [], "adapted": []}


def test_the_passage_can_stay_as_it_reads(call: Cli, at: At) -> None:
    """Often nobody's words are better than those that stand there."""
    at("processing")

    done = call("decision", "settle", "housing", "1", "--keep", "--because", "It is plain.", "--json", as_="bea").json()

    assert (done["adopted"], done["rejected"]) == ([], [1, 2])


def test_the_largest_set_comes_with_the_command_that_decides_so(call: Cli, at: At) -> None:
    """Help, and no decision: what it prints can be run."""
    at("processing")

    answer = call("suggestion", "collisions", "housing", "--compatible", as_="bea")
    found = call("suggestion", "collisions", "housing", "--compatible", "--json", as_="bea").json()

    assert found["exact"] is True
    command = f"plein decision set housing {' '.join(map(str, found['suggestions']))} --adopt"
    assert command in answer.out
    assert call(*command.split()[1:], as_="bea").code == 0


def test_settling_refuses_what_it_cannot_know(call: Cli, at: At) -> None:
    """A place, or the clean ones; one taken over, or none; a reason always."""
    at("processing")

    for words in (
        (),
        ("1",),
        ("1", "--adopt", "1", "--keep"),
        ("1", "--clean"),
        ("--clean", "--adopt", "3"),
        ("1", "--keep", "--but", "2"),
    ):
        refused(call("decision", "settle", "housing", *words, "--because", "So.", as_="bea"), 2)
    refused(call("decision", "settle", "housing", "1", "--adopt", "1", as_="bea"), 2, "--because")
    refused(call("decision", "settle", "housing", "9", "--adopt", "1", "--because", "So.", as_="bea"), 3, "place 9")
    refused(call("decision", "settle", "housing", "1", "--adopt", "3", "--because", "So.", as_="bea"), 1, "place 1")
    refused(call("decision", "settle", "housing", "1", "--adopt", "1", "--because", "So.", as_="piet"), 4)


def test_a_place_that_reaches_far_shows_its_two_ends(call: Cli, at: At) -> None:
    """Of a place on paragraphs 3 to 503 nobody reads what lies between; scripts still get the whole passage."""
    at("drafting")
    parts = ["# Plan", *(f"Part {n} begins. It holds every year. So it ends, {n}." for n in range(2, 1000))]
    moved = [*parts[:2], *parts[3:503], parts[2], *parts[503:]]
    added = [*parts[:503], "Somebody adds this. It is new.", *parts[503:]]
    text, one, two = ("\n\n".join(those) + "\n" for those in (parts, moved, added))
    assert call("draft", "save", "housing", "-", as_="bea", stdin=text).code == 0
    assert call("cycle", "move", "housing", "review", "--ask", "So?").code == 0
    for person, new in (("piet", one), ("kim", two)):
        assert call("suggestion", "add", "housing", "-", as_=person, stdin=new).code == 0

    wall = call("suggestion", "collisions", "housing", as_="bea").out
    nl = call("suggestion", "collisions", "housing", as_="bea", env={"PLEIN_LANGUAGE": "nl"}).out
    (place,) = call("suggestion", "collisions", "housing", "--json").json()

    assert wall.startswith(
        "Place 1 · paragraph 3–503 · 2 suggestions, 2 alternatives · same place\n\n"
        "   > Part 3 begins. It holds every year. So it ends, 3.\n   … 499 paragraphs between …\n   > So it ends, 503.\n"
    )
    assert "   … 499 alinea’s ertussen …\n" in nl
    assert place["quote"] == "\n\n".join(parts[2:503])


def test_a_page_of_suggestions_says_how_to_go_on(call: Cli, at: At) -> None:
    """With the same conditions; a script reads a list, and asks after the last of it."""
    at("suggested")

    page = call("suggestion", "list", "housing", "--colliding", "--limit", "1")
    rest = call("suggestion", "list", "housing", "--colliding", "--limit", "1", "--after", "1")

    assert "1 of 4. What comes after them: plein suggestion list housing --colliding --limit 1 --after 1" in page.err
    assert "What comes after" not in page.out
    assert [line.split()[0] for line in rest.out.splitlines()] == ["2"]
    assert [one["id"] for one in call("suggestion", "list", "housing", "--limit", "1", "--after", "1", "--json").json()] == [2]
    refused(call("suggestion", "list", "housing", "--limit", "0"), 2, "A list of at most 0 is none")
