"""Views become HTML: templates, marks in text, prose, the shell of the host."""
