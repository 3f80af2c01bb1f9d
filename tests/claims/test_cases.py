"""The claims extractor, proved by data: every case of `tests/specs/claims`, in each spelling that Persian pages use.

A known gap must fail: once it passes, unmark it.
"""

from typing import Any

import pytest

from extractor import extract
from tests.claims.cases import Case, cases, differences


def _parameters() -> list[Any]:
    found = []
    for case in cases():
        marks = [pytest.mark.xfail(strict=True, reason=case.gap)] if case.gap else []
        name = f"{case.name} ({case.spelling})" if case.spelling else case.name
        found.append(pytest.param(case, id=name, marks=marks))
    return found


@pytest.mark.parametrize("case", _parameters())
def test_case(case: Case) -> None:
    assert differences(case, extract(case.article)) == []
