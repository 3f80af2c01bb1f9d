"""Records out of stored articles, into the store."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import extractor
from dideban.cli.faults import named, warn
from dideban.cli.progress import bar
from extractor.version import VERSION

_CHANGED = "passed over: it was changed while it was read; the next run reads it"


@dataclass(frozen=True, slots=True)
class Extracted:
    """How many articles were read, how many records they gave, and how many articles failed."""

    articles: int
    records: int
    failed: int
    seconds: float


def extract_new(*, again: bool = False, stop: Callable[[], bool] = lambda: False) -> Extracted:
    """Read every stored article that this version of the extractor has not read; all of them `again`.

    The store must be open. An article that fails is named in one line, stays unread, and does not keep the others from
    being read. So is one that was changed or removed while it was read, which is no failure: the next run reads it.
    Between two articles `stop` is asked whether to leave the others to the next run.
    """
    from corpus import store  # noqa: PLC0415 - its tables need Django set up

    articles = records = failed = 0
    started = time.monotonic()
    with bar("extracting", None) as advance:
        for article in store.articles(without_records_of=None if again else VERSION):
            try:
                found = extractor.extract(article)
                store.save_records(article.document, found, VERSION)
            except Exception as fault:
                changed = isinstance(fault, store.OutdatedError) and store.article(article.document) != article
                warn(f"{article.document}: {_CHANGED if changed else f'not read: {named(fault)}'}")
                failed += not changed
            else:
                articles += 1
                records += len(found)
            advance()
            if stop():
                break
    return Extracted(articles, records, failed, time.monotonic() - started)
