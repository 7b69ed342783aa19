"""What an export is: files of the site that are not pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from build_tools.model.directory import LawDirectory
from build_tools.model.site import Site


class ExportedFile(NamedTuple):
    """One file by its path from the site's root.

    ``law`` and ``edition`` name those that it is about, if one is; ``tree`` the tree whose every page names it.
    """

    path: str
    data: bytes
    law: str = ""
    edition: str = ""
    tree: str = ""


@dataclass(frozen=True, slots=True)
class ExportInputs:
    """What exports are made from; ``addresses`` are the paths of all pages, known once those are written.

    ``templates`` holds ``law/``.
    """

    site: Site
    directory: LawDirectory
    site_url: str = ""
    addresses: tuple[str, ...] = ()
    templates: Path = Path()


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of file; ``before_pages``: pages name its files, so it is made first."""

    name: str
    files: Callable[[ExportInputs], Iterable[ExportedFile]]
    before_pages: bool = False
