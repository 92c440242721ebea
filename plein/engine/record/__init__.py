"""The record as one may read it, and the check of everything against it."""
