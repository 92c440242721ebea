"""What changed between two texts, told as people would tell it."""
