"""Links to other articles inside a body."""

import pytest

from crawler.pages.blocks import text_lines
from crawler.pages.related import further_reading
from crawler.pages.tree import grow

LINK = '<a href="/news/1">خبری دیگر</a>'


def lines(markup: str) -> list[str]:
    root = grow(f"<body><p>متن خبر</p>{markup}</body>")
    return text_lines(root, list(further_reading(root)))


@pytest.mark.parametrize(
    "markup",
    [
        f"<p><strong>بیشتر بخوانید:</strong></p><ul><li>{LINK}</li><li>{LINK}</li></ul>",
        f"<p>بيشتر بخوانيد:</p><p>{LINK}</p><!-- x --><p>&nbsp;</p><p>{LINK}</p>",
        f"<p>بیشتر بخوانید: {LINK}</p>",
        f"<p><strong>همچنین بخوانید</strong> {LINK}</p>",
        f"<h3>اخبار مرتبط</h3><div>• {LINK}</div>",
        f"<div><span>بیشتر ببینید:</span>{LINK}{LINK}</div>",
    ],
)
def test_a_call_and_its_links_are_no_news(markup):
    assert lines(markup) == ["متن خبر"]


@pytest.mark.parametrize(
    ("markup", "last"),
    [
        ("<p>بیشتر بخوانید:</p><p>رئیس سازمان از مردم چنین خواست.</p>", "رئیس سازمان از مردم چنین خواست."),
        (f"<p>بیشتر بخوانید و در {LINK} ببینید.</p>", "بیشتر بخوانید و در خبری دیگر ببینید."),
        (f"<p>این گزارش در {LINK} آمده است.</p>", "این گزارش در خبری دیگر آمده است."),
        (f"<p>{LINK}</p>", "خبری دیگر"),
        (f"<p>بیشتر بخوانید:</p><p>{LINK}</p><p>پایان گزارش</p>", "پایان گزارش"),
        (f"<ul><li>{LINK}</li></ul>", "خبری دیگر"),
    ],
)
def test_sentences_and_their_links_stay(markup, last):
    assert lines(markup)[-1] == last
