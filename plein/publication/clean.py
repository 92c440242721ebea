"""What people wrote, made harmless to show. Escaping is the templates' own; the rendering of Markdown is in ``prose``.

Characters that reorder or hide text on a page are made visible, so that nobody reads another text than the one that is kept.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from markupsafe import Markup

from plein.visible import tame as tame

_T = TypeVar("_T")

_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)


def tamed(value: _T) -> _T:
    """A frozen view, or a collection of them, with every text in it tamed.

    >>> tamed(("a", 1, None, "b\\x07"))
    ('a', 1, None, 'b‹U+0007›')
    """
    return _tamed(value)  # type: ignore[no-any-return]


def _tamed(value: Any) -> Any:
    if isinstance(value, str):
        return tame(value)
    if isinstance(value, tuple):
        return tuple(map(_tamed, value))
    if isinstance(value, dict):
        return {_tamed(key): _tamed(item) for key, item in value.items()}
    if isinstance(value, list):
        return list(map(_tamed, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _tamed(getattr(value, field.name)) for field in fields(value)})
    return value


def web_address(link: str | None) -> str | None:
    """The link if it leads to the web, else None: no script, no file, no address without a scheme.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address("//example.org")
    ('https://example.org/a', None, None)
    """
    trimmed = (link or "").strip()
    return trimmed if _WEB.match(trimmed) and not re.search(r"\s", trimmed) else None


def is_safe_link(link: str) -> bool:
    """Whether a link in a text may stay one: http, https or mailto."""
    return web_address(link) is not None or _MAIL.match(link) is not None


def bdi(text: str) -> Markup:
    """A name or a title inside a sentence, kept apart in its direction of writing.

    >>> bdi("<b>")
    Markup('<bdi>&lt;b&gt;</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(text)


def short(text: str, most: int = 90) -> str:
    """The beginning of a text, on one line.

    >>> short("one  two\\nthree", 9)
    'one two…'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
