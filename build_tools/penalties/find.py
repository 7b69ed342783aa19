"""All penalty rows of a law. docs/penalties.md explains what a row is and what is never inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_tools.model.law import Article, LawText, Paragraph, walk_items
from build_tools.model.penalty import (
    Amount,
    Duty,
    NamedBy,
    Passage,
    PenaltyItem,
    PenaltyProvision,
    PenaltyRow,
    Reading,
    SanctionWord,
    passage_in,
)
from build_tools.model.reference import Reference
from build_tools.model.source import Span
from build_tools.model.target import Target
from build_tools.penalties.bearers import Words, bodies
from build_tools.penalties.consequence import liability_headings, punishes, threatens
from build_tools.penalties.kinds import KINDS
from build_tools.penalties.named_duties import duties_of_line, paragraphs_above
from build_tools.penalties.reader import Draft, Line, ParagraphReading, Place, read_paragraph
from build_tools.penalties.sanction_words import ReadArticle, sanction_words
from build_tools.text.compact import compact
from build_tools.text.script import fold_script

_PRECONDITION = re.compile("尚(?:不|未)构成(?:[^,;。]{0,8})?犯罪|不构成犯罪|尚不够刑事处罚")
_ACTOR = re.compile(
    r"(?P<actor>[^,;。:]{2,60}?)(?=有下列|违反|未按|未取得|未依|未经|未在|不按|不履行|擅自|有前款|,?(?:有关)?(?:主管)?部门可以)"
)
_NO_ACTOR = re.compile("违反|对|有|未|不|擅自|以|在|伪造|利用|因|由|依照|按照|构成|非法|为|将")


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalties:
    """What a law threatens with, and what became of each of its sanction words; both in order of the text."""

    rows: tuple[PenaltyRow, ...]
    words: tuple[SanctionWord, ...]


def find_penalties(law: LawText, references: Iterable[Reference]) -> Penalties:
    """Every row of the articles of a law and every sanction word; ``references`` are those of the same law.

    例: 由公安機關處二十萬元以下罰款 is a row with kind ``fine``, no floor, 200000 yuan, 公安機關. Text of another law that an
    amending law quotes is left out.
    """
    by_line: dict[str, list[Reference]] = {}
    for reference in references:
        by_line.setdefault(reference.at, []).append(reference)
    chapters = liability_headings(law)
    rows: list[PenaltyRow] = []
    words: list[SanctionWord] = []
    for article in law.articles:
        found = _read_article(article, by_line, liability=article.heading in chapters)
        rows += found.rows
        words += sanction_words(article, found)
    return Penalties(rows=tuple(rows), words=tuple(words))


def _read_article(
    article: Article, references: dict[str, list[Reference]], *, liability: bool
) -> ReadArticle:
    known: dict[int, PenaltyProvision] = {}
    read = [(p, *_read(p)) for p in article.paragraphs if not p.quoted]
    liability = liability or any(punishes(lines, d) for _, lines, r in read for d in r.drafts)
    rows: list[PenaltyRow] = []
    spoken: list[tuple[Span, str]] = []
    for paragraph, lines, reading in read:
        drafts = [draft for draft in reading.drafts if threatens(lines, draft, liability=liability)]
        if not drafts and not reading.drafts and not reading.spoken and paragraph is article.paragraphs[-1]:
            continue
        provision = _provision(paragraph, references, known)
        known[paragraph.id.paragraph] = provision
        placing = _Placing(paragraph, lines, provision, references)
        rows += [placing.row(draft, number) for number, draft in enumerate(drafts, 1)]
        dropped = [(d.line, d.measure, "no-consequence") for d in reading.drafts if d not in drafts]
        for line, measure, reason in [*reading.spoken, *dropped]:
            spoken.append((placing.passage(Place(line, Words(measure.start, measure.end))).span, reason))
    return ReadArticle(rows=tuple(rows), spoken=tuple(spoken), liability=liability)


def _read(paragraph: Paragraph) -> tuple[list[Line], ParagraphReading]:
    text, places = compact(fold_script(paragraph.text))
    lines = [Line(paragraph.id, text, None, None if places is None else tuple(places))]
    for item in walk_items(paragraph.items):
        text, places = compact(fold_script(item.text))
        own = item.body_span.start - item.span.start
        start = own if places is None else sum(place < own for place in places)
        lines.append(Line(item.id, text, item.id, None if places is None else tuple(places), start))
    return lines, read_paragraph(lines)


def _provision(
    paragraph: Paragraph, references: dict[str, list[Reference]], known: dict[int, PenaltyProvision]
) -> PenaltyProvision:
    own = duties_of_line(paragraph.id, paragraph.text, paragraph.span, references.get(str(paragraph.id), ()))
    items = tuple(
        PenaltyItem(at=i.id, duties=duties_of_line(i.id, i.text, i.span, references.get(str(i.id), ())))
        for i in walk_items(paragraph.items)
    )
    named = NamedBy.NAMED if own else NamedBy.ITEMS if any(i.duties for i in items) else NamedBy.NONE
    if named is NamedBy.NAMED and all(duty.target.heading for duty in own):
        named = NamedBy.CHAPTER
    if named is NamedBy.NONE:
        above = [known[n] for n in paragraphs_above(paragraph.text, paragraph.id.paragraph) if n in known]
        own = tuple(dict.fromkeys(duty for p in above for duty in p.all_duties()))
        named = NamedBy.REFERENCE if own else NamedBy.NONE
    return PenaltyProvision(
        at=paragraph.id, actor=_actor(paragraph), duties=own, named_by=named,
        precondition=_passage_of(paragraph, _PRECONDITION), items=items,
    )  # fmt: skip


def _actor(paragraph: Paragraph) -> Passage | None:
    folded = fold_script(paragraph.text)
    if _NO_ACTOR.match(folded):
        return None
    found = _ACTOR.match(folded)
    return _passage(paragraph, found.start("actor"), found.end("actor")) if found else None


def _passage_of(paragraph: Paragraph, pattern: re.Pattern[str]) -> Passage | None:
    found = pattern.search(fold_script(paragraph.text))
    return _passage(paragraph, found.start(), found.end()) if found else None


def _passage(paragraph: Paragraph, start: int, end: int) -> Passage:
    return passage_in(paragraph.id, paragraph.text, paragraph.span, start, end)


@dataclass(frozen=True, slots=True)
class _Placing:
    """From places in folded lines to characters of the file."""

    paragraph: Paragraph
    lines: list[Line]
    provision: PenaltyProvision
    references: dict[str, list[Reference]]

    def row(self, draft: Draft, number: int) -> PenaltyRow:
        measure = draft.measure
        line = self.lines[draft.line]
        span = self.passage(Place(draft.line, Words(measure.start, measure.end)))
        doubts = list(measure.doubts)
        label = ".".join(map(str, self.paragraph.id.article))
        return PenaltyRow(
            id=f"{label}.{self.paragraph.id.paragraph}-{number}",
            provision=self.provision,
            kind=measure.kind,
            rank=KINDS[measure.kind],
            span=span,
            item=line.item,
            cond=draft.cond,
            cond_all=draft.cond_all,
            cond_words=self.maybe(draft.cond_at),
            gain=replace(draft.gain, of=self.as_written(draft.gain_at, draft.gain.of))
            if draft.gain
            else None,
            gain_words=self.maybe(draft.gain_at),
            subject=draft.subject,
            subject_words=self.maybe(draft.subject_at),
            amount=self.amount(draft),
            amount_words=self.amount_words(draft),
            modality=draft.modality,
            cumulative=draft.cumulative,
            choice=draft.choice,
            authority=self.bodies(draft.authority),
            authority_words=self.maybe(draft.authority),
            authority_stated=draft.authority is not None and draft.authority_stated,
            duties=self.duties(line),
            to=self.targets(draft, span),
            conduct=self.maybe(draft.conduct),
            reading=Reading.UNREADABLE
            if measure.unreadable
            else Reading.DOUBTFUL
            if doubts
            else Reading.READ,
            doubts=tuple(doubts),
        )

    def duties(self, line: Line) -> tuple[Duty, ...]:
        if line.item is not None:
            for item in self.provision.items:
                if item.at == line.item and item.duties:
                    return item.duties
            return self.provision.duties
        return self.provision.all_duties()

    def amount(self, draft: Draft) -> Amount | None:
        found = draft.measure.range
        if found is None:
            return None
        return Amount(
            min=found.min, max=found.max, unit=found.unit,
            base=self.written(draft, draft.measure.base), per=self.written(draft, draft.measure.per),
        )  # fmt: skip

    def amount_words(self, draft: Draft) -> Passage | None:
        at = draft.measure.amount_at
        return None if at is None else self.passage(Place(draft.line, Words(*at)))

    def written(self, draft: Draft, words: str) -> str:
        """Folded words of a measure as the law writes them."""
        return self.as_written(Place(draft.line, Words(draft.measure.start, draft.measure.end)), words)

    def as_written(self, place: Place | None, words: str) -> str:
        if place is None or not words:
            return words
        line = self.lines[place.line]
        at = line.text.find(words, place.words.start, place.words.end + 40)
        if at < 0:
            at = line.text.find(words)
        if at < 0:
            return words
        start, end = self._offsets(line, at, at + len(words))
        text, _ = self._line(line)
        return text[start:end]

    def bodies(self, place: Place | None) -> tuple[str, ...]:
        if place is None:
            return ()
        text, _span = self._line(self.lines[place.line])
        start, end = self._offsets(self.lines[place.line], place.words.start, place.words.end)
        return bodies(text[start:end])

    def maybe(self, place: Place | None) -> Passage | None:
        return None if place is None else self.passage(place)

    def passage(self, place: Place) -> Passage:
        line = self.lines[place.line]
        text, span = self._line(line)
        start, end = self._offsets(line, place.words.start, place.words.end)
        return passage_in(line.at, text, span, start, end)

    def targets(self, draft: Draft, span: Passage) -> tuple[Target, ...]:
        if draft.measure.kind not in ("refer", "refer_other_law", "public_security", "criminal"):
            return ()
        _, whole = self._line(self.lines[draft.line])
        low, high = span.span.start - whole.start, span.span.end - whole.start
        here = self.references.get(str(span.at), ())
        return tuple(t for r in here if low <= r.start < high for t in r.targets)

    @staticmethod
    def _offsets(line: Line, start: int, end: int) -> tuple[int, int]:
        if line.places is None:
            return start, end
        return line.places[start], line.places[end - 1] + 1

    def _line(self, line: Line) -> tuple[str, Span]:
        if line.item is None:
            return self.paragraph.text, self.paragraph.span
        item = next(i for i in walk_items(self.paragraph.items) if i.id == line.item)
        return item.text, item.span
