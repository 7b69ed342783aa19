"""What each page shows, as frozen data ready for a template: no HTML, no files."""
