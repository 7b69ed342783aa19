"""``duizhao new``: read the files that a new law begins with, and make its folder."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.model.issue import IssueLog
from build_tools.model.variant import Script
from build_tools.pipeline import load_feedback_file, load_law_file
from build_tools.read.law_form import slug_fault
from build_tools.read.script import guess_script
from build_tools.read.skeleton import NewSource, write_law
from build_tools.variants.convert import RULES, convert


class NotNewError(Exception):
    """The law cannot be made from what was given; the message says what to give."""


def make_law(
    slug: str,
    law: Path | None,
    feedback: tuple[Path, ...],
    script: Script | None,
    content: Path,
    log: IssueLog,
) -> Path | None:
    """Make ``content/laws/{slug}`` and return its law.toml; None if a file cannot be read, as ``log`` tells.

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
    return write_law(folder, slug, source, tuple(opinions))


def _law(path: Path, script: Script | None, log: IssueLog) -> NewSource | None:
    findings = IssueLog()
    read = load_law_file(path, findings)
    if read is None:
        log.issues.extend(findings.issues)
        return None
    source, law, _ = read
    used = script or _script(source.text, path)
    title = _both(law.title or path.stem, used)
    return NewSource(source.text.encode("utf-8"), used, title, path.stem, path.suffix or ".txt")


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
