"""Gold files, predicted records, and records of the gold's own texts for `dideban eval`."""

from pathlib import Path

from pydantic import ValidationError

from corpus.gold import build, model
from corpus.gold.model import Gold, GoldDocument
from corpus.gold.score import document_of
from corpus.newsroom.articles import NewsroomError
from corpus.registry import RegistryError
from corpus.schema import Article, Record
from dideban.cli.faults import Fault
from dideban.cli.progress import bar
from dideban.cli.rules_alone import records as read_by
from dideban.days import moment


def load(gold: str, texts: Path | None) -> tuple[str, Gold]:
    """The gold and what floors call it: a set's name, or the file's name without its ending. Raises Fault."""
    try:
        if gold in build.sets():
            return gold, build.load_set(gold)
        return Path(gold).stem, model.read(Path(gold), texts)
    except OSError as fault:
        raise Fault(f"{fault.filename or gold}: {fault.strerror}") from fault
    except ValidationError as fault:
        raise Fault(f"{gold}: no gold file: {_first(fault)}") from fault
    except UnicodeDecodeError as fault:
        raise Fault(f"{gold}: no gold file: not UTF-8") from fault
    except (build.GoldError, NewsroomError, RegistryError) as fault:
        raise Fault(f"{gold}: {fault}") from fault


def read_records(path: Path) -> list[Record]:
    """Records from JSON Lines. Raises Fault that names the file and line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as fault:
        raise Fault(f"{path}: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise Fault(f"{path}: not UTF-8") from fault
    return [_record(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]


def need_texts(gold: Gold) -> None:
    """Raises Fault where the gold has no text of a document."""
    bare = next((one.doc for one in gold.documents if one.text is None), None)
    if bare:
        raise Fault(f"the gold holds no text of {bare}: name the folder of the texts with --texts")


def predict(gold: Gold, *, rules_alone: bool = False) -> list[Record]:
    """Records that the extractor finds in the gold's texts, read with their title and day of publication."""
    records: list[Record] = []
    with bar("extracting", len(gold.documents)) as advance:
        for document in gold.documents:
            records += read_by(_article(document), rules_alone=rules_alone)
            advance()
    return records


def of_documents(records: list[Record], part: Gold, whole: Gold) -> list[Record]:
    """Those of `records` that are not about a document of `whole` outside `part`."""
    mine = {one.doc for one in part.documents}
    owners = [(record, document_of(record.document, whole.documents)) for record in records]
    return [record for record, owner in owners if owner is None or owner.doc in mine]


def _article(document: GoldDocument) -> Article:
    try:
        published = moment(document.published) if document.published else None
    except ValueError as fault:
        raise Fault(f"{document.doc}: {fault}") from fault
    return Article(id=document.doc, text=document.text or "", title=document.title, published=published)


def _record(line: str, where: str) -> Record:
    try:
        return Record.model_validate_json(line)
    except ValidationError as fault:
        raise Fault(f"{where}: no record: {_first(fault)}") from fault


def _first(fault: ValidationError) -> str:
    first = fault.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")
