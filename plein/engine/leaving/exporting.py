"""All that is somebody's, in one piece: what plein holds of them, to take away. Read through their own eyes, whoever asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import or_, select
from sqlmodel import Session, col

from plein.engine.desk import Sight
from plein.engine.group.places import member_views
from plein.engine.inventory.contributions import views_of
from plein.engine.leaving.views import Export, Share
from plein.engine.people.open_register import Register
from plein.engine.people.register import RegisterRoom, nobody
from plein.engine.review.as_seen import decision_view, suggestion_views
from plein.engine.review.standing import decisions_seen
from plein.engine.rows.cycles import rules_of
from plein.engine.rows.entries import told_in
from plein.engine.rows.places import roles_of
from plein.engine.rows.values import as_json
from plein.engine.text.versions import may_read
from plein.store.tables.circle import CommentRow, PromiseRow, ReportRow
from plein.store.tables.cycle import CycleRow, MemberRow, PersonRow
from plein.store.tables.inventory import ContributionRow, LinkRow, NudgeRow, SupportRow, TopicRow
from plein.store.tables.people import BoardRow, SeatOnBoardRow
from plein.store.tables.record import EntryRow
from plein.store.tables.review import DecisionRow, SuggestionRow, UndoneRow
from plein.store.tables.text import AsideRow, VersionRow

Facts = tuple[Mapping[str, Any], ...]


class ExportingRoom(RegisterRoom):
    """What people do to take away what is theirs."""

    def export(self, person: str) -> Export:
        """All that is somebody's: what the register says of them, and in each cycle what they said, did and were asked.

        Texts are theirs and whole, under a pseudonym too, and also where a host hid them. What else there is to see is what they may see
        themselves: decisions that are published to them, drafts that are not closed to them. A host gets it for the cycles they host.

        Raises:
            NotFound: There is nobody of that id, or whoever asks is neither a host nor the person.

        >>> anna.people.add("joe", name="Joe Smith").name
        'Joe Smith'
        >>> joe.people.export("joe").person.name
        'Joe Smith'
        """
        with self._register() as register:
            row = register.find(person)
            if row is None or row.behind is not None or not register.sees(row):
                raise nobody(person)
            cycles = register.session.execute(select(CycleRow).order_by(col(CycleRow.id))).scalars().all()
            own = register.is_self(row)
            shares = [_share(_through(register, cycle, row)) for cycle in cycles if own or cycle.id in register.hosted]
            return Export(register.view(row), _boards(register.session, row), tuple(one for one in shares if _holds_something(one)))


def _through(register: Register, cycle: CycleRow, row: PersonRow) -> Sight:
    """The cycle through the eyes of the person it is about."""
    roles = roles_of(register.session, cycle, row, register.now)
    return Sight(register.session, cycle, rules_of(cycle), row, roles, register.now)


def _holds_something(share: Share) -> bool:
    return any(getattr(share, one.name) for one in fields(Share) if one.name not in ("cycle", "title"))


def _share(sight: Sight) -> Share:
    assert sight.person is not None
    me = sight.person.id
    people = select(col(PersonRow.id)).where(or_(col(PersonRow.id) == me, col(PersonRow.behind) == me))

    def mine(kind: Any, owner: Any, order: Any) -> list[Any]:
        return list(sight.session.execute(select(kind).where(kind.cycle_id == sight.id, owner.in_(people)).order_by(order)).scalars())

    return Share(
        cycle=sight.cycle.slug,
        title=sight.cycle.title,
        contributions=_contributions(sight, mine(ContributionRow, ContributionRow.author_id, ContributionRow.number)),
        supports=_on_contributions(sight, SupportRow),
        nudges=_on_contributions(sight, NudgeRow, "because"),
        links=_facts(mine(LinkRow, LinkRow.person_id, LinkRow.id), "one", "other", "at"),
        suggestions=_suggestions(sight, mine(SuggestionRow, SuggestionRow.author_id, SuggestionRow.number)),
        places=tuple(as_json(member_views(sight, mine(MemberRow, MemberRow.person_id, MemberRow.number)))),
        comments=_facts(
            mine(CommentRow, CommentRow.author_id, CommentRow.number),
            *("number", "text", "version", "paragraph", "suggestion", "reply_to", "at"),
        ),
        versions=tuple(
            _text(row, may_read(sight, row), "number", "base", "note", "corrects", "because", "published", "at")
            for row in mine(VersionRow, VersionRow.author_id, VersionRow.number)
        ),
        asides=tuple(
            _text(row, sight.inside, "number", "base", "note", "at") for row in mine(AsideRow, AsideRow.author_id, AsideRow.number)
        ),
        decisions=_decisions(sight, mine(DecisionRow, DecisionRow.by_id, DecisionRow.suggestion)),
        undone=_facts(
            mine(UndoneRow, UndoneRow.by_id, UndoneRow.number), "number", "suggestion", "outcome", "because", "why", "published", "at"
        ),
        topics=_facts(mine(TopicRow, TopicRow.host_id, TopicRow.number), "name", "title", "aim", "scope", "outcome", "at"),
        promises=_facts(mine(PromiseRow, PromiseRow.by_id, PromiseRow.number), "number", "text", "at"),
        reports=tuple(
            _text(row, sight.inside or row.published is not None, "number", "published", "at")
            for row in mine(ReportRow, ReportRow.author_id, ReportRow.number)
        ),
        entries=tuple(
            {"number": row.number, "digest": row.digest} | {key: told_in(row, sight.cycle.slug)[key] for key in ("at", "act")}
            for row in mine(EntryRow, EntryRow.person_id, EntryRow.number)
        ),
    )


def _facts(rows: list[Any], *keys: str) -> Facts:
    return tuple(as_json({"id" if key == "number" else key: getattr(row, key) for key in keys}) for row in rows)


def _text(row: Any, open_to_them: bool, *keys: str) -> Mapping[str, Any]:
    """A text of the group that they saved: with its words as long as they may read it."""
    return {**_facts([row], *keys)[0], "text": row.text if open_to_them else None}


def _contributions(sight: Sight, rows: list[ContributionRow]) -> Facts:
    views = views_of(sight, rows)
    return tuple(
        as_json(replace(view, text=None if row.erased or row.withdrawn else row.text)) for view, row in zip(views, rows, strict=True)
    )


def _on_contributions(sight: Sight, kind: Any, *keys: str) -> Facts:
    """What they did with contributions of others."""
    assert sight.person is not None
    query = (
        select(kind, col(ContributionRow.number))
        .join(ContributionRow, col(ContributionRow.id) == kind.contribution_id)
        .where(col(ContributionRow.cycle_id) == sight.id, kind.person_id == sight.person.id)
        .order_by(kind.id)
    )
    return tuple({"contribution": number, **_facts([row], *keys, "at")[0]} for row, number in sight.session.execute(query))


def _suggestions(sight: Sight, rows: list[SuggestionRow]) -> Facts:
    """With the decision on each, once it is published to them."""
    seen = decisions_seen(sight) if rows else {}
    found = []
    for view in suggestion_views(sight, None, rows):
        decision = decision_view(sight, seen[view.id], None) if view.id in seen else None
        status = "decided" if decision is not None and view.status != "withdrawn" else view.status
        found.append(as_json(replace(view, decision=decision, status=status)))
    return tuple(found)


def _decisions(sight: Sight, rows: list[DecisionRow]) -> Facts:
    """The decisions they took for the group, as far as they may still see them."""
    assert sight.person is not None
    seen = decisions_seen(sight) if rows else {}
    return tuple(as_json(decision_view(sight, row, sight.person.handle)) for row in rows if row.suggestion in seen)


def _boards(session: Session, row: PersonRow) -> tuple[str, ...]:
    query = (
        select(col(BoardRow.name))
        .join(SeatOnBoardRow, col(SeatOnBoardRow.board_id) == col(BoardRow.id))
        .where(col(SeatOnBoardRow.person_id) == row.id)
        .order_by(col(BoardRow.name))
    )
    return tuple(session.execute(query).scalars())
