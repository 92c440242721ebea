"""People as one noun: what ``plein person`` says on the command line, for programs."""

from __future__ import annotations

from plein.engine.leaving.erasing import ErasingRoom
from plein.engine.leaving.exporting import ExportingRoom


class People(ExportingRoom, ErasingRoom):
    """The register of people, through one person's eyes; each call is the command of the same name."""
