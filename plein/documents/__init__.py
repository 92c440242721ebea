"""The text and its changes, pure: no files, no clock, no framework. The names below are what others may rely on."""

from plein.documents.carry.provenance import Run, Step, merge_step, trace, written
from plein.documents.carry.rebase import Rebased, rebase, rebase_all
from plein.documents.carry.recognise import recognise
from plein.documents.crowd.beside import cannot_stand
from plein.documents.crowd.compatible import Compatible, compatible
from plein.documents.crowd.crowd import Crowd, Screen, crowd
from plein.documents.crowd.fold import Alternative, fold
from plein.documents.crowd.proposals import Proposal, proposals
from plein.documents.crowd.shares import shares
from plein.documents.diff.astray import Astray, astray
from plein.documents.diff.diff import diff
from plein.documents.diff.moves import Move, moves
from plein.documents.diff.places import Place, is_sweeping, places
from plein.documents.diff.restyled import Restyled, restyled
from plein.documents.edit import Edit, apply, from_json, invert, to_json
from plein.documents.merge.merge import Collision, Merge, merge
from plein.documents.merge.merge3 import Conflict, Merge3, merge3
from plein.documents.merge.near import Near
from plein.documents.show.excerpt import Piece, around, in_brief, is_long
from plein.documents.show.quote import find_quote, replace_quote
from plein.documents.show.redline import Change, Row, Words, changes, has_critic_signs, redline, synopsis
from plein.documents.text.canonical import canonical, decode, digest
from plein.documents.text.paragraphs import Paragraph, paragraph_at, paragraphs
from plein.documents.text.unshown import Unshown, unshown

__all__ = [
    "Alternative",
    "Astray",
    "Change",
    "Collision",
    "Compatible",
    "Conflict",
    "Crowd",
    "Edit",
    "Merge",
    "Merge3",
    "Move",
    "Near",
    "Paragraph",
    "Piece",
    "Place",
    "Proposal",
    "Rebased",
    "Restyled",
    "Row",
    "Run",
    "Screen",
    "Step",
    "Unshown",
    "Words",
    "apply",
    "around",
    "astray",
    "cannot_stand",
    "canonical",
    "changes",
    "compatible",
    "crowd",
    "decode",
    "diff",
    "digest",
    "find_quote",
    "fold",
    "from_json",
    "has_critic_signs",
    "in_brief",
    "invert",
    "is_long",
    "is_sweeping",
    "merge",
    "merge3",
    "merge_step",
    "moves",
    "paragraph_at",
    "paragraphs",
    "places",
    "proposals",
    "rebase",
    "rebase_all",
    "recognise",
    "redline",
    "replace_quote",
    "restyled",
    "shares",
    "synopsis",
    "to_json",
    "trace",
    "unshown",
    "written",
]
