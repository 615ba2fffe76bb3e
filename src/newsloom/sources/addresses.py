"""Which addresses may be fetched: loopback, private and special ones never, unless the guard is lifted.

In: an address, or a host as it stands in one. Out: the reason to refuse it, "" where it may be asked. The list is
explicit, since `ipaddress.is_global` lets through forms that lead back inside (64:ff9b::/96, 2002::/16, …).
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

DENIED_V4 = (
    "0.0.0.0/8",  # this network
    "10.0.0.0/8",
    "100.64.0.0/10",  # carrier-grade NAT
    "127.0.0.0/8",
    "169.254.0.0/16",  # link local, cloud metadata
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",  # 6to4 relays
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",  # multicast
    "240.0.0.0/4",
)
GLOBAL_V6 = "2000::/3"  # all else of IPv6 is special: loopback, mapped, NAT64 (64:ff9b::/96), fc00::/7, fe80::/10, …
DENIED_V6 = (
    "2001::/23",  # protocol assignments, Teredo among them
    "2001:db8::/32",
    "2002::/16",  # 6to4: an IPv4 address inside
    "3fff::/20",
)
NETWORKS_V4 = tuple(IPv4Network(network) for network in DENIED_V4)
NETWORKS_V6 = tuple(IPv6Network(network) for network in DENIED_V6)
INSIDE = ip_network(GLOBAL_V6)
NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*\.?$", re.I)
SPECIAL_NAME = re.compile(r"(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|onion)\.?$", re.I)
LIFT = "; --allow-private lifts this guard"


def denied_address(address: str) -> str:
    """Why an IP address is refused.

    >>> denied_address("::ffff:127.0.0.1")
    '::ffff:127.0.0.1 is a loopback, private or special address; --allow-private lifts this guard'
    """
    try:
        parsed = ip_address(address.split("%")[0])
    except ValueError:
        return f"{address[:80]!r} is no IP address"
    return "" if _is_public(parsed) else f"{address} is a loopback, private or special address{LIFT}"


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NETWORKS_V4)
    return address in INSIDE and not any(address in network for network in NETWORKS_V6)


def denied_host(host: str) -> str:
    """Why a host as written in an address is refused before any look-up: literals, odd literals, names for inside.

    >>> denied_host("0x7f.1")
    "'0x7f.1' is an odd form of an IP address; --allow-private lifts this guard"
    """
    bare = host.strip("[]").rstrip(".")
    if not bare:
        return "no host"
    if ":" in bare or _is_dotted(bare):
        return denied_address(bare)
    if NUMERIC.match(bare):
        return f"{host!r} is an odd form of an IP address{LIFT}"
    return f"{host!r} is a name for inside{LIFT}" if SPECIAL_NAME.search(bare) else ""


def _is_dotted(host: str) -> bool:
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True


def denied_url(url: str, allow_private: bool = False) -> str:
    """Why an address is refused before any look-up: another scheme than http(s), no host, or a host that is denied."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        return f"no address: {error}"
    if parts.scheme.lower() not in ("http", "https"):
        return f"not http(s) but {parts.scheme[:20]!r}"
    if not host:
        return "no host"
    return "" if allow_private else denied_host(host)
