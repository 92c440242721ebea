"""What a crowd suggests, folded and made decidable."""
