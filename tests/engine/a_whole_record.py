"""A database with everything in it that can be: every table has rows, and every column somewhere holds something. No test stands here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from plein import Handed, Outside, Plein
from plein.errors import DraftCollides
from tests.conftest import NOON
from tests.cycles import TEXT
from tests.engine.scenes import Scene

C, NEXT, PANEL = "housing", "housing-2", "panel"


def ticking() -> Iterator[datetime]:
    """One second later each time, so that no two acts share a moment."""
    moment = NOON
    while True:
        moment += timedelta(seconds=1)
        yield moment


def whole_record(plein: Plein) -> None:
    """Fill a database: a cycle to its end and past it, the one after it, and a focus group; somebody was erased from the first."""
    scene = Scene(plein).build("inventory")
    anna, bea, kim, otto, hugo = (scene.seat(person) for person in ("anna", "bea", "kim", "otto", "hugo"))
    _say(scene)
    scene.build_on("topics")
    anna.cycle(C).topics.open("quays")
    anna.cycle(C).topics.close("bridge")
    scene.build_on("invitation")
    for person in ("ria", "sam"):
        anna.cycle(C).inventory.add("Too late?", author=person, received="2026-11-23T12:00Z", late=True, because="It lay under the mat.")
    anna.cycle(C).group.board("harbour", because="They work there.", topic="The harbour", until="2026-12-24", expires="2026-12-01")
    scene.build_on("drafting")
    for person, role in (("otto", "drafter"), ("joe", "adviser")):
        token = anna.cycle(C).group.invite(person, role=role, because="Counts trees.", for_=1, topic="Trees", until="2026-12-24").token
        scene.seat(person).invitations.accept(token)
    anna.cycle(C).group.remove("joe", "The circle is full.")
    bea.cycle(C).draft.save(TEXT.replace("every street", "each street"), note="Shorter.", for_=[1])
    for saved in ("our street", "my street"):
        with pytest.raises(DraftCollides):
            bea.cycle(C).draft.save(TEXT.replace("every street", saved), base=1, note="Ours?")
    with pytest.raises(DraftCollides):
        otto.cycle(C).draft.save(TEXT.replace("every street", "otto's street"), base=1, note="His.")
    bea.cycle(C).comments.add("Who pays?", paragraph=2)
    bea.cycle(C).comments.add("The town.", reply_to=1)
    otto.cycle(C).comments.add("Otto asks.", version=1)
    anna.cycle(C).move("review", closes="2026-12-01", ask="Is this what you meant?", because="It is ready.")
    anna.cycle(C).extend("2026-12-02", because="The post was late.")
    _review(scene)
    _for_others(scene)
    bea.cycle(C).comments.add("He has a point.", suggestion=1)
    anna.cycle(C).extend("2026-12-01", because="The post was early.")
    anna.cycle(C).move("drafting", because="Everybody was heard.")
    _late(scene)
    _decide(scene)
    bea.cycle(C).draft.merge(note="What was adopted.")
    bea.cycle(C).draft.save(bea.cycle(C).draft.show().text.replace("# Housing", "# Homes"))
    anna.cycle(C).move("review", ask="And now?")
    anna.cycle(C).extend("2026-12-24", because="It is winter.")
    scene.suggest("joe", quote="waiting", replace="long", why="Plain words.")
    scene.suggest("piet", quote="town", replace="city")
    _anew(scene)
    _put_together(scene)
    for text in ("We ask again in two years.", "We read every letter."):
        anna.cycle(C).promise(text)
    anna.cycle(C).change(title="Living", because="It is about more than homes.")
    anna.cycle(C).words.avoid("citizen", better="neighbour", because="Warmer.")
    anna.cycle(C).group.host("hugo", "A year is enough.", end=True)
    _to_the_end(scene)
    anna.people.add("lea", name="Lea", contact="lea@example.org", relation="alumnus", language="nl")
    anna.people.usual("lea")
    anna.people.erase("otto", texts=True)
    anna.boards.set("elders", ["lea", "hugo", "kim"])
    _elsewhere(scene)
    hugo.people.erase("hugo")
    assert kim.verify().damage == ()


def _say(scene: Scene) -> None:
    """Everything that is said in the open, and what answers it."""
    anna, kim, otto = scene.anna, scene.seat("kim"), scene.seat("otto")
    otto.cycle(C).inventory.add("Otto said so.", reply_to=1)
    otto.cycle(C).inventory.add("Somebody said so.", pseudonym="Nightbird")
    kim.cycle(C).inventory.add("It rains in.", reply_to=1, kind="experience")
    kim.cycle(C).inventory.add("The neighbour at 12 is a crook.")
    anna.cycle(C).inventory.hide(6, "It names a neighbour.")
    heard = {"said": "2026-11-01", "source": "Market", "link": "https://example.org/1", "topic": "harbour"}
    anna.cycle(C).inventory.import_(
        [
            Outside("Said on the market.", "joe", **heard),
            Outside("Said in the pub.", "kit", kind="idea", source="Pub"),
            Outside("Said by otto.", "otto", source="Letter of otto", link="https://example.org/2"),
        ]
    )
    for person, number in (("kim", 1), ("lea", 1), ("piet", 2), ("otto", 2)):
        scene.seat(person).cycle(C).inventory.support(number)
    for person, number in (("kim", 1), ("lea", 2), ("otto", 5)):
        scene.seat(person).cycle(C).inventory.nudge(number, f"{person} says: stay with the question.")
    anna.cycle(C).inventory.hide(2, "It calls piet names.", nudge="lea")
    anna.cycle(C).inventory.hide(5, "It calls kim names.", nudge="otto")
    kim.cycle(C).inventory.link(2, 7)
    kim.cycle(C).inventory.add("Kim says so too.", pseudonym="Daybird")
    kim.cycle(C).inventory.change(10, "Kim says so as well.")
    for person, said in (("kim", "It leaks."), ("lea", "It smells."), ("otto", "Otto was wrong.")):
        number = scene.seat(person).cycle(C).inventory.add(said).id
        scene.seat(person).cycle(C).inventory.change(number, f"{said} Badly.")
    for person, came in (("ria", "by letter"), ("otto", "by letter of otto"), ("rob", "on the phone")):
        anna.cycle(C).inventory.add(f"{person} says so.", author=person, received="2026-11-20", because=came)
    kim.cycle(C).inventory.withdraw(11)
    otto.cycle(C).inventory.withdraw(13)


def _review(scene: Scene) -> None:
    """Everything that can be handed in, by many."""
    scene.suggest("piet", quote="homes", replace="affordable homes", why="Nobody can pay for the rest.")
    scene.suggest("kim", quote="trees", replace="fruit trees")
    scene.seat("lea").cycle(C).suggestions.tip("waiting list", "How long is it?")
    scene.suggest("kit", quote="homes", replace="cheap homes")
    scene.seat("joe").cycle(C).suggestions.add_quote("It is public", "All may read it", for_=2)
    for person, put_in in (("mia", "students"), ("noor", "nurses")):
        scene.hand_in(person, "- people who lost their home\n", f"- people who lost their home\n- {put_in}\n")
    scene.suggest("otto", quote="children", replace="many children", why="Otto has many.")
    scene.suggest("otto", quote="keeps", replace="should keep")
    scene.suggest("kim", quote="waiting list", replace="queue")
    scene.seat("kim").cycle(C).suggestions.withdraw(10)
    scene.suggest("joe", quote="families", replace="households")
    scene.seat("mia").cycle(C).suggestions.tip("Who comes first", "Who does?")
    scene.hand_in("zoe", TEXT.split("\n", 2)[2].replace("every street", "each street"), "Build nothing at all, nowhere, never again.\n")


def _for_others(scene: Scene) -> None:
    """What came on paper, in time and too late, and a folder."""
    for person, quote in (("ria", "each street"), ("otto", "homes"), ("rob", "Who")):
        scene.anna.cycle(C).suggestions.add_quote(
            quote, f"{quote} of {person}", author=person, received="2026-11-20", because=f"by letter of {person}"
        )
    text = scene.outsider.cycle(C).draft.show().text
    scene.anna.cycle(C).suggestions.import_([Handed("sam", text.replace("The town", "The city"))], received="2026-11-21", because="A form.")


def _late(scene: Scene) -> None:
    """What lay under the mat while the review ran."""
    for person in ("ria", "uma"):
        scene.anna.cycle(C).suggestions.tip("waiting", f"{person} waits.", author=person, late=True, because="It lay under the mat.")


def _decide(scene: Scene) -> None:
    """Every outcome there is."""
    decide = scene.bea.cycle(C).decisions
    decide.set([1], "adopted")
    decide.set([2], "adapted", text="trees that bear fruit", because="Plainer.")
    decide.set([3], "noted", because="Nine years.")
    decide.set([4], "covered", because="See 1.", covered_by=1)
    decide.set([5], "adopted", at="It is public", because="Here.")
    decide.set([6, 7], "adopted", together=True)
    decide.set([12], "noted", because="They do.")
    decide.publish()
    decide.set([13], "rejected", because="We build.")


def _anew(scene: Scene) -> None:
    """What was public is taken back, and somebody hands in an older version, edited, in place of what they said before."""
    for number, why in ((3, "We asked again."), (12, "It is another matter.")):
        scene.bea.cycle(C).decisions.undo(number, why)
    older = scene.outsider.cycle(C).draft.show(2).text
    made = scene.seat("piet").cycle(C).suggestions.add(older.replace("The town", "The village"), base=2, replace=True, why="Smaller.")
    assert [one.edited_from for one in made.suggestions] == [2]
    assert made.replaced


def _put_together(scene: Scene) -> None:
    """Two wishes for one sentence, settled by a text that has something of both."""
    text = scene.outsider.cycle(C).draft.show().text
    for person, verb, more in (("mia", "want", "We hope"), ("noor", "love", "We wish")):
        sentence = next(line for line in text.splitlines() if line.startswith("We like"))
        wanted = sentence.replace("like", verb) + (" Soon." if person == "mia" else "")
        scene.suggest(person, quote=sentence, replace=wanted if person == "mia" else wanted.replace("street", "lane"), why=f"{more} so.")
    decide = scene.bea.cycle(C)
    place = next(one for one in decide.suggestions.collisions() if one.quote.startswith("We like"))
    number = next(number for number, one in enumerate(place.proposals, 1) if len(one.takes) > 1)
    assert decide.decisions.settle(place.id, proposal=number, because="It has what both want.").adapted


def _to_the_end(scene: Scene) -> None:
    """Everything is answered, the text is final, and a slip in it is put right."""
    anna, bea = scene.anna, scene.bea
    waiting = [one.id for one in bea.cycle(C).suggestions.list(undecided=True)]
    bea.cycle(C).decisions.set(waiting, "rejected", because="We have heard it.")
    bea.cycle(C).decisions.publish()
    anna.cycle(C).move("drafting", because="Everybody was answered.")
    bea.cycle(C).draft.merge()
    anna.cycle(C).move("review", closes="2027-01-30")
    anna.cycle(C).move("final", because="Everybody was answered.")
    anna.cycle(C).draft.correct(scene.outsider.cycle(C).draft.show().text.replace("Homes", "Homes and houses"), "A slip.")


def _elsewhere(scene: Scene) -> None:
    """The cycle after it, and a focus group that ends in a report."""
    scene.anna.cycles.new(NEXT, title="Again", question="And now?", language="en", after=C)
    scene.anna.cycle(NEXT).move("inventory", closes="2026-12-24")
    panel = scene.anna.cycles.new(PANEL, title="Panel", question="What did you hear?", definition="focus-group", language="en")
    cycle = scene.anna.cycle(panel.slug)
    cycle.move("inventory")
    scene.seat("piet").cycle(PANEL).inventory.add("The rent.")
    cycle.move("invitation")
    scene.bea.invitations.accept(cycle.group.invite("bea", role="drafter", because="Listens well.").token)
    cycle.move("conversation")
    scene.bea.cycle(PANEL).inventory.add("Inside only.")
    scene.bea.cycle(PANEL).inventory.support(1)
    scene.bea.cycle(PANEL).inventory.nudge(1, "And the others?")
    cycle.inventory.nudge(2, "Stay with the question.")
    cycle.inventory.hide(2, "It was no call to order.", nudge="anna")
    cycle.inventory.link(1, 2)
    cycle.topics.add("inner", title="Among us", aim="Hear it.", scope="This.", outcome="A report.")
    cycle.topics.open("inner")
    for report in ("We heard this.", "We heard that."):
        scene.bea.cycle(PANEL).report.save(report)
    cycle.move("final")
