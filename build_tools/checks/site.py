"""What must hold in every built tree, looked at page by page while it is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from build_tools.checks.elements import HOLDS_TEXT
from build_tools.checks.ledger import check_ledgers
from build_tools.checks.lines import check_lines
from build_tools.checks.links import LinkCheck
from build_tools.checks.texts import TextCheck, source_texts
from build_tools.model.issue import Issue
from build_tools.model.site import Site

_MOST_KEPT = 300


@dataclass(slots=True)
class SiteCheck:
    """Give it each page and style once, then ask `finish` for all findings; it keeps no page."""

    texts: TextCheck
    links: LinkCheck
    issues: list[Issue] = field(default_factory=list)
    _sound: set[str] = field(default_factory=set)
    """Lasting pieces without text of a source in which nothing was found."""

    @classmethod
    def of(cls, site: Site, root: str = "/") -> SiteCheck:
        """A check for one site; ``root`` is its path on the host."""
        check = cls(TextCheck(source_texts(site)), LinkCheck(root))
        check.issues.extend(check_ledgers(site))
        return check

    def page(self, path: str, pieces: Sequence[tuple[str, bool]]) -> None:
        """Look at one page, given by the path of its file.

        ``pieces`` joined are the page, and none begins within a tag; each comes with whether it is the same on
        many pages.
        """
        address = path.removesuffix("index.html")
        lasting = [html for html, lasts in pieces if lasts]
        own = "".join(html for html, lasts in pieces if not lasts)
        self.issues.extend(self.links.page(path, own, lasting))
        found = [*self.texts.piece(address, own), *check_lines(path, own)]
        for html in lasting:
            if html not in self._sound:
                found += self._lasting(address, path, html)
        self.texts.end_page(address)
        if found:
            self.issues.extend(_placed(issue, pieces) for issue in found)

    def _lasting(self, address: str, path: str, html: str) -> list[Issue]:
        """Findings of a piece that many pages share; a sound one need not be looked at again."""
        found = [*self.texts.piece(address, html), *check_lines(path, html)]
        if not found and not HOLDS_TEXT.search(html):
            if len(self._sound) > _MOST_KEPT:
                self._sound.clear()
            self._sound.add(html)
        return found

    def style(self, path: str, css: str) -> None:
        """Look at one style sheet."""
        self.issues.extend(self.links.style(path, css))

    def finish(self, files: Iterable[str]) -> tuple[Issue, ...]:
        """All findings; ``files`` are the paths of all files of the tree."""
        self.issues.extend(self.links.finish(files))
        self.issues.extend(self.texts.finish())
        return tuple(self.issues)


def _placed(issue: Issue, pieces: Sequence[tuple[str, bool]]) -> Issue:
    """The finding with its place in the page, found by the piece that has its line there."""
    for i, (html, _) in enumerate(pieces):
        at = html.find(issue.excerpt)
        if issue.excerpt and at >= 0:
            before = "".join(text for text, _ in pieces[:i]) + html[:at]
            line = before.count("\n") + 1
            return replace(issue, line=line, column=len(before) - before.rfind("\n") - 1, excerpt="")
    return replace(issue, line=0, column=0, excerpt="")
