"""The words of the pages: all of them in Dutch, and the catalogue that is read the one that was written."""

from __future__ import annotations

import ast
import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from plein.publication import words
from plein.publication.speech import Speech
from plein.workflow import ACTS, BUILT_IN
from tests.publication.catalogue import PO, compiled, messages


def test_every_message_is_translated_and_none_is_left_over() -> None:
    """A half Dutch page is no Dutch page."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="nl", abort_invalid=True)
    there = {one.id if isinstance(one.id, str) else tuple(one.id): one for one in catalogue if one.id}
    assert set(there) == set(messages())
    assert not catalogue.obsolete
    for one in there.values():
        told = [one.string] if isinstance(one.string, str) else list(one.string)
        asked = [one.id] if isinstance(one.id, str) else list(one.id)
        assert not one.fuzzy, one.id
        assert all(told), one.id
        for source, translation in zip(asked, told, strict=True):
            for what in (r"%\(\w+\)\w", r"</?a[^>]*>"):
                assert sorted(re.findall(what, source)) == sorted(re.findall(what, translation)), one.id


def test_the_catalogue_that_is_read_is_the_one_that_was_written() -> None:
    """Else: python -m tests.publication.catalogue"""
    with PO.with_suffix(".mo").open("rb") as file:
        read = vars(GNUTranslations(file))["_catalog"]
    written = vars(GNUTranslations(BytesIO(compiled())))["_catalog"]
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
    recorded = {"new-cycle", "move", "accepted", "declined", "undo-decision", "closed"}
    never = {"read", "see-candidates", "read-drafts", "comment", "answer-invitation"}
    assert recorded | (set(ACTS) - never) <= set(words.ACTS)


def test_a_phase_of_an_organisation_s_own_is_shown_by_its_name() -> None:
    """They need not translate before they can publish."""
    assert Speech("nl", "Europe/Amsterdam").phase("second-reading") == "Second reading"


def test_no_language_falls_back_to_english_and_no_path_leads_out() -> None:
    """The language comes out of a database."""
    assert words.translations("fr").gettext("adopted") == "adopted"
    assert words.translations("../nl").gettext("adopted") == "adopted"
    assert words.translations("nl-BE").gettext("adopted") == "overgenomen"


def test_pages_need_no_babel() -> None:
    """Reading a catalogue takes the standard library alone."""
    for path in (Path(words.__file__).parent).glob("*.py"):
        names = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert "babel" not in ast.dump(ast.Module(body=list(names), type_ignores=[])), path
