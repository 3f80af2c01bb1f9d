"""The newsroom's further articles, `wire/*.yml`: an article a file, and copies that other papers made of it.

None of them is gold: corpus/gold reads `articles/` alone.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, JsonValue, ValidationError

from corpus.newsroom.articles import (
    Block,
    Line,
    NewsroomArticle,
    NewsroomError,
    TextLoader,
    load,
    refuse_twins,
)
from corpus.newsroom.spelling import Spelling
from corpus.schema import Model

FOLDER = Path(__file__).with_name("wire")
_CREDIT = re.compile(r"^به گزارش [^،]{2,60}، ")


class Copy(Model):
    """What another paper made of an article.

    `opening` takes the place of the article's own «به گزارش …،» (or stands before its first line), `keep` names the
    blocks that were kept (all), `edits` puts words in the place of words throughout, `more` is added at the end.
    `origin` is the source as this paper names it, `source_line` says whether it does so below the text. What is None is
    taken over, but for the kicker.
    """

    publisher: str
    id: str
    published: str
    title: Line | None = None
    kicker: Line | None = None
    lead: Line | Literal["none"] | None = None
    opening: str | None = None
    keep: tuple[Annotated[int, Field(ge=0)], ...] | None = None
    edits: Mapping[str, str] = {}
    more: tuple[Block, ...] = ()
    section: Line | None = None
    tags: tuple[Line, ...] | None = None
    origin: Line
    source_line: bool = False
    spelling: Spelling = Spelling()

    def of(self, article: NewsroomArticle) -> NewsroomArticle:
        """The copy of `article`. ValueError where an edit finds no word to replace, or a kept block is not there."""
        blocks = article.body if self.keep is None else tuple(article.body[number] for number in self.keep)
        fields: dict[str, Any] = article.model_dump(mode="json")
        fields["body"] = [block if isinstance(block, str) else block.model_dump(mode="json") for block in blocks]
        self._open(fields)
        for old, new in self.edits.items():
            if old not in str(fields):
                raise ValueError(f"nothing to edit: {old}")
            fields = {name: _replaced(value, old, new) for name, value in fields.items()}
        given = self.model_dump(mode="json", exclude={"opening", "keep", "edits", "more"})
        taken_over = {name: value for name, value in given.items() if value is not None}
        fields |= {"kicker": None, "office": None, "author": None} | taken_over
        fields["lead"] = None if self.lead == "none" else fields["lead"]
        fields["body"] += self.model_dump(mode="json")["more"]
        return NewsroomArticle.model_validate(fields)

    def _open(self, fields: dict[str, Any]) -> None:
        if self.opening and isinstance(fields["body"][0], str):
            fields["body"][0] = f"{self.opening} {_CREDIT.sub('', fields['body'][0])}"


class _Original(NewsroomArticle):
    copies: tuple[Copy, ...] = ()


def load_wire(folder: Path = FOLDER) -> list[NewsroomArticle]:
    """All articles of `folder` and their copies, oldest first. NewsroomError names the file that is at fault."""
    found = [(path, article) for path in sorted(folder.glob("*.yml")) for article in _read(path)]
    refuse_twins(found)
    return sorted((article for _, article in found), key=lambda article: (article.published_at, article.id))


def everything() -> list[NewsroomArticle]:
    """All that the newsroom ships: the articles that are gold, and the wire; oldest first."""
    return sorted([*load(), *load_wire()], key=lambda article: (article.published_at, article.id))


def _read(path: Path) -> Iterator[NewsroomArticle]:
    try:
        with path.open(encoding="utf-8") as file:
            original = _Original.model_validate(yaml.load(file, TextLoader))  # noqa: S506 - a SafeLoader itself
        plain = NewsroomArticle.model_validate(original.model_dump(mode="json", exclude={"copies"}))
        yield from (plain, *(copy.of(plain) for copy in original.copies))
    except (OSError, yaml.YAMLError, ValidationError, ValueError, IndexError) as error:
        raise NewsroomError(f"{path}: {error}") from error


def _replaced(value: JsonValue, old: str, new: str) -> JsonValue:
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, list):
        return [_replaced(one, old, new) for one in value]
    if isinstance(value, dict):
        return {name: _replaced(one, old, new) for name, one in value.items()}
    return value
