"""``plein decision``: what the group answers to every suggestion, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from plein.commands import ending, show
from plein.commands.arguments import Csv, CycleArg, DryRun, Json, SuggestionArg
from plein.commands.asking import agreed, can_ask
from plein.commands.family import family
from plein.commands.screens import left_out
from plein.commands.shown import Shown
from plein.commands.situation import in_cycle, read_text, revision, then
from plein.errors import PlaceChanged, Refused, Unusable
from plein.sentences import Sentence, counted, sentence, typed
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.in_cycle import InCycle
    from plein.engine.nouns.decisions import Decisions
    from plein.engine.review.views import Decision, Settled
    from plein.vocabulary import Decided

decision = family(help="Answer every suggestion, with a reason.")

_COLUMNS = (
    (sentence("suggestion"), "suggestion"),
    (sentence("outcome"), "outcome"),
    (sentence("published"), "published"),
    (sentence("because"), "because"),
)


@decision.command("set")
def set_(
    ctx: typer.Context,
    name: CycleArg,
    numbers: Annotated[list[int], typer.Argument(metavar="N…", help="Numbers of the suggestions.")],
    adopt: Annotated[bool, typer.Option("--adopt", help="Take it over.")] = False,
    together: Annotated[bool, typer.Option("--together", help="With --adopt: insertions at one place all go in, in this order.")] = False,
    adapt: Annotated[str | None, typer.Option(metavar="TEXT|@FILE", help="Take it over, with this in place of the quoted passage.")] = None,
    at: Annotated[
        str | None, typer.Option(metavar="QUOTE", help="With --adopt or --adapt: it takes the place of this passage of the newest version.")
    ] = None,
    reject: Annotated[bool, typer.Option("--reject", help="Do not take it over.")] = False,
    covered_by: Annotated[int | None, typer.Option(metavar="M", help="Suggestion M settles it.")] = None,
    noted: Annotated[bool, typer.Option("--noted", help="Read; no change follows.")] = False,
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="The reason; needed for all but --adopt.")] = None,
    as_json: Json = False,
) -> None:
    """Decide on one or more suggestions.

    What collided with a next version, or lost its passage, is taken over by hand: name the passage it takes the place of with --at.

    Example: plein --as bea decision set housing 12 15 --reject --because "Outside our powers."
    """
    outcome = _outcome(adopt=adopt, adapt=adapt, reject=reject, covered_by=covered_by, noted=noted)
    text = read_text(adapt[1:]) if adapt is not None and adapt.startswith("@") else adapt
    here = in_cycle(ctx, name)
    done = here.decisions.set(
        numbers, outcome, because=because, text=text, covered_by=covered_by, together=together, at=at, revision=revision(ctx)
    )
    decided, place = ", ".join(str(one.suggestion) for one in done), done[0].place
    there = "" if place is None else sentence(", at “{quote}”", quote=place.quote)
    told = sentence("{numbers}: {outcome}{at}.", numbers=decided, outcome=term(outcome), at=there)
    ending.changed(done, as_json, told, then=then(here, f"plein decision list {name}"))


@decision.command("list")
def list_(ctx: typer.Context, name: CycleArg, as_json: Json = False, as_csv: Csv = False) -> None:
    """List the decisions you may see."""
    found = in_cycle(ctx, name).decisions.list()
    whole = f"plein suggestion show {name} N"
    ending.listed(found, _COLUMNS, as_json, as_csv, empty=sentence("No decisions to see yet."), whole=whole)


@decision.command()
def undo(
    ctx: typer.Context,
    name: CycleArg,
    number: SuggestionArg,
    because: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why; needed once the decision is public, and public with it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Take a decision back; the suggestion waits for one again.

    Once it was published, everybody can read what the answer was, and why it was taken back.

    Example: plein --as bea decision undo housing 12 --because "We had read it wrongly."
    """
    here = in_cycle(ctx, name)
    undone = here.decisions.undo(number, because=because, revision=revision(ctx))
    ending.changed(undone, as_json, _undone(undone, here.decisions), then=_anew(name, here, number))


def _anew(name: str, here: InCycle, number: int) -> str:
    """How one answers again what is open again; what collides, changes no text, or has no place in it now, one looks at first."""
    one = here.suggestions.show(number)
    if any(number in place.suggestions for place in here.suggestions.collisions()):
        return f"plein suggestion collisions {name}"
    if one.kind == "tip" or one.status in ("collided", "orphaned") or one.unsound is not None:
        return f"plein suggestion show {name} {one.id}"
    return f"plein decision set {name} {one.id} --adopt"


def _undone(undone: Decision, decisions: Decisions) -> Iterator[Sentence]:
    """What was taken back, and which answers point at it still."""
    number = undone.suggestion
    yield sentence("The decision on suggestion {number} ({outcome}) is taken back.", number=number, outcome=term(undone.outcome))
    if undone.published:
        yield sentence("Everybody can read that it was taken back, and why.")
    settled = [str(one.suggestion) for one in decisions.list() if one.covered_by == number]
    if settled:
        yield counted(
            "The answer to {numbers} is still that {number} settles it; look at that again.",
            "The answer to {numbers} is still that {number} settles them; look at that again.",
            n=len(settled),
            numbers=", ".join(settled),
            number=number,
        )


@decision.command()
def publish(ctx: typer.Context, name: CycleArg, as_json: Json = False) -> None:
    """Let everybody read the decisions taken so far, with their reasons."""
    here = in_cycle(ctx, name)
    with show.at_work():
        done = here.decisions.publish(revision=revision(ctx))
    public = counted("{n} decision is public now.", "{n} decisions are public now.", n=len(done))
    told = public if done else sentence("Every decision was public already.")
    ending.changed(done, as_json, told, then=then(here, f"plein decision list {name}"))


def _outcome(*, adopt: bool, adapt: str | None, reject: bool, covered_by: int | None, noted: bool) -> Decided:
    from plein.workflow.outcomes import DECIDED, OUTCOMES  # here, not above: help needs no rules

    given = {"adopted": adopt, "adapted": adapt is not None, "rejected": reject, "covered": covered_by is not None, "noted": noted}
    chosen = [outcome for outcome in DECIDED if given[outcome]]
    if len(chosen) != 1:
        *others, last = [OUTCOMES[outcome].option for outcome in DECIDED]
        raise Unusable(sentence("Say one outcome: {others} or {last}", others=", ".join(others), last=last))
    return chosen[0]


@decision.command()
def settle(
    ctx: typer.Context,
    name: CycleArg,
    place: Annotated[
        int | None, typer.Argument(metavar="[PLACE]", help="The place, as suggestion collisions has it, or any number in it.")
    ] = None,
    adopt: Annotated[
        list[int] | None, typer.Option("--adopt", metavar="N", help="Take over N; several go in together, in this order.")
    ] = None,
    proposal: Annotated[
        int | None, typer.Option("--proposal", metavar="K", help="Take ready text K of the place, as suggestion collisions has it.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Take over none: the passage stays as it reads.")] = False,
    clean: Annotated[bool, typer.Option("--clean", help="Instead of a place: take over all that is in nobody's way.")] = False,
    but: Annotated[list[int] | None, typer.Option("--but", metavar="N", help="With --clean: leave N open.")] = None,
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="The reason, which everybody will read.")] = None,
    seen: Annotated[
        str | None, typer.Option("--seen", metavar="N,N…", help="What stood there when you looked; refused if others would be answered.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Settle it whatever came in since you looked.")] = False,
    dry_run: DryRun = False,
    as_json: Json = False,
) -> None:
    """Settle one place in one act: N is adopted and covers what says the same; what cannot stand beside it is rejected, the rest stays open.

    A place that was shown to you, and at which others would be answered now, is asked about again.

    Example: plein --as bea decision settle housing 3 --adopt 12 --because "The shortest wording."

    Example: plein --as bea decision settle housing 3 --proposal 1 --because "It has what both want."
    """
    if clean == (place is not None) or (clean and (adopt or keep or proposal is not None)) or (but and not clean):
        raise Unusable(
            sentence(
                "Name one place, or all that is in nobody's way: {place}, or {clean}; see {command}",
                place=typed("PLACE --adopt N", "place"),
                clean="--clean",
                command=f"plein suggestion collisions {name}",
            )
        )
    if place is not None and [bool(adopt), keep, proposal is not None].count(True) != 1:
        raise Unusable(
            sentence(
                "Say which suggestion or ready text is taken over, or that the passage stays as it reads: {adopt}, {proposal}, or {keep}",
                adopt="--adopt N",
                proposal="--proposal K",
                keep="--keep",
            )
        )
    if (seen is not None or yes) and place is None:
        raise Unusable(sentence("Only at a place is there anything to see beforehand: {options}", options="--seen, --yes"))
    if seen is not None and yes:
        raise Unusable(sentence("Say what you have seen, or settle it whatever came in: {seen}, or {yes}", seen="--seen N,N", yes="--yes"))
    here = in_cycle(ctx, name)
    if place is None:
        with show.at_work():
            done = here.decisions.settle_clean(but=but or (), because=because or "", dry_run=dry_run, revision=revision(ctx))
    else:

        def settled(known: frozenset[int] | None) -> Settled:
            with show.at_work():
                return here.decisions.settle(
                    place,
                    adopt or (),
                    because=because or "",
                    proposal=proposal,
                    seen=None if known is None else sorted(known),
                    dry_run=dry_run,
                    revision=revision(ctx),
                )

        if seen is not None or yes:
            done = settled(None if seen is None else _numbers(seen))
        else:
            done = _asked_again(name, place, here, Shown.of(ctx, name), settled, ask=can_ask() and not dry_run)
    beside = left_out(name, here.suggestions.unsound())
    ending.changed(done, as_json, _settled(done, dry_run=dry_run), beside=beside, then=None if dry_run else _then(name, here, done))


def _numbers(seen: str) -> frozenset[int]:
    """The numbers that were typed."""
    parts = seen.replace(",", " ").split()
    if not parts or not all(part.isdecimal() for part in parts):
        raise Unusable(sentence("Name the suggestions that stood there by their numbers: {option}", option="--seen 3,8,9"))
    return frozenset(map(int, parts))


def _asked_again(
    name: str, place: int, here: InCycle, shown: Shown, settle: Callable[[frozenset[int] | None], Settled], *, ask: bool
) -> Settled:
    """Settle a place onto what was shown of it; what came in since is shown, and asked about: here, or by refusing once."""
    seen = shown.seen(place, here.suggestions.collisions()) if shown.places else None
    while True:
        try:
            return settle(seen)
        except PlaceChanged as changed:
            seen = (seen or frozenset()).union(changed.came)
            if not ask:
                if not shown.more({place, changed.place}, seen):
                    raise
                look = f"plein suggestion collisions {name}"
                again = sentence("Run the same command again to answer them too, or look again: {command}", command=look)
                raise PlaceChanged(changed.place, changed.came, changed.told, again) from None
            show.say(changed.told)
            if not agreed(sentence("Settle it all the same?")):
                raise Refused(sentence("Nothing was decided.")) from None


def _then(name: str, here: InCycle, done: Settled) -> str:
    """What one would do next: decide on what stays open, at the place where it still collides or by itself."""
    with show.at_work():
        places = here.suggestions.collisions()
    if done.place is None or not done.open:
        return f"plein suggestion collisions {name}" if places else then(here, f"plein decision list {name}")
    for one in places:
        left = sorted({*done.open} & {*one.suggestions})
        if left:
            return f"plein decision settle {name} {one.id} --adopt {left[0]} --because TEXT"
    return f"plein decision set {name} {' '.join(map(str, done.open))} --adopt"


def _settled(done: Settled, *, dry_run: bool) -> Iterator[str]:
    """What became of the suggestions at a place, an outcome a line."""
    covered = [show.in_words(sentence("{number} by {other}", number=number, other=other)) for number, other in done.covered.items()]
    for outcome, those in (
        (term("adopted"), done.adopted),
        (term("adapted"), done.adapted),
        (term("covered"), covered),
        (term("rejected"), done.rejected),
        (sentence("left open"), done.open),
    ):
        numbers = ", ".join(map(str, those))
        if numbers and dry_run:
            yield sentence("Would be {outcome}: {numbers}", outcome=outcome, numbers=numbers)
        elif numbers:
            yield sentence("{outcome}: {numbers}", outcome=outcome, numbers=numbers)
    if done.elsewhere:
        yield sentence(
            "At another place, and rejected because it cannot stand beside this: {numbers}", numbers=", ".join(map(str, done.elsewhere))
        )
