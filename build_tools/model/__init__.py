"""Frozen nouns of the field: source, law, feedback, variant, reference, issue, site."""
