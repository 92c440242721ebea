"""Every way to change something: it writes one entry, a refusal changes nothing, a stale write loses nothing, a repeat adds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plein.errors import ActRefused, MoveRefused, NoIdentity, NotAllowed, NotFound, StaleWrite
from tests.engine.conftest import Stage
from tests.engine.scenes import CLOSES, DEEDS, Deed, Scene, key_of, last_body, rows

every_deed = pytest.mark.parametrize("deed", [pytest.param(deed, id=deed.name) for deed in DEEDS])


@every_deed
def test_an_act_writes_one_entry_onto_what_was_read(at: Stage, deed: Deed) -> None:
    """Change and entry are one: whoever reads the record reads all that happened, and no more."""
    scene = at(deed.stage)
    read = scene.revision

    deed(scene.seat(deed.by), revision=read)

    assert scene.revision == len(scene.anna.cycle("housing").log()) == read + 1
    body = last_body(scene.plein)
    assert (body["act"], body["number"], body["cycle"]) == (deed.entry, read + 1, "housing")
    assert body["by"] == key_of(scene.plein, deed.by)
    assert (scene.outsider.cycle("housing").log()[-1].act == "closed") is deed.closed
    assert scene.outsider.verify().damage == ()


@every_deed
def test_a_refused_act_changes_nothing(at: Stage, deed: Deed) -> None:
    """Whoever is told no may trust that it was no: not a row is other than before, not even a trace of who asked."""
    scene = at(deed.stage)
    before = rows(scene.plein)

    with pytest.raises(NoIdentity):
        deed(scene.outsider)
    with pytest.raises(NotFound):
        deed(scene.seat(deed.by), "no-such-cycle")
    if deed.not_by is not None:
        with pytest.raises(NotAllowed):
            deed(scene.seat(deed.not_by))
    assert rows(scene.plein) == before

    scene.anna.cycle("housing").move("stopped", because="The council resigned.")
    stopped = rows(scene.plein)
    with pytest.raises(MoveRefused if deed.name == "move" else ActRefused):
        deed(scene.seat(deed.by))
    assert rows(scene.plein) == stopped


@every_deed
def test_a_stale_write_is_refused_and_loses_nothing(at: Stage, deed: Deed) -> None:
    """Who writes onto what they read is told when it has changed, and can do the same again after looking."""
    scene = at(deed.stage)
    read = scene.revision
    scene.anna.cycle("housing").extend(CLOSES)
    before = rows(scene.plein)

    with pytest.raises(StaleWrite) as refusal:
        deed(scene.seat(deed.by), revision=read)

    assert (refusal.value.cycle, refusal.value.read, refusal.value.now) == ("housing", read, read + 1)
    assert str(refusal.value).endswith("Look again: plein status housing")
    assert rows(scene.plein) == before
    deed(scene.seat(deed.by), revision=scene.revision)
    assert scene.revision == read + 2


@pytest.mark.parametrize("name", ["move", "import-contributions", "import-suggestions", "merge"])
def test_a_dry_run_says_what_would_happen_and_changes_nothing(at: Stage, name: str) -> None:
    """Staff try things out on the real cycle, and it must stay as it was: also the people named in a file are not entered."""
    deed = next(deed for deed in DEEDS if deed.name == name)
    scene = at(deed.stage)
    before = rows(scene.plein)

    rehearsed = deed(scene.seat(deed.by), dry_run=True)

    assert rows(scene.plein) == before
    done = deed(scene.seat(deed.by))
    if name == "merge":
        assert (rehearsed.saved, done.saved) == (False, True)
        assert (rehearsed.digest, rehearsed.applied, rehearsed.version) == (done.digest, done.applied, done.version)
    elif name == "import-suggestions":
        assert [one.suggestions for one in rehearsed] == [one.suggestions for one in done]
    else:
        assert rehearsed == done


@pytest.mark.parametrize("name", ["move", "import-contributions", "import-suggestions", "merge"])
def test_a_dry_run_is_refused_where_the_act_would_be(at: Stage, name: str) -> None:
    """A rehearsal that succeeds where the performance fails would be worse than none."""
    deed = next(deed for deed in DEEDS if deed.name == name)
    scene = at(deed.stage)
    before = rows(scene.plein)

    with pytest.raises(NotAllowed):
        deed(scene.seat("stranger"), dry_run=True)

    assert rows(scene.plein) == before


def _accept(scene: Scene) -> Any:
    return scene.seat("dora").invitations.accept(scene.tokens["dora"])


def _decline(scene: Scene) -> Any:
    return scene.seat("dora").invitations.decline(scene.tokens["dora"])


def _hand_in(scene: Scene) -> Any:
    return scene.hand_in("joe", "every street", "every street and square")


def _deed(name: str) -> Callable[[Scene], Any]:
    deed = next(deed for deed in DEEDS if deed.name == name)
    return lambda scene: deed(scene.seat(deed.by))


REPEATS: tuple[tuple[str, str, Callable[[Scene], Any]], ...] = (
    ("supporting", "inventory", _deed("support")),
    ("importing what was said", "inventory", _deed("import-contributions")),
    ("accepting", "drafting", _accept),
    ("commenting", "drafting", _deed("comment")),
    ("declining", "drafting", _decline),
    ("handing in a text", "review", _hand_in),
    ("suggesting one place", "review", _deed("suggest-quote")),
    ("leaving a tip", "review", _deed("tip")),
    ("importing texts", "review", _deed("import-suggestions")),
    ("publishing decisions", "processing", _deed("publish")),
)


@pytest.mark.parametrize(("stage", "do"), [pytest.param(*case[1:], id=case[0]) for case in REPEATS])
def test_doing_it_twice_adds_nothing(at: Stage, stage: str, do: Callable[[Scene], Any]) -> None:
    """People press the button again when a page is slow."""
    scene = at(stage)
    do(scene)
    once = rows(scene.plein)

    do(scene)

    assert rows(scene.plein) == once
    assert scene.outsider.verify().damage == ()


def test_importing_texts_that_change_nothing_enters_nobody(at: Stage) -> None:
    """A person is entered because of something they did; a copy of the version to the letter is nothing."""
    from plein.engine.review.importing import Handed
    from tests.cycles import TEXT

    scene = at("review")
    before = rows(scene.plein)

    taken = scene.anna.cycle("housing").suggestions.import_([Handed("joe", TEXT)])

    assert [one.suggestions for one in taken] == [()]
    assert rows(scene.plein) == before


def test_a_text_in_another_layout_makes_no_suggestion(at: Stage) -> None:
    """A group that has to answer an empty suggestion for every paragraph would stop reading; and nobody is entered for it."""
    from plein.engine.review.importing import Handed
    from plein.errors import NothingChanged
    from tests.cycles import TEXT

    scene = at("review")
    before = rows(scene.plein)
    again = TEXT.replace("\n\n", "\n\n\n")

    with pytest.raises(NothingChanged, match="layout alone"):
        scene.seat("joe").cycle("housing").suggestions.add(again)
    (taken,) = scene.anna.cycle("housing").suggestions.import_([Handed("joe", again)])
    assert (taken.layout, taken.suggestions) == (True, ())
    assert rows(scene.plein) == before

    made = scene.seat("joe").cycle("housing").suggestions.add(again.replace("homes", "houses"))
    assert [(one.quote, one.replace) for one in made.suggestions] == [("We build homes.", "We build houses.")]


def test_a_passage_in_another_layout_is_refused(at: Stage) -> None:
    """What reads the same says nothing that could be decided on."""
    from plein.errors import NothingChanged
    from tests.cycles import TEXT

    scene = at("review")
    before = rows(scene.plein)
    line = next(line for line in TEXT.split("\n") if "homes" in line)
    with pytest.raises(NothingChanged, match="layout alone"):
        scene.seat("joe").cycle("housing").suggestions.add_quote(line, line.replace(" ", "\n", 1))
    assert rows(scene.plein) == before


def test_the_words_of_an_item_with_others_in_it_are_not_deleted_alone(at: Stage) -> None:
    """An empty item would be left, with the others hanging in the air; nothing is taken in, and the answer says what to do."""
    from plein.errors import Unusable
    from tests.cycles import TEXT

    scene = at("drafting")
    scene.bea.cycle("housing").draft.save(TEXT.replace("with children\n", "with children\n  - and their grandparents\n"))
    scene.anna.cycle("housing").move("review")
    before = rows(scene.plein)

    with pytest.raises(Unusable, match="paragraph 4 would be an empty item"):
        scene.seat("joe").cycle("housing").suggestions.add_quote("families with children", "")
    assert rows(scene.plein) == before

    made = scene.seat("joe").cycle("housing").suggestions.add_quote("families with children\n  - and their grandparents", "")
    assert len(made.suggestions) == 1


def test_every_writing_method_is_in_the_table() -> None:
    """A new way to change something must come with its line here; answers to an invitation, which name no cycle, have their tests below."""
    import inspect

    from plein import Seat

    takes_revision = {
        name for name, method in inspect.getmembers(Seat, inspect.isfunction) if "revision" in inspect.signature(method).parameters
    }
    called = {name for deed in DEEDS for name in _names_of(deed.do)}
    assert {name for name in takes_revision if not name.startswith("_")} - {"accept", "decline"} <= called


@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_an_answer_on_an_older_state_is_refused_and_can_be_given_again(at: Stage, answer: str) -> None:
    """Who answers onto what they read is told when it has changed."""
    scene = at("invitation")
    token = scene.anna.cycle("housing").group.invite("hans", role="drafter", because="Listens well.").token
    read = scene.revision
    scene.anna.cycle("housing").extend(CLOSES)
    before = rows(scene.plein)

    with pytest.raises(StaleWrite):
        getattr(scene.seat("hans").invitations, answer)(token, revision=read)

    assert rows(scene.plein) == before
    assert getattr(scene.seat("hans").invitations, answer)(token, revision=read + 1)[1].status == f"{answer}ed".replace("eed", "ed")


def _names_of(function: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = function.__code__.co_names
    return names
