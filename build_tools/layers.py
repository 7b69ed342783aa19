"""The layers: each is registered here and nowhere else, with how it is computed, checked, exported and marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from build_tools.feedback.compare.claims import check_claims
from build_tools.layer_kind import Json, LawInputs, LayerKind, Lines, Sources, SubmissionInputs, nothing
from build_tools.model.feedback import ANCHORS, CLAIMS, MENTIONS, QUOTES, Anchor
from build_tools.model.law import SpanClass
from build_tools.model.layer import Layers
from build_tools.model.penalty import PENALTIES, SANCTION_WORDS, PenaltyRow
from build_tools.model.reference import REFERENCES, Reference
from build_tools.model.source import SourceFile, Span
from build_tools.penalties.duties import DUTIES, DutySentence, find_duties
from build_tools.penalties.faults import row_faults, word_faults
from build_tools.penalties.row_json import penalty_json
from build_tools.references.layer import references_of_feedback
from build_tools.terms.find import TERMS, DefinedTerm, find_terms


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
        if kind.export and computed is not nothing and kind.inside_comments == bool(inside):
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
