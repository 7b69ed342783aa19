"""The text of a law becomes a tree with a ledger."""
