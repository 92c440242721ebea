"""The record: entries that each carry the digest of the one before. How an entry is hashed stands here; keeping them is the engine's.

    body     one line of JSON with sorted keys: what happened, in public facts, keys of persons and seals of texts
    digest   sha256(previous digest + sha256(nonce + body))

Two layers, so that a closed entry can be shown to an outsider by its inner digest alone: the chain still checks and nothing is told.
A *seal* is sha256(salt + text): it proves that a text is the one that was handed in, until the text and its salt are erased.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from json.encoder import JSONEncoder, encode_basestring
from typing import Any

from plein.sentences import Sentence, sentence

START = hashlib.sha256(b"plein record 1").hexdigest()
"""What stands in place of a predecessor before the first entry."""


def salt() -> str:
    """A fresh salt: 32 hexadecimal characters that nobody can guess."""
    return secrets.token_hex(16)


def seal(salt: str, *parts: str | None) -> str:
    """The salted digest of what somebody wrote.

    Parts are kept apart, and None differs from the empty text.

    >>> seal("s", "homes", None) == seal("s", "homes", "")
    False
    """
    texts = ",".join(["null" if part is None else encode_basestring(part) for part in (salt, *parts)])  # as ``_line`` writes a list of them
    return hashlib.sha256(f"[{texts}]".encode(errors="surrogatepass")).hexdigest()  # what was tampered with need be no text


def body(facts: Mapping[str, Any]) -> str:
    """The facts of an entry as the one line that is hashed.

    >>> body({"b": 1, "a": "é"})
    '{"a":"é","b":1}'
    """
    return _line(facts)


def inner_digest(nonce: str, body: str) -> str:
    """The digest of one entry by itself; it hides the body as long as the nonce is kept back."""
    return hashlib.sha256((nonce + body).encode()).hexdigest()


def chain(previous: str, inner: str) -> str:
    """The digest of an entry: of its predecessor's and its own inner digest."""
    return hashlib.sha256((previous + inner).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Link:
    """What is needed of an entry to check its place in the chain."""

    number: int
    previous: str
    inner: str
    digest: str


def first_break(links: Iterable[Link], *, head: str | None = None) -> tuple[int, Sentence] | None:
    """Find the first entry that does not follow from the one before it.

    Args:
        links: The entries of one cycle in order of number, from 1.
        head: The digest the last entry must have; None to skip that check.

    Returns:
        None when all is well, else the number of the first wrong entry and what is wrong with it, in words.

    >>> inner = inner_digest("n", body({"act": "x"}))
    >>> first_break([Link(1, START, inner, chain(START, inner))]) is None
    True
    >>> first_break([Link(1, START, inner, "0" * 64)])
    (1, 'its digest does not follow from its contents')
    """
    previous, number = START, 0
    for link in links:
        number += 1
        if link.number != number:
            return number, sentence("it is missing")
        if link.previous != previous:
            return number, sentence("it does not follow from the entry before it")
        if chain(previous, link.inner) != link.digest:
            return number, sentence("its digest does not follow from its contents")
        previous = link.digest
    if head is not None and previous != (head or START):
        return number + 1, sentence("the record ends too early, or too late")
    return None


_line = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""What can be said in JSON, as one line that is the same in every run."""
