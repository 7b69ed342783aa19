"""Build beside, then swap: whatever goes wrong, the former site and bundle stay byte for byte as they were.

Beside ``site`` lies ``.duizhao/site/`` while a build runs: ``lock``, ``new`` (the tree in the making) and, for a
moment, ``old``. A build that was killed leaves it behind; the next one clears it away.
"""

from __future__ import annotations

import ctypes
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from build_tools.model.issue import Issue, file_error
from build_tools.text.checksums import SUMS, read_sums

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

_EXCHANGE = 2
_HERE = -100
_REMOVERS = 8
_NAME_A_ZIP = "name a file, such as dist/x.zip"


class BuildFailed(Exception):  # noqa: N818 - the name says what happened to the build
    """A build that published nothing, with its findings; ``exit_code`` 1 content, 2 usage, 3 system."""

    def __init__(self, issues: Iterable[Issue], exit_code: int) -> None:
        self.issues = tuple(issues)
        self.exit_code = exit_code
        super().__init__("; ".join(f"{i.code} {i.message}" for i in self.issues))


def failure(code: str, exit_code: int, path: Path | str, message: str, hint: str = "") -> BuildFailed:
    """A build failed by one finding about a file or folder as a whole."""
    return BuildFailed((file_error(code, path, message, hint),), exit_code)


@dataclass(slots=True)
class Staging:
    """One build's place beside its output; made by `open_staging`."""

    out: Path
    bundle: Path | None
    work: Path
    lock: IO[str] = field(repr=False)

    @property
    def tree(self) -> Path:
        """Where the new site is made."""
        return self.work / "new"

    @property
    def new_bundle(self) -> Path | None:
        """Where the new bundle is made: in the folder where it will stand, so that a rename moves it."""
        return self.bundle and self.bundle.parent / f".{self.bundle.name}.new"

    def commit(self) -> None:
        """Put tree and bundle in the place of the former ones, each in one step, and end the build."""
        try:
            kept = self._place_bundle()
            try:
                swap(self.tree, self.out, self.work / "old")
            except OSError:
                if kept and self.bundle:
                    kept.replace(self.bundle)
                raise
        except OSError as error:
            message = f"cannot put the new site in place: {error.strerror}"
            raise failure("E504", 3, self.out, message) from error
        finally:
            self.abort()

    def _place_bundle(self) -> Path | None:
        """Put the new bundle in place; where the former one is kept until the site has followed, if there was one."""
        if not (self.bundle and self.new_bundle and self.new_bundle.exists()):
            return None
        former = self.work / "old-bundle"
        former.unlink(missing_ok=True)
        with suppress(OSError):  # there was none, or it lies on another disk
            os.link(self.bundle, former)
        self.new_bundle.replace(self.bundle)
        return former if former.exists() else None

    def abort(self) -> None:
        """Clear everything away but the published site; may be called twice."""
        if self.lock.closed:
            return
        _clear(self.work, self.out)
        if self.new_bundle:
            self.new_bundle.unlink(missing_ok=True)
        (self.work / "lock").unlink(missing_ok=True)
        self.lock.close()
        for folder in (self.work, self.work.parent):
            try:
                folder.rmdir()
            except OSError:
                return  # another build's things are in it


def open_staging(
    out: Path, bundle: Path | None, protected: Iterable[Path], work: Path | None = None
) -> Staging:
    """Lock the output and make an empty place beside it.

    Raises BuildFailed (E501-E504) if the output is unsafe, not ours, locked by another process or not writable.
    """
    out = out.resolve()
    bundle = bundle.resolve() if bundle else None
    protected = [p.resolve() for p in protected]
    for code, path, message, hint in _unsafe(out, bundle, protected):
        raise failure(code, 2, path, message, hint)
    work = work or out.parent / ".duizhao" / out.name
    try:
        work.mkdir(parents=True, exist_ok=True)
        if bundle:
            bundle.parent.mkdir(parents=True, exist_ok=True)
        staging = Staging(out, bundle, work, _take_lock(work / "lock", out))
    except OSError as error:
        message = f"cannot write beside the output: {error.strerror}"
        raise failure("E504", 3, error.filename or work, message) from error
    try:
        _clear(work, out)
        if staging.new_bundle:
            staging.new_bundle.unlink(missing_ok=True)
        _refuse_foreign(out)
        staging.tree.mkdir()
    except BaseException as error:
        staging.abort()
        if isinstance(error, OSError):
            raise failure("E504", 3, out, f"cannot prepare the output: {error.strerror}") from error
        raise
    return staging


def swap(new: Path, out: Path, old: Path) -> None:
    """Put ``new`` in the place of ``out`` at one stroke where the system can exchange two names (Linux).

    Elsewhere by two renames; a build killed between them is mended by the next one from ``old``.
    """
    if not out.exists():
        new.rename(out)
        return
    if _exchange(new, out):
        remove_tree(new)
        return
    out.rename(old)  # pragma: no cover
    new.rename(out)  # pragma: no cover
    remove_tree(old)  # pragma: no cover


def remove_tree(root: Path) -> None:
    """Remove a folder and all in it; what cannot be removed stays, for the next build to try.

    Folders of one depth go together: a file system may wait a millisecond and more for each, and need not do so
    one after the other.
    """
    levels: dict[int, list[str]] = {}
    for folder, _, _ in os.walk(root):
        levels.setdefault(folder.count(os.sep), []).append(folder)
    with ThreadPoolExecutor(_REMOVERS) as pool:
        for depth in sorted(levels, reverse=True):
            list(pool.map(_remove_folder, levels[depth]))


def _remove_folder(folder: str) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                Path(entry.path).unlink()
        Path(folder).rmdir()


def _unsafe(
    out: Path, bundle: Path | None, protected: Iterable[Path]
) -> Iterator[tuple[str, Path, str, str]]:
    """Code, path, message and hint of what speaks against writing there."""
    hint = "choose a folder of its own, such as site"
    if out == Path(out.anchor) or out == Path.home().resolve():
        yield "E502", out, "the output would replace a whole disk or home folder", hint
    for path in protected:
        name = f"{path.name}, which the build reads"
        closed = path.is_dir() and not _is_project(path)
        if out == path or out in path.parents:
            yield "E502", out, f"the output is or contains {name}", hint
        if closed and path in out.parents:
            yield "E502", out, f"the output lies inside {name}", hint
        if bundle and (bundle == path or (closed and path in bundle.parents)):
            yield "E502", bundle, f"the bundle lies inside {name}", hint
    if bundle and (bundle == out or out in bundle.parents):
        yield "E502", bundle, "the bundle lies inside the output, which is replaced as a whole", hint
    if out.exists() and not out.is_dir():
        yield "E501", out, "the output is a file", hint
    if bundle and bundle.is_dir():
        yield "E501", bundle, "the bundle's name is that of a folder", _NAME_A_ZIP
    if bundle and bundle.suffix.lower() != ".zip":
        yield "E501", bundle, "the bundle's name does not end in .zip", _NAME_A_ZIP
    if bundle and bundle.exists() and not _is_bundle(bundle):
        hint = "move it away, or give the bundle another name"
        yield "E501", bundle, "this file is no bundle that a build wrote, and is not overwritten", hint


def _is_bundle(path: Path) -> bool:
    """A zip that holds a list of checksums as we write it."""
    try:
        with ZipFile(path) as archive:
            return bool(read_sums(archive.read(SUMS)))
    except (OSError, ValueError, KeyError, RuntimeError, EOFError, BadZipFile, zlib.error):
        return False


def _is_project(path: Path) -> bool:
    """The project's own folder holds the output as a rule; only swallowing it is wrong."""
    return (path / "mkdocs.yml").exists()


def _refuse_foreign(out: Path) -> None:
    files = (Path(folder, name) for folder, _, names in os.walk(out) for name in names)
    present = {file.relative_to(out).as_posix() for file in files}
    ours: set[str] = set()
    with suppress(OSError, ValueError):
        ours = {SUMS, *read_sums((out / SUMS).read_bytes())}
    foreign = sorted(present - ours)
    if foreign:
        message = f"the output folder holds {len(foreign)} file(s) that no build wrote"
        hint = "move them away, or choose another output folder"
        raise failure("E501", 2, out / foreign[0], message, hint)


def _take_lock(path: Path, out: Path) -> IO[str]:
    """Hold the lock as long as this process lives: a lock left by a killed build holds nobody up."""
    for _ in range(10):
        handle = path.open("a+", encoding="ascii")
        if not _lock_file(handle):
            handle.seek(0)
            owner = handle.read().strip() or "unknown"
            handle.close()
            hint = "wait for it to end"
            raise failure("E503", 3, out, f"another build is writing here (process {owner})", hint)
        try:
            same = os.fstat(handle.fileno()).st_ino == path.stat().st_ino
        except FileNotFoundError:
            same = False
        if same:
            handle.truncate(0)
            handle.write(f"{os.getpid()}\n")
            handle.flush()
            return handle
        handle.close()  # the build before us removed the file between our opening and locking it
    raise failure("E503", 3, out, "other builds keep taking the lock", "wait for them to end")


def _lock_file(handle: IO[str]) -> bool:
    try:
        if sys.platform == "win32":  # pragma: no cover
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _clear(work: Path, out: Path) -> None:
    """Remove what a former build left; if it was killed between two renames, its ``old`` goes back first."""
    old = work / "old"
    if old.exists() and not out.exists():
        old.rename(out)
    for name in ("new", "old"):
        remove_tree(work / name)
    (work / "old-bundle").unlink(missing_ok=True)


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two names in one step; False if this system or file system cannot."""
    if not sys.platform.startswith("linux"):  # pragma: no cover
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(a), _HERE, os.fsencode(b), _EXCHANGE) == 0)
