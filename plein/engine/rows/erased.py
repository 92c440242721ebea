"""What stands where somebody's words are no more: erased at their request, or withdrawn by them. Erasing itself is not here."""

from __future__ import annotations

from plein.sentences import sentence

ERASED = sentence("Erased at the person's request.")
"""What is told in place of words that were erased."""
WITHDRAWN = sentence("Withdrawn by its author.")
"""What is told in place of a contribution that was taken back."""
