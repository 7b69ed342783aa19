"""Makes the pictures of the README from the site built in this folder: `make picture`."""

from __future__ import annotations

import functools
import http.server
import threading

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM, EDITION, FLAGS, LAW, ROOT


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing to say."""


def main() -> None:
    """Write docs/article.png and docs/front.png, 1440 px wide."""
    handler = functools.partial(_Quiet, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        base = f"http://127.0.0.1:{server.server_port}/zh-hant/{LAW}/{EDITION}/"
        for name, path in (("article", "art-12/"), ("front", "")):
            page.goto(base + path)
            page.screenshot(path=ROOT / "docs" / f"{name}.png")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
