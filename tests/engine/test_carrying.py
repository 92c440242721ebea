"""What still waits when a next version is published goes along, exactly or not at all; what cannot is adopted by hand at a new place."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein import Plein
from plein.documents import Edit, merge
from plein.engine.review.importing import Handed
from plein.errors import QuoteAmbiguous, QuoteNotFound, Refused, Unusable
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, tamper
from tests.tiers import thorough

C = "housing"
OLD = "The council decides by a simple vote. The mayor signs it."
ARTICLES = """\
# Rules

## Article 1

The council decides by a simple vote. The mayor signs it.

## Article 2

The council decides by a simple vote. The mayor signs it.

## Article 3

The council decides by a simple vote. The mayor signs it.
"""


@pytest.fixture
def house(at: Stage) -> Scene:
    """A first review without the three of ``scenes.py``."""
    scene = at("review")
    for person, number in (("piet", 1), ("kim", 2), ("lea", 3)):
        scene.seat(person).cycle(C).suggestions.withdraw(number)
    return scene


def suggest(scene: Housing, person: str, quote: str, replace: str) -> int:
    return scene.suggest(person, quote=quote, replace=replace).id


def next_round(scene: Housing, text: str | None = None) -> None:
    scene.anna.cycle(C).move("drafting")
    if text is not None:
        scene.bea.cycle(C).draft.save(text, base=scene.bea.cycle(C).draft.show().number)
    scene.anna.cycle(C).move("review")


def articles(*, second: str = "", without: int = 0, swapped: bool = False) -> str:
    head, one, two, three = ARTICLES.split("\n## ")
    two = two.replace("simple vote", second) if second else two
    parts = [one, three.rstrip("\n") + "\n", two.rstrip("\n")] if swapped else [one, two, three]
    return "\n## ".join([head, *(part for number, part in enumerate(parts, 1) if number != without)]).rstrip("\n") + "\n"


# what becomes of the text · how the suggestion on the second article fares
SIMILAR = (
    ("the second is deleted", articles(without=2), {"orphaned", "collided"}),
    ("the first is deleted", articles(without=1), {"carried", "orphaned", "collided"}),
    ("the second is rewritten", articles(second="majority of two thirds"), {"collided"}),
    ("the last two trade places", articles(swapped=True), {"carried", "orphaned", "collided"}),
)


@pytest.mark.parametrize(("text", "fates"), [pytest.param(*case[1:], id=case[0]) for case in SIMILAR])
def test_a_suggestion_never_moves_to_an_article_that_looks_like_its_own(plein: Plein, text: str, fates: set[str]) -> None:
    """Whoever wants article 2 changed must not find article 3 changed in their name."""
    scene = Housing(plein).review(ARTICLES)
    edited = articles(second="secret vote")
    number = scene.seat("piet").cycle(C).suggestions.add(edited).suggestions[0].id
    next_round(scene, text)

    found = scene.outsider.cycle(C).suggestions.show(number)
    assert found.status in fates
    assert (found.quote, found.replace) == (OLD, OLD.replace("simple", "secret"))
    if found.status == "carried":
        scene.adopt(number)
        scene.bea.cycle(C).draft.merge()
        merged = scene.bea.cycle(C).draft.show().text
        second = merged.split("## Article 2")[1].split("##")[0]
        assert "secret vote" in second
        assert merged.count("secret") == 1
    assert scene.outsider.verify().damage == ()


def test_what_a_merge_changed_is_known_and_not_guessed(plein: Plein) -> None:
    """Article 1 goes by an adopted suggestion: comparing the texts cannot tell which of three equal articles went, the record can."""
    scene = Housing(plein).review(ARTICLES)
    gone = scene.seat("kim").cycle(C).suggestions.add(articles(without=1)).suggestions[0].id
    wanted = (
        scene.seat("piet")
        .cycle(C)
        .suggestions.add(ARTICLES.replace("signs it.\n", "signs it at once.\n").replace("at once.\n", "", 0))
        .suggestions
    )
    last = wanted[-1].id
    scene.adopt(gone)
    scene.bea.cycle(C).draft.merge()
    next_round(scene)

    found = scene.outsider.cycle(C).suggestions.show(last)
    assert found.status == "carried"
    assert found.here is not None
    assert scene.outsider.cycle(C).draft.show().text[: found.here.start].rstrip().endswith("## Article 3")


def test_what_collided_finds_its_place_again_when_its_words_come_back(house: Scene) -> None:
    """The group tries other words, and takes them back: whoever had suggested something on the first words still stands there."""
    one = suggest(house, "piet", "homes", "houses")
    next_round(house, TEXT.replace("homes", "castles"))
    assert house.outsider.cycle(C).suggestions.show(one).status == "collided"
    next_round(house, TEXT.replace("trees", "old trees"))

    assert house.outsider.cycle(C).suggestions.show(one).status == "carried"


def test_where_a_suggestion_stands_is_shown_and_what_stood_around_it(house: Scene) -> None:
    """What lost its passage stays visible with its old surroundings, so that a person can find where it belongs."""
    carried, collided, orphaned = (
        suggest(house, "piet", "It is public.", "It is open."),
        suggest(house, "kim", "homes", "houses"),
        suggest(house, "joe", "families with children", "families with many children"),
    )
    tip = house.seat("lou").cycle(C).suggestions.tip("trees", "Which?").suggestions[0].id
    new = "# Housing in our town\n" + TEXT.partition("\n")[2].replace("homes", "castles").replace("- families with children\n", "")
    next_round(house, new)

    shown = {number: house.outsider.cycle(C).suggestions.show(number) for number in (carried, collided, orphaned, tip)}
    assert [shown[number].status for number in (carried, collided, orphaned)] == ["carried", "collided", "orphaned"]
    for number, quote in ((carried, "It is public."), (tip, "trees")):
        here = shown[number].here
        assert here is not None
        assert (here.version, here.quote, new[here.start : here.end]) == (2, quote, quote)
    assert [shown[number].here for number in (collided, orphaned)] == [None, None]
    context = shown[orphaned].context
    assert context is not None
    assert context.before.endswith("- ")
    assert context.after.startswith("\n- people who lost their home")
    assert (TEXT[: shown[collided].start].endswith(shown[collided].context.before), shown[collided].quote) == (True, "homes")  # type: ignore[union-attr]


def test_a_passage_that_was_put_in_elsewhere_is_not_said_twice(house: Scene) -> None:
    """Two ask for the same new paragraph, each at another place: where it goes is one question, and the group has answered it."""
    passage = "The roofs of all new homes are green.\n"
    (top,) = house.hand_in("piet", "We build", f"{passage}\nWe build")
    (end,) = house.hand_in("kim", TEXT, f"{TEXT}\n{passage}")
    house.anna.cycle(C).move("drafting")
    house.adopt(top.id)
    house.bea.cycle(C).draft.merge()
    house.bea.cycle(C).decisions.publish()
    house.anna.cycle(C).move("review")

    assert house.outsider.cycle(C).draft.show().text.count(passage) == 1
    assert house.outsider.cycle(C).suggestions.show(end.id).status == "collided"
    house.anna.cycle(C).move("drafting")
    house.adopt(end.id)
    with pytest.raises(Refused, match=f"what {end.id} puts in, or something else at its place, was put in since version 1"):
        house.bea.cycle(C).draft.merge()
    assert house.outsider.verify().damage == ()


def test_what_collided_is_adopted_by_hand_at_a_new_place(house: Scene) -> None:
    """No suggestion dies of a change of the text: the group says where it goes, and the merge can be made again from the record."""
    one = suggest(house, "piet", "homes", "houses")
    two = suggest(house, "kim", "families with children", "families with many children")
    next_round(house, TEXT.replace("homes", "castles").replace("- families with children\n", ""))
    house.adopt(one, two)
    with pytest.raises(Refused, match="decide on it again") as refusal:
        house.bea.cycle(C).draft.merge()
    assert "were changed since version 1 (“homes”)" in str(refusal.value)
    assert "is no longer in version 2 (“families with children”)" in str(refusal.value)

    (done,) = house.bea.cycle(C).decisions.set([one], "adopted", at="castles")
    house.bea.cycle(C).decisions.set([two], "adapted", text="- many children\n- people", at="- people", because="Shorter.")
    assert (done.place.version, done.place.quote) == (2, "castles")  # type: ignore[union-attr]
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).draft.save(house.bea.cycle(C).draft.show().text.replace("# Housing", "# Housing for all"))
    merged = house.bea.cycle(C).draft.merge()

    assert (merged.applied, merged.held, merged.version) == ((one, two), (), 4)
    expected = TEXT.replace("# Housing", "# Housing for all").replace("homes", "houses")
    assert house.bea.cycle(C).draft.show().text == expected.replace("- families with children\n", "- many children\n")
    assert house.outsider.verify().damage == ()
    assert house.outsider.cycle(C).decisions.list() == ()
    house.bea.cycle(C).decisions.publish()
    assert [one.place.quote for one in house.outsider.cycle(C).decisions.list() if one.place] == ["castles", "- people"]
    house.anna.cycle(C).move("review")
    assert house.outsider.verify().damage == ()


def test_the_place_must_stand_once_in_the_newest_version(house: Scene) -> None:
    """Nothing is placed by guess, also not by hand."""
    one = suggest(house, "piet", "homes", "houses")
    added = house.hand_in("kim", "- people who lost their home\n", "- people who lost their home\n- nurses\n")[0].id
    before = house.digest()
    refused: tuple[tuple[type[Exception], list[int], str, dict[str, Any]], ...] = (
        (QuoteNotFound, [one], "adopted", {"at": "castles"}),
        (QuoteAmbiguous, [one], "adopted", {"at": "We"}),
        (Unusable, [one, added], "adopted", {"at": "trees"}),
        (Unusable, [one], "adopted", {"at": "trees", "together": True}),
        (Unusable, [one], "rejected", {"at": "trees", "because": "No."}),
        (Refused, [added], "adopted", {"at": "trees"}),
    )
    for error, numbers, outcome, more in refused:
        with pytest.raises(error):
            house.bea.cycle(C).decisions.set(numbers, outcome, **more)

    assert house.digest() == before


def test_a_place_in_a_closed_draft_is_not_told_to_the_public(house: Scene) -> None:
    """The passage is quoted from a draft that only the circle may read, even when the decision itself is public."""
    one = suggest(house, "piet", "homes", "houses")
    house.anna.cycle(C).move("drafting")
    house.bea.cycle(C).draft.save(TEXT.replace("homes", "gasometers"))
    house.bea.cycle(C).decisions.set([one], "adopted", at="gasometers")
    house.bea.cycle(C).decisions.publish()

    assert house.bea.cycle(C).decisions.list()[0].place is not None
    assert house.outsider.cycle(C).decisions.list()[0].place is None
    assert house.outsider.cycle(C).suggestions.show(one).decision.place is None  # type: ignore[union-attr]


@pytest.mark.parametrize("column", ["at_quote = 'trees'", "at_version = 1", "at_quote = NULL, at_version = NULL"])
def test_a_place_that_was_changed_behind_pleins_back_is_found(house: Scene, column: str) -> None:
    """Where an adopted text goes is as much a decision as that it goes."""
    one = suggest(house, "piet", "homes", "houses")
    next_round(house, TEXT.replace("homes", "castles"))
    house.bea.cycle(C).decisions.set([one], "adopted", at="castles")
    assert house.outsider.verify().damage == ()

    assert tamper(house.plein, f"UPDATE plein_decision SET {column} WHERE suggestion = {one}") == 1

    assert f"the decision on suggestion {one} is damaged" in house.outsider.verify().damage[0]


WORDS = st.sampled_from(["we", "build", "homes", "and", "trees", "for", "all"])
SENTENCES = st.lists(WORDS, min_size=3, max_size=8).map(lambda words: " ".join(words) + ".")
TEXTS = st.lists(SENTENCES, min_size=2, max_size=5).map(lambda lines: "\n\n".join(lines) + "\n")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(text=TEXTS, data=st.data())
def test_carrying_over_a_change_and_merging_is_merging_both(empty_file: Path, text: str, data: st.DataObject) -> None:
    """A suggestion that waited a round longer comes out as if it had been adopted at once."""
    words = [found.span() for found in re.finditer(r"\w+", text)]
    edits = []
    for name in ("first", "second"):
        lo, hi = data.draw(st.sampled_from(words), label=name)
        edits.append(Edit(lo, hi, data.draw(st.sampled_from(["houses", "schools and parks", "nobody"]), label=f"what the {name} wants")))
    both = merge(text, {1: [edits[0]], 2: [edits[1]]})
    if both.held or edits[0] == edits[1]:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plein.db")
        path.write_bytes(empty_file.read_bytes())
        with Plein(path, clock=lambda: NOON) as plein:
            scene = Housing(plein).review(text)
            one, two = (
                scene.seat(person).cycle(C).suggestions.add(text[: edit.start] + edit.text + text[edit.end :]).suggestions[0].id
                for person, edit in zip(("piet", "kim"), edits, strict=True)
            )
            scene.adopt(one)
            scene.bea.cycle(C).draft.merge()
            next_round(scene)
            assert scene.outsider.cycle(C).suggestions.show(two).status == "carried"
            scene.adopt(two)
            assert scene.bea.cycle(C).draft.merge().applied == (two,)
            assert scene.bea.cycle(C).draft.show().text == both.text
            assert scene.outsider.verify().damage == ()


@thorough
def test_a_thousand_are_carried_over_a_thousand_changes_in_seconds(empty_file: Path, tmp_path: Path) -> None:
    """A programme of 180,000 characters with a suggestion on every paragraph goes to its next version while the host waits."""
    lines = [
        f"Point {number}: we build {number} homes in the town and plant {number * 7} trees in its streets every year."
        for number in range(2000)
    ]
    text = "\n\n".join(lines) + "\n"
    path = tmp_path / "plein.db"
    path.write_bytes(empty_file.read_bytes())
    with Plein(path, clock=lambda: NOON) as plein:
        scene = Housing(plein).review(text)
        changed = [line.replace("homes", "houses") if number % 2 else line for number, line in enumerate(lines)]
        other = [line.replace("trees", "oaks") if number % 2 == 0 else line for number, line in enumerate(lines)]
        scene.anna.cycle(C).suggestions.import_([Handed("piet", "\n\n".join(changed) + "\n"), Handed("kim", "\n\n".join(other) + "\n")])
        made = scene.outsider.cycle(C).suggestions.list()
        scene.adopt(*(one.id for one in made if one.author == "piet"))
        scene.bea.cycle(C).draft.merge()
        scene.anna.cycle(C).move("drafting")
        scene.anna.cycle(C).move("review")

        found = [one.status for one in scene.outsider.cycle(C).suggestions.list() if one.author == "kim"]
        assert len(found) == 1000
        assert set(found) == {"carried"}
