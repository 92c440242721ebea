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


def test_a_long_text_is_cut_short_only_where_a_command_shows_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The words of people may have any length and any number of lines; none of them is nowhere."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "200")

    value, columns = {"change": sentence("tip: {why}", why="a\nb " * 200)}, [(sentence("change"), "change")]

    ending.listed([value], columns, as_json=False, whole="plein suggestion show housing N")
    told = capsys.readouterr().out.splitlines()
    assert [line[-1] for line in told[2:3]] == ["…"]
    assert told[3].endswith("plein suggestion show housing N")

    ending.listed([value], columns, as_json=False)
    assert capsys.readouterr().out.count("b") == 200
