"""Carrying on: what becomes of a suggestion when the text goes on to a next version. Exactly, or not at all; nothing is lost.

The way from one version to a later one has steps. What a merge changed is known to the letter, from the suggestions it took in; what
drafters wrote over it is found by comparing the texts. A suggestion goes along step by step, and each step is worked out once for all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import select
from sqlmodel import col

from plein.documents import Edit, Rebased, apply, moves, paragraphs, rebase_all, replace_quote, to_json
from plein.documents.diff.noted import adapted
from plein.engine.desk import Act, Sight
from plein.engine.review.edits_kept import KEPT, Footing, Kept, fits
from plein.engine.review.passage_moves import move_in, move_of
from plein.engine.review.put_together import Parted, together
from plein.engine.review.standing import DECIDED, paragraph_number, turn_of
from plein.engine.review.standing import Decided as Taken
from plein.engine.review.views import AROUND, Context, Here
from plein.engine.rows.of_cycle import FEW, columns_of, set_each
from plein.engine.text.versions import newest_published, newest_row
from plein.errors import EditOutside, EditsOverlap, NotFound, QuoteAmbiguous, QuoteNotFound
from plein.sentences import sentence
from plein.store import record
from plein.store.tables.review import DecisionRow, SuggestionRow
from plein.store.tables.text import VersionRow
from plein.workflow.outcomes import CHANGING


class Wanted(Kept, Protocol):
    """What is kept of a suggestion that is to change the text."""

    @property
    def quote(self) -> str:
        """Its passage."""

    @property
    def replace(self) -> str | None:
        """How that is to read."""


class Salted(Kept, Protocol):
    """The same, with what it is sealed with."""

    @property
    def salt(self) -> str:
        """The salt."""


class Answered(Taken, Parted, Protocol):
    """What is kept of a decision that changes the text."""

    @property
    def text(self) -> str | None:
        """What stands there instead, where it was adapted."""

    @property
    def at_quote(self) -> str | None:
        """The passage that was chosen for it by hand."""


Decided = tuple[Wanted, Answered]

WANTED = (*KEPT, SuggestionRow.quote, SuggestionRow.replace)
_ANSWERED = (*DECIDED, DecisionRow.text, DecisionRow.at_quote, DecisionRow.parts)

COLLIDED = Rebased("collided", ())
UNPLACED = Rebased("unplaced", ())
"""Of what was decided: there is nothing to carry, for the suggestion is unsound, or the passage chosen for it is not where it was chosen."""


def publish_newest(act: Act) -> int | None:
    """Publish the newest version, if it is not public yet, and carry every undecided suggestion to it; its number, None without any."""
    newest = newest_row(act)
    if newest is None:
        return None
    if newest.published is None:
        newest.published = act.now
        act.session.flush()
        carried = carry(act, newest)
        if carried:
            act.note(carried=carried)
    act.note(digest=newest.digest)
    return newest.number


def carry(act: Act, version: VersionRow, only: int | None = None) -> Mapping[str, int]:
    """Carry every suggestion without a public answer to *version*; none is dropped and none is placed by guess.

    One that was decided on behind closed doors goes along too, so that its status tells nobody so. Each goes the whole way from the
    version it was made on, so that one that collided with a draft finds its place again when the drafters take their words back. One whose
    edits are unsound collides.
    Not good yet: what a merge changed and a later draft puts back stays collided, and is adopted by hand.

    Args:
        act: The act it happens in.
        version: Where to.
        only: The number of the one suggestion to carry; None for all that wait.

    Returns:
        How many were carried, were already in the text, collided with it, or lost their passage, by status.
    """
    answered = select(col(DecisionRow.suggestion)).where(col(DecisionRow.cycle_id) == act.id, col(DecisionRow.published).is_not(None))
    waiting: dict[int, list[Salted]] = defaultdict(list)
    for row in columns_of(
        act,
        (*KEPT, SuggestionRow.salt),
        col(SuggestionRow.status) != "withdrawn",
        col(SuggestionRow.kind) != "tip",
        col(SuggestionRow.version) != version.number,
        col(SuggestionRow.number).not_in(answered),
        *(() if only is None else (col(SuggestionRow.number) == only,)),
    ):
        waiting[row.version].append(row)
    ways = Ways(act)
    fared: Counter[str] = Counter()
    stands: list[tuple[int, str, str | None]] = []
    becomes: list[dict[str, Any]] = []
    for made_on, rows in waiting.items():
        ways.footing.refuse_changed(made_on)
        edits = {row.number: made for row in rows if (made := ways.footing.made(row)) is not None}
        moved = ways.carry(edits, made_on, version.number) if edits else {}
        for row in rows:
            found = moved.get(row.number, COLLIDED)
            there = (version.number, to_json(found.edits)) if found.status == "carried" else (None, None)
            becomes.append({"number": row.number, "status": found.status, "at_version": there[0], "at_edits": there[1]})
            fared[found.status] += 1
            stands.append((row.number, found.status, _stand_seal(row.salt, *there)))
    set_each(act, SuggestionRow, "number", becomes)
    if stands:
        act.note(stands=sorted(stands))
    return dict(sorted(fared.items()))


def stand_seal(row: SuggestionRow) -> str | None:
    """What the record holds of where a suggestion stands after it was carried on, salted; None where it stands nowhere else."""
    return _stand_seal(row.salt, row.at_version, row.at_edits)


def _stand_seal(salt: str, version: int | None, edits: list[list[Any]] | None) -> str | None:
    return None if version is None and edits is None else record.seal(salt, str(version), record.body({"edits": edits}))


@dataclass(frozen=True, slots=True)
class Stretch:
    """One step of the way: the text before it, the text after it, and what changed, where that is known."""

    old: str
    new: str
    change: tuple[Edit, ...] | None


class Ways:
    """The ways between the versions of one cycle, each looked up once."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self.footing = Footing(sight)
        self._known: dict[int, tuple[Stretch, ...]] = {}

    def row(self, number: int) -> VersionRow:
        """A version, whoever looks.

        Raises:
            NotFound: There is none of that number.
            Damaged: Its text is not the one that was saved.
        """
        found = self.footing.version(number)
        self.footing.refuse_changed(number)
        if found is None:
            raise NotFound(sentence("There is no version {number} of {slug}.", number=number, slug=self._sight.cycle.slug))
        return found

    def carry(self, suggestions: Mapping[int, tuple[Edit, ...]], first: int, last: int) -> dict[int, Rebased]:
        """What becomes of edits of version *first*, each set by itself, in version *last*."""
        found = {number: Rebased("carried", edits) for number, edits in suggestions.items()}
        for stretch in self._stretches(first, last):
            going = {number: so_far.edits for number, so_far in found.items() if so_far.status == "carried"}
            found |= onward(going, stretch.old, stretch.new, change=stretch.change)
        return found

    def decided(self, decided: Iterable[Decided], last: int) -> dict[int, Rebased]:
        """What the decisions on suggestions do to version *last*."""
        asked: dict[int, dict[int, tuple[Edit, ...]]] = defaultdict(dict)
        found: dict[int, Rebased] = {}
        for suggestion, decision in decided:
            base = self.footing.version(decision.at_version or suggestion.version)
            effect = None if base is None else effective_edits(self.footing, suggestion, decision, base.text)
            if base is None or effect is None:
                found[suggestion.number] = UNPLACED
            else:
                asked[base.number][suggestion.number] = effect
        for made_on, edits in asked.items():
            found |= self.carry(edits, made_on, last)
        return found

    def _stretches(self, first: int, last: int) -> list[Stretch]:
        """The steps from one version to a later one; drafts in a row are one, so that what was written and taken back is no change."""
        found: list[Stretch] = []
        start = self.row(first)
        for number in range(first + 1, last + 1):
            known = self._merge(number)
            if not known and number < last and not self._merge(number + 1):
                continue
            end = self.row(number)
            found.extend(known or (Stretch(start.text, end.text, None),))
            start = end
        return found

    def _merge(self, number: int) -> tuple[Stretch, ...]:
        """What the merge that made a version changed; empty where none made it, or where lay-out gave way to words in it."""
        if number not in self._known:
            row = self.row(number)
            self._known[number] = () if row.parts is None or row.base != number - 1 else self._merged(row, row.parts)
        return self._known[number]

    def _merged(self, row: VersionRow, parts: Sequence[int]) -> tuple[Stretch, ...]:
        """The merge in one step; in two where words changed inside passages that it moved: first the words, then the moves."""
        decided = decided_rows(self._sight, parts)
        turn = {suggestion.number: turn_of(decision) for suggestion, decision in decided}
        moved = self.decided(decided, row.number - 1)
        old = self.row(row.number - 1).text
        edits = {number: moved[number].edits for number in sorted(moved, key=lambda number: turn[number])}
        whole = _step(old, edits.values())
        if whole is not None and whole.new == row.text:
            return (whole,)
        away = {number: mine for number, mine in edits.items() if moves(old, mine)}
        words = _step(old, [mine for number, mine in edits.items() if number not in away])
        if not away or words is None:
            return ()
        after = onward(away, old, words.new, change=words.change)
        last = _step(words.new, [found.edits for found in after.values()])
        return (words, last) if last is not None and last.new == row.text else ()


def onward(suggestions: Mapping[int, Sequence[Edit]], old: str, new: str, *, change: Sequence[Edit] | None = None) -> dict[int, Rebased]:
    """What becomes of edits of one text in the next; what the next could not take has collided, whatever was worked out."""
    found = rebase_all(old, new, suggestions, change=change)
    return {number: one if fits(one.edits, new) else COLLIDED for number, one in found.items()}


def _step(old: str, edits: Iterable[Sequence[Edit]]) -> Stretch | None:
    """What several change together; insertions at one point in the order given. None where they cannot all stand."""
    ordered = dict.fromkeys(edit for mine in edits for edit in mine)
    inserted: dict[int, str] = defaultdict(str)
    for edit in ordered:
        if edit.start == edit.end:
            inserted[edit.start] += edit.text
    change = (*(edit for edit in ordered if edit.start < edit.end), *(Edit(at, at, text) for at, text in inserted.items()))
    try:
        return Stretch(old, apply(old, change), change)
    except (EditsOverlap, EditOutside):
        return None


def decided_rows(sight: Sight, numbers: Iterable[int] | None) -> list[Decided]:
    """The suggestions that change the text, with their decisions: those named, or all that were not merged yet."""
    named = None if numbers is None else set(numbers)
    some: list[Any] = [] if named is None or len(named) > FEW else [col(DecisionRow.suggestion).in_(named)]
    some += [col(DecisionRow.merged_in).is_(None)] if named is None else []
    rows: Sequence[Answered] = columns_of(sight, _ANSWERED, col(DecisionRow.outcome).in_(CHANGING), *some, order=DecisionRow.suggestion)
    answers = {row.suggestion: row for row in rows if named is None or row.suggestion in named}
    those = (col(SuggestionRow.number).in_(answers),) if len(answers) <= FEW else ()
    found: Sequence[Wanted] = columns_of(sight, WANTED, col(SuggestionRow.kind) != "tip", *those)
    return [(row, answers[row.number]) for row in found if row.number in answers]


def effective_edits(footing: Footing, suggestion: Wanted, decision: Answered, made_on: str) -> tuple[Edit, ...] | None:
    """What the decision does to the text it speaks of: the version it names a passage of, else the one the suggestion was made on.

    None where that cannot be told: the suggestion is unsound, or the passage does not stand there once.

    What was put together from it and others; else its own edits, or the adapted text in its passage; or either in the place of the passage
    that was chosen by hand.
    A move that was adapted takes the passage out and puts the adapted text in where the passage was to stand. The words are then no longer
    the same: what others change inside the passage does not follow, and collides with its deletion.
    """
    if decision.parts is not None:
        found = together(decision)
        return None if found is None or not fits(found, made_on) else found
    if decision.at_quote is not None:
        new = suggestion.replace if decision.outcome == "adopted" else decision.text
        try:
            return replace_quote(made_on, decision.at_quote, new or "", version=decision.at_version, exact=True)[1]
        except (QuoteNotFound, QuoteAmbiguous):
            return None
    edits = footing.made(suggestion)
    if not edits or decision.outcome == "adopted":
        return edits
    text = decision.text or ""
    move = move_of(suggestion, footing)
    if move is not None:
        return tuple(_reading(edit, move.replace, text.strip("\n")) for edit in move.edits)
    return adapted(made_on, edits, (suggestion.start, suggestion.end), suggestion.replace or "", text)


def _reading(edit: Edit, passage: str, text: str) -> Edit:
    """The edit of a move with other words where it puts the passage in, and the same line ends around them."""
    if edit.text.strip("\n") != passage:
        return edit
    return Edit(edit.start, edit.end, edit.text.replace(passage, text, 1) if text.strip() else "")


def whereabouts(sight: Sight, row: SuggestionRow) -> tuple[Here | None, Context | None]:
    """Where a suggestion stands in the newest published version, None if nowhere for sure; and what stood around it where it was made.

    None too of what stood around a passage that lies outside its version.
    """
    ways = Ways(sight)
    made_on = ways.footing.version(row.version)
    passage = ways.footing.passage(row)
    if made_on is None or passage is None:
        return None, None
    context = Context(_last_words(made_on.text[: row.start]), _first_words(made_on.text[row.end :]))
    published = newest_published(sight)
    newest = 0 if published is None else published.number
    if ways.footing.version(newest) is None or newest < row.version or row.status == "withdrawn" or ways.footing.wrong(row) is not None:
        return None, context
    found = _span(ways, row, passage, newest)
    if found is None:
        return None, context
    text = ways.row(newest).text
    return Here(newest, paragraph_number(paragraphs(text), found[0]), *found, text[found[0] : found[1]]), context


def _span(ways: Ways, row: SuggestionRow, passage: Edit, newest: int) -> tuple[int, int] | None:
    """The place of its passage if that stands there untouched; else, of one that was carried, the paragraphs it changes."""
    if row.version == newest:
        return row.start, row.end
    if passage.start < passage.end:
        whole = ways.carry({0: (passage,)}, row.version, newest)[0]
        if whole.status == "carried" and len(whole.edits) == 1:
            return whole.edits[0].start, whole.edits[0].end
    edits = ways.footing.made(row)
    moved = UNPLACED if edits is None else ways.carry({0: edits}, row.version, newest)[0]
    if moved.status != "carried" or not moved.edits:
        return None
    away = len(moved.edits) > 1 and move_in(ways.row(newest).text, moved.edits)
    if away:
        return away.start, away.end
    start, end = moved.edits[0].start, moved.edits[-1].end
    touched = [one for one in paragraphs(ways.row(newest).text) if one.start < end and start < one.end] if start < end or row.quote else []
    return min([start, *(one.start for one in touched)]), max([end, *(one.end for one in touched)])


def _last_words(text: str) -> str:
    return text if len(text) <= AROUND else text[-AROUND:].partition(" ")[2]


def _first_words(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0]
