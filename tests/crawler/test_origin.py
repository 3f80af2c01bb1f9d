"""Who published first."""

import pytest

from crawler.pages.origin import dateline_origin, find_origin


@pytest.mark.parametrize(
    ("line", "publisher", "origin"),
    [
        ("به گزارش روابط عمومی اتحادیه به نقل از تسنیم ، بر اساس قانون", None, "تسنیم"),
        ("فناوری برتر به نقل از ایسنا، وزیر گفت", None, "ایسنا"),
        ("به گزارش خبرنگار گروه اقتصادی خبرگزاري تسنيم، وزير گفت", "irib", "تسنيم"),
        ("به گزارش خبرگزاری صدا و سیما از تبریز، استاندار گفت", "tasnim", "خبرگزاری صدا و سیما"),
        ("به گزارش باشگاه\u200cخبرنگاران جوان از تهران، او گفت", "irib", "باشگاه\u200cخبرنگاران جوان"),
        ("به گزارش ایسنا به نقل از وزارت نفت، تولید بالا رفت", "irib", "ایسنا"),
        ("به گزارش خبرنگار مهر، رئیس سازمان گفت", None, "مهر"),
        ("به گزارش مهر، رئیس سازمان گفت", "irib", "مهر"),
        ("به گزارش خبرگزاری دانشجویان ایران، وزیر گفت", "mehr", "خبرگزاری دانشجویان ایران"),
        ("به گزارش خبرگزاری دانشجو، وزیر گفت", "isna", "خبرگزاری دانشجو"),
        ("به نقل از خبرگزاری جمهوری اسلامی، وزیر گفت", "ilna", "خبرگزاری جمهوری اسلامی"),
        ("به گزارش خبرگزاری کار ایران، وزیر گفت", "ilna", None),
        # A paper that names itself, a month, a province, a body, a person, and words that only begin like a name.
        ("به گزارش خبرنگار خبرگزاری صداوسیما، سازمان گفت", "irib", None),
        ("به گزارش مهر ماه بانک مرکزی، تورم پایین آمد", "irib", None),
        ("به گزارش استانداری فارس، ۱۰ خدمت برخط شد", "irib", None),
        ("به نقل از میزان تولید گاز سخنی نگفت", "irib", None),
        ("به نقل از رئیس\u200cجمهور، کار ادامه دارد", "irib", None),
        ("به گزارش ایرناوا، سامانه تازه آمد", "irib", None),
        ("وزیر در پاسخ به ایسنا گفت", "irib", None),
        ("", None, None),
    ],
)
def test_the_source_that_an_article_names(line, publisher, origin):
    found = find_origin([line], publisher)
    assert (found[0] if found else None) == origin


def test_a_source_named_deep_in_the_article_is_somebody_s_words():
    assert find_origin(["بند نخست"] * 3 + ["به نقل از ایسنا، او گفت"], "irib") is None
    assert find_origin(["واژه " * 60 + "به نقل از ایسنا، او گفت"], "irib") is None


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("صدا و سیما جمعه 01 دی 1402 - 11:31", "صدا و سیما"),
        ("خبرگزاری مهر پنج شنبه 18 آذر 1400 - 11:26", "خبرگزاری مهر"),
        ("ایسنا یک\u200cشنبه ۳ تیر ۱۴۰۱", "ایسنا"),
        ("پنج\u200cشنبه 18 آذر 1400 - 11:26", None),
        ("جمعه 01 دی 1402", None),
        ("۰۱ دی ۱۴۰۲ - ۱۱:۳۱", None),
        (None, None),
    ],
)
def test_an_aggregator_s_date_line_names_the_agency(line, origin):
    assert dateline_origin(line) == origin
