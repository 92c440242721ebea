"""In somebody else's transaction: plein's rows come and go with the host's, and plein commits, rolls back and closes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlmodel import Session as SQLModelSession

from plein import Plein
from plein.errors import DraftCollides, NotAllowed, NotFound, Refused, StaleWrite, Unusable, Unwritable
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.conftest import Filled, to
from tests.engine.scenes import DEEDS, EDITED, Deed, Scene

C = "housing"


class HostBase(DeclarativeBase):
    """The host's own tables."""


class Memo(HostBase):
    """A row of the host's."""

    __tablename__ = "memo"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


@dataclass
class Host:
    """An intranet with its own engine, as SQLAlchemy makes it by default: no listeners, no pragmas."""

    engine: sa.Engine
    tokens: dict[str, str]
    sessions: list[Session] = field(default_factory=list)

    def session(self, kind: type[Session] = Session) -> Session:
        made = kind(self.engine)
        self.sessions.append(made)
        return made

    def memos(self) -> list[str]:
        with Session(self.engine) as session:
            return list(session.scalars(sa.select(Memo.text).order_by(Memo.id)))

    def look(self) -> Scene:
        """plein with eyes of its own: what is really committed."""
        return Scene(Plein(self.engine, clock=lambda: NOON), tokens=self.tokens)


@pytest.fixture
def host_at(filled: Filled) -> Iterator[Callable[[str], Host]]:
    hosts: list[Host] = []

    def open_(stage: str) -> Host:
        where, tokens = filled(stage, to(stage))
        host = Host(sa.create_engine(where if "://" in where else f"sqlite:///{where}"), tokens)
        HostBase.metadata.create_all(host.engine)
        hosts.append(host)
        return host

    yield open_
    for host in hosts:
        for session in host.sessions:
            session.close()
        HostBase.metadata.drop_all(host.engine)
        host.engine.dispose()


Opened = Callable[[str], Host]


def lent(session: Session) -> Plein:
    return Plein(session=session, clock=lambda: NOON)


@pytest.mark.parametrize("first", ["plein", "host"])
@pytest.mark.parametrize("kind_of_session", [Session, SQLModelSession], ids=["SQLAlchemy", "SQLModel"])
def test_what_the_host_commits_is_kept_of_both(host_at: Opened, first: str, kind_of_session: type[Session]) -> None:
    """A suggestion and the host's own row about it are one fact; also when plein's act is the very first statement."""
    host = host_at("review")
    session = host.session(kind_of_session)
    if first == "host":
        session.add(Memo(text="joe suggested"))
    lent(session).acting_as("joe").cycle(C).suggestions.add(EDITED)
    if first == "plein":
        session.add(Memo(text="joe suggested"))
    session.commit()

    assert host.memos() == ["joe suggested"]
    assert host.look().outsider.cycle(C).suggestions.list()[-1].author == "joe"
    assert host.look().outsider.verify().damage == ()


@pytest.mark.parametrize("first", ["plein", "host"])
def test_what_the_host_rolls_back_is_gone_of_both(host_at: Opened, first: str) -> None:
    """Half of a request that failed is worse than none."""
    host = host_at("review")
    before = host.look().revision
    session = host.session()
    if first == "host":
        session.add(Memo(text="joe suggested"))
    lent(session).acting_as("joe").cycle(C).suggestions.add(EDITED)
    session.add(Memo(text="and more"))
    session.flush()
    session.rollback()

    assert host.memos() == []
    assert host.look().revision == before
    assert "joe" not in {one.author for one in host.look().outsider.cycle(C).suggestions.list()}
    assert host.look().outsider.verify().damage == ()


@pytest.mark.parametrize("first", ["plein", "host"])
def test_a_refused_act_leaves_the_hosts_rows_alone(host_at: Opened, first: str) -> None:
    """plein says no to its own part; what the host makes of the rest is the host's."""
    host = host_at("review")
    before = host.look().revision
    session = host.session()
    if first == "host":
        session.add(Memo(text="pending"))
    with pytest.raises(NotAllowed):
        lent(session).acting_as("stranger").cycle(C).decisions.set([1], "adopted")
    with pytest.raises(StaleWrite):
        lent(session).acting_as("joe").cycle(C).suggestions.add(EDITED, revision=1)
    if first == "plein":
        session.add(Memo(text="pending"))
    session.commit()

    assert host.memos() == ["pending"]
    assert host.look().revision == before
    with host.engine.connect() as connection:
        assert "stranger" not in set(connection.execute(sa.text("SELECT handle FROM plein_person")).scalars())


@pytest.mark.parametrize("deed", [pytest.param(deed, id=deed.name) for deed in DEEDS])
def test_no_act_ever_commits_rolls_back_or_closes(host_at: Opened, deed: Deed) -> None:
    """The transaction is the host's, from the first statement to the last, whatever plein does in it."""
    host = host_at(deed.stage)
    session = host.session()
    heard: list[str] = []
    event.listen(session, "after_transaction_end", lambda session, ended: heard.append("end") if ended.parent is None else None)
    event.listen(host.engine, "commit", lambda connection: heard.append("commit"))
    event.listen(host.engine, "rollback", lambda connection: heard.append("rollback"))

    deed(lent(session).acting_as(deed.by))
    lent(session).acting_as(deed.by).cycle(C).status()
    with pytest.raises(NotFound):
        deed(lent(session).acting_as(deed.by), "no-such-cycle")
    lent(session).close()

    assert heard == []
    assert session.is_active
    assert session.in_transaction()
    session.rollback()
    assert "rollback" in heard


def test_several_acts_in_one_transaction_see_each_other(host_at: Opened) -> None:
    """A request may do more than one thing; a row that is not committed yet is there for the next act."""
    host = host_at("review")
    session = host.session()
    plein = lent(session)

    number = plein.acting_as("joe").cycle(C).suggestions.add_quote("public", "open").suggestions[0].id
    plein.acting_as("bea").cycle(C).decisions.set([number], "adopted")
    merged = plein.acting_as("bea").cycle(C).draft.merge()
    assert plein.acting_as("bea").cycle(C).verify().damage == ()
    assert merged.applied == (number,)
    assert host.look().revision < plein.acting_as(None).cycle(C).show().revision if host.engine.dialect.name == "postgresql" else True
    session.commit()

    assert host.look().bea.cycle(C).draft.show().text == TEXT.replace("public", "open")


def test_the_host_may_use_a_savepoint_of_its_own_around_it(host_at: Opened) -> None:
    """Django-like hosts put each step in one."""
    host = host_at("review")
    session = host.session()
    session.add(Memo(text="kept"))
    savepoint = session.begin_nested()
    lent(session).acting_as("joe").cycle(C).suggestions.add(EDITED)
    savepoint.rollback()
    lent(session).acting_as("kit").cycle(C).suggestions.add(EDITED)
    session.commit()

    assert host.memos() == ["kept"]
    assert [one.author for one in host.look().outsider.cycle(C).suggestions.list()][3:] == ["kit"]
    assert host.look().outsider.verify().damage == ()


def test_an_error_of_the_hosts_own_goes_through_untouched(host_at: Opened) -> None:
    """plein translates what its own statements meet, and swallows nothing of the host's."""
    host = host_at("review")
    session = host.session()
    session.add(Memo(id=1, text="one"))
    session.flush()
    with pytest.raises(sa.exc.IntegrityError), session.begin_nested():
        session.execute(sa.insert(Memo).values(id=1, text="one again"))
    lent(session).acting_as("joe").cycle(C).suggestions.add(EDITED)
    session.commit()

    assert host.memos() == ["one"]


def test_a_dry_run_in_a_lent_session_leaves_nothing(host_at: Opened) -> None:
    """A rehearsal in the middle of a request, and the request goes on."""
    host = host_at("processing")
    session = host.session()
    session.add(Memo(text="kept"))
    assert not lent(session).acting_as("bea").cycle(C).draft.merge(dry_run=True).saved
    session.commit()

    assert host.memos() == ["kept"]
    assert len(host.look().bea.cycle(C).draft.list()) == 1


def test_a_draft_that_collides_is_kept_if_the_host_commits(host_at: Opened) -> None:
    """The text set aside is written before the refusal is raised; a host that then commits has kept it."""
    host = host_at("drafting")
    host.look().bea.cycle(C).draft.save(TEXT.replace("homes", "houses"))
    session = host.session()
    with pytest.raises(DraftCollides):
        lent(session).acting_as("anna").cycle(C).draft.save(TEXT.replace("homes", "flats"), base=1)
    session.commit()

    assert "flats" in host.look().bea.cycle(C).draft.aside(1)
    assert host.look().outsider.verify().damage == ()


def test_a_lent_session_sees_what_was_committed_between_its_transactions(host_at: Opened) -> None:
    """A worker that lives long must not act on what it saw an hour ago, even if the host keeps its rows after a commit."""
    host = host_at("review")
    session = SQLModelSession(host.engine, expire_on_commit=False)
    host.sessions.append(session)
    seat = lent(session).acting_as("bea")
    kept = seat.cycle(C).suggestions.list(), list(session.identity_map.values())
    session.commit()
    host.look().seat("piet").cycle(C).suggestions.withdraw(1)

    assert seat.cycle(C).suggestions.show(1).status == "withdrawn"
    with pytest.raises(Refused, match="was withdrawn"):
        seat.cycle(C).decisions.set([1], "adopted")
    assert kept


def test_tables_are_not_made_inside_a_lent_session(host_at: Opened) -> None:
    """Making tables is no part of a request."""
    with pytest.raises(Unusable, match=r"run Plein\(engine\)\.upgrade"):
        lent(host_at("review").session()).upgrade()


def test_a_lent_session_without_pleins_tables_is_told_so() -> None:
    """The first request of a new installation says what to do."""
    engine = sa.create_engine("sqlite://")
    with Session(engine) as session, pytest.raises(Unwritable, match="has no tables of plein's"):
        lent(session).acting_as(None).cycles.list()
    engine.dispose()


def test_the_hosts_own_engine_can_be_lent_too(host_at: Opened) -> None:
    """Plein(engine): transactions of plein's own, on the host's connections."""
    host = host_at("review")
    with Plein(host.engine, clock=lambda: NOON) as plein:
        plein.acting_as("joe").cycle(C).suggestions.add(EDITED)

    assert host.look().outsider.cycle(C).suggestions.list()[-1].author == "joe"
    assert host.look().outsider.verify().damage == ()
