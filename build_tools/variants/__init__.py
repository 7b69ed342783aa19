"""The other script and the display form."""
