"""A person's seat: everything they can see and do, each method in the room of the engine where it belongs."""

from __future__ import annotations

from plein.engine.answers import AnswersRoom
from plein.engine.asides import AsidesRoom
from plein.engine.beginning import BeginningRoom
from plein.engine.blame import BlameRoom
from plein.engine.boards import BoardsRoom
from plein.engine.candidates import CandidatesRoom
from plein.engine.checks import RecordRoom
from plein.engine.comments import CommentsRoom
from plein.engine.crowding import CrowdRoom
from plein.engine.cycle import CycleRoom
from plein.engine.decisions import DecisionsRoom
from plein.engine.drafting import DraftingRoom
from plein.engine.erasure import ErasureRoom
from plein.engine.group import GroupRoom
from plein.engine.hosts import HostsRoom
from plein.engine.inventory import InventoryRoom
from plein.engine.invitations import InvitationsRoom
from plein.engine.links import LinksRoom
from plein.engine.merging import MergingRoom
from plein.engine.outlook import OutlookRoom
from plein.engine.outside import OutsideRoom
from plein.engine.report import ReportRoom
from plein.engine.review import ReviewRoom
from plein.engine.series import SeriesRoom
from plein.engine.story import StoryRoom
from plein.engine.theirs import TheirsRoom
from plein.engine.topics import TopicsRoom
from plein.engine.wording import WordingRoom


class Seat(
    BeginningRoom,
    CycleRoom,
    StoryRoom,
    SeriesRoom,
    OutlookRoom,
    TopicsRoom,
    InventoryRoom,
    OutsideRoom,
    LinksRoom,
    GroupRoom,
    CandidatesRoom,
    HostsRoom,
    InvitationsRoom,
    AnswersRoom,
    BoardsRoom,
    CommentsRoom,
    DraftingRoom,
    AsidesRoom,
    ReviewRoom,
    CrowdRoom,
    DecisionsRoom,
    MergingRoom,
    BlameRoom,
    ReportRoom,
    WordingRoom,
    ErasureRoom,
    TheirsRoom,
    RecordRoom,
):
    """plein through one person's eyes, made by :meth:`plein.Plein.acting_as`.

    What is closed to this person does not exist for them. Whatever changes something takes ``revision=``, the cycle's revision the
    writer has read: if the cycle has moved on since, :class:`~plein.errors.StaleWrite` says so and nothing is written.
    """
