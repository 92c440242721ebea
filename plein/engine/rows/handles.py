"""The ids of people: what can be one, and which names nobody may act as. Who has which is in the tables."""

from __future__ import annotations

import re

from plein.errors import NotAllowed, Unusable
from plein.limits import LIMITS
from plein.sentences import printable, sentence

PSEUDONYM = "~"
"""What the id of a pseudonym begins with."""
_ERASED = re.compile(r"erased-[0-9a-f]{16}")


def checked_handle(handle: str) -> str:
    """A person's id as the database keeps it.

    Raises:
        Unusable: It cannot be one, or is a name that nobody has: a pseudonym, or what stands for somebody who was erased.
    """
    trimmed = handle.strip()
    shown = printable(trimmed)
    longest = LIMITS["person"].most
    if not trimmed or len(trimmed) > longest or not trimmed.isprintable():
        raise Unusable(sentence("“{id}” cannot be a person's id; use 1 to {n} printable characters.", id=shown, n=longest))
    if nobodys(trimmed):
        raise Unusable(
            sentence("“{id}” is nobody's id: a pseudonym, or somebody who was erased. Name the person by their own id.", id=shown)
        )
    return trimmed


def nobodys(handle: str) -> bool:
    """Whether this is the name of a pseudonym, or of somebody who was erased: seen in what was said, and nobody's to act as."""
    return handle.startswith(PSEUDONYM) or is_erased(handle)


def is_erased(handle: str) -> bool:
    """Whether this is what stands in place of the id of somebody who was erased."""
    return bool(_ERASED.fullmatch(handle))


def acting_handle(handle: str) -> str:
    """The id of the person who acts.

    Raises:
        NotAllowed: It is nobody's to act as.
        Unusable: It cannot be an id.
    """
    if nobodys(handle.strip()):
        raise NotAllowed(
            sentence(
                "Nobody acts as a pseudonym, or as somebody who was erased. Say who you are; a pseudonym goes with what you say: {command}",
                command="plein inventory add CYCLE TEXT --pseudonym NAME",
            )
        )
    return checked_handle(handle)
