"""A new publisher's file, ready to be filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Template
from types import MappingProxyType


@dataclass(frozen=True)
class Family:
    """What a stub starts from: page class and site class, each with its module under `crawler`."""

    page: str
    page_module: str
    site: str
    site_module: str
    address: str = ""  # lines of the class that the site class does not bring


_OWN_ADDRESS = """\
    article: ClassVar[re.Pattern[str]] = re.compile(r"^/news/(?P<id>\\d+)(?:/|$$)")
    canonical_path: ClassVar[str] = "/news/{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/rss",)
"""
_DRUPAL_ADDRESS = """\
    article: ClassVar[re.Pattern[str]] = re.compile(r"^/(?:node|news)/(?P<id>\\d+)(?:/|$$)")
    canonical_path: ClassVar[str] = "/node/{id}"
    feeds: ClassVar[tuple[str, ...]] = ("/rss.xml",)
"""
FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        "asam": Family("AsamPage", "pages.asam", "AsamSite", "publishers.families"),
        "drupal": Family("DrupalPage", "pages.drupal", "Publisher", "publishers.publisher", _DRUPAL_ADDRESS),
        "iransamaneh": Family("IranSamanehPage", "pages.iransamaneh", "IranSamanehSite", "publishers.families"),
        "newsstudio": Family("NewsStudioPage", "pages.newsstudio", "NewsStudioSite", "publishers.families"),
        "own": Family("Page", "", "Publisher", "publishers.publisher", _OWN_ADDRESS),
    }
)
_FILE = Template('''\
"""$name: TODO who they are, and what about the site is out of the ordinary."""

${plain_imports}from datetime import date
from typing import ClassVar

${page_import}from crawler.pages.page import Page, Selectors
from crawler.$site_module import $site


class Page$year($page):
    """TODO how this layout can be told: its boxes, its form of dates."""

    since: ClassVar[date] = date($year, 1, 1)
    # TODO selectors that only this site's pages match; empty where the markup is its family's.
    signature: ClassVar[Selectors] = ()
$selectors

class $class_name($site):
    """$name."""

    code: ClassVar[str] = "$code"
    name: ClassVar[str] = "$name"
    hosts: ClassVar[tuple[str, ...]] = ("$host",)
$address    robots_notes: ClassVar[str] = "TODO what robots.txt forbids"
    layouts: ClassVar[tuple[type[Page], ...]] = (Page$year,)
''')
_OWN_SELECTORS = """\
    title: ClassVar[Selectors] = ("h1",)
    kicker: ClassVar[Selectors] = ()
    lead: ClassVar[Selectors] = (".lead",)
    body: ClassVar[Selectors] = ('[itemprop="articleBody"]', "article .body")
    visible_date: ClassVar[Selectors] = ("time",)
    section: ClassVar[Selectors] = (".breadcrumb a",)
    tags: ClassVar[Selectors] = (".tags a",)
    drop: ClassVar[Selectors] = (".related", ".comments")
"""


def stub(code: str, host: str, name: str, family: str, since: date) -> str:
    """The file of a publisher, with one layout.

    `host` without "www."; `family` one of FAMILIES; the layout is known from the year of `since`. Raises KeyError for
    an unknown family.
    """
    of = FAMILIES[family]
    address = of.address.replace("$$", "$")
    return _FILE.substitute(
        name=name.replace("\\", "").replace('"', "'"),
        code=code,
        class_name=code.capitalize(),
        host=host,
        year=since.year,
        page=of.page,
        page_import=f"from crawler.{of.page_module} import {of.page}\n" if of.page_module else "",
        site=of.site,
        site_module=of.site_module,
        plain_imports="import re\n" if "re." in address else "",
        selectors="" if of.page_module else _OWN_SELECTORS,
        address=address,
    )
