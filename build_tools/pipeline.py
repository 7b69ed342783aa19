"""The stages in order: the only place that knows it, and their only caller. No MkDocs, no HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from build_tools.feedback.compare.claims import check_claims
from build_tools.feedback.compare.findings import compare_feedback
from build_tools.feedback.parse.document import parse_feedback
from build_tools.law.parse import parse_law
from build_tools.model.feedback import FeedbackFindings, Submission
from build_tools.model.issue import IssueLog, Severity
from build_tools.model.law import LawText, SpanClass
from build_tools.model.manifest import EditionFacts, Manifest, SourceFacts, SubmissionFacts
from build_tools.model.reference import Reference
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord, Site
from build_tools.model.source import SourceFile
from build_tools.read.law_files import LEAVE_OUT
from build_tools.read.manifest import read_manifests
from build_tools.read.notes import check_notes
from build_tools.read.script import check_script
from build_tools.read.sources import read_source
from build_tools.references.layer import references_of_feedback, references_of_law
from build_tools.text.script import versions
from build_tools.variants.convert import make_variants
from build_tools.variants.units import feedback_units, law_units


def _silent(_step: str) -> None:
    """Progress that nobody watches."""


def load_site(content: Path, log: IssueLog, progress: Callable[[str], None] = _silent) -> Site:
    """All laws below ``content/laws``, with every layer; findings go to ``log``.

    One bad file costs one file: what can be read is read, so that all findings are told in one run. Whether
    the site may be published is for the caller to say (``log.errors``).
    """
    records = []
    manifests = read_manifests(content, log)
    for manifest in manifests:
        progress(manifest.slug)
        record = _law(content, manifest, log)
        if record.editions:
            records.append(record)
    _offer_to_leave_out(manifests, log)
    return Site(tuple(records), tuple(log.issues), versions())


def _offer_to_leave_out(manifests: tuple[Manifest, ...], log: IssueLog) -> None:
    """Each error about an opinion says how the site can be built without it."""
    opinions = {f"{PurePosixPath(m.path).parent}/{s.source.path}" for m in manifests for s in m.submissions}
    log.issues[:] = [
        replace(i, hint=(i.hint + LEAVE_OUT).removeprefix("; "))
        if i.path in opinions and i.severity is Severity.ERROR
        else i
        for i in log.issues
    ]


def load_law_file(path: Path, log: IssueLog) -> tuple[SourceFile, LawText, tuple[Reference, ...]] | None:
    """One law file without a manifest; None if it cannot be read at all."""
    source = read_source(path, path.stem.replace(":", "-"), path.as_posix(), log)
    if source is None:
        return None
    law = parse_law(source, log)
    return source, law, references_of_law(law)


def load_feedback_file(
    path: Path, law_path: Path | None, log: IssueLog
) -> tuple[SourceFile, Submission, FeedbackFindings | None, tuple[Reference, ...]] | None:
    """One feedback file without a manifest, against a law file if one is given; None if it cannot be read.

    What is wrong with the law file itself is not repeated here.
    """
    source = read_source(path, path.stem.replace(":", "-"), path.as_posix(), log)
    if source is None:
        return None
    slug = path.name.split(".")[0]
    if law_path is None:
        return source, parse_feedback(source, slug, log), None, ()
    law_source = read_source(law_path, law_path.stem.replace(":", "-"), law_path.as_posix(), log)
    if law_source is None:
        return None
    law = parse_law(law_source, IssueLog())
    submission = parse_feedback(source, slug, log, law=law)
    findings = compare_feedback(submission, source, law, law_source, log)
    return source, submission, findings, references_of_feedback(submission, law)


def _law(content: Path, manifest: Manifest, log: IssueLog) -> LawRecord:
    editions = []
    for facts in manifest.editions:
        record = _edition(content, manifest, facts, log)
        if record:
            editions.append(record)
    editions.sort(
        key=lambda e: (e.facts.published is not None, e.facts.published, e.facts.slug), reverse=True
    )
    return LawRecord(manifest, tuple(editions))


def _edition(content: Path, manifest: Manifest, facts: EditionFacts, log: IssueLog) -> EditionRecord | None:
    source = _source(content, manifest, facts.slug, facts.source, log)
    if source is None:
        return None
    law = parse_law(
        source,
        log,
        set_aside=facts.source.set_aside,
        parts=facts.source.parts,
        accepted_gaps=facts.accepted_gaps,
        first_article=facts.first_article,
    )
    notes = tuple(note for note in manifest.notes if note.edition == facts.slug)
    check_notes(notes, law, source, manifest.path, log)
    variants = make_variants(
        source, law_units(law), facts.source.script, punctuation=facts.source.punctuation
    )
    prose = [b for p in law.parts if p.kind is SpanClass.EXPLANATION for b in p.blocks]
    feedback = [
        record
        for submission in manifest.submissions
        if submission.edition == facts.slug and submission.publish
        if (record := _feedback(content, manifest, submission, law, source, log))
    ]
    return EditionRecord(
        facts,
        source,
        law,
        variants,
        references_of_law(law, log=log, source=source),
        check_claims(prose, law),
        tuple(feedback),
    )


def _feedback(
    content: Path,
    manifest: Manifest,
    facts: SubmissionFacts,
    law: LawText,
    law_source: SourceFile,
    log: IssueLog,
) -> FeedbackRecord | None:
    source = _source(content, manifest, facts.slug, facts.source, log)
    if source is None:
        return None
    submission = parse_feedback(source, facts.slug, log, law=law, set_aside=facts.source.set_aside)
    variants = make_variants(
        source, feedback_units(submission), facts.source.script, punctuation=facts.source.punctuation
    )
    findings = compare_feedback(submission, source, law, law_source, log)
    references = references_of_feedback(submission, law, log=log, source=source)
    return FeedbackRecord(facts, source, submission, variants, findings, references)


def _source(
    content: Path, manifest: Manifest, slug: str, facts: SourceFacts, log: IssueLog
) -> SourceFile | None:
    folder = PurePosixPath(
        manifest.path
    ).parent  # its name is the maintainer's choice; the slug is the address
    path = content / "laws" / folder.name / facts.path
    shown = f"{folder}/{facts.path}"
    source = read_source(path, f"{manifest.slug}/{slug}", shown, log, expected_sha256=facts.sha256 or None)
    if source:
        check_script(source, facts.script, log)
    return source
