"""Arc diagram of who cites whom: all articles on one line, an arc from each citing article to each cited one."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.pages.localized import LocalizedEdition
from build_tools.pages.provisions import article_number
from build_tools.pages.urls import relative

#: Width of a label, which is what a finger or pointer aims at: WCAG 2.2, 2.5.8 asks for 24 px.
LABEL = 26
ROW = 24
#: Room between two articles, in px, by how many articles a law may have for it; labels stand in so many rows
#: that they do not meet. A law of 68 articles fits a page, one of 300 is 1,800 px wide and is scrolled.
_STEPS = ((34, 26), (75, 13), (120, 9), (320, 6.5))
_LEAST = 5.2
#: Arcs up to this height are half circles; taller ones are pressed so that the tallest is `TALLEST`.
_ROUND = 60
TALLEST = 260
_PAD = 6
_STEM = 14
_BASE = 16

Pairs = list[tuple[int, int]]
"""Citing and cited article, by their numbers in the order of the law."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One article: its dot on the line and its label below."""

    id: str
    """Number in the order of the law, from 0; arcs name it."""
    x: str
    left: str
    """Left edge of the label."""
    label: str
    """Upper edge of the label."""
    text: str
    """Base line of its number."""
    number: str
    href: str
    radius: str
    shade: int
    """0 to 3 by how many opinions it drew."""
    title: str
    """第五十八條：引用4條，被1條引用，2則意見."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One pair of articles; ``start`` cites ``end``."""

    start: str
    end: str
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class ArcsView:
    """The diagram; all lengths in px, written as SVG has them."""

    width: str
    height: str
    axis: str
    label_width: int
    row: int
    ticks: tuple[Tick, ...]
    arcs: tuple[Arc, ...]
    opinions: bool
    """True if some article drew opinions, which its dot shows."""
    table: str
    """Where the table stands that says the same, from the page."""


def arcs_view(tree: LocalizedEdition, page: str) -> ArcsView | None:
    """The diagram as seen from the page at ``page``; None if no article cites another.

    Each member of a range has an arc of its own; an article that cites itself (前款) and chapters have none.
    """
    articles = tree.edition.record.text.articles
    order = {str(a.id): n for n, a in enumerate(articles)}
    pairs = sorted(_pairs(tree, order))
    if not pairs:
        return None
    step, rows = _spacing(len(articles))
    left = LABEL / 2 + _PAD
    xs = [left + n * step for n in range(len(articles))]
    radii = [abs(xs[b] - xs[a]) / 2 for a, b in pairs]
    widest = max(radii)
    axis = _PAD + max(_height(r, widest) for r in radii)
    arcs = tuple(_arc(tree, pair, xs, axis, widest) for pair in pairs)
    ticks = tuple(_tick(tree, n, xs[n], axis, rows, pairs, page, step) for n in range(len(articles)))
    table = relative(tree.urls.page("references") + "#from-article", page)
    return ArcsView(
        _px(xs[-1] + left), _px(axis + _STEM + rows * ROW + _PAD), _px(axis), LABEL, ROW, ticks, arcs,
        bool(tree.edition.opinion_counts), table,
    )  # fmt: skip


def _pairs(tree: LocalizedEdition, order: dict[str, int]) -> set[tuple[int, int]]:
    index = tree.edition.citations
    return {(order[here], n) for goal, n in order.items() for here in index.citing_articles(goal)}


def _spacing(count: int) -> tuple[float, int]:
    """Room between two articles and rows of labels.

    >>> _spacing(20), _spacing(68), _spacing(300)
    ((26, 1), (13, 2), (6.5, 4))
    """
    step = next((room for most, room in _STEPS if count <= most), _LEAST)
    return step, round(LABEL / step + 0.49)


def _height(radius: float, widest: float) -> float:
    """Height of an arc: as high as half its width, but the widest at most `TALLEST` and the others in between."""
    if radius <= _ROUND or widest <= TALLEST:
        return radius
    return _ROUND + (radius - _ROUND) * (TALLEST - _ROUND) / (widest - _ROUND)


def _arc(tree: LocalizedEdition, pair: tuple[int, int], xs: list[float], axis: float, widest: float) -> Arc:
    first, last = min(pair), max(pair)
    radius = (xs[last] - xs[first]) / 2
    path = f"M{_px(xs[first])} {_px(axis)}A{_px(radius)} {_px(_height(radius, widest))} 0 0 1 {_px(xs[last])} {_px(axis)}"
    names = [tree.article(tree.edition.record.text.articles[n]) for n in pair]
    title = tree.words("references.arcs.arc", citing=names[0], cited=names[1])
    return Arc(str(pair[0]), str(pair[1]), path, title)


def _tick(
    tree: LocalizedEdition, n: int, x: float, axis: float, rows: int, pairs: Pairs, page: str, step: float
) -> Tick:
    article = tree.edition.record.text.articles[n]
    key = str(article.id)
    opinions = tree.edition.opinion_counts.get(key, 0)
    title = tree.words(
        "references.arcs.tick-opinions" if opinions else "references.arcs.tick",
        article=tree.article(article),
        cites=sum(a == n for a, _ in pairs),
        cited=sum(b == n for _, b in pairs),
        opinions=opinions,
    )
    top = axis + _STEM + n % rows * ROW
    radius = min(2.5 + 1.2 * min(opinions, 3), step * 0.75)
    return Tick(
        str(n), _px(x), _px(x - LABEL / 2), _px(top), _px(top + _BASE), article_number(article.id.article),
        relative(tree.urls.target(key), page), _px(radius), min(opinions, 3), title,
    )  # fmt: skip


def _px(length: float) -> str:
    """A length with at most one decimal."""
    return f"{length:.1f}".removesuffix(".0")
