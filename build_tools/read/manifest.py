"""law.toml -> `Manifest`: what the maintainer declares, checked, with file, line and column of each mistake."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Set
from pathlib import Path, PurePosixPath

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.locale import Localized
from build_tools.model.manifest import (
    EditionFacts,
    EditorsNote,
    LineRange,
    Manifest,
    SourceFacts,
    Status,
    SubmissionFacts,
)
from build_tools.model.variant import Script
from build_tools.read.form_errors import check_unfinished, fill_form
from build_tools.read.law_files import check_files
from build_tools.read.law_form import BothScripts, EditionForm, FeedbackForm, LawForm, NoteForm, SourceForm
from build_tools.read.places import KeyPath
from build_tools.read.toml_text import TomlText, key_name, read_toml


def read_manifests(content: Path, log: IssueLog) -> tuple[Manifest, ...]:
    """All laws below ``content/laws``, sorted by slug; a law with an error is told in ``log`` and left out."""
    shown = (content.name and f"{content.name}/") + "laws"
    try:
        folders = sorted(p for p in (content / "laws").iterdir() if p.is_dir() and p.name[0] not in "._")
    except OSError:
        folders = []
    if not folders:
        hint = "run: duizhao new LAW --from FILE"
        log.add(Issue("E117", Severity.ERROR, shown, 0, 0, "there is no law in this folder", hint))
    read = [r for folder in folders if (r := _read(folder, f"{shown}/{folder.name}", content, log))]
    taken: dict[str, tuple[TomlText, Manifest | None]] = {}
    for text, manifest in read:
        slug = str(text.values.get("slug", "")).casefold()
        if slug and slug in taken:
            other = taken[slug][0]
            message = f"slug {slug} is taken by {other.source.path}:{other.position(('slug',)).line}"
            log.add(text.issue(("slug",), "E110", message, "give one of them another"))
        taken.setdefault(slug, (text, manifest))
    unread = {folder.name for folder in folders} - {
        PurePosixPath(text.source.path).parent.name for text, _ in read
    }
    known = taken.keys() | unread
    sound = (m for text, m in taken.values() if m and _names_others(text, m, known, log))
    return tuple(sorted(sound, key=lambda m: m.slug))


def _read(folder: Path, shown: str, content: Path, log: IssueLog) -> tuple[TomlText, Manifest | None] | None:
    path = folder / "law.toml"
    if not path.exists():
        message = "this folder has no law.toml"
        hint = "run: duizhao new LAW --from FILE, or take the folder away"
        log.add(Issue("E116", Severity.ERROR, shown, 0, 0, message, hint))
        return None
    if not path.resolve().is_relative_to(content.resolve()):
        message = "law.toml is a link that leads out of content/"
        log.add(Issue("E113", Severity.ERROR, f"{shown}/law.toml", 0, 0, message, "put the file itself here"))
        return None
    text = read_toml(path, f"{folder.name.replace(':', '-')}/law.toml", f"{shown}/law.toml", log)
    if text is None:
        return None
    before = len(log.errors)
    form, issues = fill_form(text)
    if form:
        issues = (*_check(text, form), *check_files(text, form, folder, content), *check_unfinished(text))
    for issue in issues:
        log.add(issue)
    return text, _manifest(text, form) if form and len(log.errors) == before else None


def _names_others(text: TomlText, manifest: Manifest, known: Set[str], log: IssueLog) -> bool:
    """Are the laws to compare with others of this site? A law.toml that cannot be read is known by its folder."""
    others = manifest.compare_penalties_with
    there = ", ".join(sorted(known - {manifest.slug})) or "none, for this is the only one"
    sound = True
    for n, slug in enumerate(others):
        key = ("compare_penalties_with", n)
        if slug == manifest.slug:
            message, hint = "names this law itself", f"the other laws of the site are: {there}"
        elif slug not in known:
            message, hint = f'there is no law "{slug}"', f"the other laws of the site are: {there}"
        elif slug in others[:n]:
            message, hint = f'names the law "{slug}" twice', "keep one of the two"
        else:
            continue
        log.add(text.issue(key, "E123", f"{key_name(key)}: {message}", hint))
        sound = False
    return sound


def _check(text: TomlText, form: LawForm) -> Iterator[Issue]:
    """What no key alone shows: slugs that meet, editions that are not there, dates and lines in disorder."""
    yield from _twice(text, form)
    editions = [edition.slug for edition in form.edition]
    named = [(("feedback", n, "edition"), f.edition) for n, f in enumerate(form.feedback)]
    named += [(("note", n, "edition"), note.edition) for n, note in enumerate(form.note)]
    for key, slug in named:
        if slug not in editions:
            hint = f"the editions of this law are: {', '.join(editions)}"
            yield text.issue(key, "E112", f'{key_name(key)}: there is no edition "{slug}"', hint)
    for n, edition in enumerate(form.edition):
        if edition.published and edition.comments_until and edition.comments_until < edition.published:
            message = f"comments_until {edition.comments_until} lies before published {edition.published}"
            yield text.issue(("edition", n, "comments_until"), "E107", message, "correct one of the two")
        yield from _ranges(text, ("edition", n, "source"), edition.source)
    for n, feedback in enumerate(form.feedback):
        yield from _ranges(text, ("feedback", n, "source"), feedback.source)


def _twice(text: TomlText, form: LawForm) -> Iterator[Issue]:
    """Editions and opinions share one space of slugs: a source is named ``law/slug``."""
    first: dict[str, KeyPath] = {}
    slugs = [(("edition", n, "slug"), e.slug) for n, e in enumerate(form.edition)]
    slugs += [(("feedback", n, "slug"), f.slug) for n, f in enumerate(form.feedback)]
    for key, slug in slugs:
        if slug in first:
            message = f'slug "{slug}" is taken on line {text.position(first[slug]).line}'
            yield text.issue(key, "E111", message, "give one of them another slug")
        first.setdefault(slug, key)


def _ranges(text: TomlText, key: KeyPath, source: SourceForm) -> Iterator[Issue]:
    """Lines may be set aside within a part; but no two parts and no two ranges set aside may meet."""
    aside = [(form.lines, (*key, "set_aside", n, "lines")) for n, form in enumerate(source.set_aside)]
    parts = [(lines, (*key, "parts", name)) for name, lines in _parts(source)]
    for ranges in (aside, parts):
        ranges.sort(key=lambda pair: pair[0])
        for (lines, first), (later, second) in itertools.pairwise(ranges):
            if later[0] <= lines[1]:
                here, there = f"{later[0]} to {later[1]}", f"{lines[0]} to {lines[1]}"
                message = f"lines {here} overlap lines {there} of {key_name(first)}"
                yield text.issue(second, "E115", message, "let each line belong to one of them")


def _parts(source: SourceForm) -> list[tuple[str, list[int]]]:
    parts = getattr(source, "parts", None)
    named = [(name, getattr(parts, name, None)) for name in ("notice", "law", "explanation")]
    return [(name, lines) for name, lines in named if lines]


def _manifest(text: TomlText, form: LawForm) -> Manifest:
    return Manifest(
        slug=form.slug, path=text.source.path, kind=form.kind,
        title=_both(form.title), short=_both(form.short or form.title), issuer=_both(form.issuer),
        editions=tuple(map(_edition, form.edition)), submissions=tuple(map(_submission, form.feedback)),
        notes=tuple(_note(text, number, note) for number, note in enumerate(form.note)),
        compare_penalties_with=tuple(form.compare_penalties_with),
    )  # fmt: skip


def _both(words: BothScripts) -> Localized:
    return Localized(words.hant, words.hans)


def _edition(form: EditionForm) -> EditionFacts:
    return EditionFacts(
        slug=form.slug, status=Status(form.status), label=_both(form.label), source=_source(form.source),
        published=form.published, comments_until=form.comments_until, effective=form.effective,
        accepted_gaps=tuple(form.accepted_gaps), first_article=form.first_article,
    )  # fmt: skip


def _submission(form: FeedbackForm) -> SubmissionFacts:
    return SubmissionFacts(
        slug=form.slug, edition=form.edition, publish=form.publish, title=_both(form.title), author=form.author,
        licence=_both(form.licence), written=form.written, source=_source(form.source),
    )  # fmt: skip


def _source(form: SourceForm) -> SourceFacts:
    aside = sorted(form.set_aside, key=lambda aside: aside.lines)
    return SourceFacts(
        path=form.file, sha256=form.sha256, script=Script(form.script), origin=_both(form.origin),
        url=form.url or "", retrieved=form.retrieved, punctuation=form.full_width_punctuation,
        set_aside=tuple(LineRange(part.lines[0], part.lines[1], _both(part.reason)) for part in aside),
        parts=tuple((name, LineRange(lines[0], lines[1])) for name, lines in _parts(form)),
    )  # fmt: skip


def _note(text: TomlText, number: int, form: NoteForm) -> EditorsNote:
    places = (text.position(("note", number, "at")), text.position(("note", number, "words")))
    return EditorsNote(form.edition, form.at, form.words, _both(form.text), places)
