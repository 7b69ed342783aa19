"""The text of a law becomes a tree with a ledger; faults of the text become findings, never guesses."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.law.assembly import Assembly
from build_tools.law.body.articles import Body, build_articles
from build_tools.law.body.body_lines import read_body
from build_tools.law.body.headings import build_headings
from build_tools.law.body.numbering import check_numbers
from build_tools.law.frame.above import read_above
from build_tools.law.frame.annexes import is_annex_heading
from build_tools.law.frame.back import read_back
from build_tools.law.frame.bounds import Frame, find_frame
from build_tools.law.frame.front import Front, read_front
from build_tools.law.ranges import Division, divide
from build_tools.law.report import ONE_LAW, Report, first_words
from build_tools.law.scan.boilerplate import edge_site_lines
from build_tools.law.scan.joined import split_joined
from build_tools.law.scan.labelled import LabelledLines, label_lines
from build_tools.law.scan.lines import Line, read_lines
from build_tools.law.scan.shapes import is_title
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText
from build_tools.model.manifest import LineRange
from build_tools.model.source import SourceFile


def parse_law(
    source: SourceFile,
    log: IssueLog,
    *,
    set_aside: tuple[LineRange, ...] = (),
    parts: tuple[tuple[str, LineRange], ...] = (),
    accepted_gaps: tuple[str, ...] = (),
    first_article: int = 1,
) -> LawText:
    """Read one law; every character of the file is in the ledger, every departure in ``log``; never raises.

    Args:
        source: The file as received.
        log: Where findings E2xx, W2xx and N2xx go.
        set_aside: Lines that are no text of the law, from the manifest; they go before what the parser thinks.
        parts: Lines that are ``notice``, ``law``, ``explanation``…, from the manifest.
        accepted_gaps: Articles that are known to be missing: ``art-6``.
        first_article: Number of the first article, if not 1.

    Returns:
        The tree: headings (編 分編 章 節), articles with 款, 項 and 目, and the parts around them.

    Example: ``第三条 有下列情形之一的：`` and ``（一）…；`` give article 3 with one 款 and its item 1.
    """
    report = Report(source, log)
    lines = read_lines(source)
    division = divide(lines, set_aside, parts, report)
    assembly = Assembly(report)
    assembly.take_declared(division)
    _cut_joined(division, report)
    text = label_lines(division.lines)
    frame = find_frame(text, first_article)
    if frame is None:
        _report_none(division.lines or lines, report)
        assembly.take_unknown([*division.before, *division.lines, *division.after], tell=False)
    else:
        _read(assembly, frame, division, text, frozenset(accepted_gaps), first_article)
    return assembly.law()


def _cut_joined(division: Division, report: Report) -> None:
    """Give each article that stands within a line a line of its own."""
    pieces = list(split_joined(division.lines))
    cut = [line for line, is_cut in pieces if is_cut]
    if cut:
        report.at(cut[0], "W229", f"{len(cut)} articles or headings stand within a line, the first: {first_words(cut[0].text)}",
                  "they are read as such, since their numbers go on; put each on a line of its own")  # fmt: skip
        division.lines = [line for line, _ in pieces]


def _read(
    assembly: Assembly, frame: Frame, division: Division, text: LabelledLines, accepted: frozenset[str], first_article: int
) -> None:  # fmt: skip
    lines, report = text.lines, assembly.report
    front = read_front(text, frame.first, edge_site_lines(lines, frame.first))
    contents = front.opening.contents
    assembly.take_front(front, lines[contents.start : contents.stop] if contents else ())
    end = frame.attached if division.has_law else frame.end
    body = read_body(text, front.opening.headings, frame.first, end, report)
    assembly.headings = build_headings(body.headings, accepted, report)
    assembly.articles = build_articles(body, [h.id for h in assembly.headings], report)
    amending = "修正案" in assembly.title
    check_numbers(body.drafts, accepted, first_article, amending=amending, report=report)
    _tell(assembly, division, body)
    assembly.take_unknown(body.strays)
    assembly.take_unknown(body.explained, tell=False)
    _read_rest(assembly, frame, division, end, front)


def _read_rest(assembly: Assembly, frame: Frame, division: Division, end: int, front: Front) -> None:
    """Lines after the last article, and those around the lines that the manifest calls law."""
    after, second = division.lines[end:], []
    if frame.second_law is not None:
        after, second = division.lines[end : frame.second_law], division.lines[frame.second_law :]
        words = f"a second law begins here: {first_words(second[0].text)}"
        assembly.report.at(second[0], "E210", words, ONE_LAW)
        assembly.take_unknown(second, tell=False)
    after = [*after, *division.after]
    edge = edge_site_lines(after, -len(after)) if not second else {}
    announced = any(is_annex_heading(lines[-1]) for lines in front.around.notices)
    assembly.take_back(read_back(after, edge), announced=announced)
    if division.before:
        before = division.before
        assembly.take_above(read_above(before, edge_site_lines(before, len(before)), assembly.title))


def _tell(assembly: Assembly, division: Division, body: Body) -> None:
    """Findings about the text as a whole."""
    report = assembly.report
    if not assembly.title_lines:
        report.whole("W239", "the text has no title", "put the title on the first line")
    elif not any(is_title(line) for line in assembly.title_lines):
        report.at(assembly.title_lines[0], "W239", f"is this the title? {first_words(assembly.title)}",
                  "no other line above the articles could be; put the title on a line of its own")  # fmt: skip
    draft = next((draft for draft in body.drafts if draft.arabic), None)
    if draft:
        report.at(draft.label, "N240", "articles are numbered with Arabic digits", "accepted; addresses are the same",
                  len(draft.label.text))  # fmt: skip
    begin, stop = body.drafts[0].label.start, body.drafts[-1].label.start
    inside = [line for line, _ in division.set_aside if begin < line.start < stop]
    if inside:
        report.at(inside[0], "W237", f"{len(inside)} lines among the articles are set aside by law.toml",
                  "make sure that they are no text of the law")  # fmt: skip


def _report_none(lines: Sequence[Line], report: Report) -> None:
    """Neither text nor any article: the first lines are shown with the form that is expected."""
    if not lines:
        report.whole("E201", "the file holds no text", "put the text of the law into it")
        return
    shown = "; ".join(f"line {line.number}: {first_words(line.text)}" for line in lines[:5])
    report.whole("E202", f"no article found. The text begins: {shown}",
                 "articles begin a line: 第一条 or 第1條, then a blank and the text, or a line of its own")  # fmt: skip
