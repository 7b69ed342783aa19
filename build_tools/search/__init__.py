"""What the search box reads."""
