"""A file is replaced as a whole or stays as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.text.atomic import write_atomically


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    """The file that a link leads to is replaced, not the link; its permissions are kept."""
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_bytes(b"old")
    real.chmod(0o604)
    link.symlink_to(real)
    write_atomically(link, "新".encode())
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "新"
    assert real.stat().st_mode & 0o777 == 0o604
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.toml", "real.toml"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """On a full disk, or interrupted, the former file is whole and nothing lies beside it."""
    path = tmp_path / "law.toml"
    path.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(error)):
        write_atomically(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("law.toml", b"old")]
