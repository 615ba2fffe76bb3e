from contextlib import suppress
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsloom.text.markup import LARGEST_PAGE, Unreadable, decode, parse_html, parse_xml, plain


@pytest.mark.parametrize(
    ("body", "header"),
    [
        ("<p>“Où ?” — là</p>".encode(), ""),
        ("<p>“Où ?” — là</p>".encode(), "text/html; charset=iso-8859-1"),
        ("<p>“Où ?” — là</p>".encode("cp1252"), "text/html; charset=ISO-8859-1"),
        ("<p>“Où ?” — là</p>".encode("utf-16"), ""),
        ("<p>“Où ?” — là</p>".encode("utf-16-le"), ""),
        (b'<meta charset="windows-1252">' + "<p>“Où ?” — là</p>".encode("cp1252"), "text/html"),
        (b"\xef\xbb\xbf" + "<p>“Où ?” — là</p>".encode(), "text/html; charset=no-such-thing"),
    ],
)
def test_characters_come_out_as_they_were_meant(body: bytes, header: str) -> None:
    assert decode(body, header).endswith("<p>“Où ?” — là</p>")


def test_doubly_encoded_characters_are_mended() -> None:
    assert decode("the mayor’s “plan”".encode().decode("latin-1").encode()) == "the mayor’s “plan”"


def test_codecs_that_are_no_encodings_are_not_used() -> None:
    assert decode(b"+ADw-b+AD4- \xff", "text/html; charset=utf-7").startswith("+ADw-b")
    decode(b"\xff\xfe\xfd", "text/html; charset=hex")


@given(st.binary(max_size=600), st.sampled_from(["", "text/html; charset=utf-16", "x; charset=gbk", "charset=\x00"]))
def test_no_bytes_raise_anything_but_unreadable(body: bytes, header: str) -> None:
    for parse in (parse_html, parse_xml):
        with suppress(Unreadable):
            parse(body, header)


def test_empty_and_overlong_pages_are_unreadable() -> None:
    for body in (b"", b" \n ", b"x" * (LARGEST_PAGE + 1)):
        with pytest.raises(Unreadable):
            parse_html(body)


@pytest.mark.parametrize("tag", [b"div", b"b", b"table><tr><td", b"ul><li", b"blockquote"])
def test_a_nesting_bomb_is_refused_at_once(tag: bytes) -> None:
    started = monotonic()
    with pytest.raises(Unreadable, match="nested"):
        parse_html(b"<html><body>" + (b"<" + tag + b">") * 40_000 + b"text")
    assert monotonic() - started < 2


def test_an_attribute_bomb_is_refused_and_large_data_in_an_attribute_is_not() -> None:
    with pytest.raises(Unreadable, match="attributes"):
        parse_html(b"<p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">x</p>")
    parse_html(b"<div data-x='" + b"some words " * 60_000 + b"'><p>text</p></div>")


def test_an_entity_bomb_stays_small() -> None:
    levels = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    bomb = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "boom">' + levels + b"]><rss><channel>&a9;</channel></rss>"
    assert len("".join(str(text) for text in parse_xml(bomb).itertext())) < 100


def test_external_entities_are_not_loaded(tmp_path) -> None:  # type: ignore[no-untyped-def]
    secret = tmp_path / "secret.txt"
    secret.write_text("top secret")
    document = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]><r><t>&x;</t></r>'.encode()
    assert "top secret" not in "".join(str(text) for text in parse_xml(document).itertext())


def test_html_entities_and_bare_ampersands_in_feeds() -> None:
    assert (
        parse_xml(b"<a>R&eacute;sum&eacute;&nbsp;&amp; Q&A &unknown; &#8217;</a>").text == "Résumé\xa0& Q&A &unknown; ’"
    )


def test_plain_words_of_scraps_of_html() -> None:
    assert plain("<b>K</b>im &amp; Moon<br/>meet") == "Kim & Moon meet"
    assert plain("if a < b and c > d") == "if a < b and c > d"
