"""Words are taken out of a page; what reading goes by stays."""

import re

import pytest

from crawler.parsing import parse
from crawler.scrub import scrubbed
from tests.crawler.test_pages import CASES

URL = "https://www.tasnimnews.ir/fa/news/1402/09/20/3000111"


def words(text: str) -> set[str]:
    return set(re.findall(r"[\u0621-\u06d3]{3,}", text))


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<li>۲۰ آذر ۱۴۰۲ - ۰۹:۴۵</li>", "<li>۲۰ آذر ۱۴۰۲ - ۰۹:۴۵</li>"),
        ("<p>کد خبر: ۱۲</p><p>انتهای پیام/</p>", "<p>کد خبر: ۱۲</p><p>انتهای پیام/</p>"),
        ("<p>٣٥ درصد</p>", "<p>٣٥ درخت</p>"),
        ("a<!-- وزیر --><style>x</style><script>var x = 'وزیر'</script>b", "ab"),
        ("<a href='/fa/news/12/%D9%88%D8%B2%DB%8C%D8%B1'>", "<a href='/fa/news/12/%D8%AF%D8%B1%D8%AE%D8%AA'>"),
        ("وزير و وزیر", "درخت و درخت"),
        ('<div class="lead">Dideban 2.5</div>', '<div class="lead">Dideban 2.5</div>'),
    ],
)
def test_what_is_left_of_a_page(page, left):
    assert scrubbed(page) == left


def test_every_word_has_a_filler_of_its_own():
    many = [f"{a}{b}" for a in "بپتثجچحخدذرزژسشصضطظعغ" for b in "فقکگلمنوهی"]
    assert len(set(scrubbed(" ".join(many)).split(" "))) == len(many)


def test_a_scrubbed_page_reads_by_the_same_selectors_in_other_words():
    case = next(case for case in CASES if case.parts[-2:] == ("tasnim", "2016-plain"))
    page = (case / "page.html").read_text(encoding="utf-8")
    before, after = (parse(one.encode(), URL) for one in (page, scrubbed(page)))
    assert after.provenance == before.provenance
    assert len(after.text.splitlines()) == len(before.text.splitlines())
    assert (after.published, after.published_jalali) == (before.published, before.published_jalali)
    assert not words(before.title) & words(after.text)
    assert before.authors != after.authors
