"""Many people's changes of one text, brought together."""
