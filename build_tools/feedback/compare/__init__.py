"""A submission compared with the law: quotes, anchors, claims, mentions."""
