"""MkDocs as host: `mkdocs build` and `mkdocs serve` work as anyone expects, and no failure touches the site."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli

from build_tools.host.mkdocs import plugin, site
from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.publish import BuildFailed, verify
from tests.checks.small_site import small_site, with_small_pages

ROOT = Path(__file__).parent.parent
WARNING = Issue("W999", Severity.WARNING, "content/laws/x/law.toml", 3, 0, "doubtful")
ERROR = Issue("E999", Severity.ERROR, "content/laws/x/law.toml", 3, 0, "wrong")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project with our templates; its law and pages are those of the small site."""
    folder = tmp_path / "p"
    folder.mkdir()
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content").mkdir()
    (folder / "content" / "law.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr(plugin, "load_site", lambda *_, **__: small_site())
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    with with_small_pages():
        yield folder


def _build(project: Path, *, strict: bool = True) -> tuple[Issue, ...]:
    return site.build(project / "mkdocs.yml", project / "site", strict, project / "dist" / "x.zip")[0]


def _failed(project: Path, *, strict: bool = True) -> BuildFailed:
    with pytest.raises(BuildFailed) as caught:
        _build(project, strict=strict)
    return caught.value


def _digests(folder: Path) -> dict[str, str]:
    files = [p for p in folder.rglob("*") if p.is_file() and not _is_kept(p)]
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def _left_behind(project: Path) -> list[Path]:
    """What a build left in its folder beside the site, but for what later builds need not make anew."""
    return [p for p in (project / ".duizhao").glob("*") if not _is_kept(p / "x") and not _is_kept(p)]


def _is_kept(path: Path) -> bool:
    """A compiled template, or the theme's sheets as they were trimmed."""
    return path.parts[-3:-1] == (".duizhao", "compiled") or path.parts[-2:] == (".duizhao", "styles.json")


def test_a_strict_build(project: Path) -> None:
    """No finding, a whole site and bundle, nothing left beside them, no file that no page uses."""
    assert _build(project) == ()
    assert not verify(project / "site")
    assert not verify(project / "dist" / "x.zip")
    assert not _left_behind(project)
    assert {p.name for p in project.iterdir()} - {".duizhao"} == {
        "content",
        "dist",
        "mkdocs.yml",
        "overrides",
        "site",
    }
    names = {p.relative_to(project / "site").as_posix() for p in (project / "site").rglob("*") if p.is_file()}
    assert not [
        n
        for n in names
        if re.search(r"worker|\.map$|bundle|sitemap|law\.txt|^-/|/-/", n) and "vendor" not in n
    ]
    assert len([n for n in names if "stylesheets/" in n]) <= 15


def test_pages_stand_in_the_hosts_shell(project: Path) -> None:
    """Language of the tree, one h1, the law's name, assets by content, no code in the page, early.js first."""
    _build(project)
    for locale, lang in (("zh-hant", "zh-Hant"), ("zh-hans", "zh-Hans")):
        html = (project / "site" / locale / "xf/draft/art-1/index.html").read_text(encoding="utf-8")
        assert html.startswith(
            f'<!doctype html>\n<html lang="{lang}" class="no-js" data-base="../../../../" '
        )
        assert "[[slot" not in html
        scripts = re.findall(r"<script([^>]*)></script>", html)
        assert re.fullmatch(r' src="(\.\./){4}assets/javascripts/early\.[0-9a-f]{8}\.js"', scripts[0])
        assert all(s.startswith(" defer src=") for s in scripts[1:])
        assert len(re.findall("<script", html)) == len(scripts)
        body = html[html.index("<body") :]
        assert body.index('class="skip-link"') < body.index("<header")
        assert re.search(r"<body[^>]*>\s*<a class=\"skip-link\" href=\"#content\">", html)
        assert "md-toggle" not in html
    for path in (project / "site" / "assets").rglob("*.*.js"):
        stem = path.name.split(".")
        if path.parent.name == "javascripts":
            assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(stem[-2])
    missing = (project / "site" / "404.html").read_text(encoding="utf-8")
    assert 'data-base="/"' in missing
    assert 'src="/assets/javascripts/early.' in missing
    assert 'href="/zh-hant/"' in missing


def test_findings_of_the_content(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A warning is told, and stops a strict build; an error stops any; the former site stays as it was."""
    _build(project)
    before = _digests(project)

    def found(*issues: Issue) -> None:
        site = small_site()
        monkeypatch.setattr(plugin, "load_site", lambda *_, **__: replace(site, issues=issues))

    found(WARNING)
    failed = _failed(project)
    assert (failed.issues, failed.exit_code) == ((WARNING,), 1)
    assert _digests(project) == before
    assert _build(project, strict=False) == (WARNING,)
    found(WARNING, ERROR)
    assert _failed(project, strict=False).issues == (WARNING, ERROR)
    assert _digests(project) == before


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: [", "expected"),
        ("site_name: x\ndocs_dir: content\nplugins: []\n", "duizhao"),
        ("site_name: x\nsite_name: y\n", "twice"),
        ("site_name: x\n\ttheme: y\n", "\\t"),
        ("site_name: x\ntheme: nosuch\nplugins: [duizhao]\n", "nosuch"),
        ("site_name: x\nlanguge: y\nplugins: [duizhao]\ndocs_dir: content\ntheme: material\n", "languge"),
        ("site_name: x\ndocs_dir: content\nplugins: [nosuch]\n", "nosuch"),
        ("site_name: x\ntheme: material\nplugins: [duizhao]\ndocs_dir: content\n", "custom_dir"),
        (
            "site_name: x\ntheme: material\ndocs_dir: content\nplugins:\n  - duizhao:\n      bundle: 3\n",
            "bundle",
        ),
        (
            "site_name: x\ntheme: material\ndocs_dir: content\nplugins:\n  - duizhao:\n      bundel: a.zip\n",
            "bundel",
        ),
    ],
)
def test_mistakes_in_the_configuration(project: Path, text: str, message: str) -> None:
    """E500, exit 2, naming what is wrong."""
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    failed = _failed(project, strict=False)
    assert failed.exit_code == 2
    assert {i.code for i in failed.issues} == {"E500"}
    assert message in str(failed)
    assert not (project / "site").exists()


RUNS = "x: !!python/object/apply:os.system ['touch ran']\n"
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (RUNS, 2, "!!python/object/apply:os.system"),
        ("x: !!python/object/new:os.system ['touch ran']\n", 2, "not allowed"),
        ("x: !!python/name:os.system\n", 2, "not allowed"),
        ("x: !!python/module:antigravity\n", 2, "not allowed"),
        ("x: [1, {y: !!python/object/apply:subprocess.run [touch ran]}]\n", 2, "not allowed"),
        ("!!python/object/apply:os.system ['touch ran']: 1\n", 2, "not allowed"),
        ("x: !nosuch 1\n", 2, "!nosuch"),
        ("INHERIT: more.yml\n", 1, "!!python/object/apply:os.system"),
        ("INHERIT: !ENV HOME\n", 2, "plain path"),
        ("INHERIT: none.yml\n", 0, "cannot be read"),
        ("INHERIT: mkdocs.yml\n", 0, "itself"),
        (BOMB, None, "aliases"),
        ("x: &x [*x]\n", 2, "aliases"),
        ("x: " + "[" * 3000 + "]" * 3000, None, "nested"),
        ("x: " + "y" * 200_000, 0, "longer"),
        ("x: \0", None, "special characters"),
        ("? [a]\n: b\n? [a]\n: b\nx: 1\nx: 2\n", 7, "twice"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_configuration_that_must_not_be_loaded(
    project: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: int | None, told: str
) -> None:
    """E500 at its line within a second, and nothing of it is run: by a build, the server and the host's own command."""
    monkeypatch.chdir(project)
    (project / "more.yml").write_text(RUNS, encoding="utf-8")
    (project / "mkdocs.yml").write_text("site_name: x\n" + text, encoding="utf-8")
    start = time.process_time()
    for act in (lambda: _build(project), lambda: site.serve(project / "mkdocs.yml", "127.0.0.1:0")):
        with pytest.raises(BuildFailed) as caught:
            act()
        assert caught.value.exit_code == 2
        assert {i.code for i in caught.value.issues} == {"E500"}
        assert told in str(caught.value)
        assert line in {None, caught.value.issues[0].line}
    assert time.process_time() - start < 2
    assert not (project / "ran").exists()
    assert not (project / "site").exists()


def test_tags_that_the_manual_of_the_theme_tells_to_write(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of the theme and its extensions, and !ENV, are allowed; a few aliases too."""
    monkeypatch.setenv("NAME", "某站")
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("site_name: 對照", "site_name: !ENV [NAME, x]")
    extensions = """
markdown_extensions:
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  - pymdownx.emoji: &emoji
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
extra: {copy: *emoji}
"""
    path.write_text(text + extensions, encoding="utf-8")
    assert _build(project) == ()


@pytest.mark.parametrize(
    "text", ["site_name: [", "site_name: x\nlanguge: y\nplugins: [duizhao]\ndocs_dir: content\n"]
)
def test_serving_a_broken_configuration(project: Path, text: str) -> None:
    """The same finding as of a build, E500 and exit 2, not a page of the host's log."""
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(BuildFailed) as caught:
        site.serve(project / "mkdocs.yml", "127.0.0.1:0")
    assert caught.value.exit_code == 2
    assert {i.code for i in caught.value.issues} == {"E500"}


def test_a_port_that_is_taken(project: Path) -> None:
    """E509 names the address and another way; an address that is none is E500."""
    with socket.socket() as taken, pytest.raises(BuildFailed) as caught:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        site.serve(project / "mkdocs.yml", f"127.0.0.1:{taken.getsockname()[1]}")
    (issue,) = caught.value.issues
    assert (issue.code, caught.value.exit_code) == ("E509", 3)
    assert "in use" in issue.message
    assert "--address" in issue.hint
    with pytest.raises(BuildFailed) as caught:
        site.serve(project / "mkdocs.yml", "nowhere")
    assert caught.value.issues[0].code == "E500"


@pytest.mark.parametrize(
    ("name", "data"), [("thesis.doc", None), ("x", None), ("x.zip", b"mine"), ("x.zip", b"")]
)
def test_a_bundle_never_replaces_a_foreign_file(project: Path, name: str, data: bytes | None) -> None:
    """Only a name in .zip is taken, and only what a build wrote is overwritten: E501."""
    bundle = project / name
    bundle.write_bytes(data if data is not None else b"my thesis")
    before = _digests(project)
    with pytest.raises(BuildFailed) as caught:
        site.build(project / "mkdocs.yml", project / "site", True, bundle)
    assert (caught.value.issues[0].code, caught.value.exit_code) == ("E501", 2)
    assert caught.value.issues[0].hint
    assert _digests(project) == before
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("chapter-1.txt", "x")
    with pytest.raises(BuildFailed):
        site.build(project / "mkdocs.yml", project / "site", True, bundle)
    bundle.unlink()
    if name.endswith(".zip"):
        for _ in range(2):
            assert site.build(project / "mkdocs.yml", project / "site", True, bundle)[0] == ()


def test_no_configuration(tmp_path: Path) -> None:
    """E500, exit 2."""
    with pytest.raises(BuildFailed) as caught:
        site.build(tmp_path / "mkdocs.yml", tmp_path / "site", False, None)
    assert (caught.value.issues[0].code, caught.value.exit_code) == ("E500", 2)


def test_a_warning_of_the_host(project: Path) -> None:
    """W506: told, and stops a strict build before anything is published."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace(
        "  font: false", "  static_templates: [nosuch.html]\n  font: false"
    )
    path.write_text(text, encoding="utf-8")
    failed = _failed(project)
    assert [i.code for i in failed.issues] == ["W506"]
    assert not (project / "site").exists()
    assert [(i.code, "nosuch.html" in i.message) for i in _build(project, strict=False)] == [("W506", True)]


def test_a_broken_template(project: Path) -> None:
    """E513 with the template's name and line, E510 for a slot that is gone; the former site stays."""
    _build(project)
    before = _digests(project / "site"), _digests(project / "dist")
    header = project / "overrides" / "partials" / "header.html"
    text = header.read_text(encoding="utf-8")
    header.write_text(text + "\n{{ nothing.of.this }}", encoding="utf-8")
    failed = _failed(project)
    assert [(i.code, Path(i.path).name, i.line) for i in failed.issues] == [
        ("E513", "header.html", text.count("\n") + 2)
    ]
    header.write_text("{% if %}" + text, encoding="utf-8")
    assert [(i.code, Path(i.path).name, i.line) for i in _failed(project).issues] == [
        ("E513", "header.html", 1)
    ]
    header.write_text(text.replace("{{ slot('law') }}", ""), encoding="utf-8")
    assert [(i.code, Path(i.path).name) for i in _failed(project).issues] == [("E510", "main.html")]
    header.write_text(text.replace("'switch-'", "'swich-'"), encoding="utf-8")
    assert [(i.code, i.message) for i in _failed(project).issues] == [("E513", "there is no 'swich-zh-hans'")]
    header.write_text(text + "{{ t('shell.nowords') }}", encoding="utf-8")
    assert [(i.code, i.message) for i in _failed(project).issues] == [("E513", "there is no 'shell.nowords'")]
    assert (_digests(project / "site"), _digests(project / "dist")) == before
    header.write_text(text, encoding="utf-8")
    assert _build(project) == ()


def test_an_exception_of_the_program_leaves_the_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours is no finding: it is raised as it is, and nothing is published or left behind."""
    _build(project)
    before = _digests(project)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("build_tools.publish.render_pages", fail)
    with pytest.raises(ZeroDivisionError):
        _build(project)
    assert _digests(project) == before
    assert not _left_behind(project)


def test_mkdocs_build(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The host's own command makes the same site and the bundle that mkdocs.yml names; failing, it says why, exit 1."""
    _build(project)
    site = _digests(project / "site")
    bundle = (project / "dist" / "x.zip").read_bytes()
    shutil.rmtree(project / "site")
    done = CliRunner().invoke(cli, ["build", "-f", str(project / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    assert _digests(project / "site") == site
    assert (project / "dist" / "duizhao-offline.zip").read_bytes() == bundle
    small = small_site()
    monkeypatch.setattr(plugin, "load_site", lambda *_, **__: replace(small, issues=(WARNING,)))
    done = CliRunner().invoke(cli, ["build", "--no-strict", "-f", str(project / "mkdocs.yml")])
    assert done.exit_code == 0
    assert _digests(project / "site") == site
    monkeypatch.setattr(plugin, "load_site", lambda *_, **__: replace(small, issues=(ERROR,)))
    done = CliRunner().invoke(cli, ["build", "-f", str(project / "mkdocs.yml")])
    assert done.exit_code == 1
    assert _digests(project / "site") == site
    assert not _left_behind(project)


def test_the_host_alone_publishes_nothing_from_such_a_configuration(project: Path) -> None:
    """`mkdocs build` constructs mkdocs.yml before the plugin is asked; it is refused all the same."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8") + "extra: {x: !!python/name:os.getcwd }\n"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["build", "-f", str(path)])
    assert done.exit_code == 1
    assert not (project / "site").exists()


def test_other_locations(project: Path, tmp_path: Path) -> None:
    """`mkdocs build -d` elsewhere; a site address with a path; no bundle."""
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("bundle: dist/duizhao-offline.zip", 'bundle: ""').replace(
        "# site_url: https://example.org/", "site_url: https://example.org/laws/"
    )
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(
        cli, ["build", "-f", str(project / "mkdocs.yml"), "-d", str(tmp_path / "elsewhere")]
    )
    assert done.exit_code == 0, done.output
    assert not verify(tmp_path / "elsewhere")
    assert not (project / "dist").exists()
    assert 'href="/laws/assets/' in (tmp_path / "elsewhere" / "404.html").read_text(encoding="utf-8")
    page = (tmp_path / "elsewhere" / "zh-hant/xf/draft/art-1/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/laws/zh-hant/xf/draft/art-1/">' in page
    assert (tmp_path / "elsewhere" / "sitemap.xml").exists()
    (project / "mkdocs.yml").write_text(
        text.replace("example.org/laws/", "example.org/laws/?a=1"), encoding="utf-8"
    )
    assert _failed(project).issues[0].code == "E508"


SERVER = """
import sys
from pathlib import Path
from build_tools.host.mkdocs import plugin, site
from tests.checks.small_site import small_site, with_small_pages
log = Path(sys.argv[3])
def load(*_, **__):
    with log.open("a") as file:
        file.write("loaded\\n")
    return small_site()
plugin.load_site = load
with with_small_pages():
    site.serve(Path(sys.argv[1]), sys.argv[2])
"""


def test_serving(project: Path) -> None:
    """The server rebuilds for a changed template or source, reads sources only then, survives a failed build."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log, told = project.parent / "loads", project.parent / "told"
    process = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(project / "mkdocs.yml"), address, str(log)],
        cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL, stderr=told.open("w"),
    )  # fmt: skip
    header = project / "overrides" / "partials" / "header.html"
    text = header.read_text(encoding="utf-8")
    try:
        _wait_for(address, "skip-link")
        assert log.read_text(encoding="utf-8").count("loaded") == 1
        header.write_text(text.replace("skip-link", "skip-link changed-once"), encoding="utf-8")
        _wait_for(address, "changed-once")
        assert log.read_text(encoding="utf-8").count("loaded") == 1
        header.write_text(text + "{{ nothing.of.this }}", encoding="utf-8")
        _until(lambda: "The last good site is still shown" in told.read_text(encoding="utf-8"))
        _wait_for(address, "changed-once")
        header.write_text(text.replace("skip-link", "skip-link changed-twice"), encoding="utf-8")
        (project / "content" / "law.txt").write_text("y", encoding="utf-8")
        _wait_for(address, "changed-twice")
        assert log.read_text(encoding="utf-8").count("loaded") == 2
        assert not (project / "site").exists()
        assert not (project / "dist").exists()
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(address: str, words: str) -> None:
    """Ask for a page until it holds these words."""

    def holds() -> bool:
        try:
            with urllib.request.urlopen(f"http://{address}/zh-hant/xf/draft/art-1/", timeout=5) as answer:
                return words in answer.read().decode()
        except OSError:
            return False

    _until(holds)


def _until(done: Callable[[], bool]) -> None:
    """Wait at most 30 s for this to be so."""
    deadline = time.monotonic() + 30
    while not done():
        assert time.monotonic() < deadline, "it never was so"
        time.sleep(0.1)


def test_what_was_read_is_kept_only_while_sources_are_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build of its own always reads; the log of findings is its own too."""
    seen: list[IssueLog] = []

    def load(_content: Path, log: IssueLog, _progress: object, **_: object) -> object:
        seen.append(log)
        return small_site()

    monkeypatch.setattr(plugin, "load_site", load)
    _build(project)
    _build(project)
    assert len(seen) == 2
    assert seen[0] is not seen[1]
