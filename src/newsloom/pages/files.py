"""Files of a static site: each written whole or not at all, and those that are no longer part of it removed.

In: paths below one folder and their content. Out: the folder. Invariants: a reader never sees half a file; only what
an earlier build wrote is removed (a manifest lists them, also after a build that was cut off); nothing is written or
removed outside the folder; a file that would not change is not touched.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO

MANIFEST = ".newsloom-files"
STARTED = ".newsloom-files.new"


class SiteFiles:
    """One build of a site. Used as a context: what is left over is removed only where the build came to its end."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._written: set[str] = set()
        target.mkdir(parents=True, exist_ok=True)
        self._before = _listed(target / MANIFEST) | _listed(target / STARTED)
        self._log: IO[str] = (target / STARTED).open("a", encoding="utf-8")

    def __enter__(self) -> SiteFiles:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._log.close()
        if kind is None:
            self._finish()

    def write(self, path: str, content: str | bytes) -> None:
        """Write `path` ("stories/a1/index.html"); its parts are already safe for a path (links.safe_part)."""
        if not _inside(path):
            raise ValueError(f"no path of a site: {path!r}")
        if path not in self._written:
            self._written.add(path)
            self._log.write(f"{path}\n")
            self._log.flush()
        whole = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        write_whole(self._target / path, whole)

    def _finish(self) -> None:
        for path in sorted(self._before - self._written):
            if _inside(path):
                (self._target / path).unlink(missing_ok=True)
                _remove_empty((self._target / path).parent, self._target)
        write_whole(self._target / MANIFEST, "".join(f"{path}\n" for path in sorted(self._written)).encode())
        (self._target / STARTED).unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Put the content in place of what is there, at once."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(content)
    beside.replace(path)


def _listed(manifest: Path) -> set[str]:
    return set(manifest.read_text("utf-8").splitlines()) if manifest.is_file() else set()


def _inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not path.startswith("/") and "\\" not in path and "\n" not in path


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
