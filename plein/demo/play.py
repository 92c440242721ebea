"""The play behind ``plein demo``: it acts out the story, chapter by chapter, and says what happens and what came of it."""

from __future__ import annotations

import shlex
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from plein.demo import story, voice
from plein.demo.stage import Stage, read
from plein.demo.story import HOST, SLUG, Answer
from plein.engine.plein import Plein
from plein.engine.views import Merged, Suggestion
from plein.errors import MoveRefused, Refused, Unusable
from plein.workflow import show_when

_TOML = 'database = "plein.db"\n'
_SCRIPT = """\
# Every command of the story, in full and at its own moment. Try it, in a new folder:
#   mkdir again && cp -r texts mailed again && cd again && plein init && sh ../commands.sh
"""


_KINDS = {
    "same-place": "both put something new here",
    "overlap": "both change these words",
    "contained": "one changes words in a passage that the other rewrites",
    "contrary": "one deletes what the other changes",
}


def play(to: Path | None) -> None:
    """Act out the story in a folder, and tell it on standard output.

    Args:
        to: A folder that is empty or not there yet; None for a new one among the machine's temporary files.

    Raises:
        Refused: The folder has something in it.
        Unusable: It is a file.
    """
    folder = _folder(to)
    (folder / "plein.toml").write_text(_TOML, encoding="utf-8")
    print(f"“{story.TITLE}”: a town writes a housing note, in three months that take a few seconds.")
    print("By e-mail this is a dozen Word files, and one tired editor. Here every sentence that anyone sends in is answered.")
    print("The people write Dutch. After each $ stands what they type, its texts cut short.", flush=True)
    with Plein(folder / "plein.db") as plein:
        plein.upgrade()
        stage = Stage(plein, folder, SLUG)
        _inventory(stage)
        _invitation(stage)
        _drafting(stage)
        _first_review(stage)
        _first_decisions(stage)
        _second_review(stage)
        _final(stage)
        _afterwards(stage, folder)
    (folder / "commands.sh").write_text(_SCRIPT + "\n".join(stage.commands) + "\n", encoding="utf-8", newline="\n")
    voice.say(f"The pages:          {folder / 'pages' / 'index.html'}")
    voice.say(f"All {len(stage.commands)} commands:   {folder / 'commands.sh'}")
    print(f"Next: cd {shlex.quote(str(folder))} && plein status {SLUG}", flush=True)


def _folder(to: Path | None) -> Path:
    if to is None:
        return Path(tempfile.mkdtemp(prefix="plein-demo-"))
    if to.exists() and not to.is_dir():
        raise Unusable(f"{to} is a file; name a folder that is empty or not there yet: --to DIR")
    if to.exists() and any(to.iterdir()):
        raise Refused(f"There is something in {to} already; name a folder that is empty or not there yet: --to DIR")
    to.mkdir(parents=True, exist_ok=True)
    return to


def _inventory(stage: Stage) -> None:
    opens, closes, ask = story.INVENTORY
    voice.heading("1. Inventory: everyone is heard before a word is written", opens, closes)
    stage.begin(opens, HOST, title=story.TITLE, question=story.QUESTION)
    stage.move(opens, HOST, "inventory", closes=closes, ask=ask)
    shown = {
        "karim": "One remark is enough to take part. Nobody needs to be a member or to learn a program.",
        "gijs": "Opponents are welcome.",
    }
    for said in story.SAID:
        show = said.by in shown or said.reply_to is not None
        if said.by in shown:
            voice.say(shown[said.by])
        number = stage.contribute(said, show=show)
        supports = 0
        for person in said.supported_by:
            supports = stage.support(said.at, person, number, show=False)
        if supports and said.by in shown:
            voice.result(f"contribution {number}, supported by {supports} people")
        at, by, rude, because = story.NUDGE
        if number == rude:
            voice.say("joost is rude. fatma nudges him, and he says it better. No host had to act, and nothing was deleted.")
            stage.nudge(at, by, number, because)
    voice.say("What was said elsewhere comes in too, with its source: a letter to the newspaper, a neighbourhood evening.")
    new = stage.bring_in(story.ELSEWHERE_AT, HOST, story.ELSEWHERE, "elders.csv")
    contributions = stage.seat(None, closes).contributions(SLUG)
    people = {one.author for one in contributions}
    voice.result(f"{new} more; in all {len(contributions)} contributions by {len(people)} people")


def _invitation(stage: Stage) -> None:
    voice.heading("2. Invitation: a working group, chosen by what people said", story.INVITATION, story.DRAFTING)
    stage.move(story.INVITATION, HOST, "invitation")
    tokens = {asked.person: stage.invite(HOST, asked, show=asked is story.ASKED[0]) for asked in story.ASKED}
    for asked in sorted(story.ASKED, key=lambda asked: asked.answered):
        member = stage.answer(asked, tokens[asked.person], show=asked is story.ASKED[0])
        cited = f", for contribution {member.contribution}" if member.contribution else f", on {member.topic}" if member.topic else ""
        voice.result(f"{member.person} {member.status}: {member.role}{cited}. {member.because}")


def _drafting(stage: Stage) -> None:
    voice.heading("3. Drafting: a closed circle writes the first version", story.DRAFTING, story.PEEK[0])
    stage.move(story.DRAFTING, HOST, "drafting")
    at, by, note = story.FIRST
    stage.save(at, by, read(story.TEXT), note, name=story.TEXT)
    voice.say("mirjam and sjoerd both go on from version 1, on the same evening.")
    for drafted in story.DRAFTED:
        number = stage.revise(drafted)
    voice.result(f"version {number} holds both changes: no locked file, no pasting of two files into one")
    voice.say("joost is curious. Who is in the circle is public; what it is writing is not there for him.")
    at, by = story.PEEK
    voice.result(f"refused: {stage.refused(at, by, 'draft', 'show', SLUG)}")


def _first_review(stage: Stage) -> None:
    opens, closes, ask = story.REVIEW
    voice.heading("4. Review, round 1: back into the open, on one frozen version", opens, closes)
    cycle = stage.move(opens, HOST, "review", closes=closes, ask=ask)
    if cycle.closes is not None:
        voice.result(f"version {cycle.steps[-1].version} is published, and open until {show_when(cycle.closes, cycle.timezone)}")
    voice.say("Anyone can say how a passage should read, leave a tip, or hand in the whole text as they would have it.")
    shown = {("karim", 0), ("noor", 1), ("coby", 0)}
    seen: Counter[str] = Counter()
    for made in story.SUGGESTED:
        show = (made.by, seen[made.by]) in shown
        seen[made.by] += 1
        found = stage.suggest(made, show=show)
        if show and len(found) > 1:
            voice.result(f"{_numbered(found)}: one edited text, but each place gets its own answer")
    at, by, ref = story.WITHDRAWN
    voice.say("joost thinks better of one of his and takes it back.")
    stage.withdraw(at, by, ref)
    voice.say(f"{len(story.MAILED)} people mailed their edited text to anna, who takes all of them in at once.")
    taken = stage.take_in(story.MAILED_AT, HOST, story.MAILED)
    for one in taken:
        if one.sweeping:
            voice.result(f"{one.author} rewrote everything: suggestion {one.suggestions[0].id}, set apart, so that it collides with nobody")
    rest = [one for one in taken if not one.sweeping]
    voice.result(f"{voice.listed([one.author for one in rest])}: {_numbered([made for one in rest for made in one.suggestions])}")
    found = stage.seat(None, story.MAILED_AT).suggestions(SLUG)
    same = sorted({one.id for one in found if one.same_as})
    people = len({one.author for one in found})
    voice.say(f"{len(found)} suggestions by {people} people; {voice.listed(same)} are the same. Only these cannot all stand:")
    places = stage.collisions(story.MAILED_AT, HOST)
    for place in {(place.kind, place.suggestions): place for place in places}.values():
        quote = f"“{voice.short(place.quote, 40)}”" if place.quote else f"paragraph {place.paragraph}"
        voice.result(f"{voice.listed(place.suggestions)} at {quote}: {place.kind}, {_KINDS[place.kind]}")


def _first_decisions(stage: Stage) -> None:
    voice.heading("5. Drafting again: every suggestion gets an answer, and a reason", story.DECIDING, story.MERGED[0])
    stage.move(story.DECIDING, HOST, "drafting", show=False)
    voice.say("In a hurry, sjoerd and bea adopt two that contradict each other. Trying the merge tells them so.")
    for answer in story.AT_ODDS:
        stage.decide(answer, show=False)
    rehearsed = stage.merge(story.REHEARSED_AT, HOST, dry_run=True)
    voice.result(f"held: {'; '.join(dict.fromkeys(rehearsed.reasons.values()))}")
    voice.say("So they talk, and decide again. One answer can settle several suggestions; every reason will be public.")
    _decide(stage, story.ANSWERS, shown=("adapted", "adopted together"))
    waiting = [one.id for one in stage.seat("bea", story.PUBLISHED_AT).suggestions(SLUG, undecided=True)]
    voice.say(f"On {voice.listed(waiting)}, the share of social housing, the group is divided. It leaves them open and publishes the rest.")
    count = stage.publish_decisions(story.PUBLISHED_AT, "bea")
    voice.result(f"{count} decisions are public, each with its reason")
    at, by, note = story.MERGED
    _merged(stage.merge(at, by, note))


def _second_review(stage: Stage) -> None:
    opens, closes, ask = story.SECOND
    voice.heading("6. Review, round 2: one question is left, so that one is asked", opens, closes)
    stage.move(opens, HOST, "review", closes=closes, ask=ask)
    carried = [one.id for one in stage.seat(None, opens).suggestions(SLUG) if one.status == "carried"]
    voice.result(f"{voice.listed(carried)} still wait for an answer and were carried along: no suggestion dies of a new version")
    shown = {
        "youssef": "youssef, who asked around, finds the middle.",
        "dewi": "dewi, who is sixteen, reads more closely than anyone.",
        "pim": "And pim, who rewrote everything, was asked to choose. He does.",
    }
    for made in story.SUGGESTED_AGAIN:
        if made.by in shown:
            voice.say(shown[made.by])
        stage.suggest(made, show=made.by in shown)


def _final(stage: Stage) -> None:
    voice.heading("7. The final version: not before everyone has an answer", story.CLOSING, story.FINAL[0])
    stage.move(story.CLOSING, HOST, "drafting", show=False)
    _decide(stage, story.LAST_ANSWERS, shown=("covered",))
    voice.say("anna would like to be done before the New Year's party, but somebody is still without an answer.")
    refusal = stage.refused(story.TOO_SOON_AT, HOST, "cycle", "move", SLUG, "final")
    if isinstance(refusal, MoveRefused):
        for reason in refusal.reasons:
            voice.result(f"refused: {reason}")
    stage.decide(story.LAST_ANSWER, show=True)
    at, by, note = story.LAST_MERGE
    _merged(stage.merge(at, by, note))
    stage.revise(story.TABLE)
    stage.publish_decisions(story.LAST_PUBLISHED_AT, "bea")
    at, because = story.FINAL
    stage.move(at, HOST, "final", because=because)


def _afterwards(stage: Stage, folder: Path) -> None:
    from plein.publication.site import publish_site

    at = story.FINAL[0]
    voice.heading("8. Afterwards: anyone can check it", at, at)
    found = stage.seat(None, at).suggestions(SLUG)
    tally = Counter(one.decision.outcome if one.decision else one.status for one in found)
    parts = [f"{tally[outcome]} {outcome}" for outcome in ("adopted", "adapted", "covered", "rejected", "noted", "withdrawn")]
    voice.say(f"{len(found)} suggestions, {len(found)} answers: {', '.join(parts)}.")
    karim = stage.find(("karim", "veertig sociale"))
    decision = stage.look(at, "karim", "suggestion", "show", SLUG, str(karim.id)).suggestion(SLUG, karim.id).decision
    if decision is not None:
        voice.result(f"answered: {decision.outcome} by {decision.covered_by}: {decision.because}")
    verified = stage.look(at, HOST, "verify", SLUG).verify(SLUG)
    voice.result(f"ok: {verified.entries} entries" if not verified.damage else f"damaged: {verified.damage[0]}")
    stage.look(at, HOST, "publish", SLUG, "--to", "pages")
    written = publish_site(stage.seat(None, at), SLUG, folder / "pages")
    voice.result(f"{len(written)} files: question, inventory, versions with redlines, response document")


def _decide(stage: Stage, answers: Sequence[Answer], *, shown: Sequence[str]) -> None:
    """Take decisions. The command is shown for the first of each of these outcomes; what was simply adopted is told in one line."""
    left, adopted = list(shown), dict[int, str]()
    for answer in answers:
        kind = f"{answer.outcome} together" if answer.together else answer.outcome
        show = kind in left
        if show:
            left.remove(kind)
        done = stage.decide(answer, show=show)
        authors = [f"{decision.suggestion} ({author})" for decision, (author, _) in zip(done, answer.on, strict=True)]
        if not show and answer.because is None:
            adopted |= {decision.suggestion: told for decision, told in zip(done, authors, strict=True)}
            continue
        covered = f" by {done[0].covered_by}" if done[0].covered_by else ""
        told = f"{voice.listed(authors)} {kind}{covered}"
        voice.result(voice.short(f"{told}: {answer.because}" if answer.because else told, voice.WIDTH - 6))
    voice.result(f"as they stand: {voice.listed([adopted[number] for number in sorted(adopted)])} adopted")


def _merged(merged: Merged) -> None:
    voice.result(f"version {merged.version} is version {merged.base} with {len(merged.applied)} suggestions worked in, to the letter")
    for numbers in merged.near:
        voice.result(f"{voice.listed(numbers)} meet in one sentence: bea reads it once more, and it stands")


def _numbered(found: Sequence[Suggestion]) -> str:
    """The numbers of suggestions, and the paragraphs they change."""
    return f"suggestions {voice.listed([one.id for one in found])}, on paragraphs {voice.listed([one.paragraph for one in found])}"
