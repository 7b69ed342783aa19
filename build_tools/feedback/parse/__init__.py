"""A feedback file becomes a submission: opinions, quotes, lines outside."""
