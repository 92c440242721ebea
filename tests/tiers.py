"""What everybody runs, and what takes longer and CI runs besides: the other widths, the other phases, whole cycles and programs once more.

``thorough`` marks the second; ``pytest -m thorough`` runs it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest

thorough = pytest.mark.thorough


def spread(values: Iterable[Any], always: Collection[Any]) -> list[Any]:
    """The values of a parameter: of them, those in *always* for everybody, the others for CI."""
    told = list(values)
    assert all(value in told for value in always), (always, told)
    return [value if value in always else _besides(value) for value in told]


def _besides(value: Any) -> Any:
    """A tuple is the values of as many parameters."""
    return pytest.param(*value, marks=thorough) if isinstance(value, tuple) else pytest.param(value, marks=thorough)
