"""What the confidence of records is fitted to: `python -m extractor.claims.learned.signals EXAMPLES.jsonl FILE.jsonl`.

The articles of the gold and the plain stories give a line a record: its signals and whether it is right. Those of the
development half and the stories are read by a reader that was trained without them, fold by fold; those of the test
half, which nothing is fitted to, by the reader that is shipped.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus import stories
from corpus.gold import build
from corpus.gold.matching import same_name
from corpus.gold.model import Gold, GoldDocument, Split
from corpus.gold.score import score
from corpus.schema import Article, Record
from corpus.stories import Mark, Story
from extractor.claims.draft import Draft
from extractor.claims.learned.examples import PREFIX, moment
from extractor.claims.learned.trained import SHIPPED, Trained
from extractor.pipeline import read
from models.claims.train import fold, load, train

FOLDS = 4
# Stories in the manner of the news; the others are made to be hard, and so say nothing of how often records are right.
PLAIN = ("wire", "press", "pages", "report", "talk")
GROUP = "group:executive-agencies"

Line = dict[str, Any]


def _records(article: Article, trained: Trained) -> list[tuple[Record, Draft]]:
    """Every record with its draft, also those too unsure to be given."""
    pairs = []
    for _, document in read(article, trained=trained):
        pairs += [(record, document.drafts[record.id]) for record in document.records]
    return pairs


def of_gold(split: Split, trained: Trained, only: int | None = None) -> Iterator[Line]:
    """The records of a half of the gold, or of a fold of it; those of optional facts are neither right nor wrong."""
    gold = build.load().part(split)
    for document in gold.documents:
        if only is None or fold(document.doc, FOLDS) == only:
            yield from _of_document(gold, document, trained)


def _of_document(gold: Gold, document: GoldDocument, trained: Trained) -> Iterator[Line]:
    article = Article(
        id=document.doc, text=document.text or "", title=document.title, published=moment(document.published)
    )
    pairs = _records(article, trained)
    facts = tuple(one for one in gold.records if one.doc == document.doc)
    alone = gold.model_copy(update={"documents": (document,), "records": facts})
    report = score(alone, [record for record, _ in pairs])
    right = {id(one.record) for one in report.matches}
    wrong = {id(one.record) for one in report.spurious}
    for record, draft in pairs:
        if id(record) in right | wrong:
            yield _line("gold", document.doc, draft, right=id(record) in right)


def of_stories(only: int, trained: Trained) -> Iterator[Line]:
    """The records of a fold's plain stories."""
    for story in stories.read():
        if story.id.startswith(PLAIN) and fold(story.id, FOLDS) == only:
            article = Article(id=story.id, text=story.text, published=moment(story.published))
            for record, draft in _records(article, trained):
                yield _line("story", story.id, draft, right=any(_is(record, mark, story) for mark in story.marks))


def _line(source: str, name: str, draft: Draft, *, right: bool) -> Line:
    return {"from": source, "id": name, "signals": draft.signals, "right": right}


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


def lines(examples: Path) -> Iterator[Line]:
    """The signals of every fold of what may be fitted to, then of the test half (`"from": "test"`)."""
    passages = load(examples)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FOLDS):
            model = Path(folder) / f"{number}.crfsuite"
            train([one for one in passages if fold(one["id"], FOLDS) != number], model)
            unseen = Trained(reader=model, confidence=None)
            yield from of_gold("dev", unseen, number)
            yield from of_stories(number, unseen)
    for line in of_gold("test", Trained(reader=SHIPPED.reader, confidence=None)):
        yield line | {"from": "test"}


def main(arguments: Sequence[str]) -> int:
    """Write the signals; 0."""
    with Path(arguments[1]).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(Path(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
