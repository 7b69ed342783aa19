"""What we take of the Material theme, and what of it is left out; knows its files, not its host."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment

from build_tools.model.locale import LOCALES
from build_tools.render.marks import CLASSES
from build_tools.text.atomic import write_atomically

#: What the theme's page carries for scripts that we do not load: switches, overlay, empty boxes.
LEFTOVERS = (
    r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>',
    r'<input class="md-toggle" data-md-toggle="search"[^>]*>',
    r'<label class="md-overlay"[^>]*></label>',
    r'<div data-md-component="skip">.*?</div>',
    r'<div data-md-component="announce">.*?</div>',
    r'<div class="md-dialog" data-md-component="dialog">.*?</div>\s*</div>',
)
#: Classes of what remains of the theme's page around our blocks, and the one that our script puts in the place of the first.
HOST_CLASSES = ("no-js", "js", "md-container", "md-main", "md-main__inner", "md-grid")
#: Pages lie at most so many folders deep: zh-hant/{law}/{edition}/art-57/.
_DEEPEST = 4
#: Of the theme's own files these are used; its scripts, search workers and icons are not.
_USED = re.compile(r"assets/(?:stylesheets/(?:main|palette)\.\w+\.min\.css|images/favicon\.png)\Z")
_HASHED = re.compile(r"(assets/(?:javascripts|stylesheets)/[\w/-]+)(?:\.[\w.]+)?\.(js|css)\Z")
_STYLE = re.compile(r"assets/stylesheets/[^/]+\.css\Z")
_COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/|(?<!\S)//[^\n]*", re.DOTALL)
_CLASSES = {".html": re.compile(r'\bclass="([^"]*)"'), ".js": re.compile(r"""["'`]([^"'`\n]*)["'`]""")}
"""Where templates and scripts name classes: in this attribute, and in any string."""
_WORD = re.compile(r"[\w-]+")


def listing_assets_only(env: Environment, folders: Iterable[str]) -> Environment:
    """The same environment, which names only files below ``assets`` when it is asked for all templates.

    The host asks in order to find files to copy, and would walk over fourteen thousand icons that no page needs.
    """
    found = {
        file.relative_to(folder).as_posix()
        for folder in folders
        for file in (Path(folder) / "assets").rglob("*")
        if file.is_file()
    }
    env.list_templates = lambda *_args, **_options: sorted(found)  # type: ignore[method-assign]
    return env


def is_used(path: str) -> bool:
    """Is this file of the theme part of the site?"""
    return bool(_USED.match(path))


def is_style(path: str) -> bool:
    """Is it a style sheet?"""
    return bool(_STYLE.match(path))


def named_by_content(path: str, data: bytes) -> str:
    """The name of a script or style sheet in the site: a reader's browser never mixes an old script with a new page.

    >>> named_by_content("assets/javascripts/early.js", b"1")
    'assets/javascripts/early.6b86b273.js'
    """
    found = _HASHED.match(path)
    return f"{found[1]}.{sha256(data).hexdigest()[:8]}.{found[2]}" if found else path


def classes_of(overrides: Path) -> frozenset[str]:
    """Every class that a page may have; ``overrides`` holds our templates and scripts."""
    found = {*HOST_CLASSES, *CLASSES}
    for path in overrides.rglob("*"):
        if named := _CLASSES.get(path.suffix):
            text = _COMMENT.sub(" ", path.read_text(encoding="utf-8"))
            found |= {word for words in named.findall(text) for word in _WORD.findall(words)}
    return frozenset(found)


def trimmed_styles(theirs: Mapping[str, str], overrides: Path, cache: Path) -> dict[str, str]:
    """The theme's style sheets, by path, with what our pages can use of them; ``overrides`` holds our templates.

    The result is kept in the file ``cache``, since reading the sheets takes longer than writing a hundred pages.
    """
    files = [p for p in sorted(overrides.rglob("*")) if p.suffix in (".css", *_CLASSES)]
    program = [Path(__file__), Path(__file__).with_name("theme_styles.py")]
    key = sha256(
        repr((sorted(CLASSES), theirs, [p.read_bytes() for p in (*program, *files)])).encode()
    ).hexdigest()
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(cache.read_text(encoding="utf-8"))
        if kept["key"] == key:
            return dict(kept["sheets"])
    from build_tools.host.mkdocs.theme_styles import trimmed  # noqa: PLC0415 - a build that finds them kept does without

    classes = classes_of(overrides)
    ours = [p.read_text(encoding="utf-8") for p in files if p.suffix == ".css"]
    made = {
        path: trimmed(css, classes, [*ours, *(c for p, c in theirs.items() if p != path)])
        for path, css in theirs.items()
    }
    with suppress(OSError):
        cache.parent.mkdir(exist_ok=True)
        write_atomically(cache, json.dumps({"key": key, "sheets": made}).encode())
    return made


def stylesheets(paths: Iterable[str]) -> list[str]:
    """Those of the theme first, so that ours can say otherwise; then ours in order of name."""
    return sorted(filter(is_style, paths), key=lambda p: (not is_used(p), p))


def forms() -> list[tuple[str, int]]:
    """Language and depth of each shell; the root page is in the first language's."""
    return [(LOCALES[0].tag, 0), *((x.tag, depth) for x in LOCALES for depth in range(1, _DEEPEST + 1))]
