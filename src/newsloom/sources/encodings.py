"""HTTP content encodings, undone under a cap: a small body must not become a large one in memory."""

from __future__ import annotations

import zlib

WINDOW = {"gzip": 31, "x-gzip": 31, "deflate": 15}
RAW = -15  # deflate without its header, as some servers send it


class TooLarge(ValueError):
    """More bytes than allowed; the message says how many are."""


def decompress(body: bytes, encoding: str, most: int) -> bytes:
    """The bytes under their content encoding; of a truncated body what can be read. Raises TooLarge and ValueError.

    >>> decompress(zlib.compress(b"abc"), "deflate", 10)
    b'abc'
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name in WINDOW:
            body = _inflate(body, WINDOW[name], most)
        elif name != "identity":
            raise ValueError(f"unknown content encoding {name[:40]!r}")
    if len(body) > most:
        raise TooLarge(f"more than {most:,} bytes")
    return body


def _inflate(body: bytes, window: int, most: int) -> bytes:
    out = bytearray()
    while body:
        unzip = zlib.decompressobj(window)
        try:
            out += unzip.decompress(body, most + 1 - len(out))
        except zlib.error as error:
            if out or window == RAW:
                break  # what follows the last good member
            if window == WINDOW["deflate"]:
                return _inflate(body, RAW, most)
            raise ValueError(f"broken compression: {error}") from None
        if len(out) > most or unzip.unconsumed_tail:
            raise TooLarge(f"more than {most:,} bytes when decompressed")
        if not unzip.eof or window != WINDOW["gzip"]:
            break
        body = unzip.unused_data.lstrip(b"\0")
    return bytes(out)
