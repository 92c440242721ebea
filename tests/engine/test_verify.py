"""``verify`` finds what was changed behind plein's back, and names it."""

from __future__ import annotations

from typing import Any

import pytest

from plein.documents import digest
from plein.errors import DraftCollides
from plein.store import record
from tests.cycles import TEXT
from tests.engine.conftest import Stage
from tests.engine.scenes import Scene, tamper
from tests.engines import engine_of
from tests.tiers import thorough

C = "housing"


@pytest.fixture
def told(at: Stage) -> Scene:
    """A cycle in which everything happened once: 1 adopted and merged, 2 rejected, 3 noted, 4 adapted; a text aside; a second round."""
    scene = at("processing")
    scene.bea.cycle(C).decisions.set([3], "noted", because="Nine years.")
    scene.bea.cycle(C).draft.merge()
    with pytest.raises(DraftCollides):
        scene.anna.cycle(C).draft.save(TEXT.replace("homes", "huts"), base=1)
    scene.bea.cycle(C).decisions.publish()
    scene.anna.cycle(C).move("review")
    scene.suggest("joe", quote="public", replace="open", why="Plain words.")
    scene.bea.cycle(C).decisions.set([4], "adapted", because="Not quite.", text="there for all")
    assert scene.outsider.verify().damage == ()
    return scene


def _set(table: str, column: str, value: Any, where: str) -> str:
    shown = "NULL" if value is None else f"'{value}'" if isinstance(value, str) else str(value)
    return f"UPDATE plein_{table} SET {column} = {shown} WHERE {where}"


# what was done · how · what verify says
TAMPERED: tuple[tuple[str, str, str], ...] = (
    ("the text of a draft", _set("version", "text", "We build nothing.\n", "number = 1"), "version 1 is damaged"),
    ("the digest of a version", _set("version", "digest", "0" * 64, "number = 1"), "version 1 is damaged"),
    ("the text of a merge", _set("version", "text", "We build nothing.\n", "number = 2"), "version 2 is damaged"),
    ("text and digest of a merge", f"UPDATE plein_version SET text = 'Ha.\n', digest = '{digest('Ha.' + chr(10))}' WHERE number = 2",
     "version 2 is damaged"),
    ("the parts of a merge", _set("version", "parts", "[2]", "number = 2"), "version 2 is damaged: it does not follow"),
    ("parts taken off a merge", _set("version", "parts", None, "number = 2"), "version 2 is damaged"),
    ("parts put on a draft", _set("version", "parts", "[1]", "number = 1"), "version 1 is damaged"),
    ("the base of a merge", _set("version", "base", 2, "number = 2"), "version 2 is damaged"),
    ("a version deleted", "DELETE FROM plein_version WHERE number = 2", "version 2 is missing"),
    ("a version added", "INSERT INTO plein_version (cycle_id, number, author_id, text, digest, at) SELECT cycle_id, 9, author_id, text, "
     "digest, at FROM plein_version WHERE number = 1", "version 9 is not in the record"),
    ("the edits of a suggestion", _set("suggestion", "edits", '[[0, 1, "Ha"]]', "number = 2"), "suggestion 2 is damaged"),
    ("the quote of a suggestion", _set("suggestion", "quote", "bushes", "number = 2"), "suggestion 2 is damaged"),
    ("the wording of a suggestion", _set("suggestion", "replace", "no trees", "number = 2"), "suggestion 2 is damaged"),
    ("the motivation", _set("suggestion", "why", "For money.", "number = 1"), "suggestion 1 is damaged"),
    ("a motivation put in", _set("suggestion", "why", "For money.", "number = 2"), "suggestion 2 is damaged"),
    ("the remark of a tip", _set("suggestion", "why", "Very good!", "number = 3"), "suggestion 3 is damaged"),
    ("the kind of a suggestion", _set("suggestion", "kind", "refinement", "number = 2"), "suggestion 2 is damaged"),
    ("the version of a suggestion", _set("suggestion", "version", 2, "number = 2"), "suggestion 2 is damaged"),
    ("the salt of a suggestion", _set("suggestion", "salt", "pepper", "number = 2"), "suggestion 2 is damaged"),
    ("the author of a suggestion", _set("suggestion", "author_id", 1, "number = 2"), "suggestion 2 is damaged"),
    ("a suggestion made withdrawn", _set("suggestion", "status", "withdrawn", "number = 4"), "suggestion 4 is damaged"),
    ("a suggestion deleted", "DELETE FROM plein_suggestion WHERE number = 2", "suggestion 2 is missing"),
    ("the last suggestion deleted", "DELETE FROM plein_suggestion WHERE number = 4", "suggestion 4 is missing"),
    ("the outcome of a decision", _set("decision", "outcome", "noted", "suggestion = 2"), "the decision on suggestion 2 is damaged"),
    ("the reason of a decision", _set("decision", "because", "We love it.", "suggestion = 2"), "the decision on suggestion 2 is damaged"),
    ("the adapted text", _set("decision", "text", "for members", "suggestion = 4"), "the decision on suggestion 4 is damaged"),
    ("what covers it", _set("decision", "covered_by", 1, "suggestion = 2"), "the decision on suggestion 2 is damaged"),
    ("the order of a decision", _set("decision", "together", 7, "suggestion = 1"), "the decision on suggestion 1 is damaged"),
    ("a decision deleted", "DELETE FROM plein_decision WHERE suggestion = 2", "the decision on suggestion 2 is missing"),
    ("a decision moved", _set("decision", "suggestion", 9, "suggestion = 2"), "the decision on suggestion 9 is damaged"),
    ("a decision made public", _set("decision", "published", "2026-11-23 12:00:00+00:00", "suggestion = 4"), "the decision on suggestion 4"),
    ("a decision made closed", _set("decision", "published", None, "suggestion = 2"), "the decision on suggestion 2"),
    ("a merge that was not", _set("decision", "merged_in", 2, "suggestion = 4"), "the decision on suggestion 4"),
    ("a merge forgotten", _set("decision", "merged_in", None, "suggestion = 1"), "the decision on suggestion 1"),
    ("what was said", _set("contribution", "text", "All is well.", "number = 1"), "contribution 1 is damaged"),
    ("the salt of what was said", _set("contribution", "salt", "pepper", "number = 1"), "contribution 1 is damaged"),
    ("who said it", _set("contribution", "author_id", 1, "number = 1"), "contribution 1 is damaged"),
    ("something hidden by hand", _set("contribution", "hidden_because", "Unwanted.", "number = 1"), "contribution 1"),
    ("a contribution deleted", "DELETE FROM plein_contribution WHERE number = 2", "contribution 2 is missing"),
    ("the body of an entry", "UPDATE plein_entry SET body = replace(body, 'move', 'stay') WHERE number = 2", "entry 2 is damaged"),
    ("the nonce of an entry", _set("entry", "nonce", "pepper", "number = 2"), "entry 2 is damaged"),
    ("the digest of an entry", _set("entry", "digest", "0" * 64, "number = 2"), "entry 2 is damaged"),
    ("the predecessor of an entry", _set("entry", "previous", "0" * 64, "number = 2"), "entry 2 is damaged"),
    ("who did it", _set("entry", "person_id", 2, "number = 2"), "entry 2 is damaged"),
    ("a closed entry opened",
     r"""UPDATE plein_entry SET body = replace(body, '"closed"\:true', '"closed"\:false') WHERE body LIKE '%save-draft%'""",
     "is damaged"),
    ("an entry deleted in the middle", "DELETE FROM plein_entry WHERE number = 5", "entry 5 is damaged: it is missing"),
    ("the first entry deleted", "DELETE FROM plein_entry WHERE number = 1", "entry 1 is damaged: it is missing"),
    ("the last entry deleted", "DELETE FROM plein_entry WHERE number = (SELECT max(number) FROM plein_entry)", "ends too early, or too late"),
    ("the head of the cycle", _set("cycle", "head", "0" * 64, "slug = 'housing'"), "ends too early, or too late"),
    ("no head any more", _set("cycle", "head", "", "slug = 'housing'"), "ends too early, or too late"),
    ("the revision of the cycle", _set("cycle", "revision", 99, "slug = 'housing'"), "housing"),
    ("the phase of the cycle", _set("cycle", "phase", "final", "slug = 'housing'"), "housing"),
    ("the question of the cycle", _set("cycle", "question", "Why?", "slug = 'housing'"), "housing"),
    ("the rules of the cycle", "UPDATE plein_cycle SET definition = replace(CAST(definition AS TEXT), 'Plein66', 'Ours')", "housing"),
    ("a drafter smuggled in", _set("member", "role", "drafter", "number = 4"), "place 4 in the circle"),
    ("a guest who never accepted", _set("member", "status", "accepted", "number = 5"), "place 5 in the circle"),
    ("why somebody was invited", _set("member", "because", "My cousin.", "number = 3"), "place 3 in the circle"),
    ("a text aside", _set("aside", "text", "Ha.\n", "number = 1"), "aside 1"),
    ("a version unpublished", _set("version", "published", None, "number = 1"), "version 1"),
    ("a note on a version", _set("version", "note", "Ha.", "number = 1"), "version 1"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "words"), [pytest.param(*case[1:], id=case[0], marks=thorough if at % 3 else ()) for at, case in enumerate(TAMPERED)]
)
def test_what_was_changed_behind_its_back_is_named(told: Scene, kind: str, statement: str, words: str) -> None:
    """The record is worth something only if nobody can change what it vouches for."""
    if kind == "postgresql" and "definition = " in statement:
        statement = statement.replace("AS TEXT), 'Plein66', 'Ours')", "AS TEXT), 'Plein66', 'Ours')::json")
    assert tamper(told.plein, statement) >= 1

    checked = told.outsider.cycle(C).verify()

    assert checked.damage
    assert checked.damage[0].startswith("housing: ")
    assert words in checked.damage[0]


def test_one_who_forges_the_chain_too_is_found_by_what_it_vouches_for(told: Scene) -> None:
    """Recomputing every digest after a change is easy; the texts then no longer fit."""
    statement = "UPDATE plein_entry SET body = replace(body, 'save-draft', 'support') WHERE body LIKE '%save-draft%'"
    assert tamper(told.plein, statement) == 1
    from sqlalchemy import text

    with engine_of(told.plein).begin() as connection:
        previous = record.START
        for key, body, nonce in connection.execute(text("SELECT id, body, nonce FROM plein_entry ORDER BY number")).all():
            found = record.chain(previous, record.inner_digest(nonce, body))
            connection.execute(
                text("UPDATE plein_entry SET previous = :p, digest = :d WHERE id = :i"), {"p": previous, "d": found, "i": key}
            )
            previous = found
        connection.execute(text("UPDATE plein_cycle SET head = :h, stirred = :h, stirred_inside = :h"), {"h": previous})

    assert told.outsider.verify().damage[0].endswith("tells what cannot have happened; it was not written by plein")


def test_damage_in_one_cycle_does_not_hide_or_taint_another(told: Scene) -> None:
    """All are checked, and each is named."""
    for slug in ("trees", "roads"):
        told.anna.cycles.new(slug, title=slug, question="Which?")
    tamper(told.plein, "UPDATE plein_cycle SET head = 'x' WHERE slug IN ('housing', 'roads')")

    checked = told.outsider.verify()

    assert checked.cycles == 3
    assert [sentence.split(":")[0] for sentence in checked.damage] == ["housing", "roads"]
    assert told.outsider.cycle("trees").verify().damage == ()


def test_all_damage_is_named_the_first_first(told: Scene) -> None:
    """Whoever mends it wants the whole list."""
    tamper(told.plein, "UPDATE plein_version SET text = 'Ha.' WHERE number = 1")
    tamper(told.plein, "UPDATE plein_suggestion SET quote = 'Ha.' WHERE number = 2")
    tamper(told.plein, "DELETE FROM plein_contribution WHERE number = 1")

    found = " · ".join(told.outsider.verify().damage)

    for words in ("version 1 is damaged", "suggestion 2 is damaged", "contribution 1 is missing"):
        assert words in found


def test_a_sound_record_counts_its_entries(told: Scene) -> None:
    """``ok: N entries`` is a number that staff compare."""
    checked = told.outsider.verify()

    assert (checked.damage, checked.cycles, checked.entries) == ((), 1, len(told.outsider.cycle(C).log()))
