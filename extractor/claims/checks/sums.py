"""Parts against their sum: what is offered and what is not against all there is; shares against a hundred."""

from collections.abc import Iterator, Sequence

from corpus.registry import load
from corpus.schema import Check, Record
from extractor.claims.checks.figures import number, of, printed, together

WHOLE = 100.0
# Shares in whole numbers may add up to a little less or more.
SLACK = 1.05


def sums(records: Sequence[Record], _title: int) -> Iterator[tuple[Record, Check]]:
    """Doubts about parts that do not make up their whole."""
    relations = [one for programme in load().programmes for one in programme.relations if one.parts]
    for group in together(records).values():
        for relation in relations:
            yield from _counts(group, relation.parts, relation.whole)
            yield from _percents(group, relation.parts)


def _single(group: Sequence[Record], indicator: str, *, percent: bool) -> Record | None:
    """The one record of `indicator`; None where there is none or several."""
    found = of(group, indicator, percent=percent)
    return found[0] if len(found) == 1 else None


def _parts(group: Sequence[Record], parts: Sequence[str], *, percent: bool) -> list[Record]:
    found = [_single(group, one, percent=percent) for one in parts]
    return [one for one in found if one]


def _counts(group: Sequence[Record], parts: Sequence[str], whole: str | None) -> Iterator[tuple[Record, Check]]:
    every = whole and _single(group, whole, percent=False)
    found = _parts(group, parts, percent=False)
    # A part may be left unsaid, so fewer than all of them can only be too many.
    if not every or len(found) < 2:
        return
    total, made = number(every) or 0.0, sum(number(one) or 0.0 for one in found)
    if made > total or (made < total and len(found) == len(parts)):
        said = " + ".join(printed(number(one) or 0.0) for one in found)
        check = Check(code="parts_vs_sum", message=f"{said} = {printed(made)}، نه {printed(total)}")
        yield from ((one, check) for one in (every, *found))


def _percents(group: Sequence[Record], parts: Sequence[str]) -> Iterator[tuple[Record, Check]]:
    found = _parts(group, parts, percent=True)
    made = sum(number(one) or 0.0 for one in found)
    if len(found) >= 2 and made > WHOLE + SLACK:
        said = " + ".join(printed(number(one) or 0.0) for one in found)
        check = Check(code="parts_vs_sum", message=f"{said} = {printed(made)} درصد، بیش از ۱۰۰ درصد")
        yield from ((one, check) for one in found)
