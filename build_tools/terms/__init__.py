"""Expressions that a law defines, and where it uses them."""
