"""Every test session has a state folder of its own, chosen before Django reads its settings."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from corpus.schema import Article, Record, record_id

_STATE = tempfile.TemporaryDirectory(prefix="dideban-tests-")

for _name in [name for name in os.environ if name.startswith("DIDEBAN_")]:
    del os.environ[_name]
os.environ["DIDEBAN_HOME"] = _STATE.name

ZWNJ = "\u200c"

# How long one example takes says more of the machine than of the code: no deadline unless a test sets one.
settings.register_profile("dideban", deadline=None)
settings.load_profile("dideban")


@pytest.fixture(scope="session", autouse=True)
def _state() -> Iterator[None]:
    yield
    with suppress(OSError):
        _STATE.cleanup()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh state folder for one test, seen by `dideban.config.load()` and by programmes started from the test."""
    monkeypatch.setenv("DIDEBAN_HOME", str(tmp_path))
    return tmp_path


TEXT = (
    "گزارش دیدبان از خدمات برخط\n"
    "سازمان فناوری اطلاعات ایران اعلام کرد شرکت نمونه تا پایان آبان ۱۴۰۲ تنها ۱۳ درصد از خدمات خود را "
    "در پنجره ملی خدمات دولت هوشمند ارائه کرده است.\n"
    "بر پایه قانون بودجه ۱۴۰۲ این سهم باید ۱۰۰ درصد می‌بود."
)


def make_article(number: int = 1, text: str = TEXT, **facts: Any) -> Article:
    """An article of our own making; `number` tells its address from others'."""
    given = {
        "url": f"https://news.example.ir/{number}",
        "publisher": "sample",
        "title": text.split("\n", 1)[0],
        "published": datetime(2023, 12, 22, 8, 1, tzinfo=UTC),
        "published_jalali": "۱ دی ۱۴۰۲",
        **facts,
    }
    return Article(text=text, **given)


def make_record(article: Article, subject: str = "شرکت نمونه", figure: float = 13, **facts: Any) -> Record:
    """A valid record of `article`; its evidence is the sentence that names `subject`, else the whole text."""
    text = article.text
    at = text.find(subject)
    start = text.rfind("\n", 0, at) + 1 if at >= 0 else 0
    end = (text.find("\n", at) if at >= 0 else -1) % (len(text) + 1)
    fields = {"subject": (at, at + len(subject))} if at >= 0 else {}
    words = "۱۳ درصد"
    if start <= text.find(words) < end:
        fields["value"] = (text.find(words), text.find(words) + len(words))
    given = {
        "id": record_id(article.document, subject, figure),
        "document": article.document,
        "kind": "measurement",
        "subject": {"id": None, "name": subject, "mention": subject, "type": "agency"},
        "indicator": "window.services_offered",
        "value": {"comparator": "eq", "low": figure, "high": figure, "unit": "percent"},
        "as_of": {
            "mention": None,
            "jalali": "1402-10-01",
            "start": "2023-12-22",
            "end": "2023-12-22",
            "precision": "day",
        },
        "evidence": [{"start": start, "end": end, "quote": text[start:end], "fields": fields}],
        "confidence": 0.9,
        "extractor": "0.1.0",
        **facts,
    }
    return Record.model_validate(given)


@pytest.fixture(name="make_article")
def _make_article() -> Callable[..., Article]:
    return make_article


@pytest.fixture(name="make_record")
def _make_record() -> Callable[..., Record]:
    return make_record


@pytest.fixture(scope="session")
def spellings() -> Callable[[Any], dict[str, Any]]:
    """Of a case of `specs/`, the same case in each spelling that Persian pages use, or in those that it names."""
    return _spellings


def _spellings(case: Any) -> dict[str, Any]:
    text = case["input"]
    found = {
        "as written": case,
        "spaced": case | {"input": text.replace(ZWNJ, " ")},
        "Arabic letters": case | {"input": text.replace("ی", "ي").replace("ک", "ك")},
    }
    if ZWNJ in text:
        found["dropped"] = case | {
            "input": text.replace(ZWNJ, ""),
            "results": [_dropped(text, one) for one in case["results"]],
        }
    return {spelling: found[spelling] for spelling in case.get("spellings", found) if spelling in found}


def _dropped(text: str, result: Any) -> Any:
    """`result` with its offsets as they are once the half-spaces of `text` are gone."""
    return result | {side: result[side] - text.count(ZWNJ, 0, result[side]) for side in ("start", "end")}


def pytest_addoption(parser: pytest.Parser) -> None:
    """How often the test of kills kills."""
    parser.addoption("--kills", type=int, default=10, help="kill -9 so often at random moments of one crawl")
