"""Articles as English texts list them: Art. 12, Article 12(1)(6), Arts. 54–56, Articles 4, 16 and 36."""

from __future__ import annotations

import re

from build_tools.grammar.article_lists import ArticleList, ListedArticle

_WORD = r"(?:articles?|arts?\b\.?)(?:\s*(?:nos?\b\.?|numbers?\b|[#№]))?"
_DASH = "-‐‑–—~"
# (1)(6), .3, para. 2, paragraphs 1 and 2: places within the article, passed over
_WITHIN = (
    r"(?:\.[0-9]{1,3}(?![0-9])|\s?[（(][0-9a-z]{1,5}[)）](?:\s?(?:and|or|to|,|-|–)\s?[（(][0-9a-z]{1,5}[)）])*"
    r"|,?\s?(?:first|second|third|fourth|fifth|last)\s(?:paragraph|item|sentence)\b"
    r"|,?\s?(?:sub-?)?(?:paragraphs?|paras?\b\.?|items?|points?|clauses?|sentences?)"
    r"\s?[（(]?(?:[0-9]{1,3}[a-z]?|[a-z]|[ivx]{1,4})\b[)）]?(?:\s?(?:and|or|to|,|-|–)\s?[0-9]{1,2}\b)*)*"
)
_NUMBER = re.compile(
    rf"(?P<number>[1-9][0-9]{{0,3}})(?![0-9A-Za-z]|[\s-]?(?:bis|ter|quater)\b|-[A-Za-z]|[条條]?之)[条條]?{_WITHIN}",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"{_WORD}\s*(?=[0-9])", re.IGNORECASE)
_JOIN = re.compile(
    rf"\s?(?P<dash>[{_DASH}])\s?(?=[0-9])|\s(?P<to>to|through)\s|(?:\s?(?:,|/|;)\s?(?:(?:and|or)\s)?|\s(?:and|or)\s|\s?&\s?)",
    re.IGNORECASE,
)
_WORDS = re.compile(rf"(?:{_WORD}\s*)?", re.IGNORECASE)


def read_english_list(text: str, start: int = 0) -> ArticleList | None:
    """The articles that an English list names, if one begins at ``start``; None if none does.

    Ranges and places within an article are read as `read_article_list` does: 12(1) is article 12, and 57-1 is
    article 57之1. Numbers with a letter (12A, 12 bis) are not read.

    >>> [(a.first, a.last) for a in read_english_list("Arts. 54–56 and Article 60(2)").articles]
    [((54,), (56,)), ((60,), (60,))]
    """
    head = _HEAD.match(text, start)
    found = _NUMBER.match(text, head.end()) if head else None
    if not found:
        return None
    articles: list[ListedArticle] = []
    join: re.Match[str] | None = None
    while found:
        first: tuple[int, ...] = (int(found["number"]),)
        last = first
        start = found.start()
        if join and (join["dash"] or join["to"]):
            before = articles.pop()
            inserted = join["dash"] and last <= before.first
            first, start = before.first, before.start
            if inserted:
                first = last = (first[0], last[0])
        articles.append(ListedArticle(first, last, start, found.end()))
        join = _JOIN.match(text, found.end())
        again = _WORDS.match(text, join.end()) if join else None
        found = _NUMBER.match(text, again.end()) if again else None
    return ArticleList(tuple(articles), (), articles[-1].end)
