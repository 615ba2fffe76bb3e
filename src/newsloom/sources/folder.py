"""A folder of saved pages and feeds -> pages, offline.

In: the folder that `source.url` names: HTML files and feed documents anywhere in it and, where there is one, an
`index.json` that maps each address to `{"file", "fetched_at"}` or to a list of such versions (files relative to it).
Out: pages in order of the time they were fetched. A page that a feed announced carries its link; an address that
stands twice gives two pages, each at its time. A page without an entry is named by its rel=canonical, and was fetched
when its file was last written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from newsloom.records import Link, RawPage, Refused, Source, SourceId
from newsloom.sources import feed
from newsloom.sources.feed import is_web
from newsloom.text.markup import LARGEST_PAGE, Unreadable, parse_html
from newsloom.text.urls import canonical_url

PAGES = frozenset((".html", ".htm", ".xhtml"))
FEEDS = frozenset((".xml", ".rss", ".atom", ".rdf"))
INDEX = "index.json"


def read(source: Source, body: bytes) -> Iterable[RawPage | Refused]:
    """Pages of the folder that `source.url` names, in order of time; `body` is not looked at."""
    return read_folder(Path(source.url), source)


def read_folder(root: Path, source: Source | None = None) -> Iterator[RawPage | Refused]:
    """Pages of a folder, in order of time, then what was refused."""
    return (item if isinstance(item, Refused) else item[1] for item in read_named(root, source))


def read_named(root: Path, source: Source | None = None) -> Iterator[tuple[str, RawPage] | Refused]:
    """`read_folder`, each page with its name: its address where an index gives it, else the path of its file."""
    source = source or Source(id=SourceId(str(root)), kind="folder", url=str(root))
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.name.startswith("."))
    refused: list[Refused] = []
    links = _links(source, files, refused)
    pages = [*_indexed(source, files, links, refused)]
    known = {path for _, path in pages}
    found = [(page.url, page) for page, _ in pages]
    alone = (path for path in files if path.suffix in PAGES and path not in known)
    found += [(path.as_posix(), read_file(source, path, links)) for path in alone]
    found.sort(key=lambda named: named[1].fetched_at)
    yield from found
    yield from refused


def _links(source: Source, files: list[Path], refused: list[Refused]) -> dict[str, Link]:
    """What the folder's feeds announce, by canonical address; the first announcement of an address stands."""
    links: dict[str, Link] = {}
    for path in files:
        if path.suffix in FEEDS:
            for item in feed.read(msgspec.structs.replace(source, url=str(path), title=""), path.read_bytes()):
                if isinstance(item, Link):
                    links.setdefault(canonical_url(item.url), item)
                else:
                    refused.append(item)
    return links


def _indexed(
    source: Source, files: list[Path], links: dict[str, Link], refused: list[Refused]
) -> Iterator[tuple[RawPage, Path]]:
    for index in (path for path in files if path.name == INDEX):
        for url, version in _versions(index, source, refused):
            path = index.parent / str(version.get("file", ""))
            fetched_at = _instant(version.get("fetched_at"))
            if not path.resolve().is_relative_to(index.parent.resolve()):
                refused.append(Refused(source.id, url, f"outside of the folder: {version.get('file')!r}"))
            elif not path.is_file():
                refused.append(Refused(source.id, url, f"no such file: {version.get('file')!r}"))
            elif fetched_at is None:
                refused.append(Refused(source.id, url, f"fetched_at is no instant: {version.get('fetched_at')!r}"))
            else:
                yield RawPage(source.id, url, fetched_at, (), _bytes(path), links.get(canonical_url(url))), path


def _versions(index: Path, source: Source, refused: list[Refused]) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        entries = msgspec.json.decode(index.read_bytes(), type=dict[str, dict[str, Any] | list[dict[str, Any]]])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        refused.append(Refused(source.id, str(index), f"no index: {error}"))
        return
    for url, versions in entries.items():
        for version in versions if isinstance(versions, list) else [versions]:
            yield url, version


def read_file(source: Source, path: Path, links: Mapping[str, Link] = MappingProxyType({})) -> RawPage:
    """A page of a file that no index names: its address is what it calls itself, failing that its path."""
    body = _bytes(path)
    url = address_in(body) or path.as_posix()
    written = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    return RawPage(source.id, url, written, (), body, links.get(canonical_url(url)))


def address_in(body: bytes) -> str:
    """The address that a page gives itself (rel=canonical, else og:url); "" where it gives none."""
    try:
        tree = parse_html(body)
    except Unreadable:
        return ""
    claims = [link.get("href", "") for link in tree.iter("link") if "canonical" in link.get("rel", "").lower()]
    claims += [meta.get("content", "") for meta in tree.iter("meta") if meta.get("property") == "og:url"]
    return next((claim.strip() for claim in claims if is_web(claim)), "")


def _bytes(path: Path) -> bytes:
    """A file's bytes, of an overlong one just enough to be refused as such."""
    with path.open("rb") as file:
        return file.read(LARGEST_PAGE + 1)


def _instant(value: object) -> datetime | None:
    try:
        instant = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
