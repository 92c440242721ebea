"""A report composed from what was said in the open: numbers, and per topic what was shared most and what few said. Nothing is rated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import col

from plein.documents import canonical
from plein.engine.desk import Sight
from plein.engine.rows.of_cycle import rows_of
from plein.engine.rows.people import names
from plein.language import Language
from plein.sentences import Sentence, counted, sentence
from plein.store.tables.inventory import ContributionRow, SupportRow, TopicRow

MOST = 5
"""So many of the most supported contributions of a topic are quoted,"""
FEW = 3
"""and so many of those that hardly anybody supported but that others answered."""


@dataclass(frozen=True, slots=True)
class _Item:
    row: ContributionRow
    author: str
    supports: int
    replies: int


def compose(sight: Sight, language: Language) -> str:
    """The report of a cycle as Markdown in *language*; made of what everyone may read, whoever asks."""
    say = language.say
    cycle = sight.cycle
    items = _items(sight)
    people = len({item.row.author_id for item in items})
    lines = [f"# {cycle.title}", "", cycle.question, ""]
    if not items:
        return canonical("\n".join([*lines, say(sentence("Nothing was said."))]))
    lines += [
        say(counted("{n} contribution, from {who}.", "{n} contributions, from {who}.", n=len(items), who=_people(people))),
        "",
        *(f"- {say(kind)}: {number}" for kind, number in _kinds(items)),
    ]
    for title, said in _by_topic(sight, items):
        lines += ["", f"## {title}" if title else "## " + say(sentence("On the question itself"))]
        most = sorted(said, key=lambda item: (-item.supports, -item.replies, item.row.number))[:MOST]
        lines += _quoted(most, language)
        few = [item for item in said if item.replies and item.supports <= 1 and item not in most][:FEW]
        if few:
            lines += ["", "### " + say(sentence("What few said, and others answered")), *_quoted(few, language)]
        rest = len(said) - len(most) - len(few)
        if rest:
            lines += ["", say(counted("And {n} more contribution.", "And {n} more contributions.", n=rest))]
    return canonical("\n".join(lines))


def _items(sight: Sight) -> list[_Item]:
    session = sight.session
    rows = rows_of(
        sight,
        ContributionRow,
        col(ContributionRow.closed).is_(False),
        col(ContributionRow.hidden_because).is_(None),
        col(ContributionRow.withdrawn).is_(None),
    )
    counting = (
        select(col(SupportRow.contribution_id), func.count())
        .join(ContributionRow, col(ContributionRow.id) == col(SupportRow.contribution_id))
        .where(col(ContributionRow.cycle_id) == sight.id, col(SupportRow.closed).is_(False))
        .group_by(col(SupportRow.contribution_id))
    )
    supports = {row[0]: row[1] for row in session.execute(counting)}
    replies = Counter(row.reply_to for row in rows)
    people = names(sight, {row.author_id for row in rows})
    return [_Item(row, people[row.author_id], supports.get(row.id or 0, 0), replies[row.number]) for row in rows]


_KINDS = {
    "opinion": sentence("opinions"),
    "position": sentence("positions"),
    "experience": sentence("experiences"),
    "question": sentence("questions"),
    "idea": sentence("ideas"),
}


def _kinds(items: Sequence[_Item]) -> Iterator[tuple[str, int]]:
    found = Counter(item.row.kind for item in items)
    yield from ((name, found[kind]) for kind, name in _KINDS.items() if found[kind])


def _people(number: int) -> str:
    return counted("{n} person", "{n} people", n=number)


def _by_topic(sight: Sight, items: Sequence[_Item]) -> Iterator[tuple[str | None, list[_Item]]]:
    """What was said on the question itself, then per topic in the order of the topics, then on labels that are no topics."""
    titles = {row.name: row.title for row in rows_of(sight, TopicRow, col(TopicRow.opened).is_not(None), col(TopicRow.inside).is_(False))}
    found: dict[str | None, list[_Item]] = {}
    for item in items:
        found.setdefault(item.row.topic, []).append(item)
    for name in (None, *titles, *sorted(name for name in found if name is not None and name not in titles)):
        if name in found:
            yield (titles.get(name, name) if name is not None else None), found[name]


def _quoted(items: Sequence[_Item], language: Language) -> Iterator[str]:
    for item in items:
        told: tuple[Sentence, ...] = (sentence("{author}, no. {number}", author=item.author, number=item.row.number),)
        if item.supports:
            told += (counted("supported by {n} person", "supported by {n} people", n=item.supports),)
        if item.replies:
            told += (counted("{n} reply", "{n} replies", n=item.replies),)
        yield ""
        yield from (f"> {line}".rstrip() for line in item.row.text.splitlines())
        yield ">"
        yield f"> — {'; '.join(map(language.say, told))}"
