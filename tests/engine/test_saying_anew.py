"""One's own suggestion in other words: the new ones take the place of the old, and nobody outside can tell whether the circle had decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plein import Seat
from plein.engine.review.views import Submission, Suggestion
from plein.errors import (
    ActRefused,
    NoIdentity,
    NotAllowed,
    NotFound,
    NothingChanged,
    PleinError,
    QuoteNotFound,
    Refused,
    StaleWrite,
    Unusable,
)
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, last_body, rows, tamper
from tests.phases import EVERY, PEOPLE, seat_of
from tests.taken import taking

C = "housing"
FILE = TEXT.replace("homes", "houses").replace("waiting list", "queue").replace("trees", "oaks")


def suggestions(scene: Scene, person: str = "piet") -> Any:
    """The suggestions through somebody's eyes."""
    return scene.seat(person).cycle(C).suggestions


def found(seat: Seat) -> dict[int, Suggestion]:
    """All of them by number, as that person sees them."""
    return {one.id: one for one in seat.cycle(C).suggestions.list()}


WAYS: dict[str, tuple[dict[str, Any], tuple[str, str | None, str | None]]] = {
    "the same passage": ({"replace": "cheap homes"}, ("homes", "cheap homes", "Nobody can pay for the rest.")),
    "another passage": ({"quote": "waiting list", "replace": "queue"}, ("waiting list", "queue", "Nobody can pay for the rest.")),
    "a whole text": (
        {"text": TEXT.replace("homes", "cheap homes")},
        ("We build homes.", "We build cheap homes.", "Nobody can pay for the rest."),
    ),
    "with another motivation": ({"replace": "cheap homes", "why": "Rents rise."}, ("homes", "cheap homes", "Rents rise.")),
    "the motivation alone": ({"why": "Rents rise."}, ("homes", "affordable homes", "Rents rise.")),
    "without a motivation": ({"why": ""}, ("homes", "affordable homes", None)),
    "as a tip": ({"tip": "Which homes?"}, ("homes", None, "Which homes?")),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_new_words_take_the_place_of_the_old_and_each_names_the_other(at: Stage, way: str) -> None:
    """Everybody sees that it changed, when, and what it was; in one entry of the record."""
    scene = at("review")
    said, told = WAYS[way]
    revision = scene.revision

    made = suggestions(scene).change(1, **said)

    old, new = found(scene.outsider)[1], found(scene.outsider)[made.suggestions[0].id]
    assert (new.quote, new.replace, new.why) == told
    assert (new.author, new.status, new.instead_of, new.changed) == ("piet", "open", (1,), new.at)
    assert (old.status, old.replaced_by, old.changed) == ("withdrawn", (new.id,), new.at)
    assert (made.replaced, scene.revision) == ((1,), revision + 1)
    assert last_body(scene.plein)["act"] == "change-suggestion"
    assert scene.outsider.verify().damage == ()


def test_what_came_with_it_in_one_text_stays_as_it_is(at: Stage) -> None:
    """The text is edited again where its author thinks otherwise; the rest of it was said already."""
    scene = at("review")
    kees = suggestions(scene, "kees")
    one, two, three = (made.id for made in kees.add(FILE).suggestions)

    made = kees.change(two, FILE.replace("queue", "list of who waits"))

    assert [new.replace for new in made.suggestions] == ["The town keeps a list of who waits. It is public."]
    assert [found(scene.outsider)[number].status for number in (one, two, three)] == ["open", "withdrawn", "open"]
    assert scene.outsider.verify().damage == ()


def test_a_text_that_rewrites_most_of_it_is_one_suggestion(at: Stage) -> None:
    """As it is when it is handed in at first."""
    scene = at("review")

    made = suggestions(scene).change(1, "# Living\n\nEverything else.\n\nAll of it anew, in words of mine.\n")

    assert (made.sweeping, len(made.suggestions), made.replaced) == (True, 1, (1,))
    again = suggestions(scene).change(made.suggestions[0].id, why="Start anew.")
    assert (again.sweeping, again.suggestions[0].sweeping, again.suggestions[0].why) == (True, True, "Start anew.")
    assert scene.outsider.verify().damage == ()


def test_a_tip_is_changed_where_it_stands_and_needs_no_motivation(at: Stage) -> None:
    """What its author remarked at first is not the motivation of what they want now."""
    scene = at("review")

    made = suggestions(scene, "lea").change(3, tip="How long is it now?")
    assert [(one.kind, one.quote, one.why) for one in made.suggestions] == [("tip", "waiting list", "How long is it now?")]
    with pytest.raises(Unusable, match="is a tip, which is its own motivation"):
        suggestions(scene, "lea").change(made.suggestions[0].id, why="More.")
    wanted = suggestions(scene, "lea").change(made.suggestions[0].id, replace="queue").suggestions[0]
    assert (wanted.kind, wanted.why) == ("suggestion", None)
    assert scene.outsider.verify().damage == ()


def test_what_it_came_from_and_what_it_is_stay_unless_its_author_says_otherwise(at: Stage) -> None:
    """Nobody has to say everything again."""
    scene = at("review")
    mia = suggestions(scene, "mia")
    number = mia.add_quote("trees", "oaks", kind="refinement", for_=1).suggestions[0].id

    kept = mia.change(number, replace="ferns").suggestions[0]
    other = mia.change(kept.id, replace="moss", kind="suggestion", for_=2).suggestions[0]

    assert (kept.kind, kept.contribution, other.kind, other.contribution) == ("refinement", 1, "suggestion", 2)
    small = mia.change(other.id, kind="refinement").suggestions[0]
    back = mia.change(small.id, for_=1).suggestions[0]
    assert [(one.kind, one.contribution, one.replace) for one in (small, back)] == [
        ("refinement", 2, other.replace),
        ("refinement", 1, other.replace),
    ]
    lea = suggestions(scene, "lea")
    tip = lea.change(3, for_=1).suggestions[0]
    assert (tip.kind, tip.contribution, tip.why) == ("tip", 1, found(scene.outsider)[3].why)
    with pytest.raises(Unusable, match="own motivation"):
        lea.change(tip.id, kind="refinement")
    with pytest.raises(NothingChanged, match="says so already"):
        lea.change(tip.id, for_=1)
    assert scene.outsider.verify().damage == ()


def test_it_can_be_changed_again_and_taken_back(at: Stage) -> None:
    """Each is named by the next; a changed one is no longer there to be changed."""
    scene = at("review")
    piet = suggestions(scene)
    second = piet.change(1, replace="flats").suggestions[0].id
    third = piet.change(second, replace="houses").suggestions[0].id

    assert [found(scene.outsider)[number].replaced_by for number in (1, second)] == [(second,), (third,)]
    with pytest.raises(Refused, match=f"was said in other words before; now it is {third}: plein suggestion change housing {third}"):
        piet.change(second, replace="ships")
    piet.withdraw(third)
    for number in (second, third):
        with pytest.raises(Refused, match="was withdrawn; say it anew: plein suggestion add housing FILE"):
            piet.change(number, replace="ships")
    back = piet.add_quote("homes", "flats").suggestions[0]  # the same words as before can be said again
    assert (back.status, back.changed) == ("open", None)
    assert scene.outsider.verify().damage == ()


def test_what_is_no_change_is_refused_and_stays(at: Stage) -> None:
    """Each refusal says why, and not a row is other than before."""
    scene = at("review")
    kees = suggestions(scene, "kees")
    one, two, _ = (made.id for made in kees.add(FILE, why="So.").suggestions)
    tip = kees.tip("public", "Is it?").suggestions[0].id
    other = kees.tip("public", "Since when?").suggestions[0].id
    gone = kees.add_quote("children", "kids").suggestions[0].id
    kees.withdraw(gone)
    before, odd = rows(scene.plein), dict[str, Any](replace="ships", kind="tip")

    refusals: list[tuple[type[PleinError], str, Callable[[], Submission]]] = [
        (NothingChanged, f"Suggestion {one} says so already", lambda: kees.change(one, FILE)),
        (NothingChanged, f"Suggestion {one} says so already", lambda: kees.change(one, why="So.")),
        (NothingChanged, f"Suggestion {tip} says so already", lambda: kees.change(tip, tip=" Is it? ")),
        (NothingChanged, f"suggest that already in {two}", lambda: kees.change(one, TEXT.replace("waiting list", "queue"))),
        (NothingChanged, f"suggest that already in {other}", lambda: kees.change(tip, tip="Since when?")),
        (NothingChanged, "to the letter", lambda: kees.change(one, TEXT)),
        (NothingChanged, "reads so already", lambda: kees.change(one, quote="homes", replace="homes")),
        (Refused, "and for more besides", lambda: kees.change(one, FILE.replace("children", "kids"))),
        (QuoteNotFound, "nowhere", lambda: kees.change(one, quote="castles", replace="homes")),
        (NotAllowed, "Suggestion 1 is not yours", lambda: kees.change(1, why="Mine.")),
        (Refused, "was withdrawn", lambda: kees.change(gone, why="Mine.")),
        (NotFound, "no suggestion 99", lambda: kees.change(99, why="Mine.")),
        (NotFound, "no suggestion -1", lambda: kees.change(-1, why="Mine.")),
        (NoIdentity, "Who does this", lambda: scene.outsider.cycle(C).suggestions.change(1, why="Mine.")),
        (Unusable, "Say what it is to be", lambda: kees.change(one)),
        (Unusable, "not both", lambda: kees.change(one, FILE, replace="ships")),
        (Unusable, "Say how the passage should read", lambda: kees.change(one, quote="homes")),
        (Unusable, "Say how the passage should read", lambda: kees.change(one, replace="ships", tip="Hm.")),
        (Unusable, "own motivation", lambda: kees.change(one, tip="Hm.", why="Mine.")),
        (Unusable, "The tip is empty", lambda: kees.change(tip, tip=" ")),
        (Unusable, "is no kind of suggestion", lambda: kees.change(one, **odd)),
        (StaleWrite, "is at revision", lambda: kees.change(one, replace="ships", revision=2)),
        (NotAllowed, "hosts", lambda: kees.change(1, why="Mine.", author="piet", because="He said so.")),
    ]
    for refusal, why, do in refusals:
        with pytest.raises(refusal, match=why):
            do()
    assert rows(scene.plein) == before


class TestNobodyCanTell:
    """What the circle decided, and did not publish, is closed to whoever wrote it."""

    @pytest.mark.parametrize("decided", [1, 2])
    def test_the_answer_is_the_same_whatever_was_decided(self, at: Stage, decided: int) -> None:
        """The answer itself, what its author then reads, and the entry in the record."""
        scenes = []
        for number in (decided, 3 - decided):
            scene = at("review")
            scene.reject(number)
            made = suggestions(scene).change(1, replace="flats")
            body = last_body(scene.plein)
            told = {key: body[key] for key in sorted(body) if key not in ("by", "at", "came_in", "submissions")}
            seen = [found(scene.outsider)[one] for one in (1, made.suggestions[0].id)]
            status = scene.seat("piet").cycle(C).status()
            scenes.append((made.suggestions[0], seen, status.counts, status.fell, told, sorted(body["submissions"][0])))
        assert repr(scenes[0]) == repr(scenes[1])

    def test_the_decision_does_not_pass_to_the_new_words_and_the_circle_is_told(self, at: Stage) -> None:
        """Nobody is answered on words that nobody has read."""
        scene = at("review")
        scene.adopt(1)

        new = suggestions(scene).change(1, replace="flats").suggestions[0].id

        assert [one.suggestion for one in scene.bea.cycle(C).decisions.list()] == []
        assert (found(scene.bea)[new].fell, found(scene.bea)[1].fell) == (True, False)
        assert [found(scene.seat(person))[new].fell for person in ("piet", "kim")] == [False, False]
        assert [seat.cycle(C).status().fell for seat in (scene.bea, scene.seat("piet"), scene.outsider)] == [(new,), (), ()]
        scene.reject(new)
        assert scene.bea.cycle(C).status().fell == ()
        assert scene.outsider.verify().damage == ()

    def test_what_others_were_covered_by_is_open_again_and_told(self, at: Stage) -> None:
        """Their answer pointed at words that are no more."""
        scene = at("review")
        scene.adopt(1)
        scene.bea.cycle(C).decisions.set(2, "covered", because="By 1.", covered_by=1)

        new = suggestions(scene).change(1, why="Rents rise.").suggestions[0].id
        assert scene.bea.cycle(C).status().fell == (2, new)
        newer = suggestions(scene).change(new, replace="flats").suggestions[0].id
        assert scene.bea.cycle(C).status().fell == (2, newer)  # it still waits for what was decided at first
        suggestions(scene).withdraw(newer)
        assert scene.bea.cycle(C).status().fell == (2,)

    def test_what_was_not_decided_or_was_taken_back_did_not_fall(self, at: Stage) -> None:
        """The circle is not sent to look for nothing."""
        scene = at("review")
        scene.reject(1)
        scene.bea.cycle(C).decisions.undo(1)
        suggestions(scene).change(1, replace="flats")
        suggestions(scene, "kim").change(2, replace="moss")

        assert scene.bea.cycle(C).status().fell == ()

    def test_once_the_answer_is_public_the_words_stay(self, at: Stage) -> None:
        """Whoever reads an answer reads what it answers; where another one's answer points at it, too."""
        scene = at("review")
        scene.adopt(1)
        scene.bea.cycle(C).decisions.set(2, "covered", because="By 1.", covered_by=1)
        scene.bea.cycle(C).decisions.publish()

        with pytest.raises(Refused, match="Suggestion 1 was answered"):
            suggestions(scene).change(1, replace="flats")
        scene.bea.cycle(C).decisions.undo(1, because="Too soon.")
        with pytest.raises(Refused, match="The answer to suggestion 2 points at yours; ask the group before you change it"):
            suggestions(scene).change(1, replace="flats")

    def test_what_is_in_a_closed_version_stays_there(self, at: Stage) -> None:
        """The circle merged the old words; they are the circle's own, and the new ones wait."""
        scene = at("review")
        scene.adopt(1)
        scene.bea.cycle(C).draft.merge()

        new = suggestions(scene).change(1, replace="flats").suggestions[0].id

        assert "affordable homes" in scene.bea.cycle(C).draft.show().text
        assert (found(scene.bea)[new].status, scene.bea.cycle(C).status().fell) == ("open", ())
        assert scene.outsider.verify().damage == ()


def second_round(scene: Scene) -> None:
    """Version 2 is before the public: the trees are gone from it, and there are squares."""
    scene.anna.cycle(C).move("drafting", because="Enough.")
    scene.bea.cycle(C).draft.save(TEXT.replace("We like trees in every street", "There are squares"))
    scene.anna.cycle(C).move("review")


class TestInALaterRound:
    """What nobody answered is carried to the next version, and stands in that round."""

    def test_what_was_carried_is_changed_where_it_stands_now(self, at: Stage) -> None:
        """Its motivation alone, or its words."""
        scene = at("review")
        second_round(scene)
        assert found(scene.outsider)[1].status == "carried"

        why = suggestions(scene).change(1, why="Rents rise.").suggestions[0]
        words = suggestions(scene).change(why.id, quote="homes", replace="flats").suggestions[0]

        assert (why.version, why.edited_from, why.status, why.replace) == (2, 1, "carried", "We build affordable homes.")
        assert (words.version, words.edited_from, words.status) == (2, 2, "open")
        with pytest.raises(NothingChanged, match="says so already"):
            suggestions(scene).change(words.id, TEXT.replace("homes", "flats"), base=1, why=words.why)
        assert scene.outsider.verify().damage == ()

    def test_what_lost_its_place_keeps_its_words_where_they_were_made(self, at: Stage) -> None:
        """Another motivation puts it nowhere else; other words do."""
        scene = at("review")
        second_round(scene)
        lost = found(scene.outsider)[2].status
        assert lost in ("collided", "orphaned")

        why = suggestions(scene, "kim").change(2, why="They bear fruit.").suggestions[0]
        assert (why.version, why.status) == (1, lost)
        words = suggestions(scene, "kim").change(why.id, quote="squares", replace="orchards").suggestions[0]
        assert (words.version, words.status) == (2, "open")
        assert scene.outsider.verify().damage == ()


class TestForSomebody:
    """A host enters what came by letter, or late."""

    def test_a_host_changes_what_somebody_handed_in(self, at: Stage) -> None:
        """Whose it is and who typed it are both told."""
        scene = at("review")

        new = scene.anna.cycle(C).suggestions.change(1, replace="flats", author="piet", because="by phone").suggestions[0]

        assert (new.author, new.entered_by, new.entered_because, new.instead_of) == ("piet", "anna", "by phone", (1,))
        assert last_body(scene.plein)["act"] == "change-suggestion-for"
        mine = suggestions(scene).change(new.id, replace="houses").suggestions[0]
        assert (mine.entered_by, mine.instead_of) == (None, (new.id,))
        before = rows(scene.plein)
        with pytest.raises(NotAllowed, match="Suggestion 2 is not one of piet"):
            scene.anna.cycle(C).suggestions.change(2, replace="flats", author="piet", because="by phone")
        with pytest.raises(NotAllowed, match=r"Suggestion 2 is not one of nobody-yet"):
            scene.anna.cycle(C).suggestions.change(2, replace="flats", author="nobody-yet", because="by phone")
        assert rows(scene.plein) == before
        assert scene.outsider.verify().damage == ()

    def test_late_a_host_takes_it_in_with_a_reason_and_the_author_does_not(self, at: Stage) -> None:
        """Decided or not, the answer is the same: 1 is adopted behind closed doors, 3 waits."""
        scene = at("processing")
        with pytest.raises(ActRefused):
            suggestions(scene).change(1, replace="flats")
        said = {"late": True, "because": "It lay under the mat."}

        made = [
            scene.anna.cycle(C).suggestions.change(number, author=author, **words, **said).suggestions[0]
            for number, author, words in ((1, "piet", {"replace": "flats"}), (3, "lea", {"tip": "Where is it?"}))
        ]

        assert [(one.late, one.instead_of, one.fell) for one in made] == [(True, (1,), False), (True, (3,), False)]
        assert scene.bea.cycle(C).status().fell == (made[0].id,)
        assert scene.outsider.verify().damage == ()


@pytest.mark.parametrize(
    ("definition", "phase"), [one for one in EVERY if one[0] == "plein66" and one[1] not in ("preparation", "inventory")]
)
def test_only_its_author_does_it_and_only_while_the_review_takes_suggestions(
    request: pytest.FixtureRequest, definition: str, phase: str
) -> None:
    """Every role and phase: whoever reads, writes or hosts has no say in what somebody else suggested."""
    done: dict[str, bool] = {}
    for opened in taking(request):
        here = opened(definition, phase)
        before = here.rows()
        for role in PEOPLE:
            for late in (False, True):
                seat = seat_of(here.plein, role, late=late)
                for number in (4, 7):
                    try:
                        seat.cycle(C).suggestions.change(number, why="I thought again.")
                    except PleinError:
                        assert here.rows() == before
                        continue
                    done[f"{role} {number} {'late' if late else 'in time'}"] = True
                    here.session.rollback()
    assert done == ({"host 4 in time": True, "public 7 in time": True} if phase == "review" else {})


def test_what_no_entry_tells_is_found(at: Stage) -> None:
    """That words took the place of others is told by the record."""
    scene = at("review")
    suggestions(scene).change(1, replace="flats")
    tamper(scene.plein, "UPDATE plein_suggestion SET replaced_by = NULL, status = 'open' WHERE number = 1")

    assert any("suggestion 1 is damaged" in one for one in scene.outsider.verify().damage)


def test_erasing_its_author_takes_all_their_words(at: Stage) -> None:
    """Old and new alike, and the record still checks."""
    scene = at("review")
    scene.adopt(1)
    suggestions(scene).change(1, replace="xqflats")
    scene.anna.people.erase("piet", texts=True)

    assert "xqflats" not in repr(rows(scene.plein))
    assert scene.bea.cycle(C).status().fell == ()
    assert scene.outsider.verify().damage == ()


@pytest.mark.parametrize("edits", ["'7'", "'[[90000, 90001, \"a\"]]'", '\'[[1, "2", "a"]]\''])
def test_what_cannot_be_read_any_more_is_said_whole(at: Stage, edits: str) -> None:
    """A motivation of its own carries nothing on that plein cannot read; its author is told how to go on."""
    scene = at("review")
    tamper(scene.plein, f"UPDATE plein_suggestion SET edits = {edits} WHERE number = 1")
    before = rows(scene.plein)

    with pytest.raises(Refused, match="--quote OLD --replace NEW"):
        suggestions(scene).change(1, why="I thought again.")
    assert rows(scene.plein) == before
    anew = suggestions(scene).change(1, quote="homes", replace="flats").suggestions[0]
    assert (anew.quote, anew.replace) == ("homes", "flats")
