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


def test_no_names_means_all_and_a_name_twice_counts_once():
    assert [one.code for one in named([])] == list(catalogue()) == ["irib", "tasnim"]
    assert [one.code for one in named(["tasnim", "tasnim"])] == ["tasnim"]


def test_publishers_do_not_share_hosts():
    hosts = [host for one in catalogue().values() for host in one.hosts]
    assert len(hosts) == len(set(hosts))
