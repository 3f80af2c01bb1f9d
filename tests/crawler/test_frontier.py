"""The frontier: what is open, what is done, what is due."""

import sqlite3
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest

from crawler.frontier import Answer, Frontier, Listed

ONE, TWO, THREE = (Listed(f"https://e.ir/{n}", f"https://e.ir/{n}/slug") for n in (1, 2, 3))
FIRST = range(1)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "frontier.sqlite"


def hours(later):
    """A clock that many hours ahead."""
    return lambda: datetime.now(UTC) + timedelta(hours=later)


def drain(frontier, since=None):
    return list(iter(lambda: frontier.next_page("e", since), None))


def test_pages_come_newest_first_once_a_run_and_the_undated_last(path):
    with Frontier(path, "run1") as frontier:
        frontier.add_pages("e", [(ONE, date(2026, 1, 1)), (TWO, None), (THREE, date(2026, 2, 1))])
        frontier.add_pages("other", [(Listed("https://o.ir/1", "https://o.ir/1"), None)])
        assert drain(frontier) == [THREE, ONE, TWO]


def test_what_was_under_way_when_the_program_ended_is_open_in_the_next_run(path):
    with Frontier(path, "run1") as frontier:
        frontier.add_pages("e", [(ONE, None), (TWO, None)])
        drain(frontier)
        frontier.mark_page(TWO.url, "stored", answer=Answer(digest="d"))
    with Frontier(path, "run2") as frontier:
        assert drain(frontier) == [ONE]
        assert (frontier.outcome(ONE.url), frontier.outcome(TWO.url)) == (None, "stored")


@pytest.mark.parametrize("again", [True, False])
def test_a_page_is_tried_again_in_a_later_run_if_it_may_end_otherwise(path, again):
    with Frontier(path, "run1") as frontier:
        frontier.add_pages("e", [(ONE, None)])
        drain(frontier)
        frontier.mark_page(ONE.url, "failed", "timeout", again=again)
        assert drain(frontier) == []
    with Frontier(path, "run2") as frontier:
        assert drain(frontier) == []
    with Frontier(path, "run3", clock=hours(0.6)) as frontier:
        assert drain(frontier) == ([ONE] if again else [])


def test_a_page_that_never_works_is_given_up(path):
    runs = 0
    while True:
        with Frontier(path, f"run{runs}", anyway=True) as frontier:
            frontier.add_pages("e", [(ONE, None)])
            if not drain(frontier):
                break
            frontier.mark_page(ONE.url, "failed", "timeout", again=True)
        runs += 1
    assert 3 < runs < 20


def test_since_leaves_older_pages_open_for_a_run_that_wants_them(path):
    with Frontier(path, "run1") as frontier:
        frontier.add_pages("e", [(ONE, date(2026, 1, 1)), (TWO, date(2026, 2, 1)), (THREE, None)])
        assert drain(frontier, date(2026, 1, 15)) == [TWO, THREE]
        assert drain(frontier) == [ONE]


def test_a_day_that_a_later_list_gives_is_filled_in(path):
    with Frontier(path, "run1") as frontier:
        frontier.add_pages("e", [(ONE, None), (TWO, date(2026, 1, 1))])
        frontier.add_pages("e", [(ONE, date(2026, 3, 1)), (TWO, date(2026, 4, 1))])
        assert drain(frontier, date(2026, 2, 1)) == [ONE]


def test_what_fails_together_is_undone_together(path):
    with Frontier(path, "run1") as frontier:
        with suppress(RuntimeError), frontier.together():
            frontier.add_pages("e", [(ONE, None)])
            raise RuntimeError
        assert drain(frontier) == []


def due(frontier, depths=FIRST, since=None):
    return [one.url for one in iter(lambda: frontier.next_list("e", since, depths), None)]


def test_starting_points_are_due_in_every_run_but_once_in_each(path):
    for run in ("run1", "run2"):
        with Frontier(path, run) as frontier:
            frontier.add_list("e", "https://e.ir/rss", 0, None)
            assert due(frontier) == ["https://e.ir/rss"]
            frontier.mark_list("https://e.ir/rss", "read", Answer(etag='"1"'))
            frontier.add_list("e", "https://e.ir/rss", 0, None)
            assert due(frontier) == []


@pytest.mark.parametrize(
    ("day", "next_day", "outcome", "again"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), "read", False),  # settled and unchanged
        (date(2026, 1, 1), date(2026, 1, 2), "read", True),
        (date(2026, 1, 1), date(2026, 1, 1), "failed", True),
        (date(2199, 1, 1), date(2199, 1, 1), "read", True),  # a period that goes on
        (None, None, "read", True),
    ],
)
def test_a_named_list_is_due_again_only_when_it_may_have_changed(path, day, next_day, outcome, again):
    below = range(1, 4)
    with Frontier(path, "run1") as frontier:
        frontier.add_list("e", "https://e.ir/a.xml", 1, day)
        assert due(frontier, below) == ["https://e.ir/a.xml"]
        frontier.mark_list("https://e.ir/a.xml", outcome)
    with Frontier(path, "run2") as frontier:
        frontier.add_list("e", "https://e.ir/a.xml", 1, next_day)
        assert due(frontier, below) == (["https://e.ir/a.xml"] if again else [])


def test_lists_too_deep_or_before_since_are_not_asked_for(path):
    with Frontier(path, "run1") as frontier:
        frontier.add_list("e", "https://e.ir/old.xml", 1, date(2020, 1, 1))
        frontier.add_list("e", "https://e.ir/deep.xml", 7, None)
        frontier.add_list("e", "https://e.ir/new.xml", 2, date(2026, 1, 1))
        assert due(frontier, range(1, 7), date(2025, 1, 1)) == ["https://e.ir/new.xml"]


def test_the_file_is_a_plain_database_that_others_can_read(path):
    with Frontier(path, "run1") as frontier:
        frontier.add_pages("e", [(ONE, None)])
        frontier.mark_page(ONE.url, "not_an_article", "photo")
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT outcome, detail, attempts FROM pages").fetchall() == [
            ("not_an_article", "photo", 1)
        ]


def test_a_page_that_fails_again_is_left_alone_for_longer(path):
    waits = []
    for run in range(4):
        with Frontier(path, f"run{run}", anyway=True) as frontier:
            frontier.add_pages("e", [(ONE, None)])
            assert drain(frontier) == [ONE]
            frontier.mark_page(ONE.url, "failed", "timeout", again=True)
        with sqlite3.connect(path) as database:
            tried, until = database.execute("SELECT tried, not_before FROM pages").fetchone()
        waits.append(datetime.fromisoformat(until) - datetime.fromisoformat(tried))
    assert waits == sorted(set(waits))


def test_an_article_is_looked_at_again_in_its_first_days_and_then_no_more(path):
    now = datetime.now(UTC)
    with Frontier(path, "run1") as frontier:
        frontier.add_pages("e", [(ONE, None), (TWO, None)])
        drain(frontier)
        seen = Answer('"1"', "yesterday", "d")
        frontier.mark_page(ONE.url, "stored", answer=seen, published=now - timedelta(minutes=5))
        frontier.mark_page(TWO.url, "stored", answer=seen, published=now - timedelta(days=9))
        assert frontier.next_visit("e") is None
    visited = []
    for later in (0.5, 2, 2.1, 7, 30, 80, 200, 1000):
        with Frontier(path, f"run{later}", clock=hours(later)) as frontier:
            if found := frontier.next_visit("e"):
                assert (found.url, found.again, found.etag, found.last_modified) == (ONE.url, True, '"1"', "yesterday")
                assert frontier.next_visit("e") is None
                frontier.put_off(ONE.url)
                visited.append(later)
            assert drain(frontier) == []
    assert visited == [2, 7, 30, 80]


def test_a_publisher_is_paused_for_longer_each_time_until_it_answers(path):
    with Frontier(path, "run1") as frontier:
        assert frontier.paused_until("e") is None
        first = frontier.pause("e")
        second = frontier.pause("e")
        assert frontier.paused_until("e") == second.replace(microsecond=0) > first
        assert frontier.pause("o", timedelta(hours=5)) - datetime.now(UTC) > timedelta(hours=4)
    with Frontier(path, "run2", clock=hours(24 * 7)) as frontier:
        assert frontier.paused_until("e") is None
    with Frontier(path, "run3", anyway=True) as frontier:
        assert frontier.paused_until("e") is None
        frontier.lift("e")
    with Frontier(path, "run4") as frontier:
        assert frontier.paused_until("e") is None
        assert frontier.paused_until("o")


def test_the_file_of_an_earlier_version_goes_on(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as old:
        old.execute(
            "CREATE TABLE pages (url TEXT PRIMARY KEY, publisher TEXT NOT NULL, address TEXT NOT NULL, day TEXT,"
            " open INTEGER NOT NULL DEFAULT 1, outcome TEXT, detail TEXT, run TEXT,"
            " attempts INTEGER NOT NULL DEFAULT 0,"
            " tried TEXT, etag TEXT, last_modified TEXT, digest TEXT) WITHOUT ROWID"
        )
        old.execute("INSERT INTO pages (url, publisher, address) VALUES (?, 'e', ?)", (ONE.url, ONE.address))
    with Frontier(path, "run1") as frontier:
        assert drain(frontier) == [ONE]
        frontier.mark_page(ONE.url, "stored", published=datetime.now(UTC))
        assert frontier.outcome(ONE.url) == "stored"
