"""What the eye needs: where the keyboard is, text that stays where it is and stands out, a way back from a wrong address."""

from __future__ import annotations

import functools
import http.server
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import EDITION, LAW, Built
from tests.serve_folder import Quiet

pytestmark = [pytest.mark.site, pytest.mark.browser]
ARTICLE = f"zh-hant/{LAW}/{EDITION}/art-12/"
#: Contrast of an element's text, or of its outline, with what it stands on; opacity counts.
CONTRAST = """
(e, outline) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const paint = (color, under) => {
    canvas.fillStyle = `rgb(${under})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b };
  const chain = []; for (let p = outline ? e.parentElement : e; p; p = p.parentElement) chain.unshift(p);
  let ground = [255, 255, 255], opacity = 1;
  for (const p of chain) { ground = paint(getComputedStyle(p).backgroundColor, ground); opacity *= getComputedStyle(p).opacity }
  const style = getComputedStyle(e);
  canvas.globalAlpha = opacity;
  const ink = paint(outline ? style.outlineColor : style.color, ground);
  const [a, b] = [light(ink), light(ground)].sort((x, y) => y - x);
  return (a + .05) / (b + .05);
}
"""


@pytest.fixture(params=["default", "slate"])
def coloured(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page in one palette."""
    page.add_init_script(
        f"try {{ localStorage.setItem('duizhao.palette', '{request.param}') }} catch (e) {{}}"
    )
    return page


def _focused(page: Page) -> tuple[str, str, float, float]:
    """What has the focus, and the style, width and contrast of its outline."""
    return page.evaluate(
        f"""() => {{ const e = document.activeElement, style = getComputedStyle(e);
        return [e.outerHTML.slice(0, 120), style.outlineStyle, parseFloat(style.outlineWidth), ({CONTRAST})(e, true)] }}"""
    )


def _seen(outline: tuple[str, str, float, float]) -> bool:
    return outline[1] == "solid" and outline[2] >= 2 and outline[3] >= 3


def test_the_keyboard_is_seen_wherever_it_is(coloured: Page, address: str) -> None:
    """Each element that Tab reaches has an outline of 2 px and 3:1: bar, navigation, tools, text; in the search box too."""
    coloured.set_viewport_size({"width": 900, "height": 900})
    coloured.goto(address + ARTICLE)
    reached = set()
    for _ in range(40):
        coloured.keyboard.press("Tab")
        outline = _focused(coloured)
        if outline[0].startswith("<body"):
            break
        assert _seen(outline), outline
        reached.add(outline[0])
    for part in (
        "skip-link",
        "site-home",
        "search-open",
        "site-locale",
        "site-palette",
        "site-drawer",
        "data-view-choice",
        "<summary",
        "data-copy",
    ):
        assert any(part in html for html in reached), part
    coloured.keyboard.press("/")
    coloured.keyboard.type("實名")
    expect(coloured.locator("[data-search-results] a").first).to_be_visible()
    for _ in range(5):
        assert _seen(_focused(coloured)), _focused(coloured)
        coloured.keyboard.press("Tab")


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_scripts_arrive(page: Page, address: str, width: int) -> None:
    """All scripts but the first come only after the page was painted: layout shift stays below .1 on each kind of page."""
    held: list[Route] = []
    page.route(
        "**/*.js", lambda route: route.continue_() if "early" in route.request.url else held.append(route)
    )
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(
        """window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries().map(
            e => [e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 90))])))
        .observe({ type: "layout-shift", buffered: true })"""
    )
    for name in ("art-12/", "art-35/", "art-57/", "ch-2/", "opinions/", ""):
        held.clear()
        page.goto(f"{address}zh-hant/{LAW}/{EDITION}/{name}", wait_until="commit")
        page.evaluate(
            """() => new Promise(done => new PerformanceObserver(list =>
            list.getEntriesByName("first-contentful-paint").forEach(done)).observe({ type: "paint", buffered: true }))"""
        )
        assert page.locator("html.js").count() == 1
        expect(page.locator("footer")).to_be_attached()
        if name:
            assert page.locator("[data-view-control][hidden]").count() == 1
            assert not page.locator("[data-view-control]").is_visible()
            assert page.locator("#site-nav").is_visible() is (
                width == 1280
            )  # painted before the text has come
        for route in held:
            route.continue_()
        page.wait_for_load_state("load")
        if name:
            expect(page.locator("[data-view-control]")).to_be_visible()
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        shifts = page.evaluate("window.shifts")
        assert sum(shift[0] for shift in shifts) < 0.1, (name, shifts)


def test_the_navigation_of_a_phone_without_its_script(page: Page, address: str) -> None:
    """Where the drawer's script is lost on the way, its link leads to the navigation."""
    page.route("**/drawer*.js", lambda route: route.abort())
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{address}zh-hant/{LAW}/{EDITION}/art-12/")
    expect(page.locator("#site-nav")).to_be_hidden()
    page.locator("[data-drawer-toggle]").click()
    expect(page.locator("#site-nav")).to_be_visible()


def test_without_scripts_no_control_is_shown(browser: Browser, address: str) -> None:
    """What only scripts make work takes no room."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    for name in ("art-12/", ""):
        page.goto(f"{address}zh-hant/{LAW}/{EDITION}/{name}")
        hidden = page.locator("[hidden]")
        assert hidden.count() >= 4
        for i in range(hidden.count()):
            assert hidden.nth(i).bounding_box() is None
    context.close()


def test_found_words_and_signs_can_be_read(coloured: Page, address: str) -> None:
    """At least 4.5:1 for found words in the text, in its links and in the results, and for the sign of a paragraph."""
    coloured.goto(f"{address}zh-hant/{LAW}/{EDITION}/notice/?h=徵求&h=意見")
    expect(coloured.locator("#content mark.is-found").first).to_be_visible()
    _contrasts(coloured, "mark.is-found", "#content .lab")
    coloured.goto(f"{address}{ARTICLE}?h=第&h=條&h=規定")
    expect(coloured.locator("#content a mark.is-found").first).to_be_visible()
    _contrasts(coloured, "mark.is-found", "#content .lab")
    coloured.goto(f"{address}{ARTICLE}?q=網絡")
    expect(coloured.locator("[data-search-results] mark").first).to_be_visible()
    _contrasts(
        coloured, "[data-search-results] mark", "[data-search-results] small", "[data-search-results] .hit-go"
    )
    coloured.keyboard.press("ArrowDown")
    expect(coloured.locator("[data-search-results] [aria-selected=true] mark").first).to_be_visible()
    _contrasts(
        coloured,
        "[aria-selected=true] mark",
        "[aria-selected=true] .hit-beside",
        "[aria-selected=true] .hit-go",
    )


def _contrasts(page: Page, *selectors: str) -> None:
    for selector in selectors:
        found = page.locator(selector).evaluate_all(
            f"all => all.map(e => [({CONTRAST})(e, false), e.outerHTML.slice(0, 160)])"
        )
        assert found, selector
        assert not [f for f in found if f[0] < 4.5], sorted(found)[:3]


class _Host(Quiet):
    """A host that shows the site's 404.html for whatever is not there, as hosts of static sites do."""

    site: Path

    def send_error(self, *_: object) -> None:
        page = (self.site / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(params=["", "laws/"])
def host(request: pytest.FixtureRequest, built: Built, tmp_path: Path) -> Iterator[str]:
    """Where the site stands on such a host: at its root, or below a path."""
    if request.param:
        (tmp_path / "laws").symlink_to(built.site)
    folder = tmp_path if request.param else built.site
    kind = type("Host", (_Host,), {"site": built.site})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{request.param}"
    server.shutdown()


@pytest.mark.parametrize("missing", ["nosuch", f"zh-hant/{LAW}/{EDITION}/art-99/", "a/b/c/d/e/f/"])
def test_a_wrong_address_leads_back(page: Page, host: str, missing: str) -> None:
    """At any depth and below any path 404.html is styled, its scripts run, and its links lead to the front pages."""
    page.goto(host + missing)
    expect(page.locator("[data-palette-toggle]")).to_be_visible()
    assert (
        page.locator(".md-header").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(36, 50, 74)"
    )
    expect(page.locator("html")).to_have_class("js")
    assert page.locator(".choose a").evaluate_all("all => all.map(a => a.href)") == [
        f"{host}zh-hant/",
        f"{host}zh-hans/",
    ]
    page.keyboard.press("/")
    page.keyboard.type("實名")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".choose a").nth(1).click()
    expect(page.locator("h1")).to_have_text("法律对照")
    assert page.url == f"{host}zh-hans/"


def test_the_missing_page_of_the_bundle(page: Page, built: Built, tmp_path: Path) -> None:
    """Opened from a disk it is styled and leads to the front pages."""
    with zipfile.ZipFile(built.bundle) as bundle:
        bundle.extractall(tmp_path)
    page.goto((tmp_path / "404.html").as_uri())
    expect(page.locator("[data-palette-toggle]")).to_be_visible()
    page.locator(".choose a").nth(0).click()
    expect(page.locator("h1")).to_have_text("法律對照")
    assert page.url == (tmp_path / "zh-hant" / "index.html").as_uri()
