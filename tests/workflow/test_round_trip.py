"""What a cycle keeps of its definition is the definition: through JSON, through TOML, through a pickle."""

from __future__ import annotations

import copy
import json
import pickle
import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.workflow import ACTS, BUILT_IN, GUARDS, ROLES, Definition, Move, Phase, Rule, dumps, loads, mermaid
from plein.workflow.diagram import _safe
from plein.workflow.entering import EFFECTS
from plein.workflow.unworkable import unworkable

ODD_NAMES = ["end", "state", "as", "note", "phase", "a-", "a--b", "moves"]
ODD_TITLES = ['Say "no"', "back\\slash", "# no", "’t plein 🏛", "two words"]

names = st.from_regex(r"[a-z][a-z0-9-]{0,11}", fullmatch=True) | st.sampled_from(ODD_NAMES)
titles = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20) | st.sampled_from(ODD_TITLES)
roles = st.frozensets(st.sampled_from(ROLES), min_size=1)
guards = st.lists(st.sampled_from(sorted(GUARDS)), unique=True, max_size=3).map(tuple)
acts = st.dictionaries(st.sampled_from(sorted(ACTS)), st.builds(Rule, roles, guards), max_size=6)


effects = st.lists(st.sampled_from(sorted(EFFECTS)), unique=True).map(tuple)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    """Any definition there can be: a chain of phases, so that all are reached, and some arrows more that never leave the last."""
    chain = draw(st.lists(names, min_size=1, max_size=6, unique=True))
    arrows = set(pairwise(chain))
    if len(chain) > 1:
        ends = st.tuples(st.sampled_from(chain[:-1]), st.sampled_from(chain)).filter(lambda pair: pair[0] != pair[1])
        arrows |= draw(st.sets(ends, max_size=5))
    return Definition(
        name=draw(names),
        title=draw(titles),
        start=chain[0],
        phases=tuple(
            Phase(name, draw(st.sampled_from(["open", "closed"])), draw(acts), draw(effects)) for name in draw(st.permutations(chain))
        ),
        moves=tuple(Move(source, target, draw(roles), draw(guards)) for source, target in sorted(arrows)),
    )


@given(definitions())
def test_a_definition_comes_back_from_json_as_it_was(definition: Definition) -> None:
    """A running cycle keeps the definition it began with, as JSON in the database."""
    stored = json.dumps(definition.to_data(), sort_keys=True)
    back = Definition.from_data(json.loads(stored))

    assert back == definition
    assert hash(back) == hash(definition)
    assert json.dumps(back.to_data()) == json.dumps(definition.to_data())


@given(definitions())
def test_a_definition_comes_back_from_toml_as_it_was(definition: Definition) -> None:
    """What staff print, they can hand in again; whatever stands in the title."""
    text = dumps(definition)

    back = Definition.from_data(tomllib.loads(text))
    assert back == definition
    assert dumps(back) == text
    if not list(unworkable(definition.to_data())):
        assert loads(text, "ours.toml") == definition


@given(definitions())
def test_a_diagram_can_be_drawn_of_any_definition(definition: Definition) -> None:
    """No name of a phase breaks the picture, and no two become one."""
    lines = mermaid(definition, definition.start).splitlines()

    assert len({_safe(phase.name) for phase in definition.phases}) == len(definition.phases)
    assert sum(" --> " in line for line in lines) == 1 + len(definition.moves) + len(definition.ends)


@pytest.mark.parametrize("definition", BUILT_IN.values(), ids=BUILT_IN)
def test_a_definition_is_a_value(definition: Definition) -> None:
    """It can be sent to another process, copied and compared, and nobody can change it on the way."""
    assert pickle.loads(pickle.dumps(definition)) == copy.deepcopy(definition) == definition
    with pytest.raises(TypeError):
        definition.phases[0].acts["decide"] = Rule(frozenset({"public"}))  # type: ignore[index]


def test_the_order_in_which_acts_are_written_does_not_matter() -> None:
    """Two people who write the same rules have the same definition, to the byte."""
    read, hide = Rule(frozenset({"public"})), Rule(frozenset({"host"}))
    one = Definition("ours", "Ours", "a", (Phase("a", "open", {"read": read, "hide": hide}),), ())
    other = Definition("ours", "Ours", "a", (Phase("a", "open", {"hide": hide, "read": read}),), ())

    assert one == other
    assert json.dumps(one.to_data()) == json.dumps(other.to_data())
