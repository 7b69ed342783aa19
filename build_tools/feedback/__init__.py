"""What people wrote about a law: read, and compared with it."""
