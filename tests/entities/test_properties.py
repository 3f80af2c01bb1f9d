"""What holds of the linker for any text."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.annotations import Span
from extractor.entities import find_bodies, find_laws, find_people
from extractor.text.view import View

WORDS = (
    "وزارت نیرو نفت و ، . : سازمان فناوری اطلاعات ایران شرکت ملی گاز دستگاه‌ها دستگاه‌های اجرایی پنجره قانون بودجه سال "
    "۱۴۰۲ ماده ۵ آقای محمد رضا احمدی وزیر ارتباطات معاون استان فارس بانک‌های صادرات تجارت زیرمجموعه اداره کل در گفت "
    "مواد و تا بند «و» تبصره مکرر این قانون همان مذکور آیین‌نامه اجرایی بخشنامه شماره ۱۴۰۲/۳ هزار و چهارصد و دو اصل چهل "
    "وی او این مسئول گفت: زاده م. P. حاج نماینده مردم مجلس استاندار مدیر دفتر زارع‌پور نادری "
    "٪ « » ( ) \n my.gov.ir کشور عراق صندوق حمایت از مرکز"
)
TEXTS = st.lists(st.sampled_from(WORDS.split(" ")), max_size=30).map(" ".join) | st.text(max_size=60)


def _all(folded: str) -> list[Sequence[Span]]:
    bodies = find_bodies(folded)
    return [bodies, find_laws(folded, 1402), find_people(folded, bodies)]


@settings(deadline=None)
@given(TEXTS)
def test_mentions_are_sorted_apart_and_inside_the_text(text: str) -> None:
    folded = View(text).folded
    for found in _all(folded):
        ends = 0
        for one in found:
            assert ends <= one.start < one.end <= len(folded)
            assert folded[one.start : one.end].strip() == folded[one.start : one.end]
            ends = one.end


@settings(deadline=None)
@given(TEXTS)
def test_no_mention_crosses_a_line(text: str) -> None:
    folded = View(text).folded
    for found in _all(folded):
        assert all("\n" not in folded[one.start : one.end] for one in found)


@settings(deadline=None)
@given(TEXTS)
def test_a_paragraph_before_moves_every_mention_alike(text: str) -> None:
    folded = View(text).folded
    before = "امروز هوا خوب است.\n"
    for alone, moved in zip(_all(folded), _all(before + folded), strict=True):
        assert [(one.start + len(before), one.end + len(before)) for one in alone] == [
            (one.start, one.end) for one in moved
        ]


@pytest.mark.parametrize("find", [find_bodies, find_laws, lambda text: find_people(text, [])])
def test_an_empty_text_names_nothing(find: Callable[[str], list[Span]]) -> None:
    assert find("") == []
