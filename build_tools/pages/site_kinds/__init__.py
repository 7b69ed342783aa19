"""The kinds of pages above the laws: each module with a ``KIND`` is one page in every tree."""
