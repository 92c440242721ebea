"""``plein group candidates``: who might be invited, with the reasons, and whom the top of the list leaves out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import ending, show
from plein.commands.arguments import Csv, CycleArg, Json
from plein.commands.ending import Beside, Letters, Printed
from plein.commands.situation import in_cycle
from plein.sentences import Sentence, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.group.views import Balance, Candidate, Ranking

_COLUMNS = (
    (sentence("score"), "score"),
    (sentence("person"), "person"),
    (sentence("for"), "contributions"),
    (sentence("reasons"), "reasons"),
)
_SHOWN = 12


def candidates(
    ctx: typer.Context,
    name: CycleArg,
    top: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="The first N only; the balance looks at those. Else at as many as are advised.")
    ] = None,
    balance: Annotated[bool, typer.Option("--balance", help="Only whom the first of the list stand for, and whom they leave out.")] = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Rank everybody who spoke in the open by what they contributed, every point with its reason; for hosts.

    What others do not say, answers and support from beyond one's own circle and staying on the question bring points; nudges and being
    a usual suspect take some off. A list is no decision: read the contributions, and look at the balance.

    Example: plein --as anna group candidates housing --top 5
    """
    found = in_cycle(ctx, name).group.ranking(top=top)
    first = found.candidates[:top]
    if balance:
        if as_csv:
            raise typer.BadParameter("The balance is no list; leave out --csv, or ask for --json.", param_hint="--csv")
        ending.shown(found.balance, as_json, _balance(found.balance))
        return
    rows = [_row(one) for one in first] if as_csv and not as_json else first
    ending.listed(rows, _COLUMNS, as_json, as_csv, told=_told(name, found, top))


def _told(name: str, found: Ranking, top: int | None) -> Iterator[str | Printed]:
    """The first of the list, and beside them whom they stand for."""
    first = found.candidates[:top]
    if not first:
        yield Beside(sentence("Nobody has spoken yet. See what was said: {command}", command=f"plein inventory list {name}"))
        return
    if sys.stdout.isatty():
        shown = first if top else first[:_SHOWN]
        yield _on_screen(shown)
        if len(shown) < len(first):
            command = f"plein group candidates {name} --top {len(first)}"
            yield Beside(counted("{n} more: {command}", "{n} more: {command}", n=len(first) - len(shown), command=command))
    else:
        for one in first:
            yield "\t".join([f"{one.score}", one.person, " ".join(map(str, one.contributions)), _in_one_line(one)])
    yield Beside("")
    yield from map(Beside, _balance(found.balance))


def _row(one: Candidate) -> dict[str, object]:
    """A candidate with the reasons in one field, in the language of scripts."""
    from plein.engine.rows.values import as_json

    plain: dict[str, object] = as_json(one)
    return plain | {"reasons": "; ".join(one.reasons)}


def _balance(found: Balance) -> Iterator[Sentence]:
    """The balance in a few lines."""
    yield sentence(
        "The first {top} of {people}: {inside} from inside, {outside} from outside; {newcomers}, {usual}, {minority}.",
        top=found.top,
        people=found.people,
        inside=found.inside,
        outside=found.outside,
        newcomers=counted("{n} newcomer", "{n} newcomers", n=found.newcomers),
        usual=counted("{n} usual suspect", "{n} usual suspects", n=found.usual_suspects),
        minority=counted("{n} minority view", "{n} minority views", n=found.minority),
    )
    if found.topics:
        yield sentence("So many of them spoke on each topic: {numbers}.", numbers=_numbers(found.topics))
    if found.relations:
        yield sentence(
            "So many of them have each relation: {numbers}.",
            numbers=_numbers({show.in_words(term(name)): n for name, n in found.relations.items()}),
        )
    if found.missing:
        yield sentence("Left out:")
    for one in found.missing:
        yield sentence("- {what}", what=one)


def _numbers(found: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in found.items())


def _in_one_line(one: Candidate) -> str:
    return "; ".join(show.in_words(reason) for reason in (*_marks(one), *one.reasons))


def _on_screen(found: Sequence[Candidate]) -> Letters:
    """The candidates on a terminal, where a reason takes a line."""
    from plein.commands.layout import Cell, Column, drawn

    def words(text: str) -> tuple[str, ...]:
        return tuple(show.on_screen(show.in_words(text)).split())

    def numbers(told: Iterable[str]) -> list[Cell]:
        return [Cell(((one,),), kept=True) for one in told]

    columns = (
        Column("", numbers(str(place) for place, _ in enumerate(found, 1)), right=True),
        Column(show.in_words(sentence("score")), numbers(f"{one.score:.1f}" for one in found), right=True),
        Column(
            show.in_words(sentence("person")), [Cell(((show.on_screen(one.person),), *map(words, _marks(one))), kept=True) for one in found]
        ),
        Column(show.in_words(sentence("why")), [Cell(tuple(map(words, one.reasons)) or ((),)) for one in found]),
    )
    return Letters("".join(f"{line}\n" for line in drawn(columns, show.width(), apart=range(len(found)))))


def _marks(one: Candidate) -> Iterator[Sentence]:
    """What to know of somebody beside their points."""
    side = sentence("inside") if one.inside else sentence("outside")
    yield side if one.relation is None else sentence("{side}: {relation}", side=side, relation=term(one.relation))
    if one.behind is not None:
        yield sentence("behind it: {person}", person=one.behind)
    if one.usual_suspect:
        yield sentence("usual suspect")
    if one.minority:
        yield sentence("minority view")
    if one.status is not None:
        yield sentence("{status} as {role}", status=sentence(one.status), role=sentence(one.role or ""))
