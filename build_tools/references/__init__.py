"""Citations in a text, and what they mean."""
