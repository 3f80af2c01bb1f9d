"""The arithmetic that an article allows: each doubt names the numbers that it compared."""

import pytest

from corpus.schema import Article, Record
from extractor import extract

WINDOW = "پنجره ملی خدمات دولت هوشمند"


def checks(text: str) -> dict[str, set[str]]:
    """Code -> messages of every check in `text`."""
    found: dict[str, set[str]] = {}
    for record in extract(Article(id="a", text=text, published="2023-12-22T10:00:00+03:30")):
        for check in record.checks:
            found.setdefault(check.code, set()).add(check.message)
    return found


def test_a_percent_that_its_counts_do_not_make() -> None:
    text = f"سازمان ثبت احوال کشور ۳ خدمت از ۲۸ خدمت خود، یعنی ۱۳ درصد خدمات را در {WINDOW} ارائه می‌کند."
    assert checks(text) == {"count_vs_percent": {"۳ از ۲۸ برابر ۱۰٫۷ درصد است، نه ۱۳ درصد"}}


@pytest.mark.parametrize("percent", ["۱۱", "۱۰٫۷", "۱۰"])
def test_a_percent_that_is_only_rounded(percent: str) -> None:
    text = f"سازمان ثبت احوال کشور ۳ خدمت از ۲۸ خدمت خود، یعنی {percent} درصد خدمات را در {WINDOW} ارائه می‌کند."
    assert bool(checks(text)) == (percent == "۱۰")


def test_percents_of_two_bodies_are_not_compared() -> None:
    text = (
        f"سازمان ثبت احوال کشور ۳ خدمت از ۲۸ خدمت خود را در {WINDOW} ارائه می‌کند. "
        f"سازمان تأمین اجتماعی ۶۰ درصد خدمات خود را در {WINDOW} ارائه می‌کند."
    )
    assert checks(text) == {}


def test_a_title_that_says_another_figure_than_the_body() -> None:
    text = (
        f"سازمان ثبت احوال کشور ۴۵ درصد خدمات خود را در {WINDOW} ارائه می‌کند\n"
        f"سازمان ثبت احوال کشور ۵۴ درصد خدمات خود را در {WINDOW} ارائه می‌کند."
    )
    assert checks(text) == {"title_vs_body": {"تیتر ۴۵ می‌گوید و متن ۵۴"}}


def test_a_title_that_rounds() -> None:
    text = (
        f"سازمان ثبت احوال کشور ۴۵ درصد خدمات خود را در {WINDOW} ارائه می‌کند\n"
        f"سازمان ثبت احوال کشور ۴۵٫۲ درصد خدمات خود را در {WINDOW} ارائه می‌کند."
    )
    assert checks(text) == {}


def test_a_record_keeps_its_checks_in_json() -> None:
    text = f"سازمان ثبت احوال کشور ۳ خدمت از ۲۸ خدمت خود، یعنی ۱۳ درصد خدمات را در {WINDOW} ارائه می‌کند."
    for record in extract(Article(id="a", text=text)):
        assert Record.model_validate_json(record.model_dump_json()) == record
