"""Bytes from the network -> characters -> trees, safely: shared by feeds (XML) and pages (HTML).

In: untrusted bytes. Out: text, or an lxml tree in which no entity was expanded and nothing was loaded. Bytes and
attributes are capped here, depth by libxml2 (255): what is beyond raises `Unreadable`, whose message is the reason.
"""

from __future__ import annotations

import codecs
import re
from html import unescape
from html.entities import html5

from charset_normalizer import from_bytes
from lxml import etree
from lxml import html as lxml_html

LARGEST_PAGE = 8_000_000  # bytes; the largest real news pages are below 3 MB
LARGEST_FEED = 60_000_000
MOST_ATTRIBUTES = 5_000  # of one tag: libxml2 compares each with each
LONG_TAG = re.compile(r"<[A-Za-z][^<>]{20000,}")
QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BARE_UTF16 = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
IN_BODY = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# what the label says -> what is meant (WHATWG Encoding Standard): pages labelled latin-1 use Windows' quotation marks
MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "tis-620": "cp874",
}
NEVER = frozenset(("utf-7", "unicode_escape", "unicode-escape", "raw-unicode-escape", "idna", "punycode"))
ESCAPING = ("iso-2022-jp", "hz-gb-2312")  # all their bytes are ASCII, so they pass as UTF-8
UNFIT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,2000}(?:\[.*?\]\s*)?>", re.I | re.S)
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>", re.I)
CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.S)
AMPERSAND = re.compile(r"&(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)?")
XML_OWN = frozenset(("&amp;", "&lt;", "&gt;", "&quot;", "&apos;"))


class Unreadable(ValueError):
    """Bytes that no tree can be made of; the message is the reason."""


DOUBLY_ENCODED = re.compile(r"[\xc2-\xf4][\x80-\x9f]")  # a C1 control after such a letter: UTF-8 read as Latin-1
UTF8_AS_LATIN1 = re.compile(r"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def mend(text: str) -> str:
    """Text without characters that cannot be stored, and with doubly encoded ones as they were meant."""
    text = UNFIT.sub("", text)
    if DOUBLY_ENCODED.search(text):
        text = UTF8_AS_LATIN1.sub(lambda found: found.group().encode("latin-1").decode("utf-8", "ignore"), text)
    return text


def decode(body: bytes, content_type: str = "") -> str:
    """Characters of a page or feed. A byte order mark decides, then valid UTF-8, then the label, then a guess.

    >>> decode("<p>“Non”</p>".encode("cp1252"), "text/html; charset=iso-8859-1")
    '<p>“Non”</p>'
    """
    for mark, name in (*BOMS, *BARE_UTF16):
        if body.startswith(mark):
            kept = body if (mark, name) in BARE_UTF16 else body[len(mark) :]
            return mend(kept.decode(name, "replace"))
    label = _label(body, content_type)
    if label not in ESCAPING:
        try:
            return mend(body.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    name = label if label not in ("", "utf-8", "utf8") else _guess(body)
    return mend(body.decode(name, "replace"))


def _label(body: bytes, content_type: str) -> str:
    """The encoding that header, XML declaration or meta tag names, where Python knows it."""
    named = IN_HEADER.search(content_type)
    found = IN_BODY.search(body[:4096])
    for label in (named.group(1) if named else "", found.group(1).decode("ascii", "ignore") if found else ""):
        name = MEANT.get(label.lower(), label.lower())
        try:
            codec = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        if getattr(codec, "_is_text_encoding", True) and codec.name not in (
            "utf-7",
            "unicode_escape",
            "idna",
            "punycode",
        ):
            return codec.name if name not in ESCAPING else name
    return ""


def _guess(body: bytes) -> str:
    """For bytes that are neither labelled nor UTF-8. A stray bad byte in a UTF-8 page does not make it another page."""
    if body.decode("utf-8", "ignore").encode() and len(body) - len(body.decode("utf-8", "ignore").encode()) < 20:
        return "utf-8"
    best = from_bytes(body[:20_000]).best()
    return best.encoding if best else "cp1252"


def parse_html(body: bytes, content_type: str = "") -> lxml_html.HtmlElement:
    """Tree of a page. Raises Unreadable where it is empty, too large, too deep, or a tag has too many attributes."""
    if len(body) > LARGEST_PAGE:
        raise Unreadable(f"larger than {LARGEST_PAGE:,} bytes")
    text = decode(body, content_type)
    if not text.strip():
        raise Unreadable("empty page")
    for tag in LONG_TAG.finditer(text):
        if len(QUOTED.sub("", tag.group()).split()) > MOST_ATTRIBUTES:
            raise Unreadable(f"a tag with more than {MOST_ATTRIBUTES:,} attributes")
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, collect_ids=False
    )
    try:
        tree = lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable(f"no HTML: {error}") from None
    if any("depth" in str(entry.message).lower() for entry in parser.error_log):
        raise Unreadable("tags nested more than 255 deep")
    return tree


def parse_xml(body: bytes, content_type: str = "") -> etree._Element:
    """Tree of a feed or sitemap, mended where it can be. No entity is expanded but HTML's own names.

    >>> parse_xml(b"<a>R&eacute;sum&eacute; & more</a>").text
    'Résumé & more'
    """
    if len(body) > LARGEST_FEED:
        raise Unreadable(f"larger than {LARGEST_FEED:,} bytes")
    text = DECLARATION.sub("", decode(body, content_type).lstrip(), count=1)
    text = DOCTYPE.sub("", text, count=1)
    if not text.strip():
        raise Unreadable("empty document")
    pieces = CDATA.split(text)
    pieces[::2] = [AMPERSAND.sub(_reference, piece) for piece in pieces[::2]]
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = etree.fromstring("".join(pieces).encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(f"no XML: {error}") from None
    if tree is None:
        raise Unreadable("no XML")
    return tree


def _reference(found: re.Match[str]) -> str:
    """HTML's named characters as themselves; an ampersand that begins nothing as a plain ampersand."""
    whole = found.group()
    if whole in XML_OWN or whole.startswith("&#"):
        return whole.replace("&#X", "&#x")
    character = html5.get(whole[1:], "")
    return character if character and character not in "<>&\"'" else "&amp;" + whole[1:]


TAG = re.compile(r"<[/!?A-Za-z][^<>]{0,5000}>")


def plain(fragment: str) -> str:
    """The words of a scrap of HTML, on one line: "<b>Kim &amp; Moon</b><br>meet" -> "Kim & Moon meet"."""
    if "<" in fragment:
        fragment = TAG.sub(lambda tag: "" if INLINE.match(tag.group()) else " ", fragment)
    return " ".join(unescape(fragment).split())


INLINE = re.compile(r"</?(?:b|i|em|strong|span|a|u|s|sub|sup|small|font|mark|wbr|abbr|cite|q|code)\b", re.I)
