"""A law from a few plain lines, for fixtures: no parser of the product takes part."""

from __future__ import annotations

import re

from build_tools.grammar.numerals import parse_numeral
from build_tools.model.ids import ProvisionId
from build_tools.model.law import (
    Article,
    Block,
    BlockKind,
    Heading,
    HeadingKind,
    Item,
    LawText,
    Paragraph,
    Part,
    SpanClass,
)
from build_tools.model.source import Span

NUM = "〇零○一二三四五六七八九十百千0-9０-９"
HEADING = re.compile(rf"\s*(第([{NUM}]+)(编|編|分编|分編|章|节|節))[\s　]*(.*)")
ARTICLE = re.compile(rf"\s*(第([{NUM}]+)[条條](?:之([一二三四五六七八九十]+))?)[\s　]+(.*)")
ITEM = re.compile(r"\s*[（(]([一二三四五六七八九十]+)[）)]\s*(.*)")
SUBITEM = re.compile(r"\s*(\d+)[.．]\s*(.*)")
LEVELS = {
    "编": "part",
    "編": "part",
    "分编": "subpart",
    "分編": "subpart",
    "章": "chapter",
    "节": "section",
    "節": "section",
}
MARKS = {"part": "pt", "subpart": "sp", "chapter": "ch", "section": "s"}


class LawBuilder:
    """Reads lines one by one; ``quoted`` lines begin with ``> ``, a line of prose with ``| ``."""

    def __init__(self, text: str, source: str = "t/t") -> None:
        self.text, self.source = text, source
        self.headings: list[Heading] = []
        self.articles: list[tuple[ProvisionId, str, Span, str | None, list[dict]]] = []
        self.prose: list[Block] = []
        self.title = ""
        self.open: dict[str, str] = {}

    def span(self, start: int, text: str) -> Span:
        return Span(self.source, start, start + len(text))

    def law(self) -> LawText:
        at = 0
        for line in self.text.splitlines(keepends=True):
            self.read(line.rstrip("\r\n"), at)
            at += len(line)
        articles = []
        for aid, label, span, heading, paragraphs in self.articles:
            built = tuple(
                Paragraph(p["id"], p["text"], p["span"], tuple(self.item(i) for i in p["items"]), p["quoted"])
                for p in paragraphs
            )
            articles.append(Article(aid, label, span, built, heading))
        parts = (Part("explanation", SpanClass.EXPLANATION, "", tuple(self.prose)),) if self.prose else ()
        return LawText(self.source, self.title, (), tuple(self.headings), tuple(articles), parts, ())

    def item(self, i: dict) -> Item:
        subs = tuple(Item(s["id"], "", s["text"], s["span"], s["span"], s["span"]) for s in i["items"])
        return Item(i["id"], "", i["text"], i["span"], i["span"], i["span"], subs)

    def read(self, line: str, at: int) -> None:
        at += len(line) - len(line.lstrip())
        line = line.strip()
        if not line:
            return
        if line.startswith("| "):
            n = len(self.prose) + 1
            self.prose.append(
                Block(f"explanation-{n}", BlockKind.PARAGRAPH, line[2:], self.span(at + 2, line[2:]), 0, n)
            )
            return
        quoted = line.startswith("> ")
        if quoted:
            line, at = line[2:], at + 2
        heading = None if quoted or not self.title else HEADING.fullmatch(line)
        article = None if quoted else ARTICLE.fullmatch(line)
        if heading and len(line) < 40:
            self.heading(heading, line, at)
        elif article:
            number = parse_numeral(article[2]) or 0
            key = (number, parse_numeral(article[3]) or 0) if article[3] else (number,)
            text = article[4]
            aid = ProvisionId(key)
            self.articles.append((aid, article[1], self.span(at, article[1]), self.innermost(), []))
            self.paragraph(text, at + article.start(4) - 0, quoted)
        elif not self.articles:
            if not self.title:
                self.title = line
        elif ITEM.fullmatch(line) and not quoted:
            paragraph = self.articles[-1][4][-1]
            number = parse_numeral(ITEM.fullmatch(line)[1])
            pid = ProvisionId(paragraph["id"].article, paragraph["id"].paragraph, number)
            paragraph["items"].append({"id": pid, "text": line, "span": self.span(at, line), "items": []})
        elif SUBITEM.fullmatch(line) and self.articles[-1][4][-1]["items"]:
            item = self.articles[-1][4][-1]["items"][-1]
            i = item["id"]
            sid = ProvisionId(i.article, i.paragraph, i.item, int(SUBITEM.fullmatch(line)[1]))
            item["items"].append({"id": sid, "text": line, "span": self.span(at, line)})
        else:
            self.paragraph(line, at, quoted)

    def paragraph(self, text: str, at: int, quoted: bool) -> None:
        aid, _, _, _, paragraphs = self.articles[-1]
        pid = ProvisionId(aid.article, len(paragraphs) + 1)
        paragraphs.append(
            {"id": pid, "text": text, "span": self.span(at, text), "items": [], "quoted": quoted}
        )

    def innermost(self) -> str | None:
        for level in ("section", "chapter", "subpart", "part"):
            if level in self.open:
                return self.open[level]
        return None

    def heading(self, found: re.Match[str], line: str, at: int) -> None:
        level = LEVELS[found[3]]
        number = parse_numeral(found[2]) or 0
        order = ("part", "subpart", "chapter", "section")
        for lower in order[order.index(level) :]:
            self.open.pop(lower, None)
        parent = self.innermost()
        mark = f"{MARKS[level]}{'' if level == 'section' else '-'}{number}"
        restart = level != "chapter" or any(h.id == mark for h in self.headings)
        hid = f"{parent}-{mark}" if parent and restart else mark
        self.open[level] = hid
        self.headings.append(
            Heading(
                hid,
                HeadingKind(level),
                (number,),
                found[1],
                found[4],
                self.span(at, line),
                self.span(at, line),
                parent,
            )
        )


def law_of(text: str) -> LawText:
    """The law that the lines make."""
    return LawBuilder(text).law()
