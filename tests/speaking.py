"""The language that a run of the command line speaks stays with the process; here it ends with the run. No test stands here."""

from __future__ import annotations

import contextlib
import gettext
from collections.abc import Iterator
from importlib import import_module

from plein.commands import show

import_module("rich.console")  # which keeps the environment it was first imported in: that of all tests, not of one


@contextlib.contextmanager
def as_before() -> Iterator[None]:
    """Afterwards everything speaks the language it spoke before."""
    language, domain = show.language(), gettext.textdomain()
    try:
        yield
    finally:
        show.speak(language)
        gettext.textdomain(domain)
