"""What the rules ask of a reading again and again, answered once: the mood of a clause, the sign of a figure."""

from collections.abc import Callable, Hashable
from typing import Any, Concatenate

from extractor.claims.reading import Reading

# Stands for an answer that is not known yet; None is one.
_UNKNOWN: Any = object()


def remembered[**Asked, Answer](
    rule: Callable[Concatenate[Reading, Asked], Answer],
) -> Callable[Concatenate[Reading, Asked], Answer]:
    """`rule`, whose answer for the same words of the same reading is kept as long as the reading is.

    What it asks about must be hashable, and given by place.
    """
    name = rule.__qualname__

    def answer(reading: Reading, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        known: dict[Hashable, Answer] = reading.answers[name]
        found: Answer = known.get(asked, _UNKNOWN)
        if found is _UNKNOWN:
            found = known[asked] = rule(reading, *asked, **named)
        return found

    return answer
