"""The stages in order: the only place that knows it, and their only caller. No MkDocs, no HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from build_tools.feedback.parse.document import parse_feedback
from build_tools.law.parse import parse_law
from build_tools.layer_kind import LawInputs, SubmissionInputs
from build_tools.layers import layers_of_law, layers_of_submission
from build_tools.model.directory import LawDirectory
from build_tools.model.feedback import Submission
from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.law import LawText
from build_tools.model.layer import Layers
from build_tools.model.manifest import EditionFacts, Manifest, SourceFacts, SubmissionFacts
from build_tools.model.runs import Texts
from build_tools.model.site import EditionRecord, FeedbackRecord, LawRecord, LeftOut, Site
from build_tools.model.source import SourceFile
from build_tools.model.variant import Script
from build_tools.read.law_files import LEAVE_OUT
from build_tools.read.manifest import read_manifests
from build_tools.read.notes import check_notes
from build_tools.read.script import check_script
from build_tools.read.sources import read_bytes, read_source, read_text
from build_tools.references.link import law_directory, link_laws
from build_tools.text.script import convert
from build_tools.variants.convert import RULES, make_variants


@dataclass(frozen=True)
class LawFiles:
    """One law as it lies on the disk: all that `load_law` needs."""

    manifest: Manifest
    data: dict[str, bytes]
    """Each source that can be read, by its path in messages."""
    issues: tuple[Issue, ...] = ()
    """Why others cannot be read."""

    def shown_path(self, facts: SourceFacts) -> str:
        """A source's path in messages; the folder's name is the maintainer's choice, the slug is the address."""
        return f"{PurePosixPath(self.manifest.path).parent}/{facts.path}"


@dataclass(frozen=True)
class LoadedLaw:
    """One law with its layers (None if no edition can be read), and what was found on the way."""

    record: LawRecord | None
    issues: tuple[Issue, ...]
    left_out: tuple[LeftOut, ...] = ()


def _silent(_step: str) -> None:
    """Progress that nobody watches."""


def load_site(
    content: Path, log: IssueLog, progress: Callable[[str], None] = _silent, *, without_broken: bool = False
) -> Site:
    """All laws below ``content/laws``, with every layer; findings go to ``log``.

    One bad file costs one file: what can be read is read, so that all findings are told in one run. Whether
    the site may be published is for the caller to say (``log.errors``). With ``without_broken`` a submission or
    law that has errors is not in the result but among ``left_out``.
    """
    records: list[LawRecord] = []
    left_out: list[LeftOut] = []
    manifests = read_manifests(content, log)
    if without_broken:
        left_out += _without_manifest(log)
    for manifest in manifests:
        progress(manifest.slug)
        files = read_law(content, manifest)
        loaded = load_sound_law(files) if without_broken else load_law(files)
        log.issues.extend(loaded.issues)
        left_out.extend(loaded.left_out)
        if loaded.record:
            records.append(loaded.record)
    laws = link_laws(records, link_site(records), log)
    return Site(laws=laws, issues=tuple(log.issues), left_out=tuple(left_out))


def link_site(laws: Iterable[LawRecord]) -> LawDirectory:
    """Where references from one law of a site to another lead."""
    return law_directory(laws, lambda name: convert(name, RULES[Script.HANS]))


def read_law(content: Path, manifest: Manifest) -> LawFiles:
    """The bytes of every source that a manifest names: the only part of loading that looks at the disk."""
    files = LawFiles(manifest, {})
    log = IssueLog()
    folder = content / "laws" / PurePosixPath(manifest.path).parent.name
    wanted = [e.source for e in manifest.editions] + [s.source for s in manifest.submissions if s.publish]
    for facts in wanted:
        data = read_bytes(folder / facts.path, files.shown_path(facts), log)
        if data is not None:
            files.data[files.shown_path(facts)] = data
    return replace(files, issues=tuple(log.issues))


def load_law(files: LawFiles) -> LoadedLaw:
    """One law from its files: a pure function, so it may be kept or made in another process.

    Editions come newest first; one whose text cannot be read is not among them.
    """
    log = IssueLog([*files.issues])
    editions = [e for facts in files.manifest.editions if (e := _edition(files, facts, log))]
    editions.sort(
        key=lambda e: (e.facts.published is not None, e.facts.published, e.facts.slug), reverse=True
    )
    record = LawRecord(files.manifest, tuple(editions)) if editions else None
    return LoadedLaw(record, tuple(_offer_to_leave_out(files, log.issues)))


def _offer_to_leave_out(files: LawFiles, issues: Iterable[Issue]) -> Iterator[Issue]:
    """Each error about an opinion says how the site can be built without it."""
    opinions = {files.shown_path(s.source) for s in files.manifest.submissions}
    for issue in issues:
        if issue.path in opinions and issue.severity is Severity.ERROR:
            yield replace(issue, hint=(issue.hint + LEAVE_OUT).removeprefix("; "))
        else:
            yield issue


def load_sound_law(files: LawFiles) -> LoadedLaw:
    """As `load_law`, but without the submissions that have errors; no record if the law itself has some."""
    loaded = load_law(files)
    broken = {issue.path for issue in loaded.issues if issue.severity is Severity.ERROR}
    if not broken:
        return loaded
    manifest = files.manifest
    folder = PurePosixPath(manifest.path).parent.name
    bad = [s for s in manifest.submissions if s.publish and files.shown_path(s.source) in broken]
    left_out = tuple(
        LeftOut(folder, s.slug, files.shown_path(s.source), (manifest.title, s.title)) for s in bad
    )
    kept = tuple(s for s in manifest.submissions if s not in bad)
    paths = {left.path for left in left_out}
    rest = LawFiles(
        replace(manifest, submissions=kept), files.data, tuple(i for i in files.issues if i.path not in paths)
    )
    again = load_law(rest)
    fault = next((issue for issue in again.issues if issue.severity is Severity.ERROR), None)
    if fault:
        return LoadedLaw(None, loaded.issues, (LeftOut(folder, "", fault.path, (manifest.title,)),))
    return LoadedLaw(again.record, loaded.issues, left_out)


def _without_manifest(log: IssueLog) -> Iterator[LeftOut]:
    """Laws of which the manifest could not be read: their errors are the only ones so far."""
    seen = set()
    for issue in log.errors:
        parts = PurePosixPath(issue.path).parts
        folder = parts[parts.index("laws") + 1] if "laws" in parts[:-1] else ""
        if folder and folder not in seen:
            seen.add(folder)
            yield LeftOut(folder, "", issue.path)


@dataclass(frozen=True)
class LawFile:
    """One law file read without a manifest."""

    source: SourceFile
    law: LawText
    layers: Layers


@dataclass(frozen=True)
class FeedbackFile:
    """One feedback file read without a manifest; ``layers`` are empty if it was compared with no law."""

    source: SourceFile
    submission: Submission
    layers: Layers = field(default_factory=lambda: Layers({}))


def load_law_file(path: Path, log: IssueLog) -> LawFile | None:
    """One law file without a manifest; None if it cannot be read at all."""
    source = _lone_source(path, log)
    if source is None:
        return None
    law = parse_law(source, log)
    return LawFile(source, law, layers_of_law(LawInputs(source, law)))  # doubts of references stand with them


def load_feedback_file(path: Path, law_path: Path | None, log: IssueLog) -> FeedbackFile | None:
    """One feedback file without a manifest, against a law file if one is given; None if it cannot be read.

    What is wrong with the law file itself is not repeated here.
    """
    source = _lone_source(path, log)
    if source is None:
        return None
    slug = path.name.split(".")[0]
    if law_path is None:
        return FeedbackFile(source, parse_feedback(source, slug, log))
    law_source = _lone_source(law_path, log)
    if law_source is None:
        return None
    law = parse_law(law_source, IssueLog())
    submission = parse_feedback(source, slug, log, law=law)
    findings = IssueLog()
    layers = layers_of_submission(SubmissionInputs(source, submission, law, law_source, findings))
    log.issues.extend(i for i in findings.issues if i.code[1] != "4")  # doubts of references stand with them
    return FeedbackFile(source, submission, layers)


def _lone_source(path: Path, log: IssueLog) -> SourceFile | None:
    return read_source(path, path.stem.replace(":", "-"), path.as_posix(), log)


def _edition(files: LawFiles, facts: EditionFacts, log: IssueLog) -> EditionRecord | None:
    manifest = files.manifest
    source = _source(files, facts.slug, facts.source, log)
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
    units = [*law.shown_spans(), *law.lines().values()]
    variants = make_variants(source, units, facts.source.script, punctuation=facts.source.punctuation)
    feedback = [
        record
        for submission in manifest.submissions
        if submission.edition == facts.slug and submission.publish
        if (record := _feedback(files, submission, law, source, log))
    ]
    return EditionRecord(
        facts=facts,
        source=source,
        text=law,
        variants=variants,
        texts=Texts.of(source, variants),
        layers=layers_of_law(LawInputs(source, law, log)),
        feedback=tuple(feedback),
    )


def _feedback(
    files: LawFiles, facts: SubmissionFacts, law: LawText, law_source: SourceFile, log: IssueLog
) -> FeedbackRecord | None:
    source = _source(files, facts.slug, facts.source, log)
    if source is None:
        return None
    submission = parse_feedback(source, facts.slug, log, law=law, set_aside=facts.source.set_aside)
    units = [*submission.shown_spans(), *(comment.point_span for comment in submission.comments)]
    variants = make_variants(source, units, facts.source.script, punctuation=facts.source.punctuation)
    return FeedbackRecord(
        facts=facts,
        source=source,
        submission=submission,
        variants=variants,
        texts=Texts.of(source, variants),
        layers=layers_of_submission(SubmissionInputs(source, submission, law, law_source, log)),
    )


def _source(files: LawFiles, slug: str, facts: SourceFacts, log: IssueLog) -> SourceFile | None:
    shown = files.shown_path(facts)
    data = files.data.get(shown)
    if data is None:
        return None
    source = read_text(
        data, f"{files.manifest.slug}/{slug}", shown, log, expected_sha256=facts.sha256 or None
    )
    if source:
        check_script(source, facts.script, log)
    return source
