"""Who a figure belongs to, by what it measures: a body, all agencies together, or the platform itself."""

import re
from functools import cache

from corpus.registry import Programme, load
from extractor.annotations import Mention, Quantity, Span
from extractor.claims.moods import Mood
from extractor.claims.pairing import GROUP_ID, Owner, Pairing
from extractor.claims.platforms import PLATFORM
from extractor.claims.ranked import Ranked
from extractor.claims.reading import Clause, Reading
from extractor.entities.placing import place_end
from extractor.text.patterns import pattern

# How many characters behind a percent the group that it is a share of may end.
GROUP_REACH = 30
# How far before a count of agencies the place may stand that they are of, and what may stand between.
PLACE_REACH = 60
_IN = re.compile(r"(?<![^\W\d_])در(?= )")
_NEXT = re.compile(r" ?،? ?(?:تاکنون|تا کنون|هم|نیز|اکنون|فقط|تنها)? ?(?:تعداد)? ?")


@cache
def _of_state() -> re.Pattern[str]:
    return pattern(r"(?:خدمات|خدمت|سرویس) (?:الکترونیکی )?(?:دولت|دولتی|کشور|دستگاه‌ها\w*|دستگاه‌های \w+)")


@cache
def _of_a_branch() -> re.Pattern[str]:
    """An adjective of a branch behind «دستگاه»: «دستگاه نفتی»; those that all agencies bear do not count."""
    return pattern(
        r" (?!(?:اجرایی|دولتی|عمومی|ملی|کشوری|حاکمیتی|اصلی|باقی|دیگری|متولی|مجری|خدماتی|یعنی|طی|روی|برای|سوی|"
        r"بالای|بالایی|جاری|فعلی) ?)"
        r"\w{2,}ی(?= |$)",
        whole=False,
    )


@cache
def _own_subject() -> re.Pattern[str]:
    """Words of somebody's own services, or a name that is not known behind them: «خدمات خود», «۵۲ خدمت گمرک در …»."""
    return pattern(
        r"(?:خدمات|خدمت|استعلام‌های) (?:خود|خودش|خویش)|خدمات(?:ش|شان)|"
        r"خدمت (?!(?:در|از|به|را|دیگر|دولت|دولتی|هوشمند|برخط|الکترونیک|الکترونیکی|غیر|عمومی|پرکاربرد|است|هم|نیز|"
        r"اکنون|بدون|تا|جدید|با|و|ملی|حاکمیتی|پایه|اصلی) ?)"
        r"[^\W\d_■]+ (?:در|از طریق|به) "
    )


def about(indicator: str) -> str:
    """Whom figures of `indicator` are about, as `corpus.registry.Indicator.subject` has it."""
    return _about()[indicator]


def otherwise(indicator: str, place: Span) -> Mention | None:
    """The group that figures of `indicator` are about where nobody is named, as if named at `place`."""
    group = _otherwise().get(indicator)
    return as_group(group, place) if group else None


def as_group(group: str, place: Span) -> Mention:
    """The group of that id, as if named at `place`."""
    return Mention(place.start, place.end, group, load().get(group).name, "group")


@cache
def _otherwise() -> dict[str, str]:
    return {one.code: one.otherwise for one in load().indicators if one.otherwise}


@cache
def _about() -> dict[str, str]:
    return {one.code: one.subject for one in load().indicators}


@cache
def _keepers() -> frozenset[str]:
    """Those who keep a platform: their «ما» is often all agencies together."""
    return frozenset(one.owner for programme in load().programmes for one in programme.platforms if one.owner)


class Owners:
    """Finds the owners of figures whose indicator is known."""

    def __init__(self, reading: Reading, pairing: Pairing) -> None:
        self._reading = reading
        self._pairing = pairing
        self._ranked = Ranked(reading, pairing)

    def of(self, quantity: Quantity, clause: Clause, indicator: str, meant: Mood, *, sure: bool = False) -> list[Owner]:
        """Who `quantity` of `clause` belongs to when it is of `indicator`, so meant; empty where nothing says so.

        `sure`: that the figure is of `indicator` is known, so that it is no part of what the indicator counts.
        """
        whose = about(indicator)
        if whose == "platform":
            return self._platform(indicator, clause)
        if whose == "agencies":
            part = not sure and not indicator.startswith("egov.") and self._is_part(quantity, clause)
            return [] if part else [Owner(self._counted(quantity), 1.0, "counted")]
        if quantity.unit == "rank":
            return self._ranked.of(quantity, clause)
        laid_on = self._laid_on(clause) if meant == "duty" else []
        if laid_on:
            return [Owner(body, 1.0, "bound") for body in laid_on]
        owners = self._of_body(quantity, clause, meant, platform=indicator if whose == "body_or_platform" else None)
        whole = None if owners else otherwise(indicator, quantity.noun or quantity)
        return [Owner(whole, 0.85, "default_group")] if whole else owners

    def _of_body(self, quantity: Quantity, clause: Clause, meant: Mood, platform: str | None) -> list[Owner]:
        named = [row[-1].end for row in self._pairing.subjects(clause) if row[-1].end <= quantity.start]
        before = self._reading.quantities(Span(max(named, default=clause.start), quantity.start))
        if any(one.unit == "agency" and not one.total for one in before):
            return []  # «۱۳۰ دستگاه ۷۰ درصد خدمات خود را …» is of those unnamed
        owners = self._pairing.owners(quantity, clause)
        if platform and meant == "fact" and _of_all_together(owners):
            return self._platform(platform, clause)
        if len(owners) > 1 and self._reading.cues.within("together", clause):
            return []  # «روی هم ۴۰ خدمت» is of none of them alone
        if self._pairing.subjects(clause) or (owners and not owners[0].guessed):
            return owners
        if platform:
            return self._platform(platform, clause)
        return self._of_all(clause) or owners

    def _counted(self, quantity: Quantity) -> Mention:
        """The group that is counted («۸۰ درصد بانک‌ها»), else the executive agencies."""
        behind = Span(quantity.start, quantity.end + GROUP_REACH)
        named = [one for one in self._reading.bodies(behind, "group") if one.id and quantity.kind == "percent"]
        return named[0] if named else self._pairing.group(quantity.noun or quantity)

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
            return [Owner(self._pairing.group(Span(*named.span())), 0.9, "of_state")]
        if _own_subject().search(self._reading.masked, clause.start, clause.end) or self._is_own(clause):
            return []
        services = self._reading.cues.within("service", clause) or self._reading.cues.within("inquiry", clause)
        tied = self._reading.cues.within("tie", clause)
        if services and not tied and any(one.startswith("near:") for one in self._reading.platform_features(clause)):
            return [Owner(self._pairing.group(services[0]), 0.75, "services_at_large")]
        return []

    def _is_own(self, clause: Clause) -> bool:
        """Whether somebody unnamed says «ما», and is none who speaks for all: «نه خدمت را به پنجره می‌رسانیم»."""
        if not self._reading.cues.within("ours", clause):
            return False
        voice = self._reading.voices.of(clause.sentence, clause.start)
        return not (voice and voice.body and voice.body.id in _keepers())

    def _abroad(self) -> bool:
        """Whether the article is about another country: its first sentence names one and no body of ours."""
        first = self._reading.document.sentences[0]
        return bool(self._reading.cues.within("foreign", first)) and not self._reading.bodies(first, "agency")

    def _is_part(self, quantity: Quantity, clause: Clause) -> bool:
        """Whether the agencies counted are some of them only: «دو دستگاه نفتی», «۶ زیرمجموعه وزارت …»."""
        noun = quantity.noun or Span(quantity.end, quantity.end)
        around = Span(noun.start, min(clause.end, noun.end + 25))
        limited = any(
            one.type == "group" and one.id is None and one.overlaps(around) for one in self._reading.bodies(clause)
        )
        if self._reading.cues.within("device", clause.sentence) or self._reading.cues.within("except", clause):
            return True
        if limited or self._reading.cues.within("part_of", around) or self._in_a_place(quantity, clause):
            return True
        return quantity.kind == "count" and _of_a_branch().match(self._reading.masked, noun.end) is not None

    def _in_a_place(self, quantity: Quantity, clause: Clause) -> bool:
        """Whether a town or province stands right before `quantity`: «در شیراز ۲۷ دستگاه»: those of the place."""
        masked = self._reading.masked
        for within in _IN.finditer(masked, max(clause.start, quantity.start - PLACE_REACH), quantity.start):
            end = place_end(masked, within.end(), town=True)
            if end > within.end() and _NEXT.fullmatch(masked, end, quantity.start):
                return True
        return False

    def _platform(self, indicator: str, clause: Clause) -> list[Owner]:
        programme = next(one for one in load().programmes if indicator in {each.code for each in one.indicators})
        ours = {platform.id for platform in programme.platforms}
        named = [one for one in self._reading.platforms.all if one.id in ours]
        before = [one for one in named if one.start < clause.end]
        best = before[-1:] or named[:1]
        if not best:
            return self._unnamed(programme, clause)
        return [Owner(one, 1.0, "platform") for one in best if one.type == PLATFORM]

    def _unnamed(self, programme: Programme, clause: Clause) -> list[Owner]:
        """The platform of `programme` where the article speaks of its business and never names it."""
        if not (programme.platforms and f"document:{programme.id}" in self._reading.contexts):
            return []
        platform = programme.platforms[0]
        things = [cue for one in programme.things for cue in self._reading.cues.within(one, clause)]
        place = min(things, default=clause)
        return [Owner(Mention(place.start, place.end, platform.id, platform.name, "platform"), 0.8, "platform_unnamed")]


def _of_all_together(owners: list[Owner]) -> bool:
    """Whether they are the agencies at large: what they all do through a platform is the platform's."""
    return bool(owners) and all(
        one.body.id == GROUP_ID or (one.body.type == "group" and one.body.id is None) for one in owners
    )
