"""mkdocs.yml as the host reads it, and stricter than the host: what it only warns of is an error here."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from build_tools.host.mkdocs import host_log
from build_tools.publish import BuildFailed
from build_tools.settings import check_config


def read_config(config: Path, messages: list[str], *, strict: bool = False, **given: str) -> MkDocsConfig:
    """The host's reading of mkdocs.yml with our plugin in it; ``messages`` are what the host has said meanwhile.

    BuildFailed (E500, with the line where one is known) for whatever the host refuses or warns of, as an unknown key.
    """
    check_config(config)
    try:
        loaded = load_config(config_file=str(config), strict=strict, **given)
    except (ConfigurationError, Abort, OSError) as error:
        told = messages or [str(error)]
        raise BuildFailed([host_log.config_issue(config, text) for text in told], 2) from error
    told = [*messages]
    if loaded.plugins.get("duizhao") is None:
        told.append("Config value 'plugins': duizhao is not among them")
    if told:
        raise BuildFailed([host_log.config_issue(config, text, loaded) for text in told], 2)
    return loaded
