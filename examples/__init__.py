"""Examples of plein in somebody else's program. They are run by tests/examples and are no part of the package."""
