"""Discovery: which articles and which further lists the feeds, sitemaps and web pages of a site name.

`read_list` reads feeds and sitemaps, `read_shelf` archives and tag pages; `tidy` makes their links into addresses.
"""

from crawler.discovery.addresses import tidy
from crawler.discovery.feeds import read_list
from crawler.discovery.listing import Link, Listing, UnreadableList
from crawler.discovery.periods import Period, last_day, period_of
from crawler.discovery.shelves import read_shelf, shelf_of

__all__ = [
    "Link",
    "Listing",
    "Period",
    "UnreadableList",
    "last_day",
    "period_of",
    "read_list",
    "read_shelf",
    "shelf_of",
    "tidy",
]
