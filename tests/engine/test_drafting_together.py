"""Several drafters at work on one text at once: what is clean is merged, what is not is kept twice, and nobody's evening is lost."""

from __future__ import annotations

import shutil
import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein import Plein
from plein.documents import merge3
from plein.errors import BrokenText, DraftCollides, NotFound, NothingChanged
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene

C = "housing"


@pytest.fixture
def circle(at: Stage) -> Scene:
    """A closed circle with three who write: anna, bea and dora; version 1 is there."""
    scene = at("drafting")
    scene.seat("dora").invitations.accept(scene.tokens["dora"])
    return scene


def test_three_write_at_once_and_all_of_it_comes_together(circle: Scene) -> None:
    """Three trains, three laptops, one text in the evening."""
    edits = (("bea", "homes", "houses"), ("anna", "trees", "old trees"), ("dora", "It is public.", "Everybody may read it."))
    for person, old, new in edits:
        circle.seat(person).cycle(C).draft.save(TEXT.replace(old, new), base=1, note=f"{new}, says {person}.")

    versions = circle.bea.cycle(C).draft.list()
    expected = TEXT
    for _, old, new in edits:
        expected = expected.replace(old, new)
    assert versions[-1].text == expected
    assert [(one.number, one.author, one.base, one.note) for one in versions[1:]] == [
        (number, person, 1, f"{new}, says {person}.") for number, (person, _, new) in enumerate(edits, 2)
    ]
    assert circle.outsider.verify().damage == ()


def test_three_who_change_the_same_words_lose_nothing(circle: Scene) -> None:
    """One was first; the other two are told where, with the words of both, and can go on."""
    wanted = {"bea": "houses", "anna": "flats", "dora": "castles"}
    circle.bea.cycle(C).draft.save(TEXT.replace("homes", wanted["bea"]), base=1)
    for number, person in enumerate(("anna", "dora"), 1):
        mine = TEXT.replace("homes", wanted[person]).replace("trees", "old trees")
        with pytest.raises(DraftCollides) as refusal:
            circle.seat(person).cycle(C).draft.save(mine, base=1)
        told = str(refusal.value)
        assert len(told.splitlines()) == 2
        assert f"in paragraph 2 (they: “houses”, you: “{wanted[person]}”)" in told
        assert f"plein draft show housing --aside {number}" in told
        assert circle.bea.cycle(C).draft.aside(number, whole=True) == mine

    assert [(one.number, one.author, one.base, one.newest) for one in circle.bea.cycle(C).draft.asides()] == [
        (1, "anna", 1, 2),
        (2, "dora", 1, 2),
    ]
    both = circle.bea.cycle(C).draft.aside(2)
    assert (
        "<<<<<<< version 2\nWe build houses.\n||||||| version 1\nWe build homes.\n=======\nWe build castles.\n>>>>>>> aside 2 by dora\n"
        in both
    )
    assert "old trees" in both
    with pytest.raises(BrokenText, match=r"Line 3 is a mark between two texts"):
        circle.seat("dora").cycle(C).draft.save(both, base=2)
    agreed = TEXT.replace("homes", "houses and castles").replace("trees", "old trees")
    assert circle.seat("dora").cycle(C).draft.save(agreed, base=2).number == 3
    assert circle.bea.cycle(C).draft.aside(1, whole=True) == TEXT.replace("homes", "flats").replace("trees", "old trees")
    assert circle.outsider.verify().damage == ()


def test_the_same_text_is_set_aside_once(circle: Scene) -> None:
    """Who presses the button again is told the same, and finds one text and not five."""
    circle.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"), base=1)
    for _ in range(3):
        with pytest.raises(DraftCollides, match="kept as aside 1"):
            circle.anna.cycle(C).draft.save(TEXT.replace("homes", "flats"), base=1)

    assert len(circle.bea.cycle(C).draft.asides()) == 1
    assert circle.outsider.verify().damage == ()


def test_what_was_set_aside_is_for_the_circle_only(circle: Scene) -> None:
    """It is a draft like any other: to everybody else it is not there."""
    circle.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"), base=1)
    with pytest.raises(DraftCollides):
        circle.anna.cycle(C).draft.save(TEXT.replace("homes", "flats"), base=1)

    for seat in (circle.outsider, circle.seat("piet")):
        assert seat.cycle(C).draft.asides() == ()
        with pytest.raises(NotFound):
            seat.cycle(C).draft.aside(1)
    with pytest.raises(NotFound):
        circle.bea.cycle(C).draft.aside(2**40)


def test_many_places_are_told_in_two_lines(circle: Scene) -> None:
    """A refusal is read; a list of forty places is not."""
    lines = [f"Point {number} says one." for number in range(12)]
    text = "\n\n".join(lines) + "\n"
    base = circle.bea.cycle(C).draft.save(text).number
    circle.bea.cycle(C).draft.save(text.replace("one", "two"), base=base)
    with pytest.raises(DraftCollides, match=r"in paragraph 1 .*, in paragraph \d+ .* and in \d+ more places") as refusal:
        circle.anna.cycle(C).draft.save(text.replace("one", "three"), base=base)

    assert len(str(refusal.value).splitlines()) == 2
    assert max(map(len, str(refusal.value).splitlines())) < 400


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> theirs", "||||||| base", "<<<<<<<"])
def test_a_text_with_marks_of_a_collision_in_it_is_refused(circle: Scene, mark: str) -> None:
    """Half a merge must not become the text of the party."""
    with pytest.raises(BrokenText, match="take the marks out"):
        circle.bea.cycle(C).draft.save(TEXT.replace("We build", f"{mark}\nWe build"))

    assert len(circle.bea.cycle(C).draft.list()) == 1


@pytest.mark.parametrize("line", ["Title\n=======", "| | | | | | |", "> > a quote", "|||||||", "a <<<<<<< b"])
def test_what_only_looks_like_a_mark_is_text(circle: Scene, line: str) -> None:
    """Headings, tables and quotes are made of such signs too."""
    assert circle.bea.cycle(C).draft.save(TEXT + "\n" + line + "\n").number == 2


WORDS = st.sampled_from(["homes", "trees", "streets", "public", "list", "town", ""])
PLACES = ("build", "families", "lost", "waiting", "keeps", "like", "every", "Who")
CHANGES = st.lists(st.tuples(st.sampled_from(PLACES), WORDS), min_size=1, max_size=3)


def edited(changes: list[tuple[str, str]]) -> str:
    text = TEXT
    for old, new in changes:
        text = text.replace(old, f"{old} {new}".strip() if new else "some", 1)
    return text


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(one=CHANGES, two=CHANGES)
def test_who_saves_first_makes_no_difference(empty_file: Path, one: list[tuple[str, str]], two: list[tuple[str, str]]) -> None:
    """Where both are clean, the text is the same whoever was quicker; where not, both are told so and both texts are kept."""
    texts = edited(one), edited(two)
    if TEXT in texts or texts[0] == texts[1]:
        return
    results = []
    for first, second in (texts, texts[::-1]):
        folder = tempfile.mkdtemp(prefix="plein-together-")
        shutil.copy(empty_file, Path(folder, "plein.db"))
        with Plein(Path(folder, "plein.db"), clock=lambda: NOON) as plein:
            scene = Housing(plein).drafting()
            scene.bea.cycle(C).draft.save(first, base=1)
            try:
                scene.bea.cycle(C).draft.save(second, base=1)
                results.append(scene.bea.cycle(C).draft.show().text)
            except DraftCollides:
                assert scene.bea.cycle(C).draft.aside(1, whole=True) == second
                assert scene.bea.cycle(C).draft.show().text == first
                results.append("")
            except NothingChanged:
                results.append(scene.bea.cycle(C).draft.show().text)
        shutil.rmtree(folder)

    assert results[0] == results[1]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(places=st.permutations(PLACES), words=st.lists(WORDS, min_size=3, max_size=3))
def test_three_who_write_at_different_places_come_to_the_same_in_any_order(places: list[str], words: list[str]) -> None:
    """What the desk does with each save is ``merge3`` with the newest version; so this is the law for three at once."""
    texts = [edited([change]) for change in zip(places, words, strict=False)]
    found = set()
    for order in permutations(texts):
        newest, clean = TEXT, True
        for text in order:
            outcome = merge3(TEXT, newest, text)
            clean, newest = clean and outcome.clean, outcome.text
        if clean:
            found.add(newest)

    assert len(found) <= 1
