"""A cycle as a whole: how it begins, moves from phase to phase, and follows another."""
