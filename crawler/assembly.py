"""The fields of a page put together into an Article, each with its source."""

from collections.abc import Sequence

from corpus.schema import Article
from crawler.pages.origin import dateline_origin, find_origin, is_named, labelled_origin
from crawler.pages.page import Found, Page
from crawler.publishers.publisher import Publisher


def assemble(
    page: Page, publisher: type[Publisher] | None, *, url: str | None, address: str | None, name: str | None
) -> Article:
    """The Article of a page that has a title and a body.

    `url` is where it was fetched from, `address` also what the page itself says it is, `name` a file's.
    """
    sources: dict[str, str] = {}

    def note(field: str, found: Found | None) -> str | None:
        if found is None or not found[0]:
            return None
        sources[field] = found[1]
        return found[0]

    body, sources["text"] = page.body_lines
    title, kicker, lead = (
        note("title", page.headline),
        note("kicker", page.find_kicker()),
        note("lead", page.find_lead()),
    )
    published, modified = page.find_published(), page.modified
    if published:
        sources["published"] = published.source
    if modified:
        sources["modified"] = modified.source
    authors, tags = _noted(sources, "authors", _writers(page, publisher)), _noted(sources, "tags", page.find_tags())
    code = publisher.code if publisher else None
    canonical = (publisher.canonical(address) if publisher and address else None) or address
    return Article(
        text="\n".join(_without_echo([kicker, title, lead], body)),
        url=url,
        id=name,
        canonical_url=canonical,
        publisher=code,
        origin=note("origin", _origin(page, body, lead, code)),
        title=title,
        kicker=kicker,
        lead=lead,
        published=published.when if published else None,
        published_jalali=note("published_jalali", page.printed_date),
        modified=modified.when if modified else None,
        authors=authors,
        section=note("section", page.find_section()),
        tags=tags,
        news_code=note("news_code", _number(publisher, address) or page.find_news_code()),
        provenance=sources,
    )


def _writers(page: Page, publisher: type[Publisher] | None) -> tuple[tuple[str, ...], str]:
    """Names of the writers; many sites put their own name into that field."""
    names, source = page.find_authors()
    if publisher is None:
        return names, source
    own = {one.casefold() for one in (publisher.name, publisher.code, *publisher.hosts)}
    kept = tuple(name for name in names if name.casefold() not in own and not is_named(name, publisher.code))
    return kept, source


def _noted(sources: dict[str, str], field: str, found: tuple[tuple[str, ...], str]) -> tuple[str, ...]:
    if found[0]:
        sources[field] = found[1]
    return found[0]


def _without_echo(heads: Sequence[str | None], body: Sequence[str]) -> list[str]:
    """Kicker, title, lead and body in reading order; many pages repeat title or lead as the body's first line."""
    lines = [head for head in heads if head]
    rest = list(body)
    while rest and rest[0] in lines:
        rest.pop(0)
    return lines + rest


def _origin(page: Page, body: Sequence[str], lead: str | None, code: str | None) -> Found | None:
    printed = page.printed_date
    if printed and (agency := dateline_origin(printed[0])):
        return agency, printed[1]
    return find_origin([*body[:2], *([lead] if lead else [])], code) or _labelled(page, body, code)


def _labelled(page: Page, body: Sequence[str], code: str | None) -> Found | None:
    """«منبع: …» as the body's last line or below it."""
    last = [(body[-1], "text:منبع")] if body else []
    below = page.find(page.source_line)
    for line, source in (*last, *([below] if below else [])):
        if agency := labelled_origin(line, code):
            return agency, source
    return None


def _number(publisher: type[Publisher] | None, address: str | None) -> Found | None:
    number = publisher.article_id(address) if publisher and address else None
    return (number, "url") if number else None
