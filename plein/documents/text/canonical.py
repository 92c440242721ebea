"""The canonical form of a text, and the way bytes become one. Nothing here knows what the text means."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from plein.errors import BrokenText
from plein.sentences import Sentence, sentence

LIMIT = 8_000_000
"""The most bytes that :func:`decode` accepts unless told otherwise: four for each character that a text may have."""

_THE_TEXT = sentence("the text")
_UNUSABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n")
_SIGNATURES = (
    (b"PK\x03\x04", sentence("a Word or other zipped document")),
    (b"%PDF", sentence("a PDF")),
    (b"\xd0\xcf\x11\xe0", sentence("an old Word document")),
    (b"{\\rtf", sentence("an RTF document")),
)
_WIDE = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def canonical(text: str) -> str:
    r"""The one form in which plein keeps and compares a text.

    Unicode NFC, no byte order mark, lines ended by LF (a form feed or vertical tab ends one too), exactly one newline at
    the end. Blanks inside and at the end of a line stay: in Markdown two of them are a line break. A text of white space
    only is the empty text ``""``.

    Raises:
        BrokenText: It holds a control character other than tab and newline, or half a surrogate pair.

    >>> canonical("Wij bouwen\r\nwoningen.\r\n\r\n")
    'Wij bouwen\nwoningen.\n'
    """
    text = _lines(text)
    at = _unusable(text)
    if at is not None:
        raise BrokenText(_broken(_THE_TEXT, text, at))
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.lstrip("\ufeff")
    if not text or text.isspace():
        return ""
    return text if text[-1] == "\n" != text[-2] else text.rstrip("\n") + "\n"


def decode(data: bytes, *, name: str = _THE_TEXT, limit: int = LIMIT) -> str:
    r"""Read bytes as UTF-8 and bring them into canonical form.

    Args:
        data: The bytes as they were handed in.
        name: What to call them in a refusal, e.g. the name of the file.
        limit: The most bytes to accept.

    Raises:
        BrokenText: Empty, too large, not UTF-8, or no text; the sentence says at which byte (from 0) and what to do.

    >>> decode(b"\xef\xbb\xbfWij bouwen.\r\n")
    'Wij bouwen.\n'
    """
    if len(data) > limit:
        raise BrokenText(
            sentence(
                "{name} has {bytes:,} bytes, more than the {limit:,} allowed; hand in a smaller text.",
                name=name,
                bytes=len(data),
                limit=limit,
            )
        )
    beginning = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, kind in _SIGNATURES:
        if beginning.startswith(signature):
            raise BrokenText(
                sentence("{name} is {kind}, not plain text (byte 0); save it as plain text or Markdown in UTF-8.", name=name, kind=kind)
            )
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            raise BrokenText(sentence("{name} is {encoding}, not UTF-8 (byte 0); save it again as UTF-8.", name=name, encoding=encoding))
    nul = data.find(b"\0")
    if nul >= 0:
        raise BrokenText(
            sentence(
                "{name} looks like a binary file (NUL at byte {byte}); save it as plain text or Markdown in UTF-8.", name=name, byte=nul
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise BrokenText(
            sentence(
                "{name} is not UTF-8 (byte {byte} is 0x{value:02X}); save it again as UTF-8.",
                name=name,
                byte=wrong.start,
                value=data[wrong.start],
            )
        ) from None
    text = _lines(text)
    at = _unusable(text)
    if at is not None:
        raise BrokenText(_broken(name, text, at))
    text = canonical(text)
    if not text:
        raise BrokenText(sentence("{name} is empty; hand in the whole text as it should read.", name=name))
    return text


def digest(text: str) -> str:
    r"""The identity of a text: the SHA-256 of its UTF-8, in hexadecimal.

    Raises:
        BrokenText: It holds half a surrogate pair and so has no UTF-8.

    >>> digest("Wij bouwen.\n")[:12]
    'b554279f5878'
    """
    try:
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as wrong:
        raise BrokenText(_broken(_THE_TEXT, text, wrong.start)) from None


def _lines(text: str) -> str:
    """Every kind of line end as LF; also the form feed and the vertical tab that Word leaves for a page or line break."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\f", "\n").replace("\v", "\n")


def _unusable(text: str) -> int | None:
    """Where the first character stands that no text may hold; None where there is none, which bytes tell many times as fast as letters."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = b"\0"
    if len(data.translate(None, _CONTROLS)) == len(data):
        return None
    found = _UNUSABLE.search(text)
    return None if found is None else found.start()


def _broken(name: str, text: str, at: int) -> Sentence:
    """What is wrong with the character at *at*, for people."""
    half = "\ud800" <= text[at] <= "\udfff"
    return sentence(
        "{name} holds {what} (U+{code:04X}) in line {line}, byte {byte}; remove it and hand the text in again.",
        name=name,
        what=sentence("half a surrogate pair") if half else sentence("a control character"),
        code=ord(text[at]),
        line=text.count("\n", 0, at) + 1,
        byte=len(text[:at].encode("utf-8", "surrogatepass")),
    )
