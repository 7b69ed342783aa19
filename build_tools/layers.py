"""The layers: each is registered here and nowhere else, with how it is computed, checked, exported and marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from build_tools.feedback.compare.claims import check_claims
from build_tools.feedback.compare.findings import compare_feedback
from build_tools.model.feedback import (
    ANCHORS,
    CLAIMS,
    MENTIONS,
    QUOTES,
    Anchor,
    FeedbackFindings,
    Submission,
)
from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText, SpanClass
from build_tools.model.layer import Layer, LayerKey, Layers
from build_tools.model.penalty import PENALTIES, SANCTION_WORDS, Passage, PenaltyRow
from build_tools.model.reference import REFERENCES, Reference
from build_tools.model.source import SourceFile, Span
from build_tools.penalties.duties import DUTIES, DutySentence, find_duties
from build_tools.penalties.faults import row_faults, word_faults
from build_tools.penalties.find import Penalties, find_penalties
from build_tools.penalties.row_json import penalty_json
from build_tools.references.layer import references_of_feedback, references_of_law
from build_tools.terms.find import TERMS, DefinedTerm, find_terms
from build_tools.text.fold import fold

T = TypeVar("T")
_ELLIPSIS = re.compile(r"(?:…|\.{3})+")
Json = dict[str, object]
Lines = dict[str, Span]
"""Where each line of a file stands, by the id of its provision, block or fragment."""
Sources = dict[str, SourceFile]
"""Files by their id."""


@dataclass(frozen=True)
class LawInputs:
    """What layers of a law are computed from."""

    source: SourceFile
    law: LawText
    log: IssueLog = field(default_factory=IssueLog)

    @cached_property
    def lines(self) -> Lines:
        """Where each line stands."""
        return self.law.lines()

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The references of the law, which other layers build on."""
        return references_of_law(self.law, log=self.log, source=self.source)

    @cached_property
    def penalties(self) -> Penalties:
        """Rows and sanction words, which are two layers."""
        return find_penalties(self.law, self.references)


@dataclass(frozen=True)
class SubmissionInputs:
    """What layers of a submission are computed from."""

    source: SourceFile
    submission: Submission
    law: LawText
    law_source: SourceFile
    log: IssueLog = field(default_factory=IssueLog)

    @cached_property
    def lines(self) -> Lines:
        """Where each fragment stands."""
        return self.submission.lines()

    @cached_property
    def findings(self) -> FeedbackFindings:
        """The comparison with the law, which several layers are parts of."""
        return compare_feedback(self.submission, self.source, self.law, self.law_source, self.log)


def _nothing(*_inputs: object) -> Iterable[Any]:
    return ()


@dataclass(frozen=True, kw_only=True)
class LayerKind(Generic[T]):
    """One layer: what is found in a law or submission, what must hold of it, and how it is told."""

    key: LayerKey[T]
    of_law: Callable[[LawInputs], Iterable[T]] = _nothing
    of_submission: Callable[[SubmissionInputs], Iterable[T]] = _nothing
    span: Callable[[T, Lines], Span]
    """The characters of an item in its own file."""
    place: Callable[[T], str] | None = None
    """Id of what an item stands in; None: of the line that holds its first character."""
    words: Callable[[T], Iterable[tuple[Span | None, str]]] = _nothing
    """Words that must stand in a file, script and width apart, and where; None: at the item's own span."""
    points_to: Callable[[T], Iterable[str]] = _nothing
    """Ids of provisions and headings of the same edition that an item names: each must exist."""
    holds: Callable[[T, Callable[[Passage], str]], Iterable[str]] = _nothing
    """What else must hold of an item and does not, in words; it may ask for the characters at a passage."""
    export: Callable[[T], Json] | None = None
    """One row of ``duizhao inspect --json``, to which line and column are added; None: not in the schema."""
    inside_comments: bool = False
    """True if rows stand within the comment that is their place, not at the top of the document."""
    marks: Callable[[T], Iterable[tuple[Span, str]]] | None = None
    """Words of the law that a reader may have marked, with the id of the row of the layer's page about them."""

    def layer(self, items: Iterable[T], lines: Lines) -> Layer[T]:
        """The items as a layer."""
        return Layer.of(items, self.place or (lambda item: _line_at(self.span(item, lines).start, lines)))

    def faults(self, item: T, span: Span, sources: Sources, known: Callable[[str], bool]) -> Iterator[str]:
        """What is wrong with an item: words that do not stand where it says, ids that do not exist."""
        for place, words in self.words(item):
            at = place or span
            found = sources[at.source].slice(at) if at.source in sources else ""
            if not _stands(words, found):
                yield f"{self.key.name}: {words!r} does not stand at {at}"
        yield from self.holds(item, lambda passage: sources[passage.span.source].slice(passage.span))
        for name in self.points_to(item):
            if not known(name):
                yield f"{self.key.name}: there is no {name}"


def _stands(words: str, found: str) -> bool:
    """Are the words those that were found, script, width and blanks apart? …… stands for any in between."""
    pieces = [re.escape(fold(piece).text) for piece in _ELLIPSIS.split(words)]
    return re.fullmatch(".*".join(pieces), fold(found).text, re.DOTALL) is not None


def _line_at(offset: int, lines: Lines) -> str:
    return next((name for name, span in lines.items() if span.start <= offset < span.end), "")


def layers_of_law(inputs: LawInputs) -> Layers:
    """Every layer of one law text."""
    return Layers({kind.key.name: kind.layer(kind.of_law(inputs), inputs.lines) for kind in LAYERS})


def layers_of_submission(inputs: SubmissionInputs) -> Layers:
    """Every layer of one submission."""
    return Layers({kind.key.name: kind.layer(kind.of_submission(inputs), inputs.lines) for kind in LAYERS})


def layer_faults(
    layers: Layers, lines: Lines, sources: Sources, known: Callable[[str], bool]
) -> Iterator[tuple[Span, str]]:
    """Where layers do not fit their files, with what is wrong there; ``known`` says which ids exist."""
    for kind in LAYERS:
        for item in layers[kind.key].items:
            span = kind.span(item, lines)
            yield from ((span, fault) for fault in kind.faults(item, span, sources, known))


def export_layers(
    layers: Layers, source: SourceFile, lines: Lines, *, submission: bool, inside: str = ""
) -> Json:
    """Rows of each layer by its name, for ``inspect --json``: those of the file, or with ``inside`` of one comment."""
    out: Json = {}
    for kind in LAYERS:
        computed = kind.of_submission if submission else kind.of_law
        if kind.export and computed is not _nothing and kind.inside_comments == bool(inside):
            layer = layers[kind.key]
            items = layer.at(inside) if inside else layer.items
            out[kind.key.name] = [_place(source, kind.span(i, lines)) | kind.export(i) for i in items]
    return out


def _place(source: SourceFile, span: Span) -> Json:
    place = source.position(span.start)
    return {"line": place.line, "column": place.column}


def _explanation_claims(inputs: LawInputs) -> Iterable[Any]:
    parts = [p for p in inputs.law.parts if p.kind is SpanClass.EXPLANATION]
    return check_claims([block for part in parts for block in part.blocks], inputs.law)


def _reference_span(reference: Reference, lines: Lines) -> Span:
    line = lines[reference.at]
    return Span(line.source, line.start + reference.start, line.start + reference.end)


def _own_targets(reference: Reference) -> Iterable[str]:
    return (target.place for target in reference.targets if target.law is None)


def _reference_row(reference: Reference) -> Json:
    return {
        "at": reference.at,
        "start": reference.start,
        "end": reference.end,
        "text": reference.text,
        "kind": reference.kind.value,
        "targets": list(map(str, reference.targets)),
        "group": reference.group,
        "doubt": None if reference.doubt is None else str(reference.doubt),
    }


def _anchor_row(anchor: Anchor) -> Json:
    target = str(anchor.target) if anchor.target else None
    return {"words": anchor.words, "target": target, "reason": anchor.reason}


def _term_row(term: DefinedTerm) -> Json:
    return {
        "id": term.id,
        "term": term.words,
        "by": term.by.value,
        "at": str(term.at),
        "scope": term.scope,
        "uses": [str(use.at) for use in term.uses],
    }


def _term_words(term: DefinedTerm) -> Iterator[tuple[Span | None, str]]:
    yield None, term.words
    yield from ((use.span, term.words) for use in term.uses)


def _penalty_targets(row: PenaltyRow) -> Iterator[str]:
    targets = (*(duty.target for duty in row.duties), *row.to)
    yield from (target.place for target in targets if target.law is None)


def _duty_words(duty: DutySentence) -> Iterator[tuple[Span | None, str]]:
    for modal in duty.modals:
        yield modal.words.span, modal.words.text
        if modal.subject:
            yield modal.subject.span, modal.subject.text


def _anchor_words(anchor: Anchor) -> Iterable[tuple[Span | None, str]]:
    return ((anchor.law_span, anchor.words),) if anchor.law_span else ()


LAYERS: tuple[LayerKind[Any], ...] = (
    LayerKind(
        key=REFERENCES,
        of_law=lambda i: i.references,
        of_submission=lambda i: references_of_feedback(i.submission, i.law, log=i.log, source=i.source),
        span=_reference_span,
        place=lambda reference: reference.at,
        words=lambda reference: ((None, reference.text),),
        points_to=_own_targets,
        export=_reference_row,
    ),
    LayerKind(
        key=QUOTES,
        of_submission=lambda i: i.findings.quotes,
        span=lambda check, _: check.quote.span,
        place=lambda check: str(check.comment_block),
    ),
    LayerKind(
        key=ANCHORS,
        of_submission=lambda i: i.findings.anchors,
        span=lambda anchor, _: anchor.comment_span,
        place=lambda anchor: anchor.comment,
        words=_anchor_words,
        points_to=lambda anchor: (str(anchor.target),) if anchor.target else (),
        export=_anchor_row,
        inside_comments=True,
    ),
    LayerKind(
        key=CLAIMS,
        of_law=_explanation_claims,
        of_submission=lambda i: i.findings.claims,
        span=lambda claim, _: claim.span,
        words=lambda claim: ((None, claim.text),),
    ),
    LayerKind(
        key=MENTIONS,
        of_submission=lambda i: i.findings.mentions,
        span=lambda mention, _: mention.span,
        place=lambda mention: mention.place,
    ),
    LayerKind(
        key=TERMS,
        of_law=lambda i: find_terms(i.law),
        span=lambda term, _: term.span,
        place=lambda term: str(term.at),
        words=_term_words,
        points_to=lambda term: (str(term.at), *([term.scope] if term.scope else [])),
        export=_term_row,
        marks=lambda term: ((span, term.id) for span in (term.span, *(use.span for use in term.uses))),
    ),
    LayerKind(
        key=DUTIES,
        of_law=lambda i: find_duties(i.law),
        span=lambda duty, _: duty.span,
        place=lambda duty: str(duty.at),
        words=_duty_words,
        points_to=lambda duty: (str(duty.at), *(str(item.at) for item in duty.items)),
    ),
    LayerKind(
        key=PENALTIES,
        of_law=lambda i: i.penalties.rows,
        span=lambda row, _: row.span.span,
        place=lambda row: str(row.span.at),
        points_to=_penalty_targets,
        holds=row_faults,
        export=penalty_json,
    ),
    LayerKind(
        key=SANCTION_WORDS,
        of_law=lambda i: i.penalties.words,
        span=lambda word, _: word.words.span,
        place=lambda word: str(word.words.at),
        holds=word_faults,
    ),
)
"""In the order in which they are computed, and in which their findings are told."""
