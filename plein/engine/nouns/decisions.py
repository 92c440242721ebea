"""Decisions as one noun: what ``plein decision`` says on the command line, for programs."""

from __future__ import annotations

from plein.engine.review.decisions import DecisionsRoom
from plein.engine.review.settle import SettlingRoom
from plein.engine.review.undoing import UndoingRoom


class Decisions(DecisionsRoom, UndoingRoom, SettlingRoom):
    """What one cycle's group answers to each suggestion, through one person's eyes; each call is the command of the same name."""
