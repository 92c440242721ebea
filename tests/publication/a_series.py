"""A second cycle to make pages of: the library of a small town asks its readers every year, and ends in a report."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from plein.engine.inventory.outside import Outside
from plein.engine.plein import Plein
from plein.organisation import Organisation

SECRETS = ("GESLOTENONDERWERP", "GESLOTENVERSLAG", "GESLOTENGESPREK", "Joke Smit")
"""Words that are closed while the readers talk on inside: a topic that never opened, the report under work, what was said inside, and who is
behind a pseudonym."""

REPORT = """\
# Wat lezers van ons vragen

Lezers willen **langer** terechtkunnen, en stiller.

- Avonden open
- Een zaal waar niemand belt

> Ik kom na het werk, en dan is alles dicht.
"""


class Library:
    """The people of the library, and a clock that moves on a minute with every act."""

    def __init__(self, folder: Path, organisation: Organisation | None = None) -> None:
        self.now = datetime(2025, 3, 3, 8, 0, tzinfo=UTC)
        self.plein = Plein(folder / "plein.db", clock=self._tick, organisation=organisation)
        self.plein.upgrade()
        self.host = self.plein.acting_as("Marit Hoek")
        self.outsider = self.plein.acting_as(None)

    def _tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def year_before(self) -> None:
        """The first cycle of the series: short, and with a promise."""
        self.host.cycles.new(
            "lezers-2025", title="Lezers aan het woord 2025", question="Wat mist u in de bibliotheek?", definition="focus-group"
        )
        self.host.cycle("lezers-2025").move("inventory")
        self.plein.acting_as("Bram").cycle("lezers-2025").inventory.add("Stoelen bij het raam.", kind="idea")
        self.host.cycle("lezers-2025").promise("Wij vertellen volgend jaar wat er van de stoelen kwam.")
        self.host.cycle("lezers-2025").move("stopped", because="De verbouwing ging voor.")
        self.now += timedelta(days=350)

    def begin(self, language: str = "nl") -> None:
        """The next of the series opens its topics."""
        self.host.cycles.new(
            "lezers-2026",
            title="Lezers aan het woord 2026",
            question="Wanneer bent u graag in de bibliotheek, en waarvoor?",
            after="lezers-2025",
            language=language,
        )
        self.host.cycle("lezers-2026").group.host("Jan de Bibliothecaris", because="Kent het gebouw en de mensen.")
        self.host.cycle("lezers-2026").topics.add(
            "uren",
            title="Openingsuren",
            aim="Weten wanneer u zou willen komen.",
            scope="Alle vestigingen, niet de bus.",
            outcome="De werkgroep leest alles, en antwoordt in het verslag.",
        )
        self.host.cycle("lezers-2026").topics.add(
            "rust",
            title="Rust en rumoer",
            host="Jan de Bibliothecaris",
            aim="Weten waar het schuurt.",
            scope="Alle vestigingen, niet de bus.",
            outcome="De werkgroep leest alles, en antwoordt in het verslag.",
        )
        self.host.cycle("lezers-2026").topics.add("achterkamer", title="GESLOTENONDERWERP", aim="GESLOTENONDERWERP")
        for name in ("uren", "rust"):
            self.host.cycle("lezers-2026").topics.open(name)

    def hold_inventory(self) -> None:
        """Readers talk: about topics and the question, under a pseudonym, linked, called to order, and taken in from elsewhere."""
        self.host.cycle("lezers-2026").move("inventory", closes="2026-04-15", ask="Wanneer zou u willen komen?\nEn wat houdt u tegen?")
        say = self.plein.acting_as
        for person, relation in (("Bram", "customer"), ("Femke", "employee")):
            self.host.people.add(person, relation=relation)
        say("Bram").cycle("lezers-2026").inventory.add("Na het werk is alles dicht.", kind="experience", topic="uren")
        say("Femke").cycle("lezers-2026").inventory.add("Wie bemant de avonden?", kind="question", reply_to=1)
        say("Joke Smit").cycle("lezers-2026").inventory.add("Ik durf er niet te bellen.", topic="rust", pseudonym="Merel")
        say("Bram").cycle("lezers-2026").inventory.add("Ik kom om te lezen.", kind="position")
        say("Sjors").cycle("lezers-2026").inventory.add("Een zaal waar niemand belt.", kind="idea", topic="rust", reply_to=1)
        say("Trol").cycle("lezers-2026").inventory.add("Jullie zijn suf.", topic="rust")
        say("Femke").cycle("lezers-2026").inventory.link(3, 5)
        for person in ("Femke", "Sjors"):
            say(person).cycle("lezers-2026").inventory.support(1)
        say("Sjors").cycle("lezers-2026").inventory.nudge(6, "Dat helpt niet.")
        self.host.cycle("lezers-2026").inventory.hide(6, "Scheldt.")
        self.host.cycle("lezers-2026").inventory.import_(
            [Outside("De avond is voor lezers.", "Lezersblad", "opinion", "uren", "2026-02-01", "Blad", "https://example.org/blad")],
        )
        self.host.cycle("lezers-2026").promise("Wie iets zei, krijgt voor de zomer antwoord.")
        self.now += timedelta(days=20)

    def form_group(self) -> None:
        """One topic closes; a drafter and a sounding board come in, others decline, wait, or hear that they need not come."""
        self.host.cycle("lezers-2026").topics.close("uren")
        self.host.cycle("lezers-2026").move("invitation", because="Wie wilde, heeft iets gezegd.")
        self.host.boards.set("Leesclubs", ["Club Noord", "Club Zuid"])
        bram = self.host.cycle("lezers-2026").group.invite("Bram", role="drafter", because="Weet wat er na zessen gebeurt.", for_=1)
        board = self.host.cycle("lezers-2026").group.board(
            "Leesclubs", because="Lezen elke maand samen.", topic="Stilte", until="2026-12-31"
        )
        self.plein.acting_as("Bram").invitations.accept(bram.token)
        self.plein.acting_as("Club Noord").invitations.accept(board.invitations[0].token)
        self.plein.acting_as("Femke").invitations.decline(
            self.host.cycle("lezers-2026").group.invite("Femke", role="drafter", because="Vraagt door.").token
        )
        self.host.cycle("lezers-2026").group.invite("Sjors", role="drafter", because="Denkt aan rust.", for_=5)
        self.host.cycle("lezers-2026").group.invite("Wim", role="drafter", because="Komt elke dag.")
        self.host.cycle("lezers-2026").group.remove("Wim", because="Is verhuisd.")
        self.host.cycle("lezers-2026").group.invite("Lotte", role="adviser", because="Meet geluid.", expires="2026-04-15")

    def talk_on(self) -> None:
        """What is said inside stays inside, and so does the report under work."""
        self.host.cycle("lezers-2026").move("conversation", ask="Volg hier wat er gebeurt.")
        self.plein.acting_as("Bram").cycle("lezers-2026").inventory.add("GESLOTENGESPREK")
        self.plein.acting_as("Bram").cycle("lezers-2026").report.save("GESLOTENVERSLAG\n")
        self.now += timedelta(days=30)

    def finish(self, report: str = REPORT) -> None:
        """The report is for everyone."""
        self.plein.acting_as("Bram").cycle("lezers-2026").report.save(report)
        self.host.cycle("lezers-2026").move("final", because="Het verslag is klaar.")
