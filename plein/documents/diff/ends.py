"""Where two texts, or two sequences, begin and end to differ. What lies between is not compared here."""

from __future__ import annotations

from collections.abc import Sequence


def common_ends(a: Sequence[object], b: Sequence[object]) -> tuple[int, int]:
    """How many elements *a* and *b* begin with alike, and with how many of the others they end.

    >>> common_ends("abcd", "abxyd"), common_ends("aaa", "aa")
    ((2, 1), (2, 0))
    """
    start, back, most = 0, 0, min(len(a), len(b))
    while start < most and a[start] == b[start]:
        start += 1
    while back < most - start and a[-1 - back] == b[-1 - back]:
        back += 1
    return start, back


def trimmed(a: str, b: str) -> tuple[int, int, int]:
    r"""Where the two begin and end to differ, moved outward to whole lines: (start, end in a, end in b).

    >>> trimmed("one\ntwo\nsix\n", "one\nten\nsix\n")
    (4, 8, 8)
    """
    short = min(len(a), len(b))
    start = common_prefix(a, b, short)
    start = a.rfind("\n", 0, start) + 1
    back = common_suffix(a, b, short - start)
    # The common end begins behind a newline that is itself common, unless both texts begin there.
    end = len(a) - back
    if not (end == start and len(b) - back == start and start == 0):
        newline = a.find("\n", end)
        end = len(a) if newline < 0 else newline + 1
    # Blank lines before the change go with it, so that a paragraph added anywhere reads "\n" + paragraph.
    while start >= 2 and a[start - 1] == "\n" == a[start - 2]:
        start -= 1
    return start, end, len(b) - (len(a) - end)


def common_prefix(a: str, b: str, most: int) -> int:
    """How many characters *a* and *b* share at the start, at most *most*; found by halving, so that the work is done by memory comparison.

    >>> common_prefix("homes", "hopes", 5)
    2
    """
    low, high = 0, min(most, 64)
    while high < most and a[low:high] == b[low:high]:
        low, high = high, min(most, high * 4)
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(a: str, b: str, most: int) -> int:
    """How many characters *a* and *b* share at the end, at most *most*.

    >>> common_suffix("homes", "hopes", 5)
    2
    """
    n, m = len(a), len(b)
    low, high = 0, min(most, 64)
    while high < most and a[n - high : n - low] == b[m - high : m - low]:
        low, high = high, min(most, high * 4)
    while low < high:
        middle = (low + high + 1) // 2
        if a[n - middle : n - low] == b[m - middle : m - low]:
            low = middle
        else:
            high = middle - 1
    return low
