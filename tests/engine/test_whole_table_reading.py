"""The whole table of reading, through the library: every read, every role, every phase. What is closed to somebody is not there for them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from plein import Seat
from plein.engine.rows.values import as_json
from plein.errors import NotFound, PleinError
from tests.calls import CALLS as ALL
from tests.calls import WRITING, made
from tests.engine.test_whole_table import CALLS, REGISTER
from tests.phases import EVERY, OFTEN, PEOPLE, SECRETS, TOKENS, C, names_role, read_table, seat_of
from tests.taken import Opened, Taken, everywhere, taking
from tests.tiers import spread

Read = Callable[[Seat], Any]

# whatever the phase, these answer everybody; how much they tell each is in SECRETS and PARTS
OPEN: Mapping[str, Read] = {
    "cycles": lambda s: s.cycles.list(),
    "cycle": lambda s: s.cycle(C).show(),
    "story": lambda s: s.cycle(C).story(),
    "memory": lambda s: s.cycle(C).memory(),
    "diagram": lambda s: s.cycle(C).diagram(),
    "definition": lambda s: s.cycle(C).definition().to_data(),
    "status": lambda s: s.cycle(C).status(),
    "rules": lambda s: s.cycle(C).rules(),
    "my_rules": lambda s: s.cycle(C).my_rules(),
    "may": lambda s: s.cycle(C).may("decide"),
    "may_move": lambda s: s.cycle(C).may_move("final"),
    "log": lambda s: s.cycle(C).log(),
    "verify": lambda s: [s.cycle(C).verify(), s.verify()],
    "members": lambda s: s.cycle(C).group.list(),
    "topics": lambda s: s.cycle(C).topics.list(),
    "topic": lambda s: [s.cycle(C).topics.show(), s.cycle(C).topics.show("bridge")],
    "contributions": lambda s: [s.cycle(C).inventory.list(), s.cycle(C).inventory.list(topic="bridge")],
    "words": lambda s: s.cycle(C).words.list(),
    "check_words": lambda s: s.cycle(C).words.check(),
    "promises": lambda s: s.cycle(C).promises(),
    "versions": lambda s: s.cycle(C).draft.list(),
    "blames": lambda s: s.cycle(C).draft.blames(),
    "suggestions": lambda s: s.cycle(C).suggestions.list(),
    "collisions": lambda s: s.cycle(C).suggestions.collisions(),
    "compatible": lambda s: s.cycle(C).suggestions.compatible(),
    "unsound": lambda s: s.cycle(C).suggestions.unsound(),
    "decisions": lambda s: s.cycle(C).decisions.list(),
    "asides": lambda s: s.cycle(C).draft.asides(),
    "comments": lambda s: s.cycle(C).comments.list(),
    "composed_report": lambda s: s.cycle(C).report.show(draft=True).text,
    "people": lambda s: s.people.list(),
    "boards": lambda s: s.boards.list(),
    "invited_to": lambda s: s.invitations.cycle_of(TOKENS["dora"]),
}

# of which there is one, or there is not
SINGLE: Mapping[str, Read] = {
    "contribution 1": lambda s: s.cycle(C).inventory.show(1),
    "contribution 4, hidden": lambda s: s.cycle(C).inventory.show(4),
    "contribution 5, said inside": lambda s: s.cycle(C).inventory.show(5),
    "contributions to a closed topic": lambda s: s.cycle(C).inventory.list(topic="quays"),
    "topic that is not open": lambda s: s.cycle(C).topics.show("quays"),
    "topic opened inside": lambda s: [s.cycle(C).topics.show("inner"), s.cycle(C).inventory.list(topic="inner")],
    "version, the newest": lambda s: s.cycle(C).draft.show(),
    "version 1": lambda s: s.cycle(C).draft.show(1),
    "version 2": lambda s: s.cycle(C).draft.show(2),
    "version 3": lambda s: s.cycle(C).draft.show(3),
    "under_review": lambda s: s.cycle(C).draft.under_review(),
    "diff": lambda s: s.cycle(C).draft.diff(1, 2),
    "blame": lambda s: s.cycle(C).draft.blame(),
    "blame 2": lambda s: s.cycle(C).draft.blame(2),
    "aside": lambda s: [s.cycle(C).draft.aside(1), s.cycle(C).draft.aside(1, whole=True)],
    "read_comment": lambda s: s.cycle(C).comments.show(1),
    "suggestion": lambda s: [s.cycle(C).suggestions.show(2), s.cycle(C).suggestions.show(8)],
    "report": lambda s: s.cycle(C).report.show(),
    "board": lambda s: [s.boards.show("xqboard"), s.boards.show("harbour")],
    "registered": lambda s: s.people.show("piet"),
    "registered, a pseudonym": lambda s: s.people.show("~Owl"),
    "registered, oneself": lambda s: s.people.show(s.person or "zoe"),
    "export_person": lambda s: [s.people.export(one) for one in ("piet", "bea")],
    "export_person, oneself": lambda s: s.people.export(s.person or "zoe"),
}

# h host, d drafter, a adviser, z somebody of the public, p everybody and nobody, · nobody, or it is not there; the others: NotFound
PLEIN66 = """
                                preparation  inventory  invitation  drafting  review  final  stopped
contribution_1                       ·           p          p          p         p      p       p
contribution_4,_hidden               ·           p          p          p         p      p       p
contribution_5,_said_inside          ·           ·          ·          ·         ·      ·       ·
contributions_to_a_closed_topic      h           h          h          h         h      h       h
topic_that_is_not_open               h           h          h          h         h      h       h
topic_opened_inside                  ·           ·          ·          ·         ·      ·       ·
version,_the_newest                  ·           ·          ·          p         p      p       p
version_1                            ·           ·          ·          p         p      p       p
version_2                            ·           ·          ·          hda       hda    hda     hda
version_3                            ·           ·          ·          hda       p      p       hda
under_review                         ·           ·          ·          p         p      p       p
diff                                 ·           ·          ·          hda       hda    hda     hda
blame                                ·           ·          ·          p         p      p       p
blame_2                              ·           ·          ·          hda       hda    hda     hda
aside                                ·           ·          ·          hda       hda    hda     hda
read_comment                         ·           ·          ·          hda       hda    hda     hda
suggestion                           ·           ·          ·          p         p      p       p
report                               ·           ·          ·          ·         ·      ·       ·
board                                h           h          h          h         h      h       h
registered                           h           h          h          h         h      h       h
registered,_a_pseudonym              ·           h          h          h         h      h       h
registered,_oneself                  hdaz        hdaz       hdaz       hdaz      hdaz   hdaz    hdaz
export_person                        h           h          h          h         h      h       h
export_person,_oneself               hdaz        hdaz       hdaz       hdaz      hdaz   hdaz    hdaz
"""
FOCUS_GROUP = """
                                preparation  inventory  invitation  conversation  final  stopped
contribution_1                       ·           p          p          p            p       p
contribution_4,_hidden               ·           p          p          p            p       p
contribution_5,_said_inside          ·           ·          ·          hda          hda     hda
contributions_to_a_closed_topic      h           h          h          h            h       h
topic_that_is_not_open               h           h          h          h            h       h
topic_opened_inside                  ·           ·          ·          hda          hda     hda
version,_the_newest                  ·           ·          ·          ·            ·       ·
version_1                            ·           ·          ·          ·            ·       ·
version_2                            ·           ·          ·          ·            ·       ·
version_3                            ·           ·          ·          ·            ·       ·
under_review                         ·           ·          ·          ·            ·       ·
diff                                 ·           ·          ·          ·            ·       ·
blame                                ·           ·          ·          ·            ·       ·
blame_2                              ·           ·          ·          ·            ·       ·
aside                                ·           ·          ·          ·            ·       ·
read_comment                         ·           ·          ·          hda          hda     hda
suggestion                           ·           ·          ·          ·            ·       ·
report                               ·           ·          ·          hda          p       hda
board                                h           h          h          h            h       h
registered                           h           h          h          h            h       h
registered,_a_pseudonym              ·           h          h          h            h       h
registered,_oneself                  hdaz        hdaz       hdaz       hdaz         hdaz    hdaz
export_person                        h           h          h          h            h       h
export_person,_oneself               hdaz        hdaz       hdaz       hdaz         hdaz    hdaz
"""
THERE = {"plein66": read_table(PLEIN66), "focus-group": read_table(FOCUS_GROUP)}

# what of it, where it is a part: definition, phase, read → what those inside get, what the others get
INSIDE, OUTSIDE = ("host", "drafter", "adviser"), ("public", "nobody")
PARTS: tuple[tuple[str, str, Read, Any, Any], ...] = (
    ("plein66", "drafting", lambda s: [one.number for one in s.cycle(C).draft.list()], [1, 2, 3], [1]),
    ("plein66", "review", lambda s: [one.number for one in s.cycle(C).draft.list()], [1, 2, 3], [1, 3]),
    ("plein66", "final", lambda s: [one.number for one in s.cycle(C).draft.list()], [1, 2, 3, 4], [1, 3, 4]),
    ("plein66", "stopped", lambda s: [one.number for one in s.cycle(C).draft.list()], [1, 2, 3], [1]),
    ("plein66", "drafting", lambda s: s.cycle(C).draft.show().number, 3, 1),
    ("plein66", "review", lambda s: [one.note for one in s.cycle(C).draft.list()][-1], "xqnote", None),
    ("plein66", "final", lambda s: [one.number for one in s.cycle(C).draft.list() if one.note], [2, 3, 4], []),
    ("plein66", "drafting", lambda s: list(s.cycle(C).draft.blames()), [1, 2, 3], [1]),
    ("plein66", "final", lambda s: list(s.cycle(C).draft.blames()), [1, 2, 3, 4], [1, 3, 4]),
    ("plein66", "drafting", lambda s: [one.suggestion for one in s.cycle(C).decisions.list()], [2, 8], []),
    ("plein66", "review", lambda s: [one.suggestion for one in s.cycle(C).decisions.list()], [2, 8], []),
    ("plein66", "stopped", lambda s: [one.suggestion for one in s.cycle(C).decisions.list()], [2, 8], []),
    ("plein66", "final", lambda s: {one.by for one in s.cycle(C).decisions.list()}, {"bea"}, {None}),
    ("plein66", "drafting", lambda s: [one.id for one in s.cycle(C).suggestions.list() if one.status == "decided"], [2, 8], []),
    ("plein66", "drafting", lambda s: len(s.cycle(C).suggestions.list(undecided=True)), 7, 9),
    ("plein66", "drafting", lambda s: [one.id for one in s.cycle(C).suggestions.list(colliding=True)], [4, 5, 6, 7], [1, 2, 4, 5, 6, 7]),
    ("plein66", "drafting", lambda s: len(s.cycle(C).suggestions.collisions()), 1, 2),
    ("plein66", "drafting", lambda s: s.cycle(C).status().counts.get("versions"), 3, 1),
    ("plein66", "drafting", lambda s: s.cycle(C).status().counts.get("decisions"), 2, 0),
    (
        "plein66",
        "drafting",
        lambda s: sorted(s.cycle(C).status().counts.keys() & {"undecided", "unpublished"}),
        ["undecided", "unpublished"],
        [],
    ),
    ("plein66", "drafting", lambda s: (len(s.cycle(C).draft.asides()), len(s.cycle(C).comments.list())), (1, 1), (0, 0)),
    ("plein66", "final", lambda s: (len(s.cycle(C).draft.asides()), len(s.cycle(C).comments.list())), (1, 1), (0, 0)),
    ("plein66", "drafting", lambda s: {one.act for one in s.cycle(C).log() if not one.body}, set(), {"closed"}),
    ("plein66", "drafting", lambda s: [(one.at, one.by) for one in s.cycle(C).log() if one.by is None], [], [(None, None)] * 10),
    ("plein66", "stopped", lambda s: len([one for one in s.cycle(C).log() if one.by is None]), 0, 10),
    ("focus-group", "conversation", lambda s: [one.id for one in s.cycle(C).inventory.list()], [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4]),
    ("focus-group", "final", lambda s: [one.id for one in s.cycle(C).inventory.list()], [1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4]),
    ("focus-group", "conversation", lambda s: s.cycle(C).inventory.show(1).links, (3, 5), ()),
    ("focus-group", "final", lambda s: s.cycle(C).inventory.show(1).links, (3, 5), ()),
    ("focus-group", "conversation", lambda s: s.cycle(C).inventory.show(2).supports, 2, 1),
    ("focus-group", "stopped", lambda s: s.cycle(C).inventory.list(topic="bridge")[0].supports, 2, 1),
    ("focus-group", "conversation", lambda s: [one.author for one in s.cycle(C).inventory.show(1).nudges], ["kim", "adam"], ["kim"]),
    ("focus-group", "conversation", lambda s: [one.name for one in s.cycle(C).topics.list() if one.inside], ["inner"], []),
    ("focus-group", "final", lambda s: [one.name for one in s.cycle(C).status().topics if one.inside], ["inner"], []),
    ("focus-group", "conversation", lambda s: s.cycle(C).status().counts["contributions"], 6, 3),
    ("focus-group", "conversation", lambda s: s.cycle(C).topics.show().contributions, 4, 2),
    ("focus-group", "conversation", lambda s: s.cycle(C).topics.show().nudges, 3, 1),
    ("focus-group", "stopped", lambda s: len(s.cycle(C).comments.list()), 1, 0),
    ("focus-group", "final", lambda s: [one.act for one in s.cycle(C).log() if one.by is None], [], ["closed"] * 16),
)
# the same where hosts alone get all
HOSTS: tuple[tuple[Read, Any, Any], ...] = (
    (lambda s: [one.name for one in s.cycle(C).topics.list() if not one.inside], ["question", "bridge", "quays"], ["question", "bridge"]),
    (lambda s: [one.name for one in s.cycle(C).status().topics if not one.inside], ["question", "bridge", "quays"], ["question", "bridge"]),
    (lambda s: {one.heat is None for one in s.cycle(C).topics.list()}, {False}, {True}),
    (lambda s: [one.name for one in s.boards.list()], ["harbour", "xqboard"], []),
)
SAID: tuple[tuple[Read, Any, Any], ...] = (
    (lambda s: s.cycle(C).inventory.show(4).text, "Send xqhidden away.", None),
    (lambda s: s.cycle(C).inventory.show(4).hidden, "It names a neighbour.", "It names a neighbour."),
    (lambda s: [s.cycle(C).inventory.show(number).behind for number in (1, 3)], [None, "xqbehind"], [None, None]),
    (lambda s: s.cycle(C).inventory.show(1).name, "xqname", None),
    (lambda s: [one.because for one in s.cycle(C).inventory.show(2).nudges], ["xqinsult"], [None]),
    (lambda s: [(one.author, one.hidden) for one in s.cycle(C).inventory.show(2).nudges], *[[("lea", "It calls kim names.")]] * 2),
)


@pytest.fixture
def taken(request: pytest.FixtureRequest) -> Iterator[Opened]:
    """``taken("plein66", "review")``: a session on the cycle in that phase; whatever is done in it is taken back."""
    yield from taking(request)


every_phase = pytest.mark.parametrize(("definition", "phase"), EVERY)
often_everywhere = pytest.mark.parametrize(
    ("database", "definition", "phase"), spread(everywhere(EVERY), everywhere([("plein66", "drafting"), *OFTEN]))
)
every_role = pytest.mark.parametrize("role", PEOPLE)


def answer(read: Read, seat: Seat) -> str | None:
    """What somebody gets, as JSON says it; None where it is not there for them."""
    try:
        return json.dumps(as_json(read(seat)), ensure_ascii=False, default=repr)
    except NotFound:
        return None


def test_every_read_has_its_line() -> None:
    """Whatever can be read must be in the table: a new method must come with its line here."""
    reads = [*OPEN.values(), *SINGLE.values(), *CALLS["see-candidates"].values()]
    called = {path for read in reads for path in made(read)}

    assert ALL.keys() - WRITING - {path for do in REGISTER.values() for path in made(do)} == called
    for table in THERE.values():
        assert [row.replace("_", " ") for row in table] == [name.replace("_", " ") for name in SINGLE]


@every_role
@often_everywhere
def test_everybody_reads_what_the_table_says_and_no_closed_word(
    taken: Opened, database: str, definition: str, phase: str, role: str
) -> None:
    """Yes or *not found*; and in all that there is to read together, every closed word that is for them, and none that is not."""
    here = taken(definition, phase)
    seat, table = seat_of(here.plein, role), {row.replace("_", " "): cells[phase] for row, cells in THERE[definition].items()}

    given = {name: answer(read, seat) for name, read in SINGLE.items()}
    assert {name for name, found in given.items() if found is not None} == {
        name for name in SINGLE if names_role(table[name.replace("_", " ")], role)
    }
    given |= {name: answer(read, seat) for name, read in OPEN.items()}
    assert [name for name in OPEN if given[name] is None] == []

    found: dict[str, list[str]] = defaultdict(list)
    for name, text in given.items():
        for word in (*SECRETS[definition], "xqtoken", "token_digest"):
            if text is not None and word in text:
                found[word].append(name)
    allowed = {word for word, cells in SECRETS[definition].items() if names_role(cells[phase], role)}
    assert {word: where for word, where in found.items() if word not in allowed} == {}
    assert allowed - found.keys() == set()


@pytest.mark.parametrize("definition", THERE)
def test_part_of_it_is_exactly_that_part(taken: Opened, definition: str) -> None:
    """Lists, counts, statuses and the record hold no trace of what is closed: the same question, and what each gets."""
    wrong, places = [], dict[str, Taken]()
    for number, (of, phase, read, inside, outside) in enumerate(PARTS):
        if of == definition:
            places.setdefault(phase, taken(definition, phase))
            for role in PEOPLE:
                given = read(seat_of(places[phase].plein, role))
                if given != (inside if role in INSIDE else outside):
                    wrong.append((number, phase, role, given))
    for phase, here in places.items():
        for read, all_of_it, part in (*HOSTS, *SAID):
            for role in PEOPLE:
                given = read(seat_of(here.plein, role))
                if given != (all_of_it if role == "host" else part):
                    wrong.append((read.__code__.co_firstlineno, phase, role, given))
    assert wrong == []


def test_a_report_does_not_tell_of_a_topic_that_is_not_open(taken: Opened) -> None:
    """Somebody's label and the name a host chose for a topic to come may be the same; its title is for hosts until it opens."""
    plein = taken("focus-group", "beginning").plein
    anna, zoe = plein.acting_as("anna"), plein.acting_as("zoe")
    anna.cycles.new("lake", title="The lake", question="What of it?", definition="focus-group", language="en")
    anna.cycle("lake").move("inventory")
    zoe.cycle("lake").inventory.add("I swim there.", topic="shore")
    anna.cycle("lake").topics.add("shore", title="xqtitle")

    assert "xqtitle" not in zoe.cycle("lake").report.show(draft=True).text
    assert "## shore" in zoe.cycle("lake").report.show(draft=True).text


@every_phase
def test_a_closed_thing_and_none_at_all_sound_the_same(taken: Opened, definition: str, phase: str) -> None:
    """From the refusal nobody can tell that there is something to find."""
    here = taken(definition, phase)
    pairs: tuple[tuple[Read, Read, str, str], ...] = (
        (lambda s: s.cycle(C).draft.show(2), lambda s: s.cycle(C).draft.show(77), "2", "77"),
        (lambda s: s.cycle(C).inventory.show(5), lambda s: s.cycle(C).inventory.show(77), "5", "77"),
        (lambda s: s.cycle(C).draft.aside(1), lambda s: s.cycle(C).draft.aside(77), "1", "77"),
        (lambda s: s.cycle(C).comments.show(1), lambda s: s.cycle(C).comments.show(77), "1", "77"),
        (lambda s: s.cycle(C).draft.blame(2), lambda s: s.cycle(C).draft.blame(77), "2", "77"),
        (lambda s: s.cycle(C).topics.show("quays"), lambda s: s.cycle(C).topics.show("nowhere"), "quays", "nowhere"),
        (lambda s: s.cycle(C).inventory.list(topic="quays"), lambda s: s.cycle(C).inventory.list(topic="nowhere"), "quays", "nowhere"),
        (lambda s: s.cycle(C).topics.show("inner"), lambda s: s.cycle(C).topics.show("nowhere"), "inner", "nowhere"),
        (lambda s: s.cycle(C).inventory.list(topic="inner"), lambda s: s.cycle(C).inventory.list(topic="nowhere"), "inner", "nowhere"),
        (lambda s: s.boards.show("harbour"), lambda s: s.boards.show("nowhere"), "harbour", "nowhere"),
        (lambda s: s.people.show("piet"), lambda s: s.people.show("nemo"), "piet", "nemo"),
        (lambda s: s.people.show("~Owl"), lambda s: s.people.show("~Elk"), "~Owl", "~Elk"),
        (lambda s: s.people.export("piet"), lambda s: s.people.export("nemo"), "piet", "nemo"),
    )
    for role in OUTSIDE:
        seat = seat_of(here.plein, role)
        for closed, missing, name, other in pairs:
            assert _refusal(closed, seat).replace(name, other) == _refusal(missing, seat)


def _refusal(read: Read, seat: Seat) -> str:
    with pytest.raises(PleinError) as refused:
        read(seat)
    assert type(refused.value) is NotFound
    return str(refused.value)
