"""The words of the pages: all of them in Dutch, and the catalogue that is read the one that was written."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from plein.engine.cycle import cycles
from plein.engine.record import check
from plein.engine.rows import erased as tombstone
from plein.language import LANGUAGES
from plein.publication import words
from plein.publication.course import SUGGESTED
from plein.publication.speech import Speech
from plein.vocabulary import CONTRIBUTION_KINDS
from plein.workflow import BUILT_IN
from tests.catalogue import CATALOGUES, compiled, messages


def test_every_language_but_the_source_has_a_catalogue() -> None:
    """Else whoever chooses it reads English and wonders."""
    assert {*CATALOGUES, "en"} == set(LANGUAGES)


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    """A half Dutch page is no Dutch page."""
    with CATALOGUES[language].open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    there = {one.id if isinstance(one.id, str) else tuple(one.id): one for one in catalogue if one.id}
    assert set(there) == set(messages())
    assert not catalogue.obsolete
    for one in there.values():
        told = [one.string] if isinstance(one.string, str) else list(one.string)
        asked = [one.id] if isinstance(one.id, str) else list(one.id)
        assert not one.fuzzy, one.id
        assert all(told), one.id
        for source, translation in zip(asked, told, strict=True):
            for what in (r"%\(\w+\)\w", r"</?a[^>]*>", r"\{\w*\}", r"--[a-z]\w*"):
                assert sorted(re.findall(what, source)) == sorted(re.findall(what, translation)), one.id


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_catalogue_that_is_read_is_the_one_that_was_written(language: str) -> None:
    """Else: python -m tests.catalogue"""
    with CATALOGUES[language].with_suffix(".mo").open("rb") as file:
        read = vars(GNUTranslations(file))["_catalog"]
    written = vars(GNUTranslations(BytesIO(compiled(language))))["_catalog"]
    assert {key: told for key, told in read.items() if key} == {key: told for key, told in written.items() if key}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_phase_space_and_act_of_the_built_in_cycles_has_words(language: str) -> None:
    """A page that says new-cycle was written for programmers."""
    speech = Speech(language, "Europe/Amsterdam")
    for definition in BUILT_IN.values():
        for phase in definition.phases:
            assert phase.name in words.PHASES
            assert speech.meaning(phase.name)
            assert speech.space(phase.space) != phase.space


def test_everything_the_record_can_tell_has_words() -> None:
    """The names are taken from the engine itself, so that a new act without words is seen here first."""
    played_back, written = check.ACTS, _written()
    assert {"new-cycle", "accepted", "unlink", "end-host", "open-topic", "erase"} <= played_back
    assert written <= played_back
    assert set(words.ACTS) == played_back | {"closed"}
    for act in words.ACTS:
        assert Speech("nl", "Europe/Amsterdam").act(act) != words.ACTS[act]


def _written() -> set[str]:
    """What the rooms of the engine call their acts: the name they give, or else the act they ask leave for."""
    found: set[str] = set()
    for path in Path(check.__file__).parents[1].rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) in ("self._act", "visit.act", "self._visit.act"):
                named = [one.value for one in call.keywords if one.arg == "name"] or call.args[1:2]
                found |= {
                    one.value for name in named for one in ast.walk(name) if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


def test_what_the_engine_writes_as_a_reason_has_words() -> None:
    """Else a Dutch page would say why somebody is a host in English."""
    written = {vars(cycles)["_BEGAN"], vars(cycles)["_HOSTED"], str(tombstone.ERASED), str(tombstone.WITHDRAWN)}
    assert written == set(words.OWN)


@pytest.mark.parametrize("kinds", [CONTRIBUTION_KINDS, SUGGESTED])
def test_every_kind_can_be_counted(kinds: Collection[str]) -> None:
    """One experience, two experiences."""
    dutch, english = Speech("nl", "Europe/Amsterdam"), Speech("en", "Europe/Amsterdam")
    for kind in kinds:
        assert english.counted({kind: 1}) == f"1 {kind}"
        assert english.counted({kind: 2}) == f"2 {kind}s"
        assert dutch.counted({kind: 3}).startswith("3 ")
    assert english.counted({"second-thought": 2}) == "2 × Second thought"


def test_a_phase_of_an_organisation_s_own_is_shown_by_its_name() -> None:
    """They need not translate before they can publish."""
    assert Speech("nl", "Europe/Amsterdam").phase("second-reading") == "Second reading"


def test_people_are_called_by_what_they_chose() -> None:
    """A tilde means something to the engine, and nothing to readers."""
    speech = Speech("nl", "Europe/Amsterdam")
    assert speech.person("<b>") == "<bdi>&lt;b&gt;</bdi>"
    assert speech.person("~Merel") == "<bdi>Merel</bdi> (pseudoniem)"
    assert speech.person("erased-0123456789abcdef") == "<bdi>iemand van wie de gegevens zijn gewist</bdi>"


def test_pages_need_no_babel() -> None:
    """Reading a catalogue takes the standard library alone."""
    for path in (Path(words.__file__).parent).glob("*.py"):
        names = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert "babel" not in ast.dump(ast.Module(body=list(names), type_ignores=[])), path
