"""What becomes of changes, and of words, from one version to the next."""
