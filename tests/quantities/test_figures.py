"""Every comparator before and after every unit, every form of range, and lists that share a unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.schema import BOUNDS
from extractor.annotations import Quantity
from extractor.quantities import find_quantities
from extractor.text.view import View
from tests.quantities.spelling import SCRIPTS, in_script, in_words

UNITS = {
    "خدمت": "service",
    "عنوان خدمت": "service",
    "سرویس": "service",
    "دستگاه اجرایی": "agency",
    "سازمان": "agency",
    "وزارتخانه": "agency",
    "فقره مجوز": "permit",
    "پروانه": "permit",
    "درخواست": "request",
    "استعلام": "inquiry",
    "نفر": "person",
    "کاربر": "person",
    "مراجعه": "visit",
    "بازدید": "visit",
    "درصد": "percent",
}
BEFORE = {
    "": "eq",
    "حدود": "approx",
    "نزدیک به": "approx",
    "قریب به": "approx",
    "تقریباً": "approx",
    "بیش از": "gt",
    "بالای": "gt",
    "افزون بر": "gt",
    "حداقل": "ge",
    "دست‌کم": "ge",
    "کمتر از": "lt",
    "زیر": "lt",
    "حداکثر": "le",
    "تا سقف": "le",
}
AFTER = {"به بالا": "ge", "و بیشتر": "ge", "یا کمتر": "le", "و پایین‌تر": "le"}
RANGES = [
    "بین {} تا {} {}",
    "بین {} و {} {}",
    "از {} تا {} {}",
    "{} تا {} {}",
    "{} الی {} {}",
    "{}-{} {}",
    "{} – {} {}",
]
VAGUE = ["ده‌ها", "صدها", "هزاران", "چند", "چندین هزار", "بیست و چند", "۲۰ و اندی", "دو برابر"]
NUMBER = st.integers(2, 900_000).filter(lambda value: value not in (24, 7) and not 1300 <= value <= 1450)
UNIT = st.sampled_from(sorted(UNITS))


def _only(text: str) -> Quantity:
    (found,) = find_quantities(View(text).folded)
    return found


@given(NUMBER, UNIT, st.sampled_from(sorted(BEFORE)), st.sampled_from(["digits", "words"]), st.sampled_from(SCRIPTS))
def test_every_comparator_before_every_unit(value: int, unit: str, before: str, form: str, script: str) -> None:
    number = in_words(value) if form == "words" else in_script(str(value), script)
    text = f"{before} {number} {unit}".strip()
    view = View(f"امسال {text} ثبت شد")
    (one,) = find_quantities(view.folded)
    assert (one.unit, one.comparator) == (UNITS[unit], BEFORE[before])
    assert {one.low, one.high} - {None} == {value}
    assert (one.low is not None, one.high is not None) == BOUNDS[one.comparator]
    assert view.raw[slice(*view.to_raw(one.start, one.end))] == text


@given(NUMBER, UNIT, st.sampled_from(sorted(AFTER)))
def test_every_comparator_after_every_unit(value: int, unit: str, after: str) -> None:
    one = _only(f"در این دوره {value} {unit} {after} ثبت شد")
    assert (one.unit, one.comparator) == (UNITS[unit], AFTER[after])


@given(NUMBER, NUMBER, UNIT, st.sampled_from(RANGES), st.sampled_from(["digits", "words"]))
def test_every_form_of_range(first: int, second: int, unit: str, form: str, spelt: str) -> None:
    low, high = sorted((first, second + 1_000_000 if first == second else second))
    written = [in_words(value) if spelt == "words" and "-" not in form else str(value) for value in (low, high)]
    if spelt == "words" and (form.startswith(("بین {} و", "{} –")) or low * 1000 <= high):
        return  # «بین صد و بیست»: one number; «دو تا سه هزار»: two thousand
    view = View(form.format(*written, unit) + " است")
    (one,) = find_quantities(view.folded)
    assert (one.comparator, one.low, one.high, one.unit) == ("range", low, high, UNITS[unit])
    assert view.to_raw(one.start, one.end) == (0, len(view.raw) - len(" است"))


@given(st.integers(2, 9), st.sampled_from(["هزار", "میلیون"]), st.sampled_from([" تا ", " الی ", "-"]))
def test_the_first_of_a_range_borrows_the_scale(low: int, scale: str, link: str) -> None:
    one = _only(f"{low}{link}{low + 1} {scale} نفر")
    factor = {"هزار": 1000, "میلیون": 1_000_000}[scale]
    assert (one.low, one.high) == (low * factor, (low + 1) * factor)


@given(st.lists(st.integers(10, 99), min_size=2, max_size=5), UNIT, st.sampled_from(["، ", " ، ", "،"]))
def test_a_shared_unit_gives_each_figure_its_own(values: list[int], unit: str, comma: str) -> None:
    text = comma.join(map(str, values[:-1])) + f" و {values[-1]} {unit}"
    assert [one.low for one in find_quantities(View("به ترتیب " + text).folded)] == values


@pytest.mark.parametrize("unit", sorted(UNITS))
@pytest.mark.parametrize("vague", VAGUE)
def test_what_is_vague_or_a_multiple_is_no_figure(vague: str, unit: str) -> None:
    assert find_quantities(View(f"{vague} {unit} ثبت شد").folded) == []


@pytest.mark.parametrize("label", ["ماده", "بند", "تبصره", "صفحه", "شماره", "کد", "ساعت", "اصل", "جدول", "پیوست"])
def test_labels_are_no_counts(label: str) -> None:
    assert find_quantities(View(f"{label} ۱۲ دستگاه اجرایی").folded) == []


@pytest.mark.parametrize("word", ["این", "هر", "همین", "دو", "نخستین"])
@pytest.mark.parametrize("label", ["دوره", "سال", "جلسه", "مرحله", "برنامه", "گروه", "فاز"])
def test_what_is_pointed_to_or_counted_itself_labels_nothing(word: str, label: str) -> None:
    assert _only(f"در {word} {label} ۱۲ خدمت ارائه شد").low == 12
