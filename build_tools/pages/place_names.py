"""What citing and cited places are called, in the script of a tree: 第五十八條第二款第（三）項, 第十二條意見2."""

from __future__ import annotations

import re

from build_tools.grammar.numerals import to_chinese
from build_tools.model.ids import ProvisionId
from build_tools.model.target import Target
from build_tools.pages.links import article_of
from build_tools.pages.localized import Link, LocalizedEdition, tidy
from build_tools.pages.reference_index import Home, Place

_HEADING_STEP = re.compile(r"(pt|sp|ch|s)-?(\d+)")
_MOST = 9999
"""`to_chinese` writes numbers up to this one."""


def target_name(tree: LocalizedEdition, target: Target) -> str:
    """A provision or heading of this edition: 第十七條第三款, 第三章 網絡犯罪生態治理.

    第一款 is left out before a 項 where the article has one 款 only, as laws cite themselves.
    """
    goal = target.page
    if goal in tree.edition.nodes:
        return tree.heading(goal)
    if goal not in tree.edition.articles:
        return goal
    return tree.article(goal) + unit_name(tree, target.provision)


def unit_name(tree: LocalizedEdition, at: ProvisionId | None) -> str:
    """The part of a name below the article: 第二款第（三）項第1目; "" for an article."""
    if at is None or not at.fragment:
        return ""
    article = tree.edition.record.text.article(at)
    return _below_article(tree, at, single=article is not None and len(article.paragraphs) == 1)


def line_name(tree: LocalizedEdition, at: ProvisionId) -> str:
    """A line of the law by name: 第五十八條第二款; of an article with one 款 the article is enough."""
    return tree.article(article_of(str(at))) + unit_name(tree, _named_part(tree, at))


def other_place_name(tree: LocalizedEdition, target: Target) -> str:
    """A provision or heading of another law, whose text need not be here: 第五十九條第二款, 第三章第二節; "" for a law.

    第一款 is not said before a 項: without the text nobody knows whether the article has a second 款.
    """
    words = tree.words
    at = target.provision
    if at is None:
        steps = _HEADING_STEP.findall(target.place)
        return "".join(words(f"references.unit.{kind}", number=_chinese(int(n))) for kind, n in steps)
    insert = at.article[1] if len(at.article) > 1 else 0
    key = "references.unit.article-insert" if insert else "references.unit.article"
    out = words(key, number=_chinese(at.article[0]), insert=_chinese(insert))
    return out + _below_article(tree, at, single=at.paragraph == 1)


def other_law_name(tree: LocalizedEdition, name: str) -> str:
    """Name of a law as targets say it (Simplified), in the script of the tree: 治安管理處罰法."""
    known = tree.edition.links.directory.names.get(name)
    return known.in_script(tree.script) if known else name


def place_link(tree: LocalizedEdition, place: Place, article: str = "") -> Link:
    """The citing place as a link from a page one level below the front page.

    ``article`` is the article on whose page the link stands: its own 款 and opinions are named shorter.
    """
    links, words = tree.edition.links, tree.words
    if place.home is Home.ARTICLE:
        here = place.owner == article
        name = words("references.place.own") if here else tree.article(place.owner)
        return Link(links.href(place.at), name + unit_name(tree, _named_part(tree, place.provision)))
    if place.home is Home.PART:
        part = tree.edition.record.text.part(place.owner)
        has_page = part in tree.edition.parts_with_pages
        href = links.page(place.owner, place.at) if has_page else "../"
        return Link(href, tree.part(part) if part else place.owner)
    note = place.author if len(tree.edition.submissions) > 1 else ""
    if place.home is Home.DOCUMENT:
        href = links.page("opinions", f"s-{place.owner}-{place.at}")
        return Link(href, words("references.place.document"), note)
    if place.home is Home.GENERAL:
        return Link(links.page("general", place.owner), _section_name(tree, place), note)
    return _opinion_link(tree, place, article, note)


def _named_part(tree: LocalizedEdition, at: ProvisionId | None) -> ProvisionId | None:
    """A line of the law as its place; of an article with one 款 and nothing below it, the article is enough."""
    article = tree.edition.record.text.article(at) if at else None
    whole = at is not None and article is not None and len(article.paragraphs) == 1 and not at.item
    return None if whole else at


def _section_name(tree: LocalizedEdition, place: Place) -> str:
    for doc in tree.edition.submissions:
        for section in doc.sections:
            if f"{doc.record.facts.slug}-{section.id}" == place.section and section.heading:
                return tidy(section.heading.body.in_script(tree.script).text)
    return tree.words("references.place.general")


def _opinion_link(tree: LocalizedEdition, place: Place, article: str, note: str) -> Link:
    """第十二條意見2, on that article's page."""
    home = article if article in place.filed else place.filed[0] if place.filed else ""
    href = tree.edition.links.page(home or "opinions", place.owner)
    if home not in tree.edition.articles:
        return Link(href, tree.words("references.place.opinion-loose"), note)
    name = tree.words("references.place.own") if home == article else tree.article(home)
    found = (s.opinions[place.owner] for s in tree.edition.submissions if place.owner in s.opinions)
    number = next((o.number_on(home) for o in found), 0) or 1
    return Link(href, tree.words("references.place.opinion", article=name, number=number), note)


def _below_article(tree: LocalizedEdition, at: ProvisionId, *, single: bool) -> str:
    words = tree.words
    out = ""
    if at.paragraph and not (single and at.item):
        out += words("references.unit.paragraph", number=_chinese(at.paragraph))
    if at.item:
        key = "references.unit.item-insert" if at.item_insert else "references.unit.item"
        out += words(key, number=_chinese(at.item), insert=_chinese(at.item_insert))
    if at.subitem:
        out += words("references.unit.subitem", number=at.subitem)
    return out + (words("references.unit.division", number=at.division) if at.division else "")


def _chinese(number: int) -> str:
    return to_chinese(number) if number <= _MOST else str(number)
