"""MkDocs with Material as host."""
