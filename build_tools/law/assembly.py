"""What was recognised in a file, gathered into the law's tree: parts get their ids in the order of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.law.frame.above import Above
from build_tools.law.frame.annexes import read_annex_marker
from build_tools.law.frame.back import Back, Group, find_title
from build_tools.law.frame.blocks import make_part
from build_tools.law.frame.front import Front
from build_tools.law.ledger import complete_ledger, law_spans
from build_tools.law.ranges import Division
from build_tools.law.report import ONE_LAW, Report, first_words
from build_tools.law.scan.labels import read_label
from build_tools.law.scan.lines import Line
from build_tools.model.law import Article, Heading, LawText, LedgerSpan, Part, SpanClass


class Assembly:
    """Collects title, headings, articles, groups of lines and set-aside stretches of one file."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.title_lines: list[Line] = []
        self.headings: tuple[Heading, ...] = ()
        self.articles: tuple[Article, ...] = ()
        self.set_aside: list[LedgerSpan] = []
        self._groups: list[Group] = []
        self._unknown: list[Line] = []

    @property
    def title(self) -> str:
        """The title's lines put together."""
        return "".join(line.text for line in self.title_lines)

    def take_declared(self, division: Division) -> None:
        """What the manifest says of lines outside the law."""
        self._set_aside(division.set_aside)
        for kind, lines in division.parts:
            if kind is SpanClass.UNCLASSIFIED:
                self.take_unknown(lines)
            else:
                self._groups.append(Group(kind, list(lines)))

    def take_front(self, front: Front, contents: Sequence[Line]) -> None:
        """What stands before the first article."""
        self.title_lines = front.title
        self.take_above(front.around)
        rows = [(SpanClass.PREAMBLE, front.preamble), (SpanClass.CONTENTS, list(contents))]
        self._groups.extend(Group(kind, lines) for kind, lines in rows if lines)

    def take_above(self, above: Above) -> None:
        """Notices, explanations and history above the title."""
        self._set_aside(above.site)
        self.take_unknown(above.unknown)
        rows = [(SpanClass.NOTICE, lines) for lines in above.notices]
        rows += [(SpanClass.EXPLANATION, lines) for lines in above.explanations]
        rows.append((SpanClass.HISTORY, sorted(above.history, key=lambda line: line.start)))
        self._groups.extend(Group(kind, lines) for kind, lines in rows if lines)

    def take_back(self, back: Back, *, announced: bool) -> None:
        """What stands after the last article; ``announced`` if the law itself is an annex (附件1) of a notice."""
        self._set_aside(back.site)
        self.take_unknown(back.unknown)
        for group in back.groups:
            self._groups.append(group)
            if group.kind is SpanClass.ANNEX:
                self._check_annex(group, announced=announced)

    def take_unknown(self, lines: Sequence[Line], *, tell: bool = True) -> None:
        """Lines that nothing is known of: kept, shown, and told of by one warning for each run of lines."""
        self._unknown.extend(lines)
        if not tell:
            return
        for run in self._runs(lines):
            where = f"lines {run[0].number} to {run[-1].number} are" if len(run) > 1 else "this line is"
            self.report.at(run[0], "W225", f"{where} not recognised: {first_words(run[0].text)}",
                           "kept as unclassified; declare the lines in law.toml under set_aside or parts")  # fmt: skip

    def _runs(self, lines: Sequence[Line]) -> list[list[Line]]:
        """Lines that stand together, blank lines aside."""
        found: list[list[Line]] = []
        for line in sorted(lines, key=lambda one: one.start):
            if not found or self.report.source.text[found[-1][-1].end : line.start].strip():
                found.append([])
            found[-1].append(line)
        return found

    def law(self) -> LawText:
        """The tree with its ledger."""
        source = self.report.source
        spans = tuple(self.report.span_of(line) for line in self.title_lines)
        law = LawText(source.id, self.title, spans, self.headings, self.articles, self._parts(), ())
        return replace(law, ledger=complete_ledger(source, [*law_spans(law), *self.set_aside]))

    def _set_aside(self, lines: Sequence[tuple[Line, str]]) -> None:
        for line, reason in lines:
            self.set_aside.append(LedgerSpan(self.report.span_of(line), SpanClass.SET_ASIDE, reason))

    def _check_annex(self, group: Group, *, announced: bool) -> None:
        labels = [(line, label) for line in group.lines if (label := read_label(line)) and label.unit == "条"]
        if not {label.number for _, label in labels} >= {(1,), (2,)}:
            return
        line = labels[0][0]
        if announced:
            self.report.at(line, "E210", f"a second law begins here: {first_words(group.lines[0].text)}",
                           ONE_LAW)  # fmt: skip
        else:
            self.report.at(line, "W238", f"the annex {first_words(group.lines[0].text)} has articles of its own",
                           "they are shown as text of the annex, without addresses of their own")  # fmt: skip

    def _parts(self) -> tuple[Part, ...]:
        groups = list(self._groups)
        if self._unknown:
            groups.append(Group(SpanClass.UNCLASSIFIED, sorted(self._unknown, key=lambda line: line.start)))
        counts: dict[str, int] = {}
        return tuple(
            make_part(_part_id(g, counts), g.kind, g.lines, self.report, title=g.title, titles=g.titles)
            for g in _joined(groups)
        )


def _joined(groups: Sequence[Group]) -> list[Group]:
    """In the order of the file; 附件1 above the law goes to the notice before it; titles are looked for."""
    found: list[Group] = []
    for group in sorted(groups, key=lambda g: g.lines[0].start):
        markers_only = group.kind is SpanClass.NOTICE and all(read_annex_marker(line) for line in group.lines)
        if markers_only and found and found[-1].kind is SpanClass.NOTICE:
            found[-1].lines.extend(group.lines)
            continue
        if group.kind in (SpanClass.EXPLANATION, SpanClass.ANNEX):
            find_title(group)
        found.append(group)
    return found


def _part_id(group: Group, counts: dict[str, int]) -> str:
    """``annex-1``, ``annex-2``…; of other kinds the first has no number."""
    base = "annexes" if group.lists else group.kind.value
    counts[base] = count = counts.get(base, 0) + 1
    return f"{base}-{count}" if base == "annex" or count > 1 else base
