"""Changes as people read them, and passages as people point at them."""
