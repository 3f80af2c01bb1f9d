"""Bars for work of unknown length."""

from contextlib import contextmanager

import pytest
from rich.progress import Progress

from dideban.cli import progress


@pytest.mark.parametrize(("total", "steps", "seen"), [(None, 0, False), (None, 1, True), (3, 0, True)])
def test_a_bar_of_unknown_length_is_seen_when_there_is_something_to_do(monkeypatch, total, steps, seen):
    hidden = Progress(disable=True)

    @contextmanager
    def bars(*, shown):
        yield hidden

    monkeypatch.setattr(progress, "bars", bars)
    with progress.bar("extracting", total) as advance:
        for _ in range(steps):
            advance()
    assert (hidden.tasks[0].visible, hidden.tasks[0].completed) == (seen, steps)
