"""The command line."""

from __future__ import annotations

import signal
import sys
from typing import NoReturn


def main() -> NoReturn:
    """The program `duizhao`: nothing of it is loaded before an interruption (130) or a closed pipe (141) ends it quietly.

    The server alone has to outlive pipes: a browser may close one at any time.
    """
    if hasattr(signal, "SIGPIPE") and "serve" not in sys.argv:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from build_tools.cli import commands  # noqa: PLC0415 - as said above

    signal.signal(signal.SIGINT, signal.default_int_handler)  # from here on a build clears up behind it
    commands.main()
