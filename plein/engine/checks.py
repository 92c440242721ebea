"""The record as one may read it, and the check of everything against it: chain, digests, seals, and every merge made again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from plein.documents import digest
from plein.engine.decisions import decision_seal
from plein.engine.desk import Desk, Sight, load_cycle
from plein.engine.inventory import names
from plein.engine.merging import recompute
from plein.engine.submission import suggestion_seal
from plein.engine.views import Entry, Verified
from plein.store import record
from plein.store.tables import ContributionRow, CycleRow, DecisionRow, EntryRow, PersonRow, SuggestionRow, VersionRow


class RecordRoom(Desk):
    """What people do with the record: read it and check it."""

    def log(self, slug: str) -> tuple[Entry, ...]:
        """The record of a cycle, oldest first. Entries for the circle's eyes only appear to others as links of the chain, told nothing of."""
        with self._look(slug) as sight:
            rows = _entries(sight)
            people = names(sight, {row.person_id for row in rows})
            return tuple(_view(sight, row, people[row.person_id]) for row in rows)

    def verify(self, slug: str | None = None) -> Verified:
        """Check one cycle, or all: that the record is whole, that texts are what was handed in, and that merges follow from their parts."""
        damage: list[str] = []
        entries = 0
        with self._database.reading() as session:
            query = select(CycleRow).order_by(col(CycleRow.id))
            cycles = session.execute(query).scalars().all() if slug is None else [load_cycle(session, slug)]
            for cycle in cycles:
                sight = self._sight(session, cycle)
                entries += cycle.revision
                damage += [f"{cycle.slug}: {sentence}" for sentence in _damage(sight)]
        return Verified(entries, len(cycles), tuple(damage))


def _entries(sight: Sight) -> list[EntryRow]:
    query = select(EntryRow).where(col(EntryRow.cycle_id) == sight.id).order_by(col(EntryRow.number))
    return list(sight.session.execute(query).scalars())


def _view(sight: Sight, row: EntryRow, by: str) -> Entry:
    written = json.loads(row.body)
    shown = sight.inside or not written["closed"]
    body = written if shown else None
    inner = record.inner_digest(row.nonce, row.body)
    return Entry(
        number=row.number,
        at=datetime.fromisoformat(body["at"]) if body else None,
        by=by if shown else None,
        act=body["act"] if body else "closed",
        cycle=sight.cycle.slug,
        digest=row.digest,
        previous=row.previous,
        inner=inner,
        body=body,
    )


def _damage(sight: Sight) -> Iterator[str]:
    rows = _entries(sight)
    links = [record.Link(row.number, row.previous, record.inner_digest(row.nonce, row.body), row.digest) for row in rows]
    broken = record.first_break(links, head=sight.cycle.head)
    if broken is not None:
        yield f"entry {broken[0]} is damaged: {broken[1]}"
        return
    bodies = [json.loads(row.body) for row in rows]
    yield from _versions(sight, bodies)
    yield from _suggestions(sight, bodies)
    yield from _decisions(sight, bodies)
    yield from _contributions(sight, bodies)


def _versions(sight: Sight, bodies: list[dict[str, Any]]) -> Iterator[str]:
    recorded = {body["version"]: body for body in bodies if body["act"] in ("save-draft", "merge")}
    found = sight.session.execute(select(VersionRow).where(col(VersionRow.cycle_id) == sight.id).order_by(col(VersionRow.number))).scalars()
    seen = set()
    for row in found:
        seen.add(row.number)
        entry = recorded.get(row.number)
        if entry is None:
            yield f"version {row.number} is not in the record"
        elif not digest(row.text) == row.digest == entry["digest"]:
            yield f"version {row.number} is damaged: its text is not the one that was saved"
        elif row.parts is not None and (entry.get("applied") != row.parts or recompute(sight, row) != row.digest):
            yield f"version {row.number} is damaged: it does not follow from the suggestions it was merged from"
    for number in sorted(set(recorded) - seen, key=str):
        yield f"version {number} is missing"


def _suggestions(sight: Sight, bodies: list[dict[str, Any]]) -> Iterator[str]:
    recorded, authors = {}, {}
    for taken in (one for body in bodies for one in body.get("submissions", ())):
        recorded.update(dict(taken["seals"]))
        authors.update({number: taken["author"] for number, _ in taken["seals"]})
    withdrawn = {body["suggestion"] for body in bodies if body["act"] == "withdraw"}
    query = (
        select(SuggestionRow, col(PersonRow.key))
        .join(PersonRow, col(PersonRow.id) == col(SuggestionRow.author_id))
        .where(col(SuggestionRow.cycle_id) == sight.id)
        .order_by(col(SuggestionRow.number))
    )
    seen = set()
    for row, author in sight.session.execute(query):
        seen.add(row.number)
        if recorded.get(row.number) != suggestion_seal(row):
            yield f"suggestion {row.number} is damaged: it is not what was handed in"
        elif authors[row.number] != author:
            yield f"suggestion {row.number} is damaged: it is not of the person who handed it in"
        elif (row.status == "withdrawn") != (row.number in withdrawn):
            yield f"suggestion {row.number} is damaged: its status does not follow from the record"
    for number in sorted(set(recorded) - seen):
        yield f"suggestion {number} is missing"


def _decisions(sight: Sight, bodies: list[dict[str, Any]]) -> Iterator[str]:
    recorded: dict[int, str] = {}
    published: dict[int, str] = {}
    may_be_gone = set()
    for body in bodies:
        if body["act"] == "decide":
            recorded.update(dict(body["seals"]))
        elif body["act"] == "publish-decisions":
            published.update({number: body["at"] for number, _ in body["seals"]})
        elif body["act"] == "undo-decision":
            recorded.pop(body["suggestion"], None)
            published.pop(body["suggestion"], None)
        elif body["act"] == "withdraw":
            may_be_gone.add(body["suggestion"])  # its decision fell away, unless it was merged
    query = select(DecisionRow).where(col(DecisionRow.cycle_id) == sight.id).order_by(col(DecisionRow.suggestion))
    seen = set()
    for row in sight.session.execute(query).scalars():
        seen.add(row.suggestion)
        since = None if row.published is None else row.published.isoformat()
        if recorded.get(row.suggestion) != decision_seal(row):
            yield f"the decision on suggestion {row.suggestion} is damaged: it is not what was decided"
        elif published.get(row.suggestion) != since:
            yield f"the decision on suggestion {row.suggestion} is damaged: when it was published does not follow from the record"
    for number in sorted(set(recorded) - seen - may_be_gone):
        yield f"the decision on suggestion {number} is missing"


def _contributions(sight: Sight, bodies: list[dict[str, Any]]) -> Iterator[str]:
    recorded: dict[int, str] = {}
    for body in bodies:
        if body["act"] == "contribute":
            recorded[body["contribution"]] = body["seal"]
        elif body["act"] == "import-contributions":
            recorded.update(zip(body["contributions"], body["seals"], strict=True))
    query = select(ContributionRow).where(col(ContributionRow.cycle_id) == sight.id).order_by(col(ContributionRow.number))
    seen = set()
    for row in sight.session.execute(query).scalars():
        seen.add(row.number)
        if recorded.get(row.number) != record.seal(row.salt, row.text):
            yield f"contribution {row.number} is damaged: it is not what was said"
    for number in sorted(set(recorded) - seen):
        yield f"contribution {number} is missing"
