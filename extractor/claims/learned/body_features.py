"""What a trained model is told of a body: the words around it, its place in a list, and what the rules make of them."""

from extractor.annotations import Mention, Span
from extractor.claims.learned.words import Words, neighbours
from extractor.claims.lexicon import status_rules
from extractor.claims.moods import mood
from extractor.claims.reading import Clause, Reading

AROUND = 16
LEAD = 24


class BodyFeatures:
    """Features of the bodies of one reading."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading = reading
        self._words = words

    def of(self, body: Mention, clause: Clause) -> list[str]:
        """The features of `body`, which stands in `clause`."""
        return [*neighbours(self._words, body), *self._around(body, clause), *self._rules(body, clause)]

    def _around(self, body: Mention, clause: Clause) -> list[str]:
        words, sentence = self._words, clause.sentence
        places = {
            "a": words.within(body.end, clause.end)[:AROUND],
            "z": words.within(body.end, clause.end)[-AROUND:],
            "b": words.within(clause.start, body.start)[-AROUND:],
            "n": words.within(clause.end, sentence.end)[:AROUND],
            "q": words.within(sentence.start, clause.start)[-AROUND:],
        }
        found = [f"{name}:{stem}" for name, group in places.items() for stem in {word.stem for word in group}]
        found += [f"{name}:{word.form}" for name in "ab" for word in places[name]]
        last = [word.stem for word in places["z"][-3:]]
        found += [f"end:{'_'.join(last[-count:])}" for count in (1, 2, 3) if len(last) >= count]
        before = self._reading.previous(clause)
        return found + ([f"p:{word.stem}" for word in words.within(before.start, before.end)[-LEAD:]] if before else [])

    def _rules(self, body: Mention, clause: Clause) -> list[str]:
        reading = self._reading
        inside = reading.bodies(clause, "agency")
        at = inside.index(body)
        later = Span(body.end, clause.end)
        found = [f"mood={mood(reading, clause)}", f"place={min(at, 3)}", f"of={min(len(inside), 5)}"]
        found += [f"cue:{name}" for name in reading.cues.present(clause)]
        found += [f"later:{name}" for name in (*reading.cues.present(later), *reading.polarity.told(later))]
        found += [f"told:{name}" for name in reading.polarity.told(clause)]
        found += [
            f"fits:{rule.status}" for rule in status_rules() if rule.pattern.search(reading.masked, *_ends(clause))
        ]
        found += ["figure>"] if reading.quantities(later) else []
        found += ["figure<"] if reading.quantities(Span(clause.start, body.start)) else []
        found += ["row"] if reading.rows.at(clause.place) else []
        found += ["known"] if body.id else []
        return [*found, *reading.platform_features(clause)]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
