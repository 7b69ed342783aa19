"""What leaves the site: the offline bundle, machine-readable copies."""
