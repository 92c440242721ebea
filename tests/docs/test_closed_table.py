"""What the page on closed things says of each phase is what each person gets from the library, and the Dutch page says the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path

import pytest

from plein import Plein, Seat
from plein.errors import ActRefused, DraftCollides, NotAllowed, NotFound
from plein.workflow import BUILT_IN
from tests.conftest import NOON
from tests.cycles import TEXT, Housing

DOCS = Path(__file__).parents[2] / "docs"
AUDIENCES = {
    "everyone": {"public", "adviser", "drafter", "host"},
    "circle": {"adviser", "drafter", "host"},
    "hosts": {"host"},
    "–": set(),
}
DUTCH = {"iedereen": "everyone", "kring": "circle", "gespreksleiders": "hosts", "–": "–"}
PEOPLE = {"public": None, "adviser": "adam", "drafter": "bea", "host": "anna"}
PHASES = ("preparation", "inventory", "invitation", "drafting", "review", "drafting again", "final")
HIDDEN, MASKED = 2, 3
"""Numbers of the contribution that is hidden, and of the one under a pseudonym."""


def table(page: str) -> list[tuple[str, list[str]]]:
    """The rows of the first table of a page: what it is about, and who reads it in each phase."""
    lines = (DOCS / page).read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("|---"))
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in takewhile(lambda line: line.startswith("|"), lines[first + 1 :])
    ]
    return [(what, cells) for what, *cells in rows]


def _found(read: Callable[[Seat], object]) -> Callable[[Seat], bool]:
    """Whether there is such a thing for this person, and something in it."""

    def look(seat: Seat) -> bool:
        try:
            return bool(read(seat))
        except (NotFound, NotAllowed, ActRefused):
            return False

    return look


WINDOWS: Mapping[str, Callable[[Seat], bool]] = {
    "the question; who is in the circle, and why": _found(
        lambda s: s.cycle("housing").show().question and s.cycle("housing").group.list()[0].because
    ),
    "contributions, replies, links, nudges; how many support one": _found(
        lambda s: [
            one for one in s.cycle("housing").inventory.list() if one.text and (one.supports, one.links, len(one.nudges)) == (1, (4,), 1)
        ]
    ),
    "the text of a contribution that was hidden": _found(lambda s: s.cycle("housing").inventory.show(HIDDEN).text),
    "who is behind a pseudonym": _found(lambda s: s.cycle("housing").inventory.show(MASKED).behind),
    "a topic that was not opened yet; how heated a topic is": _found(
        lambda s: [one.heat for one in s.cycle("housing").topics.list() if one.opened is None]
    ),
    "name, contact and relation of a person": _found(lambda s: s.people.show("piet").contact),
    "the candidates for the group": _found(lambda s: s.cycle("housing").group.candidates()),
    "a version that was published": _found(lambda s: [one for one in s.cycle("housing").draft.list() if one.published]),
    "a version that was not published": _found(lambda s: s.cycle("housing").draft.show(1)),
    "the group's notes on versions; texts it set aside": _found(
        lambda s: any(one.note for one in s.cycle("housing").draft.list()) and s.cycle("housing").draft.aside(1)
    ),
    "comments inside the circle": _found(lambda s: s.cycle("housing").comments.list() and s.cycle("housing").comments.show(1)),
    "suggestions and tips, and why": _found(
        lambda s: len(s.cycle("housing").suggestions.list()) == 5 and s.cycle("housing").suggestions.show(1).why
    ),
    "where suggestions collide": _found(lambda s: s.cycle("housing").suggestions.collisions()),
    "a decision that was published, and its reason": _found(
        lambda s: [one for one in s.cycle("housing").decisions.list() if one.published]
    ),
    "a decision that was not published": _found(lambda s: [one for one in s.cycle("housing").decisions.list() if not one.published]),
    "who of the group took a decision": _found(lambda s: [one.by for one in s.cycle("housing").decisions.list() if one.by]),
    "closed entries of the record, such as who supported what": _found(
        lambda s: [one for one in s.cycle("housing").log() if one.body and one.body["closed"]]
    ),
}
"""What each row of the table means for the library. To be seen in a phase, a thing has to be there in it."""


def phases(path: Path) -> Iterator[tuple[str, Plein]]:
    """One cycle, at each phase in turn, with something of every kind in it."""
    with Plein(path, clock=lambda: NOON) as plein:
        housing = Housing(plein)
        anna, bea = housing.anna, housing.bea
        anna.people.add("piet", contact="piet@example.org")
        anna.cycle("housing").topics.add("quays", title="The quays")
        yield "preparation", plein
        _say(housing)
        yield "inventory", plein
        anna.cycle("housing").move("invitation")
        for person, role in (("bea", "drafter"), ("adam", "adviser")):
            plein.acting_as(person).invitations.accept(
                anna.cycle("housing").group.invite(person, role=role, because="Knows the list.").token
            )
        yield "invitation", plein
        anna.cycle("housing").move("drafting")
        bea.cycle("housing").draft.save(TEXT.replace("homes", "houses"), note="To begin with.")
        bea.cycle("housing").draft.save(TEXT)
        with pytest.raises(DraftCollides):
            anna.cycle("housing").draft.save(TEXT.replace("homes", "towers"), base=1)
        plein.acting_as("adam").cycle("housing").comments.add("Who pays?")
        yield "drafting", plein
        anna.cycle("housing").move("review")
        housing.suggest("piet", quote="homes", replace="towers", why="There is no room for the rest.")
        housing.suggest("kim", quote="homes", replace="flats")
        housing.seat("lea").cycle("housing").suggestions.tip("waiting list", "How long is it?")
        housing.suggest("piet", quote="trees", replace="fruit trees")
        housing.suggest("piet", quote="waiting list", replace="queue")
        housing.reject(4)
        bea.cycle("housing").decisions.publish()
        housing.reject(5)
        yield "review", plein
        anna.cycle("housing").move("drafting")
        yield "drafting again", plein
        housing.reject(1, 2)
        bea.cycle("housing").decisions.set([3], "noted", because="We will count.")
        bea.cycle("housing").decisions.publish()
        anna.cycle("housing").move("final")
        yield "final", plein


def _say(housing: Housing) -> None:
    """Hold an inventory: 1 is supported, nudged and linked, 2 is hidden, 3 is under a pseudonym, 4 answers."""
    housing.inventory()
    housing.seat("kim").cycle("housing").inventory.add("My neighbour at number 12 rents out his cellar.")
    housing.seat("lea").cycle("housing").inventory.add("I sleep in my car.", pseudonym="Driver")
    housing.seat("kim").cycle("housing").inventory.add("So does my son.", reply_to=1)
    housing.seat("kim").cycle("housing").inventory.support(1)
    housing.seat("kim").cycle("housing").inventory.nudge(1, "And the others?")
    housing.seat("kim").cycle("housing").inventory.link(1, 4)
    housing.anna.cycle("housing").inventory.hide(HIDDEN, "It names a neighbour.")


@pytest.fixture
def path(tmp_path: Path, empty_file: Path) -> Path:
    return Path(shutil.copy(empty_file, tmp_path / "plein.db"))


def test_who_reads_what_when_is_as_the_page_says(path: Path) -> None:
    """Staff promise it to people: a cell that promises too much, or too little, is a broken promise."""
    rows = table("closed.md")
    assert [what for what, _ in rows] == list(WINDOWS)

    for at, (phase, plein) in enumerate(phases(path)):
        assert phase == PHASES[at]
        for what, cells in rows:
            seen = {who for who, person in PEOPLE.items() if WINDOWS[what](plein.acting_as(person))}
            assert seen == AUDIENCES[cells[at]], (phase, what, sorted(seen))


def test_what_is_closed_stays_so_when_a_cycle_is_stopped(path: Path) -> None:
    """To stop is no way to make people's drafts public."""
    rows = dict(table("closed.md"))
    plein = next(plein for phase, plein in phases(path) if phase == "drafting again")
    plein.acting_as("anna").cycle("housing").move("stopped", because="The town has no money.")

    for what, window in WINDOWS.items():
        seen = {who for who, person in PEOPLE.items() if window(plein.acting_as(person))}
        expected = "–" if what == "the candidates for the group" else rows[what][PHASES.index("drafting again")]
        assert seen == AUDIENCES[expected], (what, sorted(seen))


def test_the_dutch_page_says_the_same() -> None:
    """Two languages, one promise."""
    english, dutch = table("closed.md"), table("nl/besloten.md")

    assert [[DUTCH[cell] for cell in cells] for _, cells in dutch] == [cells for _, cells in english]


def test_the_columns_are_the_phases_of_plein66() -> None:
    """A phase without a column would be one nobody knows anything of."""
    assert {phase.name for phase in BUILT_IN["plein66"].phases} == {*PHASES, "stopped"} - {"drafting again"}
    for what, cells in table("closed.md"):
        assert len(cells) == len(PHASES), what
