"""Cycles that are on their way already: made once for each kind of database, then copied for every test that wants one.

inventory     piet said 1, kim said 2
topics        the same; bridge is open, quays is ready to open, and kim linked 1 and 2
invitation    the inventory was held; nobody is to say stakeholder; hugo is a host too; una and vic are the sounding board harbour
drafting      bea writes, adam advises, dora was invited to write and has not answered; version 1 is there
review        version 1 is before the public; piet suggests 1, kim suggests 2, lea leaves tip 3
panel         a focus group in its closed conversation, with bea inside
processing    back in the circle: 1 is adopted, 2 is rejected, 3 waits; nothing is published or merged
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from plein import Plein, Seat
from plein.engine.inventory.outside import Outside
from plein.engine.review.importing import Handed
from plein.store.tables import all_tables
from tests.cycles import TEXT, Housing
from tests.engines import engine_of

CLOSES = "2026-12-01"


class Scene(Housing):
    """The cycle ``housing``, somewhere on its way. ``tokens`` are the invitations by person, as they were shown once."""

    def __init__(self, plein: Plein, *, tokens: Mapping[str, str] | None = None, stage: str = "", where: str = "") -> None:
        if tokens is None:
            super().__init__(plein, definition="focus-group" if stage == "panel" else "plein66")
            self.tokens: dict[str, str] = {}
        else:
            self.plein, self.anna, self.bea, self.outsider = plein, *(plein.acting_as(person) for person in ("anna", "bea", None))
            self.tokens = dict(tokens)
        self.stage = stage
        self.where = where

    def build(self, stage: str) -> Scene:
        """Go on from the beginning to *stage*."""
        if stage == "topics":
            self.build("inventory")._to_topics()
            self.stage = stage
            return self
        if stage == "panel":
            return self._to_panel()
        for name in ("inventory", "invitation", "drafting", "review", "processing"):
            if stage == "preparation":
                break
            getattr(self, f"_to_{name}")()
            if name == stage:
                break
        self.stage = stage
        return self

    def build_on(self, *stages: str) -> Scene:
        """Go on through *stages*."""
        for name in stages:
            getattr(self, f"_to_{name}")()
            self.stage = name
        return self

    def _to_inventory(self) -> None:
        self.anna.cycle("housing").move("inventory")
        self.seat("piet").cycle("housing").inventory.add("My son has been waiting for nine years.", kind="experience")
        self.seat("kim").cycle("housing").inventory.add("Build on the old harbour.", topic="harbour")

    def _to_topics(self) -> None:
        for name in ("bridge", "quays"):
            self.anna.cycle("housing").topics.add(
                name, title=f"The {name}", aim="Hear who walks there.", scope="Not the ferry.", outcome="A plan."
            )
        self.anna.cycle("housing").topics.open("bridge")
        self.seat("kim").cycle("housing").inventory.link(1, 2)

    def _to_panel(self) -> Scene:
        self.build("inventory")
        self.anna.cycle("housing").move("invitation")
        self.bea.invitations.accept(self.anna.cycle("housing").group.invite("bea", role="drafter", because="Listens well.").token)
        self.anna.cycle("housing").move("conversation")
        self.stage = "panel"
        return self

    def _to_invitation(self) -> None:
        self.anna.cycle("housing").move("invitation")
        self.anna.cycle("housing").group.host("hugo", "Knows the harbour.")
        self.anna.boards.set("harbour", ["una", "vic"])
        self.anna.cycle("housing").words.avoid("stakeholder")

    def _to_drafting(self) -> None:
        for person, role in (("bea", "drafter"), ("adam", "adviser"), ("dora", "drafter")):
            self.tokens[person] = (
                self.anna.cycle("housing").group.invite(person, role=role, because="Knows the waiting list.", for_=1).token
            )
        for person in ("bea", "adam"):
            self.seat(person).invitations.accept(self.tokens[person])
        self.anna.cycle("housing").move("drafting")
        self.bea.cycle("housing").draft.save(TEXT)

    def _to_review(self) -> None:
        self.anna.cycle("housing").move("review", ask="Is this what you meant?")
        self.suggest("piet", quote="homes", replace="affordable homes", why="Nobody can pay for the rest.")
        self.suggest("kim", quote="trees", replace="fruit trees")
        self.seat("lea").cycle("housing").suggestions.tip("waiting list", "How long is it?")

    def _to_processing(self) -> None:
        self.anna.cycle("housing").move("drafting")
        self.adopt(1)
        self.reject(2)


def rows(plein: Plein) -> dict[str, list[str]]:
    """Every row of every table of plein's, to the letter: equal before and after means that nothing changed."""
    with engine_of(plein).connect() as connection:
        return {table.name: sorted(map(repr, connection.execute(table.select()))) for table in all_tables().sorted_tables}


def last_body(plein: Plein) -> dict[str, Any]:
    """The newest entry of the record as it is stored, whoever may read it."""
    with engine_of(plein).connect() as connection:
        found = connection.execute(text("SELECT body FROM plein_entry ORDER BY id DESC LIMIT 1")).scalar_one()
    body: dict[str, Any] = json.loads(found)
    return body


def key_of(plein: Plein, person: str) -> str:
    """What the record calls a person."""
    with engine_of(plein).connect() as connection:
        return str(connection.execute(text("SELECT key FROM plein_person WHERE handle = :person"), {"person": person}).scalar_one())


def tamper(plein: Plein, statement: str, **values: Any) -> int:
    """Do to the database what nobody should; how many rows it changed."""
    with Session(engine_of(plein)) as session:
        done = session.execute(text(statement), values)
        session.commit()
        return int(done.rowcount)  # type: ignore[attr-defined]


@dataclasses.dataclass(frozen=True)
class Deed:
    """One way to change something: at which stage it can be done, by whom, how, how the record calls it and who else is refused."""

    name: str
    stage: str
    by: str
    do: Callable[..., Any]
    entry: str
    closed: bool = False
    not_by: str | None = "stranger"

    def __call__(self, seat: Seat, slug: str = "housing", **more: Any) -> Any:
        return self.do(seat, slug, **more)


EDITED = TEXT.replace("every street", "every street and square")


def _suggest(seat: Seat, slug: str, **more: Any) -> Any:
    return seat.cycle(slug).suggestions.add(EDITED, **more)


def _import(seat: Seat, slug: str, **more: Any) -> Any:
    return seat.cycle(slug).suggestions.import_([Handed("joe", EDITED), Handed("kit", TEXT.replace("homes", "houses"))], **more)


def _import_said(seat: Seat, slug: str, **more: Any) -> Any:
    return seat.cycle(slug).inventory.import_([Outside("Said on the market.", "joe"), Outside("Said in the pub.", "kit")], **more)


_BOARD = {"because": "They work there.", "topic": "The harbour", "until": CLOSES}

DEEDS: Iterable[Deed] = (
    Deed("move", "inventory", "anna", lambda s, c, **m: s.cycle(c).move("invitation", because="Enough.", **m), "move"),
    Deed("extend", "review", "anna", lambda s, c, **m: s.cycle(c).extend(CLOSES, **m), "extend"),
    Deed(
        "contribute",
        "inventory",
        "kim",
        lambda s, c, **m: s.cycle(c).inventory.add("More trees.", reply_to=1, **m),
        "contribute",
        not_by=None,
    ),
    Deed("support", "inventory", "kim", lambda s, c, **m: s.cycle(c).inventory.support(1, **m), "support", closed=True, not_by=None),
    Deed("nudge", "inventory", "kim", lambda s, c, **m: s.cycle(c).inventory.nudge(1, "Be kind.", **m), "nudge", not_by=None),
    Deed("hide", "inventory", "anna", lambda s, c, **m: s.cycle(c).inventory.hide(1, "It names a neighbour.", **m), "hide"),
    Deed("link", "inventory", "kim", lambda s, c, **m: s.cycle(c).inventory.link(1, 2, **m), "link", not_by=None),
    Deed("unlink", "topics", "kim", lambda s, c, **m: s.cycle(c).inventory.link(2, 1, undo=True, **m), "unlink", not_by=None),
    Deed("import-contributions", "inventory", "anna", _import_said, "import-contributions"),
    Deed(
        "add-topic", "inventory", "anna", lambda s, c, **m: s.cycle(c).topics.add("ferry", title="The ferry", **m), "add-topic", closed=True
    ),
    Deed(
        "change-topic", "topics", "anna", lambda s, c, **m: s.cycle(c).topics.change("quays", aim="More.", **m), "change-topic", closed=True
    ),
    Deed("open-topic", "topics", "anna", lambda s, c, **m: s.cycle(c).topics.open("quays", **m), "open-topic"),
    Deed("close-topic", "topics", "anna", lambda s, c, **m: s.cycle(c).topics.close("bridge", **m), "close-topic"),
    Deed(
        "invite",
        "invitation",
        "anna",
        lambda s, c, **m: s.cycle(c).group.invite("joe", role="adviser", because="Counts trees.", **m),
        "invite",
    ),
    Deed("invite-board", "invitation", "anna", lambda s, c, **m: s.cycle(c).group.board("harbour", **_BOARD, **m), "invite-board"),
    Deed(
        "appoint-host",
        "drafting",
        "anna",
        lambda s, c, **m: s.cycle(c).group.host("joe", "Counts trees.", **m),
        "appoint-host",
        not_by="bea",
    ),
    Deed(
        "end-host",
        "drafting",
        "anna",
        lambda s, c, **m: s.cycle(c).group.host("hugo", "Moved away.", end=True, **m),
        "end-host",
        not_by="bea",
    ),
    Deed("promise", "review", "anna", lambda s, c, **m: s.cycle(c).promise("We ask again in two years.", **m), "promise", not_by="bea"),
    Deed("avoid", "review", "anna", lambda s, c, **m: s.cycle(c).words.avoid("citizen", better="neighbour", **m), "avoid", not_by="bea"),
    Deed("allow", "review", "anna", lambda s, c, **m: s.cycle(c).words.avoid("stakeholder", undo=True, **m), "allow", not_by="bea"),
    Deed(
        "save-report",
        "panel",
        "bea",
        lambda s, c, **m: s.cycle(c).report.save("We heard this.", **m),
        "write-report",
        closed=True,
        not_by="kim",
    ),
    Deed(
        "comment",
        "drafting",
        "adam",
        lambda s, c, **m: s.cycle(c).comments.add("Who pays?", paragraph=2, **m),
        "comment",
        closed=True,
        not_by="dora",
    ),
    Deed("remove", "drafting", "anna", lambda s, c, **m: s.cycle(c).group.remove("bea", "Moved away.", **m), "remove-member", not_by="bea"),
    Deed("save-draft", "drafting", "bea", lambda s, c, **m: s.cycle(c).draft.save(EDITED, **m), "save-draft", closed=True, not_by="adam"),
    Deed("suggest", "review", "joe", _suggest, "suggest", not_by=None),
    Deed(
        "suggest-quote", "review", "joe", lambda s, c, **m: s.cycle(c).suggestions.add_quote("public", "open", **m), "suggest", not_by=None
    ),
    Deed("tip", "review", "joe", lambda s, c, **m: s.cycle(c).suggestions.tip("public", "Is it?", **m), "suggest", not_by=None),
    Deed("import-suggestions", "review", "anna", _import, "import-suggestions", not_by="bea"),
    Deed(
        "change-suggestion",
        "review",
        "piet",
        lambda s, c, **m: s.cycle(c).suggestions.change(1, replace="affordable flats", **m),
        "change-suggestion",
    ),
    Deed("withdraw", "review", "piet", lambda s, c, **m: s.cycle(c).suggestions.withdraw(1, **m), "withdraw"),
    Deed(
        "decide", "review", "bea", lambda s, c, **m: s.cycle(c).decisions.set([1, 2], "adopted", **m), "decide", closed=True, not_by="adam"
    ),
    Deed(
        "settle",
        "review",
        "bea",
        lambda s, c, **m: s.cycle(c).decisions.settle_clean(because="Both are better.", **m),
        "decide",
        closed=True,
        not_by="adam",
    ),
    Deed("undo", "processing", "bea", lambda s, c, **m: s.cycle(c).decisions.undo(1, **m), "undo-decision", closed=True, not_by="adam"),
    Deed("publish", "processing", "bea", lambda s, c, **m: s.cycle(c).decisions.publish(**m), "publish-decisions", not_by="adam"),
    Deed("merge", "processing", "bea", lambda s, c, **m: s.cycle(c).draft.merge(**m), "merge", closed=True, not_by="adam"),
)
