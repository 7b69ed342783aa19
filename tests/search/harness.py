"""A few pages with the site's scripts, styles and search box, but without the build: for a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import material
from jinja2 import Environment, FileSystemLoader

from build_tools.export.search_interface import interface_files
from build_tools.host.mkdocs.scripts import published
from build_tools.model.directory import LawDirectory
from build_tools.model.export import ExportInputs
from build_tools.model.locale import LOCALES, Localized
from build_tools.model.site import Site
from build_tools.model.variant import Script
from build_tools.pages.messages import catalogue
from build_tools.pages.registry import documents
from build_tools.pages.site_kinds.search import search_view
from build_tools.search.files import search_files
from tests.conftest import ROOT
from tests.search.small_site import edition_of, feedback_of, law_record, site_of

SCRIPTS = (
    "provision",
    "view-control",
    "palette",
    "drawer",
    "keys",
    "follow",
    "jump",
    "copy",
    "filter",
    "marks",
    "search",
)
FIRST = """第一條 為了防治網絡犯罪，制定本法。
第二條 應當登記使用范圍，不得擾亂實名制：
（一）使用VPN；
（二）其他行為。
第三條 依照前條辦理。
"""
OPINION = "第二条：“范围”不清，属于组网/VPN类技术。\n"
_PAGE = """<!doctype html>
<html lang="{{ lang }}" class="no-js" data-base="{{ base }}" data-tree="{{ tree }}" data-first="{{ first }}" {% if law %} data-law="{{ law }}" data-edition="draft"{% endif %} data-search-words="{{ words_file }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{{ page }}</title>
<link rel="icon" href="data:,">{% for sheet in ("base", "search", "search-page") %}<link rel="stylesheet" href="{{ base }}assets/stylesheets/{{ sheet }}.css">{% endfor %}
{% if before %}<link rel="prev" href="../{{ before }}/{{ index }}">{% endif %}
{% if after %}<link rel="next" href="../{{ after }}/{{ index }}">{% endif %}
<script src="{{ base }}assets/javascripts/early.js"></script>
{% for name in scripts %}<script defer src="{{ base }}assets/javascripts/{{ name }}.js"></script>
{% endfor %}
<link rel="stylesheet" href="{{ base }}harness.css"></head>
<body data-md-color-scheme="default">
<header class="md-header">{% include "law/parts/search.html" %}
<a data-locale-switch href="{{ other }}" lang="{{ other_lang }}">{{ t("shell.switch") }}</a>
<button type="button" data-palette-toggle aria-pressed="false" aria-label="{{ t('shell.palette') }}">◐</button>
<a data-drawer-toggle href="#site-nav" aria-label="{{ t('shell.contents') }}">≡</a></header>
{% if v %}<main class="md-typeset">{% include "law/search.html" %}</main>
<script src="{{ base }}assets/javascripts/search-page.js" defer></script></body></html>{% else %}<main><div id="site-nav"><a href="../art-1/{{ index }}">{{ page }}</a></div>
<div id="content"><h1>{{ page }}</h1>
<div role="group" aria-label="{{ t('controls.view.label') }}" data-view-control hidden>{% for view in ("both", "hant", "hans") %}<button type="button" data-view-choice="{{ view }}" aria-pressed="false">{{ t("controls.view." ~ view) }}</button>{% endfor %}</div>
<button type="button" data-copy="《某法》第二條，{url}" data-fragment="p1" data-copied="{{ t('controls.copy.copied') }}" data-failed="{{ t('controls.copy.failed') }}" hidden>{{ t("controls.copy.citation") }}</button>
<p role="status" data-copy-status></p>
<form data-jump="../" data-articles="art-1..art-3" data-unknown="{{ t('controls.jump.unknown') }}" data-unreadable="{{ t('controls.jump.unreadable') }}" hidden><label>{{ t("controls.jump.label") }} <input name="jump"></label><button>{{ t("controls.jump.go") }}</button><span role="status" data-jump-status></span></form>
{% for line in lines %}<div class="row" id="{{ line.at }}"><p lang="zh-Hant" data-script="hant">{{ line.hant }}</p><p lang="zh-Hans" data-script="hans">{{ line.hans }}</p></div>
{% endfor %}
<p data-filter><a href="#all">{{ t("search.kind.law") }}</a> <a href="#of-1">1</a> <a href="#of-2">2</a></p>
<table id="all"><tbody id="of-1"><tr id="row-1"><td>甲</td></tr></tbody><tbody id="of-2"><tr id="row-2"><td>乙</td></tr></tbody></table>
<div class="wide" tabindex="0"><div class="wider">⋯</div></div>
</div></main></body></html>{% endif %}
"""
_CSS = """html { overflow-anchor: none }
html[data-view=hant] [data-script=hans], html[data-view=hans] [data-script=hant] { display: none }
html[data-drawer=closed] #site-nav { display: none }
body { padding-bottom: 100vh } .row p { min-height: 30vh } .wide { width: 8rem; overflow-x: auto } .wider { width: 30rem }
"""


def harness_site(more: int = 0) -> Site:
    """Two laws, one with an opinion; and ``more``, which all write 實名."""
    one = edition_of(FIRST, Script.HANT, feedback=(feedback_of(OPINION, Script.HANS),))
    two = edition_of("第一条 另一部法律也说范围。\n第二条 其他。\n", Script.HANS, law="zother")
    others = [
        law_record(
            edition_of(f"第一条 第{n}部也说实名。\n", Script.HANS, law=f"zz{n}"),
            slug=f"zz{n}",
            title=Localized(f"第{n}法", f"第{n}法"),
        )
        for n in range(more)
    ]
    return site_of(
        law_record(one, title=Localized("網絡法", "网络法")),
        law_record(two, slug="zother", title=Localized("另法", "另法")),
        *others,
    )


def search_data(site: Site) -> dict[str, bytes]:
    """The search files of a site by path, in their order."""
    return {file.path: file.data for file in search_files(ExportInputs(site, LawDirectory()))}


def write_search_files(site: Site, folder: Path) -> None:
    """Put them below a folder."""
    for path, data in search_data(site).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def write_harness(folder: Path, *, disk: bool, more: int = 0, most: int = 0) -> None:
    """Write pages, scripts, styles and search files; ``disk`` names each index.html, as the offline bundle does.

    ``more`` adds so many laws, and only ``most`` of all are opened without being asked for.
    """
    shutil.copytree(ROOT / "overrides" / "assets", folder / "assets")
    shutil.rmtree(folder / "assets" / "javascripts")
    for path, data in published(ROOT / "overrides").items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    site = harness_site(more)
    write_search_files(site, folder)
    (folder / "harness.css").write_text(_CSS, encoding="utf-8")
    templates = Path(material.__file__).parent / "templates"
    environment = Environment(loader=FileSystemLoader([ROOT / "overrides", templates]), autoescape=True)
    environment.filters["asset"] = lambda name: name
    template = environment.from_string(_PAGE)
    opened = ("data-search-open", f'data-search-open data-most-laws="{most}"' if most else "data-search-open")
    files = {
        f.tree: f for f in interface_files(ExportInputs(site, LawDirectory(), templates=ROOT / "overrides"))
    }
    for file in files.values():
        (folder / file.path).write_bytes(file.data)
    for locale, other in (LOCALES, LOCALES[::-1]):
        same = {
            "lang": locale.lang, "tree": locale.tag, "first": locale.script.value, "other_lang": other.lang,
            "t": catalogue(locale), "scripts": SCRIPTS, "words_file": files[locale.tag].path,
        }  # fmt: skip
        results = folder / locale.tag / "search" / "index.html"
        results.parent.mkdir(parents=True)
        results.write_text(
            template.render(same, base="../../", page="search", v=search_view(site, locale, ())).replace(
                *opened
            ),
            encoding="utf-8",
        )
        for law in site.laws:
            slug, index = law.manifest.slug, "index.html" if disk else ""
            found = tuple(documents(law, law.editions[0]))
            pages = [d.page for d in found if d.kind == "provision"]
            for number, page in enumerate(pages):
                lines = [line for d in found if d.page == page for line in d.lines if line.at]
                html = template.render(
                    same, base="../../../../", law=slug, page=page, index=index,
                    before=pages[number - 1] if number else "", after=(*pages, "")[number + 1],
                    other=f"../../../../{other.tag}/{slug}/draft/{page}/{index}",
                    lines=[
                        {"at": x.at, "hant": x.texts.other if x.texts.hans else x.texts.written,
                         "hans": x.texts.written if x.texts.hans else x.texts.other}
                        for x in lines
                    ],
                )  # fmt: skip
                target = folder / locale.tag / slug / "draft" / page / "index.html"
                target.parent.mkdir(parents=True)
                target.write_text(html.replace(*opened), encoding="utf-8")
