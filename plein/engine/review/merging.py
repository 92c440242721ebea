"""Merging: a new version from the decisions taken. What goes in is computed from the rows alone, so that a check can compute it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plein.documents import Collision as TextCollision
from plein.documents import Edit, Merge, astray, digest, merge, paragraphs
from plein.documents.show.reread import reread
from plein.engine.desk import Sight
from plein.engine.review.carrying import Answered, Decided, Wanted, Ways, decided_rows
from plein.engine.review.carrying import effective_edits as effective_edits
from plein.engine.review.standing import paragraph_number, turn_of
from plein.engine.review.views import Collision, Merged, Reread
from plein.engine.room import CycleRoom
from plein.engine.rows.of_cycle import set_each
from plein.engine.rows.undisturbed import undisturbed
from plein.engine.text.versions import add_version, newest_row, note_seal, version_row
from plein.errors import Damaged, NotFound, Refused, Unusable
from plein.sentences import Sentence, counted, listed, sentence, typed
from plein.store.tables.review import DecisionRow
from plein.store.tables.text import VersionRow

METHOD = 6
"""Raised whenever the text core gives another text for the same parts; merges of an older method are checked by their digest alone."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What merging some decided suggestions into a text gives. ``reasons`` says of each that is held why, in words."""

    merge: Merge[int]
    applied: tuple[int, ...]
    held: tuple[int, ...]
    reasons: Mapping[int, str]


class MergingRoom(CycleRoom):
    """What makes a version of decisions, and what there is to read of drafts that could not be merged."""

    @undisturbed
    def merge(self, *, note: str | None = None, dry_run: bool = False, revision: int | None = None) -> Merged:
        """Make a new version of the newest one and every adopted or adapted suggestion that is not in the text yet.

        Those that collide with each other, or no longer fit the text, are held: they are named with the reason, and stay to be decided otherwise.

        Args:
            note: What the circle wants to remember of this version.
            dry_run: Only say what would happen.
            revision: The revision the writer has read.

        Raises:
            Refused: No decision waits to be merged, or none of them can be.

        >>> decided = bea.decisions.set(1, "adopted")
        >>> merged = bea.draft.merge(dry_run=True)
        >>> merged.version, merged.applied, merged.saved
        (2, (1,), False)
        """
        with self._act("merge", revision=revision, closed=True, dry_run=dry_run) as act:
            newest = newest_row(act)
            waiting = decided_rows(act, None)
            if newest is None or not waiting:
                raise Refused(
                    sentence(
                        "No adopted suggestion waits to be merged; decide first: {command}",
                        command=f"plein suggestion list {self._slug} --undecided",
                    )
                )
            plan = plan_merge(newest, waiting, Ways(act))
            merged = _view(plan, newest, newest.number + 1, saved=not dry_run)
            if dry_run:
                return merged
            if not plan.applied:
                raise Refused(
                    counted(
                        "The {n} adopted suggestion cannot be merged: {reasons}. See {command}",
                        "None of the {n} adopted suggestions can be merged: {reasons}. See {command}",
                        n=len(plan.held),
                        reasons=tuple(dict.fromkeys(plan.reasons.values())),
                        command=f"plein suggestion collisions {self._slug}",
                    )
                )
            row = add_version(act, plan.merge.text, base=newest.number, note=note, parts=plan.applied)
            set_each(act, DecisionRow, "suggestion", [{"suggestion": number, "merged_in": row.number} for number in plan.applied])
            act.note(
                version=row.number,
                base=newest.number,
                digest=row.digest,
                note_seal=note_seal(row),
                method=METHOD,
                applied=list(plan.applied),
                held=list(plan.held),
            )
            return merged


def plan_merge(base: VersionRow, decided: Sequence[Decided], ways: Ways) -> Plan:
    """Work decided suggestions into *base*: each carried to it from the version it speaks of, then all merged as one set.

    Sweeping suggestions give way: one that collides with any other is held, and holds nobody.
    """
    edits: dict[int, tuple[Edit, ...]] = {}
    reasons: dict[int, str] = {}
    sweeping = set()
    moved = ways.decided(decided, base.number)
    for suggestion, decision in decided:
        number, found = suggestion.number, moved[suggestion.number]
        if found.status in ("carried", "already-in"):
            edits[number] = found.edits
            if suggestion.sweeping and decision.at_quote is None:
                sweeping.add(number)
        else:
            wrong = ways.footing.wrong(suggestion) if found.status == "unplaced" and decision.at_quote is None else None
            reasons[number] = _out_of_place(suggestion, decision, found.status, base.number, wrong)
    order = [s.number for s, d in sorted(decided, key=lambda pair: turn_of(pair[1])) if d.together is not None and s.number in edits]
    merged = merge(base.text, edits, order=order)
    givers = sweeping & merged.held
    if givers:
        rest = {number: found for number, found in edits.items() if number not in givers}
        for number in givers:
            reasons[number] = sentence("{number} rewrites most of the text and collides with others", number=number)
        merged = merge(base.text, rest, order=order)
    for collision in merged.collisions:
        numbers = sorted(collision.suggestions)
        words = " ".join(base.text[collision.start : collision.end].split())
        reason = sentence(
            "{suggestions} collide{at}; adapt one, reject one, or for insertions adopt them {option}",
            suggestions=listed(map(str, numbers)),
            at=sentence(" at “{passage}”", passage=words if len(words) <= 40 else words[:39] + "…") if words else "",
            option=typed("--together", "with together=True"),
        )
        for number in numbers:
            reasons.setdefault(number, reason)
    return Plan(merged, tuple(sorted(merged.applied)), tuple(sorted(set(reasons))), reasons)


@undisturbed
def planned(sight: Sight) -> Plan | None:
    """What merging now would give; None where no adopted suggestion waits to be merged."""
    newest, waiting = newest_row(sight), decided_rows(sight, None)
    return plan_merge(newest, waiting, Ways(sight)) if newest is not None and waiting else None


@undisturbed
def recompute(sight: Sight, version: VersionRow) -> str | None:
    """The digest of a merged version, made again from its parts; None if a part of it is gone, or fits no more."""
    base = version_row(sight, version.base or 0)
    decided = decided_rows(sight, version.parts or ())
    if base is None or len(decided) != len(version.parts or ()):
        return None
    try:
        return digest(plan_merge(base, decided, Ways(sight)).merge.text)
    except (Unusable, NotFound, Damaged):
        return None


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
        reread=tuple(_reread(plan.merge, base.text)),
        astray=astray(base.text, plan.merge.text),
    )


def _reread(merged: Merge[int], base: str) -> Iterator[Reread]:
    """What to read again where changes came near each other."""
    if not merged.near:
        return
    blocks = paragraphs(base)
    read = reread(base, merged.text, [(near.start, near.end) for near in merged.near])
    for near, (start, before, after) in zip(merged.near, read, strict=True):
        yield Reread(tuple(sorted(near.suggestions)), paragraph_number(blocks, start), before, after)


def _out_of_place(suggestion: Wanted, decision: Answered, status: str, newest: int, wrong: Sentence | None) -> Sentence:
    """Why a decided suggestion cannot go into the newest version, and what to do next; *wrong* is what is wrong with its edits."""
    number, made_on = suggestion.number, decision.at_version or suggestion.version
    quote = decision.at_quote or suggestion.quote
    passage = f" (“{_short(quote)}”)" if quote else ""
    if wrong is not None:
        what = sentence("{number} cannot be placed: {wrong}", number=number, wrong=wrong)
    elif status == "collided" and not quote:
        what = sentence(
            "what {number} puts in, or something else at its place, was put in since version {version}", number=number, version=made_on
        )
    elif status == "collided":
        what = sentence(
            "{number} changes words that were changed since version {version}{passage}", number=number, version=made_on, passage=passage
        )
    else:
        what = sentence(
            "the passage of {number} is no longer in version {version}{passage}", number=number, version=newest, passage=passage
        )
    return sentence(
        "{what}; decide on it again, with the passage it should take the place of: {adopt}, or {adapt}",
        what=what,
        adopt=typed("--adopt --at QUOTE", '"adopted", at='),
        adapt=typed("--adapt TEXT --at QUOTE", '"adapted", text=, at='),
    )


def _short(text: str) -> str:
    """At most eight words of a passage, on one line."""
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
