"""Newcomers who type nothing but what they are told: they get to the end, and speak for nobody but themselves."""

from __future__ import annotations

import re
import shlex
from datetime import timedelta
from pathlib import Path

import pytest

from plein import Plein
from tests.cli.conftest import At, Cli, refused
from tests.cli.test_next import TEXT, C, Walk

pytestmark = pytest.mark.usefixtures("empty")
GUEST = "guest"
PEOPLE = ("anna", GUEST, "piet", "late", None)
"""Who types: the host, whoever she invites, two who take part, one of whom comes in the review only, and nobody in particular."""


@pytest.fixture
def empty(at: At) -> None:
    at("empty")


@pytest.fixture
def newcomers(call: Cli, database: Path, tmp_path: Path) -> Newcomers:
    return Newcomers(call, database, tmp_path)


class Newcomers(Walk):
    """People who know nothing but the last line that they read, and fill in what stands in capitals."""

    def phase(self) -> str:
        """Where the cycle is."""
        with Plein(self.database) as plein:
            return plein.acting_as(None).cycle(C).show().phase

    def waiting(self, *, place: bool) -> int:
        """The number of a place at which suggestions collide; or of a suggestion without an answer, else of one that stands at such a place."""
        with Plein(self.database) as plein:
            suggestions = plein.acting_as("anna").cycle(C).suggestions
            undecided = [] if place else suggestions.list(undecided=True)
            return undecided[0].id if undecided else suggestions.collisions()[0].id

    def told(self, person: str | None) -> str:
        """What somebody is told to do on the home screen."""
        (then,) = self.run(person, "status", C).next
        return then

    def follow(self, person: str | None, line: str) -> None:
        """Type a line; and where that showed what waits for an answer, the line that is named there."""
        typed = [self.filled(word, person) for word in shlex.split(line)[1:]]
        done = self.run(person, *typed)
        assert done.code == 0, (person, line, done)
        if typed[:2] == ["group", "invite"]:
            self.tokens[typed[3]] = done.out.strip()
        waits = {("suggestion", "list"), ("draft", "merge"), ("suggestion", "collisions")}
        if tuple(typed[:2]) in waits and (not done.next or typed[-1] == "--dry-run"):
            named = re.findall(r"plein (?:decision s|suggestion c)[^()\n]*", done.out + done.err)
            assert named, (person, line, done)
            self.follow(person, named[0].strip())

    def filled(self, word: str, person: str | None) -> str:
        """The word; or what somebody would type in its place."""
        if word == "PERSON":
            return GUEST
        if word == "YYYY-MM-DD":
            return (self.now + timedelta(days=4)).date().isoformat()
        if word in ("N", "PLACE"):
            return str(self.waiting(place=word == "PLACE"))
        if word == "OLD":
            return "trees"
        return super().filled(word, person)


def test_newcomers_who_follow_what_they_are_told_come_to_the_end(newcomers: Newcomers) -> None:
    """From the first line to a final text, in which what two said in the same place was settled, and with nobody left without an answer."""
    assert newcomers.run("anna", "cycle", "new", C, "--title", "Homes", "--question", "Which?", "--language", "en").code == 0
    seen: list[str] = []
    said: set[tuple[str, str]] = set()
    for _ in range(40):
        for person in PEOPLE:
            then = newcomers.told(person)
            seen.append(f"{newcomers.phase()}: {person}: {then}")
            adds = next((command for command in ("suggestion add", "inventory add", "comment add") if command in then), None)
            if person is None or (person, adds) in said:
                continue  # who has said what they want waits
            newcomers.follow(person, then)
            said.update({(person, adds)} if adds else ())
        if newcomers.phase() == "final":
            break
        newcomers.now += timedelta(days=1)
    else:
        pytest.fail("\n".join(seen))

    with Plein(newcomers.database) as plein:
        here = plein.acting_as(None).cycle(C)
        answers = [one.decision and one.decision.outcome for one in here.suggestions.list()]
        assert {*answers} == {"adopted", "rejected"}  # some of them collided
        assert here.draft.show().text != TEXT
    for person in PEOPLE[1:]:
        assert newcomers.told(person) == f"plein draft show {C}"


def test_whoever_invites_is_not_told_to_answer_in_their_place(call: Cli, at: At) -> None:
    """A host who types the next line has not accepted for somebody who was never asked; the line to send on names who types it."""
    at("invitation")

    made = call("group", "invite", C, "joe", "--role", "drafter", "--because", "T.")

    answer = f"plein --as joe group accept {made.out.strip()}"
    assert f"They answer with: {answer}\n" in made.err
    (then,) = made.next
    assert "accept" not in then
    assert call(*shlex.split(then)[1:]).code == 0
    assert call(*shlex.split(answer)[1:], as_=None).code == 0


def test_only_whoever_may_answer_reads_how_below_what_waits(call: Cli, at: At) -> None:
    """A list is no dead end for them; and for others it is no invitation."""
    at("processing")
    hint = "Answer one or more: plein decision set housing N --adopt (or --adapt TEXT, --reject, --covered-by M, --noted; with --because TEXT)\n"

    assert call("suggestion", "list", C, "--undecided", as_="bea").err == hint
    assert call("suggestion", "list", C, "--undecided", as_="piet").err == ""
    assert call("suggestion", "list", C, as_="bea").err == ""
    for form in ("--json", "--csv"):
        assert call("suggestion", "list", C, "--undecided", form, as_="bea").err == ""


def test_a_merge_that_would_hold_something_says_where_to_look(call: Cli, at: At) -> None:
    """A dry run has no next line, and whoever was sent to it would stand still."""
    at("processing")
    call("decision", "set", C, "1", "2", "3", "--adopt", as_="bea")

    assert call("draft", "merge", C, "--dry-run", as_="bea").err == "Look at what is held: plein suggestion collisions housing\n"
    assert call("draft", "merge", C, "--dry-run", "--json", as_="bea").err == ""


def test_what_is_open_again_and_collides_is_looked_at_before_it_is_adopted(call: Cli, at: At) -> None:
    """Adopted beside what it collides with, both would be held."""
    at("processing")
    call("decision", "set", C, "1", "3", "--adopt", as_="bea")

    call("decision", "set", C, "2", "--reject", "--because", "No.", as_="bea")
    assert call("decision", "undo", C, "2", as_="bea").next == ["plein suggestion collisions housing"]
    assert call("decision", "undo", C, "3", as_="bea").next == ["plein decision set housing 3 --adopt"]


@pytest.mark.parametrize("words", [("suggestion", "add"), ("draft", "save")])
def test_who_has_no_file_yet_reads_where_the_text_is(call: Cli, at: At, words: tuple[str, ...]) -> None:
    """FILE is an edited copy of a text, which somebody has to have first; of a text that they may not read nothing is said."""
    plain = "There is no file FILE; name the file with the text, or - for standard input."
    at("review")
    answer = call(*words, C, "FILE", as_="piet")
    at("secret")
    closed = call(*words, C, "FILE", as_="piet")

    refused(answer, 3, f"plein: {plain} The text as it is now, to edit a copy of: plein draft show housing\n")
    assert call("draft", "show", C, as_="piet").code == 3
    refused(closed, 3)
    assert closed.err == f"plein: {plain}\n"


def test_a_cycle_that_ended_is_read(call: Cli, at: At) -> None:
    """The text is what everybody came for; where it stopped without one, how it went."""
    at("final")
    for person in ("anna", "bea", "piet", None):
        assert call("status", C, as_=person).next == ["plein draft show housing"]
    at("review")
    assert call("cycle", "move", C, "stopped", "--because", "No money.", "--yes").code == 0
    assert call("status", C, as_="piet").next == ["plein cycle show housing"]
