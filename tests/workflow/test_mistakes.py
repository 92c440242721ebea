"""An organisation's own definition: read when it is right, refused with every mistake at once when it is not."""

from __future__ import annotations

import pytest

from plein.errors import BadDefinition
from plein.workflow import PLEIN66, Definition, Move, Phase, Rule, dumps, loads

RIGHT = """
name = "panel"
title = "Klantenpanel"
start = "talk"

[[phases]]
name = "talk"
space = "open"
[phases.acts]
read = ["public"]
contribute = { by = ["public"], guards = ["deadline_open"] }

[[phases]]
name = "over"
space = "open"

[[moves]]
from = "talk"
to = "over"
by = ["host"]
"""

ROUND_AND_ROUND = """
[[phases]]
name = "a"
space = "open"
[[phases]]
name = "b"
space = "open"
[[moves]]
from = "talk"
to = "a"
by = ["host"]
[[moves]]
from = "a"
to = "b"
by = ["host"]
[[moves]]
from = "b"
to = "a"
by = ["host"]
"""

# what is changed in the definition above: old, new, and what is then said of it
MISTAKES: list[tuple[str, str, str]] = [
    ('name = "panel"', "", "the definition lacks name"),
    ('start = "talk"', "", "the definition lacks start"),
    ('title = "Klantenpanel"', "", "the definition lacks title"),
    ('title = "Klantenpanel"', 'title = " "', "title must be one line of text"),
    ('title = "Klantenpanel"', 'title = "a\\u001b[2Jb"', "title must be one line of text"),
    ('title = "Klantenpanel"', "title = 7", "title must be one line of text"),
    ('name = "panel"', 'name = "Our panel"', "name “Our panel” must be lower case letters, digits and hyphens, beginning with a letter"),
    ('name = "panel"', "name = 7", "name “7” must be lower case letters, digits and hyphens, beginning with a letter"),
    ('start = "talk"', 'start = "tolk"', "start: there is no phase “tolk”; did you mean talk?"),
    ('start = "talk"', 'start = "talk"\nphase = 3', "the definition has an unknown key “phase”; did you mean phases?"),
    (
        'name = "over"',
        'name = "it\'s over"',
        "phase 2: name “it's over” must be lower case letters, digits and hyphens, beginning with a letter",
    ),
    ('name = "over"\nspace = "open"', 'name = "over"', "phase over lacks space"),
    (
        'name = "over"\nspace = "open"',
        'name = "over"\nspace = "clsed"',
        "phase over: space “clsed” must be open or closed; did you mean closed?",
    ),
    ('name = "over"\n', 'name = "over"\ncolour = "red"\n', "phase over has an unknown key “colour”"),
    ('name = "over"\n', 'name = "over"\nacts = ["read"]\n', "phase over: acts must be a table of acts and who may do them"),
    ('name = "over"', 'name = "talk"', "phase talk is there twice"),
    ("contribute = {", "contribuet = {", "phase talk: there is no act “contribuet”; did you mean contribute?"),
    ('read = ["public"]', 'read = ["publc"]', "phase talk, act read: there is no role “publc”; did you mean public?"),
    ('read = ["public"]', 'read = ["host", "host"]', "phase talk, act read: role host is there twice"),
    ('read = ["public"]', "read = []", "phase talk, act read: by must be a list of at least one role"),
    (
        'read = ["public"]',
        'read = "public"',
        'phase talk, act read: must be a list of roles or a table { by = ["host"], guards = [] }',
    ),
    (
        'read = ["public"]',
        'read = { by = ["public"], guard = [] }',
        "phase talk, act read has an unknown key “guard”; did you mean guards?",
    ),
    ('read = ["public"]', "read = { guards = [] }", "phase talk, act read lacks by"),
    ('read = ["public"]', 'read = { by = ["public"], guards = "no" }', "phase talk, act read: guards must be a list"),
    (
        '"deadline_open"',
        '"dead_line_open"',
        "phase talk, act contribute: there is no guard “dead_line_open”; did you mean deadline_open?",
    ),
    ('to = "over"', 'to = "ever"', "move talk → ever: there is no phase “ever”; did you mean over?"),
    ('from = "talk"', 'from = "tale"', "move tale → over: there is no phase “tale”; did you mean talk?"),
    ('from = "talk"', "", "move 1 lacks from"),
    ('to = "over"\nby = ["host"]', 'to = "over"', "move talk → over lacks by"),
    ('by = ["host"]', 'by = ["hosts"]', "move talk → over: there is no role “hosts”; did you mean host?"),
    (
        'by = ["host"]',
        'by = ["host"]\nguards = ["has_reasons"]',
        "move talk → over: there is no guard “has_reasons”; did you mean has_reason?",
    ),
    ('by = ["host"]', 'by = ["host"]\nwhen = 3', "move talk → over has an unknown key “when”"),
    (
        "[[moves]]",
        '[[moves]]\nfrom = "talk"\nto = "over"\nby = ["drafter"]\n[[moves]]',
        "move talk → over is there twice; put the guards of both on one",
    ),
    (
        "[[moves]]",
        '[[moves]]\nfrom = "talk"\nto = "talk"\nby = ["host"]\n[[moves]]',
        "move talk → talk leads nowhere; a new deadline is set with the act extend",
    ),
    ("[[moves]]", '[[phases]]\nname = "island"\nspace = "open"\n[[moves]]', "phase island cannot be reached from talk"),
    ("[[moves]]", f"{ROUND_AND_ROUND}[[moves]]", "phase a leads to no end: from it the cycle can never be over"),
]


def mistakes(toml: str) -> tuple[str, ...]:
    """What is said of a definition that must be refused."""
    with pytest.raises(BadDefinition) as refusal:
        loads(toml, "panel.toml")
    return refusal.value.mistakes


def test_the_definition_these_mistakes_are_made_in_is_right() -> None:
    """Otherwise the cases below prove nothing."""
    panel = loads(RIGHT, "panel.toml")

    assert (panel.title, panel.start, panel.ends, panel.has_document) == ("Klantenpanel", "talk", frozenset({"over"}), False)
    assert panel.phase("talk").acts["contribute"] == Rule(frozenset({"public"}), ("deadline_open",))


@pytest.mark.parametrize(("old", "new", "said"), MISTAKES)
def test_a_mistake_is_named_where_it_stands(old: str, new: str, said: str) -> None:
    """Whoever wrote the file can put it right without asking anybody."""
    assert old in RIGHT

    assert said in mistakes(RIGHT.replace(old, new, 1))


def test_every_mistake_is_told_at_once() -> None:
    """Ten mistakes are one round of corrections and not ten."""
    wrong = RIGHT
    for old, new in [
        ('name = "panel"', 'name = "Panel"'),
        ('start = "talk"', 'start = "tlak"'),
        ('read = ["public"]', 'raed = ["publik"]'),
        ('"deadline_open"', '"deadline"'),
        ('"over"\nspace = "open"', '"over"\nspace = "shut"'),
        ('to = "over"', 'to = "ovr"'),
    ]:
        wrong = wrong.replace(old, new, 1)

    assert mistakes(wrong) == (
        "name “Panel” must be lower case letters, digits and hyphens, beginning with a letter",
        "phase talk: there is no act “raed”; did you mean read?",
        "phase talk, act “raed”: there is no role “publik”; did you mean public?",
        "phase talk, act contribute: there is no guard “deadline”; did you mean deadline_open?",
        "phase over: space “shut” must be open or closed",
        "move talk → ovr: there is no phase “ovr”; did you mean over?",
        "start: there is no phase “tlak”; did you mean talk?",
    )


def test_an_empty_file_is_told_what_a_definition_needs() -> None:
    """The first thing somebody tries."""
    assert mistakes("") == tuple(f"the definition lacks {key}" for key in ("name", "title", "start", "phases"))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('name = "panel"\ntitle = Klantenpanel', "it is no TOML: Invalid value (at line 2, column 9)"),
        ("[" * 10_000, "it is no TOML"),
        ("x = " + "[" * 100_000, "it is no TOML"),
        ("name = \x00", "it is no TOML"),
        ("phases = 3\nmoves = 4", "phases must be a list of tables: [[phases]]"),
        ("phases = 3\nmoves = 4", "moves must be a list of tables: [[moves]]"),
        ("phases = [3]\nmoves = []", "phases must be a list of tables: [[phases]]"),
        ("phases = []\nmoves = []", "there is no phase"),
        ('start = "a"\nphases = [{name = ["a"], space = {}}]\nmoves = [{from = [], to = {}, by = [[]]}]', "phase 1: name “['a']” must be"),
    ],
)
def test_nonsense_is_refused_and_never_breaks_the_reading(toml: str, said: str) -> None:
    """Any file may be handed in; none may end in a traceback."""
    assert any(mistake.startswith(said) for mistake in mistakes(toml))


def test_a_definition_made_in_python_is_held_to_the_same() -> None:
    """There is no second door that leaves the lock out."""
    with pytest.raises(BadDefinition) as refusal:
        Definition(
            "ours",
            "Ours",
            "a",
            (Phase("a", "open", {"sing": Rule(frozenset({"host"}), ("in_tune",))}),),
            (Move("a", "b", frozenset({"king"})),),
        )

    assert refusal.value.mistakes == (
        "phase a: there is no act “sing”",
        "phase a, act “sing”: there is no guard “in_tune”",
        "move a → b: there is no phase “b”",
        "move a → b: there is no role “king”",
    )


def test_a_built_in_one_is_a_start_for_ones_own() -> None:
    """Staff print plein66, change one line, and have their own; each line says what its act means."""
    text = dumps(PLEIN66)
    ours = loads(text.replace('name = "plein66"', 'name = "ours"', 1), "ours.toml")

    assert ours.name == "ours"
    assert ours.phases == PLEIN66.phases
    assert "# save a new version of the draft" in text
