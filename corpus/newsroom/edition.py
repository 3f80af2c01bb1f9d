"""What all pages of one site share: the list of its articles, sections, menus, and the pages that are no articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial

from corpus.newsroom.addresses import Entry, stem_of
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.jalali import jalali
from corpus.newsroom.markup import Markup, element, fill, joined
from corpus.newsroom.site import Page

_BEFORE_ALL_NEWS = datetime(2023, 3, 21, tzinfo=UTC)
# Pages that every real sitemap also names: kind -> (number, title).
_ODD = {
    "photo": ("9000001", "گزارش تصویری؛ یک روز در پیشخوان خدمات"),
    "gone": ("9000002", "خبری که حذف شده است"),
    "soft_404": ("9000003", "خبری که به صفحه دیگری رفته است"),
    "interstitial": ("9000004", "خبری پشت صفحه انتقال"),
}
_NEIGHBOURS = 4
_VISITED = 5


@dataclass(frozen=True)
class Edition:
    """The articles of one publisher, newest first."""

    publisher: str
    articles: tuple[NewsroomArticle, ...]

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The articles as lists name them, newest first."""
        return tuple(Entry.of(article) for article in self.articles)

    @cached_property
    def newest(self) -> datetime:
        """When its newest article appeared."""
        return self.articles[0].published_at if self.articles else _BEFORE_ALL_NEWS

    @cached_property
    def sections(self) -> dict[str, str]:
        """Section -> path of its page."""
        folder = "services" if self.publisher == "irib" else "service"
        names = sorted({article.section for article in self.articles})
        return {name: f"/fa/{folder}/{number}" for number, name in enumerate(names, start=1)}

    @cached_property
    def odd(self) -> dict[str, Entry]:
        """Pages that are no articles, by kind: photo, gone (404), soft_404 and interstitial."""
        return {kind: self._odd(kind, *named) for kind, named in _ODD.items()}

    @property
    def listed(self) -> tuple[Entry, ...]:
        """All that its sitemaps name, newest first."""
        return (*self.odd.values(), *self.entries)

    def page(self, title: str, main: Markup, head: str = "") -> Markup:
        """A page of the site around `main`."""
        menu = (element("li", element("a", name, href=path)) for name, path in self.sections.items())
        clock = f"{self.newest:%A %d %B %Y - %H:%M}"
        return fill(
            f"{self.publisher}/page.html",
            title=title,
            head=head,
            main=main,
            menu=joined(menu),
            clock=clock,
            visited=linked(self.entries[:_VISITED]),
        )

    def front(self, entries: Iterable[Entry]) -> Markup:
        """A page that lists articles."""
        return self.page("صفحه نخست", element("div", element("ul", linked(entries)), class_="archive_content"))

    def related(self, position: int) -> tuple[Entry, ...]:
        """Articles next to the one at `position`, for the box below it."""
        near = range(max(0, position - _NEIGHBOURS // 2), position + _NEIGHBOURS // 2 + 1)
        return tuple(self.entries[one] for one in near if one != position and one < len(self.entries))

    def fronts(self) -> dict[str, Page]:
        """Home page and section pages."""
        pages = {path: Page(partial(self.front, self.entries), self.newest) for path in ("/", "/fa")}
        for section, path in self.sections.items():
            pages[path] = Page(partial(self.front, self._of(section)), self.newest)
        return pages

    def odd_pages(self) -> dict[str, Page]:
        """The pages of `odd`, by path without slug."""
        missing = self.page("صفحه پیدا نشد", fill("missing.html"))
        photo = self.odd["photo"]
        album = fill(f"{self.publisher}/photo.html", title=photo.title, date=jalali(photo.moment, "%d %B %Y - %H:%M"))
        answers = {
            "photo": (self.page(photo.title, album), 200),
            "gone": (missing, 404),
            "soft_404": (missing, 200),
            "interstitial": (fill("interstitial.html"), 200),
        }
        return {
            self.odd[kind].stem: Page(partial(Markup, text), self.newest, status=status)
            for kind, (text, status) in answers.items()
        }

    def _of(self, section: str) -> list[Entry]:
        pairs = zip(self.articles, self.entries, strict=True)
        return [entry for article, entry in pairs if article.section == section]

    def _odd(self, kind: str, number: str, title: str) -> Entry:
        folder = "media" if kind == "photo" and self.publisher == "tasnim" else "news"
        stem = stem_of(self.publisher, self.newest, number, folder)
        return Entry(self.publisher, f"{stem}/{title.replace(' ', '-')}", title, self.newest)


def linked(entries: Iterable[Entry]) -> Markup:
    """List items that link to `entries`."""
    return joined(element("li", element("a", entry.title, class_="title5", href=entry.path)) for entry in entries)
