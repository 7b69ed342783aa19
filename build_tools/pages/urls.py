"""Addresses of pages and places: the only place that knows them.

A page's path has no leading slash and ends in one: ``zh-hant/{law}/{edition}/art-57/``. A fragment is the
same in both trees and every view. Links are written relative, so that the site works under any prefix and
from ``file:``.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.source import SourceFile

LOCALES = ("zh-hant", "zh-hans")
#: Shown by a server for any address that does not exist.
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class EditionUrls:
    """Addresses within one tree of one edition."""

    locale: str
    law: str
    edition: str

    @property
    def front(self) -> str:
        """Front page of the law."""
        return f"{self.locale}/{self.law}/{self.edition}/"

    def page(self, name: str) -> str:
        """A page below the front page: ``notice``, ``general``, ``opinions``, ``ch-3``, ``art-57``."""
        return f"{self.front}{name}/"

    def provision(self, provision: ProvisionId) -> str:
        """Page and fragment of a provision: ``…/art-57/#p2-i3``."""
        page = self.page(str(ProvisionId(provision.article)))
        return f"{page}#{provision.fragment}" if provision.fragment else page

    def target(self, target: str) -> str:
        """Page and fragment of a reference's target inside this edition: ``art-57-p2`` or ``ch-3``."""
        return self.provision(ProvisionId.parse(target)) if target.startswith("art-") else self.page(target)

    def comment(self, comment: str) -> str:
        """Place of an opinion on the page of all opinions: ``…/opinions/#c-lucyqin-4``."""
        return f"{self.page('opinions')}#{comment}"

    @property
    def ledger(self) -> str:
        """The ledger of this edition's sources, beside the provenance page."""
        return f"{self.page('provenance')}ledger.json"

    def source_file(self, source: SourceFile) -> str:
        """A source as received, beside the provenance page: ``…/provenance/draft-2026-01-31.txt``."""
        suffix = ".md" if source.path.endswith(".md") else ".txt"
        return f"{self.page('provenance')}{source.id.rpartition('/')[2]}{suffix}"


def other_locale(path: str) -> str:
    """The same page in the other tree."""
    locale, _, rest = path.partition("/")
    return f"{LOCALES[1 - LOCALES.index(locale)]}/{rest}"


def relative(target: str, page: str) -> str:
    """Link from the page at ``page`` to ``target`` (both from the site's root).

    >>> relative("zh-hant/x/y/art-2/#p1", "zh-hant/x/y/art-1/")
    '../art-2/#p1'
    """
    target, mark, fragment = target.partition("#")
    if target == page:
        return f"#{fragment}" if mark else "./"
    goal, here = target.split("/"), page.split("/")[:-1]
    common = 0
    while common < len(here) and common < len(goal) - 1 and here[common] == goal[common]:
        common += 1
    steps = "../" * (len(here) - common) + "/".join(goal[common:])
    return (steps or "./") + mark + fragment
