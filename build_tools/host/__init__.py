"""Programs that lend the site their page and their server."""
