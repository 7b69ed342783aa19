"""How things are called in lists, titles and descriptions: plain words in the script of a tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from build_tools.model.law import Article, Heading, Part, SpanClass
from build_tools.model.locale import Locale, writes
from build_tools.model.manifest import Status
from build_tools.model.runs import Texts
from build_tools.model.site import EditionRecord, LawRecord
from build_tools.model.variant import Script
from build_tools.pages.edition import Edition
from build_tools.pages.messages import Messages, catalogue
from build_tools.pages.urls import EditionUrls


@dataclass(frozen=True, slots=True)
class Link:
    """Where to and what it is called; ``note`` is said after it in a softer voice."""

    href: str
    title: str
    note: str = ""
    current: bool = False


@dataclass(frozen=True)
class LocalizedEdition:
    """One edition in one tree: its script, words and addresses."""

    edition: Edition
    locale: Locale

    @property
    def script(self) -> Script:
        """The script that comes first here."""
        return self.locale.script

    @cached_property
    def words(self) -> Messages:
        """The interface's words."""
        return catalogue(self.locale)

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What several pages show, made once: penalties by their ids."""
        return {}

    @cached_property
    def urls(self) -> EditionUrls:
        """Addresses."""
        return self.edition.urls(self.locale)

    @cached_property
    def law_title(self) -> str:
        """網絡犯罪防治法（徵求意見稿）."""
        return edition_title(self.edition.law, self.edition.record, self.script)

    @cached_property
    def short_title(self) -> str:
        """The law's short name, for a breadcrumb."""
        manifest = self.edition.law.manifest
        return manifest.short.in_script(self.script) or manifest.title.in_script(self.script)

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Pages that have a line of their own, by name, with their titles."""
        from build_tools.pages.registry import entries  # noqa: PLC0415  every kind of page imports this module

        return {entry.page: entry.title for entry in entries(self)}

    def page_title(self, heading: str) -> str:
        """For <title>: 第五十七條 - 網絡犯罪防治法（徵求意見稿）."""
        return f"{heading} - {self.law_title}"

    def article(self, article: Article | str) -> str:
        """第十二條."""
        return self._articles[article if isinstance(article, str) else str(article.id)]

    def heading(self, heading: Heading | str) -> str:
        """第一章 總則: the blank that a title is spaced with is left out of lists."""
        return self._headings[heading if isinstance(heading, str) else heading.id]

    def article_link(self, article: Article | str, note: str = "") -> Link:
        """An article by name, from a page one level below the front page."""
        key = article if isinstance(article, str) else str(article.id)
        return Link(self.edition.links.href(key), self.article(key), note)

    def heading_link(self, heading: Heading | str) -> Link:
        """A heading by name, from such a page."""
        key = heading if isinstance(heading, str) else heading.id
        return Link(self.edition.links.href(key), self.heading(key))

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


def edition_title(law: LawRecord, record: EditionRecord, script: Script) -> str:
    """網絡犯罪防治法（徵求意見稿）, as the manifest calls it; the text in force needs no label.

    The only rule for it: pages, header, search and previews all call a law so.
    """
    title = law.manifest.title.in_script(script)
    label = "" if record.facts.status is Status.IN_FORCE else record.facts.label.in_script(script)
    return f"{title}（{label}）" if label and label not in title else title


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What stands above a column: the script it is in, and whether it was written or converted."""

    lang: str
    script: str
    words: str


def column_heads(texts: Texts, locale: Locale) -> tuple[ColumnHead, ...]:
    """The two columns of a tree, each named in its own script: 繁體（原文）, 简体（由繁体转换）."""
    heads = []
    for script in locale.scripts:
        words = catalogue(locale if script is locale.script else writes(script))
        key = "source" if script is texts.script else "derived"
        heads.append(ColumnHead(script.lang, script.value.lower(), words(f"site.column.{key}")))
    return tuple(heads)


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
