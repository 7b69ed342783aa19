"""引文核對: a quotation is pasted, and the page finds its provision and shows what differs. The work is a script's."""

from __future__ import annotations

from build_tools.model.locale import Locale
from build_tools.model.site import Site
from build_tools.pages.localized import Link
from build_tools.pages.site_page import SitePageKind, SitePageView, site_head


def view(_site: Site, locale: Locale, links: tuple[Link, ...]) -> SitePageView:
    """The page in one tree; it is the same whatever laws there are."""
    return SitePageView(**site_head(locale, "verify", links))


KIND = SitePageKind(name="verify", template="verify", order=20, view=view)
