"""One built site per run, one browser, one web server on this machine."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
LAW = "wangluo-fanzui-fangzhi"
EDITION = "draft-2026-01-31"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--font-render-hinting=none"]  # fmt: skip


@dataclass(frozen=True)
class Built:
    """The site of this repository's content, built once."""

    project: Path
    site: Path
    bundle: Path
    output: str

    def page(self, path: str) -> str:
        """HTML of a page by its path from the site's root."""
        target = self.site / path
        return (target / "index.html" if path.endswith("/") or not path else target).read_text(
            encoding="utf-8"
        )


def copy_project(folder: Path) -> Path:
    """What a build reads, in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("overrides", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def duizhao(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "build_tools.cli", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """`duizhao build --strict` of the repository's content, once for all workers of a run."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    project, told = folder / "project", folder / "project.told"
    with (folder / "project.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            done = duizhao(copy_project(project), "build", "--strict")
            assert done.returncode == 0, done.stdout + done.stderr
            told.write_text(done.stdout + done.stderr, encoding="utf-8")
    bundle = project / "dist" / "duizhao-offline.zip"
    return Built(project, project / "site", bundle, told.read_text(encoding="utf-8"))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Where a built site is served, with a trailing slash, under the strictest policy that it promises to work under."""
    command = [sys.executable, str(ROOT / "tests" / "serve_folder.py"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/"
        server.terminate()


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the built site is served, with a trailing slash."""
    with served(built.site) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a head."""
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield instance
        instance.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh window, 1280 px wide, that fails the test on a script error or a request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-TW")
    window = context.new_page()
    faults: list[str] = []
    window.on("pageerror", lambda error: faults.append(f"script: {error}"))
    window.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1", "file:", "data:", "blob:"))
            else faults.append(request.url)
        ),
    )
    window.on(
        "console", lambda message: faults.append(message.text) if "Content Security" in message.text else None
    )
    yield window
    context.close()
    assert not faults, faults


def settle(page: Page) -> None:
    """Let the page do what its events have set off, to see that nothing comes of it."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )
