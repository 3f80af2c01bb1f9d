"""What the confidence of records is fitted to: `python -m extractor.claims.learned.signals EXAMPLES.jsonl FILE.jsonl`.

The articles of the development half of the gold and the plain stories are read by a reader that was trained without
them, fold by fold; each record gives a line with its signals and whether it is right.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus import stories
from corpus.gold import build
from corpus.gold.matching import same_core, same_name
from corpus.schema import Article, Record
from corpus.stories import Mark, Story
from extractor.claims.draft import Draft
from extractor.claims.learned.examples import PREFIX, moment
from extractor.pipeline import read
from models.claims.train import fold, load, train

FOLDS = 4
# Stories in the manner of the news; the others are made to be hard, and so say nothing of how often records are right.
PLAIN = ("wire", "press", "pages", "report", "talk")
GROUP = "group:executive-agencies"


def _records(article: Article) -> Iterator[tuple[Record, Draft]]:
    for _, document in read(article):
        for record in document.records:
            yield record, document.drafts[record.id]


def of_gold(number: int) -> Iterator[tuple[dict[str, float], bool]]:
    """Signals of the records of a fold's articles; records of optional facts are neither right nor wrong."""
    gold = build.load().part("dev")
    for document in (one for one in gold.documents if fold(one.doc, FOLDS) == number):
        facts = [fact for fact in gold.records if fact.doc == document.doc]
        article = Article(id=document.doc, text=document.text or "", published=moment(document.published))
        for record, draft in _records(article):
            same = [fact for fact in facts if same_core(fact, record)]
            if any(fact.core for fact in same) or not same:
                yield draft.signals, bool(same)


def of_stories(number: int) -> Iterator[tuple[dict[str, float], bool]]:
    """Signals of the records of a fold's plain stories."""
    for story in stories.read():
        if story.id.startswith(PLAIN) and fold(story.id, FOLDS) == number:
            article = Article(id=story.id, text=story.text, published=moment(story.published))
            for record, draft in _records(article):
                yield draft.signals, any(_is(record, mark, story) for mark in story.marks)


def _is(record: Record, mark: Mark, story: Story) -> bool:
    label = f"={record.status}" if record.kind == "status" else f"{PREFIX[record.kind]}{record.indicator}"
    touches = any(one.start < mark.end and mark.start < one.end for one in record.evidence)
    owners = mark.owners or (story.text[mark.start : mark.end],)
    return label == mark.label and touches and any(_owns(record, owner) for owner in owners)


def _owns(record: Record, owner: str) -> bool:
    subject = record.subject
    if owner == "all":
        return subject.id == GROUP
    return subject.type == "platform" if owner == "platform" else same_name([owner], [subject.name, subject.mention])


def main(arguments: Sequence[str]) -> int:
    """Write the signals of every fold; 0."""
    passages = load(Path(arguments[0]))
    with Path(arguments[1]).open("w", encoding="utf-8") as file, tempfile.TemporaryDirectory() as folder:
        for number in range(FOLDS):
            model = Path(folder) / f"{number}.crfsuite"
            train([one for one in passages if fold(one["id"], FOLDS) != number], model)
            os.environ["DIDEBAN_READERS"] = str(model)
            file.writelines(
                json.dumps({"signals": signals, "right": right}) + "\n"
                for signals, right in (*of_gold(number), *of_stories(number))
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
