"""What takes over a second shows on a terminal that it goes on, and leaves nothing behind."""

from __future__ import annotations

import io
import sys
import time

import pytest

from plein.commands import show


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """A terminal in place of standard error; pytest puts its own there between a fixture and its test."""
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(show, "_A_WHILE", 0.0)
    return stream


def _until(stream: io.StringIO, sign: str) -> None:
    """Wait until something was written, or surely never is."""
    end = time.monotonic() + 20
    while sign not in stream.getvalue() and time.monotonic() < end:
        time.sleep(0.005)  # between two looks; nothing depends on how long it is


def test_whoever_waits_sees_that_something_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with show.at_work():
        _until(terminal, "At work …")
    assert terminal.getvalue().endswith("\x1b[2K")  # the line is empty again


def test_the_sign_is_gone_where_the_work_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)

    def refused() -> None:
        with show.at_work():
            _until(terminal, "At work …")
            raise ValueError("refused")

    with pytest.raises(ValueError, match="refused"):
        refused()
    assert terminal.getvalue().endswith("\x1b[2K")


def test_what_is_quick_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setattr(show, "_A_WHILE", 60.0)
    with show.at_work():
        pass
    assert terminal.getvalue() == ""


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(show, "_A_WHILE", 0.0)
    with show.at_work():
        time.sleep(0.02)  # a sign that came all the same would be there by then
    assert stream.getvalue() == ""
