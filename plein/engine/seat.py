"""A person's seat: everything they can see and do, each method in the room of the engine where it belongs."""

from __future__ import annotations

from plein.engine.asides import AsidesRoom
from plein.engine.blame import BlameRoom
from plein.engine.checks import RecordRoom
from plein.engine.cycle import CycleRoom
from plein.engine.decisions import DecisionsRoom
from plein.engine.drafting import DraftingRoom
from plein.engine.group import GroupRoom
from plein.engine.inventory import InventoryRoom
from plein.engine.merging import MergingRoom
from plein.engine.outlook import OutlookRoom
from plein.engine.review import ReviewRoom


class Seat(
    CycleRoom,
    OutlookRoom,
    InventoryRoom,
    GroupRoom,
    DraftingRoom,
    AsidesRoom,
    ReviewRoom,
    DecisionsRoom,
    MergingRoom,
    BlameRoom,
    RecordRoom,
):
    """plein through one person's eyes, made by :meth:`plein.Plein.acting_as`.

    What is closed to this person does not exist for them. Whatever changes something takes ``revision=``, the cycle's revision the
    writer has read: if the cycle has moved on since, :class:`~plein.errors.StaleWrite` says so and nothing is written.
    """
