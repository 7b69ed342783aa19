"""One module a kind of page; what has a ``KIND`` is registered by lying here."""
