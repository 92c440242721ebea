"""Erasing a person: nothing of them is left, everything of everybody else is, and the record still checks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plein import Outside, Plein
from plein.errors import DraftCollides, NotAllowed, NotFound, PleinError, Refused, Unusable
from plein.store import record
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, last_body, rows
from tests.engine.test_closed import everything
from tests.engines import engine_of

C = "housing"
NAMES = ("otto", "Otto van Dam", "otto@example.org", "Alles over Otto", "Nachtvlinder")
"""His id, what the register says, why he was asked in, and his pseudonym."""
WORDS = (
    "OTTO-SAID", "OTTO-MASKED", "OTTO-NUDGED", "OTTO-WHY", "OTTO-TIP", "OTTO-OPEN", "OTTO-REJECTED", "OTTO-NOTE",
    "OTTO-ASIDE", "OTTO-COMMENT", "OTTO-LETTER", "otto.example.org",
)  # fmt: skip
"""What he said, and where."""
COMMON = "kind homes"
"""What he suggested and the group merged."""
TAKEN = "open to all"
"""What he suggested and the group decided to take over."""


def everything_of_otto(plein: Plein) -> dict[str, str]:
    """otto did everything once: spoke, as himself and not, nudged, suggested, drafted, commented, and was asked into the circle.

    Suggestions of his: 1 was merged and published, with a motivation; 2 waits; 3 was rejected in public; 4 is adopted and not merged, and 5
    of kim is covered by it; 6 is a tip; 7 was merged behind closed doors.
    """
    scene = Scene(plein).build("inventory")
    anna, otto = scene.anna, scene.seat("otto")
    anna.people.add("otto", name="Otto van Dam", contact="otto@example.org", relation="alumnus", language="nl")
    anna.people.usual("otto")
    anna.boards.set("quay", ["otto", "kim"])
    otto.cycle(C).inventory.add("OTTO-SAID")
    otto.cycle(C).inventory.add("OTTO-MASKED", pseudonym="Nachtvlinder")
    otto.cycle(C).inventory.support(1)
    otto.cycle(C).inventory.nudge(2, "OTTO-NUDGED")
    anna.cycle(C).inventory.import_([Outside("OTTO-LETTER", "otto", source="Letter of Otto van Dam", link="https://otto.example.org/1")])
    scene.build_on("invitation", "drafting")
    otto.invitations.accept(anna.cycle(C).group.invite("otto", role="drafter", because="Alles over Otto.").token)
    anna.cycle(C).move("review", ask="Is this what you meant?")
    for quote, replace, why in (
        ("homes", COMMON, "OTTO-WHY"), ("trees", "OTTO-OPEN trees", None), ("waiting list", "OTTO-REJECTED list", None),
        ("public", TAKEN, None),
    ):  # fmt: skip
        otto.cycle(C).suggestions.add_quote(quote, replace, why=why)
    scene.suggest("kim", quote="public", replace="OPEN", why="Kim asks.")
    otto.cycle(C).suggestions.tip("families", "OTTO-TIP")
    otto.cycle(C).suggestions.add_quote("who lost their home", "in need")
    anna.cycle(C).move("drafting")
    bea = scene.bea
    bea.cycle(C).decisions.set([1], "adopted")
    bea.cycle(C).decisions.set([3], "rejected", because="Too long.")
    bea.cycle(C).draft.merge()
    bea.cycle(C).decisions.publish()
    bea.cycle(C).decisions.set([7], "adopted")
    bea.cycle(C).draft.merge()
    bea.cycle(C).decisions.set([4], "adopted")
    bea.cycle(C).decisions.set([5], "covered", because="See 4.", covered_by=4)
    otto.cycle(C).draft.save(scene.bea.cycle(C).draft.show().text.replace("every street", "every kind street"), note="OTTO-NOTE")
    with pytest.raises(DraftCollides):
        otto.cycle(C).draft.save(TEXT.replace("We like trees in every street", "OTTO-ASIDE"), base=1)
    otto.cycle(C).comments.add("OTTO-COMMENT")
    assert scene.outsider.verify().damage == ()
    return scene.tokens


@pytest.fixture
def full(at: Stage) -> Scene:
    """A cycle in which otto did everything once."""
    return at("everything of otto", everything_of_otto)


def in_file(scene: Scene) -> bytes:
    """Everything that is in the files of the database, its log included."""
    return b"".join(path.read_bytes() for path in Path(scene.where).parent.iterdir())


def in_rows(scene: Scene) -> str:
    return json.dumps(rows(scene.plein), ensure_ascii=False, default=repr)


@pytest.mark.parametrize("who", ["otto", "anna"])
def test_nothing_of_a_person_is_left(full: Scene, kind: str, who: str) -> None:
    """Not in a row, not in a view, and on SQLite not in a byte of the file; whoever does it."""
    assert all(word in in_rows(full) for word in (*NAMES, *WORDS))

    done = full.seat(who).people.erase("otto", texts=True)

    assert [word for word in (*NAMES, *WORDS) if word in in_rows(full)] == []
    seats = {"nobody": full.outsider, "host": full.anna, "drafter": full.bea}
    told = [(name, where) for name, seat in seats.items() for where, text in everything(seat) for word in (*NAMES, *WORDS) if word in text]
    assert told == []
    assert full.outsider.verify().damage == ()
    assert done.overwritten == (kind == "sqlite")
    if kind == "sqlite":
        assert [word for word in (*NAMES, *WORDS) if word.encode() in in_file(full)] == []


def test_without_asking_for_texts_the_name_goes_and_the_texts_stay(full: Scene, kind: str) -> None:
    """The conversation was everybody's; who it was is not."""
    full.anna.people.erase("otto")

    left = in_rows(full)
    assert [word for word in NAMES if word in left] == []
    assert [word for word in WORDS if word not in left] == ["otto.example.org"]
    assert full.outsider.cycle(C).inventory.show(3).text == "OTTO-SAID"
    assert full.outsider.verify().damage == ()
    if kind == "sqlite":
        assert [word for word in NAMES if word.encode() in in_file(full)] == []


def test_a_tombstone_stays_in_the_place_of_each_text(full: Scene) -> None:
    """Whoever replied, replied to something; who sees the gap sees why."""
    full.anna.people.erase("otto", texts=True)
    erased = "Erased at the person's request."

    for number in (3, 4, 5):
        one = full.outsider.cycle(C).inventory.show(number)
        assert (one.text, one.hidden, one.erased, one.source, one.link) == (None, erased, True, None, None)
        assert one.author.startswith("erased-")
    assert [nudge.because for nudge in full.outsider.cycle(C).inventory.show(2).nudges] == [erased]
    assert [one.text for one in full.bea.cycle(C).comments.list()] == [erased]
    assert [one.because for one in full.outsider.cycle(C).group.list() if one.person.startswith("erased-")] == [erased]
    assert full.bea.cycle(C).draft.asides() == ()
    assert [one.note for one in full.bea.cycle(C).draft.list()] == [None] * 4
    assert full.outsider.cycle(C).inventory.show(1).supports == 1


def test_of_suggestions_only_what_the_group_took_over_keeps_its_words(full: Scene) -> None:
    """What is in the text is everybody's. The answers stay, and nothing waits that nobody can answer."""
    full.anna.people.erase("otto", texts=True)
    found = {one.id: one for one in full.bea.cycle(C).suggestions.list()}

    assert [(n, found[n].status, found[n].replace) for n in (1, 2, 3, 4, 5, 6, 7)] == [
        (1, "decided", COMMON), (2, "withdrawn", None), (3, "decided", None), (4, "withdrawn", None), (5, "decided", "OPEN"),
        (6, "withdrawn", None), (7, "withdrawn", None),
    ]  # fmt: skip
    assert {found[n].why for n in (1, 2, 3, 4, 6, 7)} == {"Erased at the person's request."}
    assert found[3].decision is not None
    assert found[3].decision.because == "Too long."
    assert COMMON in full.bea.cycle(C).draft.show().text
    assert "in need" in full.bea.cycle(C).draft.show().text


def test_what_the_group_decided_between_decision_and_merge_goes_into_the_text(full: Scene) -> None:
    """The group took it over: it is the group's, under nobody's name, and so is the answer to kim that points at it."""
    before = full.bea.cycle(C).status().counts["undecided"]
    gone = full.anna.people.erase("otto", texts=True)

    assert gone.undecided == ()
    assert [one.suggestion for one in full.bea.cycle(C).decisions.list()] == [1, 3, 4, 5, 7]
    assert (before, full.bea.cycle(C).status().counts["undecided"]) == (2, 0)  # his 2 and his tip 6 wait no more
    assert full.bea.cycle(C).draft.merge().applied == (4,)
    assert TAKEN in full.bea.cycle(C).draft.show().text
    (run,) = [one for one in full.bea.cycle(C).draft.blame() if 4 in one.suggestions]
    assert run.author is not None
    assert run.author.startswith("erased-")
    assert full.outsider.verify().damage == ()


def test_what_the_group_does_not_want_after_all_goes(full: Scene) -> None:
    """The group keeps the last word; the words it kept for itself alone go with the decision, and nothing waits for an answer to nobody."""
    full.anna.people.erase("otto", texts=True)
    assert TAKEN in in_rows(full)

    full.bea.cycle(C).decisions.undo(4)

    assert TAKEN not in in_rows(full)
    assert full.bea.cycle(C).suggestions.show(4).status == "withdrawn"
    assert full.outsider.verify().damage == ()
    with pytest.raises(Refused, match="No adopted suggestion waits"):
        full.bea.cycle(C).draft.merge()


def test_what_was_published_and_not_merged_yet_stays_decided_for_everybody(full: Scene) -> None:
    """Everybody read that it would be taken over; that does not change because its author left. Taken back, it is gone, with the reason."""
    full.bea.cycle(C).decisions.publish()
    full.anna.people.erase("otto", texts=True)
    shown = full.outsider.cycle(C).suggestions.show(4)
    assert (shown.status, shown.replace) == ("decided", TAKEN)
    assert shown.decision is not None

    full.bea.cycle(C).decisions.undo(4, because="It was a mistake.")

    shown = full.outsider.cycle(C).suggestions.show(4)
    assert (shown.status, shown.replace, shown.decision, shown.undone[0].why) == ("withdrawn", None, None, "It was a mistake.")
    assert TAKEN not in in_rows(full)
    assert full.outsider.verify().damage == ()


@pytest.mark.parametrize("number", [4, 7])
def test_nobody_outside_can_tell_what_was_taken_over_behind_closed_doors(full: Scene, number: int) -> None:
    """7 is in a draft that nobody outside may read, 4 will be in the next; 2 waits. All look the same."""
    full.anna.people.erase("otto", texts=True)
    one, other = (full.outsider.cycle(C).suggestions.show(each) for each in (2, number))

    assert (one.status, one.replace, one.why, one.decision) == (other.status, other.replace, other.why, other.decision)
    opened = next(entry.body for entry in full.outsider.cycle(C).log() if entry.act == "erase")
    assert opened is not None
    assert {2, 4, 7} <= set(opened["withdrawn"])
    assert "words" not in opened


def test_the_cycle_goes_on_to_its_end(full: Scene) -> None:
    """Nothing is left behind that keeps the group from finishing."""
    full.anna.people.erase("otto", texts=True)
    full.bea.cycle(C).draft.merge()
    full.bea.cycle(C).decisions.publish()
    with pytest.raises(Refused, match="erased at its author's request"):
        full.bea.cycle(C).decisions.undo(3)
    full.anna.cycle(C).move("review")
    assert {one.status for one in full.outsider.cycle(C).suggestions.list() if one.erased} == {"decided", "withdrawn"}
    full.anna.cycle(C).move("final")

    assert COMMON in full.outsider.cycle(C).draft.show().text
    assert full.outsider.verify().damage == ()
    assert full.outsider.cycle(C).draft.blame()


def test_the_record_says_so_in_keys_and_numbers(full: Scene) -> None:
    """An entry for everybody and one for the circle; what was said under a pseudonym has one of its own, which leads to no one."""
    full.bea.cycle(C).decisions.set([2], "rejected", because="Not now.")
    before = len(full.outsider.cycle(C).log())
    full.seat("otto").people.erase("otto", texts=True)
    fresh = full.anna.cycle(C).log()[before:]

    assert [(one.act, one.body["closed"]) for one in fresh if one.body] == [("erase", False), ("erase", True), ("erase", True)]
    first, second, masked = (one.body for one in fresh)
    assert first is not None
    assert second is not None
    assert masked is not None
    assert [number for number, _ in first["contributions"]] == [3, 5]
    assert second["fell"] == [2]
    assert [number for number, _ in masked["contributions"]] == [4]
    assert masked["by"] == masked["person"] != first["person"]
    for body in (first, second, masked):
        assert all(isinstance(value, bool | int | str | list) for value in body.values())
    assert [one.act for one in full.outsider.cycle(C).log()[before:]] == ["erase", "closed", "closed"]


def test_a_cycle_known_under_a_pseudonym_alone_says_nothing_of_the_person(at: Stage) -> None:
    """An entry with the key of somebody who never spoke there would tell who did."""
    scene = at("inventory")
    lena = scene.seat("lena")
    lena.cycle(C).inventory.add("Secret words.", pseudonym="Nachtvlinder")
    lena.cycles.new("trees", title="Trees", question="Which?")
    scene.seat("lena").cycle("trees").move("stopped", because="No.")
    lena.people.erase("lena", texts=True)

    assert [one.act for one in scene.outsider.cycle(C).log()][-2:] == ["contribute", "closed"]
    assert last_body(scene.plein)["by"] == last_body(scene.plein)["person"]
    assert scene.outsider.cycle(C).inventory.show(3).text is None
    assert scene.outsider.verify().damage == ()


def test_the_old_id_is_free_and_gives_no_right(full: Scene) -> None:
    """Who comes after him with his name is somebody else: not in the circle, and not the author of anything."""
    token = full.anna.cycle(C).group.invite("otto", role="adviser", because="Also for advice.").token
    full.anna.people.erase("otto", texts=True)
    other = full.seat("otto")

    assert other.cycle(C).status().roles == ("public",)
    assert other.people.list() == ()
    assert not any(one.note for one in other.cycle(C).draft.list())
    for attempt in (
        lambda: other.invitations.accept(token),
        lambda: other.cycle(C).suggestions.withdraw(2),
        lambda: other.cycle(C).draft.save("Mine.\n"),
    ):
        with pytest.raises(PleinError):
            attempt()
    assert full.outsider.verify().damage == ()


def test_nobody_acts_as_somebody_who_was_erased(full: Scene) -> None:
    """What stands in place of the id is seen by everybody, and was a drafter."""
    stands = full.anna.people.erase("otto").person

    with pytest.raises(NotAllowed):
        full.plein.acting_as(stands)
    with pytest.raises(PleinError):
        full.anna.cycle(C).group.invite(stands, role="drafter", because="Again.")
    with pytest.raises(NotFound):
        full.anna.people.erase(stands)
    assert not {stands, "otto"} & {one.person for one in full.anna.people.list()}
    assert full.anna.boards.show("quay").people == ("kim",)


def test_a_place_in_a_running_circle_ends_and_stays_to_be_seen(full: Scene) -> None:
    """Who is gone drafts no more; that there was a drafter remains."""
    before = len(full.outsider.cycle(C).group.list())
    full.anna.people.erase("otto")

    places = [(one.person.startswith("erased-"), one.role, one.status) for one in full.outsider.cycle(C).group.list()]
    assert (True, "drafter", "removed") in places
    assert len(places) == before


def test_whoever_hosts_alone_finds_another_host_first(housing: Housing) -> None:
    """A running cycle without a host is nobody's."""
    housing.drafting()
    before = rows(housing.plein)
    with pytest.raises(Refused, match="anna is the only host of housing"):
        housing.anna.people.erase("anna")
    assert rows(housing.plein) == before

    housing.anna.cycle(C).group.host("bea", "Takes over.")
    housing.anna.people.erase("anna", texts=True)

    assert housing.outsider.cycle(C).show().hosts == ("bea",)
    assert housing.outsider.verify().damage == ()


def test_whoever_hosts_a_topic_gives_it_away_first(at: Stage) -> None:
    """A conversation without its host is nobody's either."""
    scene = at("inventory")
    scene.anna.cycle(C).group.host("bea", "Hosts the harbour.")
    scene.anna.cycle(C).topics.add("harbour", title="Harbour", host="bea")

    with pytest.raises(Refused, match="bea hosts harbour"):
        scene.bea.people.erase("bea")


def test_whoever_hosted_a_cycle_that_is_over_may_go(full: Scene) -> None:
    """Nothing waits for them."""
    full.anna.cycle(C).move("stopped", because="No money.")
    full.anna.people.erase("anna", texts=True)

    assert full.outsider.cycle(C).show().hosts[0].startswith("erased-")
    assert full.outsider.verify().damage == ()


@pytest.mark.parametrize(
    ("who", "whom", "error"),
    [
        ("kim", "otto", NotAllowed),
        ("kim", "nobody-at-all", NotAllowed),
        ("bea", "otto", NotAllowed),
        ("stranger", "otto", NotAllowed),
        ("anna", "nobody-at-all", NotFound),
        ("anna", "~Nachtvlinder", Unusable),
        ("anna", "", NotFound),
        ("anna", "ot\0to", NotFound),
    ],
)
def test_only_hosts_and_people_themselves_erase(full: Scene, who: str, whom: str, error: type[PleinError]) -> None:
    """And whoever may not learns nothing of who is there."""
    before = rows(full.plein)

    with pytest.raises(error):
        full.seat(who).people.erase(whom, texts=True)

    assert rows(full.plein) == before


def test_a_rehearsal_tells_what_would_go_and_leaves_it(full: Scene) -> None:
    """It cannot be undone, so one may look first."""
    full.bea.cycle(C).decisions.set([2], "rejected", because="Not now.")
    before = rows(full.plein)

    told = full.anna.people.erase("otto", texts=True, dry_run=True)

    assert rows(full.plein) == before
    assert (told.erased["contributions"], told.erased["suggestions"], told.undecided) == (3, 6, (f"{C} 2",))
    assert told.erased == full.anna.people.erase("otto", texts=True).erased


def test_a_host_of_another_cycle_may_erase_and_is_told_nothing_of_this_one(full: Scene) -> None:
    """The register is everybody's who hosts; what is in the circle is not."""
    full.seat("zoe").cycles.new("trees", title="Trees", question="Which?")

    done = full.seat("zoe").people.erase("otto", texts=True)

    assert (done.erased, done.undecided) == ({}, ())
    assert "OTTO" not in in_rows(full)
    assert full.outsider.verify().damage == ()


def test_twice_is_not_found(full: Scene) -> None:
    """There is nobody of that id any more."""
    full.anna.people.erase("otto")
    with pytest.raises(NotFound):
        full.anna.people.erase("otto")


def test_what_was_erased_cannot_be_put_back_by_hand(full: Scene) -> None:
    """The record knows what is left of each row, and finds what is more."""
    full.anna.people.erase("otto", texts=True)
    for statement, words in TAMPERED:
        with_damage = tampered(full, statement)
        assert with_damage, statement
        assert any(words in sentence for sentence in with_damage), (statement, with_damage)
    assert full.outsider.verify().damage == ()


TAMPERED = (
    ("UPDATE plein_contribution SET text = 'He said it.' WHERE number = 3", "contribution 3 is damaged"),
    ("UPDATE plein_contribution SET salt = 'pepper' WHERE number = 3", "contribution 3 is damaged"),
    ("UPDATE plein_nudge SET because = 'He was rude.'", "the nudges of contribution"),
    ("UPDATE plein_suggestion SET why = 'For money.' WHERE number = 1", "suggestion 1 is damaged"),
    ("UPDATE plein_suggestion SET replace = 'Ha.' WHERE number = 2", "suggestion 2 is damaged"),
    ("UPDATE plein_suggestion SET status = 'open' WHERE number = 2", "suggestion 2 is damaged"),
    ("UPDATE plein_member SET because = 'A friend.' WHERE because = ''", "in the circle is damaged"),
    ("UPDATE plein_member SET status = 'accepted' WHERE because = ''", "in the circle is damaged"),
    ("UPDATE plein_comment SET text = 'Ha.'", "comment 1 is damaged"),
    ("UPDATE plein_version SET note = 'Ha.' WHERE number = 4", "version 4 is damaged"),
    ("UPDATE plein_aside SET text = 'Ha.'", "aside 1 is damaged"),
    ("DELETE FROM plein_aside", "aside 1 is missing"),
)


def tampered(scene: Scene, statement: str) -> tuple[str, ...]:
    """What verify says after one change, which is taken back."""
    with scene.plein._database.writing() as session:
        from sqlalchemy import text

        held = session.begin_nested()
        assert session.execute(text(statement)).rowcount == 1  # type: ignore[attr-defined]
        damage = Plein(session=session).acting_as(None).verify().damage
        held.rollback()
    return damage


@pytest.mark.parametrize(
    "forged", ["contributions", "members", "words", "comments", "notes", "withdrawn", "left", "fell", "nudges", "asides"]
)
def test_an_entry_that_erases_what_never_was_is_a_forgery(full: Scene, forged: str) -> None:
    """Replaying it must not make room for something new."""
    from plein.engine.record.check import replay
    from plein.errors import Damaged

    bodies: list[Any] = [one.body for one in full.anna.cycle(C).log()]
    number: Any = 99 if forged in ("withdrawn", "fell") else [99, record.seal("", "")]

    with pytest.raises(Damaged, match="cannot have happened"):
        replay([*bodies, {"act": "erase", "person": "x", forged: [number]}])


def test_a_lent_session_erases_within_the_hosts_own_transaction(full: Scene, kind: str) -> None:
    """An intranet decides itself when it is kept; the file is written anew after that."""
    from sqlmodel import Session

    before = rows(full.plein)
    with Session(engine_of(full.plein)) as session:
        assert Plein(session=session, clock=lambda: NOON).acting_as("anna").people.erase("otto", texts=True).overwritten is False
        session.rollback()
    assert rows(full.plein) == before
    with Session(engine_of(full.plein)) as session:
        Plein(session=session, clock=lambda: NOON).acting_as("anna").people.erase("otto", texts=True)
        session.commit()

    assert full.plein.rewrite() == (kind == "sqlite")
    if kind == "sqlite":
        assert [word for word in (*NAMES, *WORDS) if word.encode() in in_file(full)] == []


def test_no_copy_stays_where_sqlite_only_forgets(full: Scene, kind: str) -> None:
    """Some builds of SQLite wipe what is deleted, others leave it lying; the file is written anew on all."""
    from sqlalchemy import event

    if kind == "postgresql":
        return
    with Plein(full.where, clock=lambda: NOON) as careless:
        event.listen(engine_of(careless), "connect", lambda found, _: found.execute("PRAGMA secure_delete=OFF"))
        assert careless.acting_as("anna").people.erase("otto", texts=True).overwritten

    assert [word for word in (*NAMES, *WORDS) if word.encode() in in_file(full)] == []


def test_somebody_who_reads_meanwhile_keeps_the_file_from_being_written_anew(full: Scene, kind: str) -> None:
    """Then it is said, and done later; the person is erased all the same."""
    if kind == "postgresql":
        assert full.plein.rewrite() is False
        return
    import sqlite3

    with engine_of(full.plein).connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=100")
    reader = sqlite3.connect(full.where)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM plein_person").fetchone()
    done = full.anna.people.erase("otto", texts=True)
    assert "OTTO" not in in_rows(full)
    reader.close()

    assert (done.overwritten, full.plein.rewrite()) == (False, True)
    assert [word for word in (*NAMES, *WORDS) if word.encode() in in_file(full)] == []


def test_what_was_said_inside_goes_without_a_word_outside(plein: Plein) -> None:
    """Outsiders see that something closed happened, and not how much was said by whom."""
    scene = Housing(plein, definition="focus-group")
    scene.invitation()
    otto = scene.seat("otto")
    otto.invitations.accept(scene.anna.cycle(C).group.invite("otto", role="drafter", because="Knows the list.").token)
    scene.anna.cycle(C).move("conversation")
    otto.cycle(C).inventory.add("OTTO-INSIDE")
    otto.cycle(C).inventory.add("OTTO-MASKED", pseudonym="Nachtvlinder")
    scene.anna.cycle(C).inventory.add("What else?")
    otto.cycle(C).inventory.nudge(4, "OTTO-NUDGED")

    done = otto.people.erase("otto", texts=True)

    assert (done.erased["contributions"], done.erased["nudges"]) == (2, 1)
    opened, *closed = scene.outsider.cycle(C).log()[-3:]
    assert opened.body is not None
    assert {key: opened.body[key] for key in opened.body if key in ("contributions", "nudges")} == {}
    assert {(one.act, one.body) for one in closed} == {("closed", None)}
    assert [one.text for one in scene.anna.cycle(C).inventory.list()][1:] == [None, None, "What else?"]
    assert scene.outsider.verify().damage == ()
