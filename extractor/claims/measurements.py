"""Facts with a figure: measurements, and duties and promises that name a figure."""

import re
from functools import cache
from itertools import pairwise

from corpus.schema import Band, Kind, Time
from extractor.annotations import Mention, Quantity, Span
from extractor.claims import times
from extractor.claims.draft import Draft
from extractor.claims.indicators import Reason, classify, thing_counted
from extractor.claims.moods import Mood, mood
from extractor.claims.pairing import Owner, Pairing
from extractor.claims.reading import PLATFORM, Clause, Reading
from extractor.quantities import find_numbers
from extractor.quantities.making import Noun, single
from extractor.text.patterns import pattern

KINDS: dict[Mood, Kind] = {"fact": "measurement", "duty": "obligation", "promise": "commitment"}
# Indicators about a platform itself, with the platform as subject.
OF_PLATFORM = ("window.users", "window.users_growth", "window.visits_monthly", "window.visits_total")
OF_PORTAL = ("permits.",)
OF_ALL = ("window.agencies_", "permits.agencies_", "egov.score_band", "egov.agencies_assessed")
LEAST = 0.5


@cache
def _not_stated() -> re.Pattern[str]:
    """Words before a figure that name what it is about without saying that it is so: «مهلت ارائه خدمات ۱۰۰ درصدی»."""
    return pattern(
        r"(?:مهلت|ضرب‌الاجل|موعد|تاریخ|دلایل|دلیل|علت|عدم|ارا[یئ]ه نشدن|متصل نشدن|لزوم|ضرورت|شاهد)[^،.؛:]{0,60}?\s?$|"
        r"(?:برخی|بعضی|تعدادی|شماری|این|آن|همین|همان|هر کدام از|هر یک از) (?:از )?$",
        whole=False,
    )


@cache
def _aim() -> re.Pattern[str]:
    """Words before a figure that make it an aim where the clause states a fact: «برای اتصال ۱۰۰ درصدی … جلسه برگزار شد»."""
    return pattern(r"(?:هدف|برای|به منظور|جهت|اجرای|تکلیف)[^،.؛:\d]{0,60}?\s?$", whole=False)


@cache
def _band_after() -> re.Pattern[str]:
    return pattern(r"[^،.؛]{0,60}?(?:امتیاز|شاخص|پیشرفت|موفق|نمره|سطح|بلوغ|توسعه)", whole=False)


@cache
def _of_state() -> re.Pattern[str]:
    return pattern(r"(?:خدمات|خدمت|سرویس) (?:الکترونیکی )?(?:دولت|دولتی|کشور|دستگاه‌ها\w*|دستگاه‌های \w+)")


@cache
def _of_a_branch() -> re.Pattern[str]:
    """An adjective of a branch behind «دستگاه»: «دستگاه نفتی»; those that all agencies bear do not count."""
    return pattern(r" (?!(?:اجرایی|دولتی|عمومی|ملی|کشوری|حاکمیتی|اصلی|باقی|دیگری|متولی|مجری|خدماتی|یعنی|طی|بالای|بالایی|جاری|فعلی) ?)\w{2,}ی(?= |$)", whole=False)


class Measurements:
    """Finds facts with a figure in a document."""

    def __init__(self, reading: Reading, pairing: Pairing) -> None:
        self._reading = reading
        self._pairing = pairing
        self._last: tuple[Clause, Reason] | None = None
        self._last_drafts: list[Draft] = []

    def find(self) -> list[Draft]:
        """All of them, in the order of the text."""
        drafts: list[Draft] = []
        for sentence_clauses in self._reading.clauses:
            for clause in sentence_clauses:
                drafts.extend(self._of_clause(clause))
        return drafts

    def _of_clause(self, clause: Clause) -> list[Draft]:
        clause = self._reading.whole(clause)
        meant = mood(self._reading, clause)
        if meant == "unreal":
            return []
        drafts: list[Draft] = []
        for quantity, band in self._figures(clause):
            if quantity.kind == "points" or not self._is_stated(quantity, clause, meant):
                continue
            extra = frozenset({"band"} if band else ())
            reason = classify(self._reading, quantity, clause, extra) or self._carried(quantity, clause)
            if reason is None:
                continue
            self._last = (clause, reason)
            owners = self._owners(quantity, clause, reason)
            self._last_drafts = [self._draft(quantity, band, clause, reason, owner, meant) for owner in owners]
            drafts.extend(self._last_drafts)
        if not drafts and meant == "fact":
            drafts = self._gone_on(clause)
        return [draft for draft in drafts if draft.confidence >= LEAST]

    def _figures(self, clause: Clause) -> list[tuple[Quantity, Band | None]]:
        """The clause's figures, a count and the score band behind it taken together."""
        sentence = clause.sentence
        inside = self._reading.quantities(sentence)
        bands: dict[Quantity, Band] = {}
        for count, percent in pairwise(inside):
            if count.unit in ("service", "agency") and percent.unit == "percent" and self._is_band(percent, count):
                bands[count] = Band(low=percent.low or 0, high=percent.high if percent.high is not None else 100)
        if self._reading.about_assessment and self._reading.is_row(clause.place):
            for percent, count in pairwise(inside):
                if percent.unit == "percent" and count.unit in ("service", "agency"):
                    bands[count] = Band(low=percent.low or 0, high=percent.high if percent.high is not None else 100)
        taken = {percent for one, other in pairwise(inside) for percent in (one, other) if {one, other} & set(bands)}
        taken -= set(bands)
        return [(one, bands.get(one)) for one in inside if clause.covers(one) and one not in taken]

    def _is_band(self, percent: Quantity, count: Quantity) -> bool:
        reading = self._reading
        if not reading.about_assessment or percent.start - count.end > 40:
            return False
        scored = _band_after().match(reading.masked, percent.end) or reading.cues.within("index", Span(count.end, percent.start))
        return percent.comparator == "range" or bool(scored)

    def _is_stated(self, quantity: Quantity, clause: Clause, meant: Mood) -> bool:
        before = self._reading.masked[clause.start : quantity.start]
        return not (_not_stated().search(before) or (meant == "fact" and _aim().search(before)))

    def _carried(self, quantity: Quantity, clause: Clause) -> Reason | None:
        """«… و وزارت نیرو ۱۰۰ درصدی بوده است»: a percent with nothing said of it goes on with what was said before."""
        if self._last is None or quantity.unit != "percent":
            return None
        earlier, reason = self._last
        near = clause.sentence.paragraph == earlier.sentence.paragraph
        if not near or "percent" not in reason.rule.unit or not self._pairing.subjects(clause):
            return None
        said = self._reading.cues.present(clause) & {"connect", "offer", "online", "smart", "growth", "permit", "index"}
        if said or thing_counted(self._reading, quantity, clause) not in ("none", "service"):
            return None
        return Reason(reason.rule, reason.scope)

    def _gone_on(self, clause: Clause) -> list[Draft]:
        """«این عدد در فروردین ۱۳ میلیون بود»: the figure before at another time, its unit left out or said again."""
        cues = self._reading.cues.within("same_figure", clause)
        before = self._last_drafts
        if not (cues and before and before[0].quantity) or self._last is None:
            return []
        if clause.place - self._last[0].place > 1:
            return []
        kind = before[0].quantity
        figures = [one for one in self._reading.quantities(clause) if one.unit == kind.unit] or [
            single(self._reading.masked, Span(number.start, number.end), number, number.value, Noun(kind.kind, kind.unit, None))
            for number in find_numbers(self._reading.masked[: clause.end])
            if number.start >= cues[0].end and number.value.is_integer() and kind.kind == "count"
        ]
        time, where = times.as_of(self._reading, clause)
        if len(figures) != 1 or where is None:
            return []
        if any(date.overlaps(figures[0]) for date in self._reading.dates(clause)):
            return []
        return [self._at_another_time(one, figures[0], clause, time, where) for one in before]

    def _at_another_time(self, known: Draft, figure: Quantity, clause: Clause, time: Time | None, where: Span) -> Draft:
        return Draft(
            kind="measurement",
            subject=known.subject,
            indicator=known.indicator,
            confidence=known.confidence * 0.9,
            evidence=[trimmed(self._reading.document.text, clause)],
            fields={"value": Span(figure.start, figure.end), "as_of": where},
            quantity=figure,
            as_of=time,
        )

    def _owners(self, quantity: Quantity, clause: Clause, reason: Reason) -> list[Owner]:
        indicator = reason.rule.indicator
        if indicator in OF_PLATFORM:
            return self._platform("platform:window", clause)
        if indicator.startswith(OF_ALL):
            part = not indicator.startswith("egov.score") and self._is_part(quantity, clause)
            return [] if part else [Owner(self._pairing.group(quantity.noun or quantity), 1.0)]
        laid_on = self._laid_on(clause) if mood(self._reading, clause) == "duty" else []
        if laid_on:
            return [Owner(body, 1.0) for body in laid_on]
        owners = self._pairing.owners(quantity, clause)
        if self._pairing.subjects(clause) or (owners and not owners[0].guessed):
            return owners
        if indicator.startswith(OF_PORTAL):
            return self._platform("platform:permits", clause)
        return self._of_all(clause) or owners

    def _laid_on(self, clause: Clause) -> list[Mention]:
        """Whom the duty is laid on, in this clause or the one it depends on («… را مکلف کرد که …»)."""
        for one in reversed(self._reading.siblings(clause)[: clause.order + 1]):
            found = self._pairing.bound(one)
            if found:
                return found
        return []

    def _of_all(self, clause: Clause) -> list[Owner]:
        """All agencies together, where the clause speaks of the state's services or of services at large."""
        named = _of_state().search(self._reading.masked, clause.start, clause.end)
        if self._reading.cues.within("foreign", clause.sentence) or self._abroad():
            return []
        if named:
            return [Owner(self._pairing.group(Span(*named.span())), 0.9)]
        services = self._reading.cues.within("service", clause) or self._reading.cues.within("inquiry", clause)
        tied = self._reading.cues.within("tie", clause)
        if services and not tied and any(one.startswith("near:") for one in self._reading.platform_features(clause)):
            return [Owner(self._pairing.group(services[0]), 0.75)]
        return []

    def _abroad(self) -> bool:
        """Whether the article is about another country: its first sentence names one and no body of ours."""
        first = self._reading.document.sentences[0]
        return bool(self._reading.cues.within("foreign", first)) and not self._reading.bodies(first, "agency")

    def _is_part(self, quantity: Quantity, clause: Clause) -> bool:
        """Whether the agencies counted are some of them only: «دو دستگاه نفتی», «۶ زیرمجموعه وزارت …»."""
        noun = quantity.noun or Span(quantity.end, quantity.end)
        around = Span(noun.start, min(clause.end, noun.end + 25))
        limited = any(one.type == "group" and one.id is None and one.overlaps(around) for one in self._reading.bodies(clause))
        return limited or bool(self._reading.cues.within("part_of", around) or _of_a_branch().match(self._reading.masked, noun.end))

    def _platform(self, name: str, clause: Clause) -> list[Owner]:
        named = [one for one in self._reading.platforms if one.id == name]
        before = [one for one in named if one.start < clause.end]
        best = before[-1:] or named[:1]
        return [Owner(one, 1.0) for one in best if one.type == PLATFORM]

    def _draft(
        self, quantity: Quantity, band: Band | None, clause: Clause, reason: Reason, owner: Owner, meant: Mood
    ) -> Draft:
        draft = Draft(
            kind=KINDS[meant],
            subject=owner.body,
            indicator=reason.rule.indicator,
            confidence=reason.rule.share * owner.sureness,
            evidence=[self._evidence(clause, reason, owner.body)],
            fields={"value": Span(quantity.start, quantity.end), "subject": Span(owner.body.start, owner.body.end)},
            quantity=quantity,
            band=band,
        )
        if meant == "fact":
            draft.as_of, where = times.as_of(self._reading, clause, quantity)
            if where:
                draft.fields["as_of"] = where
        self._add_duty(draft, clause, meant)
        return draft

    def _add_duty(self, draft: Draft, clause: Clause, meant: Mood) -> None:
        draft.deadline = (
            times.deadline(self._reading, clause, back=True) if meant != "fact" or self._overdue(clause) else None
        )
        draft.law = times.law(self._reading, clause)
        if draft.deadline:
            draft.fields["deadline"] = Span(draft.deadline.start, draft.deadline.end)
        if draft.law:
            draft.fields["legal_basis"] = Span(draft.law.start, draft.law.end)

    def _overdue(self, clause: Clause) -> bool:
        return bool(self._reading.cues.within("this_deadline", clause.sentence))

    def _evidence(self, clause: Clause, reason: Reason, subject: Mention) -> Span:
        start, end = clause.start, max(clause.end, reason.scope.end)
        if clause.sentence.covers(subject) and subject.start < start:
            start = subject.start
        return trimmed(self._reading.document.text, Span(start, end))


def trimmed(text: str, span: Span) -> Span:
    """`span` without spaces, commas and joining words at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in " ،؛:.\n»":
        start += 1
    while end > start and text[end - 1] in " ،؛\n":
        end -= 1
    return Span(start, end)
