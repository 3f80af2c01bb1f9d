"""What the trained readers learn from: stories (corpus/stories) and half of the gold, read and labelled.

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
from corpus.gold.matching import same_name
from corpus.gold.model import GoldFact, Split
from corpus.newsroom.spelling import Spelling
from corpus.schema import Article, Value
from extractor.annotations import Mention, Quantity, Span
from extractor.claims.decisions import MOODS
from extractor.claims.learned.candidates import Candidate, Candidates
from extractor.claims.learned.items import Item, bodies, figures
from extractor.claims.learned.judged import NO, YES
from extractor.claims.learned.owner_features import OwnerFeatures
from extractor.claims.learned.words import Words
from extractor.claims.owners import Owners, about
from extractor.claims.pairing import GROUP_ID, GROUP_NAME, Pairing
from extractor.claims.reading import Clause, Reading
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


def _moment(jalali: str | None) -> datetime | None:
    if jalali is None:
        return None
    day = gregorian(*map(int, jalali.split("-")))
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)


def of_stories(spellings: Sequence[Spelling] = SPELLINGS) -> Iterator[Labelled]:
    """Every story in each of `spellings`."""
    for story in stories.read():
        for one in (stories.respelled(story, spelling) for spelling in spellings):
            article = Article(id=one.id, text=one.text, published=_moment(one.published))
            yield Labelled(
                article, tuple(Label((Span(mark.start, mark.end),), mark.label, mark.owners) for mark in one.marks)
            )


def of_gold(split: Split = "dev") -> Iterator[Labelled]:
    """The articles of one half of the gold, as they are printed."""
    gold = build.load().part(split)
    for document in gold.documents:
        article = Article(id=document.doc, text=document.text or "", published=_moment(document.published))
        yield Labelled(article, tuple(_of_fact(fact) for fact in gold.records if fact.doc == document.doc))


def _of_fact(fact: GoldFact) -> Label:
    places = (Span(fact.start, fact.end), *(Span(*place) for place in fact.also))
    text = f"={fact.status}" if fact.kind == "status" else f"{PREFIX[fact.kind]}{fact.indicator}"
    return Label(places, text, fact.subject, fact.value, exact=True)


def examples(labelled: Labelled) -> Iterator[tuple[str, list[str], list[tuple[str, ...]]]]:
    """(«figures», «bodies» or «owners», labels, features) of each passage of an article."""
    for _, document in read(labelled.article, claims=False):
        reading = Reading(document)
        words = Words(reading)
        whose = Whose(reading, words, document, labelled)
        for items in figures(reading, words):
            labels = [_stated(one.asked, document, labelled) for one in items]
            yield "figures", [one.text if one else NONE for one in labels], _features(items)
            for item, label in zip(items, labels, strict=True):
                if label and (pair := whose.of(item.asked, item.clause, label)):
                    yield "owners", *pair
        for named in bodies(reading, words):
            yield "bodies", [_standing(one.asked, document, labelled) for one in named], _features(named)


def _features[Asked: (Quantity, Mention)](items: list[Item[Asked]]) -> list[tuple[str, ...]]:
    return [one.features for one in items]


class Whose:
    """Pairs of figures and candidates, with whether one is the other's."""

    def __init__(self, reading: Reading, words: Words, document: Document, labelled: Labelled) -> None:
        self._document = document
        self._owners = Owners(reading, Pairing(reading))
        self._candidates = Candidates(reading)
        self._features = OwnerFeatures(reading, words)

    def of(self, figure: Quantity, clause: Clause, label: Label) -> tuple[list[str], list[tuple[str, ...]]] | None:
        """Answers and features of every candidate; None where whose it is is not asked, or none of them is right."""
        kind, _, indicator = label.text.rpartition(" ")
        candidates = self._candidates.of(clause)
        answers = [YES if self._is(one, label) else NO for one in candidates]
        if not about(indicator).startswith("body") or YES not in answers:
            return None
        ruled = self._owners.of(figure, clause, indicator, MOODS[kind], sure=True)
        features = self._features.of(figure, clause, indicator, ruled, candidates)
        return answers, [tuple(one) for one in features]

    def _is(self, one: Candidate, label: Label) -> bool:
        if one.body.type == "platform":
            return "platform" in label.owners or same_name(label.owners, [one.body.name])
        if one.body.id == GROUP_ID:
            return "all" in label.owners or same_name(label.owners, [GROUP_NAME])
        return same_name(label.owners, [one.body.name, self._document.words(one.body)])


def _stated(figure: Quantity, document: Document, labelled: Labelled) -> Label | None:
    place = Span(*document.view.to_raw(figure.start, figure.end))
    for label in labelled.labels:
        if not label.text.startswith("=") and label.is_at(place) and _is_value(figure, label):
            return label
    return None


def _is_value(figure: Quantity, label: Label) -> bool:
    if not label.exact:
        return True
    wanted = label.value
    return wanted is not None and (wanted.unit, wanted.low, wanted.high) == (figure.unit, figure.low, figure.high)


def _standing(body: Mention, document: Document, labelled: Labelled) -> str:
    place = Span(*document.view.to_raw(body.start, body.end))
    for label in labelled.labels:
        named = not label.exact or same_name(label.owners, [body.name, document.words(body)])
        if label.text.startswith("=") and label.is_at(place) and named:
            return label.text[1:]
    return NONE


def main(arguments: Sequence[str]) -> int:
    """Write the examples to the file named; 0."""
    with Path(arguments[0]).open("w", encoding="utf-8") as file:
        for source, articles in (("story", of_stories()), ("gold", of_gold())):
            for labelled in articles:
                for kind, labels, features in examples(labelled):
                    line = {"of": kind, "from": source, "id": labelled.article.id, "labels": labels}
                    file.write(json.dumps({**line, "features": features}, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
