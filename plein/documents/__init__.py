"""The text and its changes, pure: no files, no clock, no framework. The names below are what others may rely on."""

from plein.documents.diff import diff
from plein.documents.edit import Edit, apply, from_json, invert, to_json
from plein.documents.merge import Collision, Merge, Near, merge
from plein.documents.merge3 import Conflict, Merge3, merge3
from plein.documents.paragraphs import Paragraph, paragraph_at, paragraphs
from plein.documents.places import Place, is_sweeping, places
from plein.documents.quote import find_quote, replace_quote
from plein.documents.rebase import Rebased, rebase
from plein.documents.redline import Change, Row, Words, changes, redline, synopsis
from plein.documents.text import canonical, decode, digest

__all__ = [
    "Change",
    "Collision",
    "Conflict",
    "Edit",
    "Merge",
    "Merge3",
    "Near",
    "Paragraph",
    "Place",
    "Rebased",
    "Row",
    "Words",
    "apply",
    "canonical",
    "changes",
    "decode",
    "diff",
    "digest",
    "find_quote",
    "from_json",
    "invert",
    "is_sweeping",
    "merge",
    "merge3",
    "paragraph_at",
    "paragraphs",
    "places",
    "rebase",
    "redline",
    "replace_quote",
    "synopsis",
    "to_json",
]
