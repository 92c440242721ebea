"""plein: write a text together. Collect views in the open, draft in a closed circle, put it before the public, answer everyone.

The front door is :class:`Plein`; ``plein.documents`` is the text core and ``plein.workflow`` the rules, both usable by themselves.
Importing this package loads no database, no command line and no templates: names are fetched when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plein import errors
from plein.errors import PleinError

if TYPE_CHECKING:
    from plein import views
    from plein.engine.in_cycle import InCycle
    from plein.engine.inventory.outside import Outside
    from plein.engine.people.register import Entered
    from plein.engine.plein import Plein
    from plein.engine.review.importing import Handed
    from plein.engine.rows.values import as_json
    from plein.engine.seat import Seat
    from plein.organisation import Organisation

__all__ = [
    "Entered",
    "Handed",
    "InCycle",
    "Organisation",
    "Outside",
    "Plein",
    "PleinError",
    "Seat",
    "__version__",
    "as_json",
    "errors",
    "views",
]
__version__ = "0.1.0"

_LAZY = {
    "Entered": "plein.engine.people.register",
    "Handed": "plein.engine.review.importing",
    "InCycle": "plein.engine.in_cycle",
    "Organisation": "plein.organisation",
    "Outside": "plein.engine.inventory.outside",
    "Plein": "plein.engine.plein",
    "Seat": "plein.engine.seat",
    "as_json": "plein.engine.rows.values",
    "views": "plein.views",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        from importlib import import_module

        module = import_module(_LAZY[name])
        return module if name == "views" else getattr(module, name)
    raise AttributeError(f"module 'plein' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
