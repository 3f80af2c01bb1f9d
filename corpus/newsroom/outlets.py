"""What tells one site of the newsroom from another: `outlets/*.yml`, a file for each family of sites."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BeforeValidator, Field

from corpus.newsroom.jalali import Digits, day_of, parts
from corpus.schema import Model

FOLDER = Path(__file__).with_name("outlets")
_MADE_UP = re.compile(r"{(\w+)[^}]*}")

FeedForm = Literal["rss", "sepehr", "atom"]
JalaliDay = Annotated[date, BeforeValidator(lambda text: day_of(str(text)))]


class Sitemaps(Model):
    """The form that a site's sitemaps have, and where they begin.

    `packed`: leaves are gzip files. `json_before`: leaves of Jalali years before it are JSON.
    """

    form: Literal["monthly", "years", "dated", "paged", "flat"]
    roots: tuple[str, ...]
    packed: bool = False
    json_before: int = 0


class Listing(Model):
    """Shapes of a page that lists articles: the frame, an entry (its innermost is the link), its moment if any."""

    frame: str
    entry: str
    moment: str | None = None


class Era(Model):
    """How the site looked before a Jalali day: its template, and what else was different."""

    before: JalaliDay
    article: str
    path: str | None = None
    shapes: Mapping[str, str] = {}


class Outlet(Model):
    """A publisher's site. Paths and dates are forms for `str.format`; the first of `hosts` answers, others lead to it.

    `id` says how the publisher's numbers look, `number` makes one from `n` and a date. `shapes` gives the markup of
    what an article may lack, by name. `opening`: what an editor's software does to the first paragraph. `inner_box`:
    some articles have links to others amid their text. `entities`: some write the half-space as an entity.
    `aggregates`: it prints others' articles, and names them in its date line. `app`: its newer pages are empty without
    a script.
    """

    code: str
    family: str
    name: str
    agency: str
    title_end: str
    hosts: tuple[str, ...]
    id: str
    number: str
    path: str
    slug_after: Literal["/", "-"] = "/"
    also: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    homes: tuple[str, ...]
    section: str
    section_numbers: Mapping[str, int] = {}
    section_names: Mapping[str, str] = {}
    tag: str
    feeds: Mapping[str, FeedForm]
    section_feed: str | None = None
    sitemaps: Sitemaps | None = None
    archive: tuple[str, ...] = ()
    listing: Listing
    robots: tuple[str, ...]
    date: str
    digits: Digits = "fa"
    machine: Literal["tehran", "utc"] = "tehran"
    photo: str | None = None
    video: str | None = None
    gallery: str
    article: str = "article.html"
    eras: tuple[Era, ...] = ()
    opening: Literal["bold", "backlink", "plain"] = "plain"
    paragraph_style: str = ""
    image: str = ""
    inner_box: bool = False
    entities: bool = False
    footer: str = ""
    body_label: str = ""
    linked_data: bool = False
    aggregates: bool = False
    app: bool = False
    shapes: Mapping[str, str] = Field(default_factory=dict)

    @property
    def host(self) -> str:
        """The host that answers."""
        return self.hosts[0]

    @property
    def home(self) -> str:
        """The path of its front page, as its own links have it."""
        return self.homes[-1]

    @cached_property
    def stem(self) -> re.Pattern[str]:
        """What the path of an article begins with, as group 1, whatever slug follows."""
        forms = [self.path, *self.also, *self.redirects, *(era.path for era in self.eras if era.path)]
        forms += [form for form in (self.photo, self.video) if form]
        known = "|".join(dict.fromkeys(map(_pattern, forms)))
        return re.compile(rf"({known})(?:[/{self.slug_after}]|$)")

    def numbered(self, n: int, moment: datetime) -> str:
        """A number as the publisher would give it to its `n`th article of the day of `moment`."""
        return self.number.format(n=n, **parts(moment))

    def at(self, moment: datetime) -> Self:
        """The outlet as it was at `moment`."""
        past = sorted((era for era in self.eras if moment.date() < era.before), key=lambda era: era.before)
        if not past:
            return self
        era = past[0]
        changed = {"article": era.article, "path": era.path or self.path, "shapes": {**self.shapes, **era.shapes}}
        return self.model_copy(update={**changed, "eras": ()})


@cache
def outlets() -> Mapping[str, Outlet]:
    """All outlets by code, in alphabetical order."""
    found = [one for path in sorted(FOLDER.glob("*.yml")) for one in _read(path)]
    return MappingProxyType({one.code: one for one in sorted(found, key=lambda one: one.code)})


def _read(path: Path) -> list[Outlet]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    family: dict[str, Any] = loaded["family"]
    shared = family.get("shapes", {})
    return [
        Outlet.model_validate(family | own | {"shapes": shared | own.get("shapes", {})}) for own in loaded["outlets"]
    ]


def _pattern(form: str) -> str:
    """A regular expression for the paths that `form` makes."""
    pieces = _MADE_UP.split(form)
    # Every second piece is a field's name: all are numbers but a section, which is words, and a short address.
    kinds = {"section": "[^/]+?", "short": "[0-9a-zA-Z]+"}
    return "".join(kinds.get(one, r"\d+") if number % 2 else re.escape(one) for number, one in enumerate(pieces))
