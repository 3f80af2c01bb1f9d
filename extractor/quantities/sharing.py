"""Numbers that share one unit: «۲۰ و ۳۰ درصد», «وزارت نفت ۲۵ و وزارت نیرو ۳۰ درصد», «بین ۴۰ تا ۵۰ خدمت»."""

from itertools import pairwise

from extractor.annotations import Number
from extractor.quantities import words
from extractor.quantities.ranges import about

_LEAST_NAMES = 3
_MOST = 100


def goes_with(folded: str, first: Number, second: Number) -> bool:
    """Whether the two may be of one list or range, or «دو سه», or shares of one list of names."""
    gap = folded[first.end : second.start]
    if words.SHARED.fullmatch(gap) or about(folded, first, second):
        return True
    return first.value <= _MOST and words.NEXT_NAME.fullmatch(gap) is not None


def is_list(folded: str, numbers: list[Number]) -> bool:
    """Whether the gaps between `numbers` make one list of them.

    Names other than bodies need three figures, or a first one with a decimal, for «دمای ۲۲ و رطوبت ۴۰ درصد» is none;
    and before the last there is more than a comma.
    """
    if len(numbers) == 1:
        return True
    gaps = [folded[first.end : second.start] for first, second in pairwise(numbers)]
    names = [gap for gap in gaps if not words.SHARED.fullmatch(gap) and words.NEXT_NAME.fullmatch(gap)]
    if names and not all(words.NEXT_BODY.fullmatch(gap) for gap in names):
        return len(names) == len(gaps) and (len(numbers) >= _LEAST_NAMES or not numbers[0].value.is_integer())
    return not words.COMMA.fullmatch(gaps[-1]) or about(folded, numbers[-2], numbers[-1])
