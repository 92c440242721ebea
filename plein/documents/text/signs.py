"""The signs that a typewriter has one of and a page several: the one table of which sign is a setting of which. Who asks says how far it goes."""

from __future__ import annotations

from typing import Final

DOUBLE: Final = "“”„‟"
"""Quotes around words, curly or low."""
SINGLE: Final = "‘’‚‛ʼ´"
"""Single ones, and apostrophes."""
HYPHENS: Final = "\u2010\u2011"
"""Hyphens; the second does not break."""
DASHES: Final = "–—"
"""Dashes, short and long."""
UNSEEN: Final = "\u00ad\u200b\u2060\ufeff"
"""What nobody sees: the soft hyphen, the joiner and the blank without a width, the mark of a byte order."""
DOTS: Final = "…"
"""Three dots in one sign."""
