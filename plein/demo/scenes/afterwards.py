"""What comes after the final version; and the check that anyone can make."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from plein.demo import voice
from plein.demo.stage import Stage
from plein.demo.story import HOST
from plein.demo.story import afterwards as story
from plein.sentences import sentence
from plein.terms import term


def act(stage: Stage) -> None:
    """A focus group, somebody who leaves, and the next cycle."""
    voice.heading(sentence("9. And on: not an incident, but a conversation that goes on"), story.FOCUS_BEGINS, story.END)
    _focus_group(stage.elsewhere(story.FOCUS))
    _next(stage.elsewhere(story.NEXT))


def check(stage: Stage, folder: Path) -> None:
    """Somebody takes what is theirs and goes; then everything is counted, verified and published."""
    from plein.publication.site import publish_site

    at = story.END
    voice.heading(sentence("10. Afterwards: anyone can check it"), at, at)
    found = stage.seat(None, at).suggestions(stage.slug)
    tally = Counter(one.decision.outcome if one.decision else one.status for one in found)
    parts = voice.listed(
        sentence("{n} {outcome}", n=tally[outcome], outcome=term(outcome))
        for outcome in ("adopted", "adapted", "covered", "rejected", "noted", "withdrawn")
    )
    voice.say(sentence("{n} suggestions, {n} answers: {parts}.", n=len(found), parts=parts))
    karim = stage.suggestion(("karim", "veertig sociale"))
    decision = stage.look(at, "karim", "suggestion", "show", stage.slug, str(karim.id)).suggestion(stage.slug, karim.id).decision
    if decision is not None:
        what = sentence("{outcome} by {number}", outcome=term(decision.outcome), number=decision.covered_by)
        voice.result(sentence("answered: {outcome}: {because}", outcome=what, because=decision.because))
    _leave(stage)
    stage.look(at, HOST, "publish", stage.slug, "--to", "pages")
    written = publish_site(stage.seat(None, at), stage.slug, folder / "pages")
    voice.result(sentence("{n} files: question, inventory, versions with redlines, response document", n=len(written)))


def _focus_group(stage: Stage) -> None:
    voice.say(sentence("A focus group has no document. It hears people, asks some of them inside, and ends in a report."))
    stage.begin(story.FOCUS_BEGINS, HOST, rules="focus-group", title=story.FOCUS_TITLE, question=story.FOCUS_QUESTION)
    opens, closes = story.FOCUS_OPENS
    stage.move(opens, HOST, "inventory", closes=closes, show=False)
    for said in story.FOCUS_SAID:
        number = stage.contribute(said, show=said.by == "amira")
        for person in said.supported_by:
            stage.support(said.at, person, number)
    stage.move(story.FOCUS_INVITES, HOST, "invitation", show=False)
    suspects = [one.person for one in stage.seat(HOST, story.FOCUS_LOOKS).candidates(stage.slug) if one.usual_suspect]
    voice.result(sentence("usual suspects by now: {people}, who sat in the group before", people=voice.listed(suspects)))
    for asked in story.FOCUS_ASKED:
        made = stage.invite(HOST, asked, show=False)
        stage.answer(asked.answered, asked.person, made.token)
    stage.move(story.FOCUS_TALKS, HOST, "conversation", show=False)
    stage.contribute(story.FOCUS_INSIDE, show=False)
    stage.report(story.REPORT_AT, "amira", story.REPORT, name="report.md")
    stage.move(story.FOCUS_ENDS, HOST, "final", show=False)
    report = stage.look(story.FOCUS_ENDS, "karim", "report", "show", stage.slug).report(stage.slug)
    voice.result(sentence("“{line}”", line=report.text.splitlines()[4].removeprefix("- ")))


def _next(stage: Stage) -> None:
    voice.say(sentence("In October the next one begins. It takes over topics, hosts and words, and remembers what was promised."))
    stage.begin(story.NEXT_AT, HOST, after=story.BEFORE, title=story.NEXT_TITLE)
    memory = stage.look(story.NEXT_AT, HOST, "cycle", "memory", stage.slug).memory(stage.slug)
    for earlier in memory.earlier:
        sat = voice.listed(dict.fromkeys(one.person for one in earlier.group))
        voice.result(sentence("in the group of {slug}: {people}", slug=earlier.slug, people=sat))
        for promise in earlier.promises:
            voice.result(sentence("promised: {text}", text=promise.text))


def _leave(stage: Stage) -> None:
    voice.say(sentence("rosa told of her divorce. Things are better now: she takes along what is hers, and has herself erased."))
    n = stage.take_away(story.LEAVES_AT, story.LEAVER)
    stage.erase(story.ERASED_AT, story.LEAVER)
    voice.result(sentence("hers to keep: {n} contribution; erased here: its text, and her name everywhere", n=n))
    verified = stage.look(story.END, HOST, "verify").verify()
    if verified.damage:
        voice.result(sentence("damaged: {what}", what=verified.damage[0]))
    else:
        voice.result(sentence("ok: {n} entries, in three cycles; the record never held a name", n=verified.entries))
