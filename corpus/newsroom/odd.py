"""Pages that every real site's lists also name, and that are no articles."""

from dataclasses import dataclass
from functools import partial

from corpus.newsroom.addresses import Entry, filled, slug_of
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.edition import Edition
from corpus.newsroom.jalali import jalali
from corpus.newsroom.markup import Markup, element, fill
from corpus.newsroom.page import Page
from corpus.newsroom.shapes import shaped

# Kind -> title; the number follows from the order.
_TITLES = {
    "photo": "گزارش تصویری؛ یک روز در پیشخوان خدمات",
    "gone": "خبری که حذف شده است",
    "soft_404": "خبری که به صفحه دیگری رفته است",
    "interstitial": "خبری پشت صفحه انتقال",
    "video": "ویدئو؛ گشتی در بازار کتاب",
}
_GRAPH_TYPES = {"photo": "article", "video": "video.other"}
_APP = "خبری در برنامه تک‌صفحه‌ای"


@dataclass(frozen=True)
class Odd:
    """A page that is no article: kind, entry, status and text."""

    kind: str
    entry: Entry
    status: int
    text: Markup

    @property
    def page(self) -> Page:
        """Its answer."""
        return Page(partial(Markup, self.text), self.entry.moment, status=self.status)


def odd_pages(edition: Edition) -> list[Odd]:
    """photo, gone (404), soft_404, interstitial and video; app where the site has become a single page's programme."""
    missing = edition.page("صفحه پیدا نشد", fill("missing.html"))
    texts = {
        "photo": (200, photo_page(edition, _TITLES["photo"])),
        "gone": (404, missing),
        "soft_404": (200, missing),
        "interstitial": (200, fill("interstitial.html")),
        "video": (200, video_page(edition, _TITLES["video"])),
    }
    found = [Odd(kind, _entry(edition, kind, n), *texts[kind]) for n, kind in enumerate(_TITLES, start=1)]
    if edition.outlet.app:
        entry = Entry(edition.publisher, "/fars_economy/17000000000000001", "", _APP, edition.newest)
        found.append(Odd("app", entry, 200, fill("app.html", name=edition.outlet.name)))
    return found


def photo_page(edition: Edition, title: str) -> Markup:
    """A page that shows pictures in place of a text."""
    return _media(edition, title, "photo", shaped(edition.outlet.gallery, _photos()))


def video_page(edition: Edition, title: str) -> Markup:
    """A page that shows a film in place of a text."""
    return _media(edition, title, "video", element("div", _player(), class_="video-player"))


def _media(edition: Edition, title: str, kind: str, content: Markup) -> Markup:
    date = jalali(edition.newest, "%d %B %Y - %H:%M")
    main = fill(f"{edition.outlet.family}/{kind}.html", title=title, date=date, content=content)
    return edition.page(title, main, fill("media_head.html", title=title, kind=_GRAPH_TYPES[kind]))


def _photos() -> Markup:
    images = (f'<figure><img src="/files/album/{number}_m.jpg" alt=""></figure>' for number in (1, 2, 3))
    return Markup("\n".join(images))


def _player() -> Markup:
    return Markup('<video controls preload="none"><source src="/files/film/1.mp4" type="video/mp4"></video>')


def _entry(edition: Edition, kind: str, n: int) -> Entry:
    outlet, title = edition.outlet, _TITLES[kind]
    article = NewsroomArticle.model_construct(
        id=outlet.numbered(n, edition.newest),
        publisher=edition.publisher,
        published=jalali(edition.newest, "%Y-%m-%dT%H:%M", "en"),
        title=title,
        body=(title,),
        section="عکس",
    )
    form = {"photo": outlet.photo, "video": outlet.video}.get(kind) or outlet.path
    return Entry(
        edition.publisher, filled(form, outlet, article), outlet.slug_after + slug_of(title), title, edition.newest
    )
