"""What people read is tidied, and no figure, date, address or Latin word is touched by it."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.folding import fold_characters
from extractor.text.spelling.display import display
from extractor.text.spelling.guarded import guarded

ZWNJ = "\u200c"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("رشد 2.5 درصدي دستگاههاي اجرايي", "رشد 2.5 درصدی دستگاه‌های اجرایی"),
        ("در ۱۴۰۲/۱۰/۰۱ ساعت ۱۰:۳۰ اعلام شد", "در ۱۴۰۲/۱۰/۰۱ ساعت ۱۰:۳۰ اعلام شد"),
        ("سامانه my.gov.ir راهاندازی شد", "سامانه my.gov.ir راه‌اندازی شد"),
        ("عملکرد وزارت نیرو", "عملکرد وزارت نیرو"),
        ("عملكرد میدان‌ها", "عملکرد میدان‌ها"),
        ("گفت : « متصل نشده اند » .", "گفت: «متصل نشده‌اند»."),
        ("شرکت ملی گاز ، ۱۳ درصد", "شرکت ملی گاز، ۱۳ درصد"),
        ("گاز،برق و آب", "گاز، برق و آب"),
        ("  دو   فاصله\u00a0اینجا ", "دو فاصله اینجا"),
        ("۵۰۰ میلیون ﷼", "۵۰۰ میلیون ریال"),
        ("ســـازمان", "سازمان"),
        (
            "#دستگاهها را در https://example.ir/اخبار/دستگاهها ببینید",
            "#دستگاهها را در https://example.ir/اخبار/دستگاهها ببینید",
        ),
        ("نسخه ۲.۳.۱ و 12,500.5 و ۶۲٪ و info@example.ir", "نسخه ۲.۳.۱ و 12,500.5 و ۶۲٪ و info@example.ir"),
        ("این قانون منسوخ شده است", "این قانون منسوخ شده است"),
        ("۱۲ می رفت و ماه می آمد", "۱۲ می رفت و ماه می آمد"),
        ("COVID-19 و iPhone 14 Pro", "COVID-19 و iPhone 14 Pro"),
        ("اعلامِ نتایجِ «کنکور»", "اعلامِ نتایجِ «کنکور»"),
        ("API‌ها و 5G‌ها", "API‌ها و 5G‌ها"),
        ("سامانه my.gov.ir،راه اندازي شد ؛ ۶۲٪ ، تا ۱۴۰۲ .", "سامانه my.gov.ir، راه‌اندازی شد؛ ۶۲٪، تا ۱۴۰۲."),
        ("", ""),
    ],
)
def test_display(written, expected):
    assert display(written) == expected
    assert display(expected) == expected


PIECES = [
    "دستگاه",
    "ها",
    "های",
    "می",
    "شود",
    "شده",
    "اند",
    "كرد",
    "ي",
    "عملکرد",
    "میدان",
    "ه",
    "تر",
    "بی",
    "﷼",
    "ﻻ",
    "ۀ",
    "ؤ",
]
PIECES += [
    "۲.۵",
    "1402/10/01",
    "۱۰:۳۰",
    "my.gov.ir",
    "#",
    "@",
    "_",
    "a",
    "A1",
    "٪",
    "%",
    "۳",
    "-",
    ".",
    ",",
    "،",
    ":",
    "؟",
    "«",
    "»",
]
PIECES += [
    '"',
    "(",
    ")",
    "&zwnj;",
    "https://example.ir/",
    ZWNJ,
    " ",
    "  ",
    "\n",
    "\u00a0",
    "\u200f",
    "\u064b",
    "ـ",
    "\u0654",
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=20).map("".join))


def letters(text):
    """The letters and digits, each folded as hazm's table and ours do, one to one."""
    # Collecting the tests is not to wait for hazm.
    from hazm.constants import TRANSLATION_DST, TRANSLATION_SRC  # noqa: PLC0415

    text = text.replace("\ufdfd", "بسم الله الرحمن الرحیم")  # It has no decomposition.
    plain = unicodedata.normalize("NFKC", text).translate(str.maketrans(TRANSLATION_SRC, TRANSLATION_DST))
    return "".join(char for char in fold_characters(plain) if char.isalnum() and char != "ـ")


@settings(max_examples=400, deadline=None)
@given(texts)
def test_nothing_guarded_changes_and_no_letter_comes_or_goes(text):
    shown = display(text)
    assert guarded(shown) == guarded(text)
    assert letters(shown) == letters(text)
    assert display(shown) == shown


def test_reading_the_text_needs_no_import_of_hazm():
    code = "import sys; from extractor.text.spelling.halfspace import repaired; repaired('دستگاهها'); "
    subprocess.run([sys.executable, "-c", code + "sys.exit('hazm' in sys.modules)"], check=True)
