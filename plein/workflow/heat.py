"""How heated a conversation is: one rule that hosts can check by hand. Nothing is counted here.

Only the last :data:`DAYS` days count, and only what is not hidden. Somebody who nudges often counts once.

    heated    three people or more called to order; or somebody did, among ten replies or more
    lively    somebody called to order; or there were five replies or more
    calm      otherwise
"""

from __future__ import annotations

from typing import Final

DAYS: Final = 7
"""So far back a conversation can still be warm."""


def heat(replies: int, nudgers: int) -> str:
    """``calm``, ``lively`` or ``heated``.

    Args:
        replies: How many replies came in the last seven days.
        nudgers: How many people called somebody to order in them, each counted once.

    >>> heat(replies=4, nudgers=0), heat(replies=30, nudgers=0), heat(replies=10, nudgers=1), heat(replies=0, nudgers=3)
    ('calm', 'lively', 'heated', 'heated')
    """
    if nudgers >= 3 or (nudgers and replies >= 10):
        return "heated"
    return "lively" if nudgers or replies >= 5 else "calm"
