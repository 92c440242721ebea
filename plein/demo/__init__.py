"""The example that ``plein demo`` plays: a story told as data, and the player that walks through it. No rule and no door of its own."""
