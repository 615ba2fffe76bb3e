"""Addresses of reports: the canonical URL, the id named after it, and the outlet's site."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newsloom.records import ArticleId

TRACKING = re.compile(
    r"^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ocid|cmpid|cmp|ncid|icid|smid|smtyp|ref|ref_src|ref_url|"
    r"referrer|xtor|at_(medium|campaign|custom\d)|ns_(mchannel|source|campaign|linkname|fee)|spm|share|socialref|"
    r"partner|emc|_ga|wt\.mc_id|src|sr_share)$",
    re.I,
)
DEFAULT_PORT = {"http": "80", "https": "443"}


def canonical_url(url: str) -> str:
    """One spelling for one page: lower-case host without "www." or default port, no fragment, no tracking parameters,
    https, no trailing slash. Anything that is not an http(s) address is given back as it is.

    >>> canonical_url("HTTP://www.Example.org:80/a/?utm_source=x&id=3#top")
    'https://example.org/a?id=3'
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in DEFAULT_PORT or not host:
        return url.strip()
    host = host.removeprefix("www.")
    if port and str(port) not in DEFAULT_PORT.values():
        host = f"{host}:{port}"
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(k)]
    return urlunsplit(("https", host, parts.path.rstrip("/"), urlencode(kept), ""))


def article_id(canonical: str) -> ArticleId:
    """Sixteen hexadecimal digits named after the canonical URL (or urn)."""
    return ArticleId(blake2b(canonical.encode(), digest_size=8).hexdigest())


def urn(outlet: str, given_id: str) -> str:
    """The address of a report that has none: `urn:newsloom:OUTLET:ID`."""
    return f"urn:newsloom:{outlet}:{given_id}"


def site_of(url: str) -> str:
    """Host without "www.", "" where there is none: "https://www.a.example/x" -> "a.example"."""
    try:
        return (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""
