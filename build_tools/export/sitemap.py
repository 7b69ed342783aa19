"""sitemap.xml for the public site: every page with its other script."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from build_tools.pages.urls import LOCALES, other_locale

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_TAGS = {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans"}


def sitemap(paths: Iterable[str], site_url: str) -> bytes:
    """All pages at ``paths`` (from the site's root) in their order; no dates, so that equal sites give equal bytes."""
    rows = [_HEAD]
    for path in paths:
        rows.append(f"<url><loc>{escape(site_url + path)}</loc>")
        if path.partition("/")[0] in LOCALES:
            for page in sorted((path, other_locale(path))):
                tag = _TAGS[page.partition("/")[0]]
                address = escape(site_url + page)
                rows.append(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{address}"/>')
        rows.append("</url>\n")
    rows.append("</urlset>\n")
    return "".join(rows).encode("utf-8")
