"""The box of facts above an article: opinions and how their quotes fare, who names it, who cites it."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.pages.kinds.article import ArticleView
from build_tools.pages.localized import Link, LocalizedEdition


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the box; ``tone`` is ``ok``, ``bad`` or "" for what is neither."""

    name: str
    links: tuple[Link, ...]
    verdict: str = ""
    tone: str = ""


def article_facts(tree: LocalizedEdition, view: ArticleView) -> tuple[Fact, ...]:
    """Facts about one article; none about opinions where nobody has sent any on this law."""
    facts = []
    if tree.edition.documents:
        facts.append(_opinions(tree, view))
    if view.mentions:
        facts.append(Fact(tree.words("article.fact.general"), view.mentions))
    if view.cited_by:
        facts.append(Fact(tree.words("article.fact.cited-by"), view.cited_by))
    return tuple(facts)


def _opinions(tree: LocalizedEdition, view: ArticleView) -> Fact:
    name = tree.words("article.fact.opinions")
    if not view.opinions:
        return Fact(name, (), tree.words("article.no-opinions"))
    count = Link("#opinions", tree.words("article.opinion-count", count=len(view.opinions)))
    verdicts = dict.fromkeys(q.verdict for q in view.quotes)
    tone = ("ok" if all(q.agrees for q in view.quotes) else "bad") if verdicts else ""
    return Fact(name, (count,), "；".join(verdicts), tone)
