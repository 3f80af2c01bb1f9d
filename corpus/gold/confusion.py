"""Where extraction and gold part ways: indicators taken for one another, and the articles that are read worst."""

from collections import Counter
from collections.abc import Iterator

from corpus.gold.model import GoldFact
from corpus.gold.report import Report
from corpus.schema import Record

NOTHING = "—"
# How many pairs of indicators, and how many articles, are told.
MOST = 20
WORST = 10


def confusions(report: Report) -> Counter[tuple[str, str]]:
    """(indicator of the gold, indicator found) of facts that were not matched, «—» where one side has nothing.

    A missed fact and a spurious record of one article whose evidence touches the fact's words and whose figure is the
    same are one mistake, whatever else differs.
    """
    left = list(report.spurious)
    pairs: Counter[tuple[str, str]] = Counter()
    for miss in report.missed:
        found = next((one for one in left if one.doc == miss.fact.doc and _same_figure(miss.fact, one.record)), None)
        if found:
            left.remove(found)
        pairs[_name(miss.fact), _name(found.record) if found else NOTHING] += 1
    pairs.update((NOTHING, _name(one.record)) for one in left)
    return pairs


def _same_figure(fact: GoldFact, record: Record) -> bool:
    touches = any(one.start < fact.end and fact.start < one.end for one in record.evidence)
    return touches and (fact.value, fact.status) == (record.value, record.status if fact.status else fact.status)


def _name(fact: GoldFact | Record) -> str:
    prefix = {"obligation": "duty ", "commitment": "promise "}.get(fact.kind, "")
    return prefix + (fact.indicator or fact.status or "-")


def worst(report: Report) -> list[tuple[str, int, int]]:
    """(document, missed, spurious) of the articles with most mistakes, the worst first."""
    missed = Counter(one.fact.doc for one in report.missed)
    spurious = Counter(one.doc for one in report.spurious)
    names = sorted({*missed, *spurious}, key=lambda name: (-missed[name] - spurious[name], name))
    return [(name, missed[name], spurious[name]) for name in names[:WORST]]


def lines(report: Report) -> Iterator[str]:
    """Both tables in lines for a terminal."""
    pairs = confusions(report).most_common(MOST)
    if pairs:
        width = max(len(wanted) for (wanted, _), _ in pairs)
        yield f"confusion {'wanted':{width}}  found"
        for (wanted, found), times in pairs:
            note = " (same indicator, other subject, time or deadline)" if wanted == found else ""
            yield f"{times:9} {wanted:{width}}  {found}{note}"
    for name, missed, spurious in worst(report):
        yield f"worst {name}: {missed} missed, {spurious} spurious"
