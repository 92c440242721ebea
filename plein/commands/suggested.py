"""Suggestions in plain lines, printed elsewhere: what one changes, where it stands, what was answered. Places that collide: ``screens``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from plein.commands import show
from plein.commands.behalf import came, moment_in
from plein.commands.ending import Beside
from plein.commands.screens import marked, marks, whither
from plein.sentences import Sentence, counted, listed, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.in_cycle import InCycle
    from plein.engine.review.views import Decision, Submission, Suggestion


def how_to_answer(name: str, here: InCycle) -> Iterator[Beside]:
    """What whoever may decide types to answer what waits; nothing for others."""
    if any(action.name == "decide" for action in here.status().can):
        yield Beside(
            sentence(
                "Answer one or more: {command} (or {others}; with {why})",
                command=f"plein decision set {name} N --adopt",
                others="--adapt TEXT, --reject, --covered-by M, --noted",
                why="--because TEXT",
            )
        )


def whole(here: InCycle, name: str, one: Suggestion) -> Iterator[str]:
    """One suggestion whole: old, new, why, and the decision."""
    yield sentence(
        "{number}. {author}, {kind} on version {version}, paragraph {paragraph}{sweeping} ({status})",
        number=one.id,
        author=one.author,
        kind=term(one.kind),
        version=one.version,
        paragraph=one.paragraph,
        sweeping=sentence(", rewrites most of the text") if one.sweeping else "",
        status=term(one.status),
    )
    yield from came(one, here)
    if one.edited_from != one.version:
        yield sentence("Edited from version {base}, and carried to version {version}.", base=one.edited_from, version=one.version)
    if one.replaced_by:
        yield sentence("Replaced by: {numbers}", numbers=", ".join(map(str, one.replaced_by)))
    if one.changed is not None:
        yield sentence("Changed by its author on {when}.", when=moment_in(here, one.changed))
    if one.instead_of:
        yield sentence("It takes the place of: {numbers}", numbers=", ".join(map(str, one.instead_of)))
    if one.fell:
        command = f"plein decision set {name} {one.id} --adopt"
        yield sentence(
            "What the group had decided here fell away, because somebody changed or withdrew their words. Decide anew: {command}",
            command=command,
        )
    yield ""
    yield change_of(one, whole=True)
    if one.why and one.kind != "tip":
        yield ""
        yield sentence("Why: {why}", why=one.why)
    if one.contribution is not None:
        command = f"plein inventory show {name} {one.contribution}"
        yield sentence("From contribution {number}: {command}", number=one.contribution, command=command)
    if one.collides_with:
        yield sentence("Collides with: {numbers}", numbers=", ".join(map(str, one.collides_with)))
    if one.same_as:
        yield sentence("The same as: {numbers}", numbers=", ".join(map(str, one.same_as)))
    yield from _undone(one)
    if one.decision:
        yield from _decided(one.decision)
    yield from _place(name, one)


def _undone(one: Suggestion) -> Iterator[str]:
    """The answers that everybody could read, and why they hold no longer."""
    for answer in one.undone:
        yield sentence(
            "Earlier answer: {outcome}{because}; taken back: {why}",
            outcome=term(answer.outcome),
            because=sentence(", because: {because}", because=answer.because) if answer.because else "",
            why=answer.why,
        )


def _decided(one: Decision) -> Iterator[str]:
    """What was answered, and why."""
    yield sentence(
        "Decision: {outcome}{by}{state}",
        outcome=term(one.outcome),
        by=sentence(" by {number}", number=one.covered_by) if one.covered_by else "",
        state="" if one.published else sentence(" (not published yet)"),
    )
    if one.text is not None:
        yield sentence("It reads: {text}", text=one.text)
    if one.put_together_from:
        yield sentence("Put together from the suggestions {numbers}", numbers=", ".join(map(str, one.put_together_from)))
    if one.place is not None:
        yield sentence("In place of: “{quote}” (version {version})", quote=one.place.quote, version=one.place.version)
    if one.because:
        yield sentence("Because: {because}", because=one.because)


def _place(name: str, one: Suggestion) -> Iterator[str]:
    """Where it stands today; or what stood around it, and how it can be taken over by hand."""
    if one.here is not None and one.here.version != one.version:
        yield sentence(
            "In version {version}: paragraph {paragraph}, “{quote}”",
            version=one.here.version,
            paragraph=one.here.paragraph,
            quote=one.here.quote,
        )
    if one.unsound is not None:
        yield from _unsound(name, one)
        return
    if one.status not in ("collided", "orphaned") or one.context is None:
        return
    if one.status == "orphaned":
        lost = sentence("its passage is gone since")
    elif one.quote:
        lost = sentence("its words were changed in another way since")
    else:
        lost = sentence("what it puts in, or something else at its place, was put in since")
    yield ""
    yield sentence("It has no place in the text now: {lost}. In version {version} it stood here:", lost=lost, version=one.version)
    yield _around(one)
    if one.moved_to is not None:
        command = f"plein draft save {name} FILE"
        yield sentence("To take it over by hand, move the passage in the newest version: {command}", command=command)
    else:
        command = f"plein decision set {name} {one.id} --adopt --at QUOTE"
        yield sentence("To take it over by hand, at a passage of the newest version: {command}", command=command)


def _unsound(name: str, one: Suggestion) -> Iterator[str]:
    """Why it cannot be placed, where it was made, and the ways out: the group gives it a place, or its author takes it back."""
    yield ""
    yield one.unsound or ""
    if one.context is not None:
        yield sentence("In version {version} it stood here:", version=one.version)
        yield _around(one)
    how = "--adopt --at QUOTE" if one.quote else "--adapt TEXT --because TEXT --at QUOTE"
    command = f"plein decision set {name} {one.id} {how}"
    yield sentence("To take it over by hand, at a passage of the newest version: {command}", command=command)
    yield sentence("Its author can take it back: {command}", command=f"plein suggestion withdraw {name} {one.id}")


def _around(one: Suggestion) -> str:
    """Its passage in double brackets, with the words before and after it, on one line."""
    context = one.context
    assert context is not None
    return f"  {' '.join(f'…{context.before}[[{one.quote}]]{context.after}…'.split())}"


def handed_in(name: str, made: Submission) -> Iterator[str]:
    """What became of a text that was handed in: the suggestions in it."""
    if not made.new:
        yield sentence("You handed this in before; nothing was added.")
    elif made.sweeping:
        yield sentence(
            "Suggestion {number} rewrites most of version {version}; it will be decided by itself.",
            number=made.suggestions[0].id,
            version=made.version,
        )
    if made.edited_from != made.version and made.new:
        yield sentence("Edited from version {base}: {fared}.", base=made.edited_from, fared=_fared(made))
    for one in made.suggestions:
        yield sentence(
            "Suggestion {number} on paragraph {paragraph} of version {version}{lost}: {change}",
            number=one.id,
            paragraph=one.paragraph,
            version=one.version,
            lost=f" ({show.in_words(term(one.status))})" if one.status in _NOWHERE else "",
            change=change_of(one),
        )
    if made.typography and made.new:
        yield left_as_it_was(made.edited_from, made.typography)
    if made.replaced:
        yield sentence("It takes the place of {numbers}, which you withdraw with it.", numbers=listed(map(str, made.replaced)))
    if made.rivals:
        yield sentence(
            "It collides with your own {numbers}; take back what you no longer want: {command}",
            numbers=listed(map(str, made.rivals)),
            command=f"plein suggestion withdraw {name} {made.rivals[0]}",
        )


def changed_to(name: str, number: int, made: Submission) -> Iterator[str]:
    """What takes the place of a suggestion that its author said in other words."""
    yield sentence("Suggestion {number} is changed; everybody sees that it was.", number=number)
    yield from handed_in(name, made)


def anew(one: Suggestion) -> Iterator[Sentence]:
    """That it was said in other words, as a sign behind it in a list; and to the circle, that it is to be decided anew."""
    if one.replaced_by:
        yield sentence("[now {numbers}]", numbers=", ".join(map(str, one.replaced_by)))
    elif one.instead_of:
        yield sentence("[changed, was {numbers}]", numbers=", ".join(map(str, one.instead_of)))
    if one.fell:
        yield sentence("[decide anew]")


def left_as_it_was(version: int, places: int) -> Sentence:
    """That quotes, dashes and blanks that were set in another way are as they were."""
    return counted(
        "In {n} place quotes, dashes or blanks were set in another way; they stay as in version {version}. To change them too: {option}",
        "In {n} places quotes, dashes or blanks were set in another way; they stay as in version {version}. To change them too: {option}",
        n=places,
        version=version,
        option="--typography",
    )


_NOWHERE = ("collided", "orphaned", "already-in")


def _fared(made: Submission) -> str:
    """What became of the changes of a text that was made from an earlier version."""
    every = Counter(one.status for one in made.suggestions)
    told = []
    if n := every["carried"]:
        told.append(
            counted("{n} change is carried to version {version}", "{n} changes are carried to version {version}", n=n, version=made.version)
        )
    if n := every["already-in"]:
        told.append(counted("{n} is in version {version} already", "{n} are in version {version} already", n=n, version=made.version))
    if n := every["collided"]:
        told.append(counted("{n} collides with what changed since", "{n} collide with what changed since", n=n))
    if n := every["orphaned"]:
        told.append(counted("{n} has lost its passage", "{n} have lost their passage", n=n))
    return listed(told) if told else sentence("there is nothing new in it")


def taken_in(done: Sequence[Submission], *, dry_run: bool) -> Iterator[str]:
    """How much came in with texts that were handed in, and a line for each of which one would expect more."""
    yield _number(done, dry_run=dry_run)
    for one in done:
        if one.layout and one.typography:
            yield sentence(
                "  {author}: another typography of version {version}: quotes, dashes, blanks", author=one.author, version=one.edited_from
            )
        elif one.layout:
            yield sentence(
                "  {author}: another layout of version {version}, which reads the same", author=one.author, version=one.edited_from
            )
        elif not one.suggestions:
            yield sentence("  {author}: the text is version {version} to the letter", author=one.author, version=one.edited_from)
        elif not one.new:
            yield sentence("  {author}: handed in before, nothing new", author=one.author)
        elif one.sweeping:
            number = one.suggestions[0].id
            yield sentence("  {author}: rewrites most of the text, set apart as suggestion {number}", author=one.author, number=number)
        elif one.edited_from != one.version:
            fared = _fared(one)
            yield sentence("  {author}: edited from version {base}: {fared}", author=one.author, base=one.edited_from, fared=fared)
        if one.new and one.replaced:
            numbers = listed(map(str, one.replaced))
            yield sentence("  {author}: takes the place of {numbers}", author=one.author, numbers=numbers)
        if one.rivals:
            numbers = listed(map(str, one.rivals))
            yield sentence("  {author}: collides with the same person's {numbers}", author=one.author, numbers=numbers)


def _number(done: Sequence[Submission], *, dry_run: bool) -> Sentence:
    new = [one for one in done if one.new]
    submissions = counted("{n} submission", "{n} submissions", n=len(new))
    n = sum(len(one.suggestions) for one in new)
    if dry_run:
        return counted(
            "Would take in {n} suggestion of {submissions}.",
            "Would take in {n} suggestions of {submissions}.",
            n=n,
            submissions=submissions,
        )
    return counted("Took in {n} suggestion of {submissions}.", "Took in {n} suggestions of {submissions}.", n=n, submissions=submissions)


def change_of(one: Suggestion, *, whole: bool = False) -> str:
    """The change in a line, or whole."""
    if one.kind == "tip":
        return sentence("“{quote}”: {why}", quote=one.quote, why=one.why) if whole else sentence("tip: {why}", why=one.why)
    if one.replace is None:  # erased
        return sentence("“{quote}”: {why}", quote=one.quote, why=one.why) if whole else one.why or ""
    if one.moved_to is not None:
        words = one.quote if whole or len(one.quote) <= 40 else one.quote[:39] + "…"
        where = whither(one.moved_to)
        return (
            sentence("{words}\n\n({where})", words=words, where=where)
            if whole
            else sentence("{where}: {words}", where=where, words=" ".join(words.split()))
        )
    if whole:
        return marked(one.quote, one.replace or "")
    return " … ".join(marks(one.quote, one.replace or "", equal=False))
