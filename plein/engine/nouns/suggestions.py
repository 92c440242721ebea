"""Suggestions as one noun: what ``plein suggestion`` says on the command line, for programs."""

from __future__ import annotations

from plein.engine.review.changing import ChangingRoom
from plein.engine.review.collisions import CollisionsRoom
from plein.engine.review.importing import ImportingRoom
from plein.engine.review.suggestions import SuggestionsRoom
from plein.engine.review.withdrawing import WithdrawingRoom


class Suggestions(SuggestionsRoom, ImportingRoom, ChangingRoom, WithdrawingRoom, CollisionsRoom):
    """What people want changed in one cycle's text, through one person's eyes; each call is the command of the same name."""
