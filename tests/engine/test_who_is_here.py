"""Nobody learns who is known here by trying pseudonyms; and nobody takes one that reads like somebody whom everybody can see."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plein import Plein
from plein.errors import PleinError, Unusable
from plein.workflow import loads
from tests.conftest import NOON
from tests.cycles import Housing
from tests.engine.conftest import Stage
from tests.engine.scenes import rows

MEMBERS_ONLY = """\
name = "members-only"
title = "Members only"
start = "talk"

[[phases]]
name = "talk"
space = "closed"
[phases.acts]
read = ["host", "drafter"]
contribute = ["host", "drafter"]
appoint-host = ["host"]

[[phases]]
name = "end"
space = "open"
[phases.acts]
read = ["host", "drafter"]

[[moves]]
from = "talk"
to = "end"
by = ["host"]
"""

"""A cycle that nobody outside may read."""
SECRETS = {
    "rosa": "in the register",
    "Rosa Smit": "how she is called in it",
    "ROSA  SMIT.": "the same, written otherwise",
    "r\u043esa": "the same, with a letter of another script",
    "una": "on a sounding board",
    "sam": "supported something, which is counted and not named",
    "lena": "speaks under a pseudonym",
    "zed": "hosts a cycle that nobody outside may read",
    "wim": "hosts it too",
    "tom": "said something there",
    "Zwerver": "the pseudonym of somebody who said something there",
    "zwerver": "the same, written otherwise",
}
"""Names that an outsider can read nowhere, and where somebody has them all the same."""


def _town(file: Path, empty: Path, called: Callable[[str], str]) -> Plein:
    """A town with somebody in every place that is not public. *called* says by which names."""
    plein = Plein(shutil.copy(empty, file), clock=lambda: NOON)
    town = Housing(plein).inventory()
    rosa, una, sam, lena, zed, wim, tom = map(called, ("rosa", "una", "sam", "lena", "zed", "wim", "tom"))
    town.anna.people.add(rosa, name=called("Rosa Smit"), contact="06 12345678")
    town.anna.people.usual(rosa)
    town.anna.boards.set("harbour", [una, "vic"])
    town.seat(sam).cycle("housing").inventory.support(1)
    town.seat(lena).cycle("housing").inventory.add("Who looks after the children?", pseudonym="Een moeder")
    hidden = town.seat(zed).cycles.new("hidden", title="Hidden", question="Which?", definition=loads(MEMBERS_ONLY, "members.toml"))
    town.seat(zed).cycle(hidden.slug).group.host(wim, "Knows the harbour.")
    town.seat(zed).cycle(hidden.slug).group.host(tom, "Knows the quays.")
    town.seat(tom).cycle(hidden.slug).inventory.add("They do not listen.", pseudonym=called("Zwerver"))
    return plein


def _tried(plein: Plein, name: str) -> str:
    """Everything an outsider gets to see of one try."""
    housing = plein.acting_as("stranger").cycle("housing")
    try:
        told = repr(housing.inventory.add("I wonder.", pseudonym=name))
    except PleinError as refusal:
        told = repr(refusal)
    log = [(entry.act, entry.by, entry.body and sorted(entry.body)) for entry in housing.log()]
    return f"{told}\n{housing.inventory.list()}\n{log}\n{housing.status()}"


@pytest.mark.parametrize("name", SECRETS)
def test_a_name_that_somebody_has_in_secret_is_answered_as_one_that_nobody_has(tmp_path: Path, empty_file: Path, name: str) -> None:
    """To the byte, whether they are there or not: else whoever tries names learns who is."""
    with_them = _town(tmp_path / "with.db", empty_file, lambda secret: secret)
    without = _town(tmp_path / "without.db", empty_file, lambda secret: f"q {secret} q")

    with with_them, without:
        answer = _tried(with_them, name)
        assert answer.startswith("Contribution(")
        assert answer == _tried(without, name)


def test_what_was_compared_is_there_and_not_for_a_stranger(tmp_path: Path, empty_file: Path) -> None:
    """Else the test above compared nothing."""
    with _town(tmp_path / "with.db", empty_file, lambda secret: secret) as plein:
        wim = plein.acting_as("wim")
        assert [one.author for one in wim.cycle("hidden").inventory.list()] == ["~Zwerver@hidden"]
        assert {"rosa", "una", "sam", "lena", "zed", "wim", "tom"} <= {one.person for one in wim.people.list()}
        with pytest.raises(PleinError, match="There is no cycle"):
            plein.acting_as("stranger").cycle("hidden").show()


@pytest.fixture
def town(housing: Housing) -> Housing:
    return housing.inventory()


def test_a_pseudonym_from_behind_closed_doors_is_free_outside(at: Stage) -> None:
    """That somebody speaks as Fox in the closed conversation is nobody's business outside; and the two never meet in one name."""
    panel = at("panel")
    inside = panel.bea.cycle("housing").inventory.add("They do not listen.", pseudonym="Fox")
    panel.seat("zoe").cycles.new("trees", title="Trees", question="Which?")
    panel.seat("zoe").cycle("trees").move("inventory")

    outside = panel.seat("stranger").cycle("trees").inventory.add("Oaks.", pseudonym="fox")

    assert (inside.author, outside.author) == ("~Fox@housing", "~fox")
    assert panel.anna.cycle("housing").inventory.show(inside.id).behind == "bea"
    assert panel.bea.cycle("housing").inventory.add("Still not.", pseudonym="fox").author == "~Fox@housing"
    with pytest.raises(Unusable, match="not free"):
        panel.anna.cycle("housing").inventory.add("Nor do I.", pseudonym="FOX")
    assert panel.anna.verify().damage == ()


def test_ones_own_pseudonym_from_outside_is_another_one_inside(at: Stage) -> None:
    """Else the circle would know who said what in the open; and nobody else takes it there either."""
    panel = at("panel")
    panel.seat("zoe").cycles.new("trees", title="Trees", question="Which?")
    panel.seat("zoe").cycle("trees").move("inventory")
    assert panel.bea.cycle("trees").inventory.add("Oaks.", pseudonym="Fox").author == "~Fox"

    with pytest.raises(Unusable, match="not free"):
        panel.anna.cycle("housing").inventory.add("I am the one.", pseudonym="fox")
    assert panel.bea.cycle("housing").inventory.add("Here too.", pseudonym="Fox").author == "~Fox@housing"


@pytest.mark.parametrize(
    "name",
    ["anna", "bea", "piet", "hugo", "Piet.", "p\u0456et", "ＰＩＥＴ", "pi\u0117t", "adam", "dora", "lea"],
)
def test_nobody_poses_as_somebody_whom_everybody_can_see(at: Stage, name: str) -> None:
    """Authors, hosts, members of the circle, those who are invited to it: anybody can read who they are, so the refusal tells nothing."""
    scene = at("review")
    scene.seat("zoe").cycles.new("trees", title="Trees", question="Which?")
    scene.seat("zoe").cycle("trees").move("inventory")
    before = rows(scene.plein)

    with pytest.raises(Unusable) as refusal:
        scene.seat("stranger").cycle("trees").inventory.add("It is me.", pseudonym=name)

    assert str(refusal.value) == "That pseudonym is not free; choose another."
    assert rows(scene.plein) == before


@pytest.mark.parametrize("name", ["lena", "LENA", "l\u0435na", "Lena Vos", "lena  vos!"])
def test_ones_own_id_and_name_are_no_pseudonym(town: Housing, name: str) -> None:
    """It would undo what it is for; and what is one's own, one knows."""
    town.anna.people.add("lena", name="Lena Vos")

    with pytest.raises(Unusable, match="not free"):
        town.seat("lena").cycle("housing").inventory.add("I am she.", pseudonym=name)


def test_a_pseudonym_reads_like_no_other(town: Housing) -> None:
    """Somebody speaks under it already, and everybody reads what they say."""
    town.seat("lena").cycle("housing").inventory.add("Who looks after the children?", pseudonym="De Wandelaar")

    for name in ("de wandelaar", "De\u00a0Wandelaar", "De W\u0430ndelaar", "DE-WANDELAAR", "De Wandeláar", "~De Wandelaar"):
        with pytest.raises(Unusable, match="not free"):
            town.seat("kim").cycle("housing").inventory.add("I am the walker.", pseudonym=name)


@pytest.mark.parametrize("name", ["Fox@housing", "@", "\u3164", "\ufe0f", "😀"])
def test_what_has_no_letters_or_names_a_cycle_is_no_pseudonym(town: Housing, name: str) -> None:
    """The sign before a cycle's name is plein's own; and a name that shows nothing is none."""
    with pytest.raises(Unusable, match="cannot be a pseudonym"):
        town.seat("kim").cycle("housing").inventory.add("Hello.", pseudonym=name)
