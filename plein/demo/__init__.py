"""The example that ``plein demo`` plays: a story told as data, and the play that acts it out. No rule and no door of its own."""
