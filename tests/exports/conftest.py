from datetime import date

import pytest

from corpus.schema import Check, Claimant, Evidence, Law, Record, Subject, Time, Value

QUOTE = "شرکت ملی گاز ۱۳.۵ درصد از خدمات خود را\nدر پنجره ملی، «عرضه» كرد"


def record(number=0, **changes):
    """A record with every kind of field filled in; `changes` replace fields."""
    fields = {
        "id": f"rec:{number:06}",
        "document": f"https://www.irib-news.ir/fa/news/{4000000 + number}/خبر",
        "kind": "measurement",
        "subject": Subject(id="org:nigc", name="شرکت ملی گاز ایران", mention="شرکت ملی گاز", type="agency"),
        "indicator": "window.services_offered",
        "value": Value(comparator="eq", low=13.5, high=13.5, unit="percent"),
        "status": "not_complied",
        "deadline": Time(
            mention="پایان آبان", jalali="1402-08-30", start=None, end=date(2023, 11, 21), precision="day"
        ),
        "as_of": Time(mention=None, jalali="--10-01", start=None, end=None, precision="day"),
        "legal_basis": Law(id="law:budget-1402", name="قانون بودجه ۱۴۰۲", mention="قانون بودجه"),
        "claimant": Claimant(
            name=None, role="سخنگو", organization="سازمان فناوری اطلاعات", mention="سخنگوی سازمان", id=None
        ),
        "evidence": (
            Evidence(start=88, end=88 + len(QUOTE), quote=QUOTE, fields={"subject": (88, 100)}),
            Evidence(start=400, end=404, quote="گواه"),
        ),
        "checks": (Check(code="count_vs_percent", message="۳ از ۲۸ برابر ۱۰٫۷ درصد است"),),
        "confidence": 0.93,
        "extractor": "0.1.0",
    }
    return Record(**fields | changes)


def bare(number=0):
    """A record with nothing that may be missing."""
    subject = Subject(id=None, name="سازمان نمونه", mention="سازمان نمونه", type="agency")
    empty = dict.fromkeys(("value", "status", "deadline", "as_of", "legal_basis", "claimant"))
    return record(number, kind="commitment", subject=subject, indicator=None, checks=(), **empty)


@pytest.fixture
def full():
    return record(1)


@pytest.fixture
def records(full):
    return [full, bare(2), record(3, confidence=1, value=Value(comparator="gt", low=64000, high=None, unit="request"))]
