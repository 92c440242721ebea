"""Somebody leaves: what is theirs goes with them, or is erased."""
