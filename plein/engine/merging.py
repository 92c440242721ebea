"""Merging: a new version from the decisions taken. What goes in is computed from the rows alone, so that a check can compute it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from plein.documents import Collision as TextCollision
from plein.documents import Edit, Merge, diff, digest, merge, paragraphs, rebase
from plein.engine.desk import Desk, Sight
from plein.engine.drafting import add_version, note_seal, version_row
from plein.engine.standing import edits_of, paragraph_number
from plein.engine.tally import MERGING
from plein.engine.views import Collision, Merged
from plein.errors import EditOutside, EditsOverlap, NotFound, Refused
from plein.store.tables import DecisionRow, SuggestionRow, VersionRow


@dataclass(frozen=True, slots=True)
class Plan:
    """What merging some decided suggestions into a text gives. ``reasons`` says of each that is held why, in words."""

    merge: Merge[int]
    applied: tuple[int, ...]
    held: tuple[int, ...]
    reasons: Mapping[int, str]


class MergingRoom(Desk):
    """What makes a version of decisions."""

    def merge_decisions(self, slug: str, *, note: str | None = None, dry_run: bool = False, revision: int | None = None) -> Merged:
        """Make a new version of the newest one and every adopted or adapted suggestion that is not in the text yet.

        Those that collide with each other, or no longer fit the text, are held: they are named with the reason, and stay to be decided otherwise.

        Args:
            slug: The cycle.
            note: What the circle wants to remember of this version.
            dry_run: Only say what would happen.
            revision: The revision the writer has read.

        Raises:
            Refused: No decision waits to be merged, or none of them can be.
        """
        with self._act(slug, "merge", revision=revision, closed=True, dry_run=dry_run) as act:
            newest = act.session.execute(
                select(VersionRow).where(col(VersionRow.cycle_id) == act.id).order_by(col(VersionRow.number).desc()).limit(1)
            ).scalar_one_or_none()
            waiting = _decided(act, None)
            if newest is None or not waiting:
                raise Refused(f"No adopted suggestion waits to be merged; decide first: plein suggestion list {slug} --undecided")
            plan = plan_merge(newest, waiting, _versions(act, waiting))
            merged = _view(plan, newest, newest.number + 1, saved=not dry_run)
            if dry_run:
                return merged
            if not plan.applied:
                why = "; ".join(dict.fromkeys(plan.reasons.values()))
                raise Refused(
                    f"None of the {len(plan.held)} adopted suggestions can be merged: {why}. See plein suggestion collisions {slug}"
                )
            row = add_version(act, plan.merge.text, base=newest.number, note=note, parts=plan.applied)
            for _, decision in waiting:
                if decision.suggestion in set(plan.applied):
                    decision.merged_in = row.number
            act.session.flush()
            act.note(
                version=row.number,
                base=newest.number,
                digest=row.digest,
                note_seal=note_seal(row),
                applied=list(plan.applied),
                held=list(plan.held),
            )
            return merged


def plan_merge(base: VersionRow, decided: Sequence[tuple[SuggestionRow, DecisionRow]], versions: Mapping[int, str]) -> Plan:
    """Work decided suggestions into *base*: each carried to it from the version it was made on, then all merged as one set.

    Sweeping suggestions give way: one that collides with any other is held, and holds nobody.
    """
    edits: dict[int, tuple[Edit, ...]] = {}
    reasons: dict[int, str] = {}
    sweeping = set()
    for suggestion, decision in decided:
        number = suggestion.number
        made_on = versions[suggestion.version]
        moved = rebase(effective_edits(suggestion, decision, made_on), made_on, base.text)
        if moved.status in ("carried", "already-in"):
            edits[number] = tuple(moved.edits)
            if suggestion.sweeping:
                sweeping.add(number)
        elif moved.status == "collided":
            reasons[number] = f"{number} changes words that were changed since version {suggestion.version}"
        else:
            reasons[number] = f"the passage of {number} is no longer in version {base.number}"
    order = [s.number for s, d in sorted(decided, key=lambda pair: pair[1].together or 0) if d.together is not None and s.number in edits]
    merged = merge(base.text, edits, order=order)
    givers = sweeping & merged.held
    if givers:
        rest = {number: found for number, found in edits.items() if number not in givers}
        for number in givers:
            reasons[number] = f"{number} rewrites most of the text and collides with others"
        merged = merge(base.text, rest, order=order)
    for collision in merged.collisions:
        numbers = sorted(collision.suggestions)
        for number in numbers:
            reasons.setdefault(number, f"{_listed(numbers)} collide")
    return Plan(merged, tuple(sorted(merged.applied)), tuple(sorted(set(reasons))), reasons)


def effective_edits(suggestion: SuggestionRow, decision: DecisionRow, made_on: str) -> tuple[Edit, ...]:
    """What the decision does to the text the suggestion was made on: the suggestion's own edits, or the adapted text in its passage."""
    if decision.outcome == "adopted":
        return edits_of(suggestion.edits)
    text = decision.text or ""
    if not suggestion.quote:  # an insertion: in the place of what was to be inserted, and with the same line ends around it
        edits = edits_of(suggestion.edits)
        body = edits[0].text.strip("\n")
        return (Edit(edits[0].start, edits[0].end, edits[0].text.replace(body, text.strip("\n"), 1)), *edits[1:])
    return diff(made_on, made_on[: suggestion.start] + text + made_on[suggestion.end :])


def recompute(sight: Sight, version: VersionRow) -> str | None:
    """The digest of a merged version, made again from its parts; None if a part of it is gone, or fits no more."""
    base = version_row(sight, version.base or 0)
    decided = _decided(sight, version.parts or ())
    if base is None or len(decided) != len(version.parts or ()):
        return None
    try:
        return digest(plan_merge(base, decided, _versions(sight, decided)).merge.text)
    except (EditOutside, EditsOverlap, NotFound):
        return None


def _decided(sight: Sight, numbers: Iterable[int] | None) -> list[tuple[SuggestionRow, DecisionRow]]:
    """The suggestions that change the text, with their decisions: those named, or all that were not merged yet."""
    query = (
        select(SuggestionRow, DecisionRow)
        .join(
            DecisionRow,
            (col(DecisionRow.cycle_id) == col(SuggestionRow.cycle_id)) & (col(DecisionRow.suggestion) == col(SuggestionRow.number)),
        )
        .where(col(SuggestionRow.cycle_id) == sight.id, col(DecisionRow.outcome).in_(MERGING), col(SuggestionRow.kind) != "tip")
        .order_by(col(SuggestionRow.number))
    )
    chosen = col(DecisionRow.merged_in).is_(None) if numbers is None else col(SuggestionRow.number).in_(list(numbers))
    rows = sight.session.execute(query.where(chosen))
    return [(suggestion, decision) for suggestion, decision in rows]


def _versions(sight: Sight, decided: Sequence[tuple[SuggestionRow, DecisionRow]]) -> Mapping[int, str]:
    texts = {}
    for number in {suggestion.version for suggestion, _ in decided}:
        row = version_row(sight, number)
        if row is None:
            raise NotFound(f"There is no version {number} of {sight.cycle.slug}.")
        texts[number] = row.text
    return texts


def _view(plan: Plan, base: VersionRow, number: int, *, saved: bool) -> Merged:
    blocks = paragraphs(base.text)

    def view(index: int, collision: TextCollision[int]) -> Collision:
        place = paragraph_number(blocks, collision.start)
        return Collision(index, collision.kind, tuple(sorted(collision.suggestions)), place, base.text[collision.start : collision.end])

    return Merged(
        version=number,
        base=base.number,
        digest=digest(plan.merge.text),
        applied=plan.applied,
        held=plan.held,
        reasons=plan.reasons,
        collisions=tuple(view(index, collision) for index, collision in enumerate(plan.merge.collisions, 1)),
        near=tuple(tuple(sorted(near.suggestions)) for near in plan.merge.near),
        text=plan.merge.text,
        saved=saved,
    )


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
