"""A law with everything in it, so that a case needs no more than the sentence that cites.

130 articles and 第一百二十条之一, 之二; each has three 款; the first 款 has eight 项, each with three 目. Articles 1 to 10
are chapter 1, 11 to 18 chapter 2 with two sections, 19 to 33 chapter 3, and so on to chapter 6. Two articles are
smaller: 第七条 has one 款 without 项, 第八条 one 款 with three 项.
"""

from __future__ import annotations

from functools import cache

from build_tools.model.ids import ProvisionId
from build_tools.model.law import Article, Heading, HeadingKind, Item, LawText, Paragraph
from build_tools.model.reference import Reference
from build_tools.model.source import Span
from build_tools.references.find.names import law_names
from build_tools.references.resolve.law_index import Outline, outline_of
from build_tools.references.resolve.line_context import LineKind
from build_tools.references.resolve.references import CitedLine, resolve_references
from build_tools.text.script import fold_script

NOWHERE = Span("t/t", 0, 1)
CHAPTERS = ((1, 10), (11, 18), (19, 33), (34, 51), (52, 56), (57, 130))
SECTIONS = {"ch-2-s1": (11, 14), "ch-2-s2": (15, 18)}
_KINDS = {"prose": LineKind.PROSE, "preamble": LineKind.PROSE, "annex": LineKind.ANNEX}
FEWER = {7: (1, 0), 8: (1, 3)}


@cache
def model_law(title: str) -> LawText:
    """The law under a title, which says what it calls itself."""
    numbers: list[tuple[int, ...]] = [(n,) for n in range(1, 131)]
    numbers[120:120] = [(120, 1), (120, 2)]
    headings = [_heading(f"ch-{n}", HeadingKind.CHAPTER, n, None) for n in range(1, len(CHAPTERS) + 1)]
    headings[2:2] = [_heading(f"ch-2-s{n}", HeadingKind.SECTION, n, "ch-2") for n in (1, 2)]
    articles = tuple(_article(n) for n in numbers)
    return LawText("t/t", title, (), tuple(headings), articles, (), ())


@cache
def model_outline(title: str) -> Outline:
    """What exists in it."""
    return outline_of(model_law(title))


def read(case: str) -> list[tuple[CitedLine, Reference]]:
    """The references of a case: lines of ``art-5-p1 words``, ``prose words``, ``prose@art-14 words``, ``annex words``.

    A first line in 《》 gives the law's title; it is 《网络犯罪防治法（征求意见稿）》 if none is given.
    """
    law, lines = lines_of(case)
    found = resolve_references(lines, model_outline(law.title), law_names())
    place = {line.at: line for line in lines}
    return [(place[reference.at], reference) for reference in found]


def lines_of(case: str) -> tuple[LawText, list[CitedLine]]:
    """The law and the lines of a case."""
    rows = case.split("\n")
    title = rows.pop(0)[1:-1] if rows[0].startswith("《") else "网络犯罪防治法（征求意见稿）"
    law = model_law(title)
    return law, [_line(number, *row.split(" ", 1), law=law) for number, row in enumerate(rows)]


def shown(line: CitedLine, reference: Reference) -> str:
    """The form of the fixtures: ``本法|第十四条 → article art-14 g1 ?doubt``."""
    targets = [str(target) for target in reference.targets]
    if len(targets) > 5:
        targets = [targets[0], "…", targets[-1], f"({len(targets)})"]
    doubt = f"?{reference.doubt}" if reference.doubt else ""
    parts = [reference.kind.value, *targets, reference.group or "", doubt]
    lead = line.text[reference.lead_start : reference.start]
    words = f"{lead}|{reference.text}" if lead else reference.text
    return f"{words} → {' '.join(p for p in parts if p)}"


def _line(number: int, at: str, words: str, *, law: LawText) -> CitedLine:
    kind, _, context = at.partition("@")
    folded = fold_script(words)
    if kind in ("prose", "annex", "preamble"):
        about = ProvisionId.parse(context) if context else None
        return CitedLine(f"{kind}-{number}", words, folded, NOWHERE, about, kind=_KINDS[kind])
    here = ProvisionId.parse(at)
    article = law.article(here)
    return CitedLine(at, words, folded, NOWHERE, here, article.heading if article else None)


def _heading(heading_id: str, kind: HeadingKind, number: int, parent: str | None) -> Heading:
    return Heading(heading_id, kind, (number,), "", "", NOWHERE, NOWHERE, parent)


def _article(number: tuple[int, ...]) -> Article:
    paragraphs, items = FEWER.get(number[0], (3, 8))
    built = tuple(
        Paragraph(ProvisionId(number, p), "", NOWHERE, _items(number, p, items if p == 1 else 0))
        for p in range(1, paragraphs + 1)
    )
    section = next((s for s, (a, b) in SECTIONS.items() if a <= number[0] <= b), None)
    chapter = next(f"ch-{i}" for i, (a, b) in enumerate(CHAPTERS, 1) if a <= number[0] <= b)
    return Article(ProvisionId(number), "", NOWHERE, built, section or chapter)


def _items(number: tuple[int, ...], paragraph: int, count: int) -> tuple[Item, ...]:
    return tuple(
        Item(
            ProvisionId(number, paragraph, i), "", "", NOWHERE, NOWHERE, NOWHERE,
            tuple(
                Item(ProvisionId(number, paragraph, i, s), "", "", NOWHERE, NOWHERE, NOWHERE)
                for s in range(1, 4)
            ),
        )
        for i in range(1, count + 1)
    )  # fmt: skip
