"""What the trained reader learns from: stories (corpus/stories) and half of the gold, read and labelled.

python -m extractor.claims.learned.examples FILE.jsonl      a passage a line, for `python -m models.claims.train`
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus import stories
from corpus.gold import build
from corpus.gold.model import GoldFact, Split
from corpus.newsroom.spelling import Spelling
from corpus.schema import Article, Value
from extractor.annotations import Quantity, Span
from extractor.claims.learned.items import figures
from extractor.claims.learned.words import Words
from extractor.claims.reading import Reading
from extractor.dates.calendar import gregorian
from extractor.document import Document
from extractor.pipeline import read

NONE = "none"
PREFIX = {"measurement": "", "obligation": "duty ", "commitment": "promise ", "status": "="}
# As authors type, and as pages that have lost the half-space print it.
SPELLINGS = (Spelling(), Spelling(halfspace="space", arabic_letters=True), Spelling(halfspace="none"))


@dataclass(frozen=True, slots=True)
class Label:
    """What some words state, and whose it is; `exact`: of gold, whose words hold more than the figure or the body."""

    places: tuple[Span, ...]
    text: str
    owners: tuple[str, ...] = ()
    value: Value | None = None
    exact: bool = False

    def is_at(self, place: Span) -> bool:
        """Whether it is stated by words that share a character with `place`."""
        return any(one.overlaps(place) for one in self.places)


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its labels, in offsets of its text."""

    article: Article
    labels: tuple[Label, ...]


def moment(jalali: str | None) -> datetime | None:
    """The morning of a Jalali day, None for none."""
    if jalali is None:
        return None
    day = gregorian(*map(int, jalali.split("-")))
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)


def of_stories(spellings: Sequence[Spelling] = SPELLINGS) -> Iterator[Labelled]:
    """Every story in each of `spellings`."""
    for story in stories.read():
        for one in (stories.respelled(story, spelling) for spelling in spellings):
            article = Article(id=one.id, text=one.text, published=moment(one.published))
            yield Labelled(
                article, tuple(Label((Span(mark.start, mark.end),), mark.label, mark.owners) for mark in one.marks)
            )


def of_gold(split: Split = "dev") -> Iterator[Labelled]:
    """The articles of one half of the gold, as they are printed."""
    gold = build.load().part(split)
    for document in gold.documents:
        article = Article(id=document.doc, text=document.text or "", published=moment(document.published))
        yield Labelled(article, tuple(_of_fact(fact) for fact in gold.records if fact.doc == document.doc))


def _of_fact(fact: GoldFact) -> Label:
    places = (Span(fact.start, fact.end), *(Span(*place) for place in fact.also))
    text = f"={fact.status}" if fact.kind == "status" else f"{PREFIX[fact.kind]}{fact.indicator}"
    return Label(places, text, fact.subject, fact.value, exact=True)


def examples(labelled: Labelled) -> Iterator[tuple[list[str], list[tuple[str, ...]]]]:
    """Labels and features of the figures of each passage of an article."""
    for _, document in read(labelled.article, claims=False):
        reading = Reading(document)
        words = Words(reading)
        for items in figures(reading, words):
            yield [_stated(one.figure, document, labelled) for one in items], [one.features for one in items]


def _stated(figure: Quantity, document: Document, labelled: Labelled) -> str:
    place = Span(*document.view.to_raw(figure.start, figure.end))
    for label in labelled.labels:
        if not label.text.startswith("=") and label.is_at(place) and _is_value(figure, label):
            return label.text
    return NONE


def _is_value(figure: Quantity, label: Label) -> bool:
    if not label.exact:
        return True
    wanted = label.value
    return wanted is not None and (wanted.unit, wanted.low, wanted.high) == (figure.unit, figure.low, figure.high)


def main(arguments: Sequence[str]) -> int:
    """Write the examples to the file named; 0."""
    with Path(arguments[0]).open("w", encoding="utf-8") as file:
        for source, articles in (("story", of_stories()), ("gold", of_gold())):
            for labelled in articles:
                for labels, features in examples(labelled):
                    line = {"from": source, "id": labelled.article.id, "labels": labels, "features": features}
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
