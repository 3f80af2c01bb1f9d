"""Real pages that lie beside the checkout, read field by field. Their text is their publishers' and stays there:
lengths, dates and digests are compared.
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.schema import Article
from crawler.parsing import parse

PAGES = Path(__file__).parents[3] / "shared" / "reference" / "pages"
pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="the pages are not beside the checkout")

ISNA = ("isna_kerman_1404_snippet.html", "https://www.isna.ir/news/1404030905555/x")
KHABAR = ("khabaronline_newsstudio.html", "https://www.khabaronline.ir/news/2283454/x")
MEHR = ("mehrnews_6017630.html", "https://www.mehrnews.com/news/6017630/x")


def article(file: str, url: str | None) -> Article:
    now = datetime(2026, 11, 1, tzinfo=UTC)
    return parse((PAGES / file).read_bytes(), url, name=None if url else file, now=now)


@pytest.mark.parametrize(
    ("page", "published", "lines", "letters", "digest"),
    [
        (ISNA, "2025-05-30T19:31:00+03:30", 3, 467, "66b77dc286e10ddc"),
        (KHABAR, "2026-10-05T00:00:00+03:30", 2, 369, "c55021bdb0075624"),
        (MEHR, "2024-02-08T09:30:00+03:30", 7, 874, "359246af47e33022"),
    ],
)
def test_text_and_date_of_real_pages(page, published, lines, letters, digest):
    read = article(*page)
    assert read.published
    assert read.published.isoformat() == published
    assert (len(read.text.split("\n")), len(read.text)) == (lines, letters)
    assert sha256(read.text.encode()).hexdigest()[:16] == digest


@pytest.mark.parametrize(
    ("page", "lengths", "tags"),
    [
        (ISNA, [None, 81, 150, None], 2),
        (KHABAR, [None, 54, 314, 3], 0),
        (MEHR, [30, 44, 176, 15], 5),
    ],
)
def test_fields_of_real_pages_by_length(page, lengths, tags):
    read = article(*page)
    fields = (read.kicker, read.title, read.lead, read.section)
    assert [None if one is None else len(one) for one in fields] == lengths
    assert len(read.tags) == tags


def test_the_agency_and_its_office_are_no_part_of_the_lead():
    lead = article(*ISNA).lead
    assert lead
    assert "ایسنا" not in lead


def test_the_table_s_cells_stay_apart_and_related_news_out():
    text = article(*MEHR).text
    assert [line.count(" | ") for line in text.split("\n")] == [0, 0, 0, 0, 0, 2, 0]
    assert text.endswith(".")


@pytest.mark.parametrize(("page", "code"), [(ISNA, "isna"), (KHABAR, "khabaronline"), (MEHR, "mehr")])
def test_a_saved_page_is_known_by_its_markup(page, code):
    saved = article(page[0], None)
    assert saved.publisher == code
    assert saved.text == article(*page).text
