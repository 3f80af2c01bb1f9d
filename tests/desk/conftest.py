import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html

from corpus import store

TEXT = (
    "گاز از پنجره جا ماند\n"
    "معاون سازمان نمونه گفت: شرکت ملی گاز ایران کمتر از ۲۵ درصد و وزارت نیرو ۴۰ درصد خدمات خود را 😀 از راه "
    "my.gov.ir پیش از پایان آبان ارائه کردند. <script>alert('x')</script> & «تمام».\n"
    "پایان"
)


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


@pytest.fixture
def article(make_article):
    return make_article(text=TEXT, publisher="tasnim", origin="ایسنا")


@pytest.fixture
def records(article, make_record):
    """A figure of the gas company with everything known of it, and an obligation of the ministry."""
    first, last = TEXT.index("معاون"), TEXT.index("\nپایان")
    gas = make_record(
        article,
        "شرکت ملی گاز ایران",
        value={"comparator": "lt", "low": None, "high": 25, "unit": "percent"},
        status="not_complied",
        deadline={
            "mention": "پایان آبان",
            "jalali": "1402-08-30",
            "start": None,
            "end": "2023-11-21",
            "precision": "day",
        },
        claimant={"name": None, "role": "معاون", "organization": "سازمان نمونه", "mention": "معاون سازمان نمونه"},
        checks=[{"code": "sum", "message": "جمع سهم‌ها ۱۰۰ درصد نیست."}],
        evidence=[
            {
                "start": first,
                "end": last,
                "quote": TEXT[first:last],
                "fields": {
                    "subject": span("شرکت ملی گاز ایران"),
                    "value": span("کمتر از ۲۵ درصد"),
                    "deadline": span("پایان آبان"),
                    "claimant": span("معاون سازمان نمونه"),
                    "indicator": span("۲۵ درصد و وزارت نیرو"),
                },
            }
        ],
    )
    ministry = make_record(article, "وزارت نیرو", kind="obligation", indicator="permits.total", value=None)
    return [gas, ministry]


@pytest.fixture
def stored(db, article, records):
    store.save_article(article)
    store.save_records(article.document, records, "0.1.0")
    return records


@pytest.fixture
def read(client) -> Callable[..., html.HtmlElement]:
    """The page at an address, parsed, once its status is as expected."""

    def get(address: str, status: int = 200, **given) -> html.HtmlElement:
        response = client.get(address, **given)
        assert response.status_code == status
        return html.document_fromstring(response.content.decode())

    return get


@pytest.fixture
def desk(home, article, records, make_article, make_record) -> Iterator[str]:
    """The address of a desk that runs in a process of its own, with three articles and four records."""
    more = [make_article(number, published=f"2023-12-0{number}T08:00:00Z") for number in (2, 3)]
    lines = [[article, *records], *([one, make_record(one)] for one in more)]
    given = "\n".join(json.dumps([item.model_dump(mode="json") for item in line]) for line in lines)
    script = Path(__file__).with_name("seeded_desk.py")
    repository = script.parents[2]
    log = home / "desk.log"
    with (
        log.open("w") as errors,
        subprocess.Popen(
            [sys.executable, str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=repository,
            env={**os.environ, "PYTHONPATH": str(repository)},
        ) as process,
    ):
        process.stdin.write(given)
        process.stdin.close()
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
            assert process.stdout.read() == ""
            assert log.read_text() == ""
