"""What is said, supported, nudged, linked and opened in a closed phase stays in the circle, until it is done again before everyone."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein import Outside, Plein, Seat
from plein.engine.rows.values import as_json
from plein.errors import NotFound, PleinError, Refused
from plein.workflow import FOCUS_GROUP, Definition, Move, Rule
from plein.workflow.roles import HOSTS
from tests.conftest import NOON
from tests.laws import looks
from tests.tiers import thorough

C = "panel"
SECRET = "xqinside"
NOTE = {"aim": f"Hear {SECRET}.", "scope": SECRET, "outcome": SECRET}


def there_and_back() -> Definition:
    """A focus group that goes on before everyone after it talked inside, and takes in there what was said elsewhere."""
    phases = tuple(
        dataclasses.replace(phase, acts={**phase.acts, "import-contributions": Rule(HOSTS)}) if phase.name == "conversation" else phase
        for phase in FOCUS_GROUP.phases
    )
    return dataclasses.replace(
        FOCUS_GROUP, name="there-and-back", phases=phases, moves=(*FOCUS_GROUP.moves, Move("conversation", "inventory", by=HOSTS))
    )


def begin(plein: Plein) -> None:
    """Two contributions of the public, one topic before everyone and one that only hosts see; bea and adam are in the circle."""
    anna = plein.acting_as("anna")
    anna.cycles.new(C, title="Panel", question="What should change?", definition=there_and_back(), language="en")
    cycle = anna.cycle(C)
    for name in ("bridge", "quays", "ferry"):
        cycle.topics.add(name, title=f"The {name}", aim="Hear it.", scope="This.", outcome="A report.")
    for name in ("bridge", "ferry"):
        cycle.topics.open(name)
    cycle.topics.close("ferry")
    cycle.move("inventory")
    plein.acting_as("piet").cycle(C).inventory.add("The rent.")
    plein.acting_as("kim").cycle(C).inventory.add("The quay.", topic="bridge")
    plein.acting_as("lea").cycle(C).inventory.add("The ferry.")
    plein.acting_as("kim").cycle(C).inventory.link(1, 3)
    cycle.move("invitation")
    for person, role in (("bea", "drafter"), ("adam", "adviser")):
        plein.acting_as(person).invitations.accept(cycle.group.invite(person, role=role, because="Listens well.").token)
    cycle.words.avoid(SECRET)
    cycle.move("conversation")


Do = Callable[[Seat], Any]

DEEDS: tuple[Do, ...] = (
    lambda s: s.cycle(C).inventory.add(SECRET, reply_to=1),
    lambda s: s.cycle(C).inventory.add(SECRET, topic="bridge"),
    lambda s: s.cycle(C).inventory.add(SECRET, topic="inner"),
    lambda s: s.cycle(C).inventory.support(1),
    lambda s: s.cycle(C).inventory.support(2),
    lambda s: s.cycle(C).inventory.support(4),
    lambda s: s.cycle(C).inventory.nudge(1, SECRET),
    lambda s: s.cycle(C).inventory.nudge(2, SECRET),
    lambda s: s.cycle(C).inventory.nudge(4, SECRET),
    lambda s: s.cycle(C).inventory.link(1, 2),
    lambda s: s.cycle(C).inventory.link(1, 4),
    lambda s: s.cycle(C).inventory.link(1, 2, undo=True),
    lambda s: s.cycle(C).inventory.hide(4, SECRET),
    lambda s: s.cycle(C).inventory.hide(1, SECRET, nudge="bea"),
    lambda s: s.cycle(C).inventory.import_([Outside(SECRET, "joe", source=SECRET)]),
    lambda s: s.cycle(C).topics.add("inner", title=SECRET, **NOTE),
    lambda s: s.cycle(C).topics.open("inner"),
    lambda s: s.cycle(C).topics.close("inner"),
    lambda s: s.cycle(C).topics.change("inner", aim=f"{SECRET} too"),
    lambda s: s.cycle(C).topics.open("quays"),
    lambda s: s.cycle(C).topics.change("quays", aim=SECRET),
    lambda s: s.cycle(C).topics.change("bridge", aim=SECRET),
    lambda s: s.cycle(C).topics.open("ferry"),
    lambda s: s.cycle(C).report.save(SECRET),
    lambda s: s.cycle(C).comments.add(SECRET),
)
"""What can be done inside. What hosts do to what everybody reads, so that everybody sees it, is not here: hiding it, and ending its topic."""


def view(seat: Seat) -> str:
    """All that somebody can read of what was said, as JSON says it."""
    here = seat.cycle(C)
    status = dataclasses.replace(here.status(), cycle=dataclasses.replace(here.status().cycle, revision=0))
    read = [here.inventory.list(), here.topics.list(), status, here.words.check(), here.report.show(draft=True), here.group.list()]
    read += [here.inventory.list(topic=one.name) for one in here.topics.list()]
    return json.dumps(as_json(read), default=repr)


@pytest.fixture(scope="module")
def template(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("inside") / "plein.db"))
    with Plein(path, clock=lambda: NOON) as plein:
        begin(plein)
    return path


@pytest.fixture
def plein(template: Path, tmp_path: Path) -> Iterator[Plein]:
    """The cycle in its conversation."""
    with Plein(shutil.copy(template, tmp_path / "plein.db"), clock=lambda: NOON) as one:
        yield one


@thorough
@looks(30)
@given(done=st.lists(st.tuples(st.sampled_from(("anna", "bea", "adam")), st.sampled_from(range(len(DEEDS)))), min_size=1, max_size=12))
def test_nothing_that_is_done_inside_is_seen_outside(
    template: Path, tmp_path_factory: pytest.TempPathFactory, done: Sequence[tuple[str, int]]
) -> None:
    """Whoever is in a closed conversation speaks freely because it is one. Outside, all reads as before: there, and back in the open."""
    path = shutil.copy(template, tmp_path_factory.mktemp("law") / "plein.db")
    with Plein(path, clock=lambda: NOON) as plein:
        outside = [plein.acting_as(person) for person in ("kim", None)]
        before, told = [view(seat) for seat in outside], len(outside[1].cycle(C).log())
        for person, deed in done:
            try:
                DEEDS[deed](plein.acting_as(person))
            except PleinError:
                continue

        assert [view(seat) for seat in outside] == before
        assert [entry.body for entry in outside[1].cycle(C).log()[told:] if entry.body is not None] == []
        assert plein.acting_as("anna").verify().damage == ()
        plein.acting_as("anna").cycle(C).move("inventory")
        assert SECRET not in "".join(view(seat) for seat in outside).replace(f'"word": "{SECRET}"', "")


def test_what_is_done_again_before_everyone_is_theirs(plein: Plein) -> None:
    """The circle publishes what it wants to by doing it in the open, and everything else stays inside."""
    anna, bea, kim, nobody = (plein.acting_as(person) for person in ("anna", "bea", "kim", None))
    bea.cycle(C).inventory.support(1)
    bea.cycle(C).inventory.link(1, 2)
    anna.cycle(C).topics.open("quays")
    anna.cycle(C).move("inventory")
    assert nobody.cycle(C).inventory.show(1).supports == 0
    assert nobody.cycle(C).inventory.show(1).links == (3,)
    assert [one.name for one in nobody.cycle(C).topics.list()] == ["question", "bridge", "ferry"]

    bea.cycle(C).inventory.support(1)
    kim.cycle(C).inventory.link(2, 1)
    opened = anna.cycle(C).topics.open("quays")

    assert (opened.inside, nobody.cycle(C).topics.show("quays").opened) == (False, NOON)
    assert nobody.cycle(C).inventory.show(1).supports == 1
    assert nobody.cycle(C).inventory.show(1).links == (2, 3)
    assert kim.cycle(C).inventory.add("Now I know of it.", topic="quays").topic == "quays"
    assert anna.verify().damage == ()


def test_doing_it_twice_in_one_place_adds_nothing(plein: Plein) -> None:
    """Whoever did it in the open does not hide it by doing it inside."""
    anna, bea, kim = (plein.acting_as(person) for person in ("anna", "bea", "kim"))
    bea.cycle(C).inventory.support(2)
    revision = bea.cycle(C).show().revision
    bea.cycle(C).inventory.support(2)
    bea.cycle(C).inventory.link(3, 1)
    assert bea.cycle(C).show().revision == revision
    assert kim.cycle(C).inventory.show(1).links == (3,)
    anna.cycle(C).topics.open("quays")
    anna.cycle(C).topics.open("quays")
    assert bea.cycle(C).show().revision == revision + 1


def test_outside_a_link_of_the_circle_is_not_there_to_take_back(plein: Plein) -> None:
    """The refusal is that of a link nobody made."""
    anna, bea, kim = (plein.acting_as(person) for person in ("anna", "bea", "kim"))
    bea.cycle(C).inventory.link(1, 2)
    anna.cycle(C).move("inventory")

    for first, second in ((1, 2), (2, 3)):
        with pytest.raises(NotFound, match=f"Contributions {first} and {second} are not linked"):
            kim.cycle(C).inventory.link(first, second, undo=True)


def test_in_the_open_nothing_is_said_about_a_topic_of_the_circle(plein: Plein) -> None:
    """Its name would stand beside the words; and an answer to something closed would tell that it is there."""
    anna, bea, kim, nobody = (plein.acting_as(person) for person in ("anna", "bea", "kim", None))
    anna.cycle(C).topics.add("inner", title=SECRET, **NOTE)
    anna.cycle(C).topics.open("inner")
    bea.cycle(C).inventory.add(SECRET, topic="inner")
    bea.cycle(C).inventory.add(SECRET)
    anna.cycle(C).move("inventory")

    with pytest.raises(Refused, match="“inner” is no open topic: choose bridge, or leave it out"):
        bea.cycle(C).inventory.add("In the open.", topic="inner")
    with pytest.raises(Refused, match="“inner” is no open topic: choose bridge, or leave it out"):
        kim.cycle(C).inventory.add("In the open.", topic="inner")
    answer = bea.cycle(C).inventory.add("An answer.", reply_to=5)
    assert answer.id not in [one.id for one in nobody.cycle(C).inventory.list()]


def test_a_topic_of_the_circle_does_not_take_away_peoples_labels(empty_file: Path, tmp_path: Path) -> None:
    """Where everyone may say in a word of their own what it is about, a refusal would tell of the topic."""
    with Plein(shutil.copy(empty_file, tmp_path / "plein.db"), clock=lambda: NOON) as plein:
        anna, bea, kim = (plein.acting_as(person) for person in ("anna", "bea", "kim"))
        anna.cycles.new(C, title="Panel", question="What?", definition=there_and_back(), language="en")
        cycle = anna.cycle(C)
        cycle.move("inventory")
        kim.cycle(C).inventory.add("The rent.", topic="rent")
        cycle.move("invitation")
        bea.invitations.accept(cycle.group.invite("bea", role="drafter", because="Listens well.").token)
        cycle.move("conversation")
        cycle.topics.add("inner", title=SECRET, **NOTE)
        cycle.topics.open("inner")
        cycle.move("inventory")

        assert kim.cycle(C).inventory.add("The street.", topic="street").topic == "street"
        assert [one.id for one in kim.cycle(C).inventory.list(topic="rent")] == [1]


def test_a_topic_before_everyone_is_not_changed_or_opened_from_inside(plein: Plein) -> None:
    """It would be public at once; the refusal says what to do instead. Ending it says nothing of anybody, and is seen."""
    cycle = plein.acting_as("anna").cycle(C)
    for do in (lambda: cycle.topics.change("bridge", aim=SECRET), lambda: cycle.topics.open("ferry")):
        with pytest.raises(Refused, match="is before everyone, and what is set in the conversation phase stays inside"):
            do()
    cycle.topics.close("bridge")

    assert plein.acting_as(None).cycle(C).topics.show("bridge").closed == NOON
    assert plein.acting_as("anna").verify().damage == ()


def test_who_is_erased_leaves_nothing_of_what_they_did_inside(plein: Plein) -> None:
    """The entry that tells of it is the circle's as well."""
    plein.acting_as("bea").cycle(C).inventory.nudge(1, SECRET)
    told = len(plein.acting_as(None).cycle(C).log())
    plein.acting_as("anna").people.erase("bea", texts=True)

    assert "nudges" not in {key for entry in plein.acting_as(None).cycle(C).log()[told:] if entry.body for key in entry.body}
    assert plein.acting_as("anna").verify().damage == ()
