"""What the rules ask of a reading again and again, answered once: the mood of a clause, the sign of a figure."""

from collections.abc import Callable, Hashable
from typing import Concatenate

from extractor.claims.reading import Reading


def remembered[**Asked, Answer](
    rule: Callable[Concatenate[Reading, Asked], Answer],
) -> Callable[Concatenate[Reading, Asked], Answer]:
    """`rule`, whose answer for the same words of the same reading is kept as long as the reading is.

    What it asks about must be hashable, and given by place.
    """

    def answer(reading: Reading, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        known: dict[Hashable, Answer] = reading.answers.setdefault(rule.__qualname__, {})
        if asked not in known:
            known[asked] = rule(reading, *asked, **named)
        return known[asked]

    return answer
