"""Penalties read from the text of a law: who is punished, for what, how much, by whom."""
