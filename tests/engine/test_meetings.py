"""What was worked out of which suggestions collide is kept, holds as long as nothing changed it, and is told to nobody after that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import SingletonThreadPool, StaticPool
from sqlmodel import Session

from plein import Handed, Plein
from plein.engine.desk import STILL, UNSEEN
from plein.engine.record.check import ACTS
from plein.errors import Unusable
from plein.store.tables import all_tables
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engines import engine_of

MEETINGS = all_tables().tables["plein_meetings"]


@pytest.fixture(autouse=True)
def _from_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plein.engine.review.meetings.KEPT_FROM", 1)


@pytest.fixture
def housing(plein: Plein) -> Housing:
    """A review in which two want other words at one place, and two others the same."""
    scene = Housing(plein).review()
    for person, replace in (("piet", "houses"), ("kim", "barns"), ("joe", "flats"), ("lea", "flats")):
        scene.suggest(person, quote="homes.", replace=f"{replace}.")
    return scene


def kept(housing: Housing) -> dict[bool, Any]:
    with engine_of(housing.plein).connect() as connection:
        return {bool(row.inside): row.groups for row in connection.execute(sa.select(MEETINGS))}


def count_worked_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows whenever the text core is asked."""
    from plein.engine.review.standing import Standing

    work_out, asked = Standing.worked_out, list[int]()

    def counting(standing: Standing) -> Any:
        asked.append(1)
        return work_out(standing)

    monkeypatch.setattr(Standing, "worked_out", counting)
    return asked


def test_who_looks_first_works_it_out_and_the_others_read_it(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = count_worked_out(monkeypatch)
    first = housing.outsider.cycle("housing").suggestions.list()
    assert len(asked) == 1
    assert housing.outsider.cycle("housing").suggestions.list() == first
    assert housing.seat("piet").cycle("housing").suggestions.show(2).collides_with == (1, 3, 4)
    assert [one.same_as for one in first] == [(), (), (4,), (3,)]
    assert len(asked) == 1
    assert kept(housing) == {False: [[[1, 2, 3, 4]], [[3, 4]]]}


def test_those_inside_and_everybody_else_each_have_their_own(housing: Housing) -> None:
    """What the circle decided is closed until it is published: from outside everything still collides."""
    housing.bea.cycle("housing").suggestions.list()
    housing.outsider.cycle("housing").suggestions.list()
    housing.reject(1, 2)
    inside, outside = (seat.cycle("housing").suggestions.list(colliding=True) for seat in (housing.bea, housing.outsider))
    assert ([one.id for one in inside], [one.id for one in outside]) == ([], [1, 2, 3, 4])
    assert kept(housing) == {True: [[], [[3, 4]]], False: [[[1, 2, 3, 4]], [[3, 4]]]}
    housing.bea.cycle("housing").decisions.publish()
    assert [one.id for one in housing.outsider.cycle("housing").suggestions.list(colliding=True)] == []


def test_of_one_moment_there_are_two_answers(housing: Housing) -> None:
    """The newest entry may be the same for both, and what they know is not."""
    housing.reject(1, 2)
    housing.suggest("ria", quote="trees", replace="ferns")
    for _ in range(2):
        inside, outside = (seat.cycle("housing").suggestions.list(colliding=True) for seat in (housing.bea, housing.outsider))
        assert ([one.id for one in inside], [one.id for one in outside]) == ([], [1, 2, 3, 4])


def test_a_closed_decision_lets_what_is_kept_for_everybody_stand(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else how long a look takes would tell that something was decided."""
    housing.outsider.cycle("housing").suggestions.list()
    housing.reject(1)
    asked = count_worked_out(monkeypatch)
    housing.outsider.cycle("housing").suggestions.list()
    assert asked == []


@pytest.mark.parametrize("change", ["suggest", "withdraw", "hand in", "publish", "undo", "merge"])
def test_what_is_out_of_date_is_told_to_nobody(housing: Housing, change: str) -> None:
    def colliding() -> list[int]:
        return [one.id for one in housing.outsider.cycle("housing").suggestions.list(colliding=True)]

    assert colliding() == [1, 2, 3, 4]
    if change == "suggest":
        housing.suggest("ria", quote="homes.", replace="boats.")
        assert colliding() == [1, 2, 3, 4, 5]
    elif change == "withdraw":
        housing.seat("kim").cycle("housing").suggestions.withdraw(2)
        assert colliding() == [1, 3, 4]
    elif change == "hand in":
        housing.hand_in("ria", "homes.", "tents.")
        assert colliding() == [1, 2, 3, 4, 5]
    else:
        (housing.adopt if change == "merge" else housing.reject)(1)
        housing.bea.cycle("housing").decisions.publish()
        assert colliding() == ([1, 2, 3, 4] if change == "merge" else [2, 3, 4])
        if change == "undo":
            housing.bea.cycle("housing").decisions.undo(1, because="Too soon.")
            assert colliding() == [1, 2, 3, 4]
        elif change == "merge":
            housing.bea.cycle("housing").draft.merge()
            assert colliding() == [2, 3, 4]
    assert housing.outsider.verify().damage == ()


def test_what_changes_nothing_of_it_lets_it_stand(housing: Housing, monkeypatch: pytest.MonkeyPatch) -> None:
    housing.outsider.cycle("housing").suggestions.list()
    housing.bea.cycle("housing").comments.add("Who pays?")
    housing.anna.cycle("housing").promise("We ask again.")
    asked = count_worked_out(monkeypatch)
    housing.outsider.cycle("housing").suggestions.list()
    assert asked == []


def test_acts_that_are_named_here_are_acts() -> None:
    assert ACTS >= STILL | UNSEEN
    assert STILL.isdisjoint(UNSEEN)


def test_another_set_of_collisions_is_found_by_the_check(housing: Housing) -> None:
    housing.outsider.cycle("housing").suggestions.list()
    with engine_of(housing.plein).begin() as connection:
        connection.execute(MEETINGS.update().values(groups=[[[1, 2]], []]))
    assert [str(one) for one in housing.outsider.verify().damage] == [
        "housing: what is kept of which suggestions collide is damaged: it is not what the texts say"
    ]


def test_while_somebody_writes_nothing_is_kept_and_nobody_waits(tmp_path: Path) -> None:
    with Plein(tmp_path / "plein.db", clock=lambda: NOON) as plein:
        plein.upgrade()
        housing = Housing(plein).review()
        housing.suggest("piet", quote="homes.", replace="houses.")
        with engine_of(plein).connect() as writer:
            writer.exec_driver_sql("BEGIN IMMEDIATE")
            assert len(housing.outsider.cycle("housing").suggestions.list()) == 1
            writer.rollback()
        assert kept(housing) == {}
        housing.outsider.cycle("housing").suggestions.list()
        assert kept(housing) == {False: [[], []]}
        with engine_of(plein).connect() as connection:
            assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000


def test_a_file_that_cannot_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    with Plein(tmp_path / "plein.db", clock=lambda: NOON) as plein:
        plein.upgrade()
        Housing(plein).review().suggest("piet", quote="homes.", replace="houses.")
    engine = sa.create_engine(f"sqlite:///file:{tmp_path / 'plein.db'}?mode=ro&uri=true")
    assert len(Plein(engine).acting_as(None).cycle("housing").suggestions.list()) == 1
    engine.dispose()


def test_in_a_lent_session_a_look_writes_nothing(plein: Plein) -> None:
    """What is written in the host's transaction is what the host asked for."""
    scene = Housing(plein).review()
    scene.suggest("piet", quote="homes.", replace="houses.")
    with Session(engine_of(plein)) as session:
        lent = Plein(session=session, clock=lambda: NOON)
        assert len(lent.acting_as(None).cycle("housing").suggestions.list()) == 1
        assert not session.new
        session.rollback()
    assert kept(scene) == {}


@pytest.mark.parametrize("pool", [StaticPool, SingletonThreadPool])
def test_where_all_share_one_connection_a_look_writes_nothing(pool: Any) -> None:
    """The host may be in the midst of a transaction on it, which a look must not commit."""
    engine = sa.create_engine("sqlite://", poolclass=pool)
    plein = Plein(engine, clock=lambda: NOON)
    plein.upgrade()
    scene = Housing(plein).review()
    scene.suggest("piet", quote="homes.", replace="houses.")
    assert len(scene.outsider.cycle("housing").suggestions.list()) == 1
    with engine.connect() as connection:
        assert connection.execute(sa.select(MEETINGS)).all() == []
    engine.dispose()


# A page of a long list


def test_a_page_is_a_part_that_knows_of_the_whole(housing: Housing) -> None:
    suggestions = housing.outsider.cycle("housing").suggestions
    page = suggestions.list(limit=3)
    assert ([one.id for one in page], page.total, page.after) == ([1, 2, 3], 4, 3)
    rest = suggestions.list(limit=3, after=page.after or 0)
    assert ([one.id for one in rest], rest.total, rest.after) == ([4], 4, None)
    assert (*page, *rest) == suggestions.list()


def test_a_page_of_what_meets_a_condition(housing: Housing) -> None:
    housing.adopt(3)
    suggestions = housing.bea.cycle("housing").suggestions
    page = suggestions.list(undecided=True, colliding=True, limit=2)
    assert ([one.id for one in page], page.total, page.after) == ([1, 2], 3, 2)
    assert [one.id for one in suggestions.list(undecided=True, after=2)] == [4]
    assert suggestions.list(limit=2, after=700) == ()


def test_a_page_of_none_is_refused(housing: Housing) -> None:
    with pytest.raises(Unusable, match="A list of at most 0 is none"):
        housing.outsider.cycle("housing").suggestions.list(limit=0)


# However many there are


@contextmanager
def statements() -> Iterator[list[str]]:
    told: list[str] = []

    def tell(_: Any, __: Any, statement: str, *___: Any) -> None:
        told.append(statement)

    event.listen(Engine, "before_cursor_execute", tell)
    try:
        yield told
    finally:
        event.remove(Engine, "before_cursor_execute", tell)


def crowded(path: Path, people: int) -> Plein:
    """A review on a text of many paragraphs, in which everybody wants something of their own, some at one place."""
    plein = Plein(path, clock=lambda: NOON)
    plein.upgrade()
    text = "# Streets\n\n" + "\n".join(f"Street {number} is to be mended.\n" for number in range(600))
    scene = Housing(plein).review(text)
    shown = scene.outsider.cycle("housing").draft.show().text
    handed = [
        Handed(
            f"person-{at}",
            shown.replace(f"Street {at % 550} is", f"Street {at % 550} ({at}) was").replace("Street 599 is", f"Road {at % 3} is"),
        )
        for at in range(people)
    ]
    scene.anna.cycle("housing").suggestions.import_(handed)
    return plein


def calls(plein: Plein) -> dict[str, Callable[[], Any]]:
    """What people do on an evening of deciding, in that order."""
    anna, bea, outsider = (plein.acting_as(person).cycle("housing") for person in ("anna", "bea", None))
    return {
        "a list": lambda: outsider.suggestions.list(),
        "show one": lambda: outsider.suggestions.show(7),
        "a page": lambda: outsider.suggestions.list(limit=5, after=3),
        "a paragraph": lambda: outsider.suggestions.list(paragraph=4),
        "all collisions": lambda: outsider.suggestions.collisions(),
        "status": lambda: bea.status(),
        "settle what is clean": lambda: bea.decisions.settle_clean(because="Nobody is against it."),
        "publish decisions": lambda: bea.decisions.publish(),
        "merge": lambda: bea.draft.merge(),
        "blame": lambda: bea.draft.blame(),
        "verify": lambda: outsider_seat(plein).verify(),
        "close": lambda: anna.move("drafting", because="Enough came in."),
        "the next round": lambda: anna.move("review", ask="And now?"),
        "a list of the next round": lambda: outsider.suggestions.list(),
    }


def outsider_seat(plein: Plein) -> Any:
    return plein.acting_as(None)


def test_statements_do_not_grow_with_the_number_of_suggestions(tmp_path: Path) -> None:
    found: list[dict[str, int]] = []
    for people in (40, 400):
        with crowded(tmp_path / f"{people}.db", people) as plein:
            told: dict[str, int] = {}
            for name, call in calls(plein).items():
                with statements() as sent:
                    call()
                told[name] = len(sent)
            found.append(told)
    assert found[1] == found[0]
