"""The text and its changes, pure: no files, no clock, no framework. The names below are what others may rely on."""

from plein.documents.crowd import Crowd, Screen, crowd
from plein.documents.crowd_compatible import Compatible, compatible
from plein.documents.crowd_fold import Alternative, fold
from plein.documents.diff import diff
from plein.documents.edit import Edit, apply, from_json, invert, to_json
from plein.documents.merge import Collision, Merge, merge
from plein.documents.merge3 import Conflict, Merge3, merge3
from plein.documents.moves import Move, moves
from plein.documents.near import Near
from plein.documents.paragraphs import Paragraph, paragraph_at, paragraphs
from plein.documents.places import Place, is_sweeping, places
from plein.documents.provenance import Run, Step, merge_step, trace, written
from plein.documents.quote import find_quote, replace_quote
from plein.documents.rebase import Rebased, rebase, rebase_all
from plein.documents.redline import Change, Row, Words, changes, redline, synopsis
from plein.documents.text import canonical, decode, digest

__all__ = [
    "Alternative",
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
    "Place",
    "Rebased",
    "Row",
    "Run",
    "Screen",
    "Step",
    "Words",
    "apply",
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
    "invert",
    "is_sweeping",
    "merge",
    "merge3",
    "merge_step",
    "moves",
    "paragraph_at",
    "paragraphs",
    "places",
    "rebase",
    "rebase_all",
    "redline",
    "replace_quote",
    "synopsis",
    "to_json",
    "trace",
    "written",
]
