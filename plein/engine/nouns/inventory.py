"""The inventory as one noun: what ``plein inventory`` says on the command line, for programs."""

from __future__ import annotations

from plein.engine.inventory.contributions import Contributions
from plein.engine.inventory.links import Links
from plein.engine.inventory.outside import OutsideTalk
from plein.engine.inventory.own_words import OwnWords
from plein.engine.inventory.unhiding import Unhiding


class Inventory(Contributions, OwnWords, Unhiding, Links, OutsideTalk):
    """What people say in one cycle before anything is written, through one person's eyes; each call is the command of the same name."""
