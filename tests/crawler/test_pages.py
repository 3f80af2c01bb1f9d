"""Every stored page gives the Article, or the outcome, that stands next to it."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.pages.outcomes import NotAnArticle, UndecodablePage
from crawler.parsing import parse
from crawler.publishers import catalogue
from crawler.stored_pages import STORED_AT, expected, found

PAGES = Path(__file__).with_name("pages")
CASES = sorted(path.parent for path in PAGES.glob("*/*/expected.json"))
NOW = STORED_AT


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_stored_page_reads_as_expected(case):
    assert found(case) == expected(case)


def test_every_layout_of_every_publisher_has_a_stored_page():
    for code, publisher in catalogue().items():
        years = {case.name.partition("-")[0] for case in CASES if case.parent.name == code}
        assert years == {str(layout.since.year) for layout in publisher.layouts}, code


def page(body: str, head: str = "") -> bytes:
    return f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


ARTICLE = '<h1 class="title">عنوان خبر</h1><div class="body"><p>{}</p></div>'
LONG = "این جمله درازتر از یک زیرنویس است و درباره پیوستن دستگاه‌های اجرایی به پنجره ملی خدمات می‌گوید."


def test_an_article_about_captchas_and_missing_pages_is_an_article():
    text = "کاربران با پیام «صفحه مورد نظر یافت نشد» یا captcha روبه‌رو می‌شوند؛ " + LONG
    assert text in parse(page(ARTICLE.format(text)), "https://www.irib-news.ir/fa/news/1").text


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Just a moment...", "challenge"),
        ("Transferring to the website...", "challenge"),
        ("ورود", "login"),
        ("صفحه يافت نشد", "not_found"),
        ("خبر", "no_title"),
    ],
)
def test_pages_in_an_article_s_place_have_a_name(title, reason):
    body = f'<div class="body"><p>{LONG}</p></div>' if reason == "no_title" else "<p>...</p>"
    with pytest.raises(NotAnArticle) as outcome:
        parse(page(body, f"<title>{title}</title>"), "https://www.irib-news.ir/fa/news/1")
    assert outcome.value.reason == reason


@pytest.mark.parametrize(
    "body", [b"", b"   ", b"hello", b'<?xml version="1.0"?><rss><channel/></rss>', b"User-agent: *"]
)
def test_what_is_no_page_is_not_html(body):
    with pytest.raises(NotAnArticle, match="not_html"):
        parse(body, "https://news.example/1")


@pytest.mark.parametrize("url", ["https://www.irib-news.ir/fa", "https://www.tasnimnews.com/fa/service/7/economy"])
def test_other_addresses_of_a_publisher_are_no_articles(url):
    with pytest.raises(NotAnArticle, match="other_page"):
        parse(page(ARTICLE.format(LONG)), url)


def test_binary_data_is_undecodable():
    with pytest.raises(UndecodablePage):
        parse(b"\x89PNG\r\n\0\0", "https://www.irib-news.ir/fa/news/1")


def test_deep_markup_is_read_to_the_end():
    deep = "<div>" * 1500 + LONG + "</div>" * 1500
    assert (
        LONG
        in parse(
            page(ARTICLE.format("بند نخست خبر.").replace("</p>", f"</p>{deep}")), "https://irib-news.ir/fa/news/1"
        ).text
    )


@pytest.mark.parametrize(
    ("url", "link", "document"),
    [
        ("https://e.ir/news/1?utm_source=x", "https://www.e.ir/news/1", "https://www.e.ir/news/1"),
        ("https://e.ir/news/1?a=1", "/news/1", "https://e.ir/news/1"),
        ("https://e.ir/news/1", "https://e.ir/", "https://e.ir/news/1"),
        ("https://e.ir/news/1", "https://other.ir/news/1", "https://e.ir/news/1"),
        ("https://e.ir/news/1", "https://[", "https://e.ir/news/1"),
        ("https://e.ir/news/1", "", "https://e.ir/news/1"),
        (None, "https://e.ir/news/1", "https://e.ir/news/1"),
        (None, "/news/1", "saved.html"),
        (None, "https://[", "saved.html"),
        (
            "https://www.irib-news.ir/fa/news/7/x",
            "https://www.irib-news.ir/fa/news/8",
            "https://www.irib-news.ir/fa/news/7",
        ),
    ],
)
def test_a_page_is_called_by_its_own_address_where_that_can_be_believed(url, link, document):
    body = f"<article>{ARTICLE.format(LONG * 3)}</article>"
    assert (
        parse(page(body, f'<link rel="canonical" href="{link}">'), url, name=None if url else "saved.html").document
        == document
    )


FRAGMENTS = [
    "<div class=body>",
    "</div>",
    "<p>",
    "<h1 class=title>",
    "<table>",
    "<tr>",
    "<td>",
    "<",
    ">",
    "&",
    "&#0;",
    "<!--",
]
FRAGMENTS += [
    "<script type='application/ld+json'>",
    '{"@type": "NewsArticle",',
    "</script>",
    "<link rel=canonical href=",
]
FRAGMENTS += ["https://[", "به گزارش ", "خبر ", LONG, "<article class=single-news>", "<div class=story>", "<?xml", "\0"]
DATES = [
    "۱۴۰۲/۱۳/۴۵",
    "۰۱ دی ۱۴۰۲",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "9999-12-31",
    "1402-10-01",
]
URLS = [
    None,
    "https://irib-news.ir/fa/news/1",
    "https://tasnimnews.com/fa/news/1402/01/01/1",
    "https://e.ir/1",
    "http://[/",
]
markup = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=12).map("".join)
moments = st.sampled_from(DATES) | st.text(max_size=12)


@given(markup, markup, moments, moments, st.sampled_from(URLS))
def test_any_markup_is_an_article_or_an_outcome(title, text, machine, printed, url):
    head = f'<meta property="article:published_time" content="{machine}">'
    body = f'<article class="single-news"><h1 class="title">{title}</h1><div class="news_pdate_c">{printed}</div>'
    body += f'<div class="story body"><p>{text}</p></div></article>'
    with suppress(NotAnArticle, UndecodablePage):
        article = parse(page(body, head), url, name="x", now=NOW)
        assert article.title
        assert article.text.startswith(article.kicker or article.title)


def test_the_number_that_a_page_prints_is_kept_in_latin_digits():
    html = page(f'<div class="news_id_c">کد خبر: ۴۱۰۰۰۰۱</div><div class="news_pdate_c"></div>{ARTICLE.format(LONG)}')
    assert parse(html, None, name="saved.html").news_code == "4100001"


def test_key_words_are_found_behind_other_lists_and_only_once():
    words = '<ul class="smart-keyword"><li class="skeyword-item"><a>{}</a></li></ul>'
    lists = f'<ul class="menu"><li><a>خانه</a></li></ul>{words.format("دولت")}{words.format("دولت")}'
    story = (
        f'<article class="single-news"><h1 class="title">عنوان خبر</h1><div class="story"><p>{LONG}</p></div></article>'
    )
    article = parse(page(f"{lists}{story}"), "https://www.tasnimnews.ir/fa/news/1402/10/01/1")
    assert article.tags == ("دولت",)


def test_windows_1256_pages_read_in_their_own_letters():
    text = "سازمان اداري و استخدامي از اتصال 25 دستگاه به درگاه ملي مجوزها خبر داد."
    html = page(ARTICLE.format(text)).decode().replace("utf-8", "windows-1256").encode("cp1256", errors="replace")
    assert text in parse(html, "https://www.irib-news.ir/fa/news/1").text


def test_the_half_space_is_kept_as_character_entity_and_number():
    text = parse(
        page(ARTICLE.format("دستگاه\u200cها، سامانه&zwnj;ها، خدمت&#8204;ها")), "https://irib-news.ir/fa/news/1"
    ).text
    assert text.endswith("دستگاه\u200cها، سامانه\u200cها، خدمت\u200cها")


def test_every_field_has_its_source():
    article = parse(
        (PAGES / "irib/2026-plain/page.html").read_bytes(), "https://www.irib-news.ir/fa/news/5700101", now=NOW
    )
    filled = article.model_dump(exclude_defaults=True).keys() - {"url", "canonical_url", "publisher", "provenance"}
    assert filled == article.provenance.keys()
