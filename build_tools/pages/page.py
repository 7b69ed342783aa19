"""What a kind of page is: which pages of it there are, what each shows, how it is reached and found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypedDict

from build_tools.model.site import EditionRecord, LawRecord
from build_tools.pages.found import Document
from build_tools.pages.localized import Link, LocalizedEdition


@dataclass(frozen=True, kw_only=True)
class PageView:
    """All that one page shows: frozen, hashable and picklable, so that a page is a pure function of it.

    Links in it are relative to ``path``.
    """

    path: str
    """From the site's root: ``zh-hant/{law}/{edition}/art-57/``."""
    kind: str
    """For scripts and styles: ``article``, ``notice``."""
    name: str
    """What the page is called: 第五十七條."""
    title: str
    """For <title>: 第五十七條 - 網絡犯罪防治法（徵求意見稿）."""
    description: str
    crumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    opened: str = ""
    """The group of articles that the navigation shows."""


class Head(TypedDict):
    """The first fields of a view, which pages below the front page fill in alike."""

    path: str
    kind: str
    name: str
    title: str
    description: str
    crumbs: tuple[Link, ...]


def page_head(
    tree: LocalizedEdition,
    page: str,
    name: str,
    description: str,
    *,
    kind: str = "",
    above: Iterable[Link] = (),
) -> Head:
    """For the page with this name below the front page; ``above`` are headings that it stands under."""
    return Head(
        path=tree.urls.page(page), kind=kind or page, name=name, title=tree.page_title(name),
        description=description, crumbs=(Link("../", tree.short_title), *above),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """How a page is reached: its line in the navigation, and its card on the front page.

    ``card`` orders the cards; 0 for none.
    """

    page: str
    """Its name below the edition's front page; "" for that page itself."""
    title: str
    group: Literal["before", "after", "within"] = "after"
    """Before or after the headings of the law; ``within`` has no line, for another page leads to it."""
    note: str = ""
    """What the card says of it."""
    card: int = 0


def _none(*_inputs: object) -> Iterator[object]:
    yield from ()


@dataclass(frozen=True, kw_only=True)
class PageKind:
    """One kind of page of an edition. A module in ``pages/kinds`` that has a ``KIND`` is its registration."""

    template: str
    """``overrides/law/{template}.html``, which gets the view as ``v``."""
    order: int
    """Among the kinds: in the sitemap, the navigation and the results of a search."""
    views: Callable[[LocalizedEdition], Iterable[PageView]]
    """The pages of this kind; none if it does not exist for an edition."""
    entries: Callable[[LocalizedEdition], Iterable[Entry]] = _none  # type: ignore[assignment]
    documents: Callable[[LawRecord, EditionRecord], Iterable[Document]] = _none  # type: ignore[assignment]
    """What the search finds on these pages."""
    search_kinds: tuple[tuple[str, str], ...] = ()
    """Kinds of those documents, with the key of the words for each: ``("provision", "search.kind.provision")``."""
