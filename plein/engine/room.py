"""What a noun of one cycle is built on: a desk, and the name of the cycle."""

from __future__ import annotations

from contextlib import AbstractContextManager

from plein.engine.desk import Act, Desk, Sight


class Room:
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
        """Do one act in this cycle, as :meth:`Desk._act` does it."""
        return self._desk._act(self._slug, act, revision=revision, closed=closed, name=name, dry_run=dry_run)

    def _look(self) -> AbstractContextManager[Sight]:
        """Look at this cycle through this person's eyes."""
        return self._desk._look(self._slug)
