"""The scenes: each acts out one chapter of the story, and tells what came of it."""
