"""A whole cycle through the library: from the first question to a final version that everyone was answered on.

    python examples/whole_cycle.py [FILE.db]

A company asks itself how it wants to work from home. Read from top to bottom: everything a person does is one call,
under the command line's word for it.
The database is a new file (a temporary one, if you name none); the dates are those of the story.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from plein import Plein, PleinError
from plein.errors import MoveRefused, NotFound

CYCLE = "working-from-home"

DRAFT = """\
# Working from home

Everyone may work from home two days a week.

## At home

- The company pays for a chair and a screen.
- You can be reached from 8 to 18.

## At the office

Tuesday is the day on which we all meet.
"""


class Story:
    """The calendar of this example. A program of yours leaves the clock out: plein then asks the machine for the time."""

    today = datetime(2026, 9, 1, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.today

    def turn_to(self, month: int, day: int) -> None:
        self.today = datetime(2026, month, day, 9, tzinfo=UTC)


def whole_cycle(file: Path) -> None:
    story = Story()
    with Plein(file, clock=story.now) as plein:
        plein.upgrade()  # makes the tables; repeating it is harmless

        # Everything read or done belongs to somebody. An id is yours to choose: a user name, a staff number, a UUID.
        # From their seat, each finds the cycle under its short name; to name it reads nothing yet.
        vera = plein.acting_as("vera").cycle(CYCLE)  # from personnel, the host
        sam, noor, kofi = (plein.acting_as(name).cycle(CYCLE) for name in ("sam", "noor", "kofi"))
        passer_by = plein.acting_as(None).cycle(CYCLE)  # somebody who only looks

        chapter("1. The question, in the open")
        plein.acting_as("vera").cycles.new(
            CYCLE, title="Working from home", question="What makes working from home work, for you and for us?", language="en"
        )
        vera.move("inventory", closes="2026-09-14", ask="Tell us what goes well and what does not.")
        sam.inventory.add("With two small children I get more done at night than at four o'clock.", kind="experience")
        noor.inventory.add("We should all be in on the same day, or nobody meets anybody.", kind="position")
        kofi.inventory.add("Who pays for my screen?", kind="question")
        kofi.inventory.support(2)
        for item in passer_by.inventory.list():
            print(f"  {item.id} {item.author} ({item.kind}): {item.text} [{item.supports} in support]")

        chapter("2. Who writes: somebody who said something, with the reason")
        story.turn_to(9, 15)
        vera.move("invitation")
        invitation = vera.group.invite("noor", role="drafter", because="Knows what the teams miss most.", for_=2)
        plein.acting_as("noor").invitations.accept(invitation.token)
        for member in passer_by.group.list():  # who is in the circle is public
            print(f"  {member.person}, {member.role}: {member.because}")

        chapter("3. A first version, in the closed circle")
        vera.move("drafting")
        first = noor.draft.save(DRAFT, note="from what people said")
        print(f"  noor saved version {first.number}, sha256 {first.digest[:12]}…")
        try:
            sam.draft.show()
        except NotFound as closed:
            print(f"  To sam it is not there: {closed}")

        chapter("4. The review: everyone reads one frozen version and says what should change")
        vera.move("review", closes="2026-09-30", ask="Is this what you meant?")
        text = sam.draft.show().text
        story.turn_to(9, 20)
        # Hand in the whole text as it should read: each change becomes a suggestion that is answered by itself …
        edited = text.replace("from 8 to 18", "from 10 to 18").replace("a chair and a screen", "a chair, a screen and a lamp")
        handed_in = sam.suggestions.add(edited, why="I work best late, and by lamplight.")
        # … or point at one passage, or leave a remark.
        kofi.suggestions.add_quote("from 8 to 18", "from 9 to 18", why="Our customers call from nine.")
        kofi.suggestions.add_quote("Tuesday is the day", "Thursday is the day", why="Half of my team is at a customer's on Tuesdays.")
        kofi.suggestions.tip("two days a week", "Does this hold for the warehouse too?")
        print(f"  sam handed in one text, which is {len(handed_in.suggestions)} suggestions.")
        for one in vera.suggestions.list():
            print(f"  {one.id} {one.author}: “{one.quote}” → {one.why if one.kind == 'tip' else one.replace}")
        for collision in vera.suggestions.collisions():
            print(f"  {listed(collision.suggestions)} cannot all stand ({collision.kind}): a person has to choose.")

        chapter("5. Every suggestion gets an answer, and a reason")
        story.turn_to(10, 1)
        vera.move("drafting")
        lamp, ten, nine, thursday, warehouse = (one.id for one in noor.suggestions.list(undecided=True))
        noor.decisions.set([lamp], "adopted")
        noor.decisions.set(
            [ten], "adapted", text="- You can be reached from 10 to 15.", because="These five hours meet both wishes half-way."
        )
        noor.decisions.set([nine], "covered", covered_by=ten, because="Answered together with number 2.")
        noor.decisions.set([thursday], "rejected", because="One day for everybody was the wish with most support; Tuesday it is.")
        try:
            vera.move("final")
        except MoveRefused as refusal:  # the same answer, without trying: vera.may_move(CYCLE, "final")
            print(f"  Not yet final: {'; '.join(refusal.reasons)}")
        noor.decisions.set([warehouse], "noted", because="The warehouse has a cycle of its own in the spring.")

        chapter("6. The final version follows from the decisions")
        merged = noor.draft.merge(note="worked in what came back")
        print(f"  noor merged {listed(merged.applied)} into version {merged.version}.")
        noor.decisions.publish()
        vera.move("final", because="Everyone was answered.")
        print("  " + passer_by.draft.show().text.replace("\n", "\n  ").rstrip())
        for decision in passer_by.decisions.list():  # the answers are public now
            print(f"  {decision.suggestion} {decision.outcome}: {decision.because or 'taken over as it was'}")

        chapter("7. Anyone can check it")
        found = passer_by.verify()
        if found.damage:
            raise SystemExit("\n".join(found.damage))
        print(
            f"  The record is whole: {found.entries} entries, each tied to the one before; the merge was made again and gives the same text."
        )


def chapter(title: str) -> None:
    print(f"\n{title}")


def listed(numbers: tuple[int, ...]) -> str:
    return " and ".join(map(str, numbers))


if __name__ == "__main__":
    try:
        if len(sys.argv) > 1:
            whole_cycle(Path(sys.argv[1]))
        else:
            with tempfile.TemporaryDirectory() as folder:
                whole_cycle(Path(folder) / "plein.db")
    except PleinError as refusal:  # every refusal is a sentence for people
        raise SystemExit(str(refusal)) from None
