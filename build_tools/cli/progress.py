"""A sign of life on a terminal for anything that takes over two seconds; nothing in a pipe."""

from __future__ import annotations

from threading import Timer
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.status import Status
from rich.text import Text

_PATIENCE = 2.0


class Progress:
    """A context in which work is done; call it with the name of each step."""

    def __init__(self, console: Console, work: str) -> None:
        """``work`` is what is being done: ``Building``."""
        self._work = work
        self._status = Status(Text(work), console=console)
        self._timer = Timer(_PATIENCE, self._status.start) if console.is_terminal else None

    def __enter__(self) -> Self:
        """Begin to wait."""
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __call__(self, step: str) -> None:
        """Name the step that begins."""
        self._status.update(Text(f"{self._work}: {step}"))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear the line."""
        if self._timer:
            self._timer.cancel()
            self._timer.join()
            self._status.stop()
