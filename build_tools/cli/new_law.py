"""``duizhao new``: read the files that a new law begins with, and make its folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.issue import IssueLog
from build_tools.model.law import LawText
from build_tools.model.variant import Script
from build_tools.pipeline import load_feedback_file, load_law_file
from build_tools.read.law_form import slug_fault
from build_tools.read.script import guess_script
from build_tools.read.skeleton import NewSource, write_law
from build_tools.text.script import convert
from build_tools.variants.convert import RULES

_NUMBERED = re.compile(r"(.*-[a-z]*)(\d+)\Z")
_MOST_HEADINGS = 200
_MOST_ARTICLES = 20


class NotNewError(Exception):
    """The law cannot be made from what was given; the message says what to give."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new law's law.toml, and the headings that it accepts as missing, for the maintainer to check."""

    manifest: Path
    gaps: tuple[str, ...]
    lacking: tuple[str, ...]
    """Articles that the text leaves out, which law.toml accepts only when the maintainer says so."""


def make_law(
    slug: str,
    law: Path | None,
    feedback: tuple[Path, ...],
    script: Script | None,
    content: Path,
    log: IssueLog,
) -> Made | None:
    """Make ``content/laws/{slug}`` with its law.toml; None if a file cannot be read, as ``log`` tells.

    The script is guessed from each text unless given, the title taken from the text. Raises NotNewError if
    the slug cannot be used, the folder exists, or the script of a file is not plain.
    """
    fault = slug_fault(slug)
    if fault:
        raise NotNewError(f'"{slug}" {fault}: use a-z, 0-9 and single hyphens')
    folder = content / "laws" / slug
    if folder.exists():
        raise NotNewError(f"{folder.as_posix()} exists already")
    source = _law(law, script, log) if law else None
    opinions: list[NewSource] = []
    for path in feedback:
        opinion = _opinion(path, script, log, taken=[o.slug for o in opinions])
        if opinion:
            opinions.append(opinion)
    if (law and source is None) or len(opinions) < len(feedback):
        return None
    manifest = write_law(folder, slug, source, tuple(opinions))
    return Made(manifest, source.gaps if source else (), source.lacking if source else ())


def _law(path: Path, script: Script | None, log: IssueLog) -> NewSource | None:
    findings = IssueLog()
    read = load_law_file(path, findings)
    if read is None:
        log.issues.extend(findings.issues)
        return None
    source, law, _ = read
    used = script or _script(source.text, path)
    title = _both(law.title or path.stem, used)
    ending = path.suffix or ".txt"
    data = source.text.encode("utf-8")
    return NewSource(data, used, title, path.stem, ending, missing_headings(law), missing_articles(law))


def missing_headings(law: LawText) -> tuple[str, ...]:
    """Ids of headings whose numbers a text leaves out: it goes from 第一章 to 第四章.

    Missing articles are not among them: text may have been lost there, and only a maintainer may accept that.
    """
    numbers: dict[str, list[int]] = {}
    for heading in law.headings:
        found = _NUMBERED.match(heading.id)
        if found:
            numbers.setdefault(found[1], []).append(int(found[2]))
    return tuple(
        f"{prefix}{number}"
        for prefix, present in numbers.items()
        for number in range(1, max(present))
        if number not in present and max(present) < _MOST_HEADINGS
    )


def missing_articles(law: LawText) -> tuple[str, ...]:
    """Ids of articles whose numbers a text leaves out, unless they are so many that it was read wrongly.

    例: 第三條之後是第五條 → ``("art-4",)``。
    """
    present = {article.id.article[0] for article in law.articles}
    missing = [n for n in range(min(present), max(present)) if n not in present] if present else []
    return tuple(f"art-{n}" for n in missing) if len(missing) <= _MOST_ARTICLES else ()


def _opinion(path: Path, script: Script | None, log: IssueLog, taken: list[str]) -> NewSource | None:
    findings = IssueLog()
    read = load_feedback_file(path, None, findings)
    if read is None:
        log.issues.extend(findings.issues)
        return None
    source, submission = read[0], read[1]
    used = script or _script(source.text, path)
    title = _both(submission.title.text if submission.title else path.stem, used)
    return NewSource(source.text.encode("utf-8"), used, title, _slug(path, taken), path.suffix or ".txt")


def _script(text: str, path: Path) -> Script:
    found = guess_script(text)
    if found is None:
        raise NotNewError(f"{path.as_posix()}: its script is not plain; give --script Hant or --script Hans")
    return found


def _both(title: str, script: Script) -> tuple[str, str]:
    """The title in Traditional and in Simplified."""
    other = convert(title, RULES[script])
    return (title, other) if script is Script.HANT else (other, title)


def _slug(path: Path, taken: list[str]) -> str:
    """From the file's name: ``Lucy Qin.md`` gives lucy-qin; ``意见.txt``, which has no letters, opinion-1."""
    name = re.sub(r"[^a-z0-9]+", "-", path.name.split(".")[0].lower()).strip("-")[:40].strip("-")
    if not name or slug_fault(name):
        name = "opinion"
    number = 1
    while (candidate := f"{name}-{number}" if number > 1 or name == "opinion" else name) in taken:
        number += 1
    return candidate
