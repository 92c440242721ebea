"""The text as one noun: what ``plein draft`` says on the command line, for programs."""

from __future__ import annotations

from plein.engine.review.blame import BlameRoom
from plein.engine.review.correcting import CorrectingRoom
from plein.engine.review.merging import MergingRoom
from plein.engine.text.asides import AsidesRoom
from plein.engine.text.saving import SavingRoom
from plein.engine.text.versions import VersionsRoom


class Draft(VersionsRoom, SavingRoom, AsidesRoom, MergingRoom, CorrectingRoom, BlameRoom):
    """The text of one cycle and its versions, through one person's eyes; each call is the command of the same name."""
