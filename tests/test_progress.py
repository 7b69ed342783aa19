"""A sign of life appears on a terminal after two seconds, and never in a pipe."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from build_tools.cli import progress
from build_tools.cli.progress import Progress


@pytest.mark.parametrize(
    ("terminal", "patience", "shown"), [(True, 0.01, True), (True, 60, False), (False, 0.01, False)]
)
def test_progress(monkeypatch: pytest.MonkeyPatch, terminal: bool, patience: float, shown: bool) -> None:
    """The step is named if it takes longer than the patience; brackets in a name are no markup."""
    monkeypatch.setattr(progress, "_PATIENCE", patience)
    out = io.StringIO()
    start = time.monotonic()
    with Progress(Console(file=out, force_terminal=terminal, width=80), "Checking") as step:
        step("某法[bold]")
        while shown and "某法[bold]" not in out.getvalue() and time.monotonic() - start < 20:
            time.sleep(0.02)
    assert ("Checking: 某法[bold]" in out.getvalue()) is shown
    assert bool(out.getvalue()) is shown


def test_an_error_passes_through() -> None:
    """What goes wrong meanwhile is not hidden, and the clock is stopped."""
    with (
        pytest.raises(ValueError, match="甲"),
        Progress(Console(file=io.StringIO(), force_terminal=True), "x"),
    ):
        raise ValueError("甲")
