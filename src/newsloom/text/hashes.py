"""Content hashes."""

from __future__ import annotations

from hashlib import blake2b


def content_hash(headline: str, text: str) -> str:
    """What makes a version: the same headline and text have the same hash; white space at ends of lines is ignored."""
    plain = "\n".join(line.strip() for line in f"{headline}\n{text}".splitlines() if line.strip())
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
