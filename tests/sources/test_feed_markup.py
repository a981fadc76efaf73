"""Feeds as they are: what can be read of damaged ones, where pages in them link to, and days as they are written."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from lxml import etree

from tracker.errors import LetterError
from tracker.sources.feed_markup import day_of, links_in, parse_feed, title_in

ITEM = "<item><title>Brief{}</title><link>http://example.org/a.pdf?a=1{}b=2</link></item>"


def rss(space: str = " ", ampersand: str = "&amp;", more: str = "") -> bytes:
    """A feed of one item, with an entity in its title, an ampersand in its link, and more in the item."""
    item = ITEM.format(space, ampersand).replace("</item>", f"{more}</item>")
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{item}</channel></rss>'.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body><p>A&nbsp;page<br></body></html>",
        b"{}",
        b"",
        rss("&nbsp;")[:-20],
        b'<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + rss("&e;&nbsp;").partition(b"?>")[2],
        b'<!DOCTYPE rss [<!ENTITY % e SYSTEM "http://example.org/e">%e;]>' + rss(" & ").partition(b"?>")[2],
        b"<rss>" + b"<a>" * 400 + b"&nbsp;</rss>",
    ],
    ids=["page", "json", "nothing", "cut", "entity", "parameter", "deep"],
)
def test_what_is_no_whole_feed_is_refused(data: bytes) -> None:
    with pytest.raises(LetterError):
        parse_feed(data)


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"\xef\xbb\xbf\r\n" + rss(), "Brief "),
        (b"\n\n  " + rss(), "Brief "),
        (rss("&nbsp;&eacute;&#233;"), "Brief\u00a0éé"),
        (rss(" & meer &c; R&D; &lt;"), "Brief & meer &c; R&D; <"),
        (rss(" ", "&"), "Brief "),
        (rss("\x0b\x01 "), "Brief "),
        (rss(more="<description><p>een<br>twee</description>"), "Brief "),
    ],
)
def test_a_damaged_feed_is_read(data: bytes, title: str) -> None:
    (item,) = parse_feed(data).iter("item")
    assert item.findtext("title") == title
    assert item.findtext("link") == "http://example.org/a.pdf?a=1&b=2"


@pytest.mark.parametrize(
    ("inner", "title"),
    [
        ("Brief over havens", "Brief over havens"),
        ("&lt;b&gt;Brief&lt;/b&gt; over&lt;br /&gt;havens", "Brief over havens"),
        ("<![CDATA[<p class='x'>Brief&nbsp;<em>over</em> R&amp;D</p>]]>", "Brief over R&D"),
        ("<![CDATA[<strong>H</strong>avens]]>", "Havens"),
        ("Brief <i>over</i><br/>havens", "Brief over havens"),
        ("Havens &amp;amp; sluizen &amp;eacute;&amp;#233;n", "Havens & sluizen één"),
        ("&amp;lt;b&amp;gt;Brief&amp;lt;/b&amp;gt;", "Brief"),
        ("<![CDATA[<script>alert('<b>x</b>')</script>Brief<!-- x -->]]>", "Brief"),
        ("Als 3 &lt; 5 en 7 &gt; 5", "Als 3 < 5 en 7 > 5"),
        ("R&amp;D en AT&amp;T", "R&D en AT&T"),
        ("De &lt;naam&gt; van de haven", "De <naam> van de haven"),
        ("<script>x</script>Brief", "Brief"),
    ],
)
def test_a_title_is_without_markup(inner: str, title: str) -> None:
    assert title_in(etree.fromstring(f"<title>{inner}</title>")) == title


def test_a_title_that_says_to_be_plain_is_as_it_stands() -> None:
    assert title_in(etree.fromstring('<title type="text">De tag &lt;b&gt;</title>')) == "De tag <b>"
    assert title_in(etree.fromstring('<title type="html">De &lt;b&gt;haven&lt;/b&gt;</title>')) == "De haven"


def test_a_hostile_title_takes_little_time() -> None:
    begin = time.process_time()
    for text in ("&lt;script" * 50_000, "&lt;" * 50_000, "&lt;!--" * 50_000, "&lt;a " * 50_000):
        title_in(etree.fromstring(f"<title>{text}</title>"))
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("zonder koppeling a href=x.pdf", []),
        ("<a name=x>anker</a>", []),
        ("<a href=/docs/a.pdf>brief</a>", ["/docs/a.pdf"]),
        ("<A HREF='a.pdf?v=1&amp;w=2'>brief", ["a.pdf?v=1&w=2"]),
        ('<p><a class="x" href = " b.pdf ">b</a><a href=c.pdf>c</a>', ["b.pdf", "c.pdf"]),
    ],
)
def test_a_page_in_a_feed_says_where_it_links_to(page: str, links: list[str]) -> None:
    part = etree.Element("description")
    part.text = page
    assert list(links_in(part)) == links


def test_a_description_of_markup_links_too() -> None:
    part = etree.fromstring('<content xmlns:h="http://www.w3.org/1999/xhtml"><h:p><h:a href="a.pdf"/></h:p></content>')
    assert list(links_in(part)) == ["a.pdf"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fri, 01 Mar 2024 10:00:00 +0100", dt.date(2024, 3, 1)),
        ("2024-03-01T10:00:00Z", dt.date(2024, 3, 1)),
        ("2024-02-29T23:00:00Z", dt.date(2024, 3, 1)),
        ("Thu, 29 Feb 2024 23:00:00 +0000", dt.date(2024, 3, 1)),
        ("Thu, 29 Feb 2024 23:00:00 +0100", dt.date(2024, 2, 29)),
        ("vr, 01 mrt 2024 10:00:00 +0100", dt.date(2024, 3, 1)),
        ("vrijdag 1 maart 2024", dt.date(2024, 3, 1)),
        ("01-03-2024 10:00", dt.date(2024, 3, 1)),
        ("maart 2024", None),
        ("vr, 31 feb 2024", None),
        ("gisteren", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: dt.date | None) -> None:
    assert day_of(text, "Europe/Amsterdam") == day
