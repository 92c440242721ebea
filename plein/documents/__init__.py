"""The text and its changes, pure: no files, no clock, no framework. The names below are what others may rely on."""

from plein.documents.diff import diff
from plein.documents.edit import Edit, apply, from_json, invert, to_json
from plein.documents.merge import Collision, Merge, Near, merge
from plein.documents.text import canonical, decode, digest
from plein.documents.paragraphs import Paragraph, paragraph_at, paragraphs
from plein.documents.places import Place, is_sweeping, places
from plein.documents.quote import find_quote, replace_quote

__all__ = [
    "Collision",
    "Edit",
    "Merge",
    "Near",
    "Paragraph",
    "Place",
    "apply",
    "canonical",
    "decode",
    "diff",
    "digest",
    "find_quote",
    "from_json",
    "invert",
    "is_sweeping",
    "merge",
    "paragraph_at",
    "paragraphs",
    "places",
    "replace_quote",
    "to_json",
]
