from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.sources.addresses import DENIED_V4, DENIED_V6, GLOBAL_V6, denied_address, denied_host, denied_url

INSIDE = [
    "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "0.0.0.0", "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "192.88.99.1",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
    "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "fec0::1", "fe80::1",
    "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "100::1", "3fff::1", "5f00::1", "4000::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"]


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_that_lead_inside_are_denied(address: str) -> None:
    assert denied_address(address)
    assert denied_url(f"http://[{address}]/" if ":" in address else f"http://{address}/")


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_may_be_asked(address: str) -> None:
    assert denied_address(address) == ""
    assert denied_url(f"https://[{address}]:8443/x" if ":" in address else f"http://{address}/") == ""


@pytest.mark.parametrize(
    "host",
    ["0x7f.1", "0x7f000001", "2130706433", "127.1", "0177.0.0.1", "127.0.0.1.", "localhost", "a.localhost",
     "LOCALHOST.", "printer.local", "metadata.google.internal", "0", "1.2.3"],
)  # fmt: skip
def test_odd_forms_and_names_for_inside_are_denied(host: str) -> None:
    assert denied_host(host) and denied_url(f"http://{host}:8080/")
    assert denied_url(f"http://{host}:8080/", allow_private=True) == ""


@pytest.mark.parametrize("host", ["a.example", "123.example", "0x7f.example", "localhost.example"])
def test_names_may_be_looked_up(host: str) -> None:
    assert denied_host(host) == ""


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example", "http://", "x", "", "//a"]
)
def test_other_schemes_are_denied_also_without_the_guard(url: str) -> None:
    assert denied_url(url, allow_private=True)


@given(st.ip_addresses(v=4))
def test_every_ipv4_of_the_list_is_denied_and_no_other(address: IPv4Address) -> None:
    assert bool(denied_address(str(address))) == any(address in IPv4Network(network) for network in DENIED_V4)


@given(st.sampled_from(DENIED_V4).flatmap(lambda network: st.ip_addresses(v=4, network=network)))
def test_denied_ipv4_is_denied_in_every_wrapping(address: IPv4Address) -> None:
    packed = int(address)
    wrappings = (packed | 0xFFFF << 32, (0x64FF9B << 96) | packed, packed, (0x2002 << 112) | packed << 80)
    assert all(denied_address(str(IPv6Address(number))) for number in wrappings)
    assert denied_host(hex(packed)) and denied_host(str(packed))


@given(st.ip_addresses(v=6))
def test_ipv6_outside_of_global_unicast_is_denied(address: IPv6Address) -> None:
    allowed = address in IPv6Network(GLOBAL_V6) and not any(address in IPv6Network(network) for network in DENIED_V6)
    assert bool(denied_address(str(address))) == (not allowed)


@given(st.text(max_size=60))
def test_no_host_raises(host: str) -> None:
    denied_host(host)
    denied_url(f"http://{host}/")
    denied_url(host)
