"""Of the theme's style sheets only what can match: what is kept is kept as it was, what is dropped matches nothing."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
import tinycss2

from build_tools.host.mkdocs.theme import (
    LEFTOVERS,
    classes_of,
    named_by_content,
    stylesheets,
    trimmed_styles,
)
from build_tools.host.mkdocs.theme_styles import trimmed
from tests.conftest import Built

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
        (".a:is(.b,.gone) p,p{x:y}", ".a:is(.b,.gone) p,p{x:y}"),
        (".a:is(.gone,.c .b) p,:where(.gone)>p,p{x:y}", "p{x:y}"),
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
        (".a{x:f(';')}/* .gone{ */.gone{}", '.a{x:f(";")}'),
        (".a{--not:1;*zoom:1;x:y!important;}", ".a{*zoom:1;x:y!important}"),
        (".a{}@media print{.b{}}", ""),
        ("@keyframes k{0%{x:y}}.a{animation:k 1s}", "@keyframes k{0%{x:y}}.a{animation:k 1s}"),
        ("@keyframes k{0%{x:y}}.a{x:y}", ".a{x:y}"),
        (".a{x:y}/*# sourceMappingURL=x.css.map */", ".a{x:y}"),
    ],
)
def test_rules_that_stay(css: str, kept: str) -> None:
    """Classes a and b stand in a template."""
    assert trimmed(css, frozenset("ab")) == kept


def test_a_variable_that_a_sheet_beside_it_reads_stays() -> None:
    """The palette sets what the main sheet reads."""
    assert trimmed(":root{--x:1}", frozenset(), ["p{x:var(--x)}"]) == ":root{--x:1}"


def test_nothing_is_lost_where_all_is_used() -> None:
    """Of a sheet whose classes, variables and animations are all in use, each rule is written as it was read."""
    for css in STYLES.values():
        classes = frozenset(re.findall(r"\.([A-Za-z_][\w-]*)", css))
        kept = trimmed(css, classes, [css, *(f"var({name})" for name in re.findall(r"--[\w-]+", css))])
        plain = tinycss2.serialize(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
        assert kept == plain.replace(";}", "}")


def test_the_sheets_of_the_theme(tmp_path: Path) -> None:
    """A fifth stays; rules of the page as it is stay, pictures for things we do not use go; the second time from the cache."""
    kept = trimmed_styles(STYLES, ROOT / "overrides", tmp_path / "new" / "styles.json")
    (main,) = (css for path, css in kept.items() if "/main." in path)
    assert len(main) < sum(map(len, STYLES.values())) / 4
    assert ".md-typeset" in main
    assert "md-search" not in main
    for css in kept.values():
        assert not [r for r in tinycss2.parse_stylesheet(css) if r.type == "error"]
    assert trimmed_styles(STYLES, ROOT / "overrides", tmp_path / "new" / "styles.json") == kept
    for broken in ('{"x": "', "{}", "[]", '"key"'):
        (tmp_path / "new" / "styles.json").write_text(broken, encoding="utf-8")
        assert trimmed_styles(STYLES, ROOT / "overrides", tmp_path / "new" / "styles.json") == kept
    assert trimmed_styles({"x.css": ".gone{x:y}"}, ROOT / "overrides", tmp_path / "new" / "styles.json") == {
        "x.css": ""
    }


def test_where_classes_are_named(tmp_path: Path) -> None:
    """In the attribute of a template and in strings of a script; what a comment says keeps no rule."""
    (tmp_path / "x.html").write_text(
        """{#- class="gone-1" -#}<p class="a{% if b == 'c' %} d{% endif %} e--{{ f }}" id="gone-2">gone-3</p>""",
        encoding="utf-8",
    )
    (tmp_path / "x.js").write_text(
        """// "gone-4"\n/* "gone-5" */ x.classList.add("g", 'h'); // `gone-6`\nconst gone = `i ${gone}`;""",
        encoding="utf-8",
    )
    classes = classes_of(tmp_path)
    assert classes >= {"a", "d", "g", "h", "i", "no-js", "quoted"}
    assert not [c for c in classes if c.startswith("gone-")]


@pytest.mark.site
def test_no_rule_of_the_theme_is_missed(built: Built) -> None:
    """Whatever class a built page has, from a template or from data: if the theme has a rule for it, that is kept."""
    styled = {c for css in STYLES.values() for c in re.findall(r"\.([A-Za-z_][\w-]*)", css)}
    used = {
        c
        for path in built.site.rglob("*.html")
        for value in re.findall(r'\bclass="([^"]*)"', path.read_text(encoding="utf-8"))
        for c in value.split()
    }
    assert len(used) > 100
    assert not (used & styled) - classes_of(ROOT / "overrides")


def test_the_classes_of_the_hosts_page_are_known() -> None:
    """What remains of the theme's own page has no class but those that rules are kept for."""
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    base = re.sub(
        r"\{% block (\w+) %\}.*?\{% endblock %\}|\{% if [^%]*%\}.*?\{% endif %\}", "", base, flags=re.DOTALL
    )
    for pattern in LEFTOVERS:
        base = re.sub(pattern, "", base, flags=re.DOTALL)
    named = {c for classes in re.findall(r'class="([^"{]*)"', base) for c in classes.split()}
    assert not named - classes_of(ROOT / "overrides") - {"md-dialog__inner"}


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
