"""The tables: plain rows, one class each. No rule and no meaning lives here; truth is in the frozen values above them.

Our own metadata and registry, and a ``plein_`` prefix on every name, because we are guests in somebody else's database.
Texts of people carry a ``salt``, and the record holds the salted digest (the *seal*) of what they wrote: it proves that nothing
was changed, and says nothing once the text is erased. Moments are stored in UTC.

A class takes some milliseconds to make, so that rows are imported from the file they stand in, and no other is read. (None of the files
begins with ``from __future__ import annotations``: SQLModel reads the annotations at run time.)
"""

from typing import Any


def all_tables() -> Any:
    """The metadata with every table in it."""
    from importlib import import_module
    from pkgutil import iter_modules

    from plein.store.tables.base import metadata

    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return metadata
