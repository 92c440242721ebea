"""Cells of a sheet: what a spreadsheet would take for a formula is text in plein, and leaves and comes back as text.

A contribution that begins with ``=`` may reach for the network or the disk of whoever opens a list of contributions. The advice of OWASP
is followed: an apostrophe before it. Numbers are numbers and keep their sign; only texts are guarded.
"""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile(r"""['"\s\ufeff]*[=+\-@＝＋－＠]|[\t\r]""")
"""How a formula may begin, also behind blanks and quotation marks, and in the wide signs that some spreadsheets take for narrow ones."""


def guarded(text: str) -> str:
    """A text as it can stand in a cell.

    >>> guarded("=1+1"), guarded("- people with children"), guarded("homes")
    ("'=1+1", "'- people with children", 'homes')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def bare(cell: str) -> str:
    """The text that was guarded so; any other cell as it is.

    >>> bare("'=1+1"), bare("'s avonds")
    ('=1+1', "'s avonds")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
