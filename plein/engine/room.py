"""What the nouns of the library are built on: a desk, and for those inside a cycle its name."""

from __future__ import annotations

import inspect
from contextlib import AbstractContextManager

from plein.engine.desk import Act, Desk, Sight, Visit
from plein.engine.slips import told


class _Told:
    """Says in a sentence what its calls were given by mistake."""

    def __init_subclass__(cls) -> None:
        for name, call in vars(cls).copy().items():
            if inspect.isfunction(call) and not name.startswith("_"):
                setattr(cls, name, told(call))


class Room(_Told):
    """Somebody at work with one noun: what ``plein person`` and its kind are built on. To make one reads nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def _act_outside(self, *, dry_run: bool = False, unnamed: bool = False) -> AbstractContextManager[Visit]:
        """Do what belongs to no cycle, or to several, as :meth:`Desk.act_outside` does it."""
        return self._desk.act_outside(dry_run=dry_run, unnamed=unnamed)

    def _look_outside(self) -> AbstractContextManager[Visit]:
        """Look at what belongs to no cycle, or at several cycles at one moment."""
        return self._desk.look_outside()


class CycleRoom(_Told):
    """Somebody at work in one cycle, with one of its nouns: what ``plein inventory`` and its kind are built on. To make one reads nothing."""

    def __init__(self, desk: Desk, slug: str) -> None:
        self._desk = desk
        self._slug = slug

    def _act(
        self,
        act: str | None,
        *,
        revision: int | None = None,
        closed: bool = False,
        name: str | None = None,
        dry_run: bool = False,
    ) -> AbstractContextManager[Act]:
        """Do one act in this cycle, as :meth:`Desk.act` does it."""
        return self._desk.act(self._slug, act, revision=revision, closed=closed, name=name, dry_run=dry_run)

    def _look(self) -> AbstractContextManager[Sight]:
        """Look at this cycle through this person's eyes."""
        return self._desk.look(self._slug)
