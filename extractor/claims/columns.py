"""What the headings of a table tell of the figures below them."""

import re
from functools import cache

from extractor.annotations import Span
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

# Words that say what is done with a thing; a clause without any takes them from the clause that completes it.
ACTIONS = ("connect", "offer", "online", "smart", "issue", "delay", "growth", "bound", "assessed", "total", "remaining",
           "inactive", "progress", "monthly", "identified")  # fmt: skip
# Of these a figure has its own where several figures share a clause: «۵۲ خدمت برخط و ۱۴ خدمت هوشمند است».
OWN = ("connect", "offer", "arrive", "progress", "remaining", "bound", "online", "smart", "issue", "delay", "refused",
       "inactive", "counter", "granted", "pending", "asked", "at_portal", "outside")  # fmt: skip


def at(span: Span, clause: Clause) -> Clause:
    """`clause` as if it stood at `span`."""
    return Clause(span.start, span.end, clause.sentence, clause.place, clause.order)


def told_by(reading: Reading, column: Span, clause: Clause) -> frozenset[str]:
    """What a column's heading tells of the figures below it."""
    told = reading.cues.present(column) | reading.polarity.told(column)
    if not told & set(OWN) and _how_many().search(reading.masked, column.start, column.end):
        told |= {"total"}
    where = reading.platform_features(at(column, clause)) | reading.platform_features(clause)
    heading = reading.rows.heading(clause.place) or column
    head = reading.rows.heads(clause.place)[0]
    lead = Span(heading.start, max(heading.start, min(heading.end, head.start)))  # what stands over the table
    where |= {one.replace("near:", "here:") for one in reading.platform_features(at(heading, clause))}
    bare = _share_alone().fullmatch(reading.text(column).strip()) is not None
    over = reading.platforms.placed(lead) if bare or _tells(reading, column) else []
    where |= {f"at:{name}" for name in (reading.platforms.placed(column) or over)}
    told |= reading.cues.present(lead) - {"denied", "growth"} if bare else frozenset()
    shared = any(one.unit == "percent" for one in reading.quantities(clause.sentence))
    return frozenset({"row", "column", *told, *where, *(["row_share"] if shared else []), *reading.contexts})


@cache
def _share_alone() -> re.Pattern[str]:
    """«درصد», «سهم (درصد)»: a heading that tells no more than that."""
    return pattern(r"(?:درصد|سهم|نسبت|میزان|[٪%() ])+", whole=False)


def telling(reading: Reading, column: Span, clause: Clause) -> Span:
    """`column`, or where it only says «درصد» the one before it that says of what."""
    heads = reading.rows.heads(clause.place)
    before = [one for one in heads[1:] if one.start <= column.start and _tells(reading, one)]
    return before[-1] if before else column


def _tells(reading: Reading, column: Span) -> bool:
    acts = reading.cues.present(column) & {*ACTIONS, *OWN, "arrive", "request"}
    return bool(acts or reading.platforms.places(column))


@cache
def _how_many() -> re.Pattern[str]:
    """«شمار خدمات», «تعداد مجوزها»: all of them."""
    return pattern(r"شمار|تعداد|کل")
