"""``plein group``: invitations that end, sounding boards, hosts. The same rules as in the library, with their exit codes."""

from __future__ import annotations

import csv
import io

from tests.cli.conftest import At, Cli, refused
from tests.cli.test_refusals import Unchanged

INVITE = ("group", "invite", "housing", "joe", "--role", "adviser", "--because", "Counts trees.")
BOARD = ("--because", "They work there.", "--topic", "The harbour", "--until", "2026-12-18")


def test_the_token_is_alone_on_standard_output(call: Cli, at: At) -> None:
    """A script takes it as it is; what is to be said of the circle stands beside it, after it."""
    at("invitation")

    made = call("group", "invite", "housing", "joe", "--role", "drafter", "--because", "T.", "--for", "1")

    token = made.out.strip()
    assert len(token) == 32
    assert "Mind: Contribution 1 is by piet, not by joe." in made.err
    assert f"They answer with: plein --as joe group accept {token}" in made.err
    assert call("group", "accept", token, as_="joe").code == 0


def test_warnings_are_in_the_json(call: Cli, at: At) -> None:
    """With until when it can be answered."""
    at("invitation")

    made = call(*INVITE, "--for", "1", "--expires", "2026-12-01", "--json").json()

    assert made["warnings"] == ["Contribution 1 is by piet, not by joe."]
    assert made["expires"] == "2026-12-01T22:59:59+00:00"
    assert call("group", "list", "housing", "--json").json()[-1]["expires"] == made["expires"]


def test_an_expired_token_is_refused(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Exit code 1, and the list says it."""
    at("invitation")
    token = call(*INVITE, "--expires", "2026-11-27").out.strip()

    with unchanged():
        refused(call("group", "accept", token, as_="joe", now="2026-11-28"), 1, "has expired", "ask the host")
        refused(call("group", "decline", token, as_="joe", now="2026-11-28"), 1, "has expired")
        assert call("group", "list", "housing", now="2026-11-28").out.splitlines()[-1].split("\t")[:3] == ["joe", "adviser", "expired"]
    refused(call("group", "invite", "housing", "kit", *INVITE[4:], "--expires", "2026-11-01"), 2, "--expires")


def test_an_invitation_is_withdrawn(call: Cli, at: At) -> None:
    """It is said as what it is, and the token is worth nothing."""
    at("invitation")
    token = call(*INVITE).out.strip()

    gone = call("group", "remove", "housing", "joe", "--because", "The circle is full.")

    assert gone.out == "The invitation of joe as adviser is taken back.\n"
    assert call("group", "list", "housing", "--json", as_=None).json()[-1]["status"] == "withdrawn"
    refused(call("group", "accept", token, as_="joe"), 1, "taken back")
    assert call("verify").code == 0


def test_who_answers_without_saying_who_they_are_is_told_what_the_record_says(call: Cli, at: At) -> None:
    """The token is enough; and it is written down that it was all there was."""
    at("drafting")
    told = "The record says that whoever held the token answered."
    invited = ("group", "invite", "housing", "--role", "adviser", "--because", "Counts trees.")

    assert told in call("group", "accept", call(*invited, "joe").out.strip(), as_=None).out
    assert told in call("group", "decline", call(*invited, "mia").out.strip(), as_=None).out
    assert told not in call("group", "accept", call(*invited, "tom").out.strip(), as_="tom").out


def test_a_board_is_set_and_invited(call: Cli, at: At) -> None:
    """A file of people, one command, a token for each."""
    at("drafting")
    made = call("board", "set", "harbour side", "--file", "-", stdin="person,relation\nuna,expert\nvic,\nbea,member\n")
    assert made.out == "3 people are on the sounding board “harbour side”.\n"
    assert "Next: plein group board CYCLE 'harbour side' --because TEXT --topic TEXT --until WHEN" in made.err

    asked = call("group", "board", "housing", "harbour side", *BOARD)

    rows = [line.split("\t") for line in asked.out.splitlines()]
    assert [person for person, _ in rows] == ["una", "vic"]
    assert "Passed over, being in the circle or invited already: bea" in asked.err
    assert asked.err.rstrip().endswith("Next: plein group list housing")
    for person, token in rows:
        assert call("group", "accept", token, as_=person).code == 0
    refused(call("group", "board", "housing", "harbour side", *BOARD), 1, "Everybody on the sounding board")
    public = call("group", "list", "housing", "--json", as_=None).json()[-1]
    assert (public["board"], public["topic"], public["role"], public["status"]) == ("harbour side", "The harbour", "adviser", "accepted")
    assert call("draft", "show", "housing", as_="una").code == 0
    refused(call("draft", "show", "housing", as_="una", now="2026-12-19"), 3)
    assert call("verify").code == 0


def test_the_tokens_of_a_board_as_csv_and_json(call: Cli, at: At) -> None:
    """For a mail merge, or a script."""
    at("invitation")
    call("board", "set", "harbour", "una", "vic")
    call("board", "set", "elders", "wim")

    found = list(csv.DictReader(io.StringIO(call("group", "board", "housing", "harbour", *BOARD, "--csv").out)))
    made = call("group", "board", "housing", "elders", *BOARD, "--json").json()

    assert [(row["person"], len(row["token"])) for row in found] == [("una", 32), ("vic", 32)]
    assert (made["board"], made["skipped"], made["invitations"][0]["person"]) == ("elders", [], "wim")
    assert len(made["invitations"][0]["token"]) == 32


def test_a_board_is_invited_for_a_topic_and_until_a_date(call: Cli, at: At, unchanged: Unchanged) -> None:
    """Both are asked for; without them it is a mistake in the command."""
    at("invitation")
    call("board", "set", "harbour", "una")
    words = ("group", "board", "housing", "harbour")
    with unchanged():
        refused(call(*words, "--because", "T.", "--until", "2026-12-18"), 2, "--topic")
        refused(call(*words, "--because", "T.", "--topic", "T"), 2, "--until")
        refused(call(*words, *BOARD[:-1], "2026-11-01"), 2, "--until")
        refused(call("group", "board", "housing", "nobody", *BOARD), 3, "no sounding board “nobody”")
        refused(call(*words, *BOARD, as_="piet"), 4)
        refused(call(*words, *BOARD, as_=None), 4)
    at("inventory")
    call("board", "set", "harbour", "una")
    refused(call(*words, *BOARD), 1, "invitation")


def test_hosts_come_and_go(call: Cli, at: At, unchanged: Unchanged) -> None:
    """At once, in public, and one always stays."""
    at("inventory")
    with unchanged():
        refused(call("group", "host", "housing", "anna", "--end", "--because", "T."), 1, "last host", "plein group host housing PERSON")
        refused(call("group", "host", "housing", "mo", "--because", "T.", as_="piet"), 4)
        refused(call("group", "host", "housing", "mo"), 2, "--because")

    assert call("group", "host", "housing", "mo", "--because", "Knows the harbour.").out == "mo is a host of housing.\n"
    assert call("cycle", "show", "housing", "--json", as_=None).json()["hosts"] == ["anna", "mo"]
    gone = call("group", "host", "housing", "anna", "--end", "--because", "Enough.", "--json", as_="mo").json()
    assert (gone["person"], gone["role"], gone["status"], gone["removed_because"]) == ("anna", "host", "removed", "Enough.")
    refused(call("cycle", "move", "housing", "invitation"), 4)
    assert call("cycle", "move", "housing", "invitation", as_="mo").code == 0
