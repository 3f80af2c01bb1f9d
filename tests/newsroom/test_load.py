"""Made-up articles in any number, for measurements."""

import subprocess
import sys

import pytest
from lxml import html

from corpus.newsroom.addresses import address
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.load import Load, generated
from corpus.newsroom.outlets import outlets
from corpus.newsroom.server import serve


@pytest.mark.parametrize("code", outlets())
def test_they_are_in_form_and_no_two_are_one(code):
    articles = Load(code, 700)
    for article in articles[::50]:
        plain = NewsroomArticle.model_validate(article.model_dump(mode="json"))
        assert plain.text == article.text
    assert len({one.id for one in articles}) == 700
    assert len({one.body for one in articles}) == 700
    moments = [one.published_at for one in articles]
    assert moments == sorted(moments, reverse=True)
    assert articles[-1].id == articles[699].id
    assert [one.text for one in Load(code, 700)[:5]] == [one.text for one in articles[:5]]


def test_sites_share_them_and_list_them_all():
    sites = generated(301, ("irib", "isna"))
    assert {code: len(site.edition.articles) for code, site in sites.items()} == {"irib": 151, "isna": 150}
    for site in sites.values():
        leaves = [page.render() for page in site.pages.values() if page.type == "application/xml"]
        for article, entry in zip(site.edition.articles, site.edition.entries, strict=True):
            assert any(f"<loc>{entry.address}</loc>" in leaf for leaf in leaves)
            assert entry.address == address(article)
        page = site.find(site.edition.entries[40].path).render()
        shown = html.fromstring(page).text_content()
        assert all(line in shown for line in site.edition.articles[40].text.split("\n"))


def test_they_can_be_served():
    sites = generated(2, ("mehr",))
    with serve(sites=sites) as newsroom:
        assert newsroom.sites is sites


def test_more_than_a_site_has_numbers_for():
    with pytest.raises(ValueError, match="entekhab has no numbers for 150000 articles"):
        generated(150_000, ("entekhab",))


def test_by_hand():
    command = [sys.executable, "-m", "corpus.newsroom", "--generate", "20", "--publishers", "mehr"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline().startswith("http://www.mehrnews.com.localhost:")
    finally:
        process.terminate()
        process.communicate(timeout=10)
