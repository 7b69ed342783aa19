"""`duizhao accept` changes the digits of SHA-256 in law.toml and not one character more."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.issue import IssueLog
from build_tools.read.accept import Accepted, accept_sources
from tests.read.test_manifest import FORM, LAW, OPINION, digest, make, read


def accept(law: Path) -> tuple[Accepted | None, list[str]]:
    """What is accepted, and the codes of what is not."""
    log = IssueLog()
    return accept_sources(law, "content/laws/x/law.toml", log), [i.code for i in log.issues]


def test_nothing_changed(tmp_path: Path) -> None:
    """Sources that are as declared leave law.toml as it is."""
    accepted, issues = accept(make(tmp_path / "content"))
    assert accepted
    assert accepted.after == FORM.replace("$law", digest(LAW)).replace("$feedback", digest(OPINION))
    assert accepted.files == ()
    assert issues == []


def test_a_changed_source(tmp_path: Path) -> None:
    """Only the one value differs; with it the law can be read again. Nothing is written by the function itself."""
    law = make(tmp_path / "content")
    (law / "editions" / "draft.hant.txt").write_text("第一條 改。\n", encoding="utf-8")
    before = (law / "law.toml").read_text(encoding="utf-8")
    accepted, _ = accept(law)
    assert accepted
    assert accepted.files == (("editions/draft.hant.txt", digest(LAW), digest("第一條 改。\n")),)
    assert accepted.after == before.replace(digest(LAW), digest("第一條 改。\n"))
    assert (law / "law.toml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("missing", ['sha256 = "$law"\n', 'sha256 = "$feedback"\n'])
def test_a_source_without_sha256(tmp_path: Path, missing: str, newline: str) -> None:
    """The line is put below that of the file, with the same line end; then the law is in order."""
    law = make(tmp_path / "content", FORM.replace(missing, "").replace("\n", newline))
    accepted, _ = accept(law)
    assert accepted
    (law / "law.toml").write_bytes(accepted.after.encode())
    manifests, issues = read(tmp_path / "content")
    assert len(manifests) == 1
    assert issues == []
    assert accepted.after.count(newline) == accepted.after.count("\n") == FORM.count("\n")


def test_a_source_in_braces(tmp_path: Path) -> None:
    """A table written in one line is mended within its braces."""
    one_line = 'source = { file = "feedback/wang.hans.txt", script = "Hans", origin = { hant = "來信", hans = "来信" } }\n'
    start, end = FORM.index("[feedback.source]"), FORM.index("[[note]]")
    law = make(tmp_path / "content", FORM[:start] + one_line + FORM[end:])
    accepted, _ = accept(law)
    assert accepted
    (law / "law.toml").write_bytes(accepted.after.encode())
    (manifest,), issues = read(tmp_path / "content")
    assert issues == []
    assert manifest.submissions[0].source.sha256 == digest(OPINION)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("editions/none.txt", "E114"),
        ("editions", "E114"),
        ("../../../secret.txt", "E113"),
        ("/etc/passwd", "E113"),
    ],
)
def test_what_cannot_be_accepted(tmp_path: Path, path: str, code: str) -> None:
    """A source that is missing or lies outside stops it: no half of a law is accepted."""
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    accepted, issues = accept(make(tmp_path / "content", FORM.replace("editions/draft.hant.txt", path)))
    assert accepted is None
    assert issues == [code]


def test_an_opinion_that_is_off_the_site(tmp_path: Path) -> None:
    """Its file may be gone."""
    law = make(tmp_path / "content", FORM.replace('slug = "wang"\n', 'slug = "wang"\npublish = false\n'))
    (law / "feedback" / "wang.hans.txt").unlink()
    accepted, issues = accept(law)
    assert accepted
    assert issues == []


@pytest.mark.parametrize(
    "toml", ["", "edition = 3", "edition = [1]", "[[edition]]\nsource = 1", "[[edition]]\nsource.file = 1"]
)
def test_any_form(tmp_path: Path, toml: str) -> None:
    """What has not the form of a law.toml has no sources to accept; `check` says what is wrong with it."""
    accepted, issues = accept(make(tmp_path / "content", toml or "# nothing\n"))
    assert accepted
    assert accepted.files == ()
    assert issues == []
