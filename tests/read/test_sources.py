"""Bytes become text unaltered, or the reason why not is told with what to do about it."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.cli.report import exit_status
from build_tools.model.issue import Issue, IssueLog
from build_tools.model.source import SourceFile
from build_tools.read import sources
from build_tools.read.sources import read_source

LAW = "第一條 為了預防、遏制和治理網絡犯罪活動，制定本法。\n第二條 本法自公佈之日起施行。\n"
SIMPLIFIED = "第一条 为了预防、遏制和治理网络犯罪活动，制定本法。\n第二条 本法自公布之日起施行。\n"
ROOT = Path(__file__).parents[2]
TEXTS = [
    *sorted((ROOT / "tests" / "corpus").glob("*.txt")),
    *sorted((ROOT / "content").glob("laws/*/*/*.txt")),
]


def read(path: Path, expected: str | None = None) -> tuple[SourceFile | None, list[Issue]]:
    """The source and what is said of it."""
    log = IssueLog()
    return read_source(path, "x/y", "laws/x/y.txt", log, expected_sha256=expected), log.issues


def read_bytes(folder: Path, data: bytes) -> tuple[SourceFile | None, list[Issue]]:
    """The same for bytes."""
    (folder / "y.txt").write_bytes(data)
    return read(folder / "y.txt")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_real_laws_are_kept(path: Path) -> None:
    """Each law of the corpus encodes back to its bytes, without a finding."""
    source, issues = read(path)
    assert source is not None
    assert source.text.encode("utf-8") == path.read_bytes()
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert issues == []


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + LAW,
        LAW.replace("\n", "\r\n"),
        LAW.rstrip("\n"),
        LAW.replace("。", "。\u00a0"),
        "\ufeff" + LAW.replace("\n", "\r\n"),
    ],
    ids=["bom", "crlf", "no final newline", "trailing nbsp", "bom and crlf"],
)
def test_what_is_accepted(tmp_path: Path, text: str) -> None:
    """Byte order mark, CRLF, a missing last line end and trailing blanks are kept and no finding."""
    source, issues = read_bytes(tmp_path, text.encode("utf-8"))
    assert source is not None
    assert source.text == text
    assert issues == []


@pytest.mark.parametrize(
    ("text", "encoding", "guess"),
    [
        (SIMPLIFIED, "gbk", "GB18030"),
        (SIMPLIFIED, "gb18030", "GB18030"),
        (LAW, "gbk", "GB18030"),
        (LAW, "big5", "BIG5-HKSCS"),
        (LAW, "utf-16", "UTF-16"),
        (LAW, "utf-16-le", "UTF-16LE"),
        (LAW, "utf-16-be", "UTF-16BE"),
        (LAW, "utf-32", "UTF-32"),
        ("第一條", "big5", "BIG5-HKSCS"),
        ("第一条", "gbk", "GB18030"),
        ("第一條", "utf-16-le", "UTF-16LE"),
        ("Art. 1\n", "utf-16-le", "UTF-16LE"),
    ],
)
def test_other_encodings(tmp_path: Path, text: str, encoding: str, guess: str) -> None:
    """The encoding is named, and the command that converts the file."""
    source, issues = read_bytes(tmp_path, text.encode(encoding))
    assert source is None
    (issue,) = issues
    assert (issue.code, issue.line, issue.column) == ("E006", 0, 0)
    assert issue.message.endswith(f"it seems to be {guess}")
    assert issue.hint == f"convert it: iconv -f {guess} -t UTF-8 laws/x/y.txt > laws/x/y.utf8.txt"
    assert exit_status(issues) == 1


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_encodings_of_real_laws(tmp_path: Path, path: Path) -> None:
    """Each law of the corpus is recognised in GB18030 and in UTF-16."""
    text = path.read_text(encoding="utf-8")
    for encoding, guess in (("gb18030", "GB18030"), ("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")):
        _, issues = read_bytes(tmp_path, text.encode(encoding))
        assert [i.message for i in issues] == [f"the file is not UTF-8; it seems to be {guess}"]


def test_cut_off(tmp_path: Path) -> None:
    """A file that ends in the middle of a character: line, column and byte."""
    data = LAW.rstrip("。\n").encode("utf-8")[:-1]
    source, issues = read_bytes(tmp_path, data)
    assert source is None
    (issue,) = issues
    assert (issue.code, issue.line, issue.column) == ("E007", 2, 13)
    assert f"byte {len(data) - 2} (E8 A1)" in issue.message


def test_damaged(tmp_path: Path) -> None:
    """A byte that is no character amid UTF-8: its line, column and place in the file."""
    data = LAW.encode("utf-8")
    at = data.index("本法自".encode())
    source, issues = read_bytes(tmp_path, data[:at] + b"\xff" + data[at:])
    assert source is None
    (issue,) = issues
    assert (issue.code, issue.line, issue.column) == ("E008", 2, 4)
    assert f"byte {at} (FF)" in issue.message


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a Word, OpenDocument or zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word file"),
        (b"{\\rtf1 \\ansi}", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
def test_not_text(tmp_path: Path, data: bytes, what: str) -> None:
    """What kind of file it is, where that can be told."""
    source, issues = read_bytes(tmp_path, data)
    assert source is None
    (issue,) = issues
    assert (issue.code, issue.line) == ("E009", 0)
    assert issue.message.endswith(what)


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", "\u3000\u00a0\n".encode(), "\ufeff".encode(), "\u200b".encode()]
)
def test_empty(tmp_path: Path, data: bytes) -> None:
    """Nothing, or nothing but blanks, is no text."""
    source, issues = read_bytes(tmp_path, data)
    assert source is None
    assert [(i.code, i.line) for i in issues] == [("E005", 0)]


def test_nul_is_refused(tmp_path: Path) -> None:
    """U+0000 is told with its place, and the text goes no further: a converter would cut it off there."""
    source, issues = read_bytes(tmp_path, LAW.replace("網絡", "網\0絡").encode())
    assert source is None
    assert [(i.code, i.line, i.column) for i in issues] == [("E020", 1, 15)]


def test_other_characters_leave_the_text(tmp_path: Path) -> None:
    """Findings on characters come with the text, so that the parser's findings are told in the same run."""
    source, issues = read_bytes(tmp_path, LAW.replace("網絡", "網\u202e絡").encode())
    assert source is not None
    assert [(i.code, i.line, i.column) for i in issues] == [("E024", 1, 15)]


def test_a_changed_source(tmp_path: Path) -> None:
    """Another SHA-256 than declared is an error that says how to accept it; the same one in capitals is none."""
    (tmp_path / "y.txt").write_text(LAW, encoding="utf-8")
    digest = hashlib.sha256(LAW.encode()).hexdigest()
    assert read(tmp_path / "y.txt", digest.upper())[1] == []
    _, issues = read(tmp_path / "y.txt", "0" * 64)
    assert [(i.code, i.line) for i in issues] == [("E010", 0)]
    assert digest in issues[0].message
    assert "duizhao accept" in issues[0].hint


@pytest.mark.parametrize(
    ("name", "code"), [("none.txt", "E001"), (".", "E002"), ("pipe", "E002"), ("n" * 300, "E003")]
)
def test_unreadable(tmp_path: Path, name: str, code: str) -> None:
    """What cannot be read ends with status 3: missing, a folder, a pipe (which would wait for ever), a bad name."""
    os.mkfifo(tmp_path / "pipe")
    source, issues = read(tmp_path / name)
    assert source is None
    assert [(i.code, i.line) for i in issues] == [(code, 0)]
    assert exit_status(issues) == 3


def test_the_limit_of_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of just the limit is read, one byte more is refused."""
    monkeypatch.setattr(sources, "SIZE_LIMIT", len(LAW.encode()))
    assert read_bytes(tmp_path, LAW.encode())[1] == []
    assert [i.code for i in read_bytes(tmp_path, LAW.encode() + b"\n")[1]] == ["E004"]


def test_five_megabytes_in_one_line(tmp_path: Path) -> None:
    """Length of a line is no obstacle, in UTF-8 or not."""
    for encoding in ("utf-8", "gb18030", "utf-16-le"):
        start = time.process_time()
        read_bytes(
            tmp_path, LAW.replace("\n", "").encode(encoding) * (5_000_000 // len(LAW.encode(encoding)))
        )
        assert time.process_time() - start < 10


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary())
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    """Any bytes give the same bytes back as text, or an error."""
    source, issues = read_bytes(tmp_path, data)
    if source is None:
        assert any(i.code.startswith("E") for i in issues)
    else:
        assert source.text.encode("utf-8") == data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from([LAW, SIMPLIFIED]), st.sampled_from(["utf-8", "gbk", "utf-16"]), st.data())
def test_damaged_text(tmp_path: Path, text: str, encoding: str, data: st.DataObject) -> None:
    """A law with any bytes of it changed gives its bytes back, or an error whose place is in the file."""
    spoilt = bytearray(text.encode(encoding))
    for at in data.draw(st.lists(st.integers(0, len(spoilt) - 1), max_size=4)):
        spoilt[at] = data.draw(st.integers(0, 255))
    source, issues = read_bytes(tmp_path, bytes(spoilt))
    assert source is not None or issues
    assert source is None or source.text.encode("utf-8") == bytes(spoilt)
