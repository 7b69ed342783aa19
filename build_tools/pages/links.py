"""References as links, written once for all pages that stand one level below an edition's front page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.reference import Doubt, Reference, ReferenceKind
from build_tools.pages.law_directory import EMPTY, LawDirectory, directory_href
from build_tools.model.runs import Mark, MarkKind
from build_tools.pages.urls import LOCALES, EditionUrls, relative


@dataclass(frozen=True, slots=True)
class EditionLinks:
    """Links between such pages: the same from each of them, and in both trees."""

    urls: EditionUrls
    known: frozenset[str]
    """Ids of pages and of rows that exist: ``art-14``, ``art-14-p1-i6``, ``ch-3``, ``explanation``."""
    hrefs: Mapping[str, str]
    """The way to each of them."""
    directory: LawDirectory = EMPTY
    """Other laws of the site."""

    @classmethod
    def of(cls, law: str, edition: str, known: Iterable[str], directory: LawDirectory = EMPTY) -> EditionLinks:
        """For one edition."""
        urls = EditionUrls(LOCALES[0], law, edition)
        names = frozenset(known)
        page = urls.page("-")
        return cls(urls, names, {name: relative(urls.target(name), page) for name in names}, directory)

    def href(self, target: str) -> str:
        """``../art-14/#p1-i6``; "" for a target that this edition does not hold, which is then no link.

        Where the article exists and the row does not, the link leads to the article.
        """
        if target.startswith("law:"):
            return directory_href(self.directory, target, self.urls)
        if target.startswith("art-") and target not in self.hrefs:
            target = article_of(target)
        return self.hrefs.get(target, "")

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
        if start is None or not reference.targets or reference.doubt == Doubt.OTHER_EDITION:
            continue
        ref = range_of(reference)
        for a, b, target in _ends(reference):
            href = links.href(target)
            if href:
                mark = Mark(start + a, start + b, MarkKind.LINK, href, "", ref)
                found.setdefault(reference.at, []).append(mark)
    return {place: tuple(marks) for place, marks in found.items()}


def range_of(reference: Reference) -> str:
    """First and last target and their number for the preview of a range, ``art-19 art-33 15``; "" for other kinds."""
    targets = reference.targets
    if reference.kind is not ReferenceKind.RANGE or len(targets) < 2:
        return ""
    return f"{targets[0]} {targets[-1]} {len(targets)}"


def _ends(reference: Reference) -> tuple[tuple[int, int, str], ...]:
    """Both halves of 第十九條至第三十三條 with their targets; anything else as one piece."""
    start, end, targets = reference.start, reference.end, reference.targets
    middle = reference.text.find("至")
    if reference.kind is not ReferenceKind.RANGE or middle <= 0 or len(targets) < 2:
        return ((start, end, targets[0]),)
    return ((start, start + middle, targets[0]), (start + middle + 1, end, targets[-1]))
