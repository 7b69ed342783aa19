"""All penalty rows of a law. docs/penalties.md explains what a row is and what is never inferred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.model.ids import ProvisionId
from build_tools.model.law import LawText, walk_items
from build_tools.model.penalty import PenaltyRow, SanctionWord
from build_tools.model.reference import Reference
from build_tools.model.source import Span
from build_tools.penalties.bearers import Words
from build_tools.penalties.consequence import liability_headings, punishes, threatens
from build_tools.penalties.lines import Line, lines_of
from build_tools.penalties.measures import may_hold_measures
from build_tools.penalties.placing import placed
from build_tools.penalties.provisions import Provisions
from build_tools.penalties.reader import read_paragraph
from build_tools.penalties.sanction_words import ReadArticle, sanction_words


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
    liable, chapters = liability_headings(law), _articles_below(law)
    rows: list[PenaltyRow] = []
    words: list[SanctionWord] = []
    for article in law.articles:
        own = [p for p in article.paragraphs if not p.quoted]
        if any(
            may_hold_measures(text) for p in own for text in (p.text, *(i.text for i in walk_items(p.items)))
        ):
            paragraphs = [lines_of(p) for p in own]
            found = _read_article(paragraphs, by_line, chapters, liability=article.heading in liable)
            rows += found.rows
            words += sanction_words(paragraphs, found)
    return Penalties(rows=tuple(rows), words=tuple(words))


def _articles_below(law: LawText) -> dict[str, list[ProvisionId]]:
    """The articles below each heading: of a chapter also those in its sections."""
    parents = {heading.id: heading.parent for heading in law.headings}
    found: dict[str, list[ProvisionId]] = {}
    for article in law.articles:
        above = article.heading
        while above:
            found.setdefault(above, []).append(article.id)
            above = parents.get(above)
    return found


def _read_article(
    paragraphs: Sequence[Sequence[Line]],
    references: Mapping[str, Sequence[Reference]],
    chapters: Mapping[str, Sequence[ProvisionId]],
    *,
    liability: bool,
) -> ReadArticle:
    read = [(lines, read_paragraph(lines)) for lines in paragraphs]
    liability = liability or any(punishes(lines, d) for lines, reading in read for d in reading.drafts)
    kept = [[d for d in r.drafts if threatens(lines, d, liability=liability)] for lines, r in read]
    punishing = {lines[0].at.paragraph for (lines, _), drafts in zip(read, kept, strict=True) if drafts}
    provisions = Provisions(paragraphs, references, punishing, chapters)
    rows: list[PenaltyRow] = []
    spoken: list[tuple[Span, str]] = []
    for (lines, reading), drafts in zip(read, kept, strict=True):
        if drafts:
            provision = provisions.of(lines[0].at.paragraph)
            rows += [placed(draft, n, lines, provision, references) for n, draft in enumerate(drafts, 1)]
        dropped = [(d.line, d.measure, "no-consequence") for d in reading.drafts if d not in drafts]
        for line, measure, reason in [*reading.spoken, *dropped]:
            spoken.append((lines[line].passage(Words(measure.start, measure.end)).span, reason))
    return ReadArticle(rows=tuple(rows), spoken=tuple(spoken), liability=liability)
