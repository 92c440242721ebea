"""What people get to see: frozen values, one per noun, with the keys that scripts rely on. Nothing here reads or writes.

Every value was made for one person's eyes; what is closed to that person is not in it. Moments are aware and in UTC.
"""

from plein.engine.cycle.views import Action, Chapter, Correction, Cycle, Earlier, Memory, Promise, Sat, Status, Step
from plein.engine.group.views import BoardInvitation, Candidate, Invitation, Member, Ranking
from plein.engine.inventory.views import Contribution, Nudge, Report, Topic
from plein.engine.leaving.views import Erased, Export, Share
from plein.engine.people.views import Board, Person
from plein.engine.record.views import Entry, Verified
from plein.engine.review.views import (
    Alternative,
    BlameRun,
    Collision,
    Comment,
    Compatible,
    Context,
    Decision,
    Here,
    Merged,
    NewPlace,
    Reread,
    Settled,
    Submission,
    Suggestion,
    Undone,
)
from plein.engine.rows.values import as_json
from plein.engine.text.views import Aside, Difference, Finding, Version
from plein.workflow.candidates.balance import Balance

__all__ = [
    "Action",
    "Alternative",
    "Aside",
    "Balance",
    "BlameRun",
    "Board",
    "BoardInvitation",
    "Candidate",
    "Chapter",
    "Collision",
    "Comment",
    "Compatible",
    "Context",
    "Contribution",
    "Correction",
    "Cycle",
    "Decision",
    "Difference",
    "Earlier",
    "Entry",
    "Erased",
    "Export",
    "Finding",
    "Here",
    "Invitation",
    "Member",
    "Memory",
    "Merged",
    "NewPlace",
    "Nudge",
    "Person",
    "Promise",
    "Ranking",
    "Report",
    "Reread",
    "Sat",
    "Settled",
    "Share",
    "Status",
    "Step",
    "Submission",
    "Suggestion",
    "Topic",
    "Undone",
    "Verified",
    "Version",
    "as_json",
]
