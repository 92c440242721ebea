"""Pages for people: what is open of a cycle, written as a small static site. What may be seen is the engine's to say, not ours."""
