"""The documentation names what there is: links, commands, settings, publishers, outcomes."""

import re
from typing import get_args
from urllib.parse import unquote

import pytest

from crawler.frontier import Outcome
from crawler.pages.outcomes import Reason
from crawler.publishers import catalogue
from dideban import config
from dideban.cli import COMMANDS
from tests.docs.pages import ROOT, pages

README = (ROOT / "README.md").read_text(encoding="utf-8")
CRAWLING = (ROOT / "docs" / "crawling.md").read_text(encoding="utf-8")
PAGES = [pytest.param(page, id=str(page.relative_to(ROOT))) for page in pages()]
LINK = re.compile(r"\]\((?P<address>[^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(text: str) -> set[str]:
    """Names of headings as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    for found in LINK.finditer(page.read_text(encoding="utf-8")):
        address, _, anchor = unquote(found["address"]).partition("#")
        if "://" in address:
            continue
        target = (page.parent / address).resolve() if address else page
        assert target.exists(), address
        assert target.is_relative_to(ROOT), address
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), found["address"]


def test_every_page_is_linked_from_the_readme():
    linked = {(ROOT / found["address"].partition("#")[0]).resolve() for found in LINK.finditer(README)}
    assert {page for page in pages() if page.name != "README.md" or page.parent != ROOT} <= linked


def test_every_command_is_in_the_table_and_no_other():
    named = re.findall(r"^\| `dideban ([a-z-]+)` \|", README, re.MULTILINE)
    assert named == list(COMMANDS)


def test_commands_that_are_shown_exist():
    for page in pages():
        shown = re.findall(
            r"^(?: {4}|DIDEBAN\S+ )?\.venv/bin/dideban (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert set(shown) <= set(COMMANDS), page.name


def test_every_setting_is_named_with_its_default(home):
    settings = config.load({"DIDEBAN_HOME": str(home)}, home)
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \| .+ \|$", README, re.MULTILINE))
    assert list(rows) == [one.name for one in config.shown(settings)]
    in_words = {"home", "database_url", "secret_key", "crawl_contact"}
    for one in config.shown(settings):
        if one.name not in in_words:
            assert rows[one.name].replace("`", "") == one.value, one.name


def test_every_publisher_is_named():
    for code in catalogue():
        assert re.search(rf"\b{code}\b", README), code


def test_every_outcome_is_explained():
    named = set(re.findall(r"`([a-z_]+)(?::[^`]*)?`", CRAWLING))
    assert set(get_args(Outcome)) <= named
    assert set(get_args(Reason)) <= named


@pytest.mark.parametrize("code", catalogue())
def test_every_publisher_has_its_row(code):
    row = re.search(rf"^\| `{code}` \| (.+) \|$", (ROOT / "docs" / "publishers.md").read_text("utf-8"), re.MULTILINE)
    assert row
    name, _, hosts, lists, robots = row[1].split(" | ")
    publisher = catalogue()[code]
    assert (name, robots) == (publisher.name, publisher.robots_notes)
    assert hosts.split() == list(publisher.hosts)
    assert re.findall(r"`([^`]+)`", lists) == [*publisher.feeds, *publisher.sitemaps]
