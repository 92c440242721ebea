"""What people say in the open: contributions, the topics they are about, what links them, and the report made of them."""
