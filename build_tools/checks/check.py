"""What a check of a build is: it sees the model, then each page once, then the paths of all files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.issue import Issue
from build_tools.model.site import Site


@dataclass(frozen=True, slots=True)
class CheckInputs:
    """What checks are made for."""

    site: Site
    root: str = "/"
    """Path of the site on its host."""
    templates: Path | None = None
    """Folder of the templates, for what they ask for."""


class Check:
    """Looks at a build while it is made and keeps no page; a check overrides what it needs."""

    def __init__(self, inputs: CheckInputs) -> None:
        self.inputs = inputs

    def start(self) -> Iterable[Issue]:
        """Findings about the model, before any page."""
        return ()

    def page(self, path: str, own: str, lasting: Sequence[str]) -> Iterable[Issue]:  # noqa: ARG002
        """Findings of one page, by the path of its file: ``own`` is what only it has, ``lasting`` what many share."""
        return ()

    def piece(self, path: str, html: str) -> Iterable[Issue]:  # noqa: ARG002
        """Findings of one stretch of a page, which begins and ends between tags.

        A stretch that many pages share is shown once if nothing was found and no text of a source stands in it.
        """
        return ()

    def style(self, path: str, css: str) -> Iterable[Issue]:  # noqa: ARG002
        """Findings of one style sheet."""
        return ()

    def finish(self, files: Iterable[str]) -> Iterable[Issue]:  # noqa: ARG002
        """Findings about the whole; ``files`` are the paths of all files of the tree."""
        return ()
