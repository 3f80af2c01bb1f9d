"""Which body a figure or a standing belongs to.

In order: the body's own words before the figure («شرکت ملی گاز ۱۳ درصد»), the body of whose services it speaks
(«۸۰ درصد خدمات وزارت نفت»), bodies in a row that share one figure, pairs by «به ترتیب», the speaker's own body
(«خدماتمان»), the body that «این شرکت» stands for, and last the body that the passage is about. A figure with none of
these has no owner and gives no record.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from corpus.registry import load
from extractor.annotations import Mention, Quantity, Span
from extractor.claims.lexicon import words
from extractor.claims.reading import Clause, Reading
from extractor.claims.subjects import Subjects
from extractor.text.patterns import pattern

GROUP_ID = "group:executive-agencies"
GROUP_NAME = "دستگاه‌های اجرایی"


@dataclass(frozen=True, slots=True)
class Owner:
    """A subject with how sure the pairing is, from 0 to 1, and how it was found, by the names of `trail.yml`."""

    body: Mention
    sureness: float
    how: str = "named"
    guessed: bool = False  # from what the passage is about, not from words of the sentence


@cache
def _genitive() -> re.Pattern[str]:
    return pattern(
        r"\s*(?:از )?(?:کل |مجموع |تمام |همه )?"
        r"(?:خدمات|خدمت‌های|خدمت|سرویس‌های|مجوز‌های|مجوزها|استعلام‌های|استعلامات|درخواست‌های)"
        r"(?: (?:الکترونیکی|الکترونیک|قابل ارا[یئ]ه|حضوری|اصلی|پرکاربرد|عمومی|اولویت‌دار))*(?: (?:در|این|خود))?\s*",
        whole=False,
    )


@cache
def _belonging() -> re.Pattern[str]:
    return pattern(r"[^،.؛]{0,30}(?:(?:مربوط|متعلق|مختص) به|از آن|از سوی|توسط|از طرف) ", whole=False)


@cache
def _respectively() -> re.Pattern[str]:
    return words(["به ترتیب"])


@cache
def _stranger() -> re.Pattern[str]:
    return pattern(
        r" ?(?:[،؛] ?(?:و )?|و )"
        r"(?!(?:در|از|به|تا|که|را|سپس|بعد|امسال|اکنون|هم|نیز|فقط|تنها|هنوز|یعنی|حدود|بیش|کمتر|اما|ولی|خدمات?) ?)"
        r"\w{2,}(?: \w+){0,6} ?(?:با |تنها |فقط |نیز )*",
        whole=False,
    )


@cache
def _anaphor() -> re.Pattern[str]:
    return pattern(
        r"(?:این|آن|همین) (شرکت|سازمان|وزارتخانه|وزارت|دستگاه|بانک|صندوق|نهاد|مجموعه|پژوهشگاه|دانشگاه|مرکز|موسسه|بنیاد|"
        r"ستاد|شهرداری|استانداری|استان|اداره کل|بیمه|نهاد عمومی)(?! ?ها)"
    )


@cache
def _inner() -> re.Pattern[str]:
    """How names of offices inside a body begin."""
    return pattern(r"(?:مرکز|دفتر|معاونت|حوزه|روابط عمومی|دبیرخانه|اداره (?!کل)|کمیته|کارگروه) ?", whole=False)


def _around(body: Mention) -> Mention:
    """The body that an office inside it speaks and acts for; `body` itself where it is none."""
    known = load().get(load().speaks_for(body.id)) if body.id else None
    if known is None and body.parent and body.place is None and _inner().match(body.name):
        known = load().get(body.parent)
    if known is None or known.id == body.id:
        return body
    return Mention(body.start, body.end, known.id, known.name, body.type)


class Pairing:
    """Finds the owners of figures in one document."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._document = reading.document
        self._subjects = Subjects(reading)
        self.subjects = self._subjects.rows
        self.bound = self._subjects.bound

    def owners(self, quantity: Quantity, clause: Clause) -> list[Owner]:
        """Who `quantity` of `clause` belongs to; empty where nothing says so."""
        rows = self.subjects(clause)
        paired = self._respectively_paired(quantity, clause, rows)
        if paired is not None:
            return paired
        after = self._after(quantity, rows)
        before = [row for row in rows if row[-1].end <= quantity.start]
        if before and not (after and self._figure_first(clause, rows)):
            if self._is_anothers(quantity, before[-1][-1], clause):
                return []
            return [Owner(body, 1.0, "before") for body in before[-1]]
        if after:
            return [Owner(body, 0.97, "behind") for body in after]
        if rows:
            return [Owner(body, 0.85, "beside") for body in rows[0]]
        return [replace(owner, body=_around(owner.body)) for owner in self.implied(clause)]

    def _respectively_paired(self, quantity: Quantity, clause: Clause, rows: list[list[Mention]]) -> list[Owner] | None:
        """Whose `quantity` is by «به ترتیب»: nobody's where there are fewer figures than bodies; None without it."""
        if not _respectively().search(self._document.text, clause.start, clause.end):
            return None
        if not rows and clause.order:
            rows = self.subjects(self._reading.siblings(clause)[clause.order - 1])
        figures = [one for one in self._reading.quantities(clause) if one.unit == quantity.unit]
        for row in rows:
            if len(row) == len(figures) > 1:
                return [Owner(row[figures.index(quantity)], 1.0, "in_turn")]
        unequal = len(figures) > 1 and any(len(row) > 1 for row in rows)
        return [] if unequal else None

    def _is_anothers(self, quantity: Quantity, body: Mention, clause: Clause) -> bool:
        """Whether words that name nobody we know stand before `quantity` where a list would name its next body.

        «وزارت نفت با ۲۲ درصد و میراث فرهنگی با ۳۵ درصد»: should the second name not be recognised, its figure is not
        the first one's.
        """
        between = [one for one in self._reading.quantities(clause) if body.end <= one.start < quantity.start]
        if not between or between[-1].unit != quantity.unit:
            return False
        gap = self._reading.masked[between[-1].end : quantity.start]
        return _stranger().fullmatch(gap) is not None

    def _figure_first(self, clause: Clause, rows: list[list[Mention]]) -> bool:
        """Whether the clause lists «figure, body» rather than «body, figure»: its first figure stands before all."""
        figures = [one for one in self._reading.quantities(clause) if not one.total]
        return bool(figures and rows) and figures[0].start < rows[0][0].start

    def _after(self, quantity: Quantity, rows: list[list[Mention]]) -> list[Mention]:
        for row in rows:
            if row[0].start < quantity.end:
                continue
            noun_end = quantity.end
            gap = _genitive().fullmatch(self._document.text, noun_end, row[0].start) or _belonging().fullmatch(
                self._document.text, noun_end, row[0].start
            )
            bare = quantity.noun and quantity.unit != "percent" and row[0].start - noun_end <= 2
            if gap or bare:
                return row
            break
        return []

    def implied(self, clause: Clause) -> list[Owner]:
        """Owners that the clause does not name: «این شرکت», the speaker's own, of an earlier clause, of the passage."""
        anaphor = self._anaphoric(clause)
        if anaphor:
            return [Owner(anaphor, 0.92, "this_body")]
        return [] if self._points_nowhere(clause) else self._unpointed(clause)

    def _unpointed(self, clause: Clause) -> list[Owner]:
        everyone = self._reading.cues.within("all_of_them", clause)
        if everyone and not self._subjects.some(everyone[0]):
            return [Owner(self.group(everyone[0]), 0.9, "everyone")]
        own = self._reading.voices.own_body(clause.sentence, clause)
        if own:
            return [Owner(self._at(own, clause), 0.9, "own")]
        earlier = self._reading.siblings(clause)[: clause.order]
        for other in reversed(earlier):
            rows = self.subjects(other)
            if rows:
                named = [row for row in rows if row[0].type == "agency"]
                return [Owner(body, 0.85, "clause_before") for body in (named or rows)[0]]
        promiser = self.promiser(clause)
        if promiser:
            return [Owner(self._at(promiser, clause), 0.95, "promiser")]
        return self._passage(clause)

    def promiser(self, clause: Clause) -> Mention | None:
        """The body that promises in its own sentence: «وزارت راه تعهد کرد همه خدماتش را …»."""
        voice = self._reading.voices.of(clause.sentence, clause.start)
        if not (voice and voice.body and voice.introduced.overlaps(clause.sentence)):
            return None
        said = self._reading.cues.within("promise", Span(clause.sentence.start, clause.start))
        between = Span(voice.span.end, said[-1].start) if said else None
        if between is None or ":" in self._reading.text(between):
            return None
        others = self._reading.verbs(between) or self._reading.bodies(between)
        return voice.body if voice.body.type == "agency" and not others else None

    def _at(self, body: Mention, clause: Clause) -> Mention:
        """`body` as the registry or an earlier mention names it, standing where the clause implies it."""
        known = next((one for one in self._document.bodies if one.id == body.id and one.id), body)
        return Mention(known.start, known.end, known.id, known.name, known.type)

    def _taken_up(self, clause: Clause) -> Mention | None:
        """The body that «این سازمان» takes up, where the linker has resolved it."""
        pointing = [one for one in self._document.named if one.anaphora and one.id and clause.covers(one)]
        earlier = [one for one in self._document.bodies if pointing and one.end <= pointing[0].start]
        return next((one for one in reversed(earlier) if one.id == pointing[0].id and one.type == "agency"), None)

    def _anaphoric(self, clause: Clause) -> Mention | None:
        taken_up = self._taken_up(clause)
        if taken_up:
            return taken_up
        found = _anaphor().search(self._document.text, clause.start, clause.end)
        if not found:
            return None
        head = found.group(1)
        kind = "group" if head == "استان" else "agency"
        earlier = [body for body in self._document.bodies if body.end <= found.start() and body.type == kind]
        general = head in ("دستگاه", "نهاد", "مجموعه")
        if general and (same := self._pointed_to(Span(clause.sentence.start, found.start()))):
            return same
        head = head.removesuffix("خانه")
        for body in reversed(earlier):
            if general or body.name.startswith(head):
                return body
        return None

    def _points_nowhere(self, clause: Clause) -> bool:
        """Whether «این سازمان» opens `clause` and nobody named before is one."""
        opening = self._reading.text(clause).lstrip(" :«،")
        return _anaphor().match(opening) is not None

    def _pointed_to(self, before: Span) -> Mention | None:
        """The body that «این سازمان» in `before` stands for: «آن دستگاه» goes on with it."""
        pointing = [one for one in self._document.named if one.anaphora and one.id and before.covers(one)]
        earlier = [one for one in self._document.bodies if pointing and one.end <= pointing[-1].start]
        return next((one for one in reversed(earlier) if one.id == pointing[-1].id), None)

    def _passage(self, clause: Clause) -> list[Owner]:
        """The subject of the sentences just before, no further back than the paragraph before."""
        if not self._reading.cues.within("tie", clause):
            return []
        sentences = self._document.sentences
        place = clause.place
        for distance in range(1, 4):
            if place - distance < 0:
                break
            other = sentences[place - distance]
            if clause.sentence.paragraph - other.paragraph > 1:
                break
            rows = self.subjects(other)
            if rows:
                return [Owner(body, 0.75 - 0.05 * distance, "passage", guessed=True) for body in rows[0]]
            voice = self._reading.voices.of(other)
            if voice and voice.body and voice.introduced.overlaps(other):
                return [Owner(self._at(voice.body, clause), 0.75 - 0.05 * distance, "passage", guessed=True)]
        return []

    def group(self, span: Span) -> Mention:
        """The executive agencies taken together, as `span` mentions them."""
        return Mention(span.start, span.end, GROUP_ID, GROUP_NAME, "group")
