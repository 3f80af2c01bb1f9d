"""Joins the annotators' files with the articles as printed, checks them, and writes gold in one file.

    python -m corpus.gold.build -o gold.json [SET] [--texts FOLDER] [--split dev|test]

SET is `newsroom`, the sample newsroom's articles, or a folder beside this module that brings its own articles.
The quotes are written in natural spelling (ZWNJ, Persian letters and digits); the offsets that come out count code
points of the article as its own spelling prints it.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from pydantic import ValidationError

from corpus.gold import source
from corpus.gold.model import Gold, GoldDocument, GoldFact
from corpus.newsroom import articles
from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.spelling import Spelling, respell
from corpus.registry import Indicator, RegistryError
from corpus.registry import load as load_registry

NEWSROOM = "newsroom"
_HERE = Path(__file__).parent
FOLDER = _HERE / NEWSROOM


class GoldError(ValueError):
    """Gold files that are at fault; the message names file and fact of each fault."""


def load(folder: Path = FOLDER, newsroom: Path = articles.FOLDER) -> Gold:
    """The gold facts of `folder` over the articles of `newsroom`; files belong together by name.

    Raises GoldError with every fault found, RegistryError or NewsroomError where those files are at fault.
    """
    by_name = _articles_by_name(newsroom)
    indicators = {one.code: one for one in load_registry().indicators}
    lists = source.name_lists()
    documents: list[GoldDocument] = []
    facts: list[GoldFact] = []
    faults = [f"{name}: the article has no gold file" for name in by_name if not (folder / f"{name}.yml").exists()]
    for path in sorted(folder.glob("*.yml")):
        try:
            file = source.read(path)
            article = by_name[path.stem]
        except (KeyError, ValidationError, yaml.YAMLError) as error:
            faults.append(f"{path.name}: {error!r}")
            continue
        documents.append(_document(path.stem, article, file))
        for number, one in enumerate(file.records, start=1):
            try:
                facts.append(_fact(one, path.stem, article, lists))
                faults += [f"{path.name}, fact {number}: {fault}" for fault in _indicator_faults(facts[-1], indicators)]
            except ValueError as error:
                faults.append(f"{path.name}, fact {number}: {error}")
    if faults:
        raise GoldError("\n".join(faults))
    return Gold(documents=tuple(documents), records=tuple(facts))


def sets() -> tuple[str, ...]:
    """The names of all sets of gold: the newsroom's first."""
    return (NEWSROOM, *sorted(one.parent.name for one in _HERE.glob("*/facts")))


def load_set(name: str) -> Gold:
    """The gold of one of `sets()`. Raises as `load` does."""
    return load() if name == NEWSROOM else load(_HERE / name / "facts", _HERE / name / "articles")


def _articles_by_name(folder: Path) -> dict[str, NewsroomArticle]:
    # An article does not know its file, so files and articles meet by the number that both give.
    loaded = {(one.publisher, one.id): one for one in articles.load(folder)}
    found = {}
    for path in sorted(folder.glob("*.yml")):
        fields = yaml.safe_load(path.read_text(encoding="utf-8"))
        found[path.stem] = loaded[fields["publisher"], str(fields["id"])]
    return found


def _document(name: str, article: NewsroomArticle, file: source.SourceFile) -> GoldDocument:
    return GoldDocument(
        doc=f"{name}.txt",
        id=article.id,
        publisher=article.publisher,
        published=article.published[:10],
        origin=article.origin,
        title=article.printed.title,
        split=file.split,
        text=article.text,
    )


def _fact(one: source.SourceFact, name: str, article: NewsroomArticle, lists: dict[str, tuple[str, ...]]) -> GoldFact:
    start, end = _span(article, one.quote, one.nth)
    dated = one.kind in {"measurement", "status"} and "as_of" not in one.model_fields_set
    return GoldFact(
        doc=f"{name}.txt",
        kind=one.kind,
        subject=source.names(one.subject, lists),
        indicator=one.indicator,
        also_indicator=one.also_indicator,
        value=source.value(one.value) if one.value else None,
        band=source.band(one.band),
        status=one.status,
        deadline=source.deadline(one.deadline) if one.deadline else None,
        as_of=article.published[:10] if dated else one.as_of,
        law=one.law,
        claimant=source.names(one.claimant, lists) if one.claimant else None,
        quote=article.text[start:end],
        start=start,
        end=end,
        also=tuple(_span(article, place, 0) for place in one.also),
        core=one.core,
        note=one.note,
    )


def _span(article: NewsroomArticle, quote: str, nth: int) -> tuple[int, int]:
    """Where the article as printed has `quote`. Raises ValueError where it is not there, or `nth` is wanting."""
    natural = article.model_copy(update={"spelling": Spelling()}).text
    starts = list(_occurrences(natural, quote))
    if not starts or nth > len(starts) or (not nth and len(starts) > 1):
        raise ValueError(f"the article has {len(starts)} times, nth {nth}: {quote}")
    begin = starts[max(nth, 1) - 1]
    start = len(respell(natural[:begin], article.spelling))
    printed = respell(quote, article.spelling)
    if article.text[start : start + len(printed)] != printed:
        raise ValueError(f"the quote is printed otherwise than its article: {quote}")
    return start, start + len(printed)


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _indicator_faults(fact: GoldFact, indicators: dict[str, Indicator]) -> Iterator[str]:
    if fact.indicator is None:
        if fact.status is None:
            yield "neither an indicator nor a status"
    elif fact.indicator not in indicators:
        yield f"unknown indicator {fact.indicator}"
    elif fact.value and fact.value.unit not in indicators[fact.indicator].units:
        yield f"{fact.indicator} has no unit {fact.value.unit}"


def main(arguments: list[str] | None = None) -> int:
    """Writes the gold; 0 where it is fine, 1 where a file is at fault."""
    parser = argparse.ArgumentParser(prog="python -m corpus.gold.build", description=__doc__)
    parser.add_argument("set", nargs="?", choices=sets(), default=NEWSROOM, help="which set of gold")
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write")
    parser.add_argument("--texts", type=Path, help="folder to write the documents' texts to")
    parser.add_argument("--split", choices=("dev", "test"), help="this half alone")
    chosen = parser.parse_args(arguments)
    try:
        gold = load_set(chosen.set)
    except (GoldError, RegistryError, articles.NewsroomError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    gold = gold.part(chosen.split) if chosen.split else gold
    chosen.output.write_text(gold.model_dump_json(indent=1) + "\n", encoding="utf-8")
    if chosen.texts:
        chosen.texts.mkdir(parents=True, exist_ok=True)
        for one in gold.documents:
            (chosen.texts / one.doc).write_text(one.text or "", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
