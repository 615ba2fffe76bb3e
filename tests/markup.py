"""HTML and XML parsed for tests; untyped on purpose: what XPath finds is known to the test alone."""

from __future__ import annotations

from typing import Any

from lxml import etree, html


def html_of(text: str) -> Any:
    return html.fromstring(text)


def xml_of(text: str | bytes) -> Any:
    return etree.fromstring(text.encode() if isinstance(text, str) else text)
