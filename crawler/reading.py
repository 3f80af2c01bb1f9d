"""Articles from files: saved pages and WARC archives. No Scrapy, no network."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from corpus.schema import Article
from crawler.archived import ArchivedPage, UnreadableArchive, responses
from crawler.discovery import UnreadableList, read_list
from crawler.pages.outcomes import NotAnArticle, UndecodablePage
from crawler.parsing import parse

PAGE_SUFFIXES = frozenset({".html", ".htm"})
_LARGEST_PAGE = 50_000_000  # bytes
_OK = 200


class UnreadableInput(ValueError):  # noqa: N818 - named for what it is about
    """A file that gives no article. The message is one line and names the file."""


def reads(path: Path) -> bool:
    """Whether `read_path` is the reader for files of this name."""
    return path.suffix.lower() in PAGE_SUFFIXES or _is_archive(path)


def read_path(path: Path) -> Iterator[Article]:
    """The articles of a saved page (.html, .htm) or an archive (.warc, .warc.gz), one at a time.

    Pages get their path as id. Of an archive, answers that are no articles are passed over, and an article that it
    holds several times comes as often. Raises UnreadableInput: for a page that is no article, and for an archive that
    cannot be read or has pages but no article. One of lists alone, as a crawl without news leaves it, gives nothing.
    """
    try:
        yield from _archive(path) if _is_archive(path) else [_page(path)]
    except OSError as fault:
        raise UnreadableInput(f"{path}: {fault.strerror}") from fault


def _is_archive(path: Path) -> bool:
    return path.name.lower().endswith((".warc", ".warc.gz"))


def _page(path: Path) -> Article:
    if path.stat().st_size > _LARGEST_PAGE:
        raise UnreadableInput(f"{path}: larger than {_LARGEST_PAGE // 1_000_000} MB, no page")
    body = path.read_bytes()
    if not body.strip():
        raise UnreadableInput(f"{path}: empty file")
    try:
        return parse(body, None, name=_name(path))
    except NotAnArticle as reason:
        raise UnreadableInput(f"{path}: no article ({reason})") from reason
    except UndecodablePage as fault:
        raise UnreadableInput(f"{path}: {fault}") from fault


def _name(path: Path) -> str:
    """The path as text; file names need not be any."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _archive(path: Path) -> Iterator[Article]:
    answered = found = missed = False
    try:
        for page in responses(path):
            answered = True
            if page.status != _OK:
                continue
            try:
                article = parse(page.body, page.url, page.headers, now=page.fetched)
            except (NotAnArticle, UndecodablePage):
                missed = missed or not is_list(page)
                continue
            found = True
            yield article.model_copy(update={"fetched": page.fetched, "warc": page.reference})
    except UnreadableArchive as fault:
        raise UnreadableInput(str(fault)) from fault
    if not answered or (missed and not found):
        raise UnreadableInput(f"{path}: no article in the archive")


def is_list(page: ArchivedPage) -> bool:
    """Whether it is robots.txt, a feed or a sitemap: where a crawl begins, and no article to miss."""
    if urlsplit(page.url).path == "/robots.txt":
        return True
    try:
        read_list(page.body)
    except UnreadableList:
        return False
    return True
