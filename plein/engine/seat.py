"""A person's seat: everything they can see and do, each method in the room of the engine where it belongs."""

from __future__ import annotations

from plein.engine.cycle.beginning import BeginningRoom
from plein.engine.cycle.moves import CycleRoom
from plein.engine.cycle.outlook import OutlookRoom
from plein.engine.cycle.series import SeriesRoom
from plein.engine.cycle.story import StoryRoom
from plein.engine.group.answers import AnswersRoom
from plein.engine.group.candidates import CandidatesRoom
from plein.engine.group.hosts import HostsRoom
from plein.engine.group.invitations import InvitationsRoom
from plein.engine.group.places import GroupRoom
from plein.engine.in_cycle import InCycle
from plein.engine.inventory.report import ReportRoom
from plein.engine.inventory.topics import TopicsRoom
from plein.engine.leaving.erasing import ErasureRoom
from plein.engine.leaving.exporting import TheirsRoom
from plein.engine.people.boards import BoardsRoom
from plein.engine.record.log import RecordRoom
from plein.engine.review.blame import BlameRoom
from plein.engine.review.collisions import CrowdRoom
from plein.engine.review.comments import CommentsRoom
from plein.engine.review.decisions import DecisionsRoom
from plein.engine.review.merging import MergingRoom
from plein.engine.review.suggestions import ReviewRoom
from plein.engine.text.asides import AsidesRoom
from plein.engine.text.versions import DraftingRoom
from plein.engine.text.wording import WordingRoom


class Seat(
    BeginningRoom,
    CycleRoom,
    StoryRoom,
    SeriesRoom,
    OutlookRoom,
    TopicsRoom,
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

    def cycle(self, slug: str) -> InCycle:
        """One cycle through this person's eyes. Nothing is read yet.

        Args:
            slug: The short name it is called by.
        """
        return InCycle(self, slug)
