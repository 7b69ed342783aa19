"""Building beside and swapping: whatever happens, the published site is the old one or the new one, whole."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import time
import zipfile
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from build_tools.checks.conservation import rebuild_sources
from build_tools.export.staging import _exchange, swap
from build_tools.publish import BuildFailed, Publication, snapshot, stopping, verify
from build_tools.settings import Settings, archive_date, check_site_url
from tests.checks.small_site import LAW_TEXT, OPINION, small_pages, small_shells, small_site

ROOT = Path(__file__).parent.parent


def _settings(project: Path, **changes: object) -> Settings:
    (project / "content").mkdir(parents=True, exist_ok=True)
    (project / "overrides").mkdir(exist_ok=True)
    (project / "content" / "law.txt").write_text("第一條 甲", encoding="utf-8")
    (project / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    values: dict[str, object] = {
        "config": project / "mkdocs.yml", "content": project / "content", "overrides": project / "overrides",
        "out": project / "site", "bundle": project / "dist" / "x.zip", "site_url": "", "strict": False,
        "date": (1980, 1, 1, 0, 0, 0), **changes,
    }  # fmt: skip
    return Settings(**values)  # type: ignore[arg-type]


def _write(publication: Publication, law: str = LAW_TEXT, site_url: str = "") -> None:
    assets = publication.tree / "assets"
    assets.mkdir()
    (assets / "site.css").write_text("a{}", encoding="utf-8")
    site = small_site(law)
    issues = publication.write(
        site, small_shells(site_url), small_pages(site), [("assets/search/x.js", b"1")]
    )
    assert not [i for i in issues if i.code != "E530"], issues


def _build(settings: Settings, law: str = LAW_TEXT) -> None:
    publication = Publication(settings)
    _write(publication, law, settings.site_url)
    publication.commit()


def _digests(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file()
    }


@pytest.fixture
def built(tmp_path: Path) -> Settings:
    """A project whose site and bundle were built."""
    settings = _settings(tmp_path / "p")
    _build(settings)
    return settings


def _failure(settings: Settings) -> tuple[str, int, str]:
    with pytest.raises(BuildFailed) as caught:
        Publication(settings)
    return caught.value.issues[0].code, caught.value.exit_code, caught.value.issues[0].message


def test_a_built_site_is_whole(built: Settings) -> None:
    """Site and bundle verify, give back both sources, and nothing is left beside them."""
    assert not verify(built.out)
    assert built.bundle
    assert not verify(built.bundle)
    for locale in ("zh-hant", "zh-hans"):
        assert rebuild_sources(built.out, locale, "xf", "draft") == {
            "xf/draft": LAW_TEXT.encode(),
            "xf/li": OPINION.encode(),
        }
    assert (built.out / "zh-hant/xf/draft/provenance/draft.txt").read_bytes() == LAW_TEXT.encode()
    assert sorted(p.name for p in built.config.parent.iterdir()) == [
        "content",
        "dist",
        "mkdocs.yml",
        "overrides",
        "site",
    ]
    assert sorted(p.name for p in (built.config.parent / "dist").iterdir()) == ["x.zip"]


def test_sha256sum_reads_the_checksums(built: Settings) -> None:
    """A reader without this program can check a copy."""
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=built.out, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_two_builds_give_the_same_bytes(built: Settings, tmp_path: Path) -> None:
    """In another folder, the bundle too; the date in the bundle is what SOURCE_DATE_EPOCH says."""
    other = _settings(tmp_path / "elsewhere" / "q")
    _build(other)
    assert _digests(other.out) == _digests(built.out)
    assert other.bundle and built.bundle
    assert other.bundle.read_bytes() == built.bundle.read_bytes()
    with zipfile.ZipFile(other.bundle) as bundle:
        entries = bundle.infolist()
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {e.external_attr >> 16 for e in entries} == {0o100644}
    names = [e.filename for e in entries]
    assert names == sorted(names)
    assert archive_date({}) == (1980, 1, 1, 0, 0, 0)
    assert archive_date({"SOURCE_DATE_EPOCH": "1769846400"}) == (2026, 1, 31, 8, 0, 0)


@pytest.mark.parametrize("given", ["yesterday", "0", "-5", "315532799", "99999999999999999999"])
def test_an_unusable_date_is_refused(given: str) -> None:
    """E507, exit 2."""
    with pytest.raises(BuildFailed, match="E507"):
        archive_date({"SOURCE_DATE_EPOCH": given})


@pytest.mark.parametrize(
    ("given", "better"),
    [("https://example.org", "https://example.org/"), ("https://example.org/?a=1", "https://example.org/"),
     ("example.org/laws", "https://example.org/laws/"), ("ftp://example.org/", "ftp://example.org/")],
)  # fmt: skip
def test_an_address_of_the_site_that_cannot_be_used(given: str, better: str) -> None:
    """E508, exit 2, with the value to write."""
    with pytest.raises(BuildFailed) as caught:
        check_site_url(given, Path("mkdocs.yml"))
    assert caught.value.issues[0].code == "E508"
    assert caught.value.issues[0].hint == f"write {better}"
    assert check_site_url("https://example.org/laws/", Path("mkdocs.yml")) == "https://example.org/laws/"


def test_a_map_of_the_site_when_its_address_is_known(tmp_path: Path) -> None:
    """sitemap.xml names each page with its other script, but not 404.html; without an address there is none."""
    settings = _settings(tmp_path / "p", site_url="https://example.org/laws/")
    _build(settings)
    text = (settings.out / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/laws/zh-hant/xf/draft/art-1/</loc>" in text
    assert 'hreflang="zh-Hans" href="https://example.org/laws/zh-hans/xf/draft/art-1/"' in text
    assert "404" not in text
    assert not verify(settings.out)


@pytest.mark.parametrize("which", ["home", "link", "asset", "ledger"])
def test_any_changed_byte_is_noticed(built: Settings, which: str) -> None:
    """E541 names the file, in the folder and in the bundle."""
    name = {"home": "zh-hant/xf/draft/art-1/index.html", "link": "index.html", "asset": "assets/site.css",
            "ledger": "zh-hans/xf/draft/provenance/ledger.json"}[which]  # fmt: skip
    path = built.out / name
    data = bytearray(path.read_bytes())
    data[random.Random(which).randrange(len(data))] ^= 1
    path.write_bytes(data)
    assert [(i.code, i.path) for i in verify(built.out)] == [("E541", path.as_posix())]
    assert built.bundle
    changed = built.bundle.with_name("changed.zip")
    with zipfile.ZipFile(built.bundle) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, bytes(data) if entry.filename == name else old.read(entry))
    assert [i.code for i in verify(changed)] == ["E541"]


def test_missing_and_extra_files_are_noticed(built: Settings, tmp_path: Path) -> None:
    """E540, E542; E543 for a folder, a file or an archive that is no site."""
    (built.out / "assets/site.css").rename(built.out / "assets/other.css")
    assert [i.code for i in verify(built.out)] == ["E542", "E540"]
    (built.out / "SHA256SUMS").write_text("nothing\n", encoding="utf-8")
    assert [i.code for i in verify(built.out)] == ["E543"]
    assert [i.code for i in verify(tmp_path / "nowhere")] == ["E543"]
    assert [i.code for i in verify(built.config)] == ["E543"]
    assert built.bundle
    data = bytearray(built.bundle.read_bytes())
    data[40] ^= 0xFF
    built.bundle.write_bytes(data)
    assert verify(built.bundle)


def test_a_page_that_was_forged_with_its_checksum_is_noticed(built: Settings) -> None:
    """E529: whoever changes the text and SHA256SUMS too still has the ledger's SHA-256 of the source against him."""
    path = built.out / "zh-hant/xf/draft/art-1/index.html"
    old = path.read_bytes()
    new = old.replace("預防".encode(), "放任".encode())
    assert new != old
    path.write_bytes(new)
    sums = built.out / "SHA256SUMS"
    text = sums.read_text(encoding="ascii")
    sums.write_text(
        text.replace(hashlib.sha256(old).hexdigest(), hashlib.sha256(new).hexdigest()), encoding="ascii"
    )
    assert {i.code for i in verify(built.out)} == {"E529"}


def test_an_output_with_strange_files_is_refused(built: Settings) -> None:
    """E501, exit 2: nobody's files are deleted, and none of the site changes."""
    (built.out / "CNAME").write_text("example.org", encoding="utf-8")
    before = _digests(built.out)
    code, exit_code, message = _failure(built)
    assert (code, exit_code) == ("E501", 2)
    assert "1 file" in message
    assert _digests(built.out) == before
    assert not (built.config.parent / ".duizhao").exists()
    shutil.rmtree(built.out)
    built.out.mkdir()
    _build(built)
    assert not verify(built.out)


@pytest.mark.parametrize(
    "out", ["content", ".", "..", "content/site", "overrides", "/", "mkdocs.yml", "content/law.txt"]
)
def test_an_output_that_would_swallow_the_sources_is_refused(built: Settings, out: str) -> None:
    """E502 (or E501 for a file), exit 2, and the sources are there."""
    project = built.config.parent
    before = _digests(project)
    code, exit_code, _ = _failure(_settings(project, out=project / out, bundle=None))
    assert code in ("E501", "E502")
    assert exit_code == 2
    assert _digests(project) == before


@pytest.mark.parametrize("bundle", ["site/x.zip", "content/x.zip", "dist", "mkdocs.yml"])
def test_a_bundle_in_a_wrong_place_is_refused(built: Settings, bundle: str) -> None:
    """It may lie neither in the site nor in the sources, nor replace a folder or a source."""
    code, exit_code, _ = _failure(_settings(built.config.parent, bundle=built.config.parent / bundle))
    assert code in ("E501", "E502")
    assert exit_code == 2


def test_two_builds_at_once(built: Settings) -> None:
    """The second one is told who builds, exit 3; a lock that nobody holds stops nobody."""
    first = Publication(built)
    code, exit_code, message = _failure(built)
    assert (code, exit_code) == ("E503", 3)
    assert str(os.getpid()) in message
    first.close()
    stale = built.config.parent / ".duizhao" / "site"
    stale.mkdir(parents=True)
    (stale / "lock").write_text("1\n", encoding="ascii")
    _build(built)
    assert not verify(built.out)


def test_a_source_that_changes_meanwhile_stops_the_build(built: Settings) -> None:
    """E505: changed, added or taken away; the former site stays."""
    before = _digests(built.out)
    law = built.content / "law.txt"
    text = law.read_bytes()
    for change in (
        lambda: law.write_bytes(text + b"\n"),
        law.unlink,
        lambda: (built.overrides / "new.html").write_text("x"),
    ):
        publication = Publication(built)
        _write(publication)
        change()
        with pytest.raises(BuildFailed, match="E505"):
            publication.commit()
        publication.close()
        law.write_bytes(text)
        (built.overrides / "new.html").unlink(missing_ok=True)
    assert _digests(built.out) == before
    assert sorted(p.name for p in (built.config.parent / "dist").iterdir()) == ["x.zip"]


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    """E504, exit 3, with the system's reason."""
    settings = _settings(tmp_path / "p", bundle=None)
    (tmp_path / "p" / ".duizhao").write_text("a file where a folder should be", encoding="utf-8")
    code, exit_code, message = _failure(settings)
    assert (code, exit_code) == ("E504", 3)
    assert "write" in message


def test_if_the_swap_fails_the_bundle_goes_back(built: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Site and bundle stay a pair."""
    before = _digests(built.config.parent)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    publication = Publication(built)
    _write(publication, LAW_TEXT + "第三條 新\r\n")
    monkeypatch.setattr("build_tools.export.staging.swap", fail)
    with pytest.raises(BuildFailed, match="No space left"):
        publication.commit()
    assert _digests(built.config.parent) == before


def test_swapping_by_two_renames(built: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two names cannot be exchanged at one stroke; a build killed between the renames is mended by the next."""
    monkeypatch.setattr("build_tools.export.staging._exchange", lambda *_: False)
    _build(built, LAW_TEXT + "第三條 新\r\n")
    assert not verify(built.out)
    work = built.config.parent / ".duizhao" / "site"
    work.mkdir(parents=True)
    built.out.rename(work / "old")
    publication = Publication(built)
    assert not verify(built.out)
    publication.close()
    assert not verify(built.out)


def test_names_are_exchanged_at_one_stroke(tmp_path: Path) -> None:
    """On this system a reader never meets a moment without a site."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert _exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a" / "b").exists()
    swap(tmp_path / "a", tmp_path / "c", tmp_path / "old")
    assert (tmp_path / "c" / "b").exists()


def _build_on_and_on(settings: Settings, ready: Event) -> None:
    ready.set()
    for n in range(1000):
        _build(settings, LAW_TEXT + f"第{n}條 甲\r\n" * 20)


def test_a_killed_build_leaves_a_whole_site(built: Settings) -> None:
    """Kill -9 at twenty moments of builds that follow each other: what is published always verifies."""
    chance, processes = random.Random(7), multiprocessing.get_context("fork")
    for _ in range(20):
        ready = processes.Event()
        process = processes.Process(target=_build_on_and_on, args=(built, ready), daemon=True)
        process.start()
        assert ready.wait(30)
        time.sleep(chance.random() * 0.15)
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        assert not verify(built.out)
        assert built.bundle
        assert not verify(built.bundle)
    _build(built)
    assert not (built.config.parent / ".duizhao").exists()
    assert sorted(p.name for p in (built.config.parent / "dist").iterdir()) == ["x.zip"]


def test_what_stops_a_build() -> None:
    """Errors always, warnings when strict, notes never."""
    from build_tools.model.issue import Issue, Severity

    def one(severity: Severity) -> list[Issue]:
        return [Issue("X", severity, "", 0, 0, "")]

    assert stopping(one(Severity.ERROR), strict=False)
    assert stopping(one(Severity.WARNING), strict=True)
    assert not stopping(one(Severity.WARNING), strict=False)
    assert not stopping(one(Severity.NOTE), strict=True)


def test_paths_that_are_refused(built: Settings) -> None:
    """E511 a path twice or with other case, E512 a path too long or with strange characters; E510 no shell so deep."""
    publication = Publication(built)
    site = small_site()
    files = [
        ("a/x.js", b""),
        ("a/X.js", b""),
        ("a/意見.txt", b""),
        ("../up.txt", b""),
        ("x" * 101, b""),
        ("a/.hidden", b""),
    ]
    issues = publication.write(site, small_shells(), [], files)
    found = [(i.code, i.path) for i in issues if i.code in ("E511", "E512")]
    assert found == [("E511", "a/X.js"), *(("E512", name) for name, _ in files[2:])]
    shells = {key: shell for key, shell in small_shells().items() if key[1] < 4}
    with pytest.raises(BuildFailed, match="E510"):
        publication.write(site, shells, small_pages(site), [])
    publication.close()


def test_a_snapshot_knows_every_file(tmp_path: Path) -> None:
    """Files and folders, compiled modules left out."""
    (tmp_path / "a" / "__pycache__").mkdir(parents=True)
    (tmp_path / "a" / "__pycache__" / "x.pyc").touch()
    (tmp_path / "a" / "b.txt").write_text("1", encoding="utf-8")
    assert list(snapshot([tmp_path / "a", tmp_path / "a" / "b.txt", tmp_path / "none"])) == [
        (tmp_path / "a/b.txt").as_posix()
    ]
