"""Records of laws and opinions from trees built by hand, without the stages: what all small sites are made of."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.feedback import Submission
from build_tools.model.law import LawText
from build_tools.model.layer import Layer, Layers
from build_tools.model.locale import NO_WORDS, Localized
from build_tools.model.manifest import EditionFacts, Manifest, SourceFacts, Status, SubmissionFacts
from build_tools.model.reference import REFERENCES, Reference
from build_tools.model.runs import Texts
from build_tools.model.site import EditionRecord, FeedbackRecord
from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script
from build_tools.variants.convert import make_variants

DRAFT = Localized("草案", "草案")
SOME_LAW = Localized("某法", "某法")


def reference_layers(references: Iterable[Reference]) -> Layers:
    """Layers of a file in which only references were looked for."""
    return Layers({REFERENCES.name: Layer.of(references, lambda reference: reference.at)})


def edition_record(
    source: SourceFile,
    text: LawText,
    script: Script,
    *,
    references: Iterable[Reference] = (),
    feedback: tuple[FeedbackRecord, ...] = (),
    label: Localized = DRAFT,
    punctuation: bool = False,
    units: Iterable[Span] | None = None,
) -> EditionRecord:
    """A draft with this text; ``units`` are what is converted by itself, those of the text if not given."""
    units = [*text.shown_spans(), *text.lines().values()] if units is None else units
    variants = make_variants(source, units, script, punctuation=punctuation)
    facts = EditionFacts(
        slug=source.id.rpartition("/")[2],
        status=Status.DRAFT,
        label=label,
        published=None,
        comments_until=None,
        effective=None,
        source=source_facts(source, script, punctuation=punctuation),
    )
    return EditionRecord(
        facts=facts,
        source=source,
        text=text,
        variants=variants,
        texts=Texts.of(source, variants),
        layers=reference_layers(references),
        feedback=feedback,
    )


def feedback_record(
    source: SourceFile,
    submission: Submission,
    script: Script,
    *,
    references: Iterable[Reference] = (),
    author: str = "",
    punctuation: bool = False,
    units: Iterable[Span] | None = None,
) -> FeedbackRecord:
    """A submission on the edition ``draft``, compared with no law; ``units`` as for `edition_record`."""
    points = (comment.point_span for comment in submission.comments)
    units = [*submission.shown_spans(), *points] if units is None else units
    variants = make_variants(source, units, script, punctuation=punctuation)
    facts = SubmissionFacts(
        slug=submission.slug,
        edition="draft",
        publish=True,
        title=Localized("意見", "意见"),
        author=author,
        licence=Localized("未知", "未知"),
        written=None,
        source=source_facts(source, script, punctuation=punctuation),
    )
    return FeedbackRecord(
        facts=facts,
        source=source,
        submission=submission,
        variants=variants,
        texts=Texts.of(source, variants),
        layers=reference_layers(references),
    )


def small_manifest(
    slug: str, title: Localized, short: Localized = NO_WORDS, editions: tuple[EditionFacts, ...] = ()
) -> Manifest:
    """A law.toml that says little more than the law's name."""
    return Manifest(
        slug=slug,
        path=f"content/laws/{slug}/law.toml",
        title=title,
        short=short,
        issuer=NO_WORDS,
        kind="law",
        editions=editions,
        submissions=(),
    )


def source_facts(source: SourceFile, script: Script, *, punctuation: bool) -> SourceFacts:
    """What a manifest says of a file."""
    return SourceFacts(
        path=source.path,
        sha256=source.sha256,
        script=script,
        origin=NO_WORDS,
        url="",
        retrieved=None,
        punctuation=punctuation,
    )
