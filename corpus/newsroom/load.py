"""Made-up articles by the ten thousand, to measure speed and memory with: each is made when it is asked for."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import overload, override

from corpus.newsroom.articles import NewsroomArticle
from corpus.newsroom.edition import Edition
from corpus.newsroom.jalali import TEHRAN, shown
from corpus.newsroom.outlets import outlets
from corpus.newsroom.site import Site, build
from corpus.newsroom.spelling import Spelling

# The last article's time; the others go back from it, each of a site so long after the one before.
_NEWEST = datetime(2026, 10, 24, 12, tzinfo=TEHRAN)
_APART = timedelta(minutes=5)
_A_DAY = timedelta(days=1) // _APART
_PLACES = ("یزد", "سمنان", "بوشهر", "زنجان", "گیلان", "ایلام", "همدان", "اردبیل", "لرستان", "قم", "مرکزی")
_THINGS = ("مدرسه", "پل", "کتابخانه", "درمانگاه", "گلخانه", "ایستگاه", "چاه", "موزه", "نانوایی", "بوستان")
_DEEDS = ("باز شد", "بازسازی شد", "به مردم سپرده شد", "نیمه‌کاره ماند", "جابه‌جا شد", "دو برابر شد", "برخط شد")
_VOICES = ("مدیر طرح", "سرپرست اداره", "یکی از اهالی", "مهندس ناظر", "بخشدار", "رئیس انجمن", "کارشناس پروژه")
_SECTIONS = ("اقتصادی", "اجتماعی", "فرهنگی", "علمی")
_PARAGRAPHS = 5
_AS_TYPED = Spelling(digits="en")


class _Article(NewsroomArticle):
    @property
    @override
    def printed(self) -> NewsroomArticle:
        return self


class Load(Sequence[NewsroomArticle]):
    """`size` articles of one publisher, newest first, the same ones each time."""

    def __init__(self, publisher: str, size: int) -> None:
        self._outlet = outlets()[publisher]
        self._size = size

    @override
    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> NewsroomArticle: ...
    @overload
    def __getitem__(self, index: slice) -> list[NewsroomArticle]: ...
    @override
    def __getitem__(self, index: int | slice) -> NewsroomArticle | list[NewsroomArticle]:
        if isinstance(index, slice):
            return [self._made(number) for number in range(self._size)[index]]
        return self._made(range(self._size)[index])

    def _made(self, number: int) -> NewsroomArticle:
        moment = _NEWEST - number * _APART
        # Numbers that hold their day begin anew each day; others go on.
        of_the_day = number % _A_DAY if "{year}" in self._outlet.number else self._size - number
        name = f"{_THINGS[number % 10]} شماره {number} {_PLACES[number // 10 % 11]}"
        title = f"{name} {_DEEDS[number // 7 % 7]}"
        return _Article.model_construct(
            id=self._outlet.numbered(100 + of_the_day, moment),
            publisher=self._outlet.code,
            published=shown(moment, "{year}-{m:02}-{day:02}T{hour:02}:{minute:02}", "en"),
            title=title,
            lead=f"{title} و {number % 97 + 3} خانوار از آن بهره می‌برند.",
            body=tuple(_paragraph(number, turn, name) for turn in range(_PARAGRAPHS)),
            section=_SECTIONS[number % 4],
            tags=(_PLACES[number // 10 % 11], _THINGS[number % 10]),
            origin=self._outlet.agency if self._outlet.aggregates else None,
            spelling=_AS_TYPED,
        )


def _paragraph(number: int, turn: int, name: str) -> str:
    seed = number * 7919 + turn * 104_729
    sentences = (
        f"{_VOICES[seed % 7]} گفت {name} با {seed % 9_973} میلیون تومان و کار {seed % 83 + 4} نفر ساخته شد.",
        f"{_VOICES[seed // 7 % 7]} در {_PLACES[seed // 49 % 11]} افزود {seed % 89 + 1} درصد کار مانده است.",
        f"{_THINGS[seed // 11 % 10]} بعدی {seed % 41 + 2} کیلومتر دورتر و {seed % 13 + 2} ماه دیرتر آماده می‌شود.",
    )
    return " ".join(sentences[(turn + step) % 3] for step in range(3))


def generated(size: int, publishers: Sequence[str] = ("irib", "tasnim")) -> dict[str, Site]:
    """Sites of `publishers` with `size` articles between them, in equal parts as far as that goes.

    ValueError where there are more of one site than it has numbers for.
    """
    shares = {code: size // len(publishers) + (n < size % len(publishers)) for n, code in enumerate(publishers)}
    for code, share in shares.items():
        _refuse_too_many(code, share)
    return {code: build(Edition(code, Load(code, share))) for code, share in shares.items()}


def _refuse_too_many(code: str, share: int) -> None:
    articles = Load(code, share)
    if share and len(articles[0].id) != len(articles[-1].id):
        raise ValueError(f"{code} has no numbers for {share} articles")
