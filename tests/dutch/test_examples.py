"""The Dutch examples of the help run as they are printed, each where it belongs on the way of a cycle."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plein.commands.translating import paragraphs_of
from plein.language import Language
from tests.dutch.conftest import Player
from tests.dutch.played import CONCEPT
from tests.dutch.test_played import commands
from tests.tiers import thorough

SECOND = CONCEPT.replace("elke straat", "iedere straat")
THIRD = SECOND.replace("openbaar", "voor iedereen")
FILES = {
    "concept.md": CONCEPT,
    "tweede.md": SECOND,
    "verbeterd.md": THIRD.replace("woningen", "goede woningen"),
    "ingeleverd/fay.md": SECOND.replace("bomen", "hoge bomen"),
    "brieven.csv": "author,text\nsam,Meer groen.\n",
    "mensen.csv": "person,relation\nsam,lid\n",
    "brief.md": "Beste mensen.\n",
}
WAY = """
> init wonen
init
> --as anna cycle new wonen --title "Wonen" --question "Wat moet er anders met wonen?"
> --as anna person add piet --name "Piet Jansen" --relation oud-lid
> --as anna person import mensen.csv --dry-run
--as anna person add karel
> --as anna person usual karel
> --as anna board set haven jan kit lou
> --as anna topic add wonen haven --title "De oude haven" --aim "Horen wie daar wil wonen."
> --as anna topic change wonen haven --scope "De kades, niet de brug." --outcome "De werkgroep geeft op elk idee antwoord."
> --as anna topic open wonen haven
> --as anna words avoid wonen "stakeholder*" --better "betrokkenen"
> --as anna words check wonen
> words check brief.md
> --as anna group host wonen mo --because "Kent de haven, en iedereen daar."
> cycle rules plein66 --toml > eigen.toml
> --as anna cycle change wonen --definition eigen.toml --because "Na de consultatie komt een stemming van de leden."
> --as anna cycle promise wonen "Om de twee jaar vragen wij het opnieuw."
--as anna cycle move wonen inventarisatie --closes 2026-12-10 --ask "Wat vindt u?"
> --as anna cycle extend wonen --closes 2026-12-24 --because "De post kwam laat."
> --as piet inventory add wonen "Mijn zoon wacht al negen jaar." --kind ervaring
> --as anna inventory add wonen "Mijn handen trillen." --author ria --received 2026-11-20 --because "per brief"
--as job inventory add wonen "Drie."
--as job inventory add wonen "Vier."
--as job inventory add wonen "Vijf."
--as job inventory add wonen "Zes."
--as job inventory add wonen "Zeven."
--as job inventory add wonen "Acht."
--as job inventory add wonen "Negen."
--as job inventory add wonen "Tien."
--as job inventory add wonen "Elf."
--as job inventory add wonen "Twaalf."
--as kim inventory nudge wonen 3 --because "Wie heeft daar wat aan?"
> --as anna inventory hide wonen 3 --nudge kim --because "Hier wordt iemand uitgescholden."
--as anna inventory hide wonen 4 --because "Er staat een adres in."
> --as anna inventory unhide wonen 4 --because "Het adres is eruit gehaald."
> --as kim inventory link wonen 3 12
> --as piet inventory change wonen 1 "Mijn zoon wacht al tien jaar."
> --as anna inventory import wonen brieven.csv --dry-run
> --as anna topic close wonen haven
> --as anna group candidates wonen --top 5
--as anna cycle move wonen uitnodiging --because "Iedereen kwam aan het woord."
> --as anna group invite wonen piet --role schrijver --because "Kent de wachtlijst van binnenuit." --for 1
--as piet group accept $TOKEN
--as anna group invite wonen bea --role schrijver --because "Schrijft goed."
--as bea group accept $TOKEN
> --as anna group board wonen haven --because "Zij werken daar." --topic "De haven" --until 2026-12-18
--as anna cycle move wonen schrijffase
> --as bea draft save wonen concept.md --note "Tweede hoofdstuk korter." --for 3 --for 12
--as bea draft save wonen tweede.md
> --as bea comment add wonen "Mogen wij dit wel toezeggen?" --paragraph 2
> --as anna cycle move wonen consultatie --closes 2026-12-18 --ask "Bedoelde u dit?"
> draft diff wonen 1 2
> --as piet suggestion add wonen --quote "woningen" --replace "betaalbare woningen" --why "Anders kan niemand ze betalen."
> --as anna suggestion add wonen --quote "woningen" --replace "huizen" --author ria --because "per brief"
--as cas suggestion add wonen --quote bomen --replace struiken
--as piet suggestion add wonen --quote wachtlijst --replace rij
--as fen suggestion add wonen --quote wachtlijst --replace rij
--as gus suggestion add wonen --quote wachtlijst --replace rij
--as hal suggestion add wonen --quote wachtlijst --replace rij
--as ivo suggestion add wonen --quote wachtlijst --replace rij
--as jet suggestion add wonen --quote wachtlijst --replace rij
--as koe suggestion add wonen --quote wachtlijst --replace rij
--as lea suggestion add wonen --quote wachtlijst --replace rij
--as max suggestion add wonen --quote bomen --replace eiken
--as nel suggestion add wonen --quote openbaar --replace "voor iedereen"
--as oda suggestion add wonen --quote gezinnen --replace ouders
--as pam suggestion add wonen --quote gemeente --replace stad
> --as piet suggestion change wonen 4 --replace "betaalbare woningen" --why "Gewone woorden."
> --as anna suggestion import wonen ingeleverd/ --dry-run
--as anna cycle move wonen schrijffase --because "Iedereen kwam aan het woord."
> --as bea decision settle wonen 3 --adopt 12 --because "Zo staat het er het kortst."
> --as bea decision undo wonen 12 --because "Wij hadden het verkeerd gelezen."
--as bea decision undo wonen 3
> --as bea decision settle wonen 3 --proposal 1 --because "Hier staat wat beiden willen."
--as bea decision set wonen 3 --reject --because "Dat staat er al."
> --as bea decision set wonen 12 15 --reject --because "Daar gaan wij niet over."
--as bea decision set wonen 1 2 5 6 7 8 9 10 11 14 16 --reject --because "Dat staat er al."
--as bea decision set wonen 13 --adopt
--as bea decision publish wonen
--as bea draft merge wonen
> draft blame wonen --version 3
> publish wonen --to openbaar/
--as anna cycle move wonen eindversie --yes
> --as anna draft correct wonen verbeterd.md --because "In artikel 4 stond het bedrag van vorig jaar."
> --as anna cycle new wonen-2027 --after wonen
> --as piet person export piet --to van-mij.json
> --as piet person erase piet --texts --yes
--as anna cycle new panel --title Panel --question "Welke bomen?" --definition focus-group
--as anna cycle move panel inventarisatie --closes 2026-12-10 --ask "Welke bomen?"
--as kim inventory add panel "Linden."
--as anna cycle move panel uitnodiging --because "Gehoord."
--as anna group invite panel kim --role schrijver --because "Kent bomen."
--as kim group accept $TOKEN
--as anna cycle move panel gesprek
> --as anna report show panel --draft > verslag.md
> --as anna report save panel verslag.md
"""
"""The way, with each example of the help behind a ``>``."""
_REDIRECTED = re.compile(r"(?P<command>.*) > (?P<file>[\w.]+)(?:; daarna, bewerkt: plein (?P<then>.*))?")
APART = ("--as piet inventory withdraw wonen 1",)
"""What cannot stand on the same way: whose contribution is withdrawn is not invited for it."""


def printed() -> list[str]:
    """Every example of the help in Dutch, as it is printed."""
    language = Language("nl")
    told = [language.catalogue.gettext(part) for _, command in commands() for part in paragraphs_of(command.help or "")]
    return [part.removeprefix("Voorbeeld: plein ") for part in told if part.startswith("Voorbeeld: ")]


def test_every_example_of_the_help_is_on_the_way() -> None:
    """None is left that nobody typed."""
    typed = [line.removeprefix("> ") for line in WAY.splitlines() if line.startswith("> ")]

    assert sorted([*typed, *APART]) == sorted(printed())


@thorough
def test_the_examples_run_as_they_are_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever copies one from the help gets no lecture on how it should have been typed."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    player = Player(tmp_path, monkeypatch)

    for line in WAY.strip().splitlines():
        typed = line.removeprefix("> ")
        redirected = _REDIRECTED.fullmatch(typed)
        done = player.type(f"bea: {redirected['command'] if redirected else typed}")  # --as goes before it, where an example has one
        assert done.code == 0, f"$ plein {typed}\n{done.seen}"
        if redirected:
            (tmp_path / redirected["file"]).write_text(_edited(done.seen), encoding="utf-8")
            after = player.type(redirected["then"]) if redirected["then"] else done
            assert after.code == 0, f"$ plein {typed}\n{after.seen}"


@thorough
def test_what_is_withdrawn_is_withdrawn_as_it_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands on no way that goes on with it."""
    player = Player(tmp_path, monkeypatch)
    begun = WAY.partition("--as anna inventory add wonen")[0].splitlines()
    kept = [line.removeprefix("> ") for line in begun if re.search(r"^init$|cycle (new|move)|inventory add", line)]

    for typed in (*kept, *APART):
        done = player.type(typed)
        assert done.code == 0, f"$ plein {typed}\n{done.seen}"


def _edited(text: str) -> str:
    """As somebody may have edited it: the definition is one of their own now, the report has a word more."""
    return text.replace('name = "plein66"', 'name = "eigen"') if "[[phases]]" in text else f"{text}\nEn bedankt.\n"
