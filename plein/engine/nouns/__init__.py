"""The nouns of the library that more than one room makes together."""
