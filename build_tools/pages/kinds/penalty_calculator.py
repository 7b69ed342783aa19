"""幅度試算: a page that asks for an article and a case, and lists what the law lays down for it. It decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import Branch
from build_tools.pages.calculator_data import articles_in_words, calculator_data, has_calculator
from build_tools.pages.consequence import status_words
from build_tools.pages.kinds.penalties import penalty_tabs
from build_tools.pages.localized import Link, LocalizedEdition
from build_tools.pages.page import Entry, PageKind, PageView, page_head
from build_tools.pages.provisions import article_number

_PAGE = "penalty-calculator"


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """An article that a penalty names."""

    id: str
    number: str
    title: str


@dataclass(frozen=True, kw_only=True)
class PenaltyCalculatorView(PageView):
    """What the page shows before anything is asked."""

    law: str
    status: str
    published: str
    data: str
    """The script with the rows, beside the page."""
    tabs: tuple[Link, ...]
    articles: tuple[NamedArticle, ...]
    branches: tuple[tuple[str, str], ...]
    """Codes of the circumstances that rows of the law know, with their names."""
    unnamed: tuple[Link, ...]
    """Articles whose penalties name no article."""


def penalty_calculator_views(tree: LocalizedEdition) -> Iterator[PenaltyCalculatorView]:
    """The one page of this kind, if a penalty names an article."""
    if not has_calculator(tree):
        return
    words, facts, index = tree.words, tree.edition.record.facts, tree.edition.penalties
    named = (article for article in tree.edition.articles if article in index.by_duty)
    rows = [row for row in index.rows if row.duties]
    known = dict.fromkeys(b for row in rows for b in row.cond if b is not Branch.PENALISED)
    yield PenaltyCalculatorView(
        **page_head(tree, _PAGE, words("penalty_calculator.title"), words("penalty_calculator.description", law=tree.law_title)),
        law=tree.law_title, status=status_words(tree), published=facts.published.isoformat() if facts.published else "",
        data=calculator_data(tree).name, tabs=penalty_tabs(tree, _PAGE),
        articles=tuple(NamedArticle(a, article_number(ProvisionId.parse(a).article), tree.article(a)) for a in named),
        branches=tuple((b.value, words(f"penalties.branch.{b.value}")) for b in known),
        unnamed=tuple(map(tree.article_link, articles_in_words(tree))),
    )  # fmt: skip


def penalty_calculator_entries(tree: LocalizedEdition) -> Iterator[Entry]:
    """One line below that of the table."""
    if has_calculator(tree):
        yield Entry(_PAGE, tree.words("penalty_calculator.title"))


KIND = PageKind(
    template="penalty_calculator",
    order=54,
    views=penalty_calculator_views,
    entries=penalty_calculator_entries,
)
