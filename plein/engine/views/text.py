"""The versions of the document, and what a merge gives, as people see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the document. ``base`` is the version it was made from; ``merged`` names the suggestions a merge took in."""

    number: int
    author: str
    note: str | None
    published: bool
    published_at: datetime | None
    digest: str
    base: int | None
    merged: tuple[int, ...]
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Collision:
    """A place where suggestions cannot all stand. ``id`` counts places from 1 in the order of the text; ``quote`` is the passage."""

    id: int
    kind: str
    suggestions: tuple[int, ...]
    paragraph: int
    quote: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge of the decisions gives. ``version`` is the number it got, or would get; ``held`` are adopted ones that did not go in."""

    version: int
    base: int
    digest: str
    applied: tuple[int, ...]
    held: tuple[int, ...]
    reasons: Mapping[int, str]
    collisions: tuple[Collision, ...]
    near: tuple[tuple[int, ...], ...]
    text: str
    saved: bool
