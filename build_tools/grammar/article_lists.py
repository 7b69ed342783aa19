"""Articles as a text lists them: 第4/16/36条, 第四条、第十六条, 第十一条至第十三条."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from build_tools.grammar.addresses import NUMBER, Address, read_addresses
from build_tools.grammar.numerals import NUMERAL_CLASS
from build_tools.model.reference import Doubt, Unit
from build_tools.text.compact import compact
from build_tools.text.script import fold_script

_JOIN = re.compile(r"以及|[、/,和与及或]")
_BLANK = " \u3000\u00a0\t"
#: Numbers and what joins them, up to the first 条: a cheap look before the list is read.
_BEGINS = re.compile(
    rf"第?[{_BLANK}]{{0,2}}[{NUMERAL_CLASS}万亿]"
    rf"[{NUMERAL_CLASS}万亿第{_BLANK}、/／,，和与與及或以至到~～－—–-]{{0,400}}+[条條]"
)
#: Behind these 条 needs no 第: 第4条、16条; not 第4条,3条意见.
_BARE_JOIN = ("、", "/")
#: 第二十百条: no number, though it is written as one.
_UNREADABLE = re.compile(rf"第?[{NUMBER}两万亿兆]{{1,40}}条")
#: 第三条路, 第一条防线 are things that one counts.
_THINGS = re.compile(r"路(?![政面权段网基口费况])|链|战线|防线|消息|新闻|理由|生命线|生产线")
_DASHES = frozenset("-—–－")
_WIDEST = 2000
_WIDTHS, _MARGIN = (128, 2000), 64
"""So many characters are looked at first, more only if the list goes on to within the margin."""


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


def read_article_list(text: str, start: int = 0) -> ArticleList | None:
    """Read the list of articles that begins at ``start``; None if there is none.

    Members may share one 第 and one 条 (第4/16/36条), and a range may lack its second 第 (第十一条至十三条).
    Places within an article (第二款) are passed over. ``第57-1条`` is article 57之1, as it is written in Taiwan.

    >>> [a.first for a in read_article_list("第4/16条、第二十条第一款和第二十二条规定").articles]
    [(4,), (16,), (20,), (22,)]
    """
    if not _BEGINS.match(text, start):
        return None
    stop = text.find("\n", start)
    stop = stop if stop >= 0 else len(text)
    for width in (*_WIDTHS, stop - start):
        small, places = compact(fold_script(text[start : min(stop, start + width)]))
        reader = _Reader(small, places)
        reader.read()
        if start + width >= stop or reader.end < len(small) - _MARGIN:
            break
    if not reader.end:
        return None

    def place(at: int) -> int:
        return start + (at if places is None else places[at])

    def end(at: int) -> int:
        return place(at - 1) + 1

    return ArticleList(
        tuple(ListedArticle(a, b, place(i), end(j)) for a, b, i, j in reader.articles),
        tuple((place(i), end(j)) for i, j in reader.unreadable),
        end(reader.end),
    )


class _Reader:
    """Reads a list from the start of a compact text; places count in it."""

    def __init__(self, text: str, places: list[int] | None) -> None:
        self.text, self.places = text, places
        self.articles: list[tuple[tuple[int, ...], tuple[int, ...], int, int]] = []
        self.unreadable: list[tuple[int, int]] = []
        self.end = 0

    def read(self) -> None:
        """Member after member, as long as 、 和 … join them."""
        at, join = 0, ""
        while self._member(at, bare=join in _BARE_JOIN) or (self.end and self._within(at)):
            link = _JOIN.match(self.text, self.end)
            if not link:
                return
            at, join = link.end(), link[0]

    def _member(self, at: int, *, bare: bool) -> bool:
        """One article, range, or run with a shared 条; False if there is none."""
        found = read_addresses(self.text, at, bare=bare)
        if found and found[0].path[0].unit is Unit.ARTICLE:
            last = found[-1]
            if len(last.path) == 1 and self._counts(last.end):
                return False
            for address in found:
                if address.path[0].unit is Unit.ARTICLE:
                    self._enter(address)
            self.end = last.end
            return True
        odd = None if found else _UNREADABLE.match(self.text, at)
        if odd and (bare or odd[0][0] == "第"):
            self.unreadable.append(odd.span())
            self.end = odd.end()
        return odd is not None and self.end == odd.end()

    def _counts(self, end: int) -> bool:
        """True for 第三条路, but not for 第三条 路 with a blank, where an article begins."""
        at = self.places
        glued = at is None or end >= len(at) or at[end] == at[end - 1] + 1
        return glued and bool(_THINGS.match(self.text, end))

    def _within(self, at: int) -> bool:
        """第二款 behind 第一款、: a place within the article before, passed over."""
        found = read_addresses(self.text, at)
        if not found or found[0].path[0].unit.rank <= Unit.ARTICLE.rank:
            return False
        self.end = found[-1].end
        return True

    def _enter(self, address: Address) -> None:
        if address.doubt is Doubt.RANGE_UNCLEAR:
            self.unreadable.append((address.start, address.end))
            return
        step = address.path[0]
        first = last = (step.number, step.insert) if step.insert else (step.number,)
        end = address.head_end
        if address.until and address.until[0].unit is Unit.ARTICLE and address.mark:
            step, end = address.until[0], address.end
            last = (step.number, step.insert) if step.insert else (step.number,)
            dash = self.text[address.mark[0] : address.mark[1]] in _DASHES
            if dash and len(last) == 1 and last <= first:
                first = last = (first[0], last[0])
        self.articles.append((first, last, address.start, end))
