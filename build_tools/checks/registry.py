"""The checks of every build: each is registered here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from build_tools.checks.catalogues import CatalogueCheck
from build_tools.checks.check import Check, CheckInputs
from build_tools.checks.elements import HOLDS_TEXT
from build_tools.checks.lines import LineCheck
from build_tools.checks.links import LinkCheck
from build_tools.checks.penalties import PenaltyCheck
from build_tools.checks.records import LayerCheck, LedgerCheck, VariantCheck
from build_tools.checks.texts import TextCheck
from build_tools.model.issue import Issue

CHECKS: tuple[type[Check], ...] = (
    LedgerCheck, LayerCheck, PenaltyCheck, VariantCheck, CatalogueCheck, LinkCheck, TextCheck, LineCheck,
)  # fmt: skip
_MOST_KEPT = 300


class SiteCheck:
    """Runs all checks: give it each page and style once, then ask `finish` for all findings; it keeps no page."""

    def __init__(self, inputs: CheckInputs) -> None:
        self._checks = [check(inputs) for check in CHECKS]
        self.issues: list[Issue] = [issue for check in self._checks for issue in check.start()]
        self._sound: set[str] = set()
        """Lasting pieces without text of a source in which nothing was found."""

    def page(self, path: str, pieces: Sequence[tuple[str, bool]]) -> None:
        """Look at one page, given by the path of its file.

        ``pieces`` joined are the page, and none begins within a tag; each comes with whether it is the same on
        many pages.
        """
        lasting = [html for html, lasts in pieces if lasts]
        own = "".join(html for html, lasts in pieces if not lasts)
        found = self._piece(path, own)
        for html in lasting:
            if html not in self._sound:
                of_piece = self._piece(path, html)
                found += of_piece
                if not of_piece and not HOLDS_TEXT.search(html):
                    if len(self._sound) > _MOST_KEPT:  # those of an edition come together: old ones are done
                        self._sound.clear()
                    self._sound.add(html)
        for check in self._checks:
            found.extend(check.page(path, own, lasting))
        self.issues.extend(_placed(issue, pieces) for issue in found)

    def _piece(self, path: str, html: str) -> list[Issue]:
        return [issue for check in self._checks for issue in check.piece(path, html)]

    def style(self, path: str, css: str) -> None:
        """Look at one style sheet."""
        for check in self._checks:
            self.issues.extend(check.style(path, css))

    def finish(self, files: Iterable[str]) -> tuple[Issue, ...]:
        """All findings; ``files`` are the paths of all files of the tree."""
        files = tuple(files)
        for check in self._checks:
            self.issues.extend(check.finish(files))
        return tuple(self.issues)


def _placed(issue: Issue, pieces: Sequence[tuple[str, bool]]) -> Issue:
    """The finding with its place in the page, found by the piece that has its line there."""
    if not issue.excerpt:
        return issue
    before = ""
    for html, _ in pieces:
        at = html.find(issue.excerpt)
        if at >= 0:
            before += html[:at]
            line = before.count("\n") + 1
            return replace(issue, line=line, column=len(before) - before.rfind("\n") - 1, excerpt="")
        before += html
    return replace(issue, line=0, column=0, excerpt="")
