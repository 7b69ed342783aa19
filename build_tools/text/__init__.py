"""Strings and numbers, nothing of law: numerals, folding, offsets, differences."""
