"""Ratios against a plain mkdocs-material site of the same content, built in the same run."""
