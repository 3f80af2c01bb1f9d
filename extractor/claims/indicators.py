"""Which indicator a figure belongs to, by the signs that the programmes give."""

from dataclasses import dataclass
from functools import cache

from corpus.registry import Sign, load
from extractor.annotations import Quantity, Span
from extractor.claims.columns import ACTIONS, OWN, telling, told_by
from extractor.claims.reading import Clause, Reading
from extractor.claims.remembered import remembered
from extractor.claims.rows import CELLS
from extractor.claims.surroundings import of_clause, of_passage
from extractor.claims.things import thing_counted
from extractor.claims.times import changes

# What comes in and what goes out: a clause often counts both.
KIN = ("request", "permit")
BOUND_REACH = 40


@cache
def signs() -> tuple[Sign, ...]:
    """The signs of all programmes in their order."""
    return tuple(sign for programme in load().programmes for sign in programme.signs)


@cache
def _signs_of(unit: str | None, thing: str) -> tuple[Sign, ...]:
    """The signs that speak of figures in `unit`, shares of `thing`."""
    return tuple(one for one in signs() if unit in one.unit and (not one.of or thing in one.of))


def fits(sign: Sign, features: frozenset[str]) -> bool:
    """Whether `sign` speaks of a figure among words with `features`."""
    if not sign.all <= features or sign.none & features:
        return False
    return not sign.any or bool(sign.any & features)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a figure got its indicator."""

    sign: Sign
    scope: Span


@remembered
def classify(
    reading: Reading, quantity: Quantity, clause: Clause, extra: frozenset[str] = frozenset()
) -> Reason | None:
    """The sign that fits `quantity`, or None where none does: then it is no figure of ours."""
    thing = thing_counted(reading, quantity, clause)
    column = reading.rows.over(clause.place, quantity)
    if column:
        column = telling(reading, column, clause)
        found = _first(quantity.unit, thing, told_by(reading, column, clause) | extra, column)
        if found:
            return found
    if reading.rows.at(clause.place) and _has_like(reading, quantity, clause):
        return None  # two counts of one kind in a row: which column is which is not known
    if is_denominator(reading, quantity, clause):
        own = _own_words(reading, quantity, clause)
        return _first(quantity.unit, thing, _features(reading, own, clause, quantity) | {"denominator"}, own)
    for scope in scopes(reading, quantity, clause):
        features = _features(reading, scope, clause, quantity) | extra
        reason = _first(quantity.unit, thing, features, scope)
        if reason:
            return reason
    return None


def speaks_against(reading: Reading, quantity: Quantity, clause: Clause, indicator: str) -> bool:
    """Whether the words of `clause` rule out that `quantity` is of `indicator`, which no sign says."""
    if thing_counted(reading, quantity, clause) in ("change", "other"):
        return not indicator.endswith("growth")
    if ".agencies_" not in indicator:
        return False
    scope = Span(clause.start, clause.end)
    present = set(reading.cues.present(scope))
    apart = "dropped" in present or reading.platforms.elsewhere(scope) or _only_spoken_of(reading, scope, present)
    return apart or bool(reading.cues.within("device", clause.sentence))


def _first(unit: str | None, thing: str, features: frozenset[str], scope: Span) -> Reason | None:
    found = next((sign for sign in _signs_of(unit, thing) if fits(sign, features)), None)
    return Reason(found, scope) if found else None


def _has_like(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    if CELLS.search(reading.masked, clause.sentence.start, clause.sentence.end) is None:
        return False
    alike = [one for one in reading.quantities(clause.sentence) if one.unit == quantity.unit]
    return len(alike) > 1 and not any(one.total for one in alike)


@remembered
def is_denominator(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    """Whether `quantity` is the whole that another figure is a part of: «از ۱۴۴ دستگاه مشمول، ۱۱۸ دستگاه …»."""
    if quantity.kind != "count" or quantity.total:
        return quantity.kind == "count"
    before = reading.masked[max(0, quantity.start - 4) : quantity.start]
    if not f"\n{before}".endswith(("\nاز ", " از ", "ـاز ", "«از ")) or changes(reading, clause):
        return False
    others = [one for one in reading.quantities(clause) if one is not quantity]
    if any(one.unit == quantity.unit and one.end <= quantity.start for one in others):
        return True
    later = [one for one in others if one.start >= quantity.end]
    of_these = reading.cues.within("of_these", Span(quantity.end, clause.end))  # «از ۲۲ خدمت … هیچ‌کدام»
    return bool(of_these) or any(one.unit == quantity.unit or one.kind == "percent" for one in later)


def _own_words(reading: Reading, quantity: Quantity, clause: Clause) -> Span:
    """From `quantity` to the next comma or figure."""
    later = [one.start for one in reading.quantities(clause) if one.start >= quantity.end]
    comma = reading.masked.find("،", quantity.end, clause.end)
    return Span(quantity.start, min([*later, clause.end, *([comma] if comma > 0 else [])]))


def scopes(reading: Reading, quantity: Quantity, clause: Clause) -> list[Span]:
    """Stretches of words in which to seek what is said of `quantity`, the closest first.

    From the figure to the next one of its kind, where that already says what is done; the clause; the clause with the
    relative one after it («۲۰۰ مورد خدماتی هستند که متصل شده‌اند»).
    """
    beside = _beside(reading, quantity, clause)
    if beside:
        return [beside]
    found: list[Span] = []
    like = [one for one in reading.quantities(clause) if one.unit == quantity.unit]
    later = [one.start for one in like if one.start >= quantity.end]
    earlier = [one.end for one in like if one.end <= quantity.start]
    own = Span(quantity.start, min(later, default=clause.end))
    # «شمار دستگاه‌های متصل به ۹۴ دستگاه رسیده و ۴ دستگاه …»: what leads in to the first.
    led = Span(clause.start, own.end)
    if (later or earlier) and any(reading.cues.within(name, own) for name in OWN):
        found.append(own)
    elif later and not earlier and any(reading.cues.within(name, led) for name in OWN):
        return [led]
    whole = Span(clause.start, clause.end)
    acts = reading.cues.present(whole)
    if found and "denied" in reading.polarity.told(own):
        return found
    if not found or not later:
        found.append(whole)
    sentence = reading.siblings(clause)
    if clause.order + 1 < len(sentence) and not acts & ({*ACTIONS, "has"} - {"total"}):
        following = sentence[clause.order + 1]
        if not reading.quantities(following) and reading.text(following).lstrip(" »،").startswith("که "):
            found.insert(0, Span(clause.start, following.end))
    return found


def _beside(reading: Reading, quantity: Quantity, clause: Clause) -> Span | None:
    """What stands about a request or permit between its neighbours, where a clause counts both; None where not.

    «۷۰ هزار درخواست رسیده و خروجی آن ۵۰ هزار مجوز بوده است»: what is said of the one is not said of the other.
    """
    kin = [one for one in reading.quantities(clause) if one.unit in KIN]
    if quantity.unit not in KIN or quantity.total:
        return None
    if len({one.unit for one in kin}) < len(KIN):
        # «… ۱۴ هزار مجوز صادر شده و ۹ درصد درخواست‌ها با تأخیر»: the share is another matter, if this one has its words.
        up_to_share = Span(clause.start, _to_next(reading, quantity, clause).end)
        alone = len(kin) == 1 and up_to_share.end < clause.end
        return up_to_share if alone and any(reading.cues.within(one, up_to_share) for one in OWN) else None
    start = max((one.end for one in kin if one.end <= quantity.start), default=clause.start)
    end = min((one.start for one in kin if one.start >= quantity.end), default=clause.end)
    return Span(start, end)


def _to_next(reading: Reading, quantity: Quantity, clause: Clause) -> Span:
    """From `quantity` to the next figure of its clause, or the clause's end."""
    later = [one.start for one in reading.quantities(clause) if one.start >= quantity.end]
    return Span(quantity.end, min(later, default=clause.end))


def _of_neighbours(reading: Reading, quantity: Quantity, clause: Clause) -> set[str]:
    """Platform features that belong to other figures: «۹۲ درصد به پنجره و ۳۰ دستگاه به درگاه مجوزها متصل شده‌اند»."""
    own = {one.id for one in reading.bodies(_to_next(reading, quantity, clause), "platform")}
    others = {one.id for one in reading.bodies(clause, "platform")} - own
    names = [(one or "").removeprefix("platform:") for one in others] if own else []
    return {f"{level}:{name}" for level in ("here", "at", "near", "document") for name in names}


def _only_spoken_of(reading: Reading, scope: Span, features: set[str]) -> bool:
    """«برای نپیوستن معرفی شدند», «در دوره آموزشی اتصال شرکت کردند»: no connecting is told."""
    if "connect" not in features or features & {"duty", "duty_noun", "promise", "progress"}:
        return False
    spoken = reading.cues.within("spoken_of", Span(scope.start, scope.end))
    return bool(spoken) and all(
        any(one.start < cue.start and cue.end <= one.end for one in spoken)
        for cue in reading.cues.within("connect", scope)
    )


def _is_bound(reading: Reading, quantity: Quantity) -> bool:
    """«۱۵۰ دستگاه مکلف به اتصال»: whatever is then said of them, so many are bound."""
    if quantity.unit != "agency":
        return False
    bound = reading.cues.within("bound_to", Span(quantity.end, quantity.end + BOUND_REACH))
    return bool(bound) and reading.masked[quantity.end : bound[0].start].strip() in ("", "اجرایی", "دولتی")


def _features(reading: Reading, scope: Span, clause: Clause, quantity: Quantity) -> frozenset[str]:
    features = set(reading.cues.present(scope)) | reading.polarity.told(scope)
    if _only_spoken_of(reading, scope, features):
        features -= {"connect", "done", "denied"}
    if _is_bound(reading, quantity):
        features.add("bound_ones")
    if reading.platforms.elsewhere(scope):
        features -= {"connect", "arrive", "done", "denied", "progress", "remaining"}
    if reading.cues.within("own_window", _to_next(reading, quantity, clause)):
        features.add("own_window")
    features |= of_clause(reading, clause)
    features -= _of_neighbours(reading, quantity, clause)
    return frozenset(features | of_passage(reading, clause))
