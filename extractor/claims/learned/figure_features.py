"""What a trained model is told of a figure: the words around it, and what the rules make of them."""

from extractor.annotations import Quantity, Span
from extractor.claims.indicators import classify, is_denominator
from extractor.claims.learned.words import CLOSE, STEM, Word, Words, neighbours
from extractor.claims.moods import mood
from extractor.claims.reading import Clause, Reading
from extractor.claims.things import thing_counted

# How many words of each neighbourhood are told.
AROUND = 14
LEAD = 24
WHOLE = 100


class FigureFeatures:
    """Features of the figures of one reading."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading = reading
        self._words = words
        first = reading.document.sentences[:1]
        self._title = [f"t:{word.stem}" for word in self._words.within(*_edges(first[0]))[:LEAD]] if first else []

    def of(self, figure: Quantity, clause: Clause) -> list[str]:
        """The features of `figure`, which stands in `clause`."""
        return [
            *self._itself(figure, clause),
            *neighbours(self._words, figure),
            *self._around(figure, clause),
            *self._rules(figure, clause),
            *self._row(figure, clause),
            *self._figures_beside(figure, clause),
            *self._title,
        ]

    def _itself(self, figure: Quantity, clause: Clause) -> list[str]:
        thing = thing_counted(self._reading, figure, clause)
        noun = figure.noun and self._reading.text(figure.noun)
        found = [f"unit={figure.unit}", f"kind={figure.kind}", f"is={figure.comparator}", f"of={figure.unit}/{thing}"]
        found += [f"noun={noun}"] if noun else []
        found += ["total"] if figure.total else []
        found += [f"whole={figure.unit}"] if figure.low == WHOLE else []
        return found

    def _around(self, figure: Quantity, clause: Clause) -> list[str]:
        words, sentence = self._words, clause.sentence
        following = next((one.start for one in self._reading.quantities(sentence) if one.start >= figure.end), None)
        own = words.within(figure.end, min(following or clause.end, clause.end))
        places: dict[str, list[Word]] = {
            "o": own[:AROUND],
            "a": words.within(figure.end, clause.end)[:AROUND],
            "b": words.within(clause.start, figure.start)[-AROUND:],
            "n": words.within(clause.end, sentence.end)[:AROUND],
            "q": words.within(sentence.start, clause.start)[-AROUND:],
        }
        before = self._reading.previous(clause)
        found = [f"{name}:{stem}" for name, group in places.items() for stem in {word.stem for word in group}]
        found += [f"{name}:{word.form}" for name in "oab" for word in places[name]]
        found += [f"p:{word.stem}" for word in words.within(*_edges(before))[-LEAD:]] if before else []
        return [*found, *self._verb(figure, clause)]

    def _verb(self, figure: Quantity, clause: Clause) -> list[str]:
        verbs = self._reading.verbs(Span(figure.end, clause.sentence.end))[:1]
        if not verbs:
            return ["verbless"]
        before = self._words.before(verbs[0].start, 1)
        verb = "".join(word.form for word in self._words.within(*_edges(verbs[0])))
        return [f"v={verb}", *(f"v~{word.stem}_{verb[:STEM]}" for word in before)]

    def _rules(self, figure: Quantity, clause: Clause) -> list[str]:
        reading = self._reading
        following = next((one.start for one in reading.quantities(clause) if one.start >= figure.end), clause.end)
        own = Span(figure.start, following)
        reason = classify(reading, figure, clause)
        sign = reason.sign.indicator if reason else None
        meant = mood(reading, clause)
        found = [f"sign={sign}", f"mood={meant}", f"sign={sign}/{meant}"]
        found += ["denominator"] if is_denominator(reading, figure, clause) else []
        found += [f"cue:{name}" for name in reading.cues.present(clause)]
        found += [f"own:{name}" for name in (*reading.cues.present(own), *reading.polarity.told(own))]
        found += [f"told:{name}" for name in reading.polarity.told(clause)]
        found += [f"in:{name}" for name in reading.cues.present(clause.sentence)]
        return [*found, *reading.platform_features(clause), *reading.contexts]

    def _row(self, figure: Quantity, clause: Clause) -> list[str]:
        heading = self._reading.rows.heading(clause.place)
        if heading is None:
            return []
        column = self._reading.text(Span(clause.sentence.start, figure.start)).count("|")
        header = self._reading.rows.column(clause.place, column)
        words = self._words.within(*_edges(header)) if header else []
        found = ["row", *(f"h:{word.stem}" for word in self._words.within(*_edges(heading))[-LEAD:])]
        return [*found, *(f"c:{word.stem}" for word in words), f"column={min(column, CLOSE)}"]

    def _figures_beside(self, figure: Quantity, clause: Clause) -> list[str]:
        inside = self._reading.quantities(clause.sentence)
        at = inside.index(figure)
        found = []
        for name, other in (
            ("<", inside[at - 1] if at else None),
            (">", inside[at + 1] if at + 1 < len(inside) else None),
        ):
            if other is None:
                found.append(f"figure{name}none")
                continue
            ours, theirs = figure.low or figure.high or 0, other.low or other.high or 0
            size = "more" if ours > theirs else "less"
            found.append(f"figure{name}{other.unit}/{size if other.unit == figure.unit else ''}")
        rows = self._reading.bodies(clause, "agency")
        found += ["body<"] if any(one.end <= figure.start for one in rows) else []
        found += ["body>"] if any(one.start >= figure.end for one in rows) else []
        found += ["group"] if self._reading.bodies(clause, "group") else []
        return found


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end
