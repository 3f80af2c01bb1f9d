from urllib.parse import urlencode

import pytest
from django.test import Client

from corpus import store


def test_a_record_shows_its_evidence_in_the_text(stored, article, read):
    page = read(f"/records/{stored[0].id}")
    (text,) = page.cssselect(".text")
    assert text.text_content() == article.text
    marked = {
        name: "".join(one.text_content() for one in text.cssselect(f"mark.{name}"))
        for name in ("subject", "value", "deadline", "claimant", "indicator")
    }
    assert marked == {
        "subject": "شرکت ملی گاز ایران",
        "value": "کمتر از ۲۵ درصد",
        "deadline": "پایان آبان",
        "claimant": "معاون سازمان نمونه",
        "indicator": "۲۵ درصد و وزارت نیرو",
    }
    labels = [one.get("data-label") for one in text.cssselect("mark") if one.get("data-label")]
    assert sorted(labels) == sorted(["دستگاه", "مقدار", "مهلت", "گوینده", "شاخص"])
    assert text.get_element_by_id("evidence").text_content().startswith("معاون سازمان نمونه")
    legend = [one.text_content() for one in page.cssselect(".legend .key")]
    assert legend == ["جمله مستند", "دستگاه", "شاخص", "مقدار", "مهلت", "گوینده"]


def test_a_record_shows_its_facts(stored, article, read):
    page = read(f"/records/{stored[0].id}")
    facts = {div[0].text_content(): div[1].text_content() for div in page.cssselect(".facts > div")}
    assert facts == {
        "دستگاه": "شرکت ملی گاز ایران",
        "شاخص": "خدمات ارائه‌شده در پنجره ملی",
        "مقدار": "کمتر از ۲۵ درصد",
        "وضعیت": "انجام نداده",
        "مهلت": "۳۰ آبان ۱۴۰۲",
        "زمان": "۱ دی ۱۴۰۲",
        "گوینده": "معاون سازمان نمونه",
        "نوع": "اندازه‌گیری",
        "اطمینان": "۹۰ درصد",
        "استخراج‌گر": "0.1.0",
    }
    assert "جمع سهم‌ها" in page.cssselect(".doubts")[0].text_content()
    source = page.cssselect(".source")[0]
    assert "به نقل از ایسنا، ۱ دی ۱۴۰۲، ساعت ۱۱:۳۱" in source.text_content()
    assert source.cssselect("a")[0].get("href") == article.document


def test_records_of_one_article_lead_to_each_other(stored, read):
    first, second = (read(f"/records/{record.id}") for record in store.of_article(stored[0].document))
    (forward,) = first.cssselect(".trail a[rel=next]")
    (back,) = second.cssselect(".trail a[rel=prev]")
    names = [record.id for record in store.of_article(stored[0].document)]
    assert (forward.get("href"), back.get("href")) == (f"/records/{names[1]}", f"/records/{names[0]}")
    assert not first.cssselect(".trail a[rel=prev]")
    assert [link.get("href") for link in first.cssselect("aside li a")] == [f"/records/{names[1]}"]
    assert first.cssselect(".trail a")[0].get("href") == f"/#{names[0]}"


def test_an_article_shows_all_its_records(stored, article, read):
    address = read(f"/records/{stored[0].id}").cssselect("article a[href^='/article']")[0].get("href")
    page = read(address)
    assert page.cssselect(".text")[0].text_content() == article.text
    listed = [link.get("href") for link in page.cssselect("ol.numbered a.open")]
    assert listed == [f"/records/{record.id}" for record in store.of_article(article.document)]
    assert {one.get("data-label") for one in page.cssselect("mark.evidence")} >= {"۱", "۲"}
    targets = [link.get("href") for link in page.cssselect("ol.numbered small a")]
    assert targets == ["#f1", "#f2"]
    assert all(len(page.cssselect(f"mark{target}")) == 1 for target in targets)


def test_a_record_without_an_indicator_says_so(db, article, make_record, read):
    store.save_article(article)
    made = [make_record(article, "شرکت ملی گاز ایران", indicator=None), make_record(article, "وزارت نیرو")]
    store.save_records(article.document, made, "0.1.0")
    page = read("/article?" + urlencode({"document": article.document}))
    assert [one.text_content() for one in page.cssselect("ol.numbered small bdi")] == [
        "بی‌شاخص",
        "خدمات ارائه‌شده در پنجره ملی",
    ]


def test_a_changed_article_marks_no_wrong_words(stored, article, make_article, read):
    changed = make_article(text="متنی دیگر\nکه رسانه به جای آن گذاشت و در آن هیچ یک از آن واژه‌ها نیست. " * 9)
    store.save_article(changed)
    page = read("/article?" + urlencode({"document": article.document}))
    assert page.cssselect(".text")[0].text_content() == changed.text
    assert not page.cssselect("mark")
    assert read(f"/records/{stored[0].id}").cssselect(".text")[0].text_content() == article.text


@pytest.mark.parametrize(
    "address", ["/records/rec:none", "/records/%00", "/article", "/article?document=%00", "/none", "/records/"]
)
def test_what_is_not_there(db, read, address):
    page = read(address, status=404)
    assert "چنین صفحه‌ای نیست" in page.text_content()
    assert page.cssselect("main a[href='/']")


def test_a_fault_of_ours_is_told_in_persian(db, monkeypatch):
    def fail(*_given):
        raise RuntimeError("broken")

    monkeypatch.setattr(store, "record", fail)
    response = Client(raise_request_exception=False).get("/records/rec:1")
    assert response.status_code == 500
    assert "خطایی در دیدبان پیش آمد" in response.text
    assert "broken" not in response.text


def test_a_host_name_that_is_not_allowed_is_explained(db, read):
    assert "allowed_hosts" in read("/", status=400, headers={"host": "desk.example.ir"}).text_content()
