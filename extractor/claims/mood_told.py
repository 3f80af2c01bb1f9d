"""Which words tell that a clause is a duty or a promise, for `dideban explain`."""

import re
from collections.abc import Iterator
from functools import cache

from extractor.annotations import Span
from extractor.claims.draft import Because
from extractor.claims.moods import Mood
from extractor.claims.reading import Clause, Reading
from extractor.text.patterns import pattern

# The cues that can tell each mood, in the order in which they do.
CUES: dict[Mood, tuple[str, ...]] = {"duty": ("duty", "duty_noun"), "promise": ("promise",)}
FACT = Because("fact")


@cache
def _verbs() -> dict[Mood, re.Pattern[str]]:
    """What tells it where no cue does: a term that is set, a verb of the time to come."""
    return {
        "duty": pattern(r"مهلت|فرصت|ضرب‌الاجل|سررسید|موعد|وقت|زمان|مجال"),
        "promise": pattern(r"خواه(?:د|ند|یم|م)|قرار است|می‌\w+"),
    }


def mood_told(reading: Reading, clause: Clause, meant: Mood) -> Because:
    """Why `clause` is meant so: the words of duty or promise in it, else in its sentence before it."""
    if meant == "fact":
        return FACT
    words = next(_found(reading, clause, meant), None)
    return Because(meant, (words,) if words else ())


def _found(reading: Reading, clause: Clause, meant: Mood) -> Iterator[Span]:
    for span in (Span(clause.start, clause.end), Span(clause.sentence.start, clause.start)):
        for name in CUES.get(meant, ()):
            yield from reading.cues.within(name, span)[-1:]
        verb = _verbs()[meant].search(reading.masked, span.start, span.end)
        if verb:
            yield Span(*verb.span())
