"""Half-space repair, proved by `specs/halfspace/`: what must be repaired, and what must stay as it is."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.spelling.halfspace import repaired, repairs
from extractor.text.spelling.lemmas import lemmas

SPECS = Path(__file__).parents[2] / "specs" / "halfspace"
ZWNJ = "\u200c"
# The word alone, in a sentence, next to signs.
FRAMES = ("{}", "به گزارش خبرنگار ما، {} در این نشست بررسی شد.", "«{}»", "({}) / {}؛ {}:")


def cases(name):
    for number, case in enumerate(json.loads((SPECS / f"{name}.json").read_text("utf-8")), 1):
        marks = [pytest.mark.xfail(strict=True, reason="known gap")] if case.get("known_gap") else []
        yield pytest.param(case["input"], case.get("expected", case["input"]), id=f"{name}-{number}", marks=marks)


def arabic(text):
    return text.replace("ی", "ي").replace("ک", "ك")


@pytest.mark.parametrize(("written", "expected"), [*cases("repaired"), *cases("unchanged")])
def test_joined(written, expected):
    for frame in FRAMES:
        assert repaired(frame.replace("{}", written)) == frame.replace("{}", expected)
    assert repaired(arabic(written)) == arabic(expected)
    assert repaired(expected) == expected


@pytest.mark.parametrize(("written", "expected"), [*cases("parted"), *cases("repaired"), *cases("unchanged")])
def test_parted(written, expected):
    assert repaired(written, parted=True) == expected
    assert repaired(expected, parted=True) == expected


@pytest.mark.parametrize(("written", "expected"), [*cases("parted")])
def test_a_plain_space_stays_unless_asked_for(written, expected):
    assert repaired(written).replace(ZWNJ, "").split() == written.replace(ZWNJ, "").split()
    assert lemmas(written) == lemmas(expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("دستگاهها", ["دستگاه"]),
        ("دستگاه‌هایشان", ["دستگاه"]),
        ("دستگاه های اجرایی", ["دستگاه", "اجرایی"]),
        ("راهاندازیهای تازه", ["راهاندازی", "تازه"]),
        ("متصل نشدهاند", ["متصل", "شدن"]),
        ("می‌کنند، می کنند، میکنند و کردند", ["کردن", "کردن", "کردن", "و", "کردن"]),
        ("بزرگ‌ترین بزرگترین بزرگ ترین", ["بزرگ", "بزرگ", "بزرگ"]),
        ("كتابهايشان ۲۵ API", ["کتاب", "25", "api"]),
        ("خدماتشان در کشورها", ["خدمات", "در", "کشور"]),
        ("عملکرد میهن تنها", ["عملکرد", "میهن", "تنها"]),
    ],
)
def test_lemmas(written, expected):
    assert lemmas(written) == expected


def test_offsets_are_those_of_the_text():
    text = "۱۲ دستگاه اجرايي كه متصل نشدهاند؛ سازمان ها"
    found = repairs(text, parted=True)
    assert [text[one.start : one.end] for one in found] == ["نشدهاند", "سازمان ها"]
    assert [one.written for one in found] == ["نشده‌اند", "سازمان‌ها"]


PIECES = [
    "دستگاه",
    "ها",
    "های",
    "می",
    "نمی",
    "شود",
    "شده",
    "اند",
    "ه",
    "ی",
    "ای",
    "تر",
    "ترین",
    "راه",
    "اندازی",
    "بی",
    "به",
]
PIECES += [
    "کشور",
    "پیش",
    "بینی",
    "نامه",
    "ان",
    ZWNJ,
    " ",
    " ",
    "\n",
    "\u064b",
    "\u0651",
    "ـ",
    "۲",
    "a",
    ".",
    "#",
    "_",
    "ي",
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(texts, st.booleans())
def test_only_half_spaces_come_and_blanks_go(text, parted):
    once = repaired(text, parted=parted)
    assert once.replace(ZWNJ, "").replace(" ", "") == text.replace(ZWNJ, "").replace(" ", "")
    if not parted:
        assert once.replace(ZWNJ, "") == text.replace(ZWNJ, "")
    assert repaired(once, parted=parted) == once
