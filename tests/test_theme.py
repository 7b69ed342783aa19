"""Of the theme's style sheets only what can match: what is kept is kept as it was, what is dropped matches nothing."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from build_tools.host.mkdocs.theme import (
    HOST_CLASSES,
    LEFTOVERS,
    named_by_content,
    stylesheets,
    trimmed_styles,
)
from build_tools.host.mkdocs.theme_styles import blocks, declarations, trimmed, words_of

ROOT = Path(__file__).parent.parent
TEMPLATES = Path(str(find_spec("material").submodule_search_locations[0])) / "templates"  # type: ignore[union-attr,index]
STYLES = {
    f"assets/stylesheets/{p.name}": p.read_text(encoding="utf-8")
    for p in (TEMPLATES / "assets/stylesheets").glob("*.css")
}


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{x:y}", ".a{x:y}"),
        (".gone{x:y}", ""),
        (".a .gone,.a>b,.gone{x:y}", ".a>b{x:y}"),
        (".a:is(.b,.gone) p,p{x:y}", "p{x:y}"),
        (".a:not(.gone){x:y}", ".a:not(.gone){x:y}"),
        ("[data-x=a] p{x:y}", "[data-x=a] p{x:y}"),
        ("@media print{.gone{x:y}.a{x:y}}", "@media print{.a{x:y}}"),
        ("@media print{@supports (x:y){.gone{x:y}}}", ""),
        ('@charset "UTF-8";.a{x:y}', '@charset "UTF-8";.a{x:y}'),
        (
            ':root{--read:1;--not:url("data:;{}");x:y}.a{x:var(--read)}',
            ":root{--read:1;x:y}.a{x:var(--read)}",
        ),
        (":root{--one:var(--two);--two:1}", ""),
        (".a{x:f(';')}/* .gone{ */.gone{}", ".a{x:f(';')}"),
        ("@keyframes k{0%{x:y}}.a{animation:k 1s}", "@keyframes k{0%{x:y}}.a{animation:k 1s}"),
        ("@keyframes k{0%{x:y}}.a{x:y}", ".a{x:y}"),
        (".a{}/*# sourceMappingURL=x.css.map */", ".a{}"),
    ],
)
def test_rules_that_stay(css: str, kept: str) -> None:
    """Classes a and b stand in a template."""
    assert trimmed(css, frozenset("ab")) == kept


def test_a_variable_that_a_sheet_beside_it_reads_stays() -> None:
    """The palette sets what the main sheet reads."""
    assert trimmed(":root{--x:1}", frozenset(), ["p{x:var(--x)}"]) == ":root{--x:1}"


def test_nothing_is_lost_in_parting() -> None:
    """Blocks joined give each sheet back; a declaration ends where it ends."""
    for css in STYLES.values():
        assert "".join(blocks(css)) == css
    assert list(declarations("a:url(x;y);b:';';c:d")) == ["a:url(x;y)", "b:';'", "c:d"]


def test_the_sheets_of_the_theme() -> None:
    """A fifth stays; rules of the page as it is stay, pictures for things we do not use go."""
    kept = trimmed_styles(STYLES, ROOT / "overrides")
    (main,) = (css for path, css in kept.items() if "/main." in path)
    assert len(main) < sum(map(len, STYLES.values())) / 4
    assert ".md-typeset" in main
    assert "md-search" not in main
    for css in kept.values():
        for head, _, _ in (b.partition("{") for b in blocks(css)):
            assert head.count("(") == head.count(")")
        assert css.count("{") == css.count("}")


def test_the_classes_of_the_hosts_page_are_known() -> None:
    """What remains of the theme's own page has no class but those that rules are kept for."""
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    base = re.sub(
        r"\{% block (\w+) %\}.*?\{% endblock %\}|\{% if [^%]*%\}.*?\{% endif %\}", "", base, flags=re.DOTALL
    )
    for pattern in LEFTOVERS:
        base = re.sub(pattern, "", base, flags=re.DOTALL)
    known = words_of(
        [*HOST_CLASSES, *(p.read_text(encoding="utf-8") for p in (ROOT / "overrides").rglob("*.html"))]
    )
    assert (
        not {c for classes in re.findall(r'class="([^"{]*)"', base) for c in classes.split()}
        - known
        - {"md-dialog__inner"}
    )


def test_names() -> None:
    """Ours and the theme's by content, vendored files under their own name; the theme's sheets come first."""
    assert (
        named_by_content("assets/stylesheets/main.57a0d79d.min.css", b"1")
        == "assets/stylesheets/main.6b86b273.css"
    )
    assert named_by_content("assets/vendor/lunr.js", b"1") == "assets/vendor/lunr.js"
    ours = [
        "assets/stylesheets/b.css",
        "assets/stylesheets/a.css",
        "assets/stylesheets/main.57a0d79d.min.css",
        "x.js",
    ]
    assert stylesheets(ours) == [ours[2], ours[1], ours[0]]
