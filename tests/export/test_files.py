"""Files beside the pages: the ledger, the sources as received, the bundle's links."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from build_tools.export.ledger import ledger_files
from build_tools.export.offline import Bundle, offline_page
from build_tools.model.directory import LawDirectory
from build_tools.model.export import ExportInputs
from tests.checks.small_site import LAW_TEXT, OPINION, small_site


def test_the_ledger_of_an_edition() -> None:
    """All sources of the edition: spans that cover the file, marks of the display form, what the file has there."""
    files = {file.path: file.data for file in ledger_files(ExportInputs(small_site(), LawDirectory()))}
    assert set(files) == {
        f"{locale}/xf/draft/provenance/{name}" for locale in ("zh-hant", "zh-hans") for name in ("ledger.json", "draft.txt", "li.txt")
    }  # fmt: skip
    rows = json.loads(files["zh-hans/xf/draft/provenance/ledger.json"])
    assert (
        files["zh-hans/xf/draft/provenance/ledger.json"] == files["zh-hant/xf/draft/provenance/ledger.json"]
    )
    assert [row["source"] for row in rows] == ["xf/draft", "xf/li"]
    for row, text in zip(rows, (LAW_TEXT, OPINION), strict=True):
        at = 0
        for span in row["spans"]:
            assert span["start"] == at
            at = span["end"]
            if span["class"] == "separator":
                assert span["text"] == text[span["start"] : at]
            else:
                assert "text" not in span
        assert at == len(text)
        for (offset, shown), received in zip(row["display"], row["received"], strict=True):
            assert text[offset] == received != shown
    assert files["zh-hant/xf/draft/provenance/draft.txt"].decode() == LAW_TEXT


@pytest.mark.parametrize(
    ("online", "offline"),
    [
        ("../art-5/", "../art-5/index.html"),
        ("../art-5/#p2-i3", "../art-5/index.html#p2-i3"),
        ("./", "./index.html"),
        ("../", "../index.html"),
        ("#p2", "#p2"),
        ("ledger.json", "ledger.json"),
        ("../../assets/site.css", "../../assets/site.css"),
        ("https://example.org/", "https://example.org/"),
        ("https://example.org/a/#b", "https://example.org/a/#b"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_links_in_the_bundle(online: str, offline: str) -> None:
    """A link to a folder names its index.html, as no server is there to do it; others stay."""
    html = '<a class="x" href="{}" title="y">甲/</a><p>他寫 href="../x/" 。</p><b>'
    page = offline_page(html.format(online))
    assert page.startswith(f'<a class="x" href="{offline}" title="y">甲/</a>')
    assert ' href="../x/" ' in page


def test_pages_put_together_from_pieces(tmp_path: Path) -> None:
    """Each page of the archive is its pieces in order, for any reader of zip files, whatever was packed before."""
    shell, nav = ('<p class="x">甲乙丙</p>\n' * 300, True), ('<a href="../b/">丁</a>' * 50, True)
    pages = {
        "a/index.html": [shell, ("<h1>甲乙丙甲乙丙</h1>", False), nav, ("", False), shell],
        "b/index.html": [shell, ('<b href="../a/#x">' + "戊" * 70_000, False), nav, ("己", False)],
        "c/index.html": [("", False)],
        "d/index.html": [nav, nav],
    }
    bundle = Bundle(tmp_path / "x.zip", (1980, 1, 1, 0, 0, 0))
    bundle.add("assets/x.js", b"1" * 1000)
    for path, pieces in pages.items():
        bundle.add_page(path, pieces)
    bundle.finish()
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None
        for path, pieces in pages.items():
            assert archive.read(path).decode() == offline_page("".join(html for html, _ in pieces))
        assert archive.getinfo("a/index.html").compress_size < 1000
    done = subprocess.run(
        ["python3", "-m", "zipfile", "-t", "x.zip"], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    if shutil.which("unzip"):
        assert (
            subprocess.run(
                ["unzip", "-tq", "x.zip"], cwd=tmp_path, capture_output=True, check=False
            ).returncode
            == 0
        )


def test_the_missing_page_in_the_bundle() -> None:
    """Its links begin at the root of the site, which in the bundle is its own folder."""
    html = '<html data-base="/laws/"><link href="/laws/assets/a.css"><a href="/laws/zh-hant/">x</a>'
    expected = '<html data-base="./"><link href="./assets/a.css"><a href="./zh-hant/index.html">x</a>'
    assert offline_page(html, at_any_depth=True) == expected


def test_every_code_is_described() -> None:
    """Codes of this stage are unique, and the documentation tells what to do about each."""
    from build_tools.model.codes import codes

    own = [c for c in codes().values() if c.stage == "site"]

    assert len({c.code for c in own}) == len({c.name for c in own}) == len(own)
    assert all(c.code[0] in "EWN" and "500" <= c.code[1:] <= "599" and c.meaning and c.remedy for c in own)
    documentation = Path(__file__).parents[2] / "docs" / "errors.md"
    if documentation.exists():
        text = documentation.read_text(encoding="utf-8")
        assert not [c.code for c in own if c.code not in text]
