"""Opinions on laws of very different layout: what quotes them is a quote, what speaks of them is an opinion."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.feedback.compare.findings import compare_feedback
from build_tools.feedback.parse.document import parse_feedback
from build_tools.law.parse import parse_law
from build_tools.model.feedback import FeedbackFindings, Match, Submission
from build_tools.model.issue import IssueLog
from build_tools.model.law import Article, LawText, walk_lines
from build_tools.model.source import SourceFile
from build_tools.text.script import convert

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))
MANNERS = ("plain", "blank lines", "Markdown", "same line", "without label", "tight", "announced", "table")
OPINIONS = (
    "“{}”的表述不清。",
    "该条“{}”不好。",
    "将“{}”一句删去。",
    "「{}」与上位法重复，",
    "{}，这样规定很好。",
    "为什么{}呢？",
)
"""What people say with long words of the law in it: none of it is a quoted provision."""


def _law(path: Path) -> tuple[LawText, SourceFile]:
    source = SourceFile.of_text("law/e", path.name, path.read_text(encoding="utf-8"))
    return parse_law(source, IssueLog()), source


def _sample(law: LawText) -> list[Article]:
    filled = [a for a in law.articles if a.paragraphs and len(a.paragraphs[0].text) > 12]
    return filled[:: max(1, len(filled) // 8)]


def _lines(article: Article) -> list[str]:
    first, *rest = (line.text for line in walk_lines(article))
    return [f"{article.label}　{article.caption}{first}", *rest]


def _document(articles: list[Article], manner: str) -> str:
    parts = []
    for number, article in enumerate(articles):
        lines, label = _lines(article), article.label
        opinion = OPINIONS[number % 2].format(article.paragraphs[0].text[2:9])
        match manner:
            case "plain":
                parts.append("\n".join([label, "", *lines, "", opinion, "", ""]))
            case "blank lines":
                parts.append("\n\n".join([label, *lines, opinion, ""]))
            case "Markdown":
                parts.append(
                    "\n".join([f"## {label}", "", *(f"> {line}" for line in lines), "", opinion, "", ""])
                )
            case "same line":
                parts.append("\n".join([*lines, "", opinion, "", ""]))
            case "without label":
                parts.append(
                    "\n".join([label, "", lines[0][len(label) + 1 :], *lines[1:], "", opinion, "", ""])
                )
            case "tight":
                parts.append("\n".join([label, *lines, opinion, ""]))
            case "announced":
                parts.append(
                    "\n".join(
                        [label, f"原文：{lines[0]}", *lines[1:], f"建议：{opinion}", "理由：不清。", "", ""]
                    )
                )
            case "table":
                parts.append(f"| {label} | {'<br>'.join(lines)} | {opinion} |\n")
    head = "| 条款 | 原文 | 意见 |\n|---|---|---|\n" if manner == "table" else ""
    return head + "".join(parts)


def _held(text: str, law: LawText, law_source: SourceFile) -> tuple[Submission, FeedbackFindings]:
    source, log = SourceFile.of_text("law/f", "f.md", text), IssueLog()
    submission = parse_feedback(source, "f", log, law=law)
    return submission, compare_feedback(submission, source, law, law_source, log)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_quotes_the_law_is_a_quote(path: Path, manner: str) -> None:
    """In each manner of writing, each article gives one block, one quote equal to the law, and one opinion."""
    law, law_source = _law(path)
    articles = _sample(law)
    text = _document(articles, manner)
    other = "".join(convert(line, "s2t") for line in text.splitlines(keepends=True))
    for written, equal in ((text, Match.EXACT), (other, Match.SCRIPT)):
        submission, findings = _held(written, law, law_source)
        assert [b.article for b in submission.blocks] == [a.id for a in articles]
        assert [c.quote.article for c in findings.quotes] == [a.id for a in articles]
        assert {c.match for c in findings.quotes} <= {equal, Match.EXACT}
        assert [c.articles for c in submission.comments] == [(a.id,) for a in articles]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_speaks_of_the_law_is_an_opinion(path: Path) -> None:
    """An opinion may repeat a whole 款 word for word: with marks around it or words of its own it is no quote."""
    law, law_source = _law(path)
    for article in _sample(law):
        words = article.paragraphs[0].text.rstrip("。：:；;")
        if any(mark in words for mark in "“”"):
            continue
        for opinion in OPINIONS:
            submission, _ = _held(f"{article.label}\n\n{opinion.format(words)}\n", law, law_source)
            assert [len(block.quotes) for block in submission.blocks] == [0]
            assert len(submission.comments) == 1


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_words_are_found_where_they_stand(path: Path) -> None:
    """Words taken from one place of an article are linked to that place, or listed if they stand twice."""
    law, law_source = _law(path)
    for article in _sample(law):
        for line in walk_lines(article):
            words = line.text[len(line.text) // 3 :][:9]
            if len(words) < 9 or not words.isalnum():
                continue
            _, findings = _held(f"{article.label}\n\n“{words}”不清。\n", law, law_source)
            (anchor,) = findings.anchors
            places = sum(other.text.count(words) for other in walk_lines(article))
            if places == 1:
                assert anchor.target == line.id
                assert anchor.law_span is not None
                assert law_source.slice(anchor.law_span) == words
            else:
                assert anchor.reason == "ambiguous"
