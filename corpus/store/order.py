"""In which order an article's records are read."""

from collections.abc import Iterable

from corpus.schema import Record

# A record stands where its own words stand: several share one sentence as their evidence.
_OWN = ("value", "status", "subject")


def in_text_order(records: Iterable[Record]) -> list[Record]:
    """Records of one article in the order of its text."""
    return sorted(records, key=lambda one: (_place(one), one.evidence[0].start, one.id))


def _place(record: Record) -> int:
    """The first code point of the record's own words, else of its evidence."""
    for name in _OWN:
        found = [passage.fields[name][0] for passage in record.evidence if name in passage.fields]
        if found:
            return min(found)
    return min(passage.start for passage in record.evidence)
