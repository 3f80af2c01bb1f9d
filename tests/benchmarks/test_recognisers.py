"""The scorer of `make bench`, on a few cases of its own; peers join in where they are installed."""

from datetime import date

import pytest

from benchmarks import damage, peers, readers
from benchmarks.cases import Case, Found, When, dates, days_of, deadlines, numbers
from benchmarks.recognisers import Row, table
from benchmarks.scoring import same, score

DAY = date(2023, 12, 22)
CASES = [
    Case("گزارش در ۱۴۰۲/۱۰/۰۱ ابلاغ شد", DAY, None, [Found((9, 19), When("1402-10-01", DAY, DAY))]),
    Case("در ۳۰ آذر ۱۴۰۲ ابلاغ شد", None, None, [Found((3, 14), When("1402-09-30", date(2023, 12, 21)))]),
    Case("پل تازه در مهر ۱۴۰۲ باز شد", DAY, None, [Found((11, 19), When("1402-07", *days_of("1402-07")))]),
    Case("خبرگزاری مهر نوشت که نسبت ۱/۳ است", DAY, None, []),
    Case("مسکن مهر به ۲۵ شهر رسید", DAY, None, []),
]


def test_ours_is_right_on_all():
    found = score(readers.our_dates, CASES)
    assert (found.right_cases, found.found, found.exact, found.right) == (5, 3, 3, 3)
    assert (found.clean, found.empty, found.false, found.raised) == (2, 2, 0, 0)


def test_what_is_wrong_is_counted_as_wrong():
    wrong = score(lambda case: [Found((0, 5), When("1400-01-01"))], CASES)
    assert (wrong.right_cases, wrong.found, wrong.right, wrong.clean, wrong.false) == (0, 1, 0, 0, 4)


def test_a_reader_that_raises_is_counted_and_the_rest_goes_on():
    def reader(case):
        if case.expected:
            raise RecursionError
        return []

    assert (score(reader, CASES).raised, score(reader, CASES).right_cases) == (3, 2)


def test_values_are_compared_as_the_reader_gives_them():
    month = When("1402-07", *days_of("1402-07"))
    assert same(When(None, date(2023, 10, 1)), month)
    assert not same(When(None, date(2023, 9, 22)), month)
    assert same(When("--07"), month, lenient=True)
    assert not same(When("--07"), month)
    assert not same(When("1402-07", DAY), month._replace(stated=frozenset({"first"})))
    assert same(0.333333, 1 / 3 - 1e-7)


def test_the_cases_are_read():
    for cases in (dates(), numbers()):
        assert all(case.text[slice(*one.span)] for case in cases for one in case.expected)
        assert any(not case.expected for case in cases)
    assert not any(case.whole for case in deadlines())


def test_damage_is_told_from_another_way_to_write_the_same_figure():
    assert damage.unchanged(lambda text: text.replace(".", "٫"), "۲.۵ درصد") == 1
    assert damage.unchanged(lambda text: text.replace("/", " / "), "در ۱۴۰۲/۱۰/۰۱") == 0


def test_a_missing_peer_has_a_row_that_says_so():
    def make():
        raise ImportError

    assert list(table("dates", [Row("peer", make)], CASES).columns[1].cells) == ["not installed"]


def _installed(make):
    try:
        return make()
    except ImportError as fault:
        pytest.skip(f"not installed, `make bench` does: {fault.name}")


@pytest.mark.parametrize(
    "make",
    [readers.parstdex_dates, readers.dateparser_dates, readers.dateparser_words, readers.parsivar_dates],
    ids=lambda make: make.__name__,
)
def test_peers_are_read(make):
    found = score(_installed(make), CASES, lenient=True)
    assert (found.cases, found.raised) == (5, 0)


@pytest.mark.parametrize("make", [peers.hazm, peers.parsivar, peers.parsivar_numbers], ids=lambda make: make.__name__)
def test_normalisers_are_read(make):
    found = score(readers.figures_of(_installed(make)), CASES)
    assert found.raised == 0
