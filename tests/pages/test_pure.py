"""A page is a pure function of its view: views are frozen, hashable and picklable, and so is all that they are made from."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.model.issue import IssueLog
from build_tools.model.locale import LOCALES
from build_tools.model.site import Site
from build_tools.pages.edition import prepare_edition
from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.page import PageKind, PageView
from build_tools.pages.registry import page_kinds
from build_tools.pipeline import link_site, load_law, load_site, read_law
from build_tools.read.manifest import read_manifests
from build_tools.render.cells import Cells
from build_tools.render.law_pages import LawPages
from build_tools.render.templates import Templates

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    """The first law with its opinion."""
    return load_site(ROOT / "content", IssueLog())


def _views(site: Site) -> Iterator[tuple[LocalizedEdition, PageKind, PageView]]:
    directory = link_site(site.laws)
    for law, record in site.editions():
        edition = prepare_edition(law, record, directory)
        for locale in LOCALES:
            tree = LocalizedEdition(edition, locale)
            for kind in page_kinds():
                for view in kind.views(tree):
                    yield tree, kind, view


def test_a_site_and_its_directory_survive_a_pickle(site: Site) -> None:
    """So they may be kept, or made in another process."""
    assert pickle.loads(pickle.dumps(site)) == site
    directory = link_site(site.laws)
    assert pickle.loads(pickle.dumps(directory)) == directory


def test_a_law_is_a_pure_function_of_its_files(site: Site) -> None:
    """The same from files that went through a pickle, as they do on the way to another process."""
    for manifest, law in zip(read_manifests(ROOT / "content", IssueLog()), site.laws, strict=True):
        files = read_law(ROOT / "content", manifest)
        loaded = load_law(pickle.loads(pickle.dumps(files)))
        assert loaded.record == law
        assert pickle.loads(pickle.dumps(loaded)) == loaded


def test_a_page_is_a_pure_function_of_its_view(site: Site) -> None:
    """Rendered in any order, from views that went through a pickle, each page has the same bytes."""
    made = list(_views(site))
    templates = Templates(ROOT / "overrides")
    pages = {id(tree): LawPages(templates, tree, Cells(templates)) for tree, _, _ in made}
    first = [pages[id(tree)].page(kind.template, view) for tree, kind, view in made]
    other = {id(tree): LawPages(templates, tree, Cells(templates)) for tree, _, _ in made}
    again = [
        other[id(tree)].page(kind.template, pickle.loads(pickle.dumps(view)))
        for tree, kind, view in reversed(made)
    ]
    assert first == again[::-1]
    assert len({hash(view) for _, _, view in made}) == len({view for _, _, view in made}) == len(made)
