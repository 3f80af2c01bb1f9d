"""All that the sample newsroom ships, read page by page: every article, and its fields as they were written."""

from collections import Counter
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

import pytest

from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.server import build
from corpus.newsroom.wire import everything
from corpus.schema import Article
from crawler.pages.outcomes import NotAnArticle
from crawler.parsing import parse

FIELDS = ("title", "kicker", "lead", "body", "published", "section", "tags", "origin", "authors")
LEAST = 0.99
# Later than any of them.
FETCHED = datetime(2026, 12, 31, tzinfo=UTC)
SITES = build(everything())
# An outcome has the name of what the page shows; Tasnim's media pages are told by their address.
OUTCOMES = {"gone": "not_found", "soft_404": "not_found", "interstitial": "challenge", "app": "browser_only"}
BY_ADDRESS = {("tasnim", "photo"), ("tasnim", "video")}


def fields_of(article: Article) -> dict[str, object]:
    return {name: article.text if name == "body" else getattr(article, name) for name in FIELDS}


def written(article: NewsroomArticle) -> dict[str, object]:
    printed = article.printed
    told = {name: getattr(printed, name) for name in ("title", "kicker", "lead", "section", "tags", "origin")}
    authors = (printed.author,) if printed.author else ()
    return told | {"body": article.text, "published": article.published_at, "authors": authors}


@pytest.fixture(scope="module")
def readings() -> list[tuple[NewsroomArticle, Article | NotAnArticle]]:
    found: list[tuple[NewsroomArticle, Article | NotAnArticle]] = []
    for site in SITES.values():
        for entry, article in zip(site.edition.entries, site.edition.articles, strict=True):
            try:
                page = site.pages[entry.stem].render().encode()
                found.append((article, parse(page, entry.address, now=FETCHED)))
            except NotAnArticle as outcome:
                found.append((article, outcome))
    return found


def test_the_newsroom_is_large_enough_to_prove_something(readings):
    assert len(readings) == len(everything()) > 120
    assert len({article.publisher for article, _ in readings}) > 16


def test_every_article_is_found(readings):
    missed = [(article.publisher, article.id, str(read)) for article, read in readings if not isinstance(read, Article)]
    assert missed == []


def test_the_fields_are_those_that_were_written(readings):
    right: Counter[str] = Counter()
    for article, read in readings:
        if isinstance(read, Article):
            expected, found = written(article), fields_of(read)
            right.update(name for name in FIELDS if found[name] == expected[name])
    shares = {name: right[name] / len(readings) for name in FIELDS}
    assert {name: share for name, share in shares.items() if share < LEAST} == {}
    assert sum(shares.values()) / len(shares) >= LEAST


@pytest.mark.parametrize(
    ("code", "kind"), [(code, kind) for code, site in SITES.items() for kind in site.odd], ids=lambda one: one
)
def test_every_odd_page_is_an_outcome_with_its_name(code, kind):
    site = SITES[code]
    page = site.find(unquote(urlsplit(site.odd[kind]).path))
    assert page is not None
    with pytest.raises(NotAnArticle) as outcome:
        parse(page.render().encode(), site.odd[kind], now=FETCHED)
    expected = "other_page" if (code, kind) in BY_ADDRESS else OUTCOMES.get(kind, kind)
    assert outcome.value.reason == expected
