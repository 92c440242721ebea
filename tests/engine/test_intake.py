"""The public's hour: thousands hand in before a deadline. One act does not grow with the crowd, and what takes long is done before it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from plein import Handed, Plein
from plein.errors import ActRefused, LooksAlike, QuoteNotFound, StaleWrite
from plein.likeness import looks
from plein.store.tables import all_tables
from tests.conftest import NOON
from tests.cycles import TEXT, Housing
from tests.engine.test_meetings import statements
from tests.engines import engine_of

C = "housing"
LOOK = all_tables().tables["plein_look"]


@pytest.fixture
def housing(plein: Plein) -> Housing:
    return Housing(plein).review()


def kept_looks(housing: Housing) -> list[str]:
    with engine_of(housing.plein).connect() as connection:
        return sorted(connection.execute(sa.select(LOOK.c.look)).scalars())


def in_the_midst(monkeypatch: pytest.MonkeyPatch, where: str, once: Callable[[], object]) -> None:
    """Let something happen while a call of the room is at work, the first time it is."""
    room = __import__(where.rpartition(".")[0], fromlist=["x"])
    work, waiting = getattr(room, where.rpartition(".")[2]), [once]

    def meanwhile(*args: Any, **named: Any) -> Any:
        if waiting:
            waiting.pop()()
        return work(*args, **named)

    monkeypatch.setattr(where, meanwhile)


def test_what_one_hands_in_takes_as_many_statements_in_a_crowd(housing: Housing) -> None:
    def one(person: str) -> int:
        with statements() as told:
            housing.suggest(person, quote="homes.", replace=f"homes for {person}.")
        return len(told)

    one("somebody")  # what is asked once of a database
    few = one("early bird")
    for number in range(60):
        housing.suggest(f"person {number}", quote="homes.", replace=f"homes, {number}.")
    assert one("late comer") == few <= 11


def test_whoever_comes_again_is_looked_for_by_themselves(tmp_path: Path) -> None:
    """SQLite would go through all that everybody handed in, while nobody else can write: of 30,000 that takes longer than all the rest."""
    path = tmp_path / "plein.db"
    with Plein(path, clock=lambda: NOON) as plein:
        plein.upgrade()
        housing = Housing(plein).review()
        for replace in ("houses.", "flats."):
            housing.suggest("piet", quote="homes.", replace=replace)
        asked: list[tuple[str, Any]] = []
        sa.event.listen(engine_of(plein), "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
        housing.suggest("piet", quote="families", replace="people")
        housing.seat("piet").cycle(C).suggestions.add(TEXT.replace("trees", "ferns"), replace=False)
    with sqlite3.connect(path) as database:
        theirs = [one for one in asked if "plein_suggestion.author_id = ?" in one[0]]
        plans = [str(database.execute(f"EXPLAIN QUERY PLAN {told}", given).fetchall()) for told, given in theirs]
    database.close()
    assert len(plans) >= 3
    assert [plan for plan in plans if "ix_plein_suggestion_author_id" not in plan] == []


def test_an_id_that_reads_like_another_is_found_by_its_looks(housing: Housing) -> None:
    housing.suggest("kees", quote="homes.", replace="houses.")
    assert looks("kees") < set(kept_looks(housing))
    for alike in ("Kees", "kееs", "k-e-e-s"):  # the second in Cyrillic letters
        with pytest.raises(LooksAlike):
            housing.suggest(alike, quote="homes.", replace="flats.")
    assert [one.author for one in housing.outsider.cycle(C).suggestions.list()] == ["kees"]


def test_nothing_is_kept_of_what_the_id_of_somebody_who_left_looked_like(housing: Housing) -> None:
    before = kept_looks(housing)
    housing.suggest("zebedeus", quote="homes.", replace="houses.")
    assert kept_looks(housing) != before
    housing.seat("zebedeus").people.erase("zebedeus")
    assert kept_looks(housing) == before


def test_others_write_while_a_whole_text_is_compared(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    def other() -> None:
        housing.suggest("kim", quote="homes.", replace="houses.")

    in_the_midst(monkeypatch, "plein.engine.review.handing_in.wish", other)
    housing.seat("piet").cycle(C).suggestions.add(TEXT.replace("families", "people"))
    assert [one.author for one in housing.outsider.cycle(C).suggestions.list()] == ["kim", "piet"]


def test_others_write_while_a_long_quote_is_looked_for(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    def other() -> None:
        housing.suggest("kim", quote="homes.", replace="houses.")

    monkeypatch.setattr("plein.engine.review.handing_in.LONG", 20)
    in_the_midst(monkeypatch, "plein.engine.review.suggestions.reworded", other)
    housing.suggest("piet", quote="families with children", replace="families")
    assert [one.author for one in housing.outsider.cycle(C).suggestions.list()] == ["kim", "piet"]


def test_others_write_while_a_pile_of_texts_is_compared(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    def other() -> None:
        housing.suggest("kim", quote="homes.", replace="houses.")

    in_the_midst(monkeypatch, "plein.engine.review.importing.wish", other)
    housing.anna.cycle(C).suggestions.import_([Handed("piet", TEXT.replace("families", "people"))])
    assert [one.author for one in housing.outsider.cycle(C).suggestions.list()] == ["kim", "piet"]


@pytest.mark.parametrize("how", ["whole", "passage"])
def test_others_write_while_a_suggestion_is_said_anew(housing: Housing, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    def other() -> None:
        housing.suggest("kim", quote="homes.", replace="houses.")

    one = housing.suggest("piet", quote="families with children", replace="families")
    work = {"whole": "plein.engine.review.handing_in.wish", "passage": "plein.engine.review.changing.reworded"}[how]
    in_the_midst(monkeypatch, work, other)
    mine = housing.seat("piet").cycle(C).suggestions
    anew = {"whole": {"text": TEXT.replace("families", "people")}, "passage": {"replace": "people"}}[how]
    (changed,) = mine.change(one.id, **anew).suggestions
    assert [(each.author, each.status) for each in mine.list()] == [("piet", "withdrawn"), ("kim", "open"), ("piet", "open")]
    assert (changed.instead_of, "people" in (changed.replace or "")) == ((one.id,), True)


def test_what_stands_anew_is_looked_for_again_where_another_version_came_meanwhile(
    housing: Housing, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = housing.suggest("piet", quote="families with children", replace="families")
    in_the_midst(monkeypatch, "plein.engine.review.changing.reworded", lambda: onward(housing))
    (changed,) = housing.seat("piet").cycle(C).suggestions.change(one.id, replace="people").suggestions
    text = housing.outsider.cycle(C).draft.show().text
    assert (changed.version, text[changed.start : changed.end]) == (2, "families with children")


def test_a_quote_is_looked_for_in_the_version_that_is_before_the_public_now(housing: Housing) -> None:
    """The one before it is recalled from the last act."""
    housing.suggest("kim", quote="homes.", replace="houses.")
    onward(housing)
    made = housing.suggest("piet", quote="We will build", replace="We shall build")
    text = housing.outsider.cycle(C).draft.show().text
    assert (made.version, text[made.start : made.end]) == (2, "We will build")
    with pytest.raises(QuoteNotFound):
        housing.suggest("lea", quote="We build homes.", replace="We rent.")


def test_what_a_host_took_back_is_not_recalled(housing: Housing) -> None:
    """A version that was before the public in a transaction of the host's, and was rolled back with it."""
    own = housing.plein
    with Session(engine_of(own)) as session:
        housing.plein = Plein(session=session, clock=own._clock)
        housing.suggest("kim", quote="homes.", replace="houses.")
        onward(housing)
        assert housing.suggest("kim", quote="We will build", replace="We shall build").version == 2
        session.rollback()
    housing.plein = own
    with pytest.raises(QuoteNotFound):
        housing.suggest("piet", quote="We will build", replace="We shall build")
    assert housing.suggest("piet", quote="We build homes.", replace="We rent.").version == 1


def test_a_version_is_recalled_of_one_database_and_not_of_another(housing: Housing, tmp_path: Path) -> None:
    """Two organisations in one process may both have a cycle called housing."""
    housing.suggest("kim", quote="homes.", replace="houses.")
    with Plein(tmp_path / "other.db", clock=housing.plein._clock) as plein:
        plein.upgrade()
        other = Housing(plein).review(TEXT.replace("homes", "barns"))
        assert other.suggest("kim", quote="barns.", replace="sheds.").quote == "barns."
        with pytest.raises(QuoteNotFound):
            other.suggest("lea", quote="homes.", replace="sheds.")


def test_who_may_not_hand_in_is_told_nothing_of_the_text_that_is_recalled(housing: Housing) -> None:
    housing.suggest("kim", quote="homes.", replace="houses.")
    housing.anna.cycle(C).move("drafting")
    for quote in ("homes.", "nowhere in it"):
        with pytest.raises(ActRefused):
            housing.suggest("piet", quote=quote, replace="x")


def test_a_text_that_was_changed_in_the_file_is_found_though_the_right_one_is_recalled(housing: Housing) -> None:
    housing.suggest("kim", quote="homes.", replace="houses.")
    versions = all_tables().tables["plein_version"]
    with engine_of(housing.plein).begin() as connection:
        connection.execute(sa.update(versions).values(text=TEXT.replace("homes", "palaces")))
    made = housing.suggest("piet", quote="homes.", replace="flats.")
    assert TEXT[made.start : made.end] == "homes."
    assert "version 1 is damaged" in str(housing.outsider.cycle(C).verify().damage)


def onward(housing: Housing) -> None:
    """Another version comes before the public."""
    housing.seat("anna").cycle(C).move("drafting")
    housing.seat("bea").cycle(C).draft.save(TEXT.replace("We build homes.", "We will build homes."))
    housing.seat("anna").cycle(C).move("review", ask="And this?")


def test_a_text_is_compared_anew_where_another_version_came_meanwhile(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_midst(monkeypatch, "plein.engine.review.handing_in.wish", lambda: onward(housing))
    made = housing.seat("piet").cycle(C).suggestions.add(TEXT.replace("families", "people"))
    assert (made.version, made.edited_from, len(made.suggestions)) == (2, 1, 1)


def test_a_long_quote_is_looked_for_anew_where_another_version_came_meanwhile(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plein.engine.review.handing_in.LONG", 10)
    in_the_midst(monkeypatch, "plein.engine.review.suggestions.reworded", lambda: onward(housing))
    made = housing.suggest("piet", quote="families with children", replace="families")
    text = housing.outsider.cycle(C).draft.show().text
    assert (made.version, text[made.start : made.end]) == (2, "families with children")


def test_a_pile_of_texts_is_refused_where_another_version_came_meanwhile(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_midst(monkeypatch, "plein.engine.review.importing.wish", lambda: onward(housing))
    with pytest.raises(StaleWrite):
        housing.anna.cycle(C).suggestions.import_([Handed("piet", TEXT.replace("families", "people"))])
    assert housing.outsider.cycle(C).suggestions.list() == ()


def test_who_may_not_is_told_so_and_not_what_is_wrong_with_the_quote(housing: Housing) -> None:
    """As before anything was looked for ahead."""
    nowhere = "This stands nowhere in the text. " * 20
    with pytest.raises(QuoteNotFound):
        housing.suggest("piet", quote=nowhere, replace="x")
    housing.anna.cycle(C).move("drafting")
    with pytest.raises(ActRefused):
        housing.suggest("piet", quote=nowhere, replace="x")
    with pytest.raises(ActRefused):
        housing.seat("piet").cycle(C).suggestions.add("")
