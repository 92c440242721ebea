"""What people type into the smaller fields, made into text plein can keep: reasons, motivations, titles, quotes."""

from __future__ import annotations

from plein.errors import Unusable
from plein.sentences import sentence, typed


def said(text: str | None) -> str | None:
    """The text without blanks around it; None where nothing is left.

    Raises:
        BrokenText: It holds what is no text: NUL bytes, control characters, lone surrogates.
    """
    return None if text is None else _canonical(text).strip() or None


def as_typed(text: str) -> str:
    """The text with its blanks, and with line ends and accents in the one form plein keeps."""
    return _canonical(text) if text.endswith(("\n", "\r")) else _canonical(text).removesuffix("\n")


def reason(text: str, what: str) -> str:
    """The reason, which everybody will read.

    Args:
        text: What was typed.
        what: What it is a reason for, to begin the refusal with: "A nudge".
    """
    found = said(text)
    if found is None:
        raise Unusable(sentence("{what} needs a reason, which everybody can read: {option}", what=what, option=typed("--because")))
    return found


def _canonical(text: str) -> str:
    from plein.documents import canonical  # here, not above: whoever only looks can do without the text core

    return canonical(text)
