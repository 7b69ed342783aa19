"""Articles as a text lists them: 第4/16/36条, 第四条、第十六条, 第十一条至第十三条."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from build_tools.grammar.labels import label_number
from build_tools.grammar.numerals import NUMERAL_CLASS

_N = rf"[{NUMERAL_CLASS}]"
# 第 12 条, 第十二, 十六条, 第一百二十条之一 (but not 第十二条之一款)
_MEMBER = re.compile(
    rf"(?P<head>第)?[ \u3000]?(?P<number>{_N}{{1,12}})[ \u3000]?"
    rf"(?P<unit>[条條](?:[ \u3000]?之[ \u3000]?(?P<insert>{_N}{{1,3}})(?![款项項目{NUMERAL_CLASS}]))?"
    # 第三条路, 第一条防线 are things that one counts
    r"(?!路(?![政面权權段网網基口费費况況])|[链鏈]|[战戰][线線]|防[线線]|消息|新[闻聞]|理由|生命[线線]|生[产產][线線]))?"
)
# 第一款、第二款第（六）项: places within the article, passed over
_WITHIN = re.compile(
    rf"(?:[ \u3000、,，和及与與至到]{{0,2}}第?[（(]?{_N}{{1,4}}[）)]?(?:之{_N}{{1,2}})?[款项項目]){{1,12}}"
)
_JOIN = re.compile(
    r"[ \u3000]?(?:(?P<range>[至到]|[-－—–~～]{1,2})|(?P<list>以及|[、/／,，和与與及或]))[ \u3000]?"
)
_DASHES = frozenset("-－—–")
_WIDEST = 2000
_LONGEST_OPEN = 100
"""So many numbers without a 条 are no list of articles."""


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """One member of a list, or a range: from ``first`` to ``last`` as in `ProvisionId.article`."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    start: int
    end: int
    """Where it stands in the text that was read: the whole range if it is one."""

    def members(self, known: Collection[tuple[int, ...]] = ()) -> tuple[tuple[int, ...], ...]:
        """All articles of a range in order, both ends included.

        ``known`` are the articles of the law: those that were put in later (第十二条之一) belong to a range too.
        A range that runs backwards has its two ends only.
        """
        if self.first >= self.last or self.last[0] - self.first[0] > _WIDEST:
            return (self.first,) if self.first == self.last else (self.first, self.last)
        between: set[tuple[int, ...]] = {(n,) for n in range(self.first[0] + 1, self.last[0] + 1)}
        between |= {a for a in known if self.first < a < self.last}
        return tuple(sorted({self.first, self.last} | {a for a in between if a < self.last}))


@dataclass(frozen=True, slots=True)
class ArticleList:
    """What one list names; ``unreadable`` are places of numbers that are none (第二十百条)."""

    articles: tuple[ListedArticle, ...]
    unreadable: tuple[tuple[int, int], ...]
    end: int
    """Offset behind the list, 款 and 项 included."""


@dataclass(slots=True)
class _Member:
    number: str
    insert: str
    start: int
    end: int
    closed: bool
    join: str


def read_article_list(text: str, start: int = 0) -> ArticleList | None:
    """Read the list of articles that begins at ``start``; None if there is none.

    Members may share one 第 and one 条 (第4/16/36条), and a range may lack its second 第 (第十一条至十三条).
    Places within an article (第二款) are passed over. ``第57-1条`` is article 57之1, as it is written in Taiwan.

    >>> [a.first for a in read_article_list("第4/16条、第二十条第一款和第二十二条规定").articles]
    [(4,), (16,), (20,), (22,)]
    """
    members, end = _scan(text, start)
    if not members:
        return None
    articles: list[ListedArticle] = []
    unreadable: list[tuple[int, int]] = []
    for member in members:
        number = label_number(member.number, member.insert)
        if number is None:
            unreadable.append((member.start, member.end))
        elif articles and articles[-1].first == articles[-1].last and _is_range(member):
            before = articles.pop()
            if member.join in _DASHES and not member.insert and number <= before.first:
                number = (before.first[0], number[0])
                articles.append(ListedArticle(number, number, before.start, member.end))
            else:
                articles.append(ListedArticle(before.first, number, before.start, member.end))
        else:
            articles.append(ListedArticle(number, number, member.start, member.end))
    return ArticleList(tuple(articles), tuple(unreadable), end)


def _scan(text: str, start: int) -> tuple[list[_Member], int]:
    """Members up to the last one that a 条 closes; the list ends there."""
    members: list[_Member] = []
    complete, end, position, join = 0, start, start, ""
    while found := _MEMBER.match(text, position):
        if not _may_follow(found, members, join) or len(members) - complete > _LONGEST_OPEN:
            break
        closed = found["unit"] is not None
        members.append(
            _Member(found["number"], found["insert"] or "", found.start(), found.end(), closed, join)
        )
        position = found.end()
        if closed:
            within = _WITHIN.match(text, position)
            position = within.end() if within else position
            complete, end = len(members), position
        link = _JOIN.match(text, position)
        if not link:
            break
        join, position = link[0].strip(" \u3000"), link.end()
    return members[:complete], end


def _may_follow(found: re.Match[str], members: list[_Member], join: str) -> bool:
    if found["head"]:
        return True
    if not members:
        return False
    if not members[-1].closed:
        return True
    # 第4条、16条 and 第十一条至十三条, but not 第4条,3条意见
    return found["unit"] is not None and (join in ("、", "/", "／") or join[0] in "至到-－—–~～")


def _is_range(member: _Member) -> bool:
    return bool(member.join) and member.join[0] in "至到-－—–~～"
