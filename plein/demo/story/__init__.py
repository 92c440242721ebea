"""Who does what in the example, and what is told of it: scenes in their order, data only. The town, its people and its newspaper are invented."""

from __future__ import annotations

from plein.demo.story.ending import AFTERWARDS, ANYONE, FINAL, ROUND_2
from plein.demo.story.listening import INVENTORY, INVITATION, PREPARATION, SLUG, TITLE
from plein.demo.story.writing import DECIDING, DRAFTING, ROUND_1
from plein.sentences import sentence

__all__ = ["PROLOGUE", "SCENES", "SLUG"]

PROLOGUE = (
    sentence("“{title}”: a town writes a housing note, in a year that takes a few seconds.", title=TITLE),
    sentence("By e-mail this is a dozen Word files, and one tired editor. Here every sentence that anyone sends in is answered."),
    sentence("The people write Dutch. After each $ stands what they type, its texts cut short."),
)
SCENES = (PREPARATION, INVENTORY, INVITATION, DRAFTING, ROUND_1, DECIDING, ROUND_2, FINAL, AFTERWARDS, ANYONE)
