"""What citations mean: provisions that exist, or the reason why none is meant."""
