"""The queries and small values that every room needs. No rule stands here."""
