"""Defined terms: 本法所稱X，是指…; 下列用語的含義; （以下簡稱X). Found by the words that define, never by guess.

Rule: 立法技術規範（試行）（一） 二.3 and 三.11 say how a law defines its terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from build_tools.grammar.numerals import NUMERAL_CLASS, parse_numeral
from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Item, LawText, Paragraph, walk_lines
from build_tools.model.layer import LayerKey
from build_tools.model.source import Span
from build_tools.text.script import fold_script

#: A line without any of these defines nothing, unless it stands in a list.
_TELLING = ("称", "稱", "下列用", "下列术", "下列術", "下列名", "下列词", "下列詞", "下列概")
_TERM = r"[“「『]?(?P<term>[^。；;：:，,“”「」『』《》（）()]{1,40}?)[”」』]?"
_MEANS = r"(?:[（(][^（）()]{1,30}[）)])?\s*[，,：:]?\s*(?:是指|系指|指的是|指|[均不]?包括)"
#: 本法所称网络犯罪，是指…; 前款所称船舶，包括…; 本条例第十一条所称重大事故是指…
_CALLED = re.compile(
    rf"(?P<lead>[^。；;，,：:]{{0,40}}?)(?:[所中]称|(?<=本法)称|(?<=本条例)称)的?{_TERM}{_MEANS}"
)
_HEADER = re.compile(
    r"(?P<lead>[^。；;，,]{0,16})下列(?:用语|术语|名词|词语|概念)[^。；;]{0,12}(?:含义|定义|含意|意义|是指|指)"
)
#: In a list below such a header: 控股股东，是指…; 疫点:指…
_LISTED = re.compile(rf"[“「『]?(?P<term>[^。；;，,：:“”「」『』]{{1,40}}?)[”」』]?{_MEANS}")
_SHORT = re.compile(
    r"以下(?:统一)?(?:简称|统称|合称|并称|称为|称)(?:为)?\s*[“「『《]?(?P<term>[^“”「」『』《》（）()，,。；;：:]{1,40})[”」』》]?"
)
_ARTICLE = re.compile(rf"第(?P<number>[{NUMERAL_CLASS}]+)条(?:之(?P<insert>[{NUMERAL_CLASS}]+))?")
_WITHIN_ARTICLE = re.compile(r"(?:[本前上该]条|[本前上]款|第[^条]{1,4}[款项]|^)[^条]{0,8}\Z")
_OWN_LAW = re.compile(
    r"本(?:实施)?(?:法|条例|办法|规定|细则|解释|决定|准则|规则|通则|法典)|法(?:第|\Z)|条例(?:第|\Z)"
)


class DefinedBy(StrEnum):
    """The words that define a term."""

    CALLED = "called"
    """本法所稱…，是指…"""
    LISTED = "listed"
    """下列用語的含義：（一）…，是指…"""
    SHORT = "short"
    """以下簡稱…"""


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a term stands: the line and its characters in the file."""

    at: ProvisionId
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedTerm:
    """One definition, with the places where the term is used within its scope."""

    id: str
    """``term-3``, by the order of the definitions."""
    words: str
    span: Span
    """The term itself where it is defined."""
    at: ProvisionId
    """The line that defines it."""
    definition: Span
    """The sentence that defines it."""
    scope: str
    """"" for the whole law, else the chapter, section or article in which it holds: ``ch-3``, ``art-12``."""
    by: DefinedBy
    uses: tuple[Use, ...] = ()


TERMS = LayerKey[DefinedTerm]("terms")


def find_terms(law: LawText) -> tuple[DefinedTerm, ...]:
    """Every definition in the articles of a law, in order, with the uses of its term.

    A use is the term's characters, script apart, in an article within the scope and outside the definition's own
    sentence; of terms that overlap the longest counts; a short form counts from its definition on. Text of another
    law that an amending law quotes is left out. 例: 本法所稱網絡犯罪，是指… defines 網絡犯罪 for the whole law.
    """
    found = [term for article in law.articles for term in _definitions(law, article)]
    terms = [replace(term, id=f"term-{n}") for n, term in enumerate(found, 1)]
    uses: dict[str, list[Use]] = {term.id: [] for term in terms}
    if terms:
        _collect_uses(law, terms, uses)
    return tuple(replace(term, uses=tuple(uses[term.id])) for term in terms)


def _definitions(law: LawText, article: Article) -> Iterator[DefinedTerm]:
    listing: str | None = None  # scope of the list whose header was met
    for line in _own_lines(article):
        if listing is None and not any(mark in line.text for mark in _TELLING):
            continue
        text = fold_script(line.text)
        header = _HEADER.search(text) if "下列" in text else None
        if header:
            listing = _scope(law, article, header["lead"])
            continue
        taken: set[tuple[int, int]] = set()
        start = _body_start(line)
        if listing is not None and (found := _LISTED.match(text, start)) and "所称" not in found["term"]:
            taken.add(found.span("term"))
            yield _term(line, text, found, listing, DefinedBy.LISTED)
        scope = str(article.id)
        for found in _CALLED.finditer(text) if "称" in text else ():
            scope = _scope(law, article, found["lead"]) if found["lead"].strip() else scope
            if found.span("term") not in taken:
                yield _term(line, text, found, scope, DefinedBy.CALLED)
        for found in _SHORT.finditer(text) if "以下" in text else ():
            yield _term(line, text, found, "", DefinedBy.SHORT)


def _own_lines(article: Article) -> Iterator[Paragraph | Item]:
    """The lines of an article without text that it quotes from another law."""
    quoted = {p.id.paragraph for p in article.paragraphs if p.quoted}
    return (line for line in walk_lines(article) if line.id.paragraph not in quoted)


def _body_start(line: Paragraph | Item) -> int:
    return line.body_span.start - line.span.start if isinstance(line, Item) else 0


def _term(line: Paragraph | Item, text: str, found: re.Match[str], scope: str, by: DefinedBy) -> DefinedTerm:
    start, end = found.span("term")
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    first = max(text.rfind(mark, 0, start) for mark in "。\n") + 1
    last = text.find("。", end)
    return DefinedTerm(
        id="",
        words=line.text[start:end],
        span=_at(line, start, end),
        at=line.id,
        definition=_at(line, max(first, _body_start(line)), len(text) if last < 0 else last + 1),
        scope=scope,
        by=by,
    )


def _at(line: Paragraph | Item, start: int, end: int) -> Span:
    return Span(line.span.source, line.span.start + start, line.span.start + end)


def _scope(law: LawText, article: Article, lead: str) -> str:
    """Where a definition holds, by the words before 所稱: 本法, 本章, 前款, 本條例第十一條."""
    lead = lead.strip()
    for word, kinds in (("本节", ("section",)), ("本章", ("chapter",)), ("本编", ("part", "subpart"))):
        if lead.endswith(word):
            return next((h for h in _above(law, article) if _kind_of(law, h) in kinds), "")
    named = list(_ARTICLE.finditer(lead))
    if named:
        numbers = (parse_numeral(n) for n in (named[-1]["number"], named[-1]["insert"]) if n)
        own = ProvisionId(tuple(n for n in numbers if n))
        return str(own) if lead.startswith("本") and own.article and law.article(own) else ""
    if _OWN_LAW.search(lead) or not _WITHIN_ARTICLE.search(lead):
        return ""
    return str(article.id)


def _above(law: LawText, article: Article) -> Iterator[str]:
    parents = {heading.id: heading.parent for heading in law.headings}
    here = article.heading
    while here:
        yield here
        here = parents.get(here)


def _kind_of(law: LawText, heading: str) -> str:
    return next((h.kind.value for h in law.headings if h.id == heading), "")


def _collect_uses(law: LawText, terms: list[DefinedTerm], uses: dict[str, list[Use]]) -> None:
    by_words: dict[str, list[DefinedTerm]] = {}
    for term in terms:
        by_words.setdefault(fold_script(term.words), []).append(term)
    defining = {term.span for term in terms}
    longest_first = sorted(by_words, key=lambda words: (-len(words), words))
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    for article in law.articles:
        places = {"", str(article.id), *_above(law, article)}
        for line in _own_lines(article):
            for found in pattern.finditer(fold_script(line.text)):
                span = _at(line, *found.span())
                here = [t for t in by_words[found[0]] if t.scope in places and _counts(t, span)]
                if (
                    here and span not in defining
                ):  # the narrowest scope, then the definition met last before the place
                    best = max(here, key=lambda t: (bool(t.scope), t.span.start <= span.start, t.span.start))
                    uses[best.id].append(Use(line.id, span))


def _counts(term: DefinedTerm, span: Span) -> bool:
    if term.definition.start <= span.start < term.definition.end and term.by is not DefinedBy.SHORT:
        return False
    return span.start > term.span.start if term.by is DefinedBy.SHORT else True
