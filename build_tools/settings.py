"""What one build is asked to do, with nothing of the host in it."""

from __future__ import annotations

import re
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

#: Characters, nodes with all aliases written out, and files that inherit from each other: far more than a site needs.
_LONGEST, _MOST_NODES, _MOST_PARENTS = 100_000, 10_000, 8
#: All else would be constructed by running whatever it names. These are the tags that the theme's manual tells to write.
_TAGS = re.compile(
    r"tag:yaml\.org,2002:(?:null|bool|int|float|str|seq|map|merge|value|timestamp|binary|omap|pairs|set"
    r"|python/name:(?:material\.extensions|materialx|pymdownx)\.[\w.]+|python/object/apply:pymdownx\.slugs\.slugify)"
    r"|!ENV|!relative"
)

_Nodes = dict[int, tuple[yaml.Node, int]]
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


def check_config(path: Path, inherited_by: tuple[Path, ...] = ()) -> None:
    """BuildFailed (E500) with line and column if mkdocs.yml, or a file it inherits from, must not be loaded.

    That is: it cannot be read, gives one key twice, grows out of bounds, or has a tag that would run Python.
    Only the nodes are looked at: nothing is constructed.
    """
    if path in inherited_by or len(inherited_by) > _MOST_PARENTS:
        raise failure("E500", 2, path, "inherits from itself", "take one INHERIT away")
    try:
        text = path.read_text(encoding="utf-8")
        if len(text) > _LONGEST:
            raise failure("E500", 2, path, f"is longer than {_LONGEST:,} characters", "no site needs that")
        root = yaml.compose(text)
        nodes = {} if root is None else _nodes(root)
    except OSError as error:
        raise failure("E500", 2, path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise failure("E500", 2, path, f"is not UTF-8: byte {error.start}") from error
    except yaml.MarkedYAMLError as error:
        raise BuildFailed([_yaml_issue(path, text, error.problem_mark, str(error.problem))], 2) from error
    except yaml.YAMLError as error:
        raise failure("E500", 2, path, str(error).partition("\n")[0]) from error
    except RecursionError as error:
        raise failure("E500", 2, path, "is nested too deeply", "flatten it") from error
    wrong = [_yaml_issue(path, text, at.start_mark, *told) for at, *told in _faults(nodes)]
    if wrong:
        raise BuildFailed(wrong, 2)
    for _, value in _pairs(nodes, "INHERIT"):
        check_config(path.parent / str(value.value), (*inherited_by, path))


def check_site_url(url: str, config: Path) -> str:
    """The address as given; BuildFailed (E508) if pages below it could not be named by putting a path behind it."""
    parts = urlsplit(url)
    whole = parts.scheme in ("http", "https") and parts.netloc and url.endswith("/") and not parts.query
    if whole or not url:
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
        message = f"{given!r} is no number of seconds since 1970"
        raise failure("E507", 2, "SOURCE_DATE_EPOCH", message) from None
    if seconds < _FIRST_DATE or moment.tm_year > 2107:
        raise failure("E507", 2, "SOURCE_DATE_EPOCH", f"{given} lies outside 1980 to 2107", "unset it")
    return (moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec)


def _nodes(root: yaml.Node) -> _Nodes:
    """Each node once, by its identity, and how many nodes it is when all aliases are written out."""
    found: _Nodes = {}

    def size(node: yaml.Node) -> int:
        if id(node) not in found:
            found[id(node)] = (node, _MOST_NODES + 1)  # holds if the node contains itself
            inner = node.value if isinstance(node, yaml.CollectionNode) else []
            parts = [part for pair in inner for part in pair] if isinstance(node, yaml.MappingNode) else inner
            found[id(node)] = (node, 1 + sum(map(size, parts)))
        return found[id(node)][1]

    size(root)
    return found


def _faults(nodes: _Nodes) -> Iterator[tuple[yaml.Node, str, str]]:
    """Node, message and hint of what is wrong."""
    grown = [(size, number, node) for number, (node, size) in enumerate(nodes.values()) if size > _MOST_NODES]
    for _, _, node in sorted(grown)[:1]:  # those around it are too large on its account
        yield node, "grows out of bounds when its aliases are written out", "write fewer aliases (*name)"
    for node, _ in nodes.values():
        if not _TAGS.fullmatch(node.tag):
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "allowed are !ENV, and !!python/name of material.extensions and pymdownx"
            yield node, f"the tag {tag} is not allowed: it may run any program", hint
        if isinstance(node, yaml.MappingNode):
            seen = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    yield key, f"{key.value!r} is given twice", "keep one"
                seen.add(str(key.value))
    for key, value in _pairs(nodes, "INHERIT"):
        if value.tag != "tag:yaml.org,2002:str":
            yield key, "INHERIT must be a plain path", "write the path of the file"


def _pairs(nodes: _Nodes, name: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """Each key of this name, with its value."""
    tables = (node.value for node, _ in nodes.values() if isinstance(node, yaml.MappingNode))
    return [(key, value) for table in tables for key, value in table if key.value == name]


def _yaml_issue(path: Path, text: str, mark: yaml.Mark | None, message: str, hint: str = "") -> Issue:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    excerpt = lines[line] if line < len(lines) else ""
    return Issue("E500", Severity.ERROR, path.as_posix(), line + 1, column, message, hint, excerpt)
