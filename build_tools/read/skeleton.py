"""A new law's folder: its law.toml, commented, with what can be known from the text filled in and marked."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from errno import EEXIST
from pathlib import Path
from string import Template

from build_tools.model.variant import Script

_HERE = Path(__file__).parent
#: What a title ends in -> kind. 条例 may be a regulation of the State Council or a local one: a maintainer knows.
_KINDS = (
    (r"宪法|憲法", "constitution"),
    (r"解释|解釋", "interpretation"),
    (r"条例|條例", "regulation"),
    (r"(?:规定|規定|办法|辦法|规则|規則|细则|細則)", "rule"),
    (r"[法典]", "law"),
)
_DRAFTS = (
    (re.compile(r"[征徵]求意[见見]稿"), ("徵求意見稿", "征求意见稿")),
    (re.compile(r"[审審][议議]稿"), ("審議稿", "审议稿")),
    (re.compile(r"草案"), ("草案", "草案")),
)
_TAIL = re.compile(r"[\s（(【\[].*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NewSource:
    """A file that goes into the law's folder as it is; ``title`` in Traditional and in Simplified."""

    data: bytes
    script: Script
    title: tuple[str, str]
    slug: str
    ending: str = ".txt"
    gaps: tuple[str, ...] = ()
    """Headings whose numbers the text leaves out."""
    lacking: tuple[str, ...] = ()
    """Articles that it leaves out: text may have been lost, so only a maintainer can accept that."""


def write_law(folder: Path, slug: str, law: NewSource | None, feedback: tuple[NewSource, ...] = ()) -> Path:
    """Make a law's folder and return its law.toml; sources are copied byte for byte, their SHA-256 filled in.

    Without ``law`` the manifest names a file that is still to be put there. Raises FileExistsError if there
    is such a folder, and OSError if it cannot be written; a folder is there whole or not at all.
    """
    files: dict[str, bytes] = {}
    law = law or NewSource(b"", Script.HANT, ("（標題）", "（标题）"), slug)
    files["law.toml"] = _law_text(slug, law, feedback, files).encode("utf-8")
    if folder.exists():
        raise FileExistsError(EEXIST, "there is such a folder already", str(folder))
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        for name in ("editions", "feedback"):
            (beside / name).mkdir(parents=True)
        for path, data in files.items():
            (beside / path).write_bytes(data)
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return folder / "law.toml"


def _law_text(slug: str, law: NewSource, feedback: tuple[NewSource, ...], files: dict[str, bytes]) -> str:
    status, label = _status(law.title[1])
    tables = [_feedback_text(opinion, status, files) for opinion in feedback]
    return _fill(
        "skeleton-law.txt", law, f"editions/{status}", files,
        slug=slug, kind=_kind(law.title[1]), edition=status, label_hant=label[0], label_hans=label[1], status=status,
        plain={
            "name": slug,
            "feedback": "".join(tables) or _no_feedback(status),
            "gaps": _gaps(law.gaps, law.lacking),
        },
    )  # fmt: skip


def _gaps(headings: tuple[str, ...], articles: tuple[str, ...]) -> str:
    """The line of ``accepted_gaps``, with another one, commented out, that would accept missing articles too."""
    if not headings and not articles:
        return '# accepted_gaps = ["art-6", "ch-2"] # numbers that the text leaves out, and that is right'
    rows = []
    if headings:
        rows.append(
            f"accepted_gaps = [{', '.join(map(_toml, headings))}] # CHECK: numbers that the text leaves out"
        )
    if articles:
        instead = " instead of the line above" if headings else ""
        rows.append(f"# if the original has no {', '.join(articles)} either, this is right{instead}:")
        rows.append(f"# accepted_gaps = [{', '.join(map(_toml, (*headings, *articles)))}]")
    return "\n".join(rows)


def _feedback_text(opinion: NewSource, edition: str, files: dict[str, bytes]) -> str:
    stem = f"feedback/{opinion.slug}"
    return _fill("skeleton-feedback.txt", opinion, stem, files, slug=opinion.slug, edition=edition)


def _no_feedback(edition: str) -> str:
    """The table of an opinion, commented out, to be filled in by hand."""
    text = _feedback_text(NewSource(b"", Script.HANS, ("…", "…"), "name"), edition, {})
    return re.sub(r"(?m)^(?=.)(?!# )", "# ", text)


def _fill(
    template: str, source: NewSource, stem: str, files: dict[str, bytes],
    plain: Mapping[str, str] | None = None, **values: str,
) -> str:  # fmt: skip
    """Put each value in as a TOML string, and those of ``plain`` as they are; note the file if it has data."""
    file = f"{stem}.{source.script.value.lower()}{source.ending}"
    files.update({file: source.data} if source.data else {})
    digest = hashlib.sha256(source.data).hexdigest() if source.data else ""
    hant, hans = source.title
    values |= {
        "file": file,
        "script": source.script.value,
        "sha256": digest,
        "title_hant": hant,
        "title_hans": hans,
    }
    quoted = {name: _toml(value) for name, value in values.items()}
    return Template((_HERE / template).read_text(encoding="utf-8")).substitute(quoted, **(plain or {}))


def _toml(text: str) -> str:
    """A TOML basic string: as JSON writes it, without control characters."""
    return json.dumps("".join(c for c in text if c.isprintable()), ensure_ascii=False)


def _kind(title: str) -> str:
    name = _TAIL.sub("", title)
    return next((kind for ending, kind in _KINDS if re.search(f"{ending}\\Z", name)), "other")


def _status(title: str) -> tuple[str, tuple[str, str]]:
    drafts = (("draft", label) for pattern, label in _DRAFTS if pattern.search(title))
    return next(drafts, ("in-force", ("現行", "现行")))
