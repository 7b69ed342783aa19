"""Text becomes trees: law, feedback; knows neither scripts nor links."""
