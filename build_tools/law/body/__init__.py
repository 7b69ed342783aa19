"""Headings, articles and items of a law."""
