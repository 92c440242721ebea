"""One text, read: its canonical form, its paragraphs, words and units, and what a reader is shown of it."""
