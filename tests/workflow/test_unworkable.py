"""A definition without a misspelling in it, by which a cycle would get stuck or ask people about nothing: refused, with the line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plein.errors import BadDefinition
from plein.workflow import BUILT_IN, PLEIN66, Definition, dumps, loads
from plein.workflow.entering import EFFECTS, as_begun_before, filled_in
from plein.workflow.unworkable import unworkable

# what is changed in the TOML of plein66: old, new, what is said of it, and a word of the line that it is said of
CHANGES = [
    (
        'on_enter = ["publish-version", "open-round"]',
        "on_enter = []",
        "phase review: people suggest in it, and nothing need have",
        "suggest ",
    ),
    ('on_enter = ["publish-version", "open-round"]', 'on_enter = ["open-round"]', "phase review: people suggest in it", "suggest "),
    ('on_enter = ["publish-version"]', "on_enter = []", "no end publishes the text that is written", "[[phases]]"),
    (
        'to = "drafting"\nby = ["host"]',
        'to = "drafting"\nby = ["king"]',
        "move invitation → drafting: there is no role “king”",
        "[[moves]]",
    ),
    (
        'on_enter = ["publish-version", "open-round"]',
        'on_enter = ["publish-versions"]',
        "there is no effect “publish-versions”",
        "on_enter",
    ),
]
MISSING = [
    ("invite", "move invitation → drafting: guard has_drafter is never content, since nobody can be invited before it"),
    ("save-draft", "move drafting → review: guard has_draft is never content, since nobody can save a draft before it"),
    ("save-draft", "phase review: there is no text to publish on entering it, since nobody may save a draft"),
    ("suggest", "move drafting → final: guard was_reviewed is never content, since nobody can make suggestions before it"),
]


@pytest.mark.parametrize("definition", BUILT_IN.values(), ids=lambda one: one.name)
def test_what_comes_with_plein_can_work(definition: Definition) -> None:
    assert list(unworkable(definition.to_data())) == []


@pytest.mark.parametrize(("old", "new", "said", "stands"), CHANGES)
def test_what_cannot_work_is_refused_with_its_line(old: str, new: str, said: str, stands: str) -> None:
    """Whoever wrote the file sees where to look."""
    toml = dumps(PLEIN66).split("  # everybody can read the newest")
    text = "".join(part if not number else part[part.index("\n") :] for number, part in enumerate(toml)).replace(old, new, 1)

    with pytest.raises(BadDefinition) as refusal:
        loads(text, "ours.toml")

    place = next(number for number, mistake in enumerate(refusal.value.mistakes) if said in mistake)
    line = refusal.value.lines[place]
    assert line is not None
    assert text.splitlines()[line - 1].startswith(stands)
    assert f"line {line}: {refusal.value.mistakes[place]}" in str(refusal.value)


@pytest.mark.parametrize(("act", "said"), MISSING)
def test_a_guard_that_is_never_content_keeps_nobody_waiting(act: str, said: str) -> None:
    phases = tuple(replace(phase, acts={name: rule for name, rule in phase.acts.items() if name != act}) for phase in PLEIN66.phases)

    assert said in [told for _, told in unworkable(replace(PLEIN66, phases=phases).to_data())]


def test_a_move_that_only_invited_people_make_needs_that_they_can_be_invited() -> None:
    phases = tuple(replace(phase, acts={name: rule for name, rule in phase.acts.items() if name != "invite"}) for phase in PLEIN66.phases)
    moves = tuple(replace(move, by=frozenset({"drafter"}), guards=()) if move.target == "review" else move for move in PLEIN66.moves)

    found = [told for _, told in unworkable(replace(PLEIN66, phases=phases, moves=moves).to_data())]

    assert "move drafting → review: nobody can make it, since nobody can be invited before it" in found


def test_a_review_after_one_that_published_needs_no_publishing() -> None:
    """A closed review of what is public already is odd, and it works."""
    review = PLEIN66.phase("review")
    again = replace(review, name="experts", space="closed", on_enter=("open-round",))
    moves = (*PLEIN66.moves, replace(PLEIN66.moves[4], source="review", target="experts"), replace(PLEIN66.moves[6], source="experts"))

    assert list(unworkable(replace(PLEIN66, phases=(*PLEIN66.phases, again), moves=moves).to_data())) == []


def test_a_phase_that_does_not_say_so_does_what_is_usual() -> None:
    """Told from what is done in it, never from its name."""
    data = PLEIN66.to_data()
    silent = {**data, "phases": [{key: value for key, value in phase.items() if key != "on_enter"} for phase in data["phases"]]}
    renamed = {"review": "consultatie", "final": "vastgesteld", "stopped": "gestaakt"}

    found = {phase["name"]: phase["on_enter"] for phase in filled_in(_renamed(silent, renamed))["phases"] if phase["on_enter"]}

    assert found == {"consultatie": ["publish-version", "open-round"], "vastgesteld": ["publish-version"]}


def test_a_cycle_begun_when_phases_were_known_by_name_goes_on_as_it_did() -> None:
    """But for one thing: a closed phase that happens to be called review publishes nothing."""
    for definition in BUILT_IN.values():
        data = definition.to_data()
        old = {**data, "phases": [{key: value for key, value in phase.items() if key != "on_enter"} for phase in data["phases"]]}
        assert Definition.from_data(as_begun_before(old)) == definition
    closed = [{**phase, "space": "closed"} for phase in old["phases"]]
    assert all(phase["on_enter"] == [] for phase in as_begun_before({**old, "phases": closed})["phases"])


def test_every_effect_is_told() -> None:
    """Staff read in the file they print what each does."""
    text = dumps(PLEIN66) + dumps(BUILT_IN["focus-group"])
    assert all(f'"{name}"' in text and told in text for name, told in EFFECTS.items())


def _renamed(data: dict, names: dict[str, str]) -> dict:  # type: ignore[type-arg]
    phases = [{**phase, "name": names.get(phase["name"], phase["name"])} for phase in data["phases"]]
    moves = [{**move, "from": names.get(move["from"], move["from"]), "to": names.get(move["to"], move["to"])} for move in data["moves"]]
    return {**data, "phases": phases, "moves": moves}
