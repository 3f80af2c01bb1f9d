"""What a trained model is told of a figure and one whose it can be."""

from extractor.annotations import Quantity, Span
from extractor.claims.learned.candidates import Candidate, place_of
from extractor.claims.learned.words import Words
from extractor.claims.owners import about
from extractor.claims.pairing import Owner
from extractor.claims.reading import Clause, Reading

# Words between a body and its figure are told one by one where they are no more than this.
FEW = 6
# Cues that speak for one kind of owner or another.
TELLING = frozenset({"tie", "all_of_them", "together", "average", "bound", "except"})


class OwnerFeatures:
    """Features of pairs of figures and candidates of one reading."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading = reading
        self._words = words

    def of(
        self, figure: Quantity, clause: Clause, indicator: str, ruled: list[Owner], candidates: list[Candidate]
    ) -> list[list[str]]:
        """The features of each of `candidates` for `figure`; `ruled` are those that the rules of pairing choose."""
        chosen = {one.body.id or one.body.name for one in ruled}
        told = self._told(figure, clause, candidates)
        return [
            [
                *self._of(one, figure, clause, indicator),
                *(f"{name}/{one.how}" for name in (*told, f"about={about(indicator)}")),
                *self._in_row(one, figure, clause, candidates),
                *self._ruled(one, chosen, indicator),
            ]
            for one in candidates
        ]

    def _ruled(self, one: Candidate, chosen: set[str], indicator: str) -> list[str]:
        choice = "chosen" if one.key in chosen else "another" if chosen else "none"
        return [f"rule={choice}", f"rule={choice}/{one.how}", f"rule={choice}/{one.how}/{about(indicator)}"]

    def _told(self, figure: Quantity, clause: Clause, candidates: list[Candidate]) -> list[str]:
        """What is so of the clause, whichever candidate is asked about."""
        near = len(_named(candidates))
        figures = [one for one in self._reading.quantities(clause) if one.unit == figure.unit]
        cues = self._reading.cues.present(clause) & TELLING
        return [f"near={min(near, 3)}", f"balance={_balance(near, len(figures))}", *(f"cue:{cue}" for cue in cues)]

    def _in_row(self, one: Candidate, figure: Quantity, clause: Clause, candidates: list[Candidate]) -> list[str]:
        """Where a clause has as many bodies as figures: whether the two have the same place."""
        figures = [other for other in self._reading.quantities(clause) if other.unit == figure.unit]
        named = _named(candidates)
        if len(named) != len(figures) or one not in named or figure not in figures:
            return []
        return [f"same={named.index(one) == figures.index(figure)}"]

    def _of(self, one: Candidate, figure: Quantity, clause: Clause, indicator: str) -> list[str]:
        where = place_of(one, figure)
        found = [
            f"how={one.how}",
            f"how={one.how}/{indicator}",
            f"back={one.back}/{one.how}",
            f"where={where}/{one.how}",
        ]
        found += [f"of={indicator}/{where}/{figure.unit}"]
        before = self._words.before(one.body.start, 2)
        after = self._words.after(one.body.end, 2)
        found += [f"-{at}={word.form}/{where}" for at, word in enumerate(before)]
        found += [f"+{at}={word.form}/{where}" for at, word in enumerate(after)]
        if where == "elsewhere":
            return [*found, *self._first_person(clause, one)]
        gap = Span(min(one.body.end, figure.end), max(one.body.start, figure.start))
        between = self._words.within(gap.start, gap.end)
        counts = (
            ("figures", len(self._reading.quantities(gap))),
            ("bodies", len(self._reading.bodies(gap, "agency"))),
            ("commas", sum(word.form == "،" for word in between)),
        )
        found += [f"{name}={min(count, 3)}/{where}" for name, count in counts]
        found += [f"clause={clause.covers(one.body)}/{where}", f"words={min(len(between) // 3, 5)}/{where}"]
        found += [f"between:{word.form}/{where}" for word in between[:12]]
        if len(between) <= FEW:
            found.append(f"exact:{where}:{'_'.join(word.form for word in between)}")
        return [*found, *self._first_person(clause, one)]

    def _first_person(self, clause: Clause, one: Candidate) -> list[str]:
        own = self._reading.voices.own_body(clause.sentence, clause) is not None
        words = {word.form for word in self._words.within(clause.start, clause.end)}
        found = [f"own/{one.how}"] if own else []
        return found + [
            f"word:{word}/{one.how}" for word in words & {"خود", "ما", "خودمان", "دیگر", "آن", "این", "کشور"}
        ]


def _named(candidates: list[Candidate]) -> list[Candidate]:
    return [one for one in candidates if one.back == 0 and one.how in ("named", "pointed")]


def _balance(bodies: int, figures: int) -> str:
    return "even" if bodies == figures else "more" if bodies > figures else "fewer"
