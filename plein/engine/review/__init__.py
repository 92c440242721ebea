"""What the public wants changed: suggestions, where they stand, how the group decides on them, and the version that comes of it."""
