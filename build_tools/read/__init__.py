"""Files become checked data: manifests and sources."""
