from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from corpus import store


def bodies(page):
    return [link.text_content() for link in page.cssselect("tbody a.open")]


def test_a_row_says_what_was_found(stored, read):
    page = read("/")
    assert (page.get("lang"), page.get("dir")) == ("fa", "rtl")
    assert page.cssselect(".count")[0].text_content() == "۲ یافته"
    row = " ".join(next(tr for tr in page.cssselect("tbody tr") if "گاز" in tr.text_content()).text_content().split())
    for words in (
        "شرکت ملی گاز ایران",
        "خدمات ارائه‌شده در پنجره ملی",
        "کمتر از ۲۵ درصد",
        "انجام نداده",
        "مهلت: ۳۰ آبان ۱۴۰۲",
        "در ۱ دی ۱۴۰۲",
        "معاون سازمان نمونه",
        "تسنیم",
        "۹۰ درصد",
        "نیازمند بررسی",
    ):
        assert words in row


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, 2),
        ({"body": "گاز"}, 1),
        ({"body": "شركت ملي‌گاز"}, 1),
        ({"body": "وزارت راه"}, 0),
        ({"indicator": "permits.total"}, 1),
        ({"publisher": "tasnim"}, 2),
        ({"publisher": "irib"}, 0),
        ({"kind": "obligation"}, 1),
        ({"status": "not_complied"}, 1),
        ({"text": "جا ماند پنجره"}, 2),
        ({"text": "نیست"}, 0),
        ({"from": "۱۴۰۲/۱۰/۰۱", "to": "1402-10-1"}, 2),
        ({"from": "دی ۱۴۰۲", "to": "۱۴۰۲"}, 2),
        ({"to": "آذر ۱۴۰۲"}, 0),
        ({"from": "۲ دی ۱۴۰۲"}, 0),
        ({"from": "2023-12-22", "to": "2023-12-22"}, 2),
        ({"from": "2023-12-23"}, 0),
        ({"text": "\0", "body": " "}, 2),
        ({"page": "999"}, 2),
        ({"page": "-1"}, 2),
        ({"page": "²"}, 2),
    ],
)
def test_filters(stored, read, query, found):
    page = read(f"/?{urlencode(query)}")
    assert len(bodies(page)) == found
    if not found:
        assert "یافته‌ای با این شرط‌ها نیست" in page.text_content()


def test_filters_stay_filled_in(stored, read):
    page = read("/?" + urlencode({"text": "گاز", "kind": "measurement", "from": "۱۴۰۲"}))
    assert page.cssselect("#text")[0].get("value") == "گاز"
    assert page.cssselect("#kind option[selected]")[0].get("value") == "measurement"
    assert page.cssselect("#from")[0].get("value") == "۱۴۰۲"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"from": "دیروز"}, "«از تاریخ» را نمی‌توان خواند"),
        ({"to": "۱۴۰۲/۱۲/۳۰"}, "«تا تاریخ» را نمی‌توان خواند"),
        ({"to": "۲۰۲۳/۱۳/۲۲"}, "«تا تاریخ» را نمی‌توان خواند"),
        ({"from": "۱۴۰۳", "to": "۱۴۰۲"}, "پس از «تا تاریخ»"),
        ({"kind": "<b>"}, "نوع «<b>» شناخته نیست"),
        ({"status": "x"}, "وضعیت «x» شناخته نیست"),
        ({"indicator": "nope"}, "شاخص «nope» شناخته نیست"),
        ({"publisher": "nope"}, "رسانه «nope» شناخته نیست"),
        ({"text": "گاز" * 100}, "بلندتر از ۲۰۰ نویسه"),
        ({"text": "%"}, "عبارت جست‌وجو «%» حرف یا رقمی ندارد"),
        ({"text": "…"}, "عبارت جست‌وجو «…» حرف یا رقمی ندارد"),
        ({"body": "_"}, "نام دستگاه «_» حرف یا رقمی ندارد"),
    ],
)
def test_a_filter_at_fault_is_named(stored, read, query, said):
    page = read("/?" + urlencode(query), status=400)
    (alert,) = page.cssselect("[role=alert]")
    assert said in alert.text_content()
    assert len(bodies(page)) == 2


@pytest.mark.parametrize("asked", [{"indicator": "permits.issued"}, {"publisher": "irib"}])
def test_no_filter_is_in_force_unseen(stored, read, asked):
    """A known code that no record has is still the one that is shown as chosen."""
    ((name, code),) = asked.items()
    page = read(f"/?{urlencode(asked)}")
    assert not bodies(page)
    assert page.cssselect(f"#{name} option[selected]")[0].get("value") == code


def test_rows_of_one_publisher_and_day_are_told_apart_by_their_titles(stored, article, read):
    assert [one.text_content() for one in read("/").cssselect("tbody .title")] == [article.title] * 2


def test_titles_are_spelt_for_readers_and_kept_as_written(db, read, make_article, make_record):
    written = "مهلت دستگاهها در ۱۴۰۲/۱۰/۰۱ پایان یافت"
    kept = make_article(title=written)
    store.save_article(kept)
    store.save_records(kept.document, [make_record(kept, "وزارت نیرو")], "0.1.0")
    (title,) = read("/").cssselect("tbody .title")
    assert title.text_content() == "مهلت دستگاه‌ها در ۱۴۰۲/۱۰/۰۱ پایان یافت"
    assert title.get("title") == written


def test_a_record_leads_back_to_the_very_list(db, read, make_article, make_record):
    """With its filters, its page and its row, through neighbours and the article's page too."""
    article = make_article(text="عنوان\n" + "\n".join(f"سازمان {number} ۱۳ درصد" for number in range(60)))
    store.save_article(article)
    made = [make_record(article, f"سازمان {number} ۱۳") for number in range(60)]
    store.save_records(article.document, made, "0.1.0")
    asked = "publisher=sample&from=2023-12-22&page=2"
    listed = read(f"/?{asked}").cssselect("tbody a.open")[0]
    page = read(listed.get("href"))
    assert page.cssselect(".trail a")[0].get("href") == f"/?{asked}#{listed.get('id')}"
    of_article = page.cssselect("article a[href^='/article']")[0].get("href")
    assert read(of_article).cssselect(".trail a")[0].get("href") == f"/?{asked}"
    from_article = read(of_article).cssselect("ol a.open")[0].get("href")
    for link in (from_article, page.cssselect(".trail a[rel=next]")[0].get("href")):
        assert read(link).cssselect(".trail a")[0].get("href").startswith(f"/?{asked}#rec:")


def test_an_empty_store_says_what_to_do(db, read):
    assert "هنوز یافته‌ای نیست" in read("/").text_content()


def test_htmx_gets_the_results_alone(stored, client):
    response = client.get("/?kind=zzz", headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert "<html" not in response.text
    assert "شناخته نیست" in response.text
    assert response["Vary"] == "HX-Request"
    restored = client.get("/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in restored.text


def test_newest_news_comes_first_page_after_page(db, read, make_article, make_record):
    begin = datetime(2023, 1, 1, tzinfo=UTC)
    for number in range(60):
        article = make_article(number, published=begin + timedelta(days=(number * 7) % 60))
        store.save_article(article)
        store.save_records(article.document, [make_record(article, f"سازمان {(number * 7) % 60}")], "0.1.0")
    first, second = read("/?publisher=sample"), read("/?publisher=sample&page=2")
    assert bodies(first) + bodies(second) == [f"سازمان {number}" for number in reversed(range(60))]
    assert first.cssselect("a[rel=next]")[0].get("href") == "?publisher=sample&page=2"
    assert second.cssselect("a[rel=prev]")[0].get("href") == "?publisher=sample"
    assert "۶۰ یافته، صفحه ۲ از ۲" in second.text_content()


def test_names_of_bodies_as_one_types(stored, client):
    text = client.get("/bodies?body=" + quote("گاز")).text
    assert 'value="شرکت ملی گاز ایران"' in text
    assert "نیرو" not in text


def test_words_of_strangers_are_escaped(db, read, client, make_article, make_record):
    nasty = "<img src=x onerror=alert(1)>\"'"
    article = make_article(text=f"{nasty}\n{nasty} ۱۳ درصد", publisher=nasty, origin=nasty, url="javascript:alert(1)")
    store.save_article(article)
    record = make_record(
        article,
        nasty,
        indicator=nasty,
        claimant={"name": nasty, "role": nasty, "organization": nasty, "mention": nasty},
        checks=[{"code": nasty, "message": nasty}],
    )
    store.save_records(article.document, [record], "0.1.0")
    for address in (
        "/",
        "/?" + urlencode({"text": nasty, "body": nasty}),
        f"/records/{record.id}",
        "/article?" + urlencode({"document": article.document}),
        "/bodies",
    ):
        page = read(address)
        assert not page.cssselect("img, [onerror], a[href^=javascript]")
        assert "<img" not in client.get(address).text
    assert nasty in read("/").text_content()


def test_headers_let_nothing_in_from_outside(stored, client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_request_from_elsewhere_is_refused_in_persian(db):
    response = Client(enforce_csrf_checks=True).post("/")
    assert response.status_code == 403
    assert "پذیرفته نشد" in response.text
    assert "desk/base.css" in response.text


def test_the_desk_only_reads(stored, client):
    assert client.post("/").status_code == 405


def test_health(db, client):
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")
