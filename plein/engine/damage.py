"""What the tables hold, held against what follows from the record: one sentence for everything that was changed behind plein's back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlmodel import col

from plein.documents import digest
from plein.engine.decisions import decision_seal
from plein.engine.desk import Sight
from plein.engine.drafting import note_seal
from plein.engine.merging import METHOD, recompute
from plein.engine.replay import Expected, replay
from plein.engine.submission import suggestion_seal
from plein.errors import Damaged
from plein.store import record
from plein.store.tables import (
    AsideRow,
    ContributionRow,
    DecisionRow,
    EntryRow,
    MemberRow,
    NudgeRow,
    PersonRow,
    StepRow,
    SuggestionRow,
    SupportRow,
    VersionRow,
)


def damage(sight: Sight) -> Iterator[str]:
    """Everything in one cycle that is not as plein left it, the first first. A broken chain vouches for nothing, so that it is told alone."""
    entries = _rows(sight, EntryRow, EntryRow.number)
    links = [record.Link(row.number, row.previous, record.inner_digest(row.nonce, row.body), row.digest) for row in entries]
    broken = record.first_break(links, head=sight.cycle.head)
    if broken is not None:
        yield f"entry {broken[0]} is damaged: {broken[1]}"
        return
    keys = {row.id: row.key for row in sight.session.execute(select(PersonRow)).scalars()}
    bodies = [json.loads(row.body) for row in entries]
    for row, body in zip(entries, bodies, strict=True):
        if keys[row.person_id] != body["by"]:
            yield f"entry {row.number} is damaged: it names somebody else than the record"
    try:
        expected = replay(bodies)
    except Damaged as forged:
        yield str(forged)
        return
    yield from _cycle(sight, expected)
    yield from _members(sight, expected, keys)
    yield from _contributions(sight, expected, keys)
    yield from _versions(sight, expected)
    yield from _suggestions(sight, expected, keys)
    yield from _decisions(sight, expected)


def _rows(sight: Sight, kind: Any, order: Any) -> list[Any]:
    return list(sight.session.execute(select(kind).where(kind.cycle_id == sight.id).order_by(order)).scalars())


def _missing(what: str, expected: Iterable[int], found: Iterable[int]) -> Iterator[str]:
    for number in sorted(set(expected) - set(found)):
        yield f"{what} {number} is missing"


def _cycle(sight: Sight, expected: Expected) -> Iterator[str]:
    row = sight.cycle
    held = {
        "title": row.title,
        "question": row.question,
        "definition_seal": record.seal("", record.body(row.definition)),
        "phase": row.phase,
        "timezone": row.timezone,
        "language": row.language,
        "round": row.round,
        "closes": None if row.closes is None else row.closes.isoformat(),
    }
    for key, value in held.items():
        if expected.cycle.get(key) != value:
            what = {"definition_seal": "the rules it runs by", "closes": "its deadline", "timezone": "its time zone"}.get(key, f"its {key}")
            yield f"the cycle is damaged: {what} does not follow from the record"
    if row.revision != sum(1 for _ in _rows(sight, EntryRow, EntryRow.number)):
        yield "the cycle is damaged: its revision is not the number of its newest entry"
    steps = [(step.phase, step.round, step.ask, step.because) for step in _rows(sight, StepRow, StepRow.number)]
    if steps != expected.steps:
        yield "the cycle is damaged: the way it went does not follow from the record"


def _members(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[str]:
    rows = _rows(sight, MemberRow, MemberRow.number)
    for row in rows:
        held = {"person": keys[row.person_id], "role": row.role, "status": row.status, "seal": record.seal(row.salt, row.because)}
        if expected.members.get(row.number) != held:
            yield f"place {row.number} in the circle is damaged: it does not follow from the record"
    yield from _missing("place", expected.members, [row.number for row in rows])


def _contributions(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[str]:
    rows = _rows(sight, ContributionRow, ContributionRow.number)
    for row in rows:
        found = expected.contributions.get(row.number)
        if found is None or found["seal"] != record.seal(row.salt, row.text):
            yield f"contribution {row.number} is damaged: it is not what was said"
        elif found["author"] != keys[row.author_id]:
            yield f"contribution {row.number} is damaged: it is not of the person who said it"
        elif found["hidden"] != row.hidden_because:
            yield f"contribution {row.number} is damaged: whether it is hidden does not follow from the record"
    yield from _missing("contribution", expected.contributions, [row.number for row in rows])
    numbers = {row.id: row.number for row in rows}
    supports = sight.session.execute(select(SupportRow).where(col(SupportRow.contribution_id).in_(numbers))).scalars()
    if {(numbers[row.contribution_id], keys[row.person_id]) for row in supports} != expected.supports:
        yield "the support of contributions is damaged: it does not follow from the record"
    nudges = sight.session.execute(select(NudgeRow).where(col(NudgeRow.contribution_id).in_(numbers))).scalars()
    if {(numbers[row.contribution_id], keys[row.person_id]): record.seal(row.salt, row.because) for row in nudges} != expected.nudges:
        yield "the nudges are damaged: they do not follow from the record"


def _versions(sight: Sight, expected: Expected) -> Iterator[str]:
    rows = _rows(sight, VersionRow, VersionRow.number)
    sound = set()
    for row in rows:
        found = expected.versions.get(row.number)
        since = None if row.published is None else row.published.isoformat()
        if found is None:
            yield f"version {row.number} is not in the record"
        elif not digest(row.text) == row.digest == found["digest"]:
            yield f"version {row.number} is damaged: its text is not the one that was saved"
        elif found["base"] != row.base or found["parts"] != row.parts:
            yield f"version {row.number} is damaged: it does not follow from the versions and suggestions the record names"
        elif found.get("published") != since:
            yield f"version {row.number} is damaged: when it was published does not follow from the record"
        elif found["note"] != note_seal(row):
            yield f"version {row.number} is damaged: its note is not the one that was saved"
        elif row.parts is not None and found["method"] == METHOD and row.base in sound and recompute(sight, row) != row.digest:
            yield f"version {row.number} is damaged: it does not follow from the suggestions it was merged from"
        else:
            sound.add(row.number)
    yield from _missing("version", expected.versions, [row.number for row in rows])
    asides = _rows(sight, AsideRow, AsideRow.number)
    for aside in asides:
        if not digest(aside.text) == aside.digest == expected.asides.get(aside.number):
            yield f"aside {aside.number} is damaged: its text is not the one that was kept"
    yield from _missing("aside", expected.asides, [aside.number for aside in asides])


def _suggestions(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[str]:
    rows = _rows(sight, SuggestionRow, SuggestionRow.number)
    for row in rows:
        found = expected.suggestions.get(row.number)
        if found is None or found["seal"] != suggestion_seal(row):
            yield f"suggestion {row.number} is damaged: it is not what was handed in"
        elif found["author"] != keys[row.author_id]:
            yield f"suggestion {row.number} is damaged: it is not of the person who handed it in"
        elif found["withdrawn"] != (row.status == "withdrawn") or found["sweeping"] != row.sweeping:
            yield f"suggestion {row.number} is damaged: its status does not follow from the record"
    yield from _missing("suggestion", expected.suggestions, [row.number for row in rows])


def _decisions(sight: Sight, expected: Expected) -> Iterator[str]:
    rows = _rows(sight, DecisionRow, DecisionRow.suggestion)
    for row in rows:
        what = f"the decision on suggestion {row.suggestion} is damaged:"
        found = expected.decisions.get(row.suggestion)
        since = None if row.published is None else row.published.isoformat()
        if found is None or found["seal"] != decision_seal(row):
            yield f"{what} it is not what was decided"
        elif found["published"] != since:
            yield f"{what} when it was published does not follow from the record"
        elif found["merged_in"] != row.merged_in:
            yield f"{what} where it was merged does not follow from the record"
    gone = expected.may_be_gone
    yield from _missing("the decision on suggestion", expected.decisions.keys() - gone, [row.suggestion for row in rows])
