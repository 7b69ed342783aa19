"""Citations as they are written."""
