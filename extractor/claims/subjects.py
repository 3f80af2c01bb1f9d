"""Which bodies of a clause can be its subjects."""

import re
from functools import cache

from extractor.annotations import Mention, Span
from extractor.claims.clauses import finite_verbs
from extractor.claims.reading import Reading
from extractor.text.patterns import pattern

# The state as a whole is named in passing («در این دولت»); what is said of its services is said of all agencies.
NO_SUBJECT = frozenset({"org:government"})
# Words before a body that make it no subject: it is addressed, quoted, or the owner of another body.
_OBLIQUE = [
    "به", "با", "برای", "توسط", "از سوی", "از طرف", "وابسته به", "زیر‌مجموعه", "زیر‌مجموعه‌های", "تابع", "تابعه",
    "ذیل", "به جز", "بجز", "به غیر از", "غیر از", "مگر", "به استثنای", "همکاری", "حضور", "نماینده", "نمایندگان",
    "کارشناسان", "به گفته", "به گزارش", "(?<!این )گزارش", "اعلام", "آمار", "داده‌های", "طبق استعلام(?: دریافتی)? از",
    "استعلام از", "دریافتی از", "علیه", "دستور", "مصوبه", "مصوب", "جلسه", "نشست", "ساختمان", "روابط عمومی",
    "خبرنگار", "پایگاه اطلاع‌رسانی", "نظارت", "عضو", "اعضای",
]  # fmt: skip
JOINT = re.compile(r" ?(?:\([^)\d]*\))? ?(?:[,،](?: ?(?:و|نیز|همچنین|و همچنین|و نیز))?|و|و همچنین|و نیز|یا) ?")


@cache
def _oblique() -> re.Pattern[str]:
    return pattern(r"(?:" + "|".join(_OBLIQUE) + r")\s?$", whole=False)


@cache
def _given() -> re.Pattern[str]:
    """«به وزارت … تا پایان دی مهلت داد»."""
    return pattern(r" [^،.؛]{0,60}?(?:مهلت|دستور|اخطار|تذکر|فرصت) (?:داد|داده)", whole=False)


@cache
def _byline() -> re.Pattern[str]:
    """«به گزارش … از وزارت اقتصاد،»: where the news is from."""
    return pattern(r"\W*به (?:گزارش|نقل از) [^،.؛:]{0,80}[،:]", whole=False)


@cache
def _some() -> re.Pattern[str]:
    return pattern(r"(?:یکی|برخی|بعضی|تعدادی|شماری|بسیاری|چند|گروهی|معدود|معدودی)(?: از)?(?: این)? $", whole=False)


@cache
def _except() -> re.Pattern[str]:
    return pattern(r"(?:به ?جز|بجز|جز|غیر از|مگر|به استثنای|منهای|بدون|در دست|در اختیار|به تفکیک) $", whole=False)


@cache
def _belonging() -> re.Pattern[str]:
    """«مربوط به وزارت تعاون»: the owner."""
    return pattern(r"(?:مربوط|متعلق|مختص) به $|از آن $", whole=False)


@cache
def _by() -> re.Pattern[str]:
    """«از سوی سازمان … ارائه می‌شود»: who does it."""
    return pattern(r"(?:از سوی|توسط|از طرف) $", whole=False)


@cache
def _laid_on() -> re.Pattern[str]:
    return pattern(r" ?(?:های \w+ )?را [^،.؛]{0,30}?(?:مکلف|موظف|ملزم)", whole=False)


class Subjects:
    """Finds the bodies that a clause can be about."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._document = reading.document
        self._rows: dict[tuple[int, int], list[list[Mention]]] = {}

    def rows(self, clause: Span) -> list[list[Mention]]:
        """Rows of bodies inside `clause` that can be subjects: bodies in a row («الف، ب و ج») stand together."""
        key = (clause.start, clause.end)
        if key not in self._rows:
            self._rows[key] = self._read(clause)
        return self._rows[key]

    def _read(self, clause: Span) -> list[list[Mention]]:
        rows: list[list[Mention]] = []
        voice = self._introduction(clause)
        byline = _byline().match(self._document.text, clause.start, clause.end)
        for body in self._reading.bodies(clause):
            if (voice is not None and voice.covers(body)) or (byline and body.end <= byline.end()):
                continue
            if body.id in NO_SUBJECT or self._is_doubtful(body) or self._is_counted(body) or self._reading.people(body):
                continue
            if rows and rows[-1][-1].id == body.id and body.id:
                continue  # «… ایران (ایمیدرو)»: the same body by another name
            joined = bool(rows) and JOINT.fullmatch(self._document.text, rows[-1][-1].end, body.start) is not None
            if joined:
                rows[-1].append(body)
            elif self._is_left_out(body) if body.type == "group" else self._is_oblique(body, clause):
                continue
            else:
                rows.append([body])
        return rows

    def some(self, group: Span) -> bool:
        """«یکی از دستگاه‌ها», «برخی دستگاه‌ها»: not all of them, and nobody by name."""
        return _some().search(self._document.text, max(0, group.start - 20), group.start) is not None

    def _is_left_out(self, group: Mention) -> bool:
        return self.some(group) or self._is_excepted(group)

    def _is_excepted(self, group: Span) -> bool:
        """«وزارت کشور (به جز شهرداری‌ها)»: those that it is not said of."""
        return _except().search(self._document.text, max(0, group.start - 20), group.start) is not None

    def _is_counted(self, body: Mention) -> bool:
        """«۵۲ دانشگاه علوم پزشکی»: a noun that is counted is no body's name."""
        return bool(self._reading.counted(body))

    def _is_doubtful(self, body: Mention) -> bool:
        """A name that the registry has not, with a verb in it or of a private firm: no public body."""
        if body.id is not None or body.type == "platform":
            return False
        words = self._document.text[body.start : body.end]
        return "خصوصی" in words or bool(finite_verbs(self._document.text, body))

    def _introduction(self, clause: Span) -> Span | None:
        sentence = self._reading.sentence(clause)
        voice = self._reading.voices.of(sentence, clause.end) if sentence else None
        return voice.introduced if voice and voice.introduced.overlaps(clause) else None

    def _is_oblique(self, body: Mention, clause: Span) -> bool:
        before = max(clause.start, body.start - 30)
        if _belonging().search(self._document.text, before, body.start):
            return False
        if _by().search(self._document.text, before, body.start):
            return not self._reading.cues.present(clause) & {"offer", "connect", "issue", "register"}
        return _oblique().search(self._document.text, before, body.start) is not None

    def bound(self, clause: Span) -> list[Mention]:
        """The bodies that a duty is laid on: «… دستگاه‌های اجرایی را مکلف کرده است»; empty where nothing says so."""
        for row in self.rows(clause):
            if _laid_on().match(self._document.text, row[-1].end):
                return row
        text = self._document.text
        for body in self._reading.bodies(clause):
            if text[: body.start].endswith(" به ") and _given().match(text, body.end, clause.end):
                return [body]
        return []
