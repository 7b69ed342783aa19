"""The command line: what it prints, what it writes, and the status it ends with."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools import pipeline
from build_tools.cli import commands as cli
from build_tools.model.issue import IssueLog
from build_tools.read import accept
from tests.read.test_manifest import FORM, make

ROOT = Path(__file__).parents[1]
SEED = ROOT / "content" / "laws" / "wangluo-fanzui-fangzhi"
EDITION = SEED / "editions" / "draft-2026-01-31.hant.txt"
FEEDBACK = SEED / "feedback" / "lucyqin.hans.txt"
CORPUS = sorted((ROOT / "tests" / "corpus").glob("*.txt"))
SCALE = sorted((ROOT / "benchmarks" / "corpus").glob("*.txt"))
OPINION = (
    "对某法的意见\n\n二、具体条款意见\n\n第一条\n\n第一条 本法自公布之日起施行。\n\n意见:\n\n施行过急。\n"
)
LAW = "某法\n第一章總 則\n第一條 本法自公佈之日起施行。\n"


class Shell:
    """Runs `duizhao` in this process, in a folder of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capfd = monkeypatch, capfd
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        """The status; ``out`` and ``err`` then hold what was printed."""
        self._monkeypatch.setattr(sys, "argv", ["duizhao", *map(str, arguments)])
        self._capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        self.out, self.err = self._capfd.readouterr()
        return int(ended.value.code or 0)

    def inspect(self, *arguments: object) -> tuple[int, dict[str, Any]]:
        """Status and JSON of `inspect --json`."""
        status = self("inspect", *arguments, "--json")
        return status, json.loads(self.out)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    """A command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(monkeypatch, capfd)


def law_folder(folder: Path, law: str = LAW, toml: str = FORM) -> Path:
    """A folder content/ with one law and one opinion that are in order, but for what is given."""
    start, end = toml.index("[[edition.source.set_aside]]"), toml.index("[[feedback]]")
    toml = toml[:start] + toml[end:]
    for name, text in (("$law", law), ("$feedback", OPINION)):
        toml = toml.replace(name, hashlib.sha256(text.encode()).hexdigest())
    made = make(folder / "content", toml)
    (made / "editions" / "draft.hant.txt").write_text(law, encoding="utf-8", newline="")
    (made / "feedback" / "wang.hans.txt").write_text(OPINION, encoding="utf-8", newline="")
    return made


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# --- inspect -------------------------------------------------------------------------------------------


def test_inspect_the_first_law(shell: Shell) -> None:
    """The schema, and the facts of the first law: 68 articles, 7 chapters, 94 款, 91 項."""
    status, found = shell.inspect(EDITION)
    assert status == 0
    assert found["schema"] == "duizhao/1"
    assert (len(found["articles"]), len(found["headings"])) == (68, 7)
    paragraphs = [p for a in found["articles"] for p in a["paragraphs"]]
    assert (len(paragraphs), sum(len(p["items"]) for p in paragraphs)) == (94, 91)
    assert {k: found["headings"][0][k] for k in ("id", "label", "title")} == {
        "id": "ch-1", "label": "第一章", "title": "總 則",
    }  # fmt: skip
    assert found["issues"] == []
    assert shell.err == ""


def test_inspect_keeps_every_place(shell: Shell) -> None:
    """Each text stands in the file at the line and column that are told, and the ledger covers the file."""
    for path in (EDITION, *CORPUS):
        _, found = shell.inspect(path)
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        pieces = [p for article in found["articles"] for p in article["paragraphs"]]
        while pieces:
            piece = pieces.pop()
            assert lines[piece["line"] - 1][piece["column"] :].startswith(piece["text"])
            assert piece["text"].startswith(piece.get("label", ""))
            pieces += [*piece.get("items", []), *piece.get("subitems", [])]
        (ledger,) = found["ledger"]
        ends = [0, *(span["end"] for span in ledger["spans"])]
        assert [span["start"] for span in ledger["spans"]] == ends[:-1]
        assert ends[-1] == len(text)
        assert ledger["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_inspect_references(shell: Shell) -> None:
    """A reference names its line of the law, and its words stand at the place that is told."""
    _, found = shell.inspect(EDITION)
    lines = EDITION.read_text(encoding="utf-8").split("\n")
    (row,) = (r for r in found["references"] if r["at"] == "art-57-p1")
    assert (row["line"], row["column"], row["start"]) == (185, 10, 4)
    assert (row["kind"], row["targets"]) == ("range", ["art-11", "art-12", "art-13"])
    for row in found["references"]:
        assert set(row) >= {
            "at",
            "line",
            "column",
            "start",
            "end",
            "text",
            "kind",
            "targets",
            "group",
            "doubt",
        }
        assert lines[row["line"] - 1][row["column"] :].startswith(row["text"])


def test_inspect_feedback(shell: Shell) -> None:
    """Opinions with their lines, articles and quotes; with the law, how the quotes compare."""
    status, found = shell.inspect("--feedback", FEEDBACK, "--law", EDITION)
    assert status == 0
    assert (len(found["blocks"]), len(found["general"])) == (16, 5)
    lines = FEEDBACK.read_text(encoding="utf-8").split("\n")
    for comment in found["comments"]:
        assert comment["lines"]
        assert comment["lines"][0]["text"].startswith(comment["point"])
        for line in comment["lines"]:
            assert lines[line["line"] - 1][line["column"] :].startswith(line["text"])
    matches = [quote["match"] for block in found["blocks"] for quote in block["quotes"]]
    assert sorted(matches) == ["blanks"] + ["script"] * 15
    (comment,) = (c for c in found["comments"] if c["id"] == "c-lucyqin-9")
    assert comment["articles"] == ["art-14"]
    assert comment["quotes"][0]["article"] == "art-14"
    _, alone = shell.inspect("--feedback", FEEDBACK)
    assert {quote["match"] for block in alone["blocks"] for quote in block["quotes"]} == {None}


def test_inspect_for_a_person(shell: Shell) -> None:
    """Without --json a short tree; findings go to standard error."""
    assert shell("inspect", EDITION) == 0
    assert "68 條  94 款  91 項" in shell.out
    assert "第六章 法律責任  第五十七條 – 第六十六條" in shell.out
    assert shell.err == ""
    assert shell("inspect", "--feedback", FEEDBACK, "--law", EDITION) == 0
    assert "art-14  第十四条  (quote: script)" in shell.out


@pytest.mark.parametrize(
    ("data", "code", "status"),
    [
        (b"", "E005", 1),
        (LAW.encode("gbk"), "E006", 1),
        (LAW.encode("utf-16"), "E006", 1),
        (LAW.encode()[:-2], "E007", 1),
        (LAW.replace("本法", "本\0法").encode(), "E020", 1),
        (LAW.replace("本法", "本\u202e法").encode(), "E024", 1),
        (b"%PDF-1.7", "E009", 1),
    ],
)
def test_inspect_bad_files(shell: Shell, tmp_path: Path, data: bytes, code: str, status: int) -> None:
    """Whatever is wrong, JSON of the same schema is all that stands on standard output."""
    (tmp_path / "y.txt").write_bytes(data)
    for arguments in (["y.txt"], ["--feedback", "y.txt"]):
        ended, found = shell.inspect(*arguments)
        assert ended == status
        assert code in [issue["code"] for issue in found["issues"]]
        assert set(found["issues"][0]) == {"code", "severity", "line", "column", "message", "hint"}
        assert (found["schema"], shell.err) == ("duizhao/1", "")


def test_inspect_what_cannot_be_read(shell: Shell, tmp_path: Path) -> None:
    """A missing file or a folder ends with 3; a wrong use of options with 2."""
    for path in ("none.txt", tmp_path):
        status, found = shell.inspect(path)
        assert status == 3
        assert found["articles"] == []
    assert shell("inspect", EDITION, "--law", EDITION) == 2
    assert shell("inspect") == 2
    assert shell("inspect", EDITION, "--jsno") == 2


def test_inspect_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    """A file name in GBK, as old archives have it, is no obstacle."""
    path = os.fsencode(tmp_path) + "/法.txt".encode("gbk")
    with open(path, "wb") as file:  # noqa: PTH123 - a name in bytes
        file.write(LAW.encode())
    done = subprocess.run(
        [os.fsencode(sys.executable), b"-m", b"build_tools.cli", b"inspect", path, b"--json"],
        cwd=ROOT, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert json.loads(done.stdout)["title"] == "某法", done.stderr


@pytest.mark.parametrize("feedback", [False, True], ids=["law", "feedback"])
@pytest.mark.parametrize(
    ("piece", "size"),
    [
        ("甲", 5_000_000),
        ("((((", 5_000_000),
        ("**_`[", 5_000_000),
        ("第十四條、第十五條至第十七條第一款第（一）項和前款", 5_000_000),
        ("第一條 本法自公佈之日起施行。", 1_000_000),
    ],
)
def test_inspect_one_long_line(shell: Shell, tmp_path: Path, piece: str, size: int, feedback: bool) -> None:
    """A line of megabytes, plain or made of what looks like articles and references: four times the text, four times the time."""
    took = []
    for length in (size // 10, 4 * size // 10):
        (tmp_path / "y.txt").write_text(piece * (length // len(piece.encode())), encoding="utf-8")
        start = time.process_time()
        shell.inspect(*(["--feedback"] if feedback else []), "y.txt")
        took.append(time.process_time() - start)
    assert took[1] < min(24, 8 * took[0] + 1), took


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.binary() | st.text().map(str.encode), st.booleans())
def test_inspect_any_bytes(shell: Shell, tmp_path: Path, data: bytes, feedback: bool) -> None:
    """Any bytes: JSON, and 1 exactly if a finding is an error."""
    (tmp_path / "y.txt").write_bytes(data)
    status, found = shell.inspect(*(["--feedback"] if feedback else []), "y.txt")
    assert status == int(any(issue["severity"] == "error" for issue in found["issues"]))


SCRAPS = ["第", "條", "条", "一", "十", "百", "之一", "章", "節", "款", "項", "(一)", "（二）", "1.", "、", "至", "\n", " ", "\u3000",
          "附件1", "目 錄", "《刑法》", "前款", "本法", "甲", "二、", "**", "> ", "# ", "| ", "- ", "`", "\t", "\r\n", "\ufeff", "\u200b"]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join), st.booleans())
def test_inspect_anything_like_a_law(shell: Shell, tmp_path: Path, text: str, feedback: bool) -> None:
    """Scraps of laws in any order: every character is in the ledger, and nothing crashes."""
    (tmp_path / "y.txt").write_text(text, encoding="utf-8", newline="")
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    status, found = shell.inspect(*(["--feedback", "--law", "law.txt"] if feedback else []), "y.txt")
    assert status in {0, 1}
    for source in found["ledger"]:
        ends = [0, *(span["end"] for span in source["spans"])]
        assert [span["start"] for span in source["spans"]] == ends[:-1]
        assert ends[-1] == len(text)


# --- check ---------------------------------------------------------------------------------------------


def test_check_writes_nothing(shell: Shell, tmp_path: Path) -> None:
    """A law in order: status 0, and no file more or less."""
    law_folder(tmp_path)
    before = tree(tmp_path)
    assert shell("check") == 0
    assert tree(tmp_path) == before
    assert shell("check", "--format", "json") == 0
    assert all(row["severity"] == "note" for row in json.loads(shell.out))


def test_check_tells_everything_at_once(shell: Shell, tmp_path: Path) -> None:
    """Findings of the characters and of the text of one file, and of the other file, in one run."""
    law = LAW.replace("公佈", "公\u202e佈") + "第三條 甲。\n"
    made = law_folder(tmp_path, law)
    (made / "feedback" / "wang.hans.txt").write_bytes(OPINION.encode("gbk"))
    assert shell("check", "--format", "json") == 1
    found = {(row["path"].rpartition("/")[2], row["code"][:2]) for row in json.loads(shell.out)}
    assert {("draft.hant.txt", "E0"), ("draft.hant.txt", "E2"), ("wang.hans.txt", "E0")} <= found


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        (FORM.replace("kind =", "knid ="), 2),
        (FORM.replace("editions/draft", "editions/none"), 3),
        (FORM.replace("wang.hans", "../../../wang"), 2),
        (FORM.replace('words = "本法"', 'words = "別法"'), 2),
        (FORM.replace('sha256 = "$law"', f'sha256 = "{"0" * 64}"'), 1),
    ],
)
def test_statuses_of_check(shell: Shell, tmp_path: Path, wrong: str, status: int) -> None:
    """1 for content, 2 for law.toml, 3 for a file that cannot be read."""
    law_folder(tmp_path, toml=wrong)
    assert shell("check") == status
    assert "error E" in shell.out


def test_strict(shell: Shell, tmp_path: Path) -> None:
    """A warning is shown and passes; under --strict it does not."""
    law_folder(tmp_path, LAW.replace("本法", "本\u200b法"), FORM.replace('words = "本法"', 'words = "公佈"'))
    assert shell("check") == 0
    assert "warning W030 U+200B ZERO WIDTH SPACE" in shell.out
    assert "第一條 本<U+200B>法" in shell.out
    assert shell("check", "--strict") == 1


def test_formats(shell: Shell, tmp_path: Path) -> None:
    """For a code host, and in plain text with a path that leads to the place."""
    law_folder(tmp_path, LAW.replace("公佈", "公\u202e佈"))
    assert shell("check", "--format", "github") == 1
    assert "::error file=content/laws/x/editions/draft.hant.txt,line=3,col=9,title=E024::U+202E" in shell.out
    assert shell("check", "--format", "text") == 1
    assert "content/laws/x/editions/draft.hant.txt:3:8: error E024" in shell.out
    assert shell("check", "--format", "xml") == 2


def test_no_content(shell: Shell) -> None:
    """An empty folder says what to run."""
    assert shell("check") == 2
    assert "duizhao new" in shell.out


def test_the_content_of_this_repository(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """No error and no warning, even under --strict."""
    monkeypatch.chdir(ROOT)
    assert shell("check", "--strict") == 0


# --- new and accept ------------------------------------------------------------------------------------


def test_a_new_law_with_an_opinion(shell: Shell, tmp_path: Path) -> None:
    """The law.toml that is made is in order, its sources copied byte for byte, its guesses marked."""
    assert shell("new", "cyber", "--from", EDITION, "--feedback", FEEDBACK) == 0
    made = tmp_path / "content" / "laws" / "cyber"
    assert (made / "editions" / "draft.hant.txt").read_bytes() == EDITION.read_bytes()
    assert (made / "feedback" / "lucyqin.hans.txt").read_bytes() == FEEDBACK.read_bytes()
    text = (made / "law.toml").read_text(encoding="utf-8")
    title = 'title = { hant = "網絡犯罪防治法 (征求意見稿)", hans = "网络犯罪防治法 (征求意见稿)" } # CHECK'
    assert title in text
    assert 'status = "draft" # CHECK' in text
    assert shell("check") == 0
    assert shell("check", "--strict") == 1
    shell("check", "--format", "json")
    told = [
        (row["code"], text.split("\n")[row["line"] - 1].partition(" ")[0])
        for row in json.loads(shell.out)
        if row["path"].endswith("law.toml")
    ]
    assert told == [
        ("W121", "title"), ("W122", "issuer"), ("W121", "kind"), ("W121", "label"), ("W121", "status"), ("W122", "origin"),
        ("W121", "title"), ("W122", "author"), ("W121", "licence"), ("W122", "origin"),
    ]  # fmt: skip
    settled = re.sub(r"(作者|[來来]源)?未[註注]明", "不詳", text)
    (made / "law.toml").write_text(settled, encoding="utf-8")
    assert shell("check", "--strict") == 1
    (made / "law.toml").write_text(re.sub(r" # CHECK.*", "", settled), encoding="utf-8")
    assert shell("check", "--strict") == 0
    assert "# accepted_gaps" in text


def test_a_new_law_that_leaves_numbers_out(shell: Shell, tmp_path: Path) -> None:
    """Missing headings are accepted, marked and told; a missing article never is: text may have been lost."""
    headings = LAW.replace("本法自", "為預防網絡犯罪，維護國家安全、社會穩定，本法自")
    headings += "第四章 附 則\n第二條 甲。\n"
    (tmp_path / "y.txt").write_text(headings, encoding="utf-8")
    assert shell("new", "headings", "--from", "y.txt") == 0
    assert "leaves out ch-2, ch-3" in shell.out
    path = tmp_path / "content" / "laws" / "headings"
    assert 'accepted_gaps = ["ch-2", "ch-3"] # CHECK' in (path / "law.toml").read_text(encoding="utf-8")
    assert shell("check") == 0
    (tmp_path / "y.txt").write_text(headings + "第四條 甲。\n", encoding="utf-8")
    assert shell("new", "articles", "--from", "y.txt") == 0
    assert "no art-3: if the original has none either" in shell.out
    assert shell("check") == 1
    assert "E203" in shell.out
    toml = tmp_path / "content" / "laws" / "articles" / "law.toml"
    text = toml.read_text(encoding="utf-8")
    offered = 'accepted_gaps = ["ch-2", "ch-3", "art-3"]'
    assert f"# {offered}\n" in text
    text = re.sub(r"(?m)^accepted_gaps.*\n", "", text).replace(f"# {offered}", offered)
    toml.write_text(text, encoding="utf-8")
    assert shell("check") == 0


def test_fifty_new_laws(shell: Shell, tmp_path: Path) -> None:
    """Each law of the corpora becomes a law by one command, and its law.toml needs no hand."""
    for number, path in enumerate((*CORPUS, *SCALE)):
        assert shell("new", f"law-{number}", "--from", path) == 0, shell.err
    shell("check", "--format", "json")
    assert [row for row in json.loads(shell.out) if row["severity"] == "error"] == []
    log = IssueLog()
    assert len(pipeline.load_site(Path("content"), log).laws) == len(CORPUS) + len(SCALE)


def test_a_new_law_without_a_source(shell: Shell, tmp_path: Path) -> None:
    """The file is named that is to be put there; `accept` then makes law.toml complete."""
    assert shell("new", "some-law") == 0
    assert "duizhao accept some-law" in shell.out
    made = tmp_path / "content" / "laws" / "some-law"
    assert shell("check") in {2, 3}
    (made / "editions" / "in-force.hant.txt").write_text(LAW, encoding="utf-8")
    assert shell("accept", "some-law") == 0
    assert shell("check") == 0


def test_the_commented_table_of_an_opinion(shell: Shell, tmp_path: Path) -> None:
    """Without an opinion its table stands there as comments, which need only be uncommented."""
    shell("new", "some-law", "--from", EDITION)
    path = tmp_path / "content" / "laws" / "some-law" / "law.toml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("# [[feedback]]"), text.index("# Remarks")
    table = "\n".join(row.removeprefix("# ") for row in text[start:end].split("\n"))
    path.write_text(text[:start] + table + text[end:], encoding="utf-8")
    (path.parent / "feedback" / "name.hans.txt").write_text(OPINION, encoding="utf-8")
    assert shell("accept", "some-law") == 0
    shell("check", "--format", "json")
    assert not [row for row in json.loads(shell.out) if row["code"][:2] == "E1"]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["Some_Law"], 2, "a-z, 0-9 and single hyphens"),
        (["con"], 2, "reserved"),
        (["../x"], 2, "cannot be part of an address"),
        (["some-law", "--from", "none.txt"], 3, "no such file"),
        (["some-law", "--from", "short.txt"], 2, "--script Hant or --script Hans"),
        (["some-law", "--from", "gbk.txt"], 1, "iconv -f GB18030"),
        (["some-law", "--from", str(EDITION), "--feedback", "none.txt"], 3, "no such file"),
        (["there"], 2, "exists already"),
        ([], 2, "Missing argument"),
    ],
)
def test_what_cannot_be_new(
    shell: Shell, tmp_path: Path, arguments: list[str], status: int, told: str
) -> None:
    """Nothing is made, and the message says what to do."""
    (tmp_path / "content" / "laws" / "there").mkdir(parents=True)
    (tmp_path / "short.txt").write_text("第一條\n", encoding="utf-8")
    (tmp_path / "gbk.txt").write_bytes(EDITION.read_text(encoding="utf-8").encode("gbk"))
    before = tree(tmp_path)
    assert shell("new", *arguments) == status
    assert told in shell.err
    assert tree(tmp_path) == before
    assert [p.name for p in (tmp_path / "content" / "laws").iterdir()] == ["there"]


def test_a_script_that_is_given(shell: Shell, tmp_path: Path) -> None:
    """--script decides where the text does not."""
    (tmp_path / "short.txt").write_text("第一條\n", encoding="utf-8")
    assert shell("new", "some-law", "--from", "short.txt", "--script", "hans") == 0
    assert (tmp_path / "content/laws/some-law/editions/in-force.hans.txt").exists()


def test_accept(shell: Shell, tmp_path: Path) -> None:
    """A changed source is refused until it is accepted; the difference is shown, law.toml alone is written."""
    made = law_folder(tmp_path)
    (made / "editions" / "draft.hant.txt").write_text(LAW + "第二條 甲。\n", encoding="utf-8")
    assert shell("check") == 1
    assert "duizhao accept" in shell.out
    before = tree(tmp_path)
    assert shell("accept", "x") == 0
    assert shell.out.count("-sha256") == shell.out.count("+sha256") == 1
    after = tree(tmp_path)
    assert {name for name in after if after[name] != before.get(name)} == {"content/laws/x/law.toml"}
    assert "its former text is not at hand" in shell.out
    assert shell("check") == 0
    assert shell("accept", "x") == 0
    assert "no source has changed" in shell.out
    assert shell("accept", "y") == 2


@pytest.mark.parametrize("kept", ["staged", "committed", "site"])
def test_accept_shows_the_difference(shell: Shell, tmp_path: Path, kept: str) -> None:
    """The former text is found by its SHA-256 in git or in the published site; invisible characters are named."""
    made = law_folder(tmp_path)
    path = made / "editions" / "draft.hant.txt"
    if kept == "site":
        raw = tmp_path / "site" / "zh-hant" / "x" / "draft" / "provenance" / "draft.hant.txt"
        raw.parent.mkdir(parents=True)
        raw.write_bytes(path.read_bytes())
    else:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        steps = [["init", "-q"], ["add", "-A"]]
        steps += (
            [[*who, "commit", "-qm", "x"], ["rm", "-q", "--cached", "-r", "."]] if kept == "committed" else []
        )
        for step in steps:
            subprocess.run(["git", *step], cwd=tmp_path, check=True)
    path.write_text(
        LAW.replace("施行", "施\u200b行").replace("公佈", "公告") + "第二條 甲。\n", encoding="utf-8"
    )
    assert shell("accept", "x") == 0
    assert "第一條 本法自公[-佈-]{+告+}之日起施{+<U+200B>+}行。" in shell.out
    assert "+   4: 第二條 甲。" in shell.out
    assert shell("check") == 0


def test_accept_on_a_full_disk(tmp_path: Path) -> None:
    """What does not fit leaves law.toml as it was, its permissions too."""
    made = law_folder(tmp_path)
    (made / "editions" / "draft.hant.txt").write_text(LAW + "第二條 甲。\n", encoding="utf-8")
    (made / "law.toml").chmod(0o640)
    before = tree(tmp_path)
    script = f"ulimit -f 1; exec {sys.executable} -B -m build_tools.cli.commands accept x --content {tmp_path}/content"
    (made / "law.toml").write_bytes((made / "law.toml").read_bytes() + b"#\n" * 2000)
    before = tree(tmp_path)
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 3, done.stderr
    assert tree(tmp_path) == before
    script = script.removeprefix("ulimit -f 1; ")
    assert subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, check=False).returncode == 0
    assert tree(tmp_path) != before
    assert (made / "law.toml").stat().st_mode & 0o777 == 0o640


HTML = "<!DOCTYPE html>\n<html><head><title>某法</title></head><body><p>第一条 甲。</p></body></html>\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (HTML.encode(), "E011 the file is a page of the web (HTML)"),
        (("\ufeff\n<!-- a --><!-- b -->" + HTML[16:]).encode(), "E011"),
        (("某法\n" + "<p class='a'>第一条 甲。</p>\n" * 6).encode(), "E011"),
        (b"PK\x03\x04 word/document.xml", "a Word, OpenDocument or zip file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"{\\rtf1\\ansi x}", "an RTF file"),
    ],
)
def test_what_is_no_plain_text(shell: Shell, tmp_path: Path, data: bytes, told: str) -> None:
    """A page of the web or a word processor's file is named as such by each command that reads it."""
    (tmp_path / "y.txt").write_bytes(data)
    assert shell("new", "some-law", "--from", "y.txt", "--script", "hans") == 1
    assert told in shell.err
    assert "hint: " in shell.err
    assert not (tmp_path / "content").exists()
    assert shell("inspect", "y.txt") == 1
    assert told in shell.err


def test_words_that_look_like_tags(shell: Shell, tmp_path: Path) -> None:
    """An opinion that mentions a tag or two is no page of the web; many comments at the start are read quickly."""
    (tmp_path / "y.md").write_text(OPINION + "第三条写成 <a href=x>第三条</a> 更好。\n", encoding="utf-8")
    shell("inspect", "--feedback", "y.md")
    assert "E011" not in shell.err
    (tmp_path / "y.txt").write_text("<!---->" * 20_000 + LAW, encoding="utf-8")
    start = time.process_time()
    shell("inspect", "y.txt")
    assert time.process_time() - start < 10


def test_an_error_of_an_opinion_says_how_to_leave_it_out(shell: Shell, tmp_path: Path) -> None:
    """E302 and each other error of one opinion name ``publish = false``."""
    made = law_folder(tmp_path)
    path = made / "feedback" / "wang.hans.txt"
    path.write_text(OPINION.replace("第一条\n", "第九条\n"), encoding="utf-8")
    shell("accept", "x")
    shell("check", "--format", "json")
    assert "E302" in shell.out
    path.write_bytes(OPINION.encode("gbk"))
    for _ in range(2):
        shell("check", "--format", "json")
        errors = [row for row in json.loads(shell.out) if row["severity"] == "error"]
        assert errors
        assert all("publish = false" in row["hint"] for row in errors)
        path.unlink(missing_ok=True)


# --- build and the rest --------------------------------------------------------------------------------


def test_build_needs_a_configuration(shell: Shell, tmp_path: Path) -> None:
    """Outside a project: status 2, and nothing is written."""
    assert shell("build") == 2
    assert "mkdocs.yml" in shell.err
    assert shell("serve") == 2
    assert tree(tmp_path) == {}


def test_a_bug_is_no_traceback(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 70 and a request to report it; the traceback only with --debug, wherever that stands."""

    def broken(*_: object) -> None:
        raise ValueError("第一行\n第二行")

    monkeypatch.setattr(pipeline, "load_law_file", broken)
    assert shell("inspect", EDITION) == 70
    assert "ValueError: 第一行 第二行" in shell.err
    assert "report" in shell.err
    assert "Traceback" not in shell.err
    assert shell("inspect", EDITION, "--debug") == 70
    assert "Traceback" in shell.err


def test_a_full_disk(shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the system refuses ends with 3 and says which file."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "law.toml")

    law_folder(tmp_path)
    monkeypatch.setattr(accept, "accept_sources", full)
    assert shell("accept", "x") == 3
    assert shell.err == "duizhao: law.toml: No space left on device\n"


def test_a_folder_of_a_new_law_is_whole_or_not_there(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """If the last step of `new` is refused, nothing is left; the message names no disk where none is known."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    assert shell("new", "some-law", "--from", EDITION) == 3
    assert shell.err == "duizhao: No space left on device\n"
    assert tree(tmp_path) == {}


def test_usage(shell: Shell) -> None:
    """Help and version are no error; an unknown command or option is 2."""
    assert shell("--help") == 0
    for command in ("build", "serve", "check", "new", "accept", "inspect", "verify"):
        assert command in shell.out
    assert shell("--version") == 0
    assert shell.out.strip().count(".") == 2
    assert shell("chekc") == 2
    assert shell("check", "--srtict") == 2


def test_a_reader_that_closes_its_pipe() -> None:
    """``| head`` ends the command without a word: status 141, as of any other program."""
    script = f"{sys.executable} -m build_tools.cli inspect {EDITION} --json | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, check=False, text=True)
    assert (done.stdout, done.stderr) == ("141\n", "")


@pytest.mark.parametrize("wait", [0.03, 0.1, 0.2, 0.3, 0.5, 0.8])
def test_an_interruption(tmp_path: Path, wait: float) -> None:
    """Ctrl-C at any time after Python itself has started: no traceback, and 130 as the shell sees it."""
    script = "import sys\nfrom build_tools.cli import main\nprint('begun', flush=True)\nmain()"
    process = subprocess.Popen(
        [sys.executable, "-c", script, "build", "--out", str(tmp_path / "site"), "--no-zip"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    time.sleep(wait)
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60) == ("", "")
    assert process.returncode in {130, -signal.SIGINT}
    assert tree(tmp_path) == {}


def test_what_is_loaded() -> None:
    """The command line alone loads neither the host nor the stages, and a check in a pipe no terminal."""
    heavy = "{'rich.console', 'rich.text', 'pydantic', 'mkdocs', 'charset_normalizer', 'jinja2', 'build_tools.pipeline'}"
    for command, spared in (
        ("--version", heavy),
        ("check", "{'rich.console', 'rich.text', 'mkdocs', 'charset_normalizer'}"),
    ):
        script = f"import sys\nfrom build_tools.cli import main\nsys.argv[1:] = ['{command}']\n"
        script += f"try:\n    main()\nfinally:\n    print({spared} & sys.modules.keys(), file=sys.stderr)"
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False, text=True
        )
        assert done.stderr == "set()\n"


def test_no_progress_in_a_pipe() -> None:
    """In a pipe nothing but what was asked for: no cursor movement, no colour."""
    done = subprocess.run(
        [sys.executable, "-m", "build_tools.cli", "check"], cwd=ROOT, capture_output=True, check=False,
        env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
