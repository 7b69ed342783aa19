"""Checks lists such as “有关主管部门”(第4/16/36条): which of these articles use the words, and which others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.feedback.compare.anchors import CommentText, quoted_phrases
from build_tools.feedback.compare.words import LawIndex
from build_tools.grammar.article_lists import read_article_list
from build_tools.model.feedback import Claim
from build_tools.model.ids import ProvisionId
from build_tools.model.source import SourceFile, Span
from build_tools.text.fold import fold_characters

# What may stand between the words and the list; patterns read Simplified text.
_LIST_FOLLOWS = re.compile(
    r"\s*(?:(?:一词|一语|的?表述|的?字样|等表述|等字样|概念)?\s*[（(]\s*(?:分别)?(?:散)?(?:见于?|如|参见|即|例如)?\s*(?:草案|本法)?"
    r"|(?:一词|一语|的?表述|的?字样|概念)?\s*(?:也|还|又|分别|多次|反复|同时)*(?:散?见于|出现于|出现在|使用于|规定于|用于)\s*(?:草案|本法)?(?:的)?)\s*(?=第)"
)
# A list in brackets is all that stands there; behind 见于 it ends the clause.
_LIST_ENDS = re.compile(
    r"\s*(?:等(?:条款|条文|条|处)?|各?处|中|的?规定)?\s*(?P<end>[)）]|(?=[，,。；;、]|\Z))"
)
_BRACKET = re.compile(r"[（(]")
_TRIMMED = "，。；：、 \t\u3000\u00a0"


@dataclass(frozen=True, slots=True)
class TermClaim:
    """A claim, and for each article that lacks the words the place where it is listed."""

    claim: Claim
    absent: tuple[tuple[tuple[int, ...], Span], ...]


def check_terms(text: CommentText, index: LawIndex, source: SourceFile) -> Iterator[TermClaim]:
    """Compare each list that follows quoted words with the articles of the law that hold the words.

    ``claimed`` and ``found`` are ids of articles; the claim holds if each listed article has the words. The
    note says ``absent:`` and ``unlisted:`` with ids. Numbers that the law lacks are left to `mentions`.
    """
    for start, end in quoted_phrases(text.plain):
        follows = _LIST_FOLLOWS.match(text.plain, end + 1)
        listed = read_article_list(text.plain, follows.end()) if follows else None
        term = fold_characters(text.words.text[start:end]).strip(_TRIMMED)
        ends = _LIST_ENDS.match(text.plain, listed.end) if listed else None
        if (
            not follows
            or not listed
            or not ends
            or bool(ends["end"]) is not bool(_BRACKET.search(follows[0]))
            or not listed.articles
            or len(term) < 2
        ):
            continue
        members = [(m, one) for one in listed.articles for m in one.members(index.lines.keys())]
        claimed = list(dict.fromkeys(m for m, _ in members))
        found = index.articles_with(term)
        absent = tuple(
            (m, text.words.span(source.id, one.start, one.end)) for m, one in members if m not in found
        )
        unlisted = [a for a in found if a not in claimed]
        span = text.words.span(source.id, start - 1, ends.end())
        note = "; ".join(
            f"{name}: {', '.join(_ids(articles))}"
            for name, articles in (("absent", [m for m, _ in absent]), ("unlisted", unlisted))
            if articles
        )
        claim = Claim(source.slice(span), span, _ids(claimed), _ids(found), not absent, note)
        yield TermClaim(claim, absent)


def _ids(articles: list[tuple[int, ...]] | tuple[tuple[int, ...], ...]) -> tuple[str, ...]:
    return tuple(str(ProvisionId(article)) for article in articles)
