"""Who says what, and when, in the example: a module for each chapter, data only. The acting is in ``scenes``. The town, its people and its
newspaper are invented.
"""

from __future__ import annotations

SLUG = "woonnotitie"
HOST = "anna"
TITLE = "Wonen in Overwaard"
QUESTION = "Wat moet er gebeuren zodat iedereen in Overwaard prettig kan wonen, nu en in 2035?"
