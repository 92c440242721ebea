"""What a table says to people in their language, and a pipe to scripts in none."""

from __future__ import annotations

import sys

import pytest

from plein.commands import ending, show
from plein.language import Language
from plein.sentences import sentence

COLUMNS = ((sentence("status"), "status"), ("¶", "paragraph"), (sentence("published"), "published"), (sentence("closes"), "closes"))
ROW = {"status": "rejected", "paragraph": 2, "published": True, "closes": "2026-11-27T22:59:59+00:00", "timezone": "Europe/Amsterdam"}


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show, "_language", Language("nl"))


def test_a_table_is_said_in_the_language_of_who_reads_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Names of plein's, moments, yes and no are words; only people's own words are left as they are."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")

    ending.listed([ROW], COLUMNS, as_json=False)

    told = capsys.readouterr().out
    assert "niet overgenomen" in told
    assert "rejected" not in told
    assert "True" not in told
    assert "23:59 (Europe/Amsterdam)" in told


@pytest.mark.parametrize("how", [(False, False), (False, True), (True, False), (True, True)])
def test_a_pipe_speaks_no_language(how: tuple[bool, bool], capsys: pytest.CaptureFixture[str]) -> None:
    """A script that looks for “rejected” finds it on a Dutch machine too."""
    ending.listed([ROW], COLUMNS, *how)

    told = capsys.readouterr().out
    assert "rejected" in told
    assert "2026-11-27T22:59:59+00:00" in told
    assert "overgenomen" not in told


def test_a_sentence_in_a_table_is_kept_to_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The words of people in it may have any length and any number of lines."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "200")

    ending.listed([{"change": sentence("tip: {why}", why="a\nb " * 200)}], [(sentence("change"), "change")], as_json=False)

    assert len(capsys.readouterr().out.splitlines()) == 3
