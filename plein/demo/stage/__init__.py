"""The stage: every act of the story done through somebody's seat, with the command beside it that does the same.

Nothing here knows the story. The commands, in full and with the moment of each, go into ``commands.sh``: whoever runs that in an empty
folder beside the same texts gets the same cycles.
"""

from __future__ import annotations

from plein.demo.stage.circle import CircleStage
from plein.demo.stage.course import CourseStage
from plein.demo.stage.inventory import InventoryStage
from plein.demo.stage.people import PeopleStage
from plein.demo.stage.review import ReviewStage


class Stage(CourseStage, PeopleStage, InventoryStage, CircleStage, ReviewStage):
    """One cycle on one database in one folder, and everybody who acts in it."""

    def elsewhere(self, slug: str) -> Stage:
        """The stage of another cycle in the same place; its commands come after those of this one."""
        return Stage(self._plein, self._folder, slug, self.commands)
