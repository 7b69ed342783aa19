"""What the host and its templates complain of, as findings of ours; and ours in the host's log."""

from __future__ import annotations

import difflib
import logging
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from build_tools.model.issue import Issue, Severity, file_error

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.INFO}


def log_issue(issue: Issue, level: int | None = None) -> None:
    """One line in the host's log, where a warning stops a strict build; ``level`` INFO stops nothing."""
    place = f"{issue.path}:{issue.line}:{issue.column}" if issue.line else issue.path
    logging.getLogger("mkdocs.plugins.duizhao").log(
        level or _LEVELS[issue.severity], f"{place}: {issue.severity} {issue.code} {issue.message}"
    )


def is_news(record: logging.LogRecord) -> bool:
    """Not the host's remark that a shell was not written: as a filter of its log."""
    return not record.getMessage().endswith("enerated empty output.")


def config_issue(path: Path, message: str, known: Iterable[str] = ()) -> Issue:
    """With the nearest key as a hint, where the message names one that is not known."""
    key = message.partition("'")[2].partition("'")[0]
    near = difflib.get_close_matches(key, known, 1) if key not in known else []
    return file_error("E500", path, message, f"do you mean {near[0]}?" if near else "")


def finding_of(error: Exception) -> Issue | None:
    """What the system refused (E504), or what a template did wrong (E513); None if it is a fault of this program."""
    if isinstance(error, OSError):
        return file_error("E504", str(error.filename or "site"), error.strerror or str(error))
    place = template_place(error)
    if not place:
        return None
    message = f"there is no {error}" if isinstance(error, KeyError) else str(error)
    return Issue("E513", Severity.ERROR, *place, 0, message)


def template_place(error: Exception) -> tuple[str, int] | None:
    """In which template, at which line; None if it is no fault of a template.

    Jinja gives its compiled code the template's own file names and lines.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    if not isinstance(error, TemplateError | KeyError):
        return None
    places = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".html")]
    return (places[-1].filename, places[-1].lineno or 0) if places else None


def host_issue(message: str) -> Issue:
    """A warning of the host."""
    return Issue("W506", Severity.WARNING, "mkdocs", 0, 0, message)


@contextmanager
def shown() -> Iterator[None]:
    """What the host logs meanwhile, on the terminal, as its own command line shows it."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected() -> Iterator[list[str]]:
    """Warnings and errors that the host logs meanwhile, instead of its printing them."""
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
