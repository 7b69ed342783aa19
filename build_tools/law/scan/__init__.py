"""Lines of a law file: their labels, markers and forms."""
