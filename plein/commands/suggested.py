"""Suggestions in plain lines: what one changes, where it stands, what was answered. The places where they collide are told by ``screens``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plein.commands import show
from plein.commands.screens import marked, marks, whither
from plein.sentences import Sentence, counted, sentence
from plein.terms import term

if TYPE_CHECKING:
    from plein.engine.review.views import Decision, Submission, Suggestion


def tell_suggestion(name: str, one: Suggestion) -> None:
    """One suggestion whole: old, new, why, and the decision."""
    show.line(
        sentence(
            "{number}. {author}, {kind} on version {version}, paragraph {paragraph}{sweeping} ({status})",
            number=one.id,
            author=one.author,
            kind=term(one.kind),
            version=one.version,
            paragraph=one.paragraph,
            sweeping=sentence(", rewrites most of the text") if one.sweeping else "",
            status=term(one.status),
        )
    )
    show.line("")
    show.line(change_of(one, whole=True))
    if one.why and one.kind != "tip":
        show.line("")
        show.line(sentence("Why: {why}", why=one.why))
    if one.contribution is not None:
        command = f"plein inventory show {name} {one.contribution}"
        show.line(sentence("From contribution {number}: {command}", number=one.contribution, command=command))
    if one.collides_with:
        show.line(sentence("Collides with: {numbers}", numbers=", ".join(map(str, one.collides_with))))
    if one.same_as:
        show.line(sentence("The same as: {numbers}", numbers=", ".join(map(str, one.same_as))))
    if one.decision:
        _tell_decision(one.decision)
    _tell_place(name, one)


def _tell_decision(one: Decision) -> None:
    show.line(
        sentence(
            "Decision: {outcome}{by}{state}",
            outcome=term(one.outcome),
            by=sentence(" by {number}", number=one.covered_by) if one.covered_by else "",
            state="" if one.published else sentence(" (not published yet)"),
        )
    )
    if one.text is not None:
        show.line(sentence("It reads: {text}", text=one.text))
    if one.place is not None:
        show.line(sentence("In place of: “{quote}” (version {version})", quote=one.place.quote, version=one.place.version))
    if one.because:
        show.line(sentence("Because: {because}", because=one.because))


def _tell_place(name: str, one: Suggestion) -> None:
    """Where it stands today; or what stood around it, and how it can be taken over by hand."""
    if one.here is not None and one.here.version != one.version:
        show.line(
            sentence(
                "In version {version}: paragraph {paragraph}, “{quote}”",
                version=one.here.version,
                paragraph=one.here.paragraph,
                quote=one.here.quote,
            )
        )
    if one.unsound is not None:
        _tell_unsound(name, one)
        return
    if one.status not in ("collided", "orphaned") or one.context is None:
        return
    if one.status == "orphaned":
        lost = sentence("its passage is gone since")
    elif one.quote:
        lost = sentence("its words were changed in another way since")
    else:
        lost = sentence("what it puts in, or something else at its place, was put in since")
    show.line("")
    show.line(sentence("It has no place in the text now: {lost}. In version {version} it stood here:", lost=lost, version=one.version))
    show.line(_around(one))
    if one.moved_to is not None:
        command = f"plein draft save {name} FILE"
        show.line(sentence("To take it over by hand, move the passage in the newest version: {command}", command=command))
    else:
        command = f"plein decision set {name} {one.id} --adopt --at QUOTE"
        show.line(sentence("To take it over by hand, at a passage of the newest version: {command}", command=command))


def _tell_unsound(name: str, one: Suggestion) -> None:
    """Why it cannot be placed, where it was made, and the ways out: the group gives it a place, or its author takes it back."""
    show.line("")
    show.line(one.unsound or "")
    if one.context is not None:
        show.line(sentence("In version {version} it stood here:", version=one.version))
        show.line(_around(one))
    how = "--adopt --at QUOTE" if one.quote else "--adapt TEXT --because TEXT --at QUOTE"
    command = f"plein decision set {name} {one.id} {how}"
    show.line(sentence("To take it over by hand, at a passage of the newest version: {command}", command=command))
    show.line(sentence("Its author can take it back: {command}", command=f"plein suggestion withdraw {name} {one.id}"))


def _around(one: Suggestion) -> str:
    """Its passage in double brackets, with the words before and after it, on one line."""
    context = one.context
    assert context is not None
    return f"  {' '.join(f'…{context.before}[[{one.quote}]]{context.after}…'.split())}"


def tell_submission(made: Submission) -> None:
    """What became of a text that was handed in: the suggestions in it."""
    if not made.new:
        show.line(sentence("You handed this in before; nothing was added."))
    elif made.sweeping:
        show.line(
            sentence(
                "Suggestion {number} rewrites most of version {version}; it will be decided by itself.",
                number=made.suggestions[0].id,
                version=made.version,
            )
        )
    for one in made.suggestions:
        show.line(
            sentence(
                "Suggestion {number} on paragraph {paragraph} of version {version}: {change}",
                number=one.id,
                paragraph=one.paragraph,
                version=one.version,
                change=change_of(one),
            )
        )


def taken_in(done: Sequence[Submission], *, dry_run: bool) -> Sentence:
    """How much came in with texts that were handed in."""
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
