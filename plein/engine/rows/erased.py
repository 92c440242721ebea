"""What stands where somebody's words were erased at their request. Erasing itself is not here."""

from __future__ import annotations

from plein.sentences import sentence

ERASED = sentence("Erased at the person's request.")
"""What is told in place of the words."""
