"""How things are called in lists, titles and descriptions: plain words in the script of a tree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from build_tools.model.law import Article, Heading, Part, SpanClass
from build_tools.model.manifest import Status
from build_tools.model.variant import Script
from build_tools.pages.edition import Edition
from build_tools.pages.messages import Messages, catalogue
from build_tools.pages.urls import LOCALES, EditionUrls

SCRIPTS = {"zh-hant": Script.HANT, "zh-hans": Script.HANS}
LANGUAGES = {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class Link:
    """Where to and what it is called; ``note`` is said after it in a softer voice."""

    href: str
    title: str
    note: str = ""
    current: bool = False


@dataclass(frozen=True)
class Tree:
    """One edition in one tree: its script, words and addresses."""

    edition: Edition
    locale: str

    @property
    def script(self) -> Script:
        """The script that comes first here."""
        return SCRIPTS[self.locale]

    @cached_property
    def words(self) -> Messages:
        """The interface's words."""
        return catalogue(self.locale)

    @cached_property
    def urls(self) -> EditionUrls:
        """Addresses."""
        return self.edition.urls(self.locale)

    def choose(self, both: tuple[str, str]) -> str:
        """The one of two wordings (zh-Hant, zh-Hans) that is for this tree."""
        return both[LOCALES.index(self.locale)]

    @cached_property
    def law_title(self) -> str:
        """網絡犯罪防治法（徵求意見稿）, as the manifest calls it; the text in force needs no label."""
        title = self.choose(self.edition.law.manifest.title)
        facts = self.edition.record.facts
        label = "" if facts.status is Status.IN_FORCE else self.choose(facts.label)
        return f"{title}（{label}）" if label and label not in title else title

    @cached_property
    def short_title(self) -> str:
        """The law's short name, for a breadcrumb."""
        manifest = self.edition.law.manifest
        return self.choose(manifest.short) or self.choose(manifest.title)

    def page_title(self, heading: str) -> str:
        """For <title>: 第五十七條 - 網絡犯罪防治法（徵求意見稿）."""
        return f"{heading} - {self.law_title}"

    def article(self, article: Article | str) -> str:
        """第十二條."""
        return self._articles[article if isinstance(article, str) else str(article.id)]

    def heading(self, heading: Heading) -> str:
        """第一章 總則: the blank that a title is spaced with is left out of lists."""
        return self._headings[heading.id]

    @cached_property
    def _articles(self) -> dict[str, str]:
        texts = self.edition.articles
        return {name: text.label.in_script(self.script).text for name, text in texts.items()}

    @cached_property
    def _headings(self) -> dict[str, str]:
        names = {}
        for heading in self.edition.record.text.headings:
            title = self.heading_title(heading)
            label = self.edition.texts.say(heading.label_span, self.script)
            names[heading.id] = label + heading_gap(label) + title if label and title else label or title
        return names

    def heading_title(self, heading: Heading) -> str:
        """總則."""
        return tidy(self.edition.texts.say(heading.title_span, self.script))

    def part(self, part: Part) -> str:
        """What a part of the file is called: its kind, or for an annex its own name."""
        key = f"part.{part.kind.value}"
        if part.kind is SpanClass.ANNEX:
            number = part.id.rpartition("-")[2]
            own = self._own_title(part)
            return own or self.words(key, number=number if number.isdigit() else "")
        return self.words(key) if key in self.words.words else self.words("part.other")

    def _own_title(self, part: Part) -> str:
        """附件一 香港特別行政區行政長官的產生辦法: the first line, and the second if the first only announces."""
        lines = [tidy(self.edition.texts.say(b.span, self.script)) for b in part.blocks[:2]]
        if len(lines) == 2 and len(lines[0]) <= 6 and len(lines[1]) <= 40:
            return " ".join(lines)
        return lines[0] if lines and len(lines[0]) <= 40 else ""


def heading_gap(label: str) -> str:
    """What stands between 第一章 and its title in one line; nothing after 一、 which brings its own."""
    return "" if label.endswith(("、", "．", ".", "，")) else " "


def tidy(text: str) -> str:
    """Blanks of a title as a list shows them: none between spaced-out characters, one between words.

    >>> tidy("總　 則"), tidy("附表二　應稅污染物")
    ('總則', '附表二 應稅污染物')
    """
    pieces = text.split()
    out = "".join(pieces[:1])
    for before, piece in pairwise(pieces):
        out += piece if len(before) == len(piece) == 1 else f" {piece}"
    return out
