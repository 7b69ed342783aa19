"""What `duizhao build` and `duizhao serve` ask of the host."""

from __future__ import annotations

import socket
from collections.abc import Callable
from errno import EACCES, EADDRINUSE, EADDRNOTAVAIL
from pathlib import Path
from typing import cast

from mkdocs.commands.build import build as host_build
from mkdocs.exceptions import Abort, PluginError

from build_tools.export.staging import failure
from build_tools.host.mkdocs import host_log
from build_tools.host.mkdocs.config import read_config
from build_tools.host.mkdocs.plugin import DuizhaoPlugin
from build_tools.model.issue import Issue
from build_tools.model.site import LeftOut
from build_tools.publish import BuildFailed

_NO_ADDRESS = (EADDRINUSE, EADDRNOTAVAIL, EACCES)


def build(
    config: Path,
    out: Path,
    strict: bool,
    zip_path: Path | None,
    progress: Callable[[str], None] = lambda _step: None,
    *,
    without_broken: bool = False,
) -> tuple[tuple[Issue, ...], tuple[LeftOut, ...]]:
    """Build the site that mkdocs.yml describes into ``out`` and its bundle into ``zip_path``.

    Returns all findings of a build that was published, and what ``without_broken`` left out; raises BuildFailed
    if nothing was published.
    """
    with host_log.collected() as messages:
        loaded = read_config(config, messages, site_dir=str(out), strict=strict)
        plugin = cast(DuizhaoPlugin, loaded.plugins["duizhao"])
        plugin.bundle, plugin.progress, plugin.report = zip_path, progress, lambda _issue: None
        plugin.without_broken = without_broken
        try:
            host_build(loaded)
        except (Abort, PluginError) as error:
            if plugin.failed:
                raise plugin.failed from error
            raise BuildFailed((*plugin.found, *map(host_log.host_issue, messages)), 1) from error
        finally:
            plugin.close()
        return (*plugin.found, *map(host_log.host_issue, messages)), plugin.left_out


def serve(config: Path, address: str) -> None:
    """Show the site at ``address`` (host:port) and rebuild when a source, template, style or word changes.

    BuildFailed if mkdocs.yml is not in order (E500), as in `build`, or the address cannot be had (E509).
    """
    with host_log.collected() as messages:
        read_config(config, messages, dev_addr=address, strict=False)
    from mkdocs.commands.serve import serve as host_serve  # noqa: PLC0415 - a quarter of a second that builds need not wait

    with host_log.shown():
        try:
            host_serve(config_file=str(config), dev_addr=address, strict=False)
        except OSError as error:
            if error.errno not in _NO_ADDRESS and not isinstance(error, socket.gaierror):
                raise
            message = f"cannot listen here: {error.strerror}"
            hint = "end the program that listens there, or choose another port: --address 127.0.0.1:8001"
            raise failure("E509", 3, address, message, hint) from error
