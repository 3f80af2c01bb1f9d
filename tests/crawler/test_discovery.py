"""Feeds and sitemaps in all their forms."""

import gzip
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery import Link, UnreadableList, last_day, read_list

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://e.ir/1 </loc><lastmod>2026-10-09</lastmod>
<news:news><news:publication_date>2026-10-04T20:30:00Z</news:publication_date></news:news></url>
<url><loc>https://e.ir/2</loc><lastmod>2026-10-03T10:00:00+03:30</lastmod></url><url><loc>https://e.ir/3</loc></url></urlset>"""
RSS = """<rss version="2.0"><channel><link>https://e.ir</link><item><title>الف</title><link>
https://e.ir/fa/news/1/خبر
</link><pubDate>06 May 2017 13:23:41 +0430</pubDate></item><item><link>https://e.ir/2</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="edit" href="https://e.ir/edit"/>
<link href="https://e.ir/1"/><published>2026-10-04T10:00:00+03:30</published></entry></feed>"""
JSON = '{"urls": [{"loc": "https://e.ir/1", "lastmode": "2011-09-11T18:18:00Z"}, {"loc": null}, {"loc": "https://e.ir/2"}]}'


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (
            NEWS,
            [("https://e.ir/1", date(2026, 10, 5)), ("https://e.ir/2", date(2026, 10, 3)), ("https://e.ir/3", None)],
        ),
        (RSS, [("https://e.ir/fa/news/1/خبر", date(2017, 5, 6)), ("https://e.ir/2", None)]),
        (ATOM, [("https://e.ir/1", date(2026, 10, 4))]),
        (JSON, [("https://e.ir/1", date(2011, 9, 11)), ("https://e.ir/2", None)]),
        (
            "\n" + RSS.replace("الف", "الف & ب"),
            [("https://e.ir/fa/news/1/خبر", date(2017, 5, 6)), ("https://e.ir/2", None)],
        ),
        ("<urlset/>", []),
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_and_their_days(body, pages, pack):
    assert [(link.url, link.day) for link in read_list(pack(body.encode())).pages] == pages


def test_an_index_names_lists():
    body = b"<sitemapindex><sitemap><loc>https://e.ir/a.xml</loc><lastmod>2026-10-01</lastmod></sitemap></sitemapindex>"
    listing = read_list(body)
    assert (listing.lists, listing.pages) == ((Link("https://e.ir/a.xml", date(2026, 10, 1)),), ())


@pytest.mark.parametrize(
    "body",
    [b"", b"  ", b"<html><body>Transferring</body></html>", b"{not json", b"[1", b'{"a": 1}', b"\x1f\x8bdamaged"],
)
def test_what_is_no_list_is_refused(body):
    with pytest.raises(UnreadableList):
        read_list(body)


def test_a_small_file_that_unpacks_without_end_is_refused():
    with pytest.raises(UnreadableList, match="unpacked"):
        read_list(gzip.compress(b"<urlset>" + b" " * 70_000_000))


def test_entities_are_not_resolved():
    body = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><urlset><url><loc>&e;</loc></url></urlset>'
    assert read_list(body).pages == ()


@given(st.binary())
def test_any_bytes_are_read_or_refused(body):
    with suppress(UnreadableList):
        assert read_list(body).pages == ()


def test_titles_and_leads_that_a_list_gives():
    rss = RSS.replace("</title>", "</title><description>&lt;p&gt;ب &amp;amp; پ&lt;/p&gt;</description>")
    assert [(link.title, link.lead) for link in read_list(rss.encode()).pages] == [("الف", "ب & پ"), (None, None)]
    news = NEWS.replace("<news:news>", "<news:news><news:title>خبر یک</news:title>")
    assert [link.title for link in read_list(news.encode()).pages] == ["خبر یک", None, None]


@pytest.mark.parametrize("cut", [b"/2</loc></url>", b"2</loc></url>", b"</loc></url>", b"</url>"])
def test_a_list_cut_short_gives_what_is_whole_and_says_so(cut):
    whole = b"<urlset><url><loc>https://e.ir/1</loc></url><url><loc>https://e.ir/2</loc></url></urlset>"
    listing = read_list(whole[: whole.index(cut, 50)])
    assert [link.url for link in listing.pages] == ["https://e.ir/1"]
    assert listing.damage == "cut short"


def test_gzip_cut_short_gives_what_comes_out_of_it():
    numbers = "".join(f"<url><loc>https://e.ir/{number * 7919 % 100003}</loc></url>" for number in range(5000))
    packed = gzip.compress(f"<urlset>{numbers}</urlset>".encode())
    listing = read_list(packed[: len(packed) // 2])
    assert 1000 < len(listing.pages) < 4999
    assert listing.damage == "gzip cut short"
    assert set(listing.pages) < set(read_list(packed).pages)


def test_a_stray_ampersand_is_no_damage():
    listing = read_list(
        b"<urlset><url><loc>https://e.ir/1?a=1&b=2</loc></url><url><loc>https://e.ir/2</loc></url></urlset>"
    )
    assert (len(listing.pages), listing.damage) == (2, None)


def test_a_wrong_name_of_a_day_does_not_cost_the_date():
    rss = RSS.replace("06 May", "شنبه، 06 May")
    assert read_list(rss.encode()).pages[0].day == date(2017, 5, 6)


def test_a_list_without_end_is_left_off_and_says_so(monkeypatch):
    monkeypatch.setattr("crawler.discovery.feeds.MOST_LINKS", 3)
    listing = read_list(b"<urlset>" + b"<url><loc>https://e.ir/1</loc></url>" * 5 + b"</urlset>")
    assert (len(listing.pages), listing.damage) == (3, "over 3 links")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://e.ir/fa/2023/12/22/fa_2023_12_22_sitemap.xml", date(2023, 12, 22)),
        ("https://e.ir/fa/2024/2/fa_2024_2_sitemap.xml", date(2024, 2, 29)),
        ("https://e.ir/fa/2023/fa_2023_sitemap.xml", date(2023, 12, 31)),
        ("https://e.ir/sitemap/1402/10/01/sitemap.xml", date(2023, 12, 22)),
        ("https://e.ir/sitemap/1403/sitemap.xml", date(2025, 3, 20)),
        ("https://e.ir/fa-sitemap-newsarchive/2026-10", date(2026, 10, 31)),
        ("https://e.ir/fa/rss/feed/0/7/0/", None),
        ("https://e.ir/2023/02/30/sitemap.xml", None),
        ("https://e.ir/12345678", None),
    ],
)
def test_the_period_that_a_list_s_address_names(url, day):
    assert last_day(url) == day
