"""How the frozen values that people get to see become JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any


def as_json(value: Any) -> Any:
    """A view, or a collection of them, as what JSON can say; moments as ISO 8601 with their offset.

    >>> from plein.engine.review.views import Collision
    >>> as_json(Collision(id=1, kind="overlap", suggestions=(3, 4), paragraph=2, quote="homes"))["suggestions"]
    [3, 4]
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [as_json(item) for item in value]
    return value
