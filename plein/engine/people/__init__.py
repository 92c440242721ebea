"""The people the organisation knows, what they are called, and the lists they are on. They belong to no cycle."""
