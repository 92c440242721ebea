"""What is read of a text, told in another way than plein does: an oracle for the laws on what says the same."""

from __future__ import annotations

import re
import unicodedata

_QUOTES = dict.fromkeys("“”„‟＂", '"') | dict.fromkeys("‘’‚‛ʼ´＇", "'")
_LIST = re.compile(r"^([ \t]*)[*+](?=[ \t])", re.MULTILINE)


def visible(text: str) -> str:
    """All signs of a text that are seen, in one typography, without blanks and case; equal for all that says the same, and for little else."""
    plain = "".join(_QUOTES.get(sign, sign) for sign in _LIST.sub(r"\1-", unicodedata.normalize("NFC", text)))
    for sign, other in (
        *((sign, "") for sign in "\u00ad\u200b\u2060\ufeff"),
        *zip("￥￡￠", "¥£¢", strict=True),
        ("…", "..."),
        ("–", "-"),
        ("—", "-"),
        ("\u2010", "-"),
        ("\u2011", "-"),
        ("_", "*"),
        ("+", "-"),
        ("*", "-"),
    ):
        plain = plain.replace(sign, other)
    wide = "".join(chr(ord(sign) - 0xFEE0) if 0xFF01 <= ord(sign) <= 0xFF5E else sign for sign in plain)
    return "".join(unicodedata.normalize("NFC", wide).casefold().split())
