"""What one build is asked to do, with nothing of the host in it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from build_tools.export.staging import BuildFailed, failure
from build_tools.model.issue import Issue, Severity
from build_tools.model.locale import MESSAGES

_FIRST_DATE = 315532800  # 1980-01-01, where the dates of zip archives begin

ZipDate = tuple[int, int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders and switches of a build; made by the host's adapter."""

    config: Path
    content: Path
    overrides: Path
    out: Path
    bundle: Path | None
    site_url: str
    strict: bool
    date: ZipDate

    @property
    def inputs(self) -> tuple[Path, ...]:
        """All that a site is made from, besides the program itself."""
        return (self.config, self.content, self.overrides, MESSAGES)

    @property
    def root(self) -> str:
        """Path of the site on its host, with slashes at both ends."""
        return urlsplit(self.site_url or "/").path


def check_config(path: Path) -> None:
    """BuildFailed (E500) with line and column if mkdocs.yml cannot be read or gives one key twice."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text)
    except OSError as error:
        raise failure("E500", 2, path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise failure("E500", 2, path, f"is not UTF-8: byte {error.start}") from error
    except yaml.MarkedYAMLError as error:
        raise BuildFailed([_yaml_issue(path, text, error.problem_mark, str(error.problem))], 2) from error
    twice = [
        _yaml_issue(path, text, node.start_mark, f"{node.value!r} is given twice") for node in _repeated(root)
    ]
    if twice:
        raise BuildFailed(twice, 2)


def check_site_url(url: str, config: Path) -> str:
    """The address as given; BuildFailed (E508) if pages below it could not be named by putting a path behind it."""
    parts = urlsplit(url)
    if not url or (
        parts.scheme in ("http", "https") and parts.netloc and url.endswith("/") and not parts.query
    ):
        return url
    better = f"{parts.scheme or 'https'}://{parts.netloc or parts.path}".rstrip("/")
    better += (parts.path if parts.netloc else "").rstrip("/") + "/"
    raise failure("E508", 2, config, f"site_url {url!r} cannot be put before a path", f"write {better}")


def archive_date(environment: Mapping[str, str]) -> ZipDate:
    """Date of all files in the bundle: SOURCE_DATE_EPOCH in UTC, or 1980-01-01; BuildFailed (E507) if it is unusable."""
    given = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return (1980, 1, 1, 0, 0, 0)
    try:
        seconds = int(given)
        moment = time.gmtime(seconds)
    except (ValueError, OverflowError, OSError):
        raise failure(
            "E507", 2, "SOURCE_DATE_EPOCH", f"{given!r} is no number of seconds since 1970"
        ) from None
    if seconds < _FIRST_DATE or moment.tm_year > 2107:
        raise failure("E507", 2, "SOURCE_DATE_EPOCH", f"{given} lies outside 1980 to 2107", "unset it")
    return (moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec)


def _repeated(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Keys that stand a second time in one table: the last would win, and nobody would be told."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value if isinstance(key.value, str) else id(key))
            yield from _repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated(value)


def _yaml_issue(path: Path, text: str, mark: yaml.Mark | None, message: str) -> Issue:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    excerpt = lines[line] if line < len(lines) else ""
    return Issue("E500", Severity.ERROR, path.as_posix(), line + 1, column, message, "", excerpt)
