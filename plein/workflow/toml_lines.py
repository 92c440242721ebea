"""In which line of a TOML file something of a definition stands, so that whoever wrote it finds it. ``tomllib`` reads, and does not tell."""

from __future__ import annotations

import re
from typing import Final

from plein.workflow.mistakes import Place

_HEADING: Final = re.compile(r"\s*\[\[\s*(phases|moves)\s*\]\]")
_TABLE: Final = re.compile(r"\s*\[\s*phases\s*\.\s*acts\s*\]")
_KEY: Final = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*[=.]""")


def line_of(toml: str, place: Place) -> int | None:
    """The line, from 1, of the key a mistake is about; else that of the phase or move it is in; None where it is about the whole file.

    >>> line_of('name = "ours"\\n[[phases]]\\nname = "a"\\n[phases.acts]\\nsing = ["host"]\\n', ("phases", 0, "acts", "sing"))
    5
    """
    standing: dict[Place, int] = {}
    counted = {"phases": -1, "moves": -1}
    here: Place = ()
    for number, line in enumerate(toml.splitlines(), start=1):
        if (heading := _HEADING.match(line)) is not None:
            counted[heading[1]] += 1
            here = (heading[1], counted[heading[1]])
            standing.setdefault(here, number)
        elif _TABLE.match(line) is not None and here[:1] == ("phases",):
            here = (*here[:2], "acts")
            standing.setdefault(here, number)
        elif (key := _KEY.match(line)) is not None:
            standing.setdefault((*here, key[1] or key[2] or key[3]), number)
    while place and place not in standing:
        place = place[:-1]
    return standing.get(place)
