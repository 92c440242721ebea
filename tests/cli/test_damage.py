"""``plein verify`` after somebody went through the back door: exit code 5, and the first thing that is not what was written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import At, Cli, refused, tamper
from tests.tiers import thorough

# what was done to the file, and what the check must call it
DAMAGE: list[tuple[str, str]] = [
    ("UPDATE plein_version SET text = replace(text, 'homes', 'villas') WHERE number = 1", "version 1"),
    ("UPDATE plein_version SET text = replace(text, 'houses', 'villas') WHERE number = 2", "version 2"),
    ("UPDATE plein_version SET digest = replace(digest, substr(digest, 1, 8), 'deadbeef') WHERE number = 2", "version 2"),
    ("UPDATE plein_version SET parts = '[1, 3]' WHERE number = 2", "version 2"),
    ("DELETE FROM plein_version WHERE number = 2", "version 2"),
    ("UPDATE plein_suggestion SET why = 'Because I say so.' WHERE number = 1", "suggestion 1"),
    ("UPDATE plein_suggestion SET \"replace\" = 'hovels.' WHERE number = 2", "suggestion 2"),
    ("UPDATE plein_suggestion SET quote = 'X' WHERE number = 3", "suggestion 3"),
    ("UPDATE plein_suggestion SET edits = '[[20, 26, \"hovels.\"]]' WHERE number = 2", "suggestion 2"),
    ("UPDATE plein_suggestion SET author_id = (SELECT id FROM plein_person WHERE handle = 'jan') WHERE number = 1", "suggestion 1"),
    ("UPDATE plein_suggestion SET status = 'withdrawn' WHERE number = 2", "suggestion 2"),
    ("DELETE FROM plein_suggestion WHERE number = 2", "suggestion 2"),
    ("UPDATE plein_decision SET because = 'No.' WHERE suggestion = 2", "suggestion 2"),
    ("UPDATE plein_decision SET outcome = 'noted' WHERE suggestion = 2", "suggestion 2"),
    ("UPDATE plein_decision SET published = '2026-11-24 00:00:00' WHERE suggestion = 2", "suggestion 2"),
    ("DELETE FROM plein_decision WHERE suggestion = 2", "suggestion 2"),
    ("UPDATE plein_contribution SET text = 'My son is fine.' WHERE number = 1", "contribution 1"),
    ("UPDATE plein_entry SET body = replace(body, 'inventory', 'invention') WHERE number = 2", "entry 2"),
    ("UPDATE plein_entry SET digest = replace(digest, substr(digest, 1, 8), 'deadbeef') WHERE number = 3", "entry 3"),
    ("DELETE FROM plein_entry WHERE number = 4", "entry 4"),
    ("DELETE FROM plein_entry WHERE number = (SELECT max(number) FROM plein_entry WHERE cycle_id = 1) AND cycle_id = 1", "entry"),
]


@pytest.mark.parametrize(("done", "named"), DAMAGE, ids=[done[:75] for done, _ in DAMAGE])
def test_what_was_changed_behind_pleins_back_is_named(call: Cli, at: At, done: str, named: str) -> None:
    """The record is worth as much as its check: nobody can put words in another's mouth afterwards."""
    path = at("decided")
    tamper(path, done)
    before = path.read_bytes()

    answer = call("verify", as_=None)

    refused(answer, 5, named, "housing")
    assert path.read_bytes() == before
    assert call("verify", "trees", as_=None).out.startswith("ok: ")


def test_a_damaged_entry_is_not_hidden_by_a_later_one(call: Cli, at: At) -> None:
    """The first damage is what one looks at first."""
    path = at("decided")
    tamper(path, "UPDATE plein_entry SET nonce = 'x' WHERE number = 9", "UPDATE plein_entry SET nonce = 'x' WHERE number = 5")

    refused(call("verify"), 5, "entry 5")


def test_damage_as_json_is_alone_on_standard_output(call: Cli, at: At) -> None:
    """A nightly job reads it, and goes by the exit code."""
    path = at("decided")
    tamper(path, "UPDATE plein_suggestion SET why = 'X' WHERE number = 1")

    answer = call("verify", "--json")

    assert answer.code == 5
    assert "suggestion 1" in json.dumps(json.loads(answer.out))


@thorough
def test_the_installed_command_leaves_with_five(run: Cli, at: At) -> None:
    """Once as a process of its own."""
    path = at("decided")
    tamper(path, "UPDATE plein_version SET text = 'Mine.\n' WHERE number = 1")

    refused(run("verify"), 5, "version 1")


def test_a_file_with_holes_in_it_is_called_damaged(call: Cli, at: At) -> None:
    """A disk that fails, a copy that broke off: one line, and what to do."""
    path: Path = at("decided")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))

    refused(call("verify"), (2, 5), path.name)
    refused(call("status"), (2, 5), path.name)
