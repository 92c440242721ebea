"""Somebody edits the version they have, which others have gone on from: their wish is theirs, and nobody's change is taken back in their name."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text as sql

from plein import Handed, Plein
from plein.errors import BadRows, BaseUnclear, NotFound, NothingChanged, Unusable
from plein.store.database import Database
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene
from tests.laws import looks

C = "housing"
V1 = TEXT


def second_round(scene: Housing) -> str:
    """Round 2 of a text in which others changed three paragraphs since; that text."""
    one = scene.suggest("una", quote="homes", replace="affordable homes").id
    scene.anna.cycle(C).move("drafting")
    scene.adopt(one)
    scene.bea.cycle(C).draft.merge()
    newest = scene.bea.cycle(C).draft.show()
    scene.bea.cycle(C).draft.save(newest.text.replace("It is public.", "Everybody reads it.").replace("children", "three children"))
    scene.bea.cycle(C).decisions.publish()
    scene.anna.cycle(C).move("review")
    return scene.outsider.cycle(C).draft.show().text


@pytest.fixture
def later(at: Stage) -> Scene:
    """A cycle in its second round."""
    scene = at("review")
    second_round(scene)
    return scene


def told(made: Any) -> list[tuple[str, int, int, str | None]]:
    return [(one.status, one.version, one.edited_from, one.replace) for one in made.suggestions]


def test_a_text_made_from_an_older_version_takes_nothing_back(later: Scene) -> None:
    """The worst one: every change that others made came back as this person's wish to revert it."""
    made = later.seat("kees").cycle(C).suggestions.add(V1.replace("trees", "fruit trees"))

    assert told(made) == [("carried", 3, 1, "We like fruit trees in every street.")]
    assert (made.edited_from, made.version) == (1, 3)
    assert later.anna.verify().damage == ()


def test_what_cannot_be_carried_is_kept_where_it_was_made_and_says_why(later: Scene) -> None:
    """Nothing is placed by guess, and nothing that somebody wrote is lost."""
    wanted = V1.replace("homes", "affordable homes").replace("is public", "is secret").replace("trees", "oaks")

    made = later.seat("kees").cycle(C).suggestions.add(wanted, base=1)

    assert told(made) == [
        ("already-in", 1, 1, "We build affordable homes."),
        ("collided", 1, 1, "The town keeps a waiting list. It is secret."),
        ("carried", 3, 1, "We like oaks in every street."),
    ]
    assert later.anna.verify().damage == ()
    later.anna.cycle(C).move("drafting")
    later.reject(*(one.id for one in later.outsider.cycle(C).suggestions.list() if one.author == "kees"))


def test_the_older_version_itself_asks_for_nothing(later: Scene) -> None:
    """Unchanged it was a pile of reverts."""
    with pytest.raises(NothingChanged, match="Your text is version 1 to the letter, and version 3 is before the public now"):
        later.seat("kees").cycle(C).suggestions.add(V1)


def test_its_first_line_may_say_which_version_it_is(later: Scene) -> None:
    """A file that plein exported says it, whatever was made of it since."""
    anew = V1.replace("trees", "oaks")

    made = later.seat("kees").cycle(C).suggestions.add(f"<!-- plein: housing, version 1 -->\n\n{anew}")

    assert told(made) == [("carried", 3, 1, "We like oaks in every street.")]
    with pytest.raises(Unusable, match="it is the text of parks; this cycle is housing"):
        later.seat("lot").cycle(C).suggestions.add(f"<!-- plein: parks, version 1 -->\n{anew}")
    with pytest.raises(NotFound):
        later.seat("lot").cycle(C).suggestions.add(f"<!-- plein: housing, version 9 -->\n{anew}")


def test_where_nobody_can_tell_it_is_asked_and_nothing_is_taken_in(at: Stage) -> None:
    """Of a wording that is neither the old nor the new one, only its writer knows which they had before them."""
    scene = at("review")
    scene.anna.cycle(C).move("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("trees", "oaks"))
    scene.anna.cycle(C).move("review")
    before, anew = scene.digest(), TEXT.replace("trees", "ferns")

    with pytest.raises(BaseUnclear) as unclear:
        scene.seat("kees").cycle(C).suggestions.add(anew)

    assert (unclear.value.versions, scene.digest()) == ((2, 1), before)
    assert told(scene.seat("kees").cycle(C).suggestions.add(anew, base=1))[0][:3] == ("collided", 1, 1)
    assert told(scene.seat("lot").cycle(C).suggestions.add(anew, base=2))[0][:3] == ("open", 2, 2)


def test_a_draft_that_nobody_outside_has_seen_is_no_version_for_them(later: Scene) -> None:
    """A number that gives another refusal than one that was never given would tell of it."""
    later.bea.cycle(C).draft.show(2)

    for base in (2, 9):
        with pytest.raises(NotFound, match=f"There is no version {base} of housing"):
            later.seat("kees").cycle(C).suggestions.add(V1.replace("trees", "oaks"), base=base)


def test_a_quotation_of_an_older_version_is_carried_too(later: Scene) -> None:
    """People quote from the mail in which the text was sent to them."""
    piet = later.seat("kees").cycle(C).suggestions

    assert told(piet.add_quote("like trees", "plant trees", base=1)) == [("carried", 3, 1, "We plant trees in every street.")]
    assert told(piet.add_quote("is public", "is secret", base=1)) == [("collided", 1, 1, "is secret")]
    assert piet.tip("is public", "Since when?", base=1).suggestions[0].version == 1


def test_the_same_folder_after_a_new_version_adds_nothing(at: Stage) -> None:
    """Nobody remembers whether the letters of last month are in already."""
    scene = at("review")
    handed = [Handed("ria", TEXT.replace("homes", "affordable homes")), Handed("lot", TEXT.replace("trees", "oaks"), why="They last.")]
    scene.anna.cycle(C).suggestions.import_(handed)
    second_round(scene)
    before = scene.digest()

    again = scene.anna.cycle(C).suggestions.import_(handed)

    assert [(one.author, one.new) for one in again] == [("ria", False), ("lot", False)]
    assert scene.digest() == before


def test_a_folder_brings_in_what_is_new_and_names_all_that_cannot_be_told(later: Scene) -> None:
    """All faults of a folder at once, and nothing half done."""
    before = later.digest()
    handed = [
        Handed("kees", V1.replace("trees", "oaks"), name="kees.md"),
        Handed("mia", V1.replace("It is public.", "It is nowhere to be seen."), name="mia.md", base=7),
        Handed("no", "", name="no.md"),
        Handed("o", "x", name="o.md", broken="it is torn"),
    ]

    with pytest.raises(BadRows) as faults:
        later.anna.cycle(C).suggestions.import_(handed)

    assert [line.split(":")[0] for line in faults.value.mistakes] == ["mia.md", "no.md", "o.md"]
    assert later.digest() == before
    taken = later.anna.cycle(C).suggestions.import_(handed[:1])
    assert told(taken[0]) == [("carried", 3, 1, "We like oaks in every street.")]


def test_what_was_carried_when_it_was_handed_in_goes_on_to_the_next_version(later: Scene) -> None:
    """It stands on the version it was carried to, like any other."""
    one = later.seat("kees").cycle(C).suggestions.add(V1.replace("trees", "oaks")).suggestions[0]
    later.anna.cycle(C).move("drafting")
    later.bea.cycle(C).draft.save(later.bea.cycle(C).draft.show().text + "\nThe end.\n")
    later.anna.cycle(C).move("review")

    found = later.outsider.cycle(C).suggestions.show(one.id)

    assert (found.status, found.version, found.edited_from) == ("carried", 3, 1)
    assert found.here is not None
    assert (found.here.version, found.here.paragraph) == (4, 7)
    assert later.anna.verify().damage == ()


def test_a_changed_row_of_where_a_text_came_from_is_damage(later: Scene) -> None:
    """Which version somebody had before them decides what they wanted."""
    later.seat("kees").cycle(C).suggestions.add(V1.replace("trees", "oaks"))
    database = later.plein._database
    assert isinstance(database, Database)
    with database.writing() as session:
        session.execute(sql("UPDATE plein_suggestion SET edited_from = 2 WHERE edited_from = 1"))

    assert later.anna.verify().damage


# -- drafters -------------------------------------------------------------------------------------------------------------


def test_two_drafters_who_had_the_same_version_before_them_both_keep_their_words(at: Stage) -> None:
    """The second undid the first, without a word."""
    scene = at("drafting")
    scene.anna.cycle(C).draft.save(TEXT.replace("homes", "houses"))

    saved = scene.bea.cycle(C).draft.save(TEXT.replace("trees", "oaks"))

    assert (saved.number, saved.base, saved.text) == (3, 1, TEXT.replace("homes", "houses").replace("trees", "oaks"))
    assert scene.anna.verify().damage == ()


def test_a_drafter_who_goes_on_with_their_own_version_is_not_asked(at: Stage) -> None:
    """They change the same words again and again; nobody else has saved since."""
    scene = at("drafting")
    scene.bea.cycle(C).draft.save(TEXT.replace("homes", "houses"))

    again = scene.bea.cycle(C).draft.save(TEXT.replace("homes", "flats"))

    assert (again.base, again.text) == (2, TEXT.replace("homes", "flats"))
    with pytest.raises(BaseUnclear):
        scene.anna.cycle(C).draft.save(TEXT.replace("homes", "ships"))


def test_going_back_to_an_older_draft_is_said(at: Stage) -> None:
    """Whoever saves what was the text once may have missed what came since."""
    scene = at("drafting")
    scene.anna.cycle(C).draft.save(TEXT.replace("homes", "houses"))

    with pytest.raises(NothingChanged, match="version 2 is the newest"):
        scene.bea.cycle(C).draft.save(TEXT)
    assert scene.bea.cycle(C).draft.save(TEXT, base=2).text == TEXT


def test_a_draft_comes_back_from_a_word_processor_as_it_was_set(at: Stage) -> None:
    """Curled quotes are nobody's draft, unless the group wants them."""
    scene = at("drafting")
    first = scene.bea.cycle(C).draft.save(TEXT.replace("a waiting list", 'a "waiting list"'))
    curled = first.text.replace('"waiting list"', "“waiting list”")

    with pytest.raises(NothingChanged, match="in typography alone"):
        scene.bea.cycle(C).draft.save(curled)
    saved = scene.bea.cycle(C).draft.save(curled.replace("trees", "oaks"))
    assert (saved.text, saved.typography) == (first.text.replace("trees", "oaks"), 2)
    assert scene.bea.cycle(C).draft.save(curled, base=3, typography=True).text == curled


# -- the law --------------------------------------------------------------------------------------------------------------

SINCE = {"homes": "affordable homes", "public": "open", "children": "three children", "lost their home": "lost it all"}
MINE = {"trees": "oaks", "every street": "every lane", "keeps": "has", "Who comes first": "Who is first"}


@looks(40, least=8)
@given(since=st.sets(st.sampled_from(sorted(SINCE)), min_size=1), mine=st.sets(st.sampled_from(sorted(MINE)), min_size=1))
def test_whatever_changed_since_nothing_is_undone_that_its_sender_did_not_touch(since: set[str], mine: set[str]) -> None:
    """The text with all that this person asks for adopted is the version before the public with their words, and nothing else."""
    newest = wanted = TEXT
    for old in since:
        newest = newest.replace(old, SINCE[old])
    expected = newest
    for old in mine:
        wanted, expected = wanted.replace(old, MINE[old]), expected.replace(old, MINE[old])
    with TemporaryDirectory() as folder, Plein(Path(folder) / "plein.db", clock=lambda: NOON) as plein:
        plein.upgrade()
        scene = Housing(plein).review()
        scene.anna.cycle(C).move("drafting")
        scene.bea.cycle(C).draft.save(newest)
        scene.anna.cycle(C).move("review")

        made = scene.seat("kees").cycle(C).suggestions.add(wanted)

        assert {one.status for one in made.suggestions} == {"carried"}
        scene.anna.cycle(C).move("drafting")
        scene.adopt(*(one.id for one in made.suggestions))
        assert scene.bea.cycle(C).draft.merge(dry_run=True).text == expected
