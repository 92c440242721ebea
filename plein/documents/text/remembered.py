"""What was found out about a text, remembered for who asks again. Which texts are worth it is decided elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Answer = TypeVar("Answer")

_LATEST = 4


def remembered(most: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """Remember the answers about the last *most* texts.

    The latest few are known by being the very same object, the others by their letters: where a text is read anew from a database, comparing
    it with its equal takes longer than most questions about it, and thousands of suggestions on one text ask thousands of times.

    >>> @remembered(8)
    ... def size(text: str) -> int:
    ...     print("counting")
    ...     return len(text)
    >>> size("home"), size("home")
    counting
    (4, 4)
    """

    def remembering(work: Callable[[str], Answer]) -> Callable[[str], Answer]:
        known = lru_cache(maxsize=most)(work)
        latest: tuple[tuple[str, Answer], ...] = ()

        @wraps(work)
        def asked(text: str) -> Answer:
            nonlocal latest
            for same, answer in latest:
                if same is text:
                    return answer
            answer = known(text)
            latest = ((text, answer), *latest[: _LATEST - 1])
            return answer

        return asked

    return remembering
