"""What must hold before a site is published."""
