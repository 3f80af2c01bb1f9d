"""The crawler: from a publisher's feeds and sitemaps to archived pages and Articles.

`crawl` is the way in. Reading pages and archives (`crawler.parsing`, `crawler.reading`) needs no Scrapy and no network.
"""

from crawler.discovery.topic import Topic
from crawler.publishers import catalogue
from crawler.publishers.publisher import Publisher
from crawler.rebuild import Wanted, rebuild
from crawler.report import CrawlEvent, CrawlReport
from crawler.run import crawl

__all__ = ["CrawlEvent", "CrawlReport", "Publisher", "Topic", "Wanted", "catalogue", "crawl", "rebuild"]
