from collections.abc import Callable
from typing import Any

import pytest

from corpus.gold.model import Gold, GoldDeadline, GoldDocument, GoldFact

TEXT = "شرکت توانیر ۸۵ درصد و بانک سپه ۴۰ درصد خدمات خود را تا پایان آبان در پنجره ملی خدمات عرضه کرده‌اند"


@pytest.fixture
def fact() -> Callable[..., GoldFact]:
    """Makes facts of one document: «توانیر», 85 percent of services offered, unless told otherwise."""

    def make(**fields: Any) -> GoldFact:
        quote = fields.pop("quote", "شرکت توانیر ۸۵ درصد")
        start = TEXT.index(quote)
        usual = {
            "doc": "one.txt",
            "kind": "measurement",
            "subject": ("شرکت توانیر", "توانیر"),
            "indicator": "window.services_offered",
            "value": {"comparator": "eq", "low": 85, "high": 85, "unit": "percent"},
            "as_of": "1402-08-14",
            "quote": quote,
            "start": start,
            "end": start + len(quote),
        }
        return GoldFact.model_validate({**usual, **fields})

    return make


@pytest.fixture
def gold() -> Callable[..., Gold]:
    """Makes the gold of one document with the facts given."""

    def make(*facts: GoldFact) -> Gold:
        document = GoldDocument(doc="one.txt", id="1234567", published="1402-08-14", text=TEXT)
        return Gold(documents=(document,), records=facts)

    return make


@pytest.fixture
def deadline() -> GoldDeadline:
    return GoldDeadline(jalali="1402-08-30", end="2023-11-21")
