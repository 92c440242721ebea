"""What the story says that people do, looked up by command: so that a test asks for what is in the story, and repeats nothing of it."""

from __future__ import annotations

from plein.demo.script import Step
from plein.demo.story import SCENES, SLUG


def steps(command: str, cycle: str = SLUG) -> list[Step]:
    """All steps with one command in a cycle, in their order."""
    every = [(part, part.cycle or scene.cycle) for scene in SCENES for part in scene.parts if isinstance(part, Step)]
    return [step for step, where in every if (step.command, where) == (command, cycle)]


def step(command: str, cycle: str = SLUG) -> Step:
    """The only one of them."""
    (found,) = steps(command, cycle)
    return found
