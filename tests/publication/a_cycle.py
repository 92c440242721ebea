"""A cycle to make pages of: a small town writes its housing note, in two rounds. Played through the engine, by named people at given moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from plein.engine.inventory.outside import Outside
from plein.engine.plein import Plein

SECRETS = ("GEHEIMEZIN", "GEHEIMENOTITIE", "GEHEIMBESLUIT", "GEHEIMEBIJDRAGE")
"""Words that are closed when the cycle stands in its second drafting phase: in a draft, in a note on one, in a decision that is not
published, in a hidden contribution."""

FIRST = """\
# Wonen in Oosterdam

Onze gemeente groeit. Tot 2035 zijn er **2.400 woningen** nodig.

## Bouwen

- Wij bouwen eerst binnen de bebouwde kom.
- De helft van de nieuwe woningen is betaalbaar.
- Wie bouwt, plant bomen.

## Langer thuis

Ouderen willen graag in hun eigen buurt blijven wonen. Wij maken daarvoor plaats in elke wijk.

| Wijk | Woningen | Klaar |
|------|---------:|-------|
| Haven | 900 | 2029 |
| Noord | 1.500 | 2033 |

Meer lezen? Zie [de woonmonitor](https://example.org/monitor).
"""

SECOND = FIRST.replace("2.400 woningen", "2.600 woningen").replace(
    "- Wie bouwt, plant bomen.\n", "- Wie bouwt, plant drie bomen per woning.\n- Geen woning staat langer dan een half jaar leeg.\n"
)


class Town:
    """The people, and a clock that moves on an hour with every act."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
        self.plein = Plein(folder / "plein.db", clock=self._tick)
        self.plein.upgrade()
        self.anna = self.plein.acting_as("Anna de Wit")
        self.outsider = self.plein.acting_as(None)

    def _tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def later(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)

    def begin(self, language: str = "nl") -> None:
        """The question is put."""
        self.anna.cycles.new(
            "wonen",
            title="Wonen in Oosterdam",
            question="Hoe willen wij in 2035 wonen, en wat moet de gemeente daarvoor doen?",
            language=language,
        )

    def hold_inventory(self) -> None:
        """Views come in, one of them out of line."""
        self.anna.cycle("wonen").move("inventory", closes="2026-03-31", ask="Wat gaat er mis met wonen in uw buurt? En wat gaat er goed?")
        say = self.plein.acting_as
        say("Piet Jansen").cycle("wonen").inventory.add(
            "Mijn kinderen vinden hier geen huis.\nZij zijn naar de stad vertrokken.", kind="experience", topic="Betaalbaar"
        )
        say("Samira").cycle("wonen").inventory.add(
            "Bouw boven de winkels: daar staan hele verdiepingen leeg.", kind="idea", topic="Leegstand"
        )
        say("Kees").cycle("wonen").inventory.add("Wie gaat dat betalen?", kind="question", reply_to=2)
        say("Samira").cycle("wonen").inventory.add("De eigenaren, en de gemeente legt iets bij.", reply_to=3)
        say("Trol").cycle("wonen").inventory.add("GEHEIMEBIJDRAGE: jullie zijn allemaal gek.")
        say("Mw. Bakker").cycle("wonen").inventory.add("Ik wil oud worden in mijn eigen straat.", kind="position", topic="Ouderen")
        for person in ("Kees", "Mw. Bakker", "Piet Jansen"):
            say(person).cycle("wonen").inventory.support(2)
        say("Kees").cycle("wonen").inventory.nudge(5, "Zo praten wij hier niet met elkaar.")
        say("Piet Jansen").cycle("wonen").inventory.nudge(3, "Iets vriendelijker mag ook.")
        self.anna.cycle("wonen").inventory.hide(5, "Scheldt mensen uit.")
        self.anna.cycle("wonen").inventory.import_(
            [
                Outside(
                    "In Noord staat een heel blok leeg.",
                    "De Oosterdammer",
                    "opinion",
                    "Leegstand",
                    "2026-02-14",
                    "Krant",
                    "https://example.org/krant",
                )
            ],
        )
        self.later(30)

    def form_group(self) -> None:
        """Some are invited for what they said; one declines."""
        self.anna.cycle("wonen").move("invitation")
        samira = self.anna.cycle("wonen").group.invite("Samira", role="drafter", because="Ziet ruimte die niemand anders zag.", for_=2)
        piet = self.anna.cycle("wonen").group.invite("Piet Jansen", role="drafter", because="Weet wat jonge gezinnen nodig hebben.", for_=1)
        kees = self.anna.cycle("wonen").group.invite("Kees", role="drafter", because="Stelt de lastige vragen.", for_=3)
        expert = self.anna.cycle("wonen").group.invite(
            "Dr. Visser", role="adviser", because="Rekent aan woningbouw.", topic="Kosten", until="2026-12-31"
        )
        self.anna.cycle("wonen").group.invite("Mw. Bakker", role="drafter", because="Spreekt voor ouderen.", for_=6)
        for who, invitation in (("Samira", samira), ("Piet Jansen", piet), ("Dr. Visser", expert)):
            self.plein.acting_as(who).invitations.accept(invitation.token)
        self.plein.acting_as("Kees").invitations.decline(kees.token)

    def first_round(self) -> None:
        """A version is written, read by everyone, and comes back with suggestions of every sort."""
        self.anna.cycle("wonen").move("drafting")
        samira = self.plein.acting_as("Samira")
        samira.cycle("wonen").draft.save(FIRST.replace("Onze gemeente groeit", "GEHEIMEZIN"), note="GEHEIMENOTITIE")
        samira.cycle("wonen").draft.save(FIRST, note="GEHEIMENOTITIE")
        self.later(20)
        self.anna.cycle("wonen").move("review", closes="2026-05-15T17:00", ask="Lees de eerste versie. Wat klopt niet, en wat mist u?")
        say = self.plein.acting_as
        say("Kees").cycle("wonen").suggestions.add_quote("2.400 woningen", "2.600 woningen", why="De provincie rekent met meer.")
        say("Mw. Bakker").cycle("wonen").suggestions.add_quote("2.400 woningen", "2.600 woningen", why="Zie het rapport van de provincie.")
        say("Bouwbedrijf Vos").cycle("wonen").suggestions.add_quote("2.400 woningen", "1.800 woningen", why="Meer kunnen wij niet bouwen.")
        say("Noor").cycle("wonen").suggestions.add_quote(
            "plant bomen", "plant tien bomen per woning", why="Het wordt te heet in de wijken."
        )
        say("Noor").cycle("wonen").suggestions.add(
            FIRST.replace("- Wie bouwt, plant bomen.\n", "- Wie bouwt, plant bomen.\n- Geen woning staat langer dan een half jaar leeg.\n"),
            replace=False,
        )
        say("Ali").cycle("wonen").suggestions.tip("Wij maken daarvoor plaats in elke wijk.", "Vraag het ook aan de huisartsen.")
        say("Kees").cycle("wonen").suggestions.add_quote("graag in", "het liefst in", kind="refinement")
        say("Kees").cycle("wonen").suggestions.withdraw(7)
        say("Ali").cycle("wonen").suggestions.add_quote("De helft van de nieuwe woningen is betaalbaar.", "", why="Dat hoort bij het Rijk.")
        say("De Herschrijver").cycle("wonen").suggestions.add(
            "# Iets heel anders\n\nWij doen niets.\n\n- Niets\n- Nog minder\n\nKlaar is Kees.\n", why="Alles kan korter."
        )
        self.later(20)
        self.anna.cycle("wonen").move("drafting", because="De termijn is voorbij; de werkgroep verwerkt wat er binnenkwam.")

    def answer(self) -> None:
        """The group decides on nearly all, and publishes that; one decision stays inside."""
        samira = self.plein.acting_as("Samira")
        samira.cycle("wonen").decisions.set([1], "adopted")
        samira.cycle("wonen").decisions.set([2], "covered", because="Dit is hetzelfde voorstel.", covered_by=1)
        samira.cycle("wonen").decisions.set([3], "rejected", because="Het onderzoek van de provincie laat zien dat er meer nodig zijn.")
        samira.cycle("wonen").decisions.set([4], "adapted", because="Tien per woning past niet overal.", text="plant drie bomen per woning")
        samira.cycle("wonen").decisions.set([6], "noted", because="Wij vragen het de huisartsen voor de volgende ronde.")
        samira.cycle("wonen").decisions.publish()
        samira.cycle("wonen").decisions.set([8], "rejected", because="GEHEIMBESLUIT")

    def second_round(self) -> None:
        """The next version goes out."""
        samira = self.plein.acting_as("Samira")
        samira.cycle("wonen").decisions.set([5], "adopted", because="Leegstand is zonde.")
        samira.cycle("wonen").decisions.set([9], "rejected", because="Dat is een andere tekst.")
        samira.cycle("wonen").decisions.publish()
        samira.cycle("wonen").draft.merge()
        self.anna.cycle("wonen").move("review", closes="2026-07-01", ask="Herkent u terug wat u heeft gezegd?")
        say = self.plein.acting_as
        say("Noor").cycle("wonen").suggestions.add_quote("drie bomen", "vijf bomen")
        self.later(40)

    def finish(self) -> None:
        """The last suggestion is answered and the text is final."""
        samira = self.plein.acting_as("Samira")
        samira.cycle("wonen").decisions.set([10], "rejected", because="Drie is wat overal past.")
        samira.cycle("wonen").decisions.publish()
        self.anna.cycle("wonen").move("drafting", because="Wie wilde, heeft gereageerd.")
        samira.cycle("wonen").draft.save(self.anna.cycle("wonen").draft.show().text.replace("Onze gemeente groeit.", "Oosterdam groeit."))
        self.anna.cycle("wonen").move("final", because="Alles is beantwoord.")
