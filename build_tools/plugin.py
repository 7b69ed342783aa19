"""MkDocs as host: the only file that knows it. It lends its theme, its server and its command line."""

from __future__ import annotations

import logging
import os
import re
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Literal

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as host_build
from mkdocs.commands.serve import serve as host_serve
from mkdocs.config import config_options as options
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.site import Site
from build_tools.pipeline import load_site
from build_tools.publish import BuildFailed, Publication, snapshot, stopping
from build_tools.render.pages import render_pages
from build_tools.render.shell import LANGUAGES, Shell, SlotError, slot
from build_tools.search.files import search_files
from build_tools.settings import MESSAGES, Settings, archive_date, check_site_url
from build_tools.variants.convert import character_pairs
from build_tools.views.messages import catalogue
from build_tools.views.urls import LOCALES

log = logging.getLogger("mkdocs.plugins.duizhao")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}
_DEEPEST = 4
_THEME_LANGUAGES = {"zh-hant": "zh-Hant", "zh-hans": "zh"}
#: Of the theme's own files these are used; its scripts, search workers and icons are not.
_THEME_FILES = re.compile(r"assets/(?:stylesheets/(?:main|palette)\.\w+\.min\.css|images/favicon\.png)\Z")
_HASHED = re.compile(r"assets/(javascripts|stylesheets)/[^/]+\.(js|css)\Z")
#: What the theme's page carries for scripts that we do not load: switches, overlay, empty boxes.
_LEFTOVERS = (
    r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>',
    r'<input class="md-toggle" data-md-toggle="search"[^>]*>',
    r'<label class="md-overlay"[^>]*></label>',
    r'<div data-md-component="skip">.*?</div>',
    r'<div data-md-component="announce">.*?</div>',
    r'<div class="md-dialog" data-md-component="dialog">.*?</div>\s*</div>',
)


class Options(Config):
    """Keys below ``duizhao`` in mkdocs.yml."""

    bundle = options.Type(str, default="")
    """Where the offline bundle is written, from mkdocs.yml; "" for none."""


class DuizhaoPlugin(BasePlugin[Options]):
    """A build in the host's order: sources, files, shells, then all pages at once."""

    def __init__(self) -> None:
        """Remembers between builds of one server what need not be made anew."""
        self.found: list[Issue] = []
        self.failed: BuildFailed | None = None
        self.progress: Callable[[str], None] = lambda _step: None
        self.report: Callable[[Issue], None] = _log
        self.bundle: Path | Literal[False] | None = False
        self._serving = False
        self._settings: Settings
        self._publication: Publication | None = None
        self._kept: tuple[dict[str, str], Site] | None = None
        self._site: Site
        self._shells: dict[tuple[str, int], Shell] = {}
        self._assets: dict[str, str] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - the host's signature
        """Having this hook makes the host keep the plugin from one build of the server to the next."""
        self._serving = command == "serve"

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the sources; let the host write beside the site instead of over it."""
        self.found, self.failed = [], None
        with self._failing():
            self._settings = self._read_settings(config)
            work = Path(config.site_dir + ".building") if self._serving else None
            self._publication = Publication(self._settings, work)
            config.site_dir = str(self._publication.tree)
            self._site = self._load()
        config.theme.static_templates.discard("sitemap.xml")  # ours has no dates in it
        return config

    @event_priority(-100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Ours and the theme's assets that are used, and one empty page for each shell."""
        kept = []
        self._assets = {}
        for file in files:
            if file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/"):
                kept.append(self._named_by_content(file))
            elif file.src_dir != config.docs_dir and _THEME_FILES.match(file.src_uri):
                kept.append(file)
        self._assets |= {f.src_uri: f.dest_uri for f in kept}
        for locale, depth in _forms():
            name = "index.md" if not depth else f"{locale}/" + "-/" * (depth - 1) + "index.md"
            kept.append(File.generated(config, name, content=""))
        return Files(kept)

    def on_page_context(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Words and slots for the shell of one language and depth."""
        locale = page.file.src_uri.partition("/")[0]
        return self._context(context, config, locale if locale in LOCALES else LOCALES[0])

    def on_template_context(
        self, context: TemplateContext, *, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """The same for 404.html."""
        return self._context(context, config, LOCALES[0])

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Keep the shell; nothing is written."""
        locale = page.file.src_uri.partition("/")[0]
        depth = page.url.count("/") if locale in LOCALES else 0
        self._keep_shell(output, locale if depth else LOCALES[0], depth, "../" * depth or "./", config)
        return ""

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep the shell of 404.html, whose addresses begin at the site's root; nothing is written."""
        if template_name == "404.html":
            self._keep_shell(output_content, LOCALES[0], -1, self._settings.root, config)
        return ""

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write all pages, check them, and only then put the new site in the place of the former."""
        with self._failing():
            assert self._publication
            pages = render_pages(self._site, self._settings.overrides, self._settings.content)
            files = search_files(self._site, character_pairs())
            self._stop_if(self._publication.write(self._site, self._shells, pages, files))
            if config.strict and any(
                isinstance(h, CountHandler) and h.get_counts() for h in _host_handlers()
            ):
                raise BuildFailed((*self.found, _host_issue("the host warned of something")), 1)
            self._publication.commit()

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 - the host's signature
        """The former site stays."""
        if self._publication:
            self._publication.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch templates, styles, scripts and words besides the sources."""
        assert config.theme.custom_dir
        server.watch(config.theme.custom_dir)
        server.watch(str(MESSAGES))
        return server

    def _read_settings(self, config: MkDocsConfig) -> Settings:
        path = Path(config.config_file_path)
        bundle = self.bundle
        if bundle is False:
            bundle = path.parent / self.config.bundle if self.config.bundle and not self._serving else None
        if not config.theme.custom_dir:
            raise BuildFailed((_config_issue(path, "theme.custom_dir must name the folder overrides"),), 2)
        return Settings(
            path, Path(config.docs_dir), Path(config.theme.custom_dir), Path(config.site_dir), bundle,
            "" if self._serving else check_site_url(config.site_url or "", path),
            config.strict and not self._serving, archive_date(os.environ),
        )  # fmt: skip

    def _load(self) -> Site:
        catalogue.cache_clear()
        sources = snapshot((self._settings.content,))
        if self._kept is None or self._kept[0] != sources:
            findings = IssueLog()
            self._kept = (sources, load_site(self._settings.content, findings, self.progress))
        site = self._kept[1]
        self._stop_if(site.issues)
        return site

    def _stop_if(self, issues: tuple[Issue, ...]) -> None:
        self.found.extend(issues)
        if stopping(self.found, strict=self._settings.strict):
            raise BuildFailed(self.found, 1)

    def _named_by_content(self, file: File) -> File:
        """early.js becomes early.1a2b3c4d.js: a reader's browser never mixes old and new."""
        if _HASHED.match(file.src_uri):
            stem, _, suffix = file.src_uri.rpartition(".")
            file.dest_uri = f"{stem}.{sha256(file.content_bytes).hexdigest()[:8]}.{suffix}"
        return file

    def _context(self, context: TemplateContext, config: MkDocsConfig, locale: str) -> TemplateContext:
        config.theme["language"] = _THEME_LANGUAGES[locale]
        other = LOCALES[1 - LOCALES.index(locale)]
        sheets = sorted(
            (not _THEME_FILES.match(a), a)
            for a in self._assets
            if re.match(r"assets/stylesheets/[^/]+\.css", a)
        )
        context.update(
            locale=locale, t=catalogue(locale), slot=slot, other={"locale": other, "lang": LANGUAGES[other]},
            stylesheets=[self._assets[a] for _, a in sheets],
        )  # fmt: skip
        return context

    def on_env(self, env: Environment, **_: object) -> Environment:
        """The filter that finds a file under the name it has in the site."""
        env.filters["asset"] = lambda name: self._assets[name]
        return env

    def _keep_shell(self, html: str, locale: str, depth: int, base: str, config: MkDocsConfig) -> None:
        with self._failing():
            try:
                shell = Shell.of_html(html, locale, base, self._settings.site_url, _LEFTOVERS)
            except SlotError as error:
                path = Path(str(config.theme.custom_dir)) / "main.html"
                raise BuildFailed(
                    (Issue("E510", Severity.ERROR, path.as_posix(), 0, 0, str(error)),), 1
                ) from error
            self._shells[locale, depth] = shell

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Tell the host of a failed build in its own way, and remember it for `build`."""
        try:
            yield
        except BuildFailed as error:
            failed = error
        except OSError as error:
            path = str(error.filename or self._settings.out)
            failed = BuildFailed(
                (*self.found, Issue("E504", Severity.ERROR, path, 0, 0, str(error.strerror))), 3
            )
        except TemplateError as error:
            failed = BuildFailed((*self.found, _template_issue(error)), 1)
        else:
            return
        self.failed = failed
        for issue in failed.issues:
            self.report(issue)
        raise PluginError(f"{len(failed.issues)} finding(s): nothing was published") from failed


def build(
    config: Path,
    out: Path,
    strict: bool,
    zip_path: Path | None,
    progress: Callable[[str], None] = lambda _step: None,
) -> tuple[Issue, ...]:
    """Build the site that mkdocs.yml describes into ``out`` and its bundle into ``zip_path``.

    Returns all findings of a build that was published; raises BuildFailed if nothing was.
    """
    with _host_messages() as messages:
        try:
            loaded = load_config(config_file=str(config), site_dir=str(out), strict=strict)
        except (ConfigurationError, Abort, OSError) as error:
            told = [m.getMessage() for m in messages] or [str(error)]
            raise BuildFailed([_config_issue(config, text) for text in told], 2) from error
        plugin = loaded.plugins.get("duizhao")
        if not isinstance(plugin, DuizhaoPlugin):
            raise BuildFailed((_config_issue(config, "plugins: does not list duizhao"),), 2)
        plugin.bundle, plugin.progress, plugin.report = zip_path, progress, lambda _issue: None
        try:
            host_build(loaded)
        except Abort as error:
            if plugin.failed:
                raise plugin.failed from error
            raise BuildFailed((*plugin.found, *map(_host_issue, _texts(messages))), 1) from error
        finally:
            plugin.on_build_error(error=RuntimeError())
        return (*plugin.found, *map(_host_issue, _texts(messages)))


def serve(config: Path, address: str) -> None:
    """Show the site at ``address`` (host:port) and rebuild when a source, template, style or word changes."""
    host_serve(config_file=str(config), dev_addr=address, strict=False)


def _forms() -> list[tuple[str, int]]:
    """Language and depth of each shell; the root page is in the first language's."""
    return [(LOCALES[0], 0), *((locale, depth) for locale in LOCALES for depth in range(1, _DEEPEST + 1))]


def _log(issue: Issue) -> None:
    place = f"{issue.path}:{issue.line}:{issue.column}" if issue.line else issue.path
    log.log(_LEVELS[issue.severity], f"{place}: {issue.severity} {issue.code} {issue.message}")


def _config_issue(path: Path, message: str) -> Issue:
    return Issue("E500", Severity.ERROR, path.as_posix(), 0, 0, message)


def _template_issue(error: TemplateError) -> Issue:
    """Where in which template: Jinja gives its compiled code the template's own file names and lines."""
    places = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".html")]
    path, line = (places[-1].filename, places[-1].lineno or 0) if places else ("overrides", 0)
    if isinstance(error, TemplateSyntaxError) and error.filename:
        path, line = error.filename, error.lineno
    return Issue("E513", Severity.ERROR, path, line, 0, str(error.message))


def _host_issue(message: str) -> Issue:
    return Issue("W506", Severity.WARNING, "mkdocs", 0, 0, message)


def _host_handlers() -> list[logging.Handler]:
    return logging.getLogger("mkdocs").handlers


def _texts(messages: list[logging.LogRecord]) -> list[str]:
    return [m.getMessage() for m in messages]


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _host_messages() -> Iterator[list[logging.LogRecord]]:
    """Warnings and errors that the host logs meanwhile, instead of its printing them."""
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.records
    finally:
        logger.removeHandler(collector)
