"""sitemap.xml for the public site: every page with its other script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.locale import LOCALES, in_tree, locale_of

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap_files(inputs: ExportInputs) -> Iterator[ExportedFile]:
    """``sitemap.xml``, if it is known where the site will stand."""
    if inputs.site_url:
        yield ExportedFile("sitemap.xml", sitemap(inputs.addresses, inputs.site_url))


def sitemap(paths: Iterable[str], site_url: str) -> bytes:
    """All pages at ``paths`` (from the site's root) in their order; no dates, so that equal sites give equal bytes."""
    rows = [_HEAD]
    for path in paths:
        rows.append(f"<url><loc>{escape(site_url + path)}</loc>")
        if locale_of(path):
            for locale in sorted(LOCALES, key=lambda locale: locale.tag):
                address = escape(site_url + in_tree(path, locale))
                rows.append(f'<xhtml:link rel="alternate" hreflang="{locale.lang}" href="{address}"/>')
        rows.append("</url>\n")
    rows.append("</urlset>\n")
    return "".join(rows).encode("utf-8")
