"""Ready texts for a place where people collide, made of nothing but what they wrote."""
