"""The circle that writes: who might be invited, who was, who has a place in it, and who hosts."""
