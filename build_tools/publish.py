"""The whole site from the model: pages put into their shells, checked, written beside the former site, swapped."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from build_tools.checks.check import CheckInputs
from build_tools.checks.conservation import check_conservation
from build_tools.checks.registry import SiteCheck
from build_tools.checks.sums import check_sums
from build_tools.checks.trees import open_tree
from build_tools.export.offline import Bundle
from build_tools.export.registry import EXPORTS, files_beside_pages
from build_tools.export.staging import BuildFailed, Staging, failure, open_staging
from build_tools.export.tree import TreeWriter
from build_tools.model.export import ExportedFile, ExportInputs
from build_tools.model.issue import Issue, Severity, file_error
from build_tools.model.locale import LOCALES, locale_of
from build_tools.model.site import Site
from build_tools.pages.localized import edition_title
from build_tools.pages.urls import NOT_FOUND, EditionUrls
from build_tools.pipeline import link_site
from build_tools.render.page import Page
from build_tools.render.pages import render_pages
from build_tools.render.shell import Shell, Surroundings
from build_tools.settings import Settings
from build_tools.text.checksums import SUMS

__all__ = ["BuildFailed", "Publication", "snapshot", "stopping", "surroundings", "verify"]

Shells = Mapping[tuple[str, int], Shell]
"""By locale and depth; the shell of 404.html has depth -1."""


class Publication:
    """One build from its lock to its swap; `close` may be called at any time and undoes what was not committed."""

    def __init__(self, settings: Settings, work: Path | None = None) -> None:
        """Lock the output and note what the sources are; BuildFailed if the output may not be written."""
        self._settings = settings
        self._inputs = snapshot(settings.inputs)
        protected = (*settings.inputs, settings.config.parent)
        self._staging: Staging = open_staging(settings.out, settings.bundle, protected, work)
        self._bundle: Bundle | None = None

    @property
    def tree(self) -> Path:
        """Where the host puts its own files; `write` adds the rest."""
        return self._staging.tree

    def write(
        self, site: Site, shells: Shells, progress: Callable[[str], None] = lambda _step: None
    ) -> tuple[Issue, ...]:
        """Write all pages and exports of a site and say what the checks found.

        Pages are made and written one at a time, so that a site of any size fits into memory. ``progress`` is
        told each law when its pages begin.
        """
        settings = self._settings
        check = SiteCheck(CheckInputs(site, settings.root, settings.overrides))
        writer = TreeWriter(self.tree)
        new = self._staging.new_bundle
        self._bundle = Bundle(new, settings.date) if new else None
        for path, data in _host_files(self.tree):
            self._put(writer, path, data)
            if path.endswith(".css"):
                check.style(path, data.decode("utf-8"))
        inputs = ExportInputs(site, link_site(site.laws), settings.site_url, templates=settings.overrides)
        named = self._export(writer, inputs, before_pages=True)
        around = surroundings(site, {(f.law, f.edition): f.path for f in named if f.law})
        said = {f.tree: f.path for f in named if f.tree}
        shells = {key: replace(shell, search_words=said.get(key[0], "")) for key, shell in shells.items()}
        addresses, law = [], ""
        beside = partial(files_beside_pages, site_url=settings.site_url)
        for page in render_pages(site, inputs.directory, settings.overrides, settings.content, beside):
            if isinstance(page, ExportedFile):
                self._put(writer, page.path, page.data)
                continue
            if page.law != law:
                law = page.law
                progress(f"pages of {law}")
            path = page.path if page.path.endswith(".html") else f"{page.path}index.html"
            pieces = _shell(shells, page).pieces(page, around.get((_locale(page), page.law, page.edition)))
            check.page(path, pieces)
            if writer.write(path, "".join(piece.html for piece in pieces).encode("utf-8")) and self._bundle:
                self._bundle.add_page(path, pieces)
            if path != NOT_FOUND:
                addresses.append(page.path)
        self._export(writer, replace(inputs, addresses=tuple(addresses)), before_pages=False)
        writer.finish()
        return (*writer.issues, *check.finish((*writer.sums, SUMS)))

    def _export(self, writer: TreeWriter, inputs: ExportInputs, *, before_pages: bool) -> list[ExportedFile]:
        """Write the exports of one time; what was written, without its content."""
        written = []
        for export in EXPORTS:
            if export.before_pages == before_pages:
                for file in export.files(inputs):
                    self._put(writer, file.path, file.data)
                    written.append(file._replace(data=b""))
        return written

    def _put(self, writer: TreeWriter, path: str, data: bytes) -> None:
        if writer.write(path, data) and self._bundle:
            self._bundle.add(path, data)

    def commit(self) -> None:
        """Finish the bundle and put both in place; BuildFailed (E505) if a source changed since the build began."""
        if self._bundle:
            self._bundle.finish()
        changed = sorted({path for path, _ in snapshot(self._settings.inputs).items() ^ self._inputs.items()})
        if changed:
            message = "changed while the site was made from it"
            raise BuildFailed((file_error("E505", path, message, "build again") for path in changed), 1)
        self._staging.commit()

    def close(self) -> None:
        """End the build and clear away what was not committed."""
        if self._bundle:
            self._bundle.close()
        self._staging.abort()


def verify(path: Path) -> tuple[Issue, ...]:
    """Is this site, as a folder or a zip, whole and unaltered, and does it give back its sources?

    例: one byte changed in ``zh-hant/x/y/art-1/index.html`` gives E541 with that name.
    """
    try:
        with open_tree(path) as tree:
            issues = tuple(check_sums(path, tree))
            return issues or tuple(check_conservation(tree))
    except (OSError, zipfile.BadZipFile) as error:
        return (file_error("E543", path, f"cannot be read: {error}"),)


def snapshot(inputs: Iterable[Path]) -> dict[str, str]:
    """SHA-256 of each file that these files and folders are or hold."""
    found = {}
    for path in inputs:
        for file in (path,) if path.is_file() else path.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                found[file.as_posix()] = sha256(file.read_bytes()).hexdigest()
    return found


def surroundings(
    site: Site, previews: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str, str], Surroundings]:
    """What header and footer say of each edition in each tree, by locale, law and edition.

    ``previews`` says where the texts of an edition's previews are.
    """
    found = {}
    for law, edition in site.editions():
        slug, name = law.manifest.slug, edition.facts.slug
        for locale in LOCALES:
            urls, title = EditionUrls(locale.tag, slug, name), edition_title(law, edition, locale.script)
            preview = previews.get((slug, name), "")
            found[locale.tag, slug, name] = Surroundings(title, urls.front, urls.page("provenance"), preview)
    return found


def stopping(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Do these findings stop publication? Errors do, and under ``strict`` warnings too."""
    halting = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(issue.severity in halting for issue in issues)


def _shell(shells: Shells, page: Page) -> Shell:
    depth = -1 if page.path == NOT_FOUND else page.path.count("/")
    shell = shells.get((_locale(page), depth))
    if shell is None:
        raise failure("E510", 1, page.path, f"there is no shell for pages {depth} folders deep")
    return shell


def _locale(page: Page) -> str:
    return (locale_of(page.path) or LOCALES[0]).tag


def _host_files(tree: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(tree.rglob("*")):
        if path.is_file():
            yield path.relative_to(tree).as_posix(), path.read_bytes()
