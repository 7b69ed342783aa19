"""A sign of life on a terminal for anything that takes over two seconds; nothing in a pipe."""

from __future__ import annotations

from threading import Timer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.console import Console

_PATIENCE = 2.0


class Progress:
    """A context in which work is done; call it with the name of each step."""

    def __init__(self, terminal: Console | None, work: str) -> None:
        """``work`` is what is being done: ``Building``."""
        self._work = work
        self._timer: Timer | None = None
        if terminal and terminal.is_terminal:
            from rich.status import Status  # noqa: PLC0415 - a build in a pipe need not wait for it

            self._status = Status(work, console=terminal)
            self._timer = Timer(_PATIENCE, self._status.start)
            self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.start()
        return self

    def __call__(self, step: str) -> None:
        """Name the step that begins."""
        if self._timer:
            from rich.text import Text  # noqa: PLC0415 - as above

            self._status.update(Text(f"{self._work}: {step}"))

    def __exit__(self, *_error: object) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer.join()
            self._status.stop()
