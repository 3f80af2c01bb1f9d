"""Denominators that only their neighbour shows: «۲۲ خدمت از ۳۰ خدمت», «از ۳۰ خدمت، ۲۲ خدمت»."""

from dataclasses import replace

from extractor.annotations import Quantity
from extractor.quantities import words
from extractor.quantities.before import lead
from extractor.quantities.ellipsis import clause_before

_STOPS = frozenset(".؟!؛\n")
_OF = frozenset({" از ", " از این ", " از آن ", " از همین ", " از کل ", " از مجموع "})
_REACH = 60


def with_totals(folded: str, found: list[Quantity]) -> list[Quantity]:
    """`found`, in order, with such denominators marked."""
    result = list(found)
    for at, one in enumerate(found):
        if one.kind != "count" or one.unit == "rank" or one.total:
            continue
        before, after = found[max(0, at - 1) : at], found[at + 1 : at + 2]
        if any(_comes_after(folded, part, one) for part in before) or any(
            _comes_before(folded, part, one) for part in after
        ):
            result[at] = replace(one, total=True)
    return result


def _comes_after(folded: str, part: Quantity, whole: Quantity) -> bool:
    """«۲۲ خدمت از ۳۰ خدمت», «سه نفر از این ۱۱ نفر», «۱۰ درصد از ۶۰۰۰ خدمت»; not «کاهش ۱۰ درصدی از ۹۱ دستگاه به …»."""
    gap = folded[part.end : whole.start]
    if gap not in _OF or folded.startswith(" به ", whole.end):
        return False
    share = part.kind == "percent" and not folded.endswith("درصدی", part.start, part.end)
    return share or _smaller(part, whole)


def _comes_before(folded: str, part: Quantity, whole: Quantity) -> bool:
    """«از ۳۰ خدمت، ۲۲ خدمت», «از ۶۰۰۰ خدمت دولت، ۷۴ درصد»; not «خروج از ۹ بانک، ۲ بانک» nor «از ۹۸ نفر به ۷۱ نفر»."""
    gap = folded[whole.end : part.start]
    if len(gap) > _REACH or set(gap) & _STOPS or gap.startswith((" به ", " تا ")):
        return False
    if " که " not in gap and words.PAST_BETWEEN.search(gap):
        return False
    if not lead(folded, whole.start).is_in(words.FROM) or words.OF_THE_NOUN.search(clause_before(folded, whole.start)):
        return False
    return part.kind == "percent" or _smaller(part, whole)


def _smaller(part: Quantity, whole: Quantity) -> bool:
    same = part.kind == "count" and part.unit == whole.unit
    return same and (part.low or part.high or 0) <= (whole.low or whole.high or 0)
