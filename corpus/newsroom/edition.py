"""What all pages of one site share: the list of its articles, its sections, menu and frame."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from corpus.newsroom.addresses import Entry, section_number, slug_of
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.jalali import shown
from corpus.newsroom.markup import Markup, element, fill, joined
from corpus.newsroom.outlets import Outlet, outlets
from corpus.newsroom.shapes import optional, shaped

_BEFORE_ALL_NEWS = datetime(2023, 3, 21, tzinfo=UTC)
_NEIGHBOURS = 4
_VISITED = 5


@dataclass(frozen=True)
class Edition:
    """The articles of one publisher, newest first."""

    publisher: str
    articles: Sequence[NewsroomArticle]

    @cached_property
    def outlet(self) -> Outlet:
        """The site that they are on."""
        return outlets()[self.publisher]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The articles as lists name them, newest first."""
        return tuple(Entry.of(article) for article in self.articles)

    @cached_property
    def newest(self) -> datetime:
        """When its newest article appeared."""
        return self.articles[0].published_at if self.articles else _BEFORE_ALL_NEWS

    @cached_property
    def sections(self) -> dict[str, list[Entry]]:
        """Entries of each section, as the articles spell their own."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for article, entry in zip(self.articles, self.entries, strict=True):
            found[article.section].append(entry)
        return dict(sorted(found.items()))

    @cached_property
    def tags(self) -> dict[str, list[Entry]]:
        """Entries under each tag, as it is printed."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for article, entry in zip(self.articles, self.entries, strict=True):
            for tag in article.printed.tags:
                found[tag].append(entry)
        return found

    @cached_property
    def _tag_numbers(self) -> dict[str, int]:
        return {tag: number for number, tag in enumerate(self.tags, start=1)}

    def section_number(self, section: str) -> int:
        """The site's number of a section."""
        return section_number(self.outlet, section)

    def section_path(self, section: str) -> str:
        """Path of the page that lists a section."""
        return self.outlet.section.format(section=slug_of(section), n=self.section_number(section))

    def tag_path(self, tag: str) -> str:
        """Path of the page that lists a tag."""
        return self.outlet.tag.format(slug=slug_of(tag), plus=tag.replace(" ", "+"), n=self._tag_numbers[tag])

    def page(self, title: str, main: Markup, head: str = "") -> Markup:
        """A page of the site around `main`."""
        menu = (element("li", element("a", name, href=self.section_path(name))) for name in self.sections)
        outlet = self.outlet
        return fill(
            f"{outlet.family}/page.html",
            title=title,
            title_end=outlet.title_end,
            name=outlet.name,
            agency=outlet.agency,
            feed=next(iter(outlet.feeds)),
            head=head,
            main=main,
            menu=joined(menu),
            archive=next(iter(outlet.archive), outlet.home),
            clock=f"{self.newest:%A %d %B %Y - %H:%M}",
            visited=self.linked(self.entries[:_VISITED]),
        )

    def linked(self, entries: Iterable[Entry]) -> Markup:
        """List items that link to `entries`."""
        return joined(element("li", element("a", entry.title, class_="title5", href=entry.path)) for entry in entries)

    def listed(self, entries: Iterable[Entry]) -> Markup:
        """`entries` in the site's own markup of lists, with their moments where it shows them."""
        return shaped(self.outlet.listing.frame, joined(map(self._item, entries), "\n"))

    def _item(self, entry: Entry) -> Markup:
        listing = self.outlet.listing
        outer, _, link = listing.entry.partition(" > ")
        moment = optional(listing.moment, self.shown(entry.moment)) if listing.moment else Markup()
        return shaped(outer, shaped(link, entry.title, href=entry.path), moment)

    def shown(self, moment: datetime) -> str:
        """`moment` as the site prints it."""
        return shown(moment, self.outlet.date, self.outlet.digits)

    def related(self, position: int) -> tuple[Entry, ...]:
        """Articles next to the one at `position`, for the box below it."""
        near = range(max(0, position - _NEIGHBOURS // 2), position + _NEIGHBOURS // 2 + 1)
        return tuple(self.entries[one] for one in near if one != position and one < len(self.entries))
