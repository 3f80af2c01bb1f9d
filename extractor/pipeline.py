"""The pipeline: spaCy's blank Persian with our components, from an Article to its records.

    >>> from extractor import extract
    >>> records = extract(Article(id="note", text="…"))

Each component adds what it finds to `doc._.dideban`; the last one leaves the records in `doc._.records`.
"""

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from corpus.schema import Article, Record
from extractor.annotations import Mention
from extractor.claims.assembling import concerns_us, may_concern_us, merge_parts, records
from extractor.claims.learned.trained import SHIPPED, Trained
from extractor.dates import document_year, find_dates, mark_as_of
from extractor.dates.calendar import jalali
from extractor.document import Document
from extractor.entities import find_laws, find_people, read_bodies
from extractor.entities.learned import read_learned, telling
from extractor.quantities import find_quantities
from extractor.text.dateline import publication
from extractor.text.sentences import sentences
from extractor.text.view import View

TEHRAN = ZoneInfo("Asia/Tehran")
# A text longer than any article is read in parts of about this many characters, cut between paragraphs.
PART = 30_000

# article: what is read; part: the piece of its text; name: what its record ids are made from; dideban: the Document;
# claims: whether records are wanted; trained: what reads beside the rules; records: the outcome.
for _name in ("article", "part", "name", "dideban", "claims", "trained", "records"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=True if _name == "claims" else None)


@Language.component("dideban_text")
def text_component(doc: Doc) -> Doc:
    """The view, the sentences of news and the date of publication."""
    told = doc._
    text = doc.text if told.part is None else told.part
    article = told.article or Article(id="text", text=text)
    view = View(text)
    day = published(article, view)
    year = jalali(day)[0] if day else document_year(view.folded)
    told.dideban = Document(article, told.name or name(article), view, day, year, sentences(view))
    return doc


@Language.component("dideban_figures")
def figures_component(doc: Doc) -> Doc:
    """Percents, counts and ranks."""
    document: Document = doc._.dideban
    document.quantities = find_quantities(document.text)
    return doc


@Language.component("dideban_dates")
def dates_component(doc: Doc) -> Doc:
    """Dates, deadlines and the times that figures were true."""
    document: Document = doc._.dideban
    year = None if document.published else document.year
    found = find_dates(document.text, document.published, year)
    document.dates = mark_as_of(document.text, found, document.quantities)
    return doc


@Language.component("dideban_entities")
def entities_component(doc: Doc) -> Doc:
    """Bodies, platforms, laws and people."""
    document: Document = doc._.dideban
    bodies = read_bodies(document.text)
    document.bodies = bodies.speaking
    laws = find_laws(document.text, document.year)
    people = find_people(document.text, [one for one in bodies.all if not one.anaphora])
    document.laws = [one for one in laws if not one.anaphora]
    document.people = [one for one in people if not one.anaphora]
    document.named = bodies.all
    document.pointing = [*(one for one in laws if one.anaphora), *(one for one in people if one.anaphora)]
    return doc


@Language.component("dideban_names")
def names_component(doc: Doc) -> Doc:
    """Bodies and speakers that only the trained model finds; where claims are read, only if there can be any."""
    document: Document = doc._.dideban
    if doc._.claims and not concerns_us(document):
        return doc
    deadlines = [one for one in document.dates if one.role == "deadline"]
    places = list(telling(document.text, document.sentences, [*document.quantities, *deadlines]))
    bodies = [*document.named, *document.bodies]
    found = read_learned(document.text, places, bodies, document.people, [*document.laws, *document.pointing])
    document.people = found.people
    document.named = _in_order([*document.named, *found.bodies])
    document.bodies = _in_order([*document.bodies, *found.bodies])
    return doc


def _in_order(mentions: list[Mention]) -> list[Mention]:
    return sorted(mentions, key=lambda one: one.start)


@Language.component("dideban_claims")
def claims_component(doc: Doc) -> Doc:
    """Records, out of all that was found."""
    told = doc._
    told.records = records(told.dideban, told.trained or SHIPPED)
    return doc


@cache
def pipeline() -> Language:
    """The pipeline, made once."""
    nlp = spacy.blank("fa")
    nlp.max_length = 100 * PART
    for name in ("text", "figures", "dates", "entities", "names", "claims"):
        nlp.add_pipe(f"dideban_{name}")
    return nlp


def published(article: Article, view: View) -> date | None:
    """The article's day of publication in Tehran: as given, else as the text itself prints it, else None."""
    if article.published:
        return article.published.astimezone(TEHRAN).date()
    printed = publication(view)
    return printed.date if printed else None


def name(article: Article) -> str:
    """What record ids are made from: the address, or a local text's digest, so that a moved file keeps its ids."""
    if "://" in article.document:
        return article.document
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def _parts(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(text) - start > PART:
        cut = text.rfind("\n", start + PART // 2, start + PART) + 1 or start + PART
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


def read(article: Article, *, claims: bool = True, trained: Trained = SHIPPED) -> Iterator[tuple[int, Document]]:
    """`article` read to the end, in parts where it is too long for one: (offset of the part, what was found).

    Without `claims` there are no records, in a third of the time. `trained` says which models read beside the rules.
    """
    return _read(article, claims=claims, trained=trained, only_ours=False)


def _read(article: Article, *, claims: bool, trained: Trained, only_ours: bool) -> Iterator[tuple[int, Document]]:
    """As `read`; with `only_ours` without the parts that can hold no fact of ours."""
    nlp = pipeline()
    disable = [] if claims else ["dideban_claims"]
    known_as = name(article)
    for offset, text in _parts(article.text):
        if only_ours and not may_concern_us(View(text).folded):
            continue
        # Without tokens, which nothing here reads: spaCy keeps every word that it has ever seen.
        doc = Doc(nlp.vocab)
        told = doc._
        told.article, told.part, told.name, told.claims, told.trained = article, text, known_as, claims, trained
        told = nlp(doc, disable=disable)._
        document: Document = told.dideban
        document.records = told.records or []
        yield offset, document


def extract(article: Article, *, trained: Trained = SHIPPED) -> list[Record]:
    """The records of `article`: each fact once, evidence in offsets of `article.text`, ids the same on every run.

    `trained` says which models read beside the rules: `extractor.claims.learned.trained.RULES_ALONE` for none.
    """
    documents = _read(article, claims=True, trained=trained, only_ours=True)
    return merge_parts([(offset, document.records) for offset, document in documents])
