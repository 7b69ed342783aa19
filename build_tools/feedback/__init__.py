"""Opinions against the law: quotes, anchors, claims."""
