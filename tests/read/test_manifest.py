"""law.toml is read as declared, and each mistake in it is told with file, line, column and remedy."""

from __future__ import annotations

import hashlib
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.cli.report import exit_status
from build_tools.model.issue import Issue, IssueLog
from build_tools.model.locale import Localized
from build_tools.model.manifest import LineRange, Manifest, Status
from build_tools.model.source import Position
from build_tools.model.variant import Script
from build_tools.read.manifest import read_manifests
from tests.fixture_cases import FIXTURES, Case, read_cases

LAW = "第一條 本法自公佈之日起施行。\n"
OPINION = "意见\n"
FORM = (FIXTURES / "read" / "law.toml").read_text(encoding="utf-8")
ROOT = Path(__file__).parents[2]


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def make(content: Path, toml: str = FORM, folder: str = "x") -> Path:
    """A law's folder with both sources and a link that leads out."""
    law = content / "laws" / folder
    (law / "editions").mkdir(parents=True)
    (law / "feedback").mkdir()
    (law / "editions" / "draft.hant.txt").write_text(LAW, encoding="utf-8")
    (law / "feedback" / "wang.hans.txt").write_text(OPINION, encoding="utf-8")
    toml = toml.replace("$law", digest(LAW)).replace("$feedback", digest(OPINION))
    (law / "law.toml").write_bytes(toml.encode("utf-8"))
    return law


def read(content: Path) -> tuple[tuple[Manifest, ...], list[Issue]]:
    """All manifests and all that is said of them."""
    log = IssueLog()
    return read_manifests(content, log), log.issues


def placed(issues: list[Issue]) -> list[str]:
    """Code and place of each finding."""
    return [f"{i.code} {i.line}:{i.column}" for i in issues]


@pytest.mark.parametrize("case", read_cases("read/manifest.txt"), ids=lambda case: case.id)
def test_mistakes(tmp_path: Path, case: Case) -> None:
    """Each mistake is found at its line and column, ends with status 2 or 3, and keeps the law off the site."""
    line, _, instead = case.input.partition("\n")
    assert FORM.count(f"{line}\n") >= 1, "the case names a line that law.toml does not have"
    law = make(
        tmp_path / "content", FORM.replace(f"{line}\n", "" if instead == "nothing" else f"{instead}\n", 1)
    )
    if "link.txt" in instead:
        (tmp_path / "outside.txt").write_text("x", encoding="utf-8")
        (law / "feedback" / "link.txt").symlink_to(tmp_path / "outside.txt")
    manifests, issues = read(tmp_path / "content")
    expected = case.expected.split("\n")
    linked = [i for i in issues if not (i.code == "W120" and i.path.endswith("link.txt"))]
    assert placed(linked) == [" ".join(row.split(" ")[:2]) for row in expected]
    for issue, row in zip(linked, expected, strict=True):
        assert issue.code == "W120" or issue.path == "content/laws/x/law.toml"
        for word in row.split(" ")[2:]:
            assert word in f"{issue.path} {issue.message} {issue.hint}"
    assert manifests == ()
    assert exit_status(issues) == (3 if "E114" in case.expected else 2)


def test_what_is_declared(tmp_path: Path) -> None:
    """Every value of a correct law.toml arrives in the manifest."""
    make(tmp_path / "content")
    (manifest,), issues = read(tmp_path / "content")
    assert issues == []
    assert (manifest.slug, manifest.path, manifest.kind) == ("x", "content/laws/x/law.toml", "law")
    assert manifest.title == manifest.short == ("某法", "某法")
    (edition,) = manifest.editions
    assert (edition.slug, edition.status, edition.label) == ("draft", Status.DRAFT, ("草案", "草案"))
    assert (edition.published, edition.comments_until) == (date(2026, 1, 31), date(2026, 3, 2))
    assert (edition.first_article, edition.accepted_gaps, edition.effective) == (1, (), None)
    assert (edition.source.path, edition.source.script) == ("editions/draft.hant.txt", Script.HANT)
    assert (edition.source.sha256, edition.source.url) == (digest(LAW), "https://www.example.org/")
    assert edition.source.origin == ("來源", "来源")
    assert edition.source.set_aside == (LineRange(3, 3, Localized("聲明", "声明")),)
    assert edition.source.parts == ()
    assert edition.source.punctuation is False
    (opinion,) = manifest.submissions
    assert (opinion.slug, opinion.edition, opinion.publish) == ("wang", "draft", True)
    assert (opinion.author, opinion.licence) == ("王某", ("未知", "未知"))
    (note,) = manifest.notes
    assert note.places == (Position(33, 0), Position(34, 0))
    assert (note.edition, note.provision, note.words) == ("draft", "art-1", "本法")


def test_what_may_be_declared(tmp_path: Path) -> None:
    """Keys that are seldom needed: parts, gaps, first article, the display form."""
    more = 'first_article = 32\naccepted_gaps = ["art-33", "art-34-z1"]\neffective = 2026-07-01\n[edition.source]\n'
    more += (
        "full_width_punctuation = true\nretrieved = 2026-02-01\nparts = { notice = [1, 2], law = [4, 9] }\n"
    )
    make(tmp_path / "content", FORM.replace("[edition.source]\n", more))
    (manifest,), issues = read(tmp_path / "content")
    assert issues == []
    edition = manifest.editions[0]
    assert (edition.first_article, edition.accepted_gaps) == (32, ("art-33", "art-34-z1"))
    assert (edition.effective, edition.source.retrieved) == (date(2026, 7, 1), date(2026, 2, 1))
    assert edition.source.punctuation is True
    assert edition.source.parts == (("notice", LineRange(1, 2)), ("law", LineRange(4, 9)))


def test_one_line_removes_an_opinion(tmp_path: Path) -> None:
    """``publish = false`` is all that is needed; the file may be deleted, or stay."""
    law = make(tmp_path / "content", FORM.replace('slug = "wang"\n', 'slug = "wang"\npublish = false\n'))
    for gone in (False, True):
        if gone:
            (law / "feedback" / "wang.hans.txt").unlink()
        (manifest,), issues = read(tmp_path / "content")
        assert issues == []
        assert [s.publish for s in manifest.submissions] == [False]


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_files_of_windows(tmp_path: Path, newline: str) -> None:
    """A byte order mark and CRLF, as Notepad writes them, are read; places stay right."""
    make(tmp_path / "content", "\ufeff" + FORM.replace("\n", newline))
    assert len(read(tmp_path / "content")[0]) == 1
    wrong = "\ufeff" + FORM.replace('kind = "law"', 'kind = "lwa"').replace("\n", newline)
    make(tmp_path / "other", wrong)
    assert placed(read(tmp_path / "other")[1]) == ["E106 4:0"]


@pytest.mark.parametrize("other", ["x", "X"])
def test_two_laws_with_one_slug(tmp_path: Path, other: str) -> None:
    """The second law is told where the first one is, even if the slugs differ in case only."""
    make(tmp_path / "content", folder="a")
    make(tmp_path / "content", FORM.replace('slug = "x"', f'slug = "{other}"'), folder="b")
    manifests, issues = read(tmp_path / "content")
    (issue,) = (i for i in issues if i.code == "E110")
    assert (issue.path, issue.line) == ("content/laws/b/law.toml", 1)
    assert "content/laws/a/law.toml:1" in issue.message
    assert [m.path for m in manifests] == ["content/laws/a/law.toml"]
    assert exit_status(issues) == 2


def test_the_slug_is_the_address_not_the_folder(tmp_path: Path) -> None:
    """A folder may have any name; laws come in order of their slugs."""
    make(tmp_path / "content", FORM.replace('slug = "x"', 'slug = "b"'), folder="一號")
    make(tmp_path / "content", FORM.replace('slug = "x"', 'slug = "a"'), folder="二號")
    manifests, issues = read(tmp_path / "content")
    assert issues == []
    assert [m.slug for m in manifests] == ["a", "b"]


def test_no_laws(tmp_path: Path) -> None:
    """A missing or empty folder of laws, and a folder without law.toml, say what to run."""
    assert [(i.code, i.path) for i in read(tmp_path / "content")[1]] == [("E117", "content/laws")]
    (tmp_path / "content" / "laws" / "x").mkdir(parents=True)
    _, issues = read(tmp_path / "content")
    assert [(i.code, i.path) for i in issues] == [("E116", "content/laws/x")]
    assert "duizhao new" in issues[0].hint
    assert exit_status(issues) == 2


def test_a_file_nobody_declared(tmp_path: Path) -> None:
    """A file dropped into the folder but not into law.toml is told, and no error; editors' copies are passed over."""
    law = make(tmp_path / "content")
    for name in ("li.md", ".li.md.swp", "li.md~"):
        (law / "feedback" / name).write_text("x", encoding="utf-8")
    manifests, issues = read(tmp_path / "content")
    assert len(manifests) == 1
    assert [(i.code, i.path, i.severity.value) for i in issues] == [
        ("W120", "content/laws/x/feedback/li.md", "warning")
    ]
    assert exit_status(issues) == 0
    assert exit_status(issues, strict=True) == 1


@pytest.mark.parametrize("target", ["law.toml", "."])
def test_links_that_lead_out(tmp_path: Path, target: str) -> None:
    """A law.toml, or a whole folder, that is a link out of content/ is refused and not read."""
    elsewhere = make(tmp_path / "elsewhere")
    laws = tmp_path / "content" / "laws"
    laws.mkdir(parents=True)
    if target == ".":
        (laws / "x").symlink_to(elsewhere)
    else:
        (laws / "x").mkdir()
        (laws / "x" / "law.toml").symlink_to(elsewhere / "law.toml")
    manifests, issues = read(tmp_path / "content")
    assert manifests == ()
    assert [i.code for i in issues] == ["E113"]


def test_one_bad_law_costs_one_law(tmp_path: Path) -> None:
    """The other laws are read, so that all findings are told in one run."""
    make(tmp_path / "content", FORM.replace('kind = "law"', 'kind = "l"'), folder="bad")
    make(tmp_path / "content", FORM.replace('slug = "x"', 'slug = "y"'), folder="good")
    manifests, issues = read(tmp_path / "content")
    assert [m.slug for m in manifests] == ["y"]
    assert [i.code for i in issues] == ["E106"]


def test_encoding_of_law_toml(tmp_path: Path) -> None:
    """A law.toml in GBK is refused as a source in GBK is; deep nesting is no crash."""
    law = make(tmp_path / "content")
    (law / "law.toml").write_bytes(FORM.encode("gbk"))
    issues = read(tmp_path / "content")[1]
    assert [i.code for i in issues] == ["E006"]
    assert exit_status(issues) == 2
    (law / "law.toml").write_text("a = " + "[" * 5000, encoding="utf-8")
    assert [i.code for i in read(tmp_path / "content")[1]] == ["E101"]


@pytest.mark.parametrize(
    "toml",
    [
        "a = " + "9" * 10_000,
        "slug = 0x" + "f" * 10_000,
        ".".join("a" * 100_000) + " = 1",
        "[" + ".".join("a" * 100_000) + "]",
        "a = {" + " . ".join(['"a b"'] * 100_000) + " = 1}",
        "a = " + "[" * 300 + "]" * 300,
        "a = " + "{a = " * 300 + "1" + "}" * 300,
        'a = """' + '"a' * 400_000,
        "# " + "a" * 1_000_000,
    ],
    ids=lambda toml: toml[:12],
)
def test_what_grows_out_of_bounds(tmp_path: Path, toml: str) -> None:
    """A number, key or nesting that no law needs is an error with a place, told at once."""
    law = make(tmp_path / "content")
    (law / "law.toml").write_text(toml + "\n", encoding="utf-8")
    start = time.process_time()
    (issue,) = read(tmp_path / "content")[1]
    assert time.process_time() - start < 1.5
    assert (issue.code, issue.line) == (("E004", 0) if len(toml) > 1_000_000 else ("E101", issue.line or 1))
    assert exit_status([issue]) == 2
    assert len(issue.message) < 200


def test_what_is_not_finished(tmp_path: Path) -> None:
    """A comment that begins with CHECK and a placeholder are told where they stand, and nothing else that is like them."""
    toml = FORM.replace('"王某"', '"未注明" # CHECK').replace(
        '"draft"\npublished', '"draft" #CHECK: x\npublished'
    )
    toml = "# Lines marked CHECK were guessed.\n# a = 1 # CHECK\n" + toml.replace(
        '"公安部", hans', '"未註明 # CHECK", hans'
    )
    make(tmp_path / "content", toml)
    manifests, issues = read(tmp_path / "content")
    assert len(manifests) == 1
    assert placed(issues) == ["W122 26:0", "W121 10:17"]
    assert {i.severity.value for i in issues} == {"warning"}


def test_this_repository(capsys: pytest.CaptureFixture[str]) -> None:
    """The law.toml of the first law is in order and says what must be said of its sources."""
    manifests, issues = read(ROOT / "content")
    assert issues == []
    (manifest,) = (m for m in manifests if m.slug == "wangluo-fanzui-fangzhi")
    edition, opinion = manifest.editions[0], manifest.submissions[0]
    assert "www.mps.gov.cn" in edition.source.origin.hant
    assert "網易號2026年1月31日" in edition.source.origin.hant
    assert opinion.source.url == "https://blog.lucyqin.net/p/1627"
    assert all("未知" in words for words in opinion.licence)
    assert {n for r in edition.source.set_aside for n in range(r.first, r.last + 1)} == set(range(216, 226))
    assert all(r.reason.hant and r.reason.hans for r in edition.source.set_aside)
    text = (ROOT / "content" / "laws" / "wangluo-fanzui-fangzhi" / edition.source.path).read_text(
        encoding="utf-8"
    )
    assert all(note.words in text for note in manifest.notes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.integers(0, len(FORM)), st.text(max_size=6), st.integers(0, 40))
def test_any_damage(tmp_path: Path, at: int, put: str, cut: int) -> None:
    """Whatever is cut out of law.toml or put into it: a manifest or errors, never a crash."""
    law = tmp_path / "content"
    if not law.exists():
        make(law)
    damaged = FORM[:at] + put + FORM[at + cut :]
    (law / "laws" / "x" / "law.toml").write_bytes(damaged.encode("utf-8", "ignore"))
    manifests, issues = read(law)
    assert manifests or any(i.code.startswith("E") for i in issues)


def _compare(content: Path, *named: str) -> tuple[tuple[Manifest, ...], list[Issue]]:
    """A site of the laws x and y, where x names others."""
    others = ", ".join(f'"{slug}"' for slug in named)
    make(content, FORM.replace('kind = "law"\n', f'kind = "law"\ncompare_penalties_with = [{others}]\n'))
    make(content, FORM.replace('slug = "x"', 'slug = "y"'), folder="y")
    return read(content)


def test_laws_to_compare(tmp_path: Path) -> None:
    """The slug of another law of the site arrives in the manifest, and in that one only."""
    manifests, issues = _compare(tmp_path / "content", "y")
    assert issues == []
    assert [m.compare_penalties_with for m in manifests] == [("y",), ()]


@pytest.mark.parametrize(
    ("named", "place", "said"),
    [
        (("z",), "E123 5:26", 'there is no law "z"'),
        (("x",), "E123 5:26", "names this law itself"),
        (("y", "y"), "E123 5:31", 'names the law "y" twice'),
        (("y", "Y "), "E109 5:31", "cannot be part of an address"),
    ],
)
def test_no_such_law_to_compare(tmp_path: Path, named: tuple[str, ...], place: str, said: str) -> None:
    """An unknown slug, the law itself and one law twice are told where they stand, and cost that law only."""
    manifests, issues = _compare(tmp_path / "content", *named)
    assert placed(issues) == [place]
    assert said in issues[0].message
    assert issues[0].path == "content/laws/x/law.toml"
    if place.startswith("E123"):
        assert issues[0].hint.endswith((": y", "keep one of the two"))
    assert [m.slug for m in manifests] == ["y"]
    assert exit_status(issues) == 2


def test_a_law_to_compare_that_cannot_be_read(tmp_path: Path) -> None:
    """Its own mistake is told, and none about the law that names it."""
    make(
        tmp_path / "content", FORM.replace('kind = "law"\n', 'kind = "law"\ncompare_penalties_with = ["y"]\n')
    )
    make(tmp_path / "content", "slug = “y”\n", folder="y")
    manifests, issues = read(tmp_path / "content")
    assert {i.path for i in issues} == {"content/laws/y/law.toml"}
    assert [m.slug for m in manifests] == ["x"]
