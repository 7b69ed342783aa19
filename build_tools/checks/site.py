"""What must hold in every built tree, looked at page by page while it is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from build_tools.checks.ledger import check_ledgers
from build_tools.checks.lines import check_lines
from build_tools.checks.links import LinkCheck
from build_tools.checks.texts import TextCheck, source_texts
from build_tools.model.issue import Issue
from build_tools.model.site import Site


@dataclass(slots=True)
class SiteCheck:
    """Give it each page and style once, then ask `finish` for all findings; it keeps no page."""

    texts: TextCheck
    links: LinkCheck
    issues: list[Issue] = field(default_factory=list)

    @classmethod
    def of(cls, site: Site, root: str = "/") -> SiteCheck:
        """A check for one site; ``root`` is its path on the host."""
        check = cls(TextCheck(source_texts(site)), LinkCheck(root))
        check.issues.extend(check_ledgers(site))
        return check

    def page(self, path: str, html: str) -> None:
        """Look at one page, given by the path of its file."""
        self.issues.extend(self.links.page(path, html))
        self.issues.extend(self.texts.page(path.removesuffix("index.html"), html))
        self.issues.extend(check_lines(path, html))

    def style(self, path: str, css: str) -> None:
        """Look at one style sheet."""
        self.issues.extend(self.links.style(path, css))

    def finish(self, files: Iterable[str]) -> tuple[Issue, ...]:
        """All findings; ``files`` are the paths of all files of the tree."""
        self.issues.extend(self.links.finish(files))
        self.issues.extend(self.texts.finish())
        return tuple(self.issues)
