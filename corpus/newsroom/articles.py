"""The sample newsroom's articles, as written in `articles/*.yml`: one article a file."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import AfterValidator, Field, JsonValue, StringConstraints, ValidationError, model_validator

from corpus.newsroom.jalali import TEHRAN, day_of
from corpus.newsroom.outlets import outlets
from corpus.newsroom.spelling import Spelling, respell
from corpus.schema import Model

FOLDER = Path(__file__).with_name("articles")
_PUBLISHED = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)", re.ASCII)

Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(lambda text: " ".join(text.split()))
]


class Table(Model):
    """A table of the body: rows of cells."""

    table: tuple[tuple[Line, ...], ...]

    def lines(self) -> Iterator[str]:
        """A line a row, cells joined by « | »."""
        return (" | ".join(row) for row in self.table)


class Bullets(Model):
    """A list of the body."""

    list: tuple[Line, ...]

    def lines(self) -> Iterator[str]:
        """A line an item."""
        return iter(self.list)


class Heading(Model):
    """A line of the body that stands over others."""

    heading: Line

    def lines(self) -> Iterator[str]:
        """One line."""
        return iter((self.heading,))


Block = Line | Table | Bullets | Heading


class NewsroomError(ValueError):
    """A file of the sample newsroom that cannot be read; the message names it."""


def _moment(text: str) -> str:
    jalali_moment(text)
    return text


def jalali_moment(text: str) -> datetime:
    """«1402-10-01T11:31», Jalali and Tehran's own time, as an aware datetime; ValueError where it is no time."""
    if not (found := _PUBLISHED.fullmatch(text)):
        raise ValueError(f"{text!r} is not of the form 1402-10-01T11:31")
    return datetime.combine(day_of(found[1]), time(int(found[2]), int(found[3]), tzinfo=TEHRAN))


def _published_by(code: str) -> str:
    if code not in outlets():
        raise ValueError(f"{code!r} is none of {', '.join(outlets())}")
    return code


class NewsroomArticle(Model):
    """An article of the sample newsroom, as its author typed it; `spelling` says how it is printed.

    `origin`: who had it first; `source_line` says whether the page names that below the text. `office`: the agency's
    office that stands before the lead, as in «ایسنا/کرمان».
    """

    id: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]
    publisher: Annotated[str, AfterValidator(_published_by)]
    published: Annotated[str, AfterValidator(_moment)]
    kicker: Line | None = None
    title: Line
    lead: Line | None = None
    body: Annotated[tuple[Block, ...], Field(min_length=1)]
    section: Line
    tags: tuple[Line, ...] = ()
    author: Line | None = None
    origin: Line | None = None
    source_line: bool = True
    office: Line | None = None
    spelling: Spelling = Spelling()

    @model_validator(mode="after")
    def _is_numbered_as_there(self) -> Self:
        form = outlets()[self.publisher].id
        if not re.fullmatch(form, self.id):
            raise ValueError(f"id {self.id} is not of the form {form}")
        return self

    @property
    def published_at(self) -> datetime:
        """When it appeared, in Tehran's time: +03:30, in summers before 1402 +04:30."""
        return jalali_moment(self.published)

    @property
    def printed(self) -> "NewsroomArticle":
        """The article with every text in its spelling, as its page shows it."""
        words = {"kicker", "title", "lead", "body", "section", "tags", "author", "origin", "office"}
        fields = self.model_dump(mode="json")
        return NewsroomArticle.model_validate(
            {name: self._respell(value) if name in words else value for name, value in fields.items()}
        )

    @property
    def text(self) -> str:
        """What a reader of its page reads, and a crawler should: kicker, title, lead and body, a paragraph a line."""
        printed = self.printed
        lines = [line for line in (printed.kicker, printed.title, printed.lead) if line]
        for block in printed.body:
            lines += [block] if isinstance(block, str) else block.lines()
        return "\n".join(lines)

    def _respell(self, value: JsonValue) -> JsonValue:
        if isinstance(value, str):
            return respell(value, self.spelling)
        if isinstance(value, list):
            return [self._respell(part) for part in value]
        if isinstance(value, dict):
            return {name: self._respell(part) for name, part in value.items()}
        return value


class TextLoader(yaml.SafeLoader):
    """Reads every scalar but null as the text it is, so that «10.70», «no» and 1402-10-01 keep their form."""


TextLoader.yaml_implicit_resolvers = {
    first: [one for one in resolvers if one[0] == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(folder: Path = FOLDER) -> list[NewsroomArticle]:
    """All articles of `folder`, oldest first. NewsroomError names the file that is at fault, and its faults."""
    paths = sorted(folder.glob("*.yml"))
    articles = [_read(path) for path in paths]
    refuse_twins(zip(paths, articles, strict=True))
    return sorted(articles, key=lambda article: (article.published_at, article.id))


def _read(path: Path) -> NewsroomArticle:
    try:
        with path.open(encoding="utf-8") as file:
            return NewsroomArticle.model_validate(yaml.load(file, TextLoader))  # noqa: S506 - a SafeLoader itself
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise NewsroomError(f"{path}: {error}") from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc'])) or 'file'}: {fault['msg']}" for fault in error.errors())
        raise NewsroomError(f"{path}: {'; '.join(faults)}") from error


def refuse_twins(articles: Iterable[tuple[Path, NewsroomArticle]]) -> None:
    """NewsroomError where two articles of a publisher have one number."""
    seen: dict[tuple[str, str], Path] = {}
    for path, article in articles:
        first = seen.setdefault((article.publisher, article.id), path)
        if first != path:
            raise NewsroomError(f"{path}: {first.name} already has {article.publisher} {article.id}")
