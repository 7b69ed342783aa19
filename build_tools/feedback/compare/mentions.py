"""Articles that an opinion names: 第16条, 第4/16/36条, 第十一条至第十三条; not those of other laws."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from build_tools.feedback.parse.words import bare_title
from build_tools.grammar.article_lists import read_article_list
from build_tools.text.script import fold_script

# All patterns read Simplified text; callers fold the script first, one character for one.
_TOKEN = re.compile(
    r"《(?P<title>[^《》\n]{1,60})》"
    r"|(?P<own>[本该](?:法(?![律院官人])|条|款|项|章|节|编|条例|办法|规定|解释|决定)|草案|征求意见稿|意见稿|送审稿|审议稿)"
    r"|(?P<other>宪法|刑法|民法典|民法通则|立法法|(?:行政|刑事|民事)?诉讼法)"
    r"|(?P<open>[“「『])|(?P<close>[”」』])"
    r"|(?P<stop>[。！？!?\n])"
    r"|(?P<article>第)"
)
_NORM_BEFORE = re.compile(
    r"[\u3400-\u9fff]{0,24}?(?:法典|法|条例|办法|规定|细则|解释|公约|通则|决定|准则|规则)\Z"
)
_VERB_BEFORE = re.compile(
    r"(?:^|现行|草案|稿|法|应当?|可以|违反|依照|按照|根据|符合|也|已|均|都|仅|只|多处|[，,；;、])[规决]定\Z"
)
_OWN_BEFORE = re.compile(r"[本该](?:法|条例|办法|规定|解释|决定|规则|细则)\Z")
_NEW_ARTICLE = re.compile(r"(?:增加|增[设列写订]|新增|另[设立]|补充|新设|加入|作为|增补)[^。；;，,]{0,12}\Z")


class Belongs(StrEnum):
    """Whose article a number is."""

    OWN = "own"
    OTHER = "other"
    UNSURE = "unsure"
    """A bare number at the head of the sentence that follows one on another law."""
    PROPOSED = "proposed"
    """An article that the opinion would add."""


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """One article that a text names; ``number`` is None if it cannot be read."""

    number: tuple[int, ...] | None
    start: int
    end: int
    stop: int
    """Behind the whole list with its 款 and 项."""
    belongs: Belongs


class LawTitles:
    """Names by which a text may call the law itself."""

    def __init__(self, title: str) -> None:
        self.name = bare_title(fold_script(title))
        """In Simplified characters: 网络犯罪防治法 for 網絡犯罪防治法(徵求意見稿); "" if it is not known."""

    def is_own(self, title: str) -> bool:
        """True if a Simplified title means the law itself."""
        return bool(self.name) and bare_title(title) == self.name


def find_named_articles(
    text: str, titles: LawTitles, known: Collection[tuple[int, ...]] = ()
) -> tuple[NamedArticle, ...]:
    """All articles that a Simplified text names, ranges opened, in order.

    The law that was named last in a sentence is the one that its numbers belong to: in 《宪法》第三十五条规定…；
    第四十一条规定… both are the constitution's. 本法, 草案 and the law's own title lead back. Full stops inside
    quotation marks end no sentence. ``known`` are the articles of the law, for ranges.
    """
    reader = _Reader(text, titles)
    found: list[NamedArticle] = []
    position = 0
    while token := _TOKEN.search(text, position):
        position = token.end()
        if not token["article"]:
            reader.take(token)
            continue
        listed = read_article_list(text, token.start())
        if not listed:
            continue
        belongs = reader.owner_of(token.start())
        for one in listed.articles:
            members = one.members(known)
            found += (NamedArticle(m, one.start, one.end, listed.end, belongs) for m in members)
        found += (NamedArticle(None, a, b, listed.end, belongs) for a, b in listed.unreadable)
        position = max(position, listed.end)
    return tuple(sorted(found, key=lambda named: (named.start, named.end)))


@dataclass(slots=True)
class _Reader:
    """What law a number belongs to at the present place."""

    text: str
    titles: LawTitles
    other: bool = False
    """True while the sentence speaks of another law."""
    before: bool = False
    """True if the sentence before spoke of another law."""
    quotes: int = 0
    sentence: int = 0
    """Where the present sentence begins."""

    def take(self, token: re.Match[str]) -> None:
        """Follow a word that may change the law that is spoken of."""
        if token["title"] or token["other"]:
            self.other = not self.titles.is_own(token["title"] or token["other"])
        elif token["own"]:
            self.other = self.before = False
        elif token["open"]:
            self.quotes += 1
        elif token["close"]:
            self.quotes = max(0, self.quotes - 1)
        elif not self.quotes or token[0] == "\n":
            self.before, self.other, self.quotes = self.other, False, 0
            self.sentence = token.end()

    def owner_of(self, at: int) -> Belongs:
        """Whose the article is whose 第 stands at ``at``."""
        before = self.text[max(0, at - 30) : at]
        if _OWN_BEFORE.search(before):
            return Belongs.OWN
        if _NORM_BEFORE.search(before) and not _VERB_BEFORE.search(before):
            self.other = not (self.titles.name and before.endswith(self.titles.name))
        if self.other:
            return Belongs.OTHER
        if self.before and not self.text[self.sentence : at].strip(" \t\u3000\u00a0，,而且此外另同时其“「"):
            self.other = True
            return Belongs.UNSURE
        return Belongs.PROPOSED if _NEW_ARTICLE.search(before) else Belongs.OWN
