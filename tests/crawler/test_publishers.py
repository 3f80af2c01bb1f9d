"""Addresses of publishers."""

from datetime import date

import pytest

from crawler.publishers import by_url, catalogue, named

IRIB = "https://www.irib-news.ir/fa/news/5562253"
TASNIM = "https://www.tasnimnews.ir/fa/news/1402/10/01/3012345"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.irib-news.ir/fa/news/5562253/عنوان-خبر", IRIB),
        ("http://iribnews.ir/fa/news/5562253/", IRIB),
        ("https://www.iribnews.ir/fa/news/5562253?x=1#y", IRIB),
        ("https://www.tasnimnews.com/fa/news/1402/10/01/3012345/عنوان", TASNIM),
        ("https://tasnimnews.ir/fa/news/1402/10/01/3012345", TASNIM),
        ("https://www.irib-news.ir/fa/news/abc", None),
        ("https://www.irib-news.ir/fa/tags/5562253/1/خبر", None),
        ("https://www.tasnimnews.com/fa/media/1402/10/01/3012345", None),
        ("https://www.yjc.news/fa/news/7100202/slug", "https://www.yjc.ir/fa/news/7100202"),
        ("https://mizanonline.com/fa/news/567101/", "https://www.mizanonline.ir/fa/news/567101"),
        ("https://www.borna.news/fa/news/2241101/slug", "https://www.borna.news/fa/news/2241101"),
        (
            "https://borna.news/%D8%A8%D8%AE%D8%B4-%D9%88%D8%B1%D8%B2%D8%B4%DB%8C-7/1393849-%D8%AE",
            "https://www.borna.news/fa/tiny/news-1393849",
        ),
        ("https://www.borna.news/بخش-ورزشی-7/1393849-خبر", "https://www.borna.news/fa/tiny/news-1393849"),
        ("https://www.borna.news/بخش-ورزشی-7", None),
        ("http://www.farsnews.com/newstext.php?nn=8707060255", "https://www.farsnews.ir/news/8707060255"),
        ("http://farsnews.com/newstext.php?nn=13930418000036&x=1", "https://www.farsnews.ir/news/13930418000036"),
        ("https://www.farsnews.ir/news/14010204000332/slug", "https://www.farsnews.ir/news/14010204000332"),
        ("https://farsnews.ir/desk/1719310012148291475/slug", "https://www.farsnews.ir/desk/1719310012148291475"),
        ("https://www.farsnews.ir/economy", None),
        ("https://www.farsnews.ir/archive?date=1401/2/4", None),
        ("https://www.citna.ir/news/337857/slug", "https://www.citna.ir/node/337857"),
        ("https://citna.ir/node/337857/printable/print", "https://www.citna.ir/node/337857"),
        ("https://www.citna.ir/taxonomy/term/58250?page=1", None),
        ("https://titronline.ir/fa/news/77", "https://www.titronline.ir/news/77"),
        ("https://evil.example/fa/news/5562253", None),
        ("https://irib-news.ir.evil.example/fa/news/5562253", None),
        ("not an address", None),
        ("http://[bad", None),
    ],
)
def test_one_article_has_one_address(url, canonical):
    publisher = by_url(url)
    assert (publisher.canonical(url) if publisher else None) == canonical


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://www.iribnews.ir/fa/news/1/x", "https://www.irib-news.ir/fa/news/1/x"),
        ("https://irib-news.ir/fa/news/1/x", "https://irib-news.ir/fa/news/1/x"),
        ("http://www.irib-news.ir/fa/news/1/x?a=1", "https://www.irib-news.ir/fa/news/1/x?a=1"),
    ],
)
def test_old_hosts_are_asked_at_the_new_one(url, address):
    assert catalogue()["irib"].address(url) == address


def test_tasnim_s_addresses_name_the_day():
    tasnim = catalogue()["tasnim"]
    assert tasnim.day(TASNIM) == date(2023, 12, 22)
    assert tasnim.day("https://www.tasnimnews.ir/fa/news/1402/13/01/1") is None
    assert catalogue()["irib"].day(IRIB) is None


def test_fars_s_numbers_name_the_day_and_the_oldest_leave_out_the_century():
    fars = catalogue()["fars"]
    assert fars.day("http://www.farsnews.com/newstext.php?nn=8707060255") == date(2008, 9, 27)
    assert fars.day("https://www.farsnews.ir/news/14010204000332/slug") == date(2022, 4, 24)
    assert fars.day("https://www.farsnews.ir/news/14011304000332/slug") is None
    assert fars.day("https://farsnews.ir/desk/1719310012148291475/slug") is None


def test_no_names_means_all_and_a_name_twice_counts_once():
    assert [one.code for one in named([])] == list(catalogue()) == sorted(catalogue())
    assert [one.code for one in named(["tasnim", "tasnim"])] == ["tasnim"]


def test_publishers_do_not_share_hosts():
    hosts = [host for one in catalogue().values() for host in one.hosts]
    assert len(hosts) == len(set(hosts))
