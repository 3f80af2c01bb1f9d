import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import skeleton
from corpus.newsroom.spelling import Spelling, respell

SPELLINGS = st.builds(
    Spelling,
    halfspace=st.sampled_from(["keep", "space", "none"]),
    arabic_letters=st.booleans(),
    digits=st.sampled_from(["fa", "en", "ar"]),
)
TEXTS = st.text(alphabet="ابپتیکه ۰۱٢٣45./:،«»\u200cabchtps", max_size=60)


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        (Spelling(), "دستگاه\u200cهای یک کشور ۱۴۰۲ و ۷۵.۵ درصد"),
        (Spelling(halfspace="space"), "دستگاه های یک کشور ۱۴۰۲ و ۷۵.۵ درصد"),
        (Spelling(halfspace="none"), "دستگاههای یک کشور ۱۴۰۲ و ۷۵.۵ درصد"),
        (Spelling(arabic_letters=True), "دستگاه\u200cهاي يك كشور ۱۴۰۲ و ۷۵.۵ درصد"),
        (Spelling(digits="en"), "دستگاه\u200cهای یک کشور 1402 و 75.5 درصد"),
        (Spelling(digits="ar"), "دستگاه\u200cهای یک کشور ١٤٠٢ و ٧٥.٥ درصد"),
    ],
)
def test_each_spelling(spelling, expected):
    assert respell("دستگاه\u200cهای یک کشور ۱۴۰۲ و 75.٥ درصد", spelling) == expected


@pytest.mark.parametrize(
    "latin", ["https://my.gov.ir/fa/1402/خبر", "my.gov.ir", "5G", "(G4B.ir)", "info-24@ito.gov.ir"]
)
@pytest.mark.parametrize("digits", ["fa", "ar"])
def test_latin_stays(latin, digits):
    spelled = respell(f"نشانی {latin} در 1402", Spelling(digits=digits, arabic_letters=True))
    assert f" {latin} " in spelled
    assert not spelled.endswith("1402")


@given(TEXTS, SPELLINGS)
def test_respelling_again_changes_nothing(text, spelling):
    once = respell(text, spelling)
    assert respell(once, spelling) == once


@given(TEXTS, SPELLINGS)
def test_every_spelling_reads_the_same(text, spelling):
    assert skeleton(respell(text, spelling)) == skeleton(text)


@given(TEXTS, st.booleans(), st.sampled_from(["fa", "en", "ar"]))
def test_length_changes_only_where_zwnj_is_dropped(text, arabic_letters, digits):
    for halfspace in ("keep", "space"):
        spelling = Spelling(halfspace=halfspace, arabic_letters=arabic_letters, digits=digits)
        assert len(respell(text, spelling)) == len(text)
