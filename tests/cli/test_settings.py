"""``plein.toml``: what an organisation sets for itself reaches every command, and what is wrong in it is said at once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from plein import Organisation
from plein.limits import LIMITS, SETTABLE
from plein.organisation import RELATIONS, Avoid, Weights
from tests.cli.conftest import At, Cli, refused
from tests.cli.test_importing import Unchanged

TENANTS = "[relations]\ntenant = true\nneighbour = false\n"


def test_every_example_in_a_new_file_can_be_used_as_it_stands(call: Cli, tmp_path: Path) -> None:
    """Whoever takes the # away has a setting that works; with all of them, plein's own are there."""
    assert call("init", db=None).code == 0
    written = (tmp_path / "plein.toml").read_text(encoding="utf-8")
    assert Organisation.from_data(tomllib.loads(written)) == Organisation()

    head, examples = written.split("plein has it.\n")
    made = Organisation.from_data(tomllib.loads(head + re.sub(r"(?m)^# ", "", examples)))

    assert (made.language, made.group_size, made.invitation_days, made.weights) == ("nl", 12, 21, Weights())
    assert made.relations.items() <= RELATIONS.items()
    assert made.terms == {"nl": {"bijdrage": "inbreng"}, "en": {"contribution": "input"}}
    assert made.avoid == (Avoid("stakeholder", "betrokkene", "Niemand noemt zichzelf zo."),)
    assert all(one in examples for one in Weights.__slots__)
    assert made.limits == {name: LIMITS[name].most for name in SETTABLE}


def test_the_relations_of_the_file_are_those_there_are(call: Cli, at: At, database: Path) -> None:
    """On entering a person, by hand and by file."""
    at("inventory")
    (database.parent / "plein.toml").write_text(TENANTS)

    assert call("person", "add", "piet", "--relation", "tenant", "--json").json()["inside"] is True
    refused(call("person", "add", "piet", "--relation", "member"), 2, "tenant, neighbour")
    refused(call("person", "import", "-", stdin="person,relation\npiet,member\n"), 2, "tenant, neighbour")


def test_settings_stand_beside_the_database_that_was_named(call: Cli, at: At, database: Path, tmp_path: Path) -> None:
    """Whoever works from elsewhere works by the same rules; those of that database, not of the folder one is in."""
    at("inventory")
    (database.parent / "plein.toml").write_text(TENANTS)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "plein.toml").write_text("[relations]\nuncle = true\n")

    refused(call("person", "add", "piet", "--relation", "uncle", cwd=elsewhere), 2, "tenant, neighbour")


def test_settings_of_this_folder_serve_where_the_database_has_none(call: Cli, at: At, database: Path, tmp_path: Path) -> None:
    """A database on a server has no folder."""
    moved = tmp_path / "far" / "plein.db"
    moved.parent.mkdir()
    at("inventory").rename(moved)
    office = tmp_path / "office"
    office.mkdir()
    (office / "plein.toml").write_text(TENANTS)

    assert call("person", "add", "piet", "--relation", "tenant", db=moved, cwd=office).code == 0


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("[relation]\nmember = true\n", ("relation: is not known here", "relations")),
        ("[relations]\nmember = 1\n", ("relations.member: true for inside, false for outside, not 1",)),
        ("[relations]\n' x' = true\n", ("a name without blanks",)),
        ("relations = 3\n", ("relations: is a table; write it under [relations]",)),
        ("language = 'fy'\n", ("language: choose one of en, nl", "not fy")),
        ("language = ['nl']\n", ("language:",)),
        ("[group]\nsize = 0\n", ("group.size: a whole number from 1 to 1000, not 0",)),
        ("[group]\nsize = true\n", ("group.size",)),
        ("[group]\nsize = 7.5\n", ("group.size",)),
        ("[group]\ninvitation_days = 99999999999\n", ("group.invitation_days",)),
        ("[group]\nsise = 7\n", ("group.sise: is not known here; there are: size, invitation_days",)),
        ("[weights]\nnovelty = -1\n", ("weights.novelty: a number from 0 to 1000, not -1",)),
        ("[weights]\nnovelty = nan\n", ("weights.novelty",)),
        ("[weights]\nnovelty = inf\n", ("weights.novelty",)),
        ("[weights]\nusual = 1.5\n", ("weights.usual: a number from 0 to 1, not 1.5",)),
        ("[weights]\nlikes = 5\n", ("weights.likes: is not known here", "novelty")),
        ("[limits]\nmotivation = 0\n", ("limits.motivation: a whole number from 1 to 2000000, not 0",)),
        ("[limits]\nmotivation = 2_000_001\n", ("limits.motivation",)),
        ("[limits]\nmotivation = '5'\n", ("limits.motivation",)),
        ("[limits]\nmotivaton = 5\n", ("limits.motivaton: is not known here; there are: text, title,",)),
        ("[limits]\nperson = 500\n", ("limits.person: is not known here",)),
        ("limits = 5\n", ("limits: is a table; write it under [limits]",)),
        ("[terms]\nnl = 3\n", ("terms.nl: one term a line",)),
        ("[terms.nl]\nbijdrage = ''\n", ("terms.nl",)),
        ("[terms.fr]\na = 'b'\n", ("terms.fr: is not known here; there are: en, nl",)),
        ("avoid = 'x'\n", ("avoid: each word is a table of its own, under [[avoid]]",)),
        ("[[avoid]]\nbetter = 'x'\n", ("avoid 1: name the word",)),
        ("[[avoid]]\nword = 'a'\n[[avoid]]\nword = 'b'\nbeter = 'x'\n", ("avoid 2: beter: is not known here",)),
        ("[[avoid]]\nword = 'a'\nbecause = 3\n", ("avoid 1: because: words between quotes, not 3",)),
        ("database = 3\n", ("database: a name between quotes, not 3",)),
        ("templates = []\n", ("templates: a name between quotes",)),
        ("[group]\nsize = 0\nsise = 1\n[weights]\nusual = 2\n", ("3 mistakes", "group.size", "group.sise", "weights.usual")),
        ("group = \n", ("cannot be read",)),
    ],
)
def test_what_is_wrong_in_the_file_is_said_with_what_would_be_right(
    call: Cli, at: At, database: Path, toml: str, words: tuple[str, ...]
) -> None:
    """All of it at once, and before anything is done; also where the database was named."""
    at("inventory")
    (database.parent / "plein.toml").write_text(toml)

    refused(call("person", "add", "piet"), 2, "plein.toml", *words)


def test_a_file_that_is_no_text_is_said_to_be_so(call: Cli, at: At, database: Path) -> None:
    """Not a mistake of plein's."""
    at("inventory")
    (database.parent / "plein.toml").write_bytes(b"\xff\xfe\x00")

    refused(call("status"), 2, "cannot be read")


def test_how_long_a_motivation_may_be_the_organisation_sets(call: Cli, at: At, unchanged: Unchanged, database: Path) -> None:
    """What is longer is refused with where that is set, and nothing of it is kept; also in what comes in as files."""
    at("review")
    (database.parent / "plein.toml").write_text("[limits]\nmotivation = 12\n")
    (database.parent / "letters").mkdir()
    (database.parent / "letters" / "joe.md").write_text("# Housing\n")
    (database.parent / "letters" / "joe.why.txt").write_text("Because it is shorter so.")
    suggest = ("suggestion", "add", "housing", "--quote", "waiting list", "--replace", "queue", "--why")

    told = (
        "The motivation has 25 characters; at most 12 are taken. Shorten it, or let more be taken: motivation under [limits] in plein.toml"
    )
    with unchanged():
        refused(call(*suggest, "Because it is shorter so."), 2, told)
        refused(call("suggestion", "import", "housing", "letters"), 2, f"joe.md: {told}")
    assert call(*suggest, "It is short.").code == 0


def test_the_setting_keeps_its_name_whatever_the_organisation_calls_what_goes_in(call: Cli, at: At, database: Path) -> None:
    """Else people are sent to a setting that is not there."""
    at("inventory")
    (database.parent / "plein.toml").write_text('[terms.en]\ncontribution = "voice"\n[limits]\ncontribution = 5\n')

    refused(
        call("inventory", "add", "housing", "More trees."), 2, "The voice has 11 characters", "contribution under [limits] in plein.toml"
    )
