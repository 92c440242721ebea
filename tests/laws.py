"""How many examples a law looks at. No test stands here.

In the run of every day a seventh of what the law asks for, so that nobody waits; all with ``--hypothesis-profile=thorough``, as CI runs them, and
with ``--hypothesis-profile=search``, which looks at new ones each time.
"""

from __future__ import annotations

from hypothesis import settings

_FEWEST = 20


def looks(examples: int, *, least: int = _FEWEST) -> settings:
    """The setting of a law that should look at so many *examples* where the profile would have it look at a hundred; at *least* so many."""
    profile = settings.default
    assert profile is not None
    return settings(max_examples=max(examples * profile.max_examples // 100, least))
