"""Addresses and habits of the NewsStudio and Asam sites."""

from datetime import UTC, date, datetime

import pytest

from crawler.pages.outcomes import NotAnArticle
from crawler.parsing import parse
from crawler.publishers import by_url, catalogue

NOW = datetime(2026, 11, 1, tzinfo=UTC)
LONG = "این بند درباره پیوستن دستگاه‌های اجرایی به پنجره ملی خدمات است و از یک زیرنویس درازتر است."
ILNA = "https://www.ilna.ir/fa/tiny/news-1432101"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.isna.ir/news/1404042616251/عنوان", "https://www.isna.ir/news/1404042616251"),
        ("http://isna.ir/fa/news/94051709876/", "https://www.isna.ir/news/94051709876"),
        ("https://www.isna.ir/photo/1404042616251/x", "https://www.isna.ir/news/1404042616251"),
        ("https://www.mehrnews.com/news/6017630/%D9%BE%DB%8C%D8%B4", "https://www.mehrnews.com/news/6017630"),
        ("https://mehrnews.com/x349jN", "https://www.mehrnews.com/news/6017630"),
        ("https://irna.ir/xjSPkL", "https://www.irna.ir/news/85742882"),
        ("http://www.khabaronline.ir/detail/172665/society", "https://www.khabaronline.ir/news/172665"),
        ("https://www.hamshahrionline.ir/details/123456/x", "https://www.hamshahrionline.ir/news/123456"),
        ("https://www.ilna.ir/بخش-کارگری-9/1432101-بیمه", ILNA),
        ("https://www.ilna.ir/%D8%A8%D8%AE%D8%B4-%DA%A9%D8%A7%D8%B1%DA%AF%D8%B1%DB%8C-9/1432101", ILNA),
        ("https://ilna.ir/fa/tiny/news-1432101", ILNA),
        ("https://www.jamaran.ir/بخش-ها-3/1700001-x", "https://www.jamaran.news/fa/tiny/news-1700001"),
        ("https://www.pana.ir/news/812345/x", "https://www.pana.ir/news/812345"),
        ("https://www.pana.ir/بخش-علم-4/1512345-x", "https://www.pana.ir/fa/tiny/news-1512345"),
        # Short links that are a count of their own, letters that none has, lists, tags and other editions.
        ("https://www.isna.ir/xdLwnn", None),
        ("https://mehrnews.com/xa1eio", None),
        ("https://www.mehrnews.com/x", None),
        ("https://www.irna.ir/service/economy", None),
        ("https://www.irna.ir/tag/85742882", None),
        ("https://en.irna.ir/news/85742882", None),
        ("https://www.ilna.ir/بخش-کارگری-9", None),
        ("https://www.ilna.ir/tags/خبر", None),
    ],
)
def test_one_article_has_one_address(url, canonical):
    publisher = by_url(url)
    assert (publisher.canonical(url) if publisher else None) == canonical


def test_numbers_of_isna_name_no_day():
    assert catalogue()["isna"].day("https://www.isna.ir/news/1404042616251") is None


def test_the_archive_of_a_day_is_asked_for_in_jalali():
    path = catalogue()["mehr"].archive_path(date(2024, 2, 8), 2)
    assert path == "/page/archive.xhtml?mn=11&wide=0&dy=19&ms=0&pi=2&yr=1402"
    assert catalogue()["ilna"].archive_path(date(2024, 2, 8)) is None


def test_every_pattern_can_be_filled():
    for publisher in catalogue().values():
        assert (publisher.archive is None) == (publisher.archive_path(date(2024, 2, 8)) is None)
        for path in publisher.tag_pages:
            assert path.format(word="x", page=1).startswith("/")
        assert not publisher.yearly_sitemap or "1402" in publisher.yearly_sitemap.format(jy=1402)


def mehr(article: str, beside: str = "") -> bytes:
    title = '<div class="item-title"><h1 class="title">عنوان خبر</h1></div>'
    text = f'<article id="item">{title}{article}</article>{beside}'
    return f'<html><head><meta charset="utf-8"></head><body>{text}</body></html>'.encode()


def body(*paragraphs: str) -> str:
    return f'<div itemprop="articleBody" class="item-text">{"".join(f"<p>{one}</p>" for one in paragraphs)}</div>'


def read(page: bytes) -> tuple[str, ...]:
    return tuple(parse(page, "https://www.mehrnews.com/news/1234567", now=NOW).text.split("\n"))


@pytest.mark.parametrize(
    ("last", "kept"),
    [("265 33", ()), ("۲۴۵۳۳", ()), ("۱۲/۴۰*", ()), ("۲۵ درصد", ("۲۵ درصد",)), ("سال ۱۴۰۲", ("سال ۱۴۰۲",))],
)
def test_the_reporter_s_number_at_the_end_is_dropped(last, kept):
    assert read(mehr(body(LONG, last))) == ("عنوان خبر", LONG, *kept)


def test_a_number_inside_the_article_stays():
    assert read(mehr(body("۱۴۰۲", LONG)))[1] == "۱۴۰۲"


@pytest.mark.parametrize("beside", ["<aside>{}</aside>", "<ul><li>{}</li></ul>", '<div class="box list">{}</div>'])
def test_kicker_and_lead_of_other_articles_are_not_taken(beside):
    others = beside.format('<h4 class="subtitle kicker">از دیگری</h4><p class="introtext">خلاصه دیگری</p>')
    assert read(mehr(body(LONG), others)) == ("عنوان خبر", LONG)


def test_the_agency_before_the_lead_is_left_out_wherever_it_stands():
    lead = '<p class="summary introtext"><span class="src">مهر/یزد </span>استاندار گفت.</p>'
    assert read(mehr(lead + body(LONG)))[1] == "استاندار گفت."


@pytest.mark.parametrize(
    ("rest", "reason"), [("", "no_body"), ('<ul class="photoGall"></ul>', "photo"), ("<video></video>", "video")]
)
def test_a_short_lead_alone_is_no_article_and_a_long_one_of_a_gallery_neither(rest, reason):
    lead = "خلاصه کوتاه" if reason == "no_body" else LONG
    with pytest.raises(NotAnArticle) as outcome:
        read(mehr(f'<p class="introtext">{lead}</p>{rest}{body()}'))
    assert outcome.value.reason == reason


@pytest.mark.parametrize("own", ["خبرگزاری مهر", "مهر", "mehrnews.com", "Mehr"])
def test_a_site_is_not_the_writer_of_its_articles(own):
    page = mehr(body(LONG)).replace(b"</head>", f'<meta name="author" content="{own}"></head>'.encode())
    article = parse(page, "https://www.mehrnews.com/news/1234567", now=NOW)
    assert (article.authors, article.provenance.get("authors")) == ((), None)
