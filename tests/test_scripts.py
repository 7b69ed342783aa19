"""The tests of the site's scripts, run by Node beside all others."""

from __future__ import annotations

import subprocess

from tests.conftest import ROOT


def test_the_scripts() -> None:
    """`npm run test` passes."""
    done = subprocess.run(
        ["npm", "run", "--silent", "test"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
