"""The document: its versions, the texts set aside, and the words to avoid in it."""
