"""Serves a folder in a process of its own: `python tests/serve_folder.py FOLDER` prints the port, then answers until it is ended.

A browser's driver and a server in threads of one process have ended that process now and then.
"""

from __future__ import annotations

import functools
import http.server
import sys


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves with the strictest policy that the site promises to work under."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'; img-src 'self' data:")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing to say."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that closes a page early is no error."""


if __name__ == "__main__":
    server = _Server(("127.0.0.1", 0), functools.partial(Quiet, directory=sys.argv[1]))
    print(server.server_port, flush=True)  # noqa: T201
    server.serve_forever()
