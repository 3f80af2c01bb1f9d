"""An article's page, in the markup of its site."""

import json
from dataclasses import dataclass
from datetime import datetime

from corpus.newsroom.addresses import Entry, filled
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.blocks import body
from corpus.newsroom.edition import Edition
from corpus.newsroom.jalali import gmt, jalali, parts, shown
from corpus.newsroom.markup import Markup, element, fill, joined
from corpus.newsroom.outlets import Outlet
from corpus.newsroom.shapes import optional, shaped
from corpus.newsroom.spelling import ZWNJ, Spelling, respell


@dataclass(frozen=True)
class Dates:
    """A page's dates: the machine's, when it was last changed, and the one that people read (none where empty)."""

    machine: str
    changed: str
    visible: str

    @classmethod
    def of(cls, outlet: Outlet, moment: datetime, changed: datetime | None = None) -> "Dates":
        """As the site tells `moment`; `changed` is likewise the last change where there was one."""
        told = machine(outlet, moment)
        later = machine(outlet, changed) if changed else told
        return cls(told, later, shown(moment, outlet.date, outlet.digits))


def machine(outlet: Outlet, moment: datetime) -> str:
    """`moment` for machines: in Tehran's time or, with Z, in Greenwich's."""
    return f"{gmt(moment):%Y-%m-%dT%H:%M:%SZ}" if outlet.machine == "utc" else moment.isoformat()


def article_page(
    edition: Edition,
    position: int,
    article: NewsroomArticle | None = None,
    dates: Dates | None = None,
    *,
    empty: bool = False,
) -> Markup:
    """The page of the article at `position`; `article` or `dates` in place of its own make another version of it.

    `empty`: without lead and body, as when a site's own software fails.
    """
    article = article or edition.articles[position]
    printed, entry, outlet = article.printed, edition.entries[position], edition.outlet.at(article.published_at)
    values = _values(edition, position, printed, dates or Dates.of(outlet, article.published_at))
    values |= _parts(edition, position, article, outlet)
    if empty:
        values |= {"lead": "", "body": Markup("<p>&nbsp;</p>")}
    main = fill(f"{outlet.family}/{outlet.article}", **values)
    linked = _linked_data(printed, entry, values) if outlet.linked_data and values["published"] else Markup()
    head = fill(f"{outlet.family}/head.html", **values, linked_data=linked)
    page = edition.page(printed.title, main, head)
    # Some editors' software writes the half-space as an entity.
    return Markup(page.replace(ZWNJ, "&zwnj;")) if outlet.entities and int(article.id) % 2 else page


def _values(edition: Edition, position: int, printed: NewsroomArticle, dates: Dates) -> dict[str, str]:
    """What every template may ask for."""
    outlet, entry = edition.outlet, edition.entries[position]
    moment = printed.published_at
    return {
        "id": printed.id,
        "printed_id": respell(printed.id, Spelling(digits=outlet.digits)),
        "title": printed.title,
        "description": printed.lead or printed.title,
        "keywords": (", " if outlet.family == "iransamaneh" else "|").join(printed.tags),
        "author": printed.author or "",
        "address": entry.address,
        "short": f"https://{outlet.host.removeprefix('www.')}{filled('/x{short}', outlet, printed)}",
        "host": outlet.host,
        "home": outlet.home,
        "agency": outlet.agency,
        "section": printed.section,
        "section_path": edition.section_path(edition.articles[position].section),
        "date": dates.visible,
        "weekday": str(parts(moment)["weekday"]) if dates.visible else "",
        "english_date": f"{moment:%d %B %Y}" if dates.visible else "",
        "numeric_date": jalali(moment, "%Y/%m/%d") if dates.visible else "",
        "published": dates.machine,
        "changed": dates.changed,
        "origin": printed.origin or outlet.agency,
        "related": edition.linked(edition.related(position)),
    }


def _parts(edition: Edition, position: int, article: NewsroomArticle, outlet: Outlet) -> dict[str, str]:
    """What an article may lack, in the shapes of the site."""
    printed, shapes = article.printed, outlet.shapes
    number = int(article.id)
    lead_shape = shapes["lead_odd"] if number % 2 and "lead_odd" in shapes else shapes["lead"]
    office = optional(shapes["office"], f"{outlet.agency}/{printed.office} ") if printed.office else ""
    inner = _inner_box(edition, position) if outlet.inner_box and number % 2 == 0 else Markup()
    tags = (shaped(shapes["tag"], tag, href=edition.tag_path(tag)) for tag in printed.tags)
    source = f"منبع: {printed.origin}" if printed.origin and printed.source_line and not outlet.aggregates else None
    return {
        "kicker": optional(shapes["kicker"], printed.kicker),
        "lead": shaped(lead_shape, office, printed.lead) if printed.lead else "",
        "body": body(printed, outlet, inner),
        "source": optional(shapes["source"], source),
        "tags": joined(tags, "، " if shapes["tag"] == "a" else "\n"),
    }


def _inner_box(edition: Edition, position: int) -> Markup:
    """Links to other articles, amid the text."""
    links = edition.linked(edition.related(position)[:2])
    head = element("header", element("h2", element("span", "بیشتر بخوانید")))
    return element("section", head, element("ul", links), class_="box related-items") if links else Markup()


def _linked_data(article: NewsroomArticle, entry: Entry, values: dict[str, str]) -> Markup:
    """The article as schema.org's NewsArticle, in JSON that cannot end its script element."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": entry.address,
        "headline": article.title,
        "description": article.lead or article.title,
        "articleSection": article.section,
        "datePublished": values["published"],
        "dateModified": values["changed"],
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": values["agency"]},
    }
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return Markup(f'<script type="application/ld+json">{text}</script>')
