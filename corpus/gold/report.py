"""What a scoring found, as numbers and as lines to read."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.gold.model import GoldFact
from corpus.schema import Record


@dataclass(frozen=True, slots=True)
class Match:
    """A core fact and the record that states it; `fields` are those that the fact states, and whether each agrees."""

    fact: GoldFact
    record: Record
    fields: dict[str, bool]
    full: bool
    overlap: bool


@dataclass(frozen=True, slots=True)
class Miss:
    """A core fact that no record states."""

    fact: GoldFact

    def __str__(self) -> str:
        one = self.fact
        said = one.value or one.status or (one.deadline and one.deadline.jalali)
        return f"{one.doc} {one.subject[0]} | {one.kind} | {one.indicator} | {said} | {one.quote}"


@dataclass(frozen=True, slots=True)
class Spurious:
    """A record of a gold document that states no fact of it."""

    doc: str
    record: Record

    def __str__(self) -> str:
        one = self.record
        said = one.value or one.status or (one.deadline and one.deadline.jalali)
        return f"{self.doc} {one.subject.name} | {one.kind} | {one.indicator} | {said} | {one.evidence[0].quote}"


@dataclass(frozen=True, slots=True)
class Rate:
    """Right ones among those found and those wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of right ones among those found; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of those wanted that were found right; 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0

    def __str__(self) -> str:
        figures = f"precision {self.precision:.3f} recall {self.recall:.3f} f1 {self.f1:.3f}"
        return f"{figures} ({self.right} right, {self.found} found, {self.wanted} wanted)"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome. `quotes` counts evidence of records of gold documents, `foreign` records of other documents."""

    matches: tuple[Match, ...]
    missed: tuple[Miss, ...]
    spurious: tuple[Spurious, ...]
    quotes: int
    quotes_equal: int
    foreign: int

    @property
    def core(self) -> Rate:
        """Facts whose subject, indicator and value agree."""
        return self._rate(len(self.matches))

    @property
    def full(self) -> Rate:
        """Core, and every stated one of deadline, claimant, as_of, status and law agrees."""
        return self._rate(sum(one.full for one in self.matches))

    @property
    def overlapping(self) -> int:
        """Matches whose evidence touches the place that states the fact."""
        return sum(one.overlap for one in self.matches)

    @property
    def fields(self) -> dict[str, Rate]:
        """For each field, how many of the matches that state it have it right."""
        stated = Counter(name for one in self.matches for name in one.fields)
        right = Counter(name for one in self.matches for name, good in one.fields.items() if good)
        return {name: Rate(right[name], stated[name], stated[name]) for name in sorted(stated)}

    @property
    def by_indicator(self) -> dict[str, Rate]:
        """Core agreement of each indicator; «-» where there is none."""
        return self._grouped(lambda one: one.indicator or "-")

    @property
    def by_kind(self) -> dict[str, Rate]:
        """Core agreement of each kind. A record of another kind than its fact counts under the fact's."""
        return self._grouped(lambda one: one.kind)

    def lines(self, *, verbose: bool = False) -> Iterator[str]:
        """The report in lines; `verbose` adds every miss, wrong field and spurious record."""
        yield f"core {self.core}"
        yield f"full {self.full}"
        yield "fields " + " ".join(f"{name} {rate.right}/{rate.wanted}" for name, rate in self.fields.items())
        yield f"spans quote {self.quotes_equal}/{self.quotes} overlap {self.overlapping}/{len(self.matches)}"
        if self.foreign:
            yield f"{self.foreign} records of no gold document"
        for title, group in (("indicator", self.by_indicator), ("kind", self.by_kind)):
            yield from (f"{title} {name}: {rate}" for name, rate in group.items())
        if verbose:
            yield from (f"MISSED {one}" for one in self.missed)
            yield from (f"SPURIOUS {one}" for one in self.spurious)
            yield from (f"FIELD {name} of {Miss(one.fact)}" for one in self.matches for name in _wrong(one))

    def _rate(self, right: int) -> Rate:
        return Rate(right, len(self.matches) + len(self.spurious), len(self.matches) + len(self.missed))

    def _grouped(self, key: Callable[[GoldFact | Record], str]) -> dict[str, Rate]:
        right = Counter(key(one.fact) for one in self.matches)
        spurious = Counter(key(one.record) for one in self.spurious)
        missed = Counter(key(one.fact) for one in self.missed)
        names = sorted({*right, *spurious, *missed})
        return {name: Rate(right[name], right[name] + spurious[name], right[name] + missed[name]) for name in names}


def _wrong(match: Match) -> list[str]:
    return [name for name, good in match.fields.items() if not good]
