"""What the tables hold, held against what follows from the record: one sentence for everything that was changed behind plein's back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import select
from sqlmodel import col

from plein.documents import digest
from plein.engine.desk import Sight
from plein.engine.record.damage_circle import damaged_comments, damaged_places
from plein.engine.record.damage_series import damaged_series
from plein.engine.record.damage_talk import damaged_talk
from plein.engine.record.holding import missing as _missing
from plein.engine.record.holding import rows_of as _rows
from plein.engine.record.replay import Expected, replay
from plein.engine.review.decisions import decision_seal
from plein.engine.review.edits_kept import Footing
from plein.engine.review.merging import METHOD, recompute
from plein.engine.review.standing import needs_place
from plein.engine.review.submissions import suggestion_seal
from plein.engine.text.versions import note_seal
from plein.errors import Damaged
from plein.sentences import Sentence, sentence
from plein.store import record
from plein.store.tables.cycle import PersonRow, StepRow
from plein.store.tables.inventory import ContributionRow, NudgeRow, SupportRow
from plein.store.tables.record import EntryRow
from plein.store.tables.review import DecisionRow, SuggestionRow
from plein.store.tables.text import AsideRow, VersionRow

_OF_THE_CYCLE: Final[Mapping[str, Sentence]] = {
    "title": sentence("its title"),
    "question": sentence("its question"),
    "definition_seal": sentence("the rules it runs by"),
    "phase": sentence("its phase"),
    "timezone": sentence("its time zone"),
    "language": sentence("its language"),
    "round": sentence("its round"),
    "closes": sentence("its deadline"),
}


def damage(sight: Sight) -> Iterator[Sentence]:
    """Everything in one cycle that is not as plein left it, the first first. A broken chain vouches for nothing, so that it is told alone."""
    entries = _rows(sight, EntryRow, EntryRow.number)
    links = [record.Link(row.number, row.previous, record.inner_digest(row.nonce, row.body), row.digest) for row in entries]
    broken = record.first_break(links, head=sight.cycle.head)
    if broken is not None:
        number, what = broken
        yield sentence("entry {number} is damaged: {what}", number=number, what=what)
        return
    keys = {row.id: row.key for row in sight.session.execute(select(PersonRow)).scalars()}
    bodies = [json.loads(row.body) for row in entries]
    for row, body in zip(entries, bodies, strict=True):
        if keys[row.person_id] != body["by"]:
            yield sentence("entry {number} is damaged: it names somebody else than the record", number=row.number)
    try:
        expected = replay(bodies)
    except Damaged as forged:
        yield forged.args[0]
        return
    yield from _cycle(sight, expected)
    yield from damaged_series(sight, expected, keys)
    yield from damaged_places(sight, expected, keys)
    yield from damaged_comments(sight, expected, keys)
    yield from _contributions(sight, expected, keys)
    yield from damaged_talk(sight, expected, keys)
    yield from _versions(sight, expected)
    yield from _suggestions(sight, expected, keys)
    yield from _decisions(sight, expected)


def _cycle(sight: Sight, expected: Expected) -> Iterator[Sentence]:
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
            yield sentence("the cycle is damaged: {what} does not follow from the record", what=_OF_THE_CYCLE[key])
    if row.revision != sum(1 for _ in _rows(sight, EntryRow, EntryRow.number)):
        yield sentence("the cycle is damaged: its revision is not the number of its newest entry")
    steps = [(step.phase, step.round, step.ask, step.because, step.came) for step in _rows(sight, StepRow, StepRow.number)]
    if steps != expected.steps:
        yield sentence("the cycle is damaged: the way it went does not follow from the record")


def _contributions(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[Sentence]:
    rows = _rows(sight, ContributionRow, ContributionRow.number)
    for row in rows:
        found = expected.contributions.get(row.number)
        if found is None or found["seal"] != record.seal(row.salt, row.text):
            yield sentence("contribution {number} is damaged: it is not what was said", number=row.number)
        elif found["author"] != keys[row.author_id]:
            yield sentence("contribution {number} is damaged: it is not of the person who said it", number=row.number)
        elif found["hidden"] != row.hidden_because:
            yield sentence("contribution {number} is damaged: whether it is hidden does not follow from the record", number=row.number)
    yield from _missing(sentence("contribution"), expected.contributions, [row.number for row in rows])
    numbers = {row.id: row.number for row in rows}
    ours = select(col(ContributionRow.id)).where(col(ContributionRow.cycle_id) == sight.id)
    supports = sight.session.execute(select(SupportRow).where(col(SupportRow.contribution_id).in_(ours))).scalars()
    if {(numbers[row.contribution_id], keys[row.person_id]) for row in supports} != expected.supports:
        yield sentence("the support of contributions is damaged: it does not follow from the record")
    nudges = sight.session.execute(select(NudgeRow).where(col(NudgeRow.contribution_id).in_(ours))).scalars()
    if {(numbers[row.contribution_id], keys[row.person_id]): record.seal(row.salt, row.because) for row in nudges} != expected.nudges:
        yield sentence("the nudges are damaged: they do not follow from the record")


def _versions(sight: Sight, expected: Expected) -> Iterator[Sentence]:
    rows = _rows(sight, VersionRow, VersionRow.number)
    sound = set()
    for row in rows:
        found = expected.versions.get(row.number)
        since = None if row.published is None else row.published.isoformat()
        if found is None:
            yield sentence("version {number} is not in the record", number=row.number)
        elif not digest(row.text) == row.digest == found["digest"]:
            yield sentence("version {number} is damaged: its text is not the one that was saved", number=row.number)
        elif found["contributions"] != row.contributions:
            yield sentence("version {number} is damaged: the contributions it began with do not follow from the record", number=row.number)
        elif found["base"] != row.base or found["parts"] != row.parts:
            yield sentence(
                "version {number} is damaged: it does not follow from the versions and suggestions the record names", number=row.number
            )
        elif found.get("published") != since:
            yield sentence("version {number} is damaged: when it was published does not follow from the record", number=row.number)
        elif found["note"] != note_seal(row):
            yield sentence("version {number} is damaged: its note is not the one that was saved", number=row.number)
        elif row.parts is not None and found["method"] == METHOD and row.base in sound and recompute(sight, row) != row.digest:
            yield sentence("version {number} is damaged: it does not follow from the suggestions it was merged from", number=row.number)
        else:
            sound.add(row.number)
    yield from _missing(sentence("version"), expected.versions, [row.number for row in rows])
    asides = _rows(sight, AsideRow, AsideRow.number)
    for aside in asides:
        if not digest(aside.text) == aside.digest == expected.asides.get(aside.number):
            yield sentence("aside {number} is damaged: its text is not the one that was kept", number=aside.number)
    yield from _missing(sentence("aside"), expected.asides, [aside.number for aside in asides])


def _suggestions(sight: Sight, expected: Expected, keys: Mapping[int | None, str]) -> Iterator[Sentence]:
    rows, footing = _rows(sight, SuggestionRow, SuggestionRow.number), Footing(sight)
    decisions = {row.suggestion: row for row in _rows(sight, DecisionRow, DecisionRow.suggestion)}
    for row in rows:
        wrong = footing.wrong(row) if needs_place(row, decisions.get(row.number)) else None
        found = expected.suggestions.get(row.number)
        if found is None or found["seal"] != suggestion_seal(row):
            yield sentence("suggestion {number} is damaged: it is not what was handed in", number=row.number)
        elif found["author"] != keys[row.author_id]:
            yield sentence("suggestion {number} is damaged: it is not of the person who handed it in", number=row.number)
        elif found["withdrawn"] != (row.status == "withdrawn") or found["sweeping"] != row.sweeping:
            yield sentence("suggestion {number} is damaged: its status does not follow from the record", number=row.number)
        elif wrong is not None:
            yield sentence("suggestion {number} is damaged: {wrong}", number=row.number, wrong=wrong)
    yield from _missing(sentence("suggestion"), expected.suggestions, [row.number for row in rows])


def _decisions(sight: Sight, expected: Expected) -> Iterator[Sentence]:
    rows = _rows(sight, DecisionRow, DecisionRow.suggestion)
    for row in rows:
        found = expected.decisions.get(row.suggestion)
        since = None if row.published is None else row.published.isoformat()
        if found is None or found["seal"] != decision_seal(row):
            yield sentence("the decision on suggestion {number} is damaged: it is not what was decided", number=row.suggestion)
        elif found["published"] != since:
            yield sentence(
                "the decision on suggestion {number} is damaged: when it was published does not follow from the record",
                number=row.suggestion,
            )
        elif found["merged_in"] != row.merged_in:
            yield sentence(
                "the decision on suggestion {number} is damaged: where it was merged does not follow from the record", number=row.suggestion
            )
    gone = expected.may_be_gone
    yield from _missing(sentence("the decision on suggestion"), expected.decisions.keys() - gone, [row.suggestion for row in rows])
