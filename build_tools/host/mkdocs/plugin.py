"""Our plugin for MkDocs, which lends its theme, its server and its command line."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from jinja2 import Environment, TemplateError, pass_context
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from build_tools.export.staging import failure
from build_tools.host.mkdocs import host_log, theme
from build_tools.host.mkdocs.config import read_config
from build_tools.host.mkdocs.scripts import published
from build_tools.model.issue import Issue, IssueLog, Severity
from build_tools.model.locale import LOCALES, MESSAGES, Locale, locale_of
from build_tools.model.site import LeftOut, Site
from build_tools.pages.messages import catalogue
from build_tools.pages.registry import search_kinds
from build_tools.pipeline import load_site
from build_tools.publish import BuildFailed, Publication, snapshot, stopping
from build_tools.render.shell import Shell, SlotError, slot
from build_tools.render.templates import template_cache
from build_tools.settings import Settings, archive_date, check_config, check_site_url

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Options(Config):  # type: ignore[no-untyped-call]
    """Keys below ``duizhao`` in mkdocs.yml."""

    bundle = options.Type(str, default="")
    """Where the offline bundle is written, from mkdocs.yml; "" for none."""


class DuizhaoPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """A build in the host's order: sources, files, shells, then all pages at once."""

    def __init__(self) -> None:
        """Remembers between builds of one server what need not be made anew."""
        self.found: list[Issue] = []
        self.failed: BuildFailed | None = None
        self.progress: Callable[[str], None] = lambda _step: None
        self.report: Callable[[Issue], None] = host_log.log_issue
        self.bundle: Path | Literal[False] | None = False
        self.without_broken = False
        self._serving = False
        self._settings: Settings
        self._publication: Publication | None = None
        self._kept: tuple[dict[str, str], Site] | None = None
        self._site: Site
        self._shells: dict[tuple[str, int], Shell] = {}
        self._assets: dict[str, str] = {}

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What the site that was read last does without, because of errors in it."""
        return self._site.left_out

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - the host's signature
        """Having this hook makes the host keep the plugin from one build of the server to the next."""
        self._serving = command == "serve"

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the sources; let the host write beside the site instead of over it."""
        self.found, self.failed = [], None
        logging.getLogger("mkdocs.commands.build").addFilter(host_log.is_news)
        with self._failing():
            self._settings = self._read_settings(config)
            work = Path(config.site_dir + ".building") if self._serving else None
            self._publication = Publication(self._settings, work)
            config.site_dir = str(self._publication.tree)
            self._site = self._load()
        config.theme.static_templates.discard("sitemap.xml")  # ours has no dates in it
        make_env, folders = config.theme.get_env, config.theme.dirs
        config.theme.get_env = lambda: theme.listing_assets_only(make_env(), folders)  # type: ignore[method-assign]
        return config

    @event_priority(-100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Ours and the theme's assets that are used, and one empty page for each shell."""
        kept: list[File] = []
        styles: dict[str, File] = {}
        for file in files:
            ours = file.src_dir == config.theme.custom_dir and file.src_uri.startswith("assets/")
            if (ours and not file.src_uri.endswith(".js")) or (
                file.src_dir != config.docs_dir and theme.is_used(file.src_uri)
            ):
                kept.append(file)
                if not ours and theme.is_style(file.src_uri):
                    styles[file.src_uri] = file
        sheets = {path: file.content_string for path, file in styles.items()}
        cache = self._settings.config.parent / ".duizhao" / "styles.json"
        for path, css in theme.trimmed_styles(sheets, self._settings.overrides, cache).items():
            styles[path].content_string = css
        scripts = published(self._settings.overrides)
        kept += (File.generated(config, path, content=data) for path, data in scripts.items())
        for file in kept:
            file.dest_uri = theme.named_by_content(file.src_uri, file.content_bytes)
        self._assets = {f.src_uri: f.dest_uri for f in kept}
        for locale, depth in theme.forms():
            name = "index.md" if not depth else f"{locale}/" + "-/" * (depth - 1) + "index.md"
            kept.append(File.generated(config, name, content=""))
        return Files(kept)

    def on_page_context(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Words and slots for the shell of one language and depth."""
        return self._context(context, config, locale_of(page.file.src_uri) or LOCALES[0])

    def on_template_context(
        self, context: TemplateContext, *, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """The same for 404.html."""
        return self._context(context, config, LOCALES[0])

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Keep the shell; nothing is written."""
        locale = locale_of(page.file.src_uri)
        depth = page.url.count("/") if locale else 0
        self._keep_shell(output, locale or LOCALES[0], depth, "../" * depth or "./", config)
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
            self._stop_if(self._publication.write(self._site, self._shells, self.progress))
            if config.strict and any(
                isinstance(h, CountHandler) and h.get_counts() for h in logging.getLogger("mkdocs").handlers
            ):
                raise BuildFailed((*self.found, host_log.host_issue("the host warned of something")), 1)
            self._publication.commit()
        if self.report is host_log.log_issue:  # under `build` the caller tells them
            for issue in self.found:
                host_log.log_issue(issue, logging.INFO if self._serving else None)

    def on_build_error(self, *, error: Exception) -> None:
        """The former site stays; a template that cannot be rendered is told as a finding."""
        if self._publication:
            self._publication.close()
        if isinstance(error, TemplateError | KeyError) and host_log.finding_of(error):
            with self._failing():
                raise error

    def close(self) -> None:
        """Undo what was not published, and forget what `build` asked for."""
        if self._publication:
            self._publication.close()
        self.bundle, self.report, self.without_broken = False, host_log.log_issue, False

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Watch templates, styles, scripts and words too; after a failed build go on showing the last good site."""
        assert config.theme.custom_dir
        server.watch(config.theme.custom_dir)
        server.watch(str(MESSAGES))
        build_anew = server.builder

        def build_or_keep() -> None:
            try:
                with host_log.collected() as messages:
                    read_config(Path(config.config_file_path), messages)
                build_anew()
            except (Abort, PluginError, BuildFailed) as error:
                for issue in error.issues if isinstance(error, BuildFailed) else ():
                    host_log.log_issue(issue)
                logging.getLogger("mkdocs.plugins.duizhao").error("The last good site is still shown.")

        server.builder = build_or_keep
        return server

    def _read_settings(self, config: MkDocsConfig) -> Settings:
        path = Path(config.config_file_path)
        bundle = self.bundle
        if bundle is False:
            check_config(path)  # under the host's own commands nobody has done so before
            bundle = path.parent / self.config.bundle if self.config.bundle and not self._serving else None
        if not config.theme.custom_dir:
            raise failure("E500", 2, path, "theme.custom_dir must name the folder overrides")
        return Settings(
            path, Path(config.docs_dir), Path(config.theme.custom_dir), Path(config.site_dir), bundle,
            "" if self._serving else check_site_url(config.site_url or "", path),
            config.strict and not self._serving, archive_date(os.environ),
        )  # fmt: skip

    def _load(self) -> Site:
        catalogue.cache_clear()
        sources = snapshot((self._settings.content,))
        if self._kept is None or self._kept[0] != sources or not self._serving:
            findings = IssueLog()
            content, leave_out = self._settings.content, self.without_broken
            self._kept = (sources, load_site(content, findings, self.progress, without_broken=leave_out))
        site = self._kept[1]
        left_out = bool(site.left_out and site.laws)  # then errors are about what is not on the site
        self._stop_if(site.issues, (Severity.WARNING,) if left_out else tuple(Severity))
        return site

    def _stop_if(self, issues: tuple[Issue, ...], stops: tuple[Severity, ...] = tuple(Severity)) -> None:
        self.found.extend(issues)
        if stopping((i for i in issues if i.severity in stops), strict=self._settings.strict):
            raise BuildFailed(self.found, 1)

    def _context(self, context: TemplateContext, config: MkDocsConfig, locale: Locale) -> TemplateContext:
        config.theme["language"] = locale.theme
        named = ((other, catalogue(other)) for other in LOCALES if other is not locale)
        others = [
            {"tag": o.tag, "lang": o.lang, "name": say("shell.switch"), "title": say("shell.switch-title")}
            for o, say in named
        ]
        ours = {
            "locale": locale.tag,
            "t": catalogue(locale),
            "slot": slot,
            "others": others,
            "search_kinds": search_kinds(),
            "stylesheets": [self._assets[a] for a in theme.stylesheets(self._assets)],
        }
        return cast(TemplateContext, {**context, **ours})

    def on_env(self, env: Environment, **_: object) -> Environment:
        """The filter that finds a file under the name it has in the site; compiled templates are kept."""
        # with the context, or a compiled template that is kept would keep the names of former scripts too
        env.filters["asset"] = pass_context(lambda _context, name: self._assets[name])
        env.bytecode_cache = template_cache(self._settings.config.parent)
        return env

    def _keep_shell(self, html: str, locale: Locale, depth: int, base: str, config: MkDocsConfig) -> None:
        with self._failing():
            try:
                shell = Shell.of_html(html, locale, base, self._settings.site_url, theme.LEFTOVERS)
            except SlotError as error:
                path = Path(str(config.theme.custom_dir)) / "main.html"
                raise failure("E510", 1, path, str(error)) from error
            self._shells[locale.tag, depth] = shell

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Tell the host of a failed build in its own way, and remember it for `build`."""
        try:
            yield
        except BuildFailed as error:
            failed = error
        except (OSError, TemplateError, KeyError) as error:
            finding = host_log.finding_of(error)
            if not finding:
                raise
            failed = BuildFailed((*self.found, finding), 3 if isinstance(error, OSError) else 1)
        else:
            return
        self.failed = failed
        for issue in failed.issues:
            self.report(issue)
        raise PluginError(f"{len(failed.issues)} finding(s): nothing was published") from failed
