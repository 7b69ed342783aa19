"""References as links, written once for all pages that stand one level below an edition's front page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.model.directory import LawDirectory
from build_tools.model.ids import ProvisionId
from build_tools.model.reference import Doubt, Reference
from build_tools.model.runs import Mark, MarkKind
from build_tools.model.target import Target
from build_tools.pages.urls import EditionUrls, relative


@dataclass(frozen=True, slots=True)
class EditionLinks:
    """Links between such pages: the same from each of them, and in both trees."""

    urls: EditionUrls
    hrefs: Mapping[str, str]
    """The way to each page and row that exists: ``art-14``, ``art-14-p1-i6``, ``ch-3``, ``explanation``."""
    directory: LawDirectory
    """Other laws of the site."""

    @classmethod
    def of(cls, law: str, edition: str, known: Iterable[str], directory: LawDirectory) -> EditionLinks:
        """For one edition."""
        urls = EditionUrls("-", law, edition)
        page = urls.page("-")
        return cls(urls, {name: relative(urls.target(name), page) for name in known}, directory)

    def href(self, place: str) -> str:
        """``../art-14/#p1-i6``; "" for a place that this edition does not hold, which is then no link.

        Where the article exists and the row does not, the link leads to the article.
        """
        if place.startswith("art-") and place not in self.hrefs:
            place = article_of(place)
        return self.hrefs.get(place, "")

    def href_of(self, target: Target) -> str:
        """The way to a reference's target, in this law or another of the site; "" if it is not here."""
        if target.law is None:
            return self.href(target.place)
        found = self.directory.find(target)
        if found is None or found[0].law == self.urls.law:
            return ""
        entry, place = found
        there = EditionUrls(self.urls.tree, entry.law, entry.edition)
        return relative(there.target(place) if place else there.front, self.urls.page("-"))

    def page(self, name: str, fragment: str = "") -> str:
        """``../general/#g2``."""
        return relative(self.urls.page(name), self.urls.page("-")) + (f"#{fragment}" if fragment else "")


def article_of(provision: str) -> str:
    """The article that a provision lies in.

    >>> article_of("art-57-p2-i3")
    'art-57'
    """
    return str(ProvisionId(ProvisionId.parse(provision).article))


def link_marks(
    references: Iterable[Reference], starts: Mapping[str, int], links: EditionLinks
) -> dict[str, tuple[Mark, ...]]:
    """References that lead somewhere in this edition, as links, by the id of the line they stand in.

    A range (第十九條至第三十三條) gives one link for each end. What is unresolved, or belongs to a law or
    edition that is not here, gives none. ``starts`` says where each line begins in its file; the links' offsets
    are in the file.
    """
    found: dict[str, list[Mark]] = {}
    for reference in references:
        start = starts.get(reference.at)
        if start is None or reference.doubt == Doubt.OTHER_EDITION:
            continue
        ref = range_of(reference)
        for piece in reference.pieces:
            href = links.href_of(piece.target)
            if href:
                mark = Mark(start + piece.start, start + piece.end, MarkKind.LINK, href, "", ref)
                found.setdefault(reference.at, []).append(mark)
    return {place: tuple(marks) for place, marks in found.items()}


def range_of(reference: Reference) -> str:
    """First and last target and their number for the preview of a range, ``art-19 art-33 15``; "" for other kinds."""
    if not reference.is_range:
        return ""
    return f"{reference.targets[0]} {reference.targets[-1]} {len(reference.targets)}"
